//! Marks that last as long as the window does, reloads included. They say that something was under way, and nothing of it; or they hold
//! what only the facilitator's device can open.

use super::js::{property, window};
use wasm_bindgen::JsCast;
use web_sys::Storage;

/// What the name of every mark starts with.
const PREFIX: &str = "oxymoron/mark/";

fn marks() -> Option<Storage> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let marks = property(&window(), "sessionStorage");
    marks.is_truthy().then(|| marks.unchecked_into())
}

/// Sets a mark. Where the browser keeps nothing there will be none.
pub fn mark(name: &str) {
    if let Some(marks) = marks() {
        let _refused = marks.set_item(&[PREFIX, name].concat(), "");
    }
}

/// Takes a mark away.
pub fn unmark(name: &str) {
    if let Some(marks) = marks() {
        let _refused = marks.remove_item(&[PREFIX, name].concat());
    }
}

/// Whether there is a mark.
#[must_use]
pub fn is_marked(name: &str) -> bool {
    let found = marks().and_then(|marks| marks.get_item(&[PREFIX, name].concat()).ok()?);
    found.is_some()
}

/// Keeps a text under a mark, and says whether it is there now: read back, as a browser may refuse to keep anything.
#[must_use]
pub fn keep_mark(name: &str, text: &str) -> bool {
    let key = [PREFIX, name].concat();
    let kept = marks().and_then(|marks| {
        marks.set_item(&key, text).ok()?;
        marks.get_item(&key).ok()?
    });
    kept.as_deref() == Some(text)
}

/// The text under a mark, empty if there is none.
#[must_use]
pub fn kept_mark(name: &str) -> String {
    let found = marks().and_then(|marks| marks.get_item(&[PREFIX, name].concat()).ok()?);
    found.unwrap_or_default()
}
