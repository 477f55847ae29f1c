//! What JavaScript has, by its name.
//!
//! Each call that `web_sys` knows stands in the script that everybody loads first, with what hands it on to the later parts: a tenth of a
//! kilobyte each, compressed. What only later screens call is called by name.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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

/// The same with as many values as a method takes.
pub(super) fn call_with(of: &JsValue, name: &str, values: &[&JsValue]) -> Option<JsValue> {
    let values: Array = values.iter().copied().collect();
    Reflect::apply(&method(of, name)?, of, &values).ok()
}

/// Sets a property; what refuses it stays as it is.
pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _refused = Reflect::set(of, &name.into(), value);
}

/// A promise that a method returns; nothing where there is no such method, or it throws.
pub(super) fn promise(of: &JsValue, name: &str, values: &[&JsValue]) -> Option<JsFuture> {
    let promise: Promise = call_with(of, name, values)?.unchecked_into();
    Some(JsFuture::from(promise))
}

/// The window, and undefined where there is none.
pub(super) fn window() -> JsValue {
    web_sys::window().map_or(JsValue::UNDEFINED, JsValue::from)
}

/// What the browser and the device can do.
pub(super) fn navigator() -> JsValue {
    property(&window(), "navigator")
}

/// A new object of a class that the browser may not have.
pub(super) fn make(name: &str, with: &Array) -> Option<JsValue> {
    Reflect::construct(&method(&js_sys::global(), name)?, with).ok()
}
