//! What becomes of everything on this device: kept as an assessment of one's own, or forgotten.

use super::{Asking, Forgotten, PartView, happened};
use crate::app::action::{Action, Edit};
use crate::app::place::Place;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::workshop::action::TicketEvent;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::domain::code::WorkshopId;
use crate::domain::question::QuestionId;
use crate::domain::record::Key;
use crate::domain::workshop::ticket::{Again, Ending};
use crate::ui::components::confirm;
use crate::ui::components::leaving::leaving;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// The button that asks, and the question before it is done.
const ASK: &str = "join-forget";

/// Makes the answers an assessment of one's own, the later ones in the place of the first, and shows its result.
pub(super) fn keep(
    store: &Rc<Store>,
    workshop: WorkshopId,
    assessment: AssessmentId,
    again: Vec<Again>,
) -> Callback<MouseEvent> {
    let store = Rc::clone(store);
    leaving(move || {
        happened(&store, workshop, TicketEvent::Kept);
        for again in &again {
            let edit = Edit::Chose(QuestionId::Anchored(again.area), again.choice);
            store.dispatch(Action::Edited(assessment, edit));
        }
        browser::go(&Route::Results(assessment).to_string());
    })
}

pub(super) fn keep_button(label: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="button button-quiet" data-keep="" {onclick}>{ label }</button> }
}

/// What was set aside of records because it could not be read.
fn raw_copies(store: &Store, keys: &[&Key]) -> Vec<Key> {
    let state = store.state();
    let is_copy = |copy: &Key| {
        let mut names = keys.iter().map(|key| key.quarantine().to_string());
        matches!(copy, Key::Quarantine(_)) && names.any(|name| copy.to_string().starts_with(&name))
    };
    state
        .raw_records
        .keys()
        .filter(|key| is_copy(key))
        .cloned()
        .collect()
}

impl PartView<'_> {
    pub(super) fn ending(&self) -> Html {
        let kept = if self.view.invite.roles.labels().is_empty() {
            Text::JoinEndingPlain
        } else {
            Text::JoinEndingText
        };
        match self.ticket.ending {
            Ending::Forget if !self.ticket.codes.is_empty() => html! {
                <section aria-labelledby="join-ending">
                    <h2 id="join-ending">{ self.text(Text::JoinDoneTitle) }</h2>
                    <p>{ self.text(Text::JoinDoneText) }</p>
                    <p>
                        <button type="button" class="button" data-forget="" onclick={self.forget()}>
                            { self.text(Text::JoinDone) }
                        </button>
                    </p>
                </section>
            },
            Ending::Forget => html! { <section>{ self.forgetting() }</section> },
            Ending::Open => html! {
                <section aria-labelledby="join-ending">
                    <h2 id="join-ending">{ self.text(Text::JoinEnding) }</h2>
                    <p>{ self.text(kept) }</p>
                    if !self.facts.rehearsal && !self.ticket.codes.is_empty() && self.facts.far.is_some_and(|far| far.answered > 0) {
                        { self.keeping() }
                    }
                    { self.forgetting() }
                </section>
            },
            Ending::Kept => html! {
                <section aria-labelledby="join-ending">
                    <h2 id="join-ending">{ self.text(Text::JoinEnding) }</h2>
                    <p>
                        { self.text(Text::JoinKept) }{ " " }
                        <a href={Route::Results(self.ticket.assessment).to_string()}>{ self.text(Text::JoinSeeResult) }</a>
                    </p>
                    { self.forgetting() }
                </section>
            },
        }
    }

    fn keeping(&self) -> Html {
        html! {
            <>
                <p class="hint">{ self.text(Text::JoinKeepHint) }</p>
                <p class="join-actions">
                    { keep_button(self.text(Text::JoinKeep), self.keep(&[])) }
                    if !self.ticket.again.is_empty() {
                        { keep_button(self.text(Text::JoinKeepSecond), self.keep(&self.ticket.again)) }
                    }
                </p>
            </>
        }
    }

    /// As they were first given, or with the later answers in their places.
    fn keep(&self, again: &[Again]) -> Callback<MouseEvent> {
        keep(
            self.view.store,
            self.ticket.workshop,
            self.ticket.assessment,
            again.to_vec(),
        )
    }

    /// Asked for, then confirmed.
    fn forgetting(&self) -> Html {
        let asking = &self.view.ui.asking;
        if **asking == Asking::Forget {
            let words = confirm::Words {
                question: self.text(Text::JoinForgetAsk),
                yes: self.text(Text::JoinForgetYes),
                no: self.text(Text::JoinForgetNo),
            };
            let asking = asking.clone();
            let on_no = Callback::from(move |()| {
                asking.set(Asking::Nothing);
                browser::after_paint(|| browser::focus(ASK));
            });
            return confirm::confirm(words, self.forget(), on_no);
        }
        let asking = asking.clone();
        let onclick = move |_: MouseEvent| {
            let asking = asking.clone();
            confirm::ask(move || asking.set(Asking::Forget));
        };
        html! {
            <p><button type="button" class="link" id={ASK} {onclick}>{ self.text(Text::JoinForget) }</button></p>
        }
    }

    /// For good: nothing of it can be undone, and the invite is there as for somebody new.
    fn forget<E>(&self) -> Callback<E> {
        let (store, ticket) = (Rc::clone(self.view.store), Rc::clone(self.ticket));
        let second = self.view.second;
        let (said, asking, forgotten) = (
            self.view.ui.said.clone(),
            self.view.ui.asking.clone(),
            self.view.ui.forgotten.clone(),
        );
        leaving(move || {
            forgotten.set(Forgotten::Everything);
            said.set(None);
            asking.set(Asking::Nothing);
            let (part, answers) = (Key::Ticket(ticket.workshop), Key::Assessment(ticket.assessment));
            for copy in raw_copies(&store, &[&part, &answers]) {
                store.dispatch(Action::DeletedRecord(copy));
            }
            store.dispatch(Action::DeletedRecord(part));
            store.dispatch(Action::DeletedRecord(answers));
            store.dispatch(Action::DismissedUndo);
            browser::go(&Place::Join(ticket.invite.clone(), second).fragment());
        })
    }
}
