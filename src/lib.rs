//! Stub, to be replaced.
#![allow(missing_docs)]
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

#[component]
pub fn App() -> Html {
    let n = use_state(|| 0);
    let onclick = { let n = n.clone(); move |_: MouseEvent| n.set(*n + 1) };
    html! { <button {onclick}>{ *n }</button> }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn start(_pack: &str) {
    if let Some(root) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app")) {
        yew::Renderer::<App>::with_root(root).hydrate();
    }
}
