//! A participant opens an invite.

use crate::app::text::Text;
use crate::domain::code::Round;
use crate::domain::question::AreaId;
use crate::ui::store::Store;
use std::rc::Rc;
use yew::prelude::*;

/// The screen.
pub fn join(store: &Rc<Store>, _invite: &str, _second: Option<(Round, AreaId)>) -> Html {
    html! { <div class="prose wide"><h1 tabindex="-1">{ store.text(Text::JoinTitle) }</h1></div> }
}
