//! The way in for somebody who was invited and whose link did not open.

use crate::app::text::Text;
use crate::ui::components::invite_field::InviteField;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// The screen.
pub fn invited(store: &Rc<Store>) -> Html {
    html! {
        <div class="prose">
            <h1 tabindex="-1">{ store.text(Text::InvitedTitle) }</h1>
            <p class="lead">{ store.text(Text::InvitedLead) }</p>
            <InviteField />
        </div>
    }
}
