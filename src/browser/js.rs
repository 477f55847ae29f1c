//! What JavaScript has and `web_sys` has no cheap name for.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A property, or undefined; also where reading it is refused.
pub(super) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
