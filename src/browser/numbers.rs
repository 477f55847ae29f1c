//! How this device writes numbers.

#[cfg(target_arch = "wasm32")]
use super::js::property;

/// A half as this device writes it, `0.5` or `0,5`: by its own number format, whatever language the words are in.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn half() -> String {
    use wasm_bindgen::{JsCast, JsValue};
    let half = JsValue::from_f64(0.5);
    let write = property(&half, "toLocaleString").dyn_into::<js_sys::Function>();
    let written = write.ok().and_then(|write| write.call0(&half).ok());
    written.and_then(|text| text.as_string()).unwrap_or_default()
}

/// Where there is no browser, with a point.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn half() -> String {
    String::from("0.5")
}
