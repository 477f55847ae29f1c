//! A window that is projected: the whole screen, and keys that turn its pages.

use super::events::{Listening, in_text_field};
use super::page::document;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Asks for the whole screen. Browsers allow that in answer to a click or a key.
pub fn fill_screen() {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _refused = root.request_fullscreen();
    }
}

/// Tells whether the window has the whole screen, each time that has changed.
#[must_use]
pub fn listen_for_full_screen(handle: impl Fn(bool) + 'static) -> Listening {
    Listening::to("fullscreenchange", move |_| {
        handle(document().is_some_and(|document| document.fullscreen_element().is_some()));
    })
}

/// Hands over each key that turns a page, as the presenters' remote controls send them: true for the next page.
#[must_use]
pub fn listen_for_turns(handle: impl Fn(bool) + 'static) -> Listening {
    Listening::to("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key()) && !in_text_field(event);
        match &*event.key() {
            "ArrowRight" | "PageDown" if plain => handle(true),
            "ArrowLeft" | "PageUp" if plain => handle(false),
            _ => {}
        }
    })
}
