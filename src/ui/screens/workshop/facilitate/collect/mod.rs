//! The ways in which answers come in, side by side, and what became of the last ones.

mod hands;
mod report;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
mod tray;

pub(super) use report::problem_words;

use super::fold::folded;
use super::rehearsal::InventedRoom;
use super::reminder::reminder;
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::collecting::Progress;
use crate::browser::{self, Gathered};
use crate::domain::code::Round;
use crate::domain::code::items::Shape;
use crate::domain::question::QuestionId;
use crate::domain::workshop::Topic;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::modes::Mode;
use crate::ui::components::link::Link;
use crate::ui::components::reach;
use crate::ui::components::scanner::scanner;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;
use tray::{Handlers, Tray, Way};

/// Everything that takes answers into the vote that is open; nothing while none is. `read_out` hears which question is counted by hands now.
pub fn collect(handle: &WorkshopHandle, read_out: &Callback<QuestionId>) -> Html {
    html! { <Collect handle={handle.clone()} read_out={read_out.clone()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    handle: WorkshopHandle,
    read_out: Callback<QuestionId>,
}

#[component]
fn Collect(props: &Props) -> Html {
    browser::count_render("collect");
    let redraw = use_force_update();
    let screen = use_memo((), |()| redraw);
    let handlers = Handlers {
        handle: props.handle.clone(),
        tray: (*use_memo(props.handle.workshop.id, |id| Tray::resumed(*id))).clone(),
        read_out: props.read_out.clone(),
    };
    handlers.tray.borrow_mut().screen = Rc::downgrade(&screen);
    use_lines(&handlers);
    // The room may have no network by the time somebody scans.
    use_effect_with((), |()| browser::after_paint(browser::scan::prepare));
    let store = &handlers.handle.store;
    let Some(round) = handlers.handle.workshop.open_round() else {
        return Html::default();
    };
    html! {
        <section class="collect" aria-labelledby="collect">
            <h3 id="collect">{ store.text(Text::CollectTitle) }</h3>
            { second_vote(&handlers.handle, round) }
            if handlers.handle.workshop.rehearsal.is_some() {
                <InventedRoom handle={handlers.handle.clone()} {round} on_gathered={handlers.on_gathered()} key={round.number()} />
            }
            { handlers.paste() }
            { handlers.progress() }
            { report::report(&handlers, Way::Codes) }
            { report::unsettled(&handlers) }
            { handlers.files() }
            { handlers.scan() }
            { handlers.pass() }
            { handlers.hands() }
            { handlers.digits() }
            { handlers.too() }
            { reminder(&handlers.handle) }
        </section>
    }
}

/// Lines of digits that could not be read are in their field again.
#[hook]
fn use_lines(handlers: &Handlers) {
    let left = handlers.tray.borrow().left.clone();
    let round = handlers.handle.workshop.open_round();
    use_effect_with((), move |()| {
        if let Some((_, text)) = left.filter(|(of, _)| Some(*of) == round) {
            browser::put_text("digits", &text);
        }
    });
}

/// What is voted on again, and the link to it.
fn second_vote(handle: &WorkshopHandle, round: Round) -> Html {
    let Some(topic) = handle.workshop.topic().filter(|_| round != Round::FIRST) else {
        return Html::default();
    };
    let store = &handle.store;
    let name = store.pack.words.area(topic.area, AreaWord::Name);
    let place = Place::Join(
        handle.workshop.invite().seal().to_string(),
        Some((round, topic.area)),
    );
    let link = reach::link(handle, &place);
    html! {
        <>
            <p><strong>{ store.fill(Text::CollectRound, &[("name", &name)]) }</strong>{ " · " }{ store.text(Text::CollectRoundText) }</p>
            <Link id="round-link" text={link} label={Text::WorkshopLink} button={Text::WorkshopLinkCopy}
                copied={Text::WorkshopLinkCopied} qr=false />
        </>
    }
}

impl Handlers {
    /// Reads what arrives by itself, as in a rehearsal, like what is pasted.
    fn on_gathered(&self) -> Callback<Gathered> {
        let handlers = self.clone();
        Callback::from(move |gathered| handlers.read_gathered(gathered))
    }

    fn text(&self, text: Text) -> AttrValue {
        self.handle.store.text(text)
    }

    /// A way in which answers come in: unfolded where this session has used it, or the team's last one has.
    fn way(&self, mode: Mode, summary: Text, inside: Html) -> Html {
        let used = self.handle.workshop.modes.has(mode);
        folded(self.text(summary), mode.name(), used, inside)
    }

    /// Remembers a way once it is used.
    fn uses(&self, mode: Mode) {
        if !self.handle.workshop.modes.has(mode) {
            self.handle.change(Change::Collected(mode));
        }
    }

    fn on_use(&self, mode: Mode) -> Callback<MouseEvent> {
        let handlers = self.clone();
        Callback::from(move |_: MouseEvent| handlers.uses(mode))
    }

    fn paste(&self) -> Html {
        let handlers = self.clone();
        let onpaste = Callback::from(move |event: Event| {
            let (texts, files) = (handlers.clone(), handlers.clone());
            if !browser::read_pasted(&event, move |text| texts.read(vec![text], vec![])) {
                browser::gather_pasted(&event, move |gathered| files.read_gathered(gathered));
            }
        });
        let handlers = self.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let handlers = handlers.clone();
            browser::read_field("paste", move |text| handlers.read(vec![text], vec![]));
        });
        html! {
            <div class="field">
                <label for="paste">{ self.text(Text::CollectPaste) }</label>
                <textarea id="paste" dir="ltr" class="collect-paste" autocomplete="off" spellcheck="false" aria-describedby="paste-hint" {onpaste} />
                <span class="hint" id="paste-hint">{ self.text(Text::CollectPasteHint) }</span>
                <p>
                    <button type="button" class="link" {onclick}>{ self.text(Text::CollectPasteRead) }</button>
                </p>
            </div>
        }
    }

    fn progress(&self) -> Html {
        let store = &self.handle.store;
        let words = self.tray.borrow().progress.map(|progress| match progress {
            Progress::Looking(done, total) => {
                let share = (done * 100).checked_div(total).unwrap_or(100);
                store.fill(Text::CollectLooking, &[("n", &share.to_string())])
            }
            Progress::Opening(done, total) => {
                let values = [("n", &*done.to_string()), ("total", &*total.to_string())];
                store.fill(Text::CollectOpening, &values)
            }
        });
        html! {
            if let Some(words) = words {
                <p class="collect-progress">{ words }</p>
            }
        }
    }

    fn files(&self) -> Html {
        let (chosen, dropped) = (self.clone(), self.clone());
        let onchange = Callback::from(move |event: Event| {
            let handlers = chosen.clone();
            browser::gather_chosen(&event, move |gathered| handlers.read_gathered(gathered));
            chosen.uses(Mode::Files);
        });
        let ondrop = Callback::from(move |event: DragEvent| {
            let handlers = dropped.clone();
            browser::gather_dropped(&event, move |gathered| handlers.read_gathered(gathered));
            dropped.uses(Mode::Files);
        });
        let ondragover = Callback::from(|event: DragEvent| browser::allow_drop(&event));
        self.way(
            Mode::Files,
            Text::CollectFiles,
            html! {
                <div class="take-drop" {ondrop} {ondragover}>
                    <label for="collect-files">{ self.text(Text::CollectFilesLabel) }</label>
                    <input id="collect-files" type="file" multiple=true {onchange} />
                    <span class="hint">{ self.text(Text::CollectFilesHint) }</span>
                </div>
            },
        )
    }

    fn scan(&self) -> Html {
        let open = self.tray.borrow().scanning;
        let handlers = self.clone();
        let on_texts = Callback::from(move |texts| handlers.read(texts, vec![]));
        let handlers = self.clone();
        let on_close = Callback::from(move |()| handlers.set_scanning(false));
        let handlers = self.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            handlers.uses(Mode::Scan);
            handlers.set_scanning(true);
        });
        let found = if open {
            report::lines(self)
        } else {
            Html::default()
        };
        html! {
            <>
                { self.way(Mode::Scan, Text::CollectScan, html! {
                    <>
                        <p>{ self.text(Text::CollectScanText) }</p>
                        <p>
                            <button type="button" class="button button-quiet" {onclick}>{ self.text(Text::CollectScanOpen) }</button>
                        </p>
                    </>
                }) }
                { scanner(open, &on_texts, &on_close, found) }
            </>
        }
    }

    fn pass(&self) -> Html {
        let label = format!(
            "{} ({})",
            self.text(Text::CollectPassOpen),
            self.text(Text::WorkshopNewWindow)
        );
        self.way(
            Mode::PassedDevice,
            Text::CollectPass,
            html! {
                <>
                    <p>{ self.text(Text::CollectPassText) }</p>
                    <p>
                        <a class="button button-quiet" target="_blank" aria-label={label} onclick={self.on_use(Mode::PassedDevice)}
                            href={Place::Pass(self.handle.workshop.id).fragment()}>{ self.text(Text::CollectPassOpen) }</a>
                    </p>
                </>
            },
        )
    }

    /// The facilitator's own vote, sealed on a page of its own like everybody's.
    fn too(&self) -> Html {
        let label = format!(
            "{} ({})",
            self.text(Text::CollectTooOpen),
            self.text(Text::WorkshopNewWindow)
        );
        let place = reach::invite_place(&self.handle.workshop);
        self.way(
            Mode::Facilitator,
            Text::CollectToo,
            html! {
                <>
                    <p>{ self.text(Text::CollectTooText) }</p>
                    <p>
                        <a class="button button-quiet" target="_blank" aria-label={label} href={place.fragment()}
                            onclick={self.on_use(Mode::Facilitator)}>
                            { self.text(Text::CollectTooOpen) }
                        </a>
                    </p>
                </>
            },
        )
    }

    fn digits(&self) -> Html {
        let store = &self.handle.store;
        let handlers = self.clone();
        let onclick = Callback::from(move |_: MouseEvent| handlers.read_digits("digits"));
        let again = self.handle.workshop.topic().map(Topic::question);
        let depth = self.handle.workshop.settings.shape.depth;
        let length = Shape::new(depth, crate::domain::assessment::KnowDo::LeftOut).length();
        let text = match again {
            None => store.fill(Text::CollectDigitsText, &[("n", &length.to_string())]),
            Some(question) if store.pack.checklist.may_be_not_applicable(question) => {
                store.text(Text::CollectDigitsTextOne)
            }
            Some(_) => store.text(Text::CollectDigitsTextLevel),
        };
        self.way(
            Mode::TypedLines,
            Text::CollectDigits,
            html! {
                <>
                    <p>{ text }</p>
                    <div class="field">
                        <label for="digits">{ self.text(Text::CollectDigitsLabel) }</label>
                        <textarea id="digits" dir="ltr" class="collect-digits" autocomplete="off" spellcheck="false" rows="6" />
                    </div>
                    <p>
                        <button type="button" class="button button-quiet" {onclick}>{ self.text(Text::CollectDigitsRead) }</button>
                    </p>
                    { report::report(self, Way::Digits) }
                </>
            },
        )
    }
}
