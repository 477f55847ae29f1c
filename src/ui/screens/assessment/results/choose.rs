//! One area to start with, chosen here: the doors, and what each means.

use super::View;
use crate::app::action::{Action, Edit};
use crate::app::route::Route;
use crate::app::shared::planning;
use crate::app::text::Text;
use crate::browser;
use crate::domain::score::Scorecard;
use crate::ui::components::doors::Doors;
use crate::ui::components::leaving::leaving;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// The doors; nothing before anything is answered. On paper there is nothing to choose with.
pub(super) fn choose(view: &View) -> Html {
    if view.card.scored() == 0 {
        return Html::default();
    }
    let doors = Doors {
        store: view.store,
        card: &view.card,
        choose: &|area, door| on_choice(view, move |card, _| planning::choose(card, area, door)),
        let_chance_choose: on_choice(view, |card, store| {
            planning::let_chance_choose(card, &store.inputs().dice)
        }),
    };
    html! {
        <section class="results-choose screen-only" aria-labelledby="choose">
            <div class="results-choose-words">
                <h2 id="choose">{ view.text(Text::HeadingPlan) }</h2>
                <p class="hint">{ view.text(Text::PlanOfferedText) }</p>
                <a class="results-action" href={Route::Plan(view.assessment.id).to_string()}>{ view.text(Text::PlanMap) }</a>
            </div>
            { doors.list() }
        </section>
    }
}

/// A choice leads to its plan.
fn on_choice(
    view: &View,
    edit: impl Fn(&Scorecard, &Store) -> Option<Edit> + 'static,
) -> Callback<MouseEvent> {
    let (store, id, card) = (Rc::clone(view.store), view.assessment.id, view.card.clone());
    leaving(move || {
        if let Some(edit) = edit(&card, &store) {
            store.dispatch(Action::Edited(id, edit));
            browser::go(&Route::Plan(id).to_string());
        }
    })
}
