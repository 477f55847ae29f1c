//! Loading the page again at once, and without a network: its service worker (`worker.js`) keeps the files of the build, and nothing else.

use super::build::build;
use super::js::{call, method, property};
use super::page::{document, when_idle};
use super::voice::say_shown;
use super::workers::Script;
use gloo::events::EventListener;
use js_sys::{Array, Promise};
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
    spawn_local(async {
        keep_loaded().await;
    });
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

/// Calls once the page can be loaded again without a network: a worker is at work, and the page is kept with all that it has loaded.
/// Never where it cannot.
pub fn when_kept(call: impl FnOnce() + 'static) {
    spawn_local(async move {
        if keep_loaded().await.is_some() {
            call();
        }
    });
}

/// Once a worker is at work, has it keep what the page had loaded before and what it does not keep for everybody: the files of a
/// workshop, or the words of another language. Nothing if the page itself is not kept, or something of it cannot be.
async fn keep_loaded() -> Option<()> {
    let registration = settled(Some(property(&container()?, "ready"))).await?;
    let scope = property(&registration, "scope").as_string()?;
    let caches = property(&web_sys::window()?.into(), "caches");
    let names: Array = settled(call(&caches, "keys", &JsValue::UNDEFINED))
        .await?
        .dyn_into()
        .ok()?;
    // As the worker names them; the last one is that of the newest build.
    let ours = format!("oxymoron {scope} ");
    let newest = names
        .iter()
        .rfind(|name| name.as_string().is_some_and(|name| name.starts_with(&ours)))?;
    let cache = settled(call(&caches, "open", &newest)).await?;
    let is_kept = async |address: &str| {
        let found = settled(call(&caches, "match", &address.into())).await;
        found.is_some_and(|found| found.is_object())
    };
    for address in loaded(&scope) {
        if !is_kept(&address).await {
            let file = file(&address).await?;
            settled(method(&cache, "put")?.call2(&cache, &address.into(), &file).ok()).await?;
        }
    }
    is_kept(&scope).await.then_some(())
}

/// A file that somebody else's page does not stand in for.
async fn file(address: &str) -> Option<JsValue> {
    let coming = web_sys::window()?.fetch_with_str(address).into();
    let response = settled(Some(coming)).await?;
    let kind = call(&property(&response, "headers"), "get", &"content-type".into())?.as_string();
    let is_page = kind.is_some_and(|kind| kind.starts_with("text/html"));
    let has = |name| property(&response, name).is_truthy();
    (has("ok") && !has("redirected") && !is_page).then_some(response)
}

/// The files of a build that this page has loaded.
fn loaded(scope: &str) -> Vec<String> {
    let performance = web_sys::window().map(|window| property(&window, "performance"));
    let entries =
        performance.and_then(|performance| call(&performance, "getEntriesByType", &"resource".into()));
    let entries: Option<Array> = entries.and_then(|entries| entries.dyn_into().ok());
    let entries = entries.unwrap_or_default().into_iter();
    entries
        .filter_map(|entry| property(&entry, "name").as_string())
        .filter(|address| address.strip_prefix(scope).is_some_and(is_hashed))
        .collect()
}

/// Whether a file's name says what is in it, such as `later-fr-749e2fc2c6f6.txt`.
fn is_hashed(name: &str) -> bool {
    let hash = name.rsplit_once('-').and_then(|(_, rest)| rest.split_once('.'));
    hash.is_some_and(|(hash, _)| hash.len() == 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
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
