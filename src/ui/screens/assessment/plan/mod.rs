//! One area to start with: the doors to it, the map of what it opens, and the plan of the first experiment.
//!
//! The screen draws doors and map, and draws again when the scores or the chosen area change; the form is a component of its own,
//! so that a letter typed there does not draw the map.

mod map;
mod paper;
mod sheet;
mod suggestion;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
mod words;

use crate::app::action::{Action, Edit};
use crate::app::route::Route;
use crate::app::shared::planning;
use crate::app::state::State;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Day;
use crate::domain::doors::Door;
use crate::domain::history::tidy_name;
use crate::domain::plan::{Chosen, PlanText};
use crate::domain::question::AreaId;
use crate::domain::score::{Scorecard, score};
use crate::ui::components::dead_end::gone;
use crate::ui::components::doors::Doors;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use sheet::Sheet;
use std::rc::Rc;

/// The screen.
pub fn plan(id: AssessmentId) -> Html {
    html! { <PlanScreen {id} /> }
}

#[derive(Clone, Copy, PartialEq, Properties)]
struct Props {
    id: AssessmentId,
}

#[derive(PartialEq)]
struct Facts {
    chosen: Option<Chosen>,
    /// The organisation or team, and the day that its answers are about.
    about: (String, Day),
    card: Scorecard,
}

fn facts(state: &State, store: &Store, id: AssessmentId) -> Option<Facts> {
    let (assessment, pack) = (state.assessment(id)?, &store.pack);
    Some(Facts {
        about: (tidy_name(&assessment.subject.value), store.day_about(assessment)),
        chosen: assessment.plan.chosen.value,
        card: score(&pack.checklist, &assessment.given(), assessment.depth.value),
    })
}

#[component]
fn PlanScreen(props: &Props) -> Html {
    let id = props.id;
    let store = use_store();
    browser::count_render("plan");
    let facts = {
        let store = Rc::clone(&store);
        use_selector(move |state, _| facts(state, &store, id))
    };
    let looked_at = use_state_eq(|| None::<AreaId>);
    let chosen = facts.as_ref().as_ref().and_then(|facts| facts.chosen);
    use_focus_on_choice(chosen);
    let Some(Facts { card, about, .. }) = &*facts else {
        return gone(&store);
    };
    View {
        store: &store,
        id,
        card,
        about,
        chosen,
        looked_at,
    }
    .screen()
}

/// The button that was clicked at a door goes away with it; the focus goes to the heading, which names the area now.
#[hook]
fn use_focus_on_choice(chosen: Option<Chosen>) {
    let before = use_mut_ref(|| chosen);
    use_effect_with(chosen, move |chosen| {
        if before.replace(*chosen) != *chosen {
            browser::focus_heading();
        }
    });
}

/// What doors and map are drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    id: AssessmentId,
    card: &'a Scorecard,
    about: &'a (String, Day),
    chosen: Option<Chosen>,
    looked_at: UseStateHandle<Option<AreaId>>,
}

impl View<'_> {
    fn screen(&self) -> Html {
        let back = html! {
            <p class="screen-only">
                <a href={Route::Results(self.id).to_string()}>{ self.text(Text::PlanBack) }</a>
            </p>
        };
        let title = match self.chosen {
            Some(chosen) => self.fill(
                Text::PlanStartWith,
                &[("area", &self.area(chosen.area, AreaWord::Name))],
            ),
            None => self.text(Text::HeadingPlan),
        };
        html! {
            <article class="plan">
                <header class="plan-head">
                    <h1 tabindex="-1" data-title={self.window(&title)}>{ title }</h1>
                    if self.chosen.is_none() {
                        <p class="lead">{ self.text(Text::PlanLead) }</p>
                    }
                    { back }
                </header>
                if let Some(chosen) = self.chosen {
                    <Sheet id={self.id} />
                    <details class="plan-another screen-only" key={chosen.area.number()}>
                        <summary>{ self.text(Text::PlanAnother) }</summary>
                        <p class="hint">{ self.text(Text::PlanAnotherText) }</p>
                        { self.doors() }
                    </details>
                } else {
                    { self.doors() }
                }
                { map::map(self) }
            </article>
        }
    }

    /// What the window is called: whose plan it is, and of when.
    fn window(&self, title: &str) -> String {
        let (name, day) = self.about;
        let parts = [title, &**name, &*self.store.day(*day)];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        self.store.pack.row(&parts.collect::<Vec<_>>())
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        self.store.fill(text, values)
    }

    fn area(&self, area: AreaId, word: AreaWord) -> AttrValue {
        self.store.pack.words.area(area, word).into()
    }

    fn doors(&self) -> Html {
        let doors = Doors {
            store: self.store,
            card: self.card,
            choose: &|area, door| self.choose(area, door),
            let_chance_choose: self.let_chance_choose(),
        };
        html! {
            <section class="plan-part" aria-labelledby="doors">
                <h2 id="doors">{ self.text(Text::PlanDoors) }</h2>
                { doors.list() }
            </section>
        }
    }

    /// Chooses an area through a door.
    fn choose(&self, area: AreaId, door: Door) -> Callback<MouseEvent> {
        self.on_choice(move |card, _| planning::choose(card, area, door))
    }

    /// Lets chance choose.
    fn let_chance_choose(&self) -> Callback<MouseEvent> {
        self.on_choice(|card, store| planning::let_chance_choose(card, &store.inputs().dice))
    }

    /// A suggestion that nobody has changed belongs to the area that it was made for, and leaves with it.
    fn on_choice(&self, edit: impl Fn(&Scorecard, &Store) -> Option<Edit> + 'static) -> Callback<MouseEvent> {
        let (store, id, card, before) = (Rc::clone(self.store), self.id, self.card.clone(), self.chosen);
        let looked_at = self.looked_at.clone();
        Callback::from(move |_| {
            let Some(edit) = edit(&card, &store) else { return };
            store.dispatch(Action::Edited(id, edit));
            looked_at.set(None);
            let now = facts(&store.state(), &store, id).and_then(|facts| facts.chosen);
            let moved = before.filter(|before| now.is_some_and(|now| now.area != before.area));
            if moved.is_some_and(|before| suggestion::stands(&store, id, before.area)) {
                store.dispatch(Action::Edited(
                    id,
                    Edit::WrotePlan(PlanText::Experiment, String::new()),
                ));
            }
        })
    }
}
