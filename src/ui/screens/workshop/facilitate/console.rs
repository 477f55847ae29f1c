//! The console: where the facilitator is, what to say and do, who is in.

use super::asking::{MINIMUM_BACK, NEXT, use_asking};
use super::collect::collect;
use super::health::health;
use super::receipts::Receipts;
use super::rehearsal;
use super::settings::settings;
use super::situation::{body, prompt, use_invite_link};
use super::timer::Timer;
use super::turning::{pager, use_showing, use_wall};
use super::windows::windows;
use super::{Rooms, name, stage_name};
use crate::app::place::Place;
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::browser;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::progress::save_line;
use crate::ui::components::session_file::{CopyStanding, reminder, standing};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use crate::ui::workshop_handle::{WorkshopHandle, missing, use_workshop};
use std::rc::Rc;

/// The screen.
pub fn console(_store: &Rc<Store>, id: WorkshopId) -> Html {
    html! { <Console {id} key={id.to_string()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ConsoleProps {
    id: WorkshopId,
}

#[component]
fn Console(props: &ConsoleProps) -> Html {
    let store = use_store();
    match use_workshop(props.id) {
        Ok(handle) => html! { <Board {handle} /> },
        Err(why) => missing(&store, &why),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BoardProps {
    handle: WorkshopHandle,
}

/// The console of a workshop that is here.
#[component]
fn Board(props: &BoardProps) -> Html {
    browser::count_render("console");
    let asking = use_asking(&props.handle);
    let handle = &asking.handle;
    let stage = handle.workshop.stage;
    let saved = use_saved(&handle.store);
    let standing = use_standing(handle);
    let rooms = use_rooms(handle);
    let showing = use_showing(handle);
    let (turning, wall, present) = use_wall(handle, showing.on);
    use_focus_on_stage(stage);
    let invited = use_invite_link(handle);
    html! {
        <article class="console" onkeydown={press_once}>
            { head(handle, saved) }
            { rehearsal::banner(handle) }
            { rail(handle) }
            <div class="console-bar">
                if stage == Stage::Report {
                    <span />
                } else {
                    <Timer handle={handle.clone()} />
                }
                { turn(handle) }
            </div>
            { asking.asked }
            { raised(handle) }
            <div class="console-body">
                <section class="console-stage" aria-labelledby="stage">
                    { title(handle) }
                    { pager(&handle.store, &turning) }
                    { prompt(handle) }
                    { body(handle, invited) }
                    if handle.workshop.open_round() == Some(Round::FIRST) {
                        <div key="collect">{ collect(handle, &turning.read_out) }</div>
                    }
                    if matches!(stage, Stage::Invite | Stage::Vote | Stage::Close | Stage::Reveal | Stage::Discuss) {
                        <Receipts key="receipts" handle={handle.clone()} {showing} />
                    }
                </section>
                { side(handle, standing, rooms, &windows(handle, &wall, &present, &turning)) }
            </div>
        </article>
    }
}

/// Enter that is held down presses one button, and none that comes in its place.
fn press_once(event: KeyboardEvent) {
    if event.key() == "Enter" && browser::is_held_on_a_button(&event) {
        event.prevent_default();
    }
}

/// What is said about saving, once anything was changed, and whether the page can be loaded again without a network.
#[hook]
fn use_saved(store: &Rc<Store>) -> Html {
    let save = use_selector(|state, _| state.save);
    let kept = use_state_eq(|| false);
    {
        let kept = kept.clone();
        use_effect_with((), move |()| browser::when_kept(move || kept.set(true)));
    }
    html! {
        <>
            if *save != SaveState::Untouched {
                { " · " }{ save_line(store, *save) }
            }
            if *kept && matches!(*save, SaveState::Untouched | SaveState::Saved) {
                { " · " }{ store.text(Text::WorkshopReloads) }
            }
        </>
    }
}

/// What there is to say of copies.
#[hook]
fn use_standing(handle: &WorkshopHandle) -> CopyStanding {
    let workshop = Rc::clone(&handle.workshop);
    *use_selector(move |state, _| standing(state, &workshop))
}

fn head(handle: &WorkshopHandle, saved: Html) -> Html {
    let (store, workshop) = (&handle.store, &handle.workshop);
    let title = name(store, &workshop.settings.title);
    let day = store.day(store.day_of(workshop.held()));
    html! {
        <header class="console-head">
            <p class="hint">
                <a href={Place::All.fragment()}>{ store.text(Text::WorkshopAll) }</a>{ " · " }
                <a href={Place::Sheet(workshop.id).fragment()}>{ store.text(Text::SheetLink) }</a>
                { saved }
            </p>
            <h1 tabindex="-1" data-title={store.pack.row(&[&*title, &*day])}><bdi translate="no">{ title }</bdi></h1>
        </header>
    }
}

/// With each stage the heading is another element: of one that has the focus while its words change, the words of before are heard.
fn title(handle: &WorkshopHandle) -> Html {
    let (store, stage) = (&handle.store, handle.workshop.stage);
    let values = [("n", &*(stage.position() + 1).to_string())];
    html! {
        <div>
            <p class="eyebrow">{ store.fill(Text::WorkshopStageOf, &values) }</p>
            <h2 key={stage.name()} id="stage" tabindex="-1">{ store.text(stage_name(stage)) }</h2>
        </div>
    }
}

fn side(handle: &WorkshopHandle, standing: CopyStanding, rooms: Option<Rooms>, windows: &Html) -> Html {
    html! {
        <aside class="console-side">
            if handle.workshop.stage > Stage::Close {
                { health(handle) }
            }
            { reminder(&handle.store, handle.workshop.id, standing) }
            { windows.clone() }
            { notes(handle) }
            { ways_to_rooms(handle, rooms) }
            { settings(handle) }
        </aside>
    }
}

/// What there is to say of several rooms.
#[hook]
fn use_rooms(handle: &WorkshopHandle) -> Option<Rooms> {
    let workshop = Rc::clone(&handle.workshop);
    *use_selector(move |state, pack| Rooms::of(state, pack, &workshop))
}

/// The way to several rooms, as long as nobody has answered, and to those that were made.
fn ways_to_rooms(handle: &WorkshopHandle, rooms: Option<Rooms>) -> Html {
    let link = rooms.map(|rooms| rooms.link(&handle.store, handle.workshop.id));
    link.map_or_else(Html::default, |(href, words)| {
        html! { <p class="screen-only"><a {href}>{ words }</a></p> }
    })
}

/// Whoever goes to another stage hears where that is.
#[hook]
fn use_focus_on_stage(stage: Stage) {
    let before = use_mut_ref(|| stage);
    use_effect_with(stage, move |stage| {
        if before.replace(*stage) != *stage {
            browser::focus("stage");
        }
    });
}

/// Whether a click on the rail leads to a stage: nobody reveals by a slip of the hand.
fn is_open(handle: &WorkshopHandle, stage: Stage) -> bool {
    handle.workshop.revealed.is_some() || stage <= Stage::Close
}

/// Why it does not yet.
fn why_shut(store: &Store) -> AttrValue {
    let close = store.text(stage_name(Stage::Close));
    store.fill(Text::WorkshopRailShut, &[("stage", &close)])
}

fn rail(handle: &WorkshopHandle) -> Html {
    let here = handle.workshop.stage;
    let item = |stage: Stage| {
        let current = (stage == here).then_some("step");
        let done = stage < here;
        let shut = !is_open(handle, stage);
        let why = shut.then(|| why_shut(&handle.store));
        html! {
            <li class={done.then_some("rail-done")}>
                <button type="button" class="rail-stage" aria-current={current} disabled={shut} title={why}
                    onclick={handle.on_ask(Change::WentTo(stage))}>
                    <span class="rail-number">{ stage.position() + 1 }</span>
                    <span>{ handle.store.text(stage_name(stage)) }</span>
                    if done {
                        <span class="rail-words">{ handle.store.text(Text::WorkshopDone) }</span>
                    }
                </button>
            </li>
        }
    };
    html! {
        <nav aria-label={handle.store.text(Text::WorkshopRail)}>
            <ol class="rail">{ for Stage::ALL.map(item) }</ol>
        </nav>
    }
}

/// The smallest group can be set back: it was raised at this stage, or it is so high that nothing is shown. The region is there before it is
/// filled, so that this is heard.
fn raised(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
    let notice = handle.workshop.minimum_before.map(|before| {
        let (now, before) = (
            handle.workshop.settings.minimum.size().to_string(),
            before.size().to_string(),
        );
        let again = store.fill(Text::AskSmallestAgain, &[("n", &before)]);
        let handle = handle.clone();
        let onclick = move |_: MouseEvent| {
            handle.change(Change::TookMinimumBack);
            browser::say(&again);
            browser::after_paint(|| browser::focus("stage"));
        };
        html! {
            <div class="notice console-raised">
                <p>{ store.fill(Text::AskSmallestDone, &[("n", &now)]) }</p>
                <button type="button" class="button button-quiet" id={MINIMUM_BACK} data-minimum-back="" {onclick}>
                    { store.fill(Text::AskSmallestBack, &[("n", &before)]) }
                </button>
            </div>
        }
    });
    html! { <div class="console-said" aria-live="polite" aria-atomic="true">{ notice }</div> }
}

/// One stage back and one on.
fn turn(handle: &WorkshopHandle) -> Html {
    let here = handle.workshop.stage;
    let store = &handle.store;
    let reveals = here == Stage::Close && handle.workshop.revealed.is_none();
    let next = |stage: Stage| {
        if reveals {
            store.text(Text::WorkshopRevealNow)
        } else {
            store.fill(Text::WorkshopNext, &[("stage", &store.text(stage_name(stage)))])
        }
    };
    let go_to = |stage: Stage| handle.on_ask(Change::WentTo(stage));
    html! {
        <div class="console-turn" key={here.position()}>
            if let Some(stage) = here.previous() {
                <button type="button" class="button button-quiet" onclick={go_to(stage)}>
                    { store.text(Text::WorkshopBack) }
                </button>
            }
            if let Some(stage) = here.next() {
                <button type="button" class="button" id={NEXT} onclick={go_to(stage)}>{ next(stage) }</button>
            }
        </div>
    }
}

fn notes(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
    html! {
        <div class="field console-part">
            <label for="notes">{ store.text(Text::WorkshopNotes) }</label>
            <textarea id="notes" aria-describedby="notes-hint" value={handle.workshop.notes.clone()}
                oninput={handle.on_input(Change::WroteNotes)} />
            <span class="hint" id="notes-hint">{ store.text(Text::WorkshopNotesHint) }</span>
        </div>
    }
}
