//! The room's window from the console: what it shows, whether it is open, a break, a blank page, and the way to another laptop.

use super::stage_name;
use super::turning::{Languages, Turning};
use crate::app::pack::Pack;
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::words::LanguageWords;
use crate::app::workshop::wall_message::{self, Present};
use crate::browser;
use crate::domain::calendar::Moment;
use crate::domain::code::invite::Language;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::cover::{Break, Cover};
use crate::domain::workshop::wall::Wall;
use crate::ui::components::languages;
use crate::ui::components::link::Link;
use crate::ui::components::reach;
use crate::ui::components::wall::{View, back_at};
use crate::ui::prelude::*;
use crate::ui::store::{Store, StoreHandle};
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// The field for the day and the time when a break ends.
const UNTIL: &str = "break-until";
/// Minutes that a break may have.
const BREAKS: [u64; 4] = [5, 10, 15, 30];

/// What the room sees now, small, and everything that can be done about it.
pub(super) fn windows(
    handle: &WorkshopHandle,
    wall: &Rc<Wall>,
    present: &Present,
    turning: &Turning,
) -> Html {
    let store = &handle.store;
    html! {
        <section class="console-part" aria-labelledby="windows">
            <h3 id="windows">{ store.text(Text::WorkshopWindows) }</h3>
            <Preview store={turning.store.clone()} wall={Rc::clone(wall)} words={turning.words.clone()} />
            <p class="hint" aria-live="polite" aria-atomic="true" data-walls={present.count().to_string()}>
                { state(handle, present) }
                if present.may_sleep() {
                    { " " }{ store.text(Text::WallMaySleep) }
                }
            </p>
            { open(handle, present) }
            { languages_of(handle, turning) }
            { covers(handle) }
            <details class="console-fold">
                <summary>{ store.text(Text::WallElsewhere) }</summary>
                <div class="console-settings">
                    <p>{ store.text(Text::WallElsewhereText) }</p>
                    <Link id="wall-link" text={reach::link(handle, &Place::Wall(handle.workshop.id, Some(wall_message::link_text(wall))))} label={Text::WallLink}
                        button={Text::WorkshopLinkCopy} copied={Text::WallLinkCopied} qr=false />
                </div>
            </details>
        </section>
    }
}

fn state(handle: &WorkshopHandle, present: &Present) -> AttrValue {
    match present.count() {
        0 => handle.store.text(Text::WallNotOpen),
        1 => handle.store.text(Text::WallOpen),
        n => handle.store.fill(Text::WallTwice, &[("n", &n.to_string())]),
    }
}

/// Opens the room's window, or brings it to the front.
fn open(handle: &WorkshopHandle, present: &Present) -> Html {
    let store = &handle.store;
    let words = if present.count() == 0 {
        store.text(Text::WorkshopWall)
    } else {
        store.text(Text::WallFind)
    };
    let label = format!("{words} ({})", store.text(Text::WorkshopNewWindow));
    let name = format!("oxymoron-wall-{}", handle.workshop.id);
    let href = Place::Wall(handle.workshop.id, None).fragment();
    let onclick = {
        let (name, href) = (name.clone(), href.clone());
        move |event: MouseEvent| {
            if browser::find_window(&href, &name) {
                event.prevent_default();
            }
        }
    };
    html! {
        <>
            <p class="hint">{ store.text(Text::WorkshopWindowsText) }</p>
            <p>
                <a class="button button-quiet" target={name} {href} aria-label={label} {onclick}>{ words }</a>
            </p>
        </>
    }
}

/// The languages of the room, where the build has several.
fn languages_of(handle: &WorkshopHandle, turning: &Turning) -> Html {
    let store = &handle.store;
    if store.pack.words.languages().len() < 2 || browser::is_a_file() {
        return Html::default();
    }
    let Languages { first, also } = turning.languages.clone();
    let choose = |languages: fn(Option<Language>, &Languages) -> Languages| {
        let (speak, before) = (turning.speak.clone(), turning.languages.clone());
        Callback::from(move |event: Event| {
            speak.emit(languages(Language::new(&browser::value(&event)), &before));
        })
    };
    let spoken = &turning.store.0.pack.language;
    let any = |_: &LanguageWords| true;
    let another = |language: &LanguageWords| *language.tag != **spoken;
    let set_first = choose(|first, before| Languages {
        first,
        ..before.clone()
    });
    let set_also = choose(|also, before| Languages {
        also,
        ..before.clone()
    });
    html! {
        <>
            { language(store, "wall-language", (Text::WallLanguage, Text::WallLanguageOwn), first.as_ref(), set_first, any) }
            { language(store, "wall-also", (Text::WallAlso, Text::WallAlsoNone), also.as_ref(), set_also, another) }
        </>
    }
}

