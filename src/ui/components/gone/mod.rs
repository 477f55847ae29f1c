//! An assessment that is not on this device: deleted, or started elsewhere.

use crate::app::route::Route;
use crate::app::text::Text;
use crate::ui::store::Store;
use yew::prelude::*;

/// A plain sentence and the way home.
pub fn gone(store: &Store) -> Html {
    html! {
        <div class="prose">
            <h1 tabindex="-1">{ store.text(Text::AssessGone) }</h1>
            <p class="lead">{ store.text(Text::AssessGoneText) }</p>
            <a class="button" href={Route::Home.to_string()}>{ store.text(Text::MissingHome) }</a>
        </div>
    }
}
