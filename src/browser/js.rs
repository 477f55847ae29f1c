//! What JavaScript has and `web_sys` has no cheap name for.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property, or undefined; also where reading it is refused.
pub(super) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// A new object of a class that the browser may not have.
pub(super) fn make(name: &str, with: &Array) -> Option<JsValue> {
    let constructor: Function = property(&js_sys::global(), name).dyn_into().ok()?;
    Reflect::construct(&constructor, with).ok()
}
