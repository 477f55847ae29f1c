//! One device passed round, where the workshop is. People of several languages have it in their hands, so the way to the others is
//! here, for the turn at hand, with nothing else of the page's frame.

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::place::Place;
use crate::app::route::Route;
use crate::domain::code::WorkshopId;
use crate::ui::components::languages::languages;
use crate::ui::components::passing::Here;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// The screen.
pub fn pass(store: &Rc<Store>, id: WorkshopId) -> Html {
    html! {
        <>
            <Here {id} key={id.to_string()} />
            <div class="pass-languages">{ languages(store, &Route::Workshop(Place::Pass(id))) }</div>
        </>
    }
}
