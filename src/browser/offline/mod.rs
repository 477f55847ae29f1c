//! Loading the page again at once, and without a network: its service worker (`worker.js`) keeps the files of the build, and nothing else.

use super::build::build;
use super::js::{call, property};
use super::page::{document, when_idle};
use super::voice::say_shown;
use super::workers::Script;
use gloo::events::EventListener;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::EventTarget;

/// Set on the root once another build of the page is kept whole.
const NEWER: &str = "data-newer";

/// Has the files of the page kept, as soon as the browser has nothing else to do, and looks for another build. Once that one is kept,
/// the element `line` is said and can be seen. Nothing happens where the browser cannot or may not.
pub fn keep_files(line: &'static str) {
    when_idle(move || {
        spawn_local(async move {
            register(line).await;
        });
    });
}

async fn register(line: &'static str) -> Option<()> {
    let (container, parts) = (container()?, build()?.parts);
    let script = Script::Offline.trusted()?;
    listen(&container, parts.clone(), line);
    let registration = settled(call(&container, "register", &script)).await?;
    let worker = property(&registration, "active");
    // There is none at a first visit.
    if worker.is_object() {
        // The browser may have loaded this page past the worker, which then shows no older one any more.
        let _told = call(&worker, "postMessage", &parts.into());
        let _looked = settled(call(&registration, "update", &JsValue::UNDEFINED)).await;
    }
    Some(())
}

/// The worker tells the parts of a build that is kept.
fn listen(container: &JsValue, parts: String, line: &'static str) {
    let container: &EventTarget = container.unchecked_ref();
    let listening = EventListener::new(container, "message", move |event| {
        let kept = property(event, "data").as_string();
        let root = document().and_then(|document| document.document_element());
        if let (Some(kept), Some(root)) = (kept, root)
            && kept != parts
            && !root.has_attribute(NEWER)
        {
            let _refused = root.set_attribute(NEWER, "");
            say_shown(line);
        }
    });
    listening.forget();
}

/// Loads the page again, at the same place.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().reload();
    }
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

/// Absent where the page did not come over a secure connection, and where the browser keeps nothing.
fn container() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Some(property(&navigator, "serviceWorker")).filter(JsValue::is_object)
}

/// What a promise resolves to.
async fn settled(promise: Option<JsValue>) -> Option<JsValue> {
    JsFuture::from(promise?.dyn_into::<Promise>().ok()?).await.ok()
}
