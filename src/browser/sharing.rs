//! A text on its way to other people: the clipboard, the device's own share sheet, a selection; and where this page is.

use super::js::{call, make, method, navigator, promise, property, set};
use super::page::document;
use super::voice::say;
use js_sys::{Array, Object};
use std::ops::Deref;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;

/// What became of a text for the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clip {
    /// It can be pasted.
    Copied,
    /// The browser refused, or has no clipboard for this page.
    Refused,
}

/// This page's address without a fragment; nothing natively.
#[must_use]
pub fn address() -> String {
    if !cfg!(target_arch = "wasm32") {
        return String::new();
    }
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to a place without leaving an entry in the history.
pub fn replace(address: &str) {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().replace(address);
    }
}

/// Goes to a fragment of this page, as a link does.
pub fn go(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().set_hash(fragment);
    }
}

/// Puts a text into the clipboard. Browsers allow that in answer to a click, on a page that came over https.
fn copy(text: &str, done: impl FnOnce(Clip) + 'static) {
    // Asked for at once: some browsers refuse what comes later than the click.
    let asked = promise(&property(&navigator(), "clipboard"), "writeText", &[&text.into()]);
    spawn_local(async move {
        let came = match asked {
            Some(asked) => asked.await.is_ok(),
            None => false,
        };
        done(if came { Clip::Copied } else { Clip::Refused });
    });
}

/// Copies what a field holds, and says the words for what came of it. Where that is refused the field is selected.
pub fn copy_field<W: Deref<Target = str>>(
    id: impl Deref<Target = str> + 'static,
    text: &str,
    words: impl FnOnce(Clip) -> W + 'static,
) {
    copy(text, move |clip| {
        if clip == Clip::Refused {
            select(&id);
        }
        say(&words(clip));
    });
}

/// Selects everything in a text field, so that one key or one long touch copies it.
fn select(id: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _refused = field.focus();
        field.select();
    }
}

/// Whether the device has a share sheet for this page; never natively.
#[must_use]
pub fn can_share() -> bool {
    cfg!(target_arch = "wasm32") && method(&navigator(), "share").is_some()
}

/// Opens the device's share sheet with a text. What the person does there, or that nothing came of it, stays there.
pub fn share(text: &str) {
    let data = Object::new();
    set(&data, "text", &text.into());
    if let Some(asked) = promise(&navigator(), "share", &[&data]) {
        spawn_local(async move {
            let _closed = asked.await;
        });
    }
}

/// Opens the device's share sheet with a file, and says whether it was given to what the person chose there: not where no sheet takes it or
/// none could open. Somebody who closes the sheet has decided, and nothing is said.
pub fn share_file(name: &str, text: &str, given: impl FnOnce(bool) + 'static) {
    let Some(asked) = ask_with_file(name, text) else {
        given(false);
        return;
    };
    spawn_local(async move {
        match asked.await {
            Ok(_) => given(true),
            Err(error) if property(&error, "name") == "AbortError" => {}
            Err(_) => given(false),
        }
    });
}

/// The sheet that is opening; none where no sheet takes a file like this.
fn ask_with_file(name: &str, text: &str) -> Option<JsFuture> {
    let kind = Object::new();
    set(&kind, "type", &"text/html".into());
    let parts = Array::of1(&text.into());
    let file = make("File", &Array::of3(&parts, &name.into(), &kind))?;
    let data = Object::new();
    set(&data, "files", &Array::of1(&file));
    call(&navigator(), "canShare", &data)?.is_truthy().then_some(())?;
    promise(&navigator(), "share", &[&data])
}
