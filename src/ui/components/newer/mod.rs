//! The line that a newer version of the page is here. It is applied by itself when the page is next opened.

use crate::app::text::Text;
use crate::browser;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// The line's id.
pub const LINE: &str = "newer";

/// Out of sight until the browser has kept one.
pub fn newer(store: &Store) -> Html {
    html! {
        <p class="newer" id={LINE}>
            <span>{ store.text(Text::NewerHere) }</span>
            { " " }
            <button type="button" class="link" onclick={|_: MouseEvent| browser::reload()}>{ store.text(Text::NewerReload) }</button>
        </p>
    }
}
