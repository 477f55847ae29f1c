//! An address that leads nowhere.

use crate::app::route::Route;
use crate::app::text::Text;
use crate::ui::store::use_store;
use yew::prelude::*;

/// The address.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The fragment as it stands in the address bar.
    pub address: String,
}

/// A plain sentence and the way home.
#[component]
pub fn Missing(props: &Props) -> Html {
    let store = use_store();
    html! {
        <div class="prose">
            <h1 tabindex="-1">{ store.text(Text::MissingTitle) }</h1>
            <p class="lead">{ store.fill(Text::MissingLead, &[("address", &props.address)]) }</p>
            <a class="button" href={Route::Home.to_string()}>{ store.text(Text::MissingHome) }</a>
        </div>
    }
}
