//! The result, drawn once outside of the page while the last question is being read: a browser that compiles each function when it is
//! first called has then done so, and the click on the result does not wait for it.

use super::screens::assessment::results::Results;
use super::store::Store;
use crate::app::route::Route;
use crate::browser;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::ui::prelude::*;
use std::rc::Rc;

/// Draws nothing that anybody sees.
pub fn ahead(store: &Rc<Store>, here: &Route) -> Html {
    let id = match here {
        Route::Assess(id, step) => {
            let is_last = |one: &Assessment| one.steps(&store.pack.checklist).last() == step.as_ref();
            Some(*id).filter(|id| store.state().assessment(*id).is_some_and(is_last))
        }
        _ => None,
    };
    html! { <Ahead {id} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    id: Option<AssessmentId>,
}

#[component]
fn Ahead(props: &Props) -> Html {
    let drawn = use_state(Html::default);
    let begun = use_mut_ref(|| false);
    let set = drawn.setter();
    use_effect_with(props.id, move |id| {
        let Some(id) = id.filter(|_| !*begun.borrow()) else {
            return;
        };
        *begun.borrow_mut() = true;
        browser::when_idle(move || {
            let Some(place) = browser::off_page() else { return };
            set.set(create_portal(html! { <Results {id} /> }, place));
            // Its parts come after a frame each.
            let end = move || set.set(Html::default());
            browser::after_paint(|| browser::after_paint(|| browser::after_paint(end)));
        });
    });
    (*drawn).clone()
}
