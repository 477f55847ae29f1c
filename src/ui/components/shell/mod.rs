//! What the page says when the application is not running: part of the static page, revealed by marks on the root element.

use crate::app::text::Text;
use crate::ui::prelude::*;
use crate::ui::store::{Store, StoreHandle};

/// The words.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Where the copy comes from.
    pub store: StoreHandle,
}

/// The notices: no script, an old browser, not running, broke.
#[component]
pub fn Shell(props: &Props) -> Html {
    let store = &props.store.0;
    let line = |class: &'static str, text| html! { <p {class}>{ store.text(text) }</p> };
    html! {
        <>
            <noscript><p class="notice shell-notice">{ store.text(Text::ShellNoScript) }</p></noscript>
            <p class="notice shell-notice shell-hidden" id="old">{ store.text(Text::ShellNeeds) }</p>
            { notice(store, "failed", Text::ShellFailedTitle, html! {
                <>
                    { line("shell-unknown", Text::ShellFailed) }
                    { line("shell-files", Text::ShellFiles) }
                    { line("shell-wasm", Text::ShellWasm) }
                    <p>{ store.text(Text::ShellNeeds) }</p>
                    { line("shell-kept", Text::ShellKept) }
                </>
            }) }
            { notice(store, "broken", Text::ShellBrokenTitle, html! { <p>{ store.text(Text::ShellBroken) }</p> }) }
        </>
    }
}

/// Both buttons need the inline script, which shows them.
fn notice(store: &Store, kind: &'static str, title: Text, words: Html) -> Html {
    html! {
        <div class={classes!("notice", "shell-notice", "shell-hidden")} id={kind} role="alert">
            <h2>{ store.text(title) }</h2>
            { words }
            <p class="shell-actions">
                <button type="button" class="button" hidden=true>{ store.text(Text::ShellRescue) }</button>{ " " }
                <button type="button" class="button button-quiet" data-reload="" hidden=true>
                    { store.text(Text::ShellReload) }
                </button>
            </p>
        </div>
    }
}
