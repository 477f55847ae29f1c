//! Saving a file where the browser says what became of it (File System Access API).
//!
//! Called by name: each call that `web_sys` knows would stand in the script that everybody loads first.

use super::js::property;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is written and closed.
    Arrived,
    /// The person closed the dialog.
    Cancelled,
    /// There is no such dialog here, or not now.
    NotOffered,
}

/// Asks where to save a text and writes it there.
pub fn save_as(name: &str, text: String, done: impl FnOnce(Saved) + 'static) {
    let options = Object::new();
    let _never = Reflect::set(&options, &"suggestedName".into(), &name.into());
    // Asked in the same turn as the click, or the browser refuses.
    let asked = call(&js_sys::global(), "showSaveFilePicker", &[&options]);
    spawn_local(async move { done(written(asked, &text).await) });
}

async fn written(asked: Result<JsValue, JsValue>, text: &str) -> Saved {
    let handle = match settled(asked).await {
        Ok(handle) => handle,
        Err(error) if property(&error, "name") == "AbortError" => return Saved::Cancelled,
        Err(_) => return Saved::NotOffered,
    };
    match write(&handle, text).await {
        Ok(_) => Saved::Arrived,
        Err(_) => Saved::NotOffered,
    }
}

async fn write(handle: &JsValue, text: &str) -> Result<JsValue, JsValue> {
    let stream = settled(call(handle, "createWritable", &[])).await?;
    settled(call(&stream, "write", &[&text.into()])).await?;
    settled(call(&stream, "close", &[])).await
}

fn call(of: &JsValue, name: &str, with: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = property(of, name).dyn_into()?;
    let with: Array = with.iter().copied().collect();
    Reflect::apply(&method, of, &with)
}

async fn settled(promise: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?.dyn_into::<Promise>()?).await
}
