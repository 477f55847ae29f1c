//! One device passed round, where the workshop is.

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::domain::code::WorkshopId;
use crate::ui::components::passing::Here;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// The screen.
pub fn pass(_store: &Rc<Store>, id: WorkshopId) -> Html {
    html! { <Here {id} key={id.to_string()} /> }
}
