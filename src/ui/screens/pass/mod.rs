//! One device passed round.

use crate::app::text::Text;
use crate::domain::code::WorkshopId;
use crate::ui::desk::{missing, use_desk};
use crate::ui::store::{Store, use_store};
use std::rc::Rc;
use yew::prelude::*;

/// The screen.
pub fn pass(_store: &Rc<Store>, id: WorkshopId) -> Html {
    html! { <Screen {id} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ScreenProps {
    id: WorkshopId,
}

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let store = use_store();
    match use_desk(props.id) {
        Ok(_) => {
            html! { <div class="prose wide"><h1 tabindex="-1">{ store.text(Text::PassTitle) }</h1></div> }
        }
        Err(why) => missing(&store, &why),
    }
}
