//! What the page says when the application is not running: part of the static page, revealed by marks on the root element.

use crate::app::text::Text;
use crate::ui::store::{Store, StoreHandle};
use yew::prelude::*;

/// The words.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Where the copy comes from.
    pub store: StoreHandle,
}

/// The three notices: no script, did not start, broke.
#[component]
pub fn Shell(props: &Props) -> Html {
    let store = &props.store.0;
    html! {
        <>
            <noscript><p class="notice shell-notice">{ store.text(Text::ShellNoScript) }</p></noscript>
            { notice(store, "failed", Text::ShellFailedTitle, Text::ShellFailed) }
            { notice(store, "broken", Text::ShellBrokenTitle, Text::ShellBroken) }
        </>
    }
}

fn notice(store: &Store, kind: &'static str, title: Text, text: Text) -> Html {
    html! {
        <div class={classes!("notice", "shell-notice", "shell-hidden")} id={kind} role="alert">
            <h2>{ store.text(title) }</h2>
            <p>{ store.text(text) }</p>
            <p>
                <button type="button" class="button rescue">{ store.text(Text::ShellRescue) }</button>{ " " }
                <button type="button" class="button button-quiet" data-reload="">{ store.text(Text::ShellReload) }</button>
            </p>
        </div>
    }
}
