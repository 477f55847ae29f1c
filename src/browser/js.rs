//! What JavaScript has and `web_sys` has no cheap name for.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property, or undefined; also where reading it is refused.
pub(super) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    property(of, name).dyn_into().ok()
}

/// What a method returns; nothing where there is none or it throws.
pub(super) fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<JsValue> {
    method(of, name)?.call1(of, with).ok()
}

/// A new object of a class that the browser may not have.
pub(super) fn make(name: &str, with: &Array) -> Option<JsValue> {
    Reflect::construct(&method(&js_sys::global(), name)?, with).ok()
}
