//! Letter case.
//!
//! Beside [`super::language`], because only what is loaded later asks for it.

/// A text without its letter case. In capitals first, so that `ß` meets `SS` and the Greek final sigma the other one.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn case_folded(text: &str) -> String {
    use super::js::{method, property};
    use js_sys::{Array, Reflect, global};
    use wasm_bindgen::JsValue;
    let of_texts = property(&property(&global(), "String"), "prototype");
    let mut folded = JsValue::from(text);
    // Composed first: an accent of its own looks the same.
    for name in ["normalize", "toUpperCase", "toLowerCase"] {
        let change = method(&of_texts, name);
        folded = change
            .and_then(|change| Reflect::apply(&change, &folded, &Array::new()).ok())
            .unwrap_or(folded);
    }
    folded.as_string().unwrap_or_default()
}

/// By the standard library, which has the letters of all scripts.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn case_folded(text: &str) -> String {
    let capitals = text.chars().flat_map(char::to_uppercase);
    capitals.flat_map(char::to_lowercase).collect()
}
