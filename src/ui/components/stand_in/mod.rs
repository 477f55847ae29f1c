//! What is shown in the place of a screen that is not here.

use crate::app::text::Text;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// What stands in for a screen: on its way, not arrived and to be asked for again, or not to be had here.
pub fn stand_in(store: &Store, heading: AttrValue, sentence: Text, retry: Callback<MouseEvent>) -> Html {
    let coming = sentence == Text::LaterComing;
    html! {
        <div class="prose" aria-busy={coming.to_string()}>
            <h1 tabindex="-1">{ heading }</h1>
            <p class={classes!("lead", coming.then_some("coming"))} aria-live="polite">{ store.text(sentence) }</p>
            if sentence == Text::LaterMissing {
                <button type="button" class="button" onclick={retry}>{ store.text(Text::LaterAgain) }</button>
            }
        </div>
    }
}
