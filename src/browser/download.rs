//! Handing a file to the person without a server.

use super::page::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

pub(super) fn hand_over(name: &str, text: &str) {
    // A refusal leaves the data where it is, and the person can ask again.
    let _refused = offer(name, text);
}

fn media_type(name: &str) -> &'static str {
    if name.ends_with(".ics") {
        "text/calendar;charset=utf-8"
    } else {
        "application/json"
    }
}

fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type(name));
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
