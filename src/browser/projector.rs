//! A window that is projected: the whole screen, and keys that turn its pages.

use super::events::{Listening, clipboard_text, hand_over, in_text_field};
use super::js::{call, call_with, navigator, promise, property, window};
use super::page::document;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::KeyboardEvent;

/// Asks for the whole screen. Browsers allow that in answer to a click or a key.
pub fn fill_screen() {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _refused = call(&root, "requestFullscreen", &JsValue::UNDEFINED);
    }
}

/// Keeps the screen from going to sleep while this lives, and tells whether the browser does it. It forgets when the window is hidden, so it
/// is asked again whenever the window is shown.
#[must_use]
pub fn stay_awake(tell: impl Fn(bool) + Clone + 'static) -> Listening {
    let ask = move || {
        let tell = tell.clone();
        wasm_bindgen_futures::spawn_local(async move { tell(request_wake_lock().await.is_some()) });
    };
    ask();
    Listening::to("visibilitychange", move |_| {
        if document().is_some_and(|document| property(&document, "hidden").is_falsy()) {
            ask();
        }
    })
}

/// None where the browser has none or refuses it, as it does on a low battery.
async fn request_wake_lock() -> Option<JsValue> {
    let lock = property(&navigator(), "wakeLock");
    promise(&lock, "request", &[&"screen".into()])?.await.ok()
}

/// Brings a window of this page to the front by its name, or opens it; false where the browser does not let it.
#[must_use]
pub fn find_window(address: &str, name: &str) -> bool {
    let found = call_with(&window(), "open", &[&address.into(), &name.into()]);
    found.is_some_and(|found| call(&found, "focus", &JsValue::UNDEFINED).is_some())
}

/// Tells whether the window has the whole screen, each time that has changed.
#[must_use]
pub fn listen_for_full_screen(handle: impl Fn(bool) + 'static) -> Listening {
    Listening::to("fullscreenchange", move |_| {
        handle(document().is_some_and(|document| property(&document, "fullscreenElement").is_truthy()));
    })
}

/// Hands over each key that turns a page, as the presenters' remote controls send them: true for the next page. The arrows go with the reading.
#[must_use]
pub fn listen_for_turns(handle: impl Fn(bool) + 'static) -> Listening {
    Listening::to("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || in_text_field(event));
        let (on, back) = if document().is_some_and(|document| property(&document, "dir") == "rtl") {
            ("ArrowLeft", "ArrowRight")
        } else {
            ("ArrowRight", "ArrowLeft")
        };
        match &*event.key() {
            "PageDown" if plain => handle(true),
            "PageUp" if plain => handle(false),
            key if plain && key == on => handle(true),
            key if plain && key == back => handle(false),
            _ => {}
        }
    })
}

/// Hands over each text that is pasted anywhere in the window.
#[must_use]
pub fn listen_for_paste(handle: impl Fn(&str) + 'static) -> Listening {
    let handle = Rc::new(handle);
    Listening::to("paste", move |event| {
        if let Some(text) = clipboard_text(event) {
            let handle = Rc::clone(&handle);
            hand_over(text, move |text| handle(&text));
        }
    })
}
