//! Oxymoron: is *sales innovation* a contradiction in terms where you work?
//!
//! A map of the crate, each layer knowing only those before it:
//!
//! - [`domain`]: what is measured and how it is scored; pure.
//! - [`app`]: state, actions, update, effects as data; pure.
//! - [`ui`]: screens, components and charts, in Yew.
//! - [`browser`]: the only place that touches the browser.

pub mod app;
#[cfg(feature = "ui")]
pub mod browser;
pub mod domain;
#[cfg(feature = "ui")]
pub mod ui;

#[cfg(all(feature = "ui", target_arch = "wasm32"))]
mod start;

/// Starts the application in the page, with the text of its language pack.
///
/// # Errors
/// If the page or the pack is not this version's; the page then shows a plain notice.
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(pack: &str) -> Result<(), wasm_bindgen::JsValue> {
    start::start(pack).map_err(|error| wasm_bindgen::JsValue::from_str(&format!("{error:?}")))
}

/// Takes 2 kB less of the first load than the allocator that std brings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
