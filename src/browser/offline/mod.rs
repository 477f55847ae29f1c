//! Loading the page again without a network: its service worker (`worker.js`) keeps the files of the build, and nothing else.

use super::js::property;
use super::page::when_idle;
use super::workers::Script;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Has the files of the page kept, as soon as the browser has nothing else to do. Nothing happens where it cannot or may not.
pub fn keep_files() {
    when_idle(|| after(register(), || ()));
}

/// Calls once the page can be loaded again without a network; never where it cannot.
pub fn when_kept(call: impl FnOnce() + 'static) {
    after(container().map(|container| property(&container, "ready")), call);
}

fn register() -> Option<JsValue> {
    let container = container()?;
    let register: Function = property(&container, "register").dyn_into().ok()?;
    register.call1(&container, &Script::Offline.trusted()?).ok()
}

/// Absent where the page did not come over a secure connection, and where the browser keeps nothing.
fn container() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Some(property(&navigator, "serviceWorker")).filter(JsValue::is_object)
}

fn after(promise: Option<JsValue>, call: impl FnOnce() + 'static) {
    let Some(promise) = promise else { return };
    spawn_local(async move {
        if JsFuture::from(promise.unchecked_into::<Promise>()).await.is_ok() {
            call();
        }
    });
}
