//! The facilitator's side of a workshop.

mod stage;

use crate::app::text::Text;
use crate::domain::code::WorkshopId;
use crate::domain::workshop::stage::Stage;
use crate::ui::desk::{missing, use_desk};
use crate::ui::store::{Store, use_store};
use std::rc::Rc;
use yew::prelude::*;

/// All workshops of this device, and a new one.
pub fn all(store: &Rc<Store>) -> Html {
    html! { <div class="prose wide"><h1 tabindex="-1">{ store.text(Text::HeadingWorkshop) }</h1></div> }
}

/// An answer code that was opened as a link.
pub fn answer(store: &Rc<Store>, _code: &str) -> Html {
    html! { <div class="prose wide"><h1 tabindex="-1">{ store.text(Text::CollectTitle) }</h1></div> }
}

/// The console.
pub fn console(_store: &Rc<Store>, id: WorkshopId) -> Html {
    html! { <Console {id} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ConsoleProps {
    id: WorkshopId,
}

#[component]
fn Console(props: &ConsoleProps) -> Html {
    let store = use_store();
    let desk = match use_desk(props.id) {
        Ok(desk) => desk,
        Err(why) => return missing(&store, &why),
    };
    let stage = match desk.workshop.stage {
        Stage::Invite | Stage::Vote | Stage::Close => Html::default(),
        Stage::Reveal => stage::reveal(&desk),
        Stage::Discuss => stage::discuss(&desk),
        Stage::Choose => stage::choose(&desk),
        Stage::Experiment => stage::experiment(&desk),
        Stage::Commit => stage::commit(&desk),
        Stage::Report => stage::report(&desk),
    };
    html! {
        <div class="prose wide">
            <h1 tabindex="-1">{ desk.workshop.settings.title.clone() }</h1>
            { stage }
        </div>
    }
}
