//! One's part in a workshop: how to go on, the question of a later vote, the answer code.

use super::{PartView, Said, begin, edit, questions};
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::joining::{self, Far, Standing};
use crate::app::workshop::place::Place;
use crate::browser;
use crate::domain::answer::Choice;
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::Depth;
use crate::domain::code::Round;
use crate::domain::code::items::Shape;
use crate::domain::code::seal::Entropy;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::Revision;
use crate::domain::workshop::ticket::Again;
use crate::ui::components::progress::save_line;
use crate::ui::components::question::options;
use std::rc::Rc;
use yew::prelude::*;

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
                if answered > 0 && self.facts.standing == Standing::NotMade {
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
        Callback::from(move |_| {
            let id = edit(&store, invite.workshop, |ticket| {
                ticket.edit();
                // Whatever is answered from now on is later than what an earlier code holds.
                let first = ticket.codes.iter_mut().filter(|made| made.round == Round::FIRST);
                first.for_each(|made| made.of = Revision::default());
                ticket.assessment
            });
            if let Some(id) = id {
                begin(&store, &invite, id);
            }
        })
    }

    fn second(&self, round: Round, area: AreaId) -> Html {
        let question = QuestionId::Anchored(area);
        let again = self.ticket.again(round).filter(|again| again.area == area);
        let (store, workshop) = (Rc::clone(self.view.store), self.ticket.workshop);
        let onchange = Callback::from(move |event: Event| {
            if let Some(choice) = Choice::from_code(&browser::value(&event)) {
                edit(&store, workshop, |ticket| {
                    let revision = ticket.edit();
                    ticket.keep_again(Again {
                        round,
                        area,
                        choice,
                        revision,
                    });
                });
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

    fn round(&self) -> Round {
        self.view.second.map_or(Round::FIRST, |(round, _)| round)
    }

    /// The button that makes a code, and the code that was made last.
    fn code(&self) -> Html {
        let answered = match self.view.second {
            None => self.facts.far.is_some_and(|far| far.answered > 0),
            Some((round, area)) => self.ticket.again(round).is_some_and(|again| again.area == area),
        };
        let outdated = self.facts.standing == Standing::Outdated;
        let (class, label) = match (self.facts.standing, self.facts.far) {
            (Standing::NotMade, Some(Far { next: Some(_), .. })) if self.view.second.is_none() => {
                ("button button-quiet", Text::JoinMake)
            }
            (Standing::NotMade, _) => ("button", Text::JoinMake),
            _ => ("button", Text::JoinMakeNew),
        };
        let trouble = match *self.view.ui.said {
            Some(Said::NoEntropy) => Some(Text::JoinNoEntropy),
            Some(Said::CannotSeal) => Some(Text::JoinRefusedKey),
            _ => None,
        };
        let made = self.ticket.code(self.round());
        html! {
            <>
                <div class="join-make" role="group">
                    <p class="join-said" role="status">
                        if outdated { { self.text(Text::JoinChanged) } }
                    </p>
                    if answered && self.facts.standing != Standing::Current {
                        <button type="button" {class} data-make="" onclick={self.make()}>{ self.text(label) }</button>
                    }
                    <p class="join-said" role="alert">
                        if let Some(trouble) = trouble { { self.text(trouble) } }
                    </p>
                </div>
                if let Some(made) = made {
                    { self.panel(&made.code) }
                }
            </>
        }
    }

    fn make(&self) -> Callback<MouseEvent> {
        let (store, invite) = (Rc::clone(self.view.store), Rc::clone(self.view.invite));
        let (round, said) = (self.round(), self.view.ui.said.clone());
        Callback::from(move |_| {
            let Some(entropy) = browser::entropy() else {
                said.set(Some(Said::NoEntropy));
                return;
            };
            let checklist = &store.pack.checklist;
            let made = edit(&store, invite.workshop, |ticket| {
                let state = store.state();
                let assessment = state.assessment(ticket.assessment);
                let made = joining::make(checklist, &invite, ticket, assessment, round, Entropy(entropy))?;
                ticket.edit();
                ticket.keep_code(made);
                Some(())
            });
            said.set(match made.flatten() {
                Some(()) => None,
                None => Some(Said::CannotSeal),
            });
            browser::after_paint(|| browser::focus("join-hand-in"));
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
