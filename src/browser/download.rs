//! Handing a file to the person without a server.

use super::js::{call, call_with, make, promise, set};
use super::page::document;
use gloo::timers::callback::Timeout;
use js_sys::{Array, global};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
#[cfg(target_arch = "wasm32")]
use web_sys::BlobPropertyBag;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Milliseconds that a file's address stands.
const KEPT: u32 = 60_000;

#[cfg(target_arch = "wasm32")]
pub(super) fn hand_over(name: &str, text: &str) {
    // A refusal leaves the data where it is, and the person can ask again.
    let _refused = blob(name, text).and_then(|blob| offer(name, &blob));
}

/// Hands an SVG over as a PNG, drawn at twice its size; a browser that cannot draw it hands nothing over.
pub fn hand_over_picture(name: String, svg: String, width: u32, height: u32) {
    spawn_local(async move {
        let _refused: Option<()> = draw(&name, &svg, width * 2, height * 2).await;
    });
}

/// The type by the file's ending.
#[cfg(target_arch = "wasm32")]
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html;charset=utf-8",
        Some("csv") => "text/csv;charset=utf-8",
        Some("md") => "text/markdown;charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("ics") => "text/calendar;charset=utf-8",
        Some("txt") => "text/plain;charset=utf-8",
        _ => "application/json",
    }
}

#[cfg(target_arch = "wasm32")]
fn blob(name: &str, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind(name));
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options)
}

fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers open it only after the person has said where to, and an address that is gone by then gives nothing.
    Timeout::new(KEPT, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

async fn draw(name: &str, svg: &str, width: u32, height: u32) -> Option<()> {
    let image = make("Image", &Array::new())?;
    let data = call(&global(), "encodeURIComponent", &svg.into())?.as_string()?;
    set(&image, "src", &["data:image/svg+xml,", &*data].concat().into());
    promise(&image, "decode", &[])?.await.ok()?;
    let canvas = document()?.create_element("canvas").ok()?;
    set(&canvas, "width", &width.into());
    set(&canvas, "height", &height.into());
    let context = call(&canvas, "getContext", &"2d".into())?;
    let (left, top) = (JsValue::from(0), JsValue::from(0));
    let (width, height) = (JsValue::from(width), JsValue::from(height));
    call_with(&context, "drawImage", &[&image, &left, &top, &width, &height])?;
    let name = name.to_owned();
    let done = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            let _refused = offer(&name, &blob);
        }
    });
    call(&canvas, "toBlob", &done).map(drop)
}
