//! One's part in a workshop: how to go on, the question of a later vote, the answer code.

use super::{PartView, Said, begin, happened, questions};
use crate::app::place::Place;
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop;
use crate::app::workshop::action::TicketEvent;
use crate::app::workshop::joining::{CodeStanding, Far, Making};
use crate::browser;
use crate::domain::answer::Choice;
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::Depth;
use crate::domain::code::invite::Invite;
use crate::domain::code::items::Shape;
use crate::domain::code::seal::{CannotSeal, Entropy};
use crate::domain::code::{Round, WorkshopId};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::ticket::Made;
use crate::ui::components::leaving::leaving;
use crate::ui::components::progress::save_line;
use crate::ui::components::question::{options, tell};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

impl PartView<'_> {
    pub(super) fn screen(&self, heading: &AttrValue) -> Html {
        let trouble = matches!(self.facts.save, SaveState::Failed(_) | SaveState::InMemory);
        html! {
            <div class="prose join">
                <h1 tabindex="-1">{ heading.clone() }</h1>
                if trouble {
                    <p class="hint">{ save_line(self.view.store, self.facts.save) }</p>
                }
                { match self.view.second {
                    Some((round, area)) => self.second(round, area),
                    None => self.first(),
                } }
                { self.code() }
                { self.other_codes() }
                { self.view.pass_round() }
                { self.ending() }
            </div>
        }
    }

    pub(super) fn text(&self, text: Text) -> AttrValue {
        self.view.store.text(text)
    }

    fn first(&self) -> Html {
        let id = self.ticket.assessment;
        let open = questions(self.view.store, id).to_string();
        let Some(Far {
            answered,
            total,
            next,
        }) = self.facts.far
        else {
            return html! {
                <>
                    <p class="lead">{ self.text(Text::JoinNotHere) }</p>
                    <p>
                        <button type="button" class="button button-quiet" onclick={self.begin()}>
                            { self.text(Text::JoinBegin) }
                        </button>
                    </p>
                </>
            };
        };
        let total = total.to_string();
        let Some(next) = next else {
            return html! {
                <>
                    <p class="lead">{ self.text(Text::JoinCodeLead) }</p>
                    <p>{ self.role() }{ " " }<a href={open}>{ self.text(Text::JoinChange) }</a></p>
                </>
            };
        };
        let shape = self.view.invite.shape;
        let label = if shape == Shape::new(Depth::Quick, KnowDo::LeftOut) {
            Text::JoinGoOnQuestion
        } else {
            Text::JoinGoOnPage
        };
        let label = self
            .view
            .store
            .fill(label, &[("n", &next.to_string()), ("total", &total)]);
        let lead = self.view.store.fill(
            Text::JoinBackLead,
            &[("answered", &answered.to_string()), ("total", &total)],
        );
        html! {
            <>
                <p class="lead">{ lead }</p>
                <p>{ self.role() }</p>
                <p><a class="button" href={open}>{ label }</a></p>
                if answered > 0 && self.facts.standing == CodeStanding::NotMade {
                    <p class="hint">{ self.text(Text::JoinNoTime) }</p>
                }
            </>
        }
    }

    /// The role in the code, where the workshop has roles.
    fn role(&self) -> Html {
        let labels = self.view.invite.roles.labels();
        let role = self
            .ticket
            .role
            .and_then(|role| labels.get(usize::from(role.place())));
        match role {
            _ if labels.is_empty() => Html::default(),
            None => html! { { self.text(Text::JoinYourRoleNone) } },
            Some(role) => html! { { self.view.store.fill(Text::JoinYourRole, &[("role", role.text())]) } },
        }
    }

    /// For whoever joined at a later vote, or deleted the answers.
    fn begin(&self) -> Callback<MouseEvent> {
        let (store, invite) = (Rc::clone(self.view.store), Rc::clone(self.view.invite));
        leaving(move || {
            happened(&store, invite.workshop, TicketEvent::BeganAgain);
            begin(&store, &invite);
        })
    }

    fn second(&self, round: Round, area: AreaId) -> Html {
        let question = QuestionId::Anchored(area);
        let again = self.ticket.again(round).filter(|again| again.area == area);
        let (store, workshop) = (Rc::clone(self.view.store), self.ticket.workshop);
        let onchange = Callback::from(move |event: Event| {
            if let Some(choice) = Choice::from_code(&browser::value(&event)) {
                let event = TicketEvent::AnsweredAgain { round, area, choice };
                happened(&store, workshop, event);
                tell(&store, "");
            }
        });
        let store = self.view.store;
        let lead = if self.facts.far.is_some() {
            Text::JoinSecondLead
        } else {
            Text::JoinLeadSecond
        };
        html! {
            <>
                <p class="lead">{ self.text(lead) }</p>
                <div class="card">
                    <fieldset class="question" {onchange}>
                        <legend class="question-prompt">{ AttrValue::from(store.pack.words.prompt(question)) }</legend>
                        <div class="options">{ options(store, question, again.map(|again| again.choice)) }</div>
                    </fieldset>
                </div>
            </>
        }
    }

    pub(super) fn round(&self) -> Round {
        self.view.second.map_or(Round::FIRST, |(round, _)| round)
    }

    /// The button that makes a code, and the code that was made last.
    fn code(&self) -> Html {
        let answered = match self.view.second {
            None => self.facts.far.is_some_and(|far| far.answered > 0),
            Some((round, area)) => self.ticket.again(round).is_some_and(|again| again.area == area),
        };
        let outdated = self.facts.standing == CodeStanding::Outdated;
        let (class, label) = match (self.facts.standing, self.facts.far) {
            (CodeStanding::NotMade, Some(Far { next: Some(_), .. })) if self.view.second.is_none() => {
                ("button button-quiet", Text::JoinMake)
            }
            (CodeStanding::NotMade, _) => ("button", Text::JoinMake),
            _ => ("button", Text::JoinMakeNew),
        };
        let trouble = (*self.view.ui.said).and_then(Said::trouble);
        let made = self.ticket.code(self.round());
        html! {
            <>
                <div class="join-make" role="group">
                    <p class="join-said" aria-live="polite" aria-atomic="true">
                        if outdated { { self.text(Text::JoinChanged) } }
                    </p>
                    if answered && self.facts.standing != CodeStanding::Current {
                        <button type="button" {class} data-make="" onclick={self.make()}>{ self.text(label) }</button>
                    }
                    <p class="join-said">
                        if let Some(trouble) = trouble { { self.text(trouble) } }
                    </p>
                </div>
                if let Some(made) = made {
                    { self.panel(made) }
                }
            </>
        }
    }

    /// Makes a code, in slices: it is drawn until no chat damages it.
    pub(super) fn make(&self) -> Callback<MouseEvent> {
        let (store, invite) = (Rc::clone(self.view.store), Rc::clone(self.view.invite));
        let (round, said) = (self.round(), self.view.ui.said.clone());
        Callback::from(move |_| {
            if browser::entropy().is_none() {
                refuse(&store, &said, Said::NoEntropy);
                return;
            }
            match begun(&store, &invite, round) {
                Some(making) => draw(&store, invite.workshop, making, &said),
                None => refuse(&store, &said, Said::CannotSeal),
            }
        })
    }

    /// The ways to the codes of the other votes.
    fn other_codes(&self) -> Html {
        let here = self.round();
        let mut links = Vec::new();
        if here != Round::FIRST && self.ticket.code(Round::FIRST).is_some() {
            let place = Place::Join(self.ticket.invite.clone(), None);
            links.push((place, self.text(Text::JoinFirstCode)));
        }
        for again in self.ticket.again.iter().filter(|again| again.round != here) {
            let place = Place::Join(self.ticket.invite.clone(), Some((again.round, again.area)));
            let words = &self.view.store.pack.words;
            let area = words.area(again.area, AreaWord::Name);
            links.push((
                place,
                self.view.store.fill(Text::JoinSecondCode, &[("area", &area)]),
            ));
        }
        let link =
            |(place, label): (Place, AttrValue)| html! { <li><a href={place.fragment()}>{ label }</a></li> };
        html! {
            if !links.is_empty() {
                <ul class="join-facts">{ for links.into_iter().map(link) }</ul>
            }
        }
    }
}

