//! QR codes from pictures and from the camera.
//!
//! - [`read_chosen`] and [`read_dropped`] read picture files: one result for each file, in their order.
//! - [`Camera::open`] shows the camera in a `<video>` and tells what it sees, until the [`Camera`] is dropped.
//! - [`prepare`] starts the reader before it is needed, while there still is a network.
//!
//! Nothing of it is fetched before one of them is called. Reading goes on in a web worker (`scanner/src/worker.js`), which
//! fetches a reader as WebAssembly, and uses the browser's own `BarcodeDetector` as well where there is one for QR codes. Pictures reach
//! that worker and nobody else.

mod camera;
mod reader;

use super::blob::size;
use super::files;
pub use camera::{Camera, CameraError, Sight};
use js_sys::Array;
use reader::Answer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DragEvent, Event, File};

/// The largest picture file, in bytes.
pub const LARGEST: u32 = 40_000_000;

/// Why a picture gave no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureError {
    /// Over [`LARGEST`].
    TooLarge,
    /// Nothing that this browser can open as a picture.
    NotAPicture,
    /// No readable code in it.
    NothingFound,
    /// The reader could not be loaded.
    ReaderMissing,
}

/// The texts of all codes in a picture, at least one.
pub type Picture = Result<Vec<String>, PictureError>;

/// Reads the pictures that were chosen in a file input, and empties the input so that the same can be chosen again.
pub fn read_chosen(event: &Event, done: impl FnOnce(Vec<Picture>) + 'static) {
    read_all(files::chosen(event), done);
}

/// Reads the pictures that were dropped, instead of letting the browser open them.
pub fn read_dropped(event: &DragEvent, done: impl FnOnce(Vec<Picture>) + 'static) {
    read_all(files::dropped(event), done);
}

/// Starts the worker, so that a later scan needs no network for it; the WebAssembly, too.
pub fn prepare() {
    spawn_local(async {
        let _answer = reader::ask(&JsValue::NULL, &Array::new()).await;
    });
}

fn read_all(files: Vec<File>, done: impl FnOnce(Vec<Picture>) + 'static) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut pictures = Vec::new();
        for file in files {
            pictures.push(read(&file).await);
        }
        done(pictures);
    });
}

/// Reads one picture.
pub(super) async fn read(file: &Blob) -> Picture {
    if size(file) > LARGEST.into() {
        return Err(PictureError::TooLarge);
    }
    match reader::ask(file.unchecked_ref(), &Array::new()).await {
        Answer::Texts(texts) if texts.is_empty() => Err(PictureError::NothingFound),
        Answer::Texts(texts) => Ok(texts),
        Answer::NotAPicture => Err(PictureError::NotAPicture),
        Answer::ReaderMissing => Err(PictureError::ReaderMissing),
    }
}
