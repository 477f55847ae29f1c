//! Loading the page again without a network: its service worker (`worker.js`) keeps the files of the build, and nothing else.

use super::js::property;
use super::page::when_idle;
use super::workers::Script;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Has the files of the page kept, as soon as the browser has nothing else to do. Nothing happens where it cannot or may not.
pub fn keep_files() {
    when_idle(|| {
        let registering = register();
        spawn_local(async move { drop(settled(registering).await) });
    });
}

/// Calls once the page can be loaded again without a network: a worker is at work, and the page is in its cache. Never where it cannot.
pub fn when_kept(call: impl FnOnce() + 'static) {
    let ready = container().map(|container| property(&container, "ready"));
    spawn_local(async move {
        let Some(registration) = settled(ready).await else {
            return;
        };
        if settled(look_up(&property(&registration, "scope")))
            .await
            .is_some_and(|page| page.is_object())
        {
            call();
        }
    });
}

/// Asks every cache for an address.
fn look_up(address: &JsValue) -> Option<JsValue> {
    let window: JsValue = web_sys::window()?.into();
    let caches = property(&window, "caches");
    let look_up: Function = property(&caches, "match").dyn_into().ok()?;
    look_up.call1(&caches, address).ok()
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

/// What a promise resolves to.
async fn settled(promise: Option<JsValue>) -> Option<JsValue> {
    JsFuture::from(promise?.dyn_into::<Promise>().ok()?).await.ok()
}