/// A code under a number of its own; none if there is nothing to seal, and then no number is used up.
fn begun(store: &Store, invite: &Invite, round: Round) -> Option<Making> {
    let making = || {
        let state = store.state();
        let ticket = workshop::ticket(&state, invite.workshop).ok()?;
        let assessment = state.assessment(ticket.assessment);
        Making::begin(&store.pack.checklist, invite, &ticket, assessment, round)
    };
    making()?;
    happened(store, invite.workshop, TicketEvent::BeganCode);
    making()
}

/// Draws a code to the end and keeps it.
fn draw(store: &Rc<Store>, workshop: WorkshopId, making: Making, said: &UseStateHandle<Option<Said>>) {
    let (store, said) = (Rc::clone(store), said.clone());
    let mut under_way = Some(making);
    let step = move || {
        let Some((mut making, entropy)) = under_way.take().zip(browser::entropy()) else {
            refuse(&store, &said, Said::NoEntropy);
            return false;
        };
        match making.step(Entropy(entropy)) {
            Ok(true) => under_way = Some(making),
            Ok(false) => {
                if let Some(made) = making.finish() {
                    keep(&store, workshop, made);
                }
                said.set(None);
            }
            Err(CannotSeal) => refuse(&store, &said, Said::CannotSeal),
        }
        under_way.is_some()
    };
    browser::in_slices(step, || ());
}

/// There is no code, and why; said each time.
fn refuse(store: &Store, said: &UseStateHandle<Option<Said>>, why: Said) {
    said.set(Some(why));
    if let Some(trouble) = why.trouble() {
        browser::say(&store.text(trouble));
    }
}

/// Keeps a code, unless everything was forgotten while it was drawn.
fn keep(store: &Store, workshop: WorkshopId, made: Made) {
    happened(store, workshop, TicketEvent::MadeCode(made));
    browser::say(&store.text(Text::JoinCodeTitle));
    browser::after_paint(|| browser::focus("join-hand-in"));
}
