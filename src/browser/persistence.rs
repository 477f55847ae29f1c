//! Whether the browser promises to keep what is stored.

use super::js::{navigator, promise, property};
use wasm_bindgen_futures::spawn_local;

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
    answer("persist", done);
}

/// Whether there is one already.
pub fn will_keep(done: impl FnOnce(Persistence) + 'static) {
    answer("persisted", done);
}

/// Asks the `StorageManager`, which is absent where the page did not come over a secure connection.
fn answer(question: &str, done: impl FnOnce(Persistence) + 'static) {
    let asked = promise(&property(&navigator(), "storage"), question, &[]);
    spawn_local(async move {
        done(match asked {
            None => Persistence::NotOffered,
            Some(asked) => match asked.await {
                Ok(kept) if kept.is_truthy() => Persistence::Promised,
                _ => Persistence::NotPromised,
            },
        });
    });
}
