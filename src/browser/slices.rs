//! Long work in short slices, so that the page goes on answering.

use js_sys::{Date, Promise};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long one slice lasts at least, in milliseconds: half a frame.
const SLICE: f64 = 8.0;

/// Calls `step` until it says that nothing is left. Between slices `pause` is called, and the browser may draw and handle events.
pub fn in_slices(mut step: impl FnMut() -> bool + 'static, mut pause: impl FnMut() + 'static) {
    spawn_local(async move {
        loop {
            let end = Date::now() + SLICE;
            while Date::now() < end {
                if !step() {
                    return;
                }
            }
            pause();
            breath().await;
        }
    });
}

async fn breath() {
    let timer = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _refused = window.set_timeout_with_callback(&done);
        }
    });
    let _never = JsFuture::from(timer).await;
}
