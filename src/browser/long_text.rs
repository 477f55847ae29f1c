//! Texts that may be megabytes long, taken over from JavaScript in pieces: in one, 5 MB hold the page up for 40 ms.

use super::js::{make, method, property};
use super::slices::Slice;
use js_sys::Array;
use wasm_bindgen::JsValue;

/// How many UTF-16 units are taken over at once, a millisecond's work.
const PIECE: f64 = 65_536.0;

/// What a string says; nothing if it is no string. Half a character becomes a replacement mark.
pub(super) async fn long_text(text: &JsValue) -> Option<String> {
    if !text.is_string() {
        return None;
    }
    let text = make("String", &Array::of1(text))?;
    let slicing = method(&text, "slice")?;
    let cut = |start: f64, end: f64| slicing.call2(&text, &start.into(), &end.into()).ok()?.as_string();
    let length = property(&text, "length").as_f64()?;
    let (mut whole, mut start, mut slice) = (String::new(), 0.0, Slice::begin());
    while start < length {
        let mut end = start + PIECE;
        let mut piece = cut(start, end)?;
        if end < length && piece.ends_with(char::REPLACEMENT_CHARACTER) {
            end -= 1.0;
            piece = cut(start, end)?;
        }
        whole.push_str(&piece);
        start = end;
        slice.pass_on().await;
    }
    Some(whole)
}
