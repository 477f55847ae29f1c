//! A heading, a plain sentence and the way home, for addresses and assessments that are not there.

use crate::app::route::Route;
use crate::app::text::Text;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// The whole screen.
pub fn dead_end(store: &Store, title: Text, lead: AttrValue) -> Html {
    html! {
        <div class="prose">
            <h1 tabindex="-1">{ store.text(title) }</h1>
            <p class="lead">{ lead }</p>
            <a class="button" href={Route::Home.to_string()}>{ store.text(Text::MissingHome) }</a>
        </div>
    }
}

/// The screen for an assessment that is not on this device: deleted, or started elsewhere.
pub fn gone(store: &Store) -> Html {
    dead_end(store, Text::AssessGone, store.text(Text::AssessGoneText))
}
