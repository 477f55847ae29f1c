//! What has happened, said to those who listen: by one live region, which speaks again when the same thing happens again.

use super::page::{after_paint, document};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The live region in `index.html`; nothing inside of the application draws it.
const SAID: &str = "said";

/// Says words in a new element, since a text that is equal to the one before is no change.
pub fn say(words: &str) {
    let Some(document) = document() else { return };
    let region = document.get_element_by_id(SAID);
    let Some((region, said)) = region.zip(document.create_element("p").ok()) else {
        return;
    };
    said.set_text_content(Some(words));
    region.set_text_content(None);
    let _refused = region.append_child(&said);
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
