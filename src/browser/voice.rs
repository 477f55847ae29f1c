//! What has happened, said to those who listen: by one live region, which speaks again when the same thing happens again.

use super::page::{after_paint, document};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// Says words. The page's inline script does it, in the region that stands in `index.html`.
    pub fn say(words: &str);
}

/// Says what an element holds as soon as it is drawn.
pub fn say_shown(id: &'static str) {
    after_paint(move || {
        let shown = document().and_then(|document| document.get_element_by_id(id));
        if let Some(shown) = shown.and_then(|shown| shown.dyn_into::<HtmlElement>().ok()) {
            say(&shown.inner_text());
        }
    });
}
