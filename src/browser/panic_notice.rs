//! What a person sees if the application breaks: a plain notice, with what was saved one click away.
//!
//! The notice is part of the page from the start, hidden, and works without the wasm.

use super::page::document;

/// Reveals the notice when a panic happens; the inline script wired its button before.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        reveal();
    }));
}

fn reveal() {
    mark("data-broken", "");
}

/// Reveals the notice that some files of the app did not come.
pub fn say_that_files_are_missing() {
    mark("data-failed", "files");
}

fn mark(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _refused = root.set_attribute(name, value);
    }
}
