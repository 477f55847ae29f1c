//! Handing a file to the person without a server.

use super::page::document;
use gloo::timers::callback::Timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
#[cfg(target_arch = "wasm32")]
use web_sys::BlobPropertyBag;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url};

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
        let _refused = draw(&name, &svg, width * 2, height * 2).await;
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

async fn draw(name: &str, svg: &str, width: u32, height: u32) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let data = js_sys::encode_uri_component(svg);
    image.set_src(&["data:image/svg+xml,", &*String::from(data)].concat());
    JsFuture::from(image.decode()).await?;
    let document = document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    let name = name.to_owned();
    let done = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            let _refused = offer(&name, &blob);
        }
    });
    canvas.to_blob(done.unchecked_ref())
}
