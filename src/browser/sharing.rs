//! A text on its way to other people: the clipboard, the device's own share sheet, a selection; and where this page is.

use super::page::document;
use super::voice::say;
use std::ops::Deref;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DomException, File, FilePropertyBag, HtmlTextAreaElement, Navigator, ShareData};

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

/// Goes to a fragment of this page, as a link does.
pub fn go(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().set_hash(fragment);
    }
}

/// Puts a text into the clipboard. Browsers allow that in answer to a click, on a page that came over https.
fn copy(text: &str, done: impl FnOnce(Clip) + 'static) {
    // Asked for at once: some browsers refuse what comes later than the click.
    let asked = offers("clipboard").map(|navigator| navigator.clipboard().write_text(text));
    spawn_local(async move {
        let came = match asked {
            Some(asked) => JsFuture::from(asked).await.is_ok(),
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
    cfg!(target_arch = "wasm32") && offers("share").is_some()
}

/// Opens the device's share sheet with a text. What the person does there, or that nothing came of it, stays there.
pub fn share(text: &str) {
    if let Some(navigator) = offers("share") {
        let data = ShareData::new();
        data.set_text(text);
        let asked = navigator.share_with_data(&data);
        spawn_local(async move {
            let _closed = JsFuture::from(asked).await;
        });
    }
}

/// Opens the device's share sheet with a file, or calls `otherwise` where there is none that takes it. Somebody who closes the sheet has
/// decided; a sheet that could not open calls `otherwise` too.
pub fn share_file(name: &str, text: &str, otherwise: impl FnOnce() + 'static) {
    let Some(asked) = ask_with_file(name, text) else {
        otherwise();
        return;
    };
    spawn_local(async move {
        let refused = JsFuture::from(asked).await.err();
        let closed = |error: &DomException| error.name() == "AbortError";
        if refused.is_some_and(|error| !error.dyn_ref::<DomException>().is_some_and(closed)) {
            otherwise();
        }
    });
}

/// The sheet that is opening; none where no sheet takes a file like this.
fn ask_with_file(name: &str, text: &str) -> Option<js_sys::Promise> {
    let navigator = offers("canShare")?;
    let kind = FilePropertyBag::new();
    kind.set_type("text/html");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, name, &kind).ok()?;
    let data = ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    navigator
        .can_share_with_data(&data)
        .then(|| navigator.share_with_data(&data))
}

fn offers(name: &str) -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    let offered = js_sys::Reflect::get(&navigator, &JsValue::from_str(name)).ok()?;
    (!offered.is_undefined()).then_some(navigator)
}
