//! Whether the browser promises to keep what is stored.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageManager;

/// What the browser says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It will not clear it by itself.
    Promised,
    /// It did not promise it.
    NotPromised,
    /// It knows no such promise.
    NotOffered,
}

/// Asks for the promise; the browser may ask the person.
pub fn ask_to_keep(done: impl FnOnce(Persistence) + 'static) {
    answer(StorageManager::persist, done);
}

/// Whether there is one already.
pub fn will_keep(done: impl FnOnce(Persistence) + 'static) {
    answer(StorageManager::persisted, done);
}

fn answer(ask: fn(&StorageManager) -> Result<Promise, JsValue>, done: impl FnOnce(Persistence) + 'static) {
    let manager = web_sys::window().map(|window| window.navigator().storage());
    // Absent where the page did not come over a secure connection.
    let manager = manager.filter(|manager| !JsValue::from(manager).is_undefined());
    spawn_local(async move {
        let Some(Ok(promise)) = manager.as_ref().map(ask) else {
            done(Persistence::NotOffered);
            return;
        };
        done(match JsFuture::from(promise).await {
            Ok(kept) if kept.is_truthy() => Persistence::Promised,
            _ => Persistence::NotPromised,
        });
    });
}
