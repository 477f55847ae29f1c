//! Counts of renders for the browser test, in debug builds only.

/// Counts one render of a component under `window.renders`.
#[cfg(all(debug_assertions, target_arch = "wasm32"))]
pub fn count_render(component: &str) {
    use js_sys::{Object, Reflect};
    let Some(window) = web_sys::window() else { return };
    let counts = Reflect::get(&window, &"renders".into())
        .ok()
        .filter(wasm_bindgen::JsValue::is_object);
    let counts = counts.unwrap_or_else(|| Object::new().into());
    let before = Reflect::get(&counts, &component.into())
        .ok()
        .and_then(|count| count.as_f64());
    let _never = Reflect::set(&counts, &component.into(), &(before.unwrap_or(0.0) + 1.0).into());
    let _never = Reflect::set(&window, &"renders".into(), &counts);
}

/// Release builds count nothing.
#[cfg(not(all(debug_assertions, target_arch = "wasm32")))]
pub const fn count_render(_component: &str) {}