/// A language to choose, or none.
fn language(
    store: &Store,
    id: &'static str,
    (label, none): (Text, Text),
    chosen: Option<&Language>,
    onchange: Callback<Event>,
    may_be: impl Fn(&LanguageWords) -> bool,
) -> Html {
    let chosen = chosen.map(Language::tag);
    let offered = store
        .pack
        .words
        .languages()
        .iter()
        .filter(|language| may_be(language));
    html! {
        <div class="field">
            <label for={id}>{ store.text(label) }</label>
            <select {id} {onchange}>
                <option value="" selected={chosen.is_none()}>{ store.text(none) }</option>
                { for offered.map(|language| languages::option(language, chosen == Some(&*language.tag))) }
            </select>
        </div>
    }
}

/// A blank page or a break, and the stage again.
fn covers(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
    if handle.workshop.cover != Cover::Open {
        return html! {
            <p key="covered">
                <button type="button" class="button" data-uncover="" onclick={covering(handle, Change::Blanked(false))}>
                    { store.text(Text::WallUncover) }
                </button>
            </p>
        };
    }
    let minutes = |minutes: u64| {
        let handle = handle.clone();
        let label = handle
            .store
            .fill(Text::WallBreakFor, &[("n", &minutes.to_string())]);
        let onclick = move |_: MouseEvent| {
            let back = Moment(handle.store.inputs().now.0.saturating_add(minutes * 60_000));
            cover(&handle, Change::BeganBreak(Some(back)));
        };
        html! { <button type="button" class="timer-button" data-break={minutes.to_string()} {onclick}>{ label }</button> }
    };
    html! {
        <div key="open">
            <p class="windows-covers">
                <button type="button" class="timer-button" data-blank="" onclick={covering(handle, Change::Blanked(true))}>
                    { store.text(Text::WallBlank) }
                </button>
            </p>
            <div class="windows-covers" role="group" aria-label={store.text(Text::WallBreak)}>
                <span>{ store.text(Text::WallBreak) }</span>
                { for BREAKS.map(minutes) }
            </div>
            <Until handle={handle.clone()} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct UntilProps {
    handle: WorkshopHandle,
}

/// A break until a day and a time. It begins with the button: a field says that it has changed before its last digit is typed.
#[component]
fn Until(props: &UntilProps) -> Html {
    let refused = use_state_eq(|| false);
    let store = &props.handle.store;
    let today = store.day_of(store.inputs().now);
    let last = today.plus(Break::DAYS).unwrap_or(today);
    let onclick = {
        let (handle, refused) = (props.handle.clone(), refused.setter());
        move |_: MouseEvent| {
            let typed = browser::local_moment(&browser::field_text(UNTIL));
            let back = Break::end(typed, handle.store.inputs().now);
            refused.set(back.is_none());
            match back {
                Some(_) => cover(&handle, Change::BeganBreak(back)),
                None => browser::focus(UNTIL),
            }
        }
    };
    html! {
        <div class="field" role="group" aria-labelledby="break-until-label">
            <label for={UNTIL} id="break-until-label">{ store.text(Text::WallBreakUntil) }</label>
            <input id={UNTIL} type="datetime-local" min={format!("{today}T00:00")} max={format!("{last}T23:59")}
                aria-invalid={refused.then_some("true")} aria-describedby="break-wrong" />
            <p><button type="button" class="timer-button" data-break-until="" {onclick}>{ store.text(Text::WallBreakBegin) }</button></p>
            <span class="workshop-care" id="break-wrong" aria-live="polite" aria-atomic="true">
                if *refused {
                    { store.text(Text::WallBreakNotAhead) }
                }
            </span>
        </div>
    }
}

fn covering(handle: &WorkshopHandle, change: Change) -> Callback<MouseEvent> {
    let handle = handle.clone();
    Callback::from(move |_: MouseEvent| cover(&handle, change.clone()))
}

/// Covers the stage or shows it again, and says what the room sees from now on.
fn cover(handle: &WorkshopHandle, change: Change) {
    handle.change(change);
    let Some(workshop) = handle.latest() else { return };
    let store = &handle.store;
    let pause = store.text(Text::WallBreak);
    let shown = match workshop.cover {
        Cover::Open => store.text(stage_name(workshop.stage)),
        Cover::Blank => store.text(Text::WallBlank),
        Cover::Break(Break { back: None, .. }) => pause,
        Cover::Break(Break { back: Some(back), .. }) => {
            let back = back_at(store, back, store.inputs().now);
            [&*pause, ". ", &*back].concat().into()
        }
    };
    browser::say(&store.pack.texts.about(&store.text(Text::WallNow), &shown));
}

#[derive(Clone, PartialEq, Properties)]
struct PreviewProps {
    store: StoreHandle,
    wall: Rc<Wall>,
    words: Option<Rc<Pack>>,
}

/// The picture itself, small. Nobody needs to hear it: whatever it says stands on the console as well.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let (store, wall) = (&*props.store.0, &*props.wall);
    let view = View::new(store, wall, Html::default()).with(props.words.as_deref());
    html! {
        <div class="wall-preview" aria-hidden="true" inert=true>{ view.screen() }</div>
    }
}
