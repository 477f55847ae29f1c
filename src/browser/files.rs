//! Files that a person chooses or drops.

use super::blob::Reader;
use super::js::property;
use crate::domain::exchange::FileError;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

/// A file, read or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile<E = FileError> {
    /// Its name on the person's device.
    pub name: String,
    /// Its text, letter by letter.
    pub content: Result<String, E>,
}

/// Reads what was chosen in a file input, and empties the input so that the same file can be chosen again.
pub fn read_chosen(event: &Event, done: impl FnOnce(Vec<GivenFile>) + 'static) {
    read(chosen(event), done);
}

/// Reads what was dropped, instead of letting the browser open it.
pub fn read_dropped(event: &DragEvent, done: impl FnOnce(Vec<GivenFile>) + 'static) {
    read(dropped(event), done);
}

pub(super) fn chosen(event: &Event) -> Vec<File> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map_or_else(Vec::new, |input| {
        let files = list(&property(&input, "files"));
        input.set_value("");
        files
    })
}

pub(super) fn dropped(event: &DragEvent) -> Vec<File> {
    event.prevent_default();
    list(&property(&property(event, "dataTransfer"), "files"))
}

/// By the type that the system has for it.
pub(super) fn is_picture(file: &File) -> bool {
    property(file, "type")
        .as_string()
        .is_some_and(|kind| kind.starts_with("image/"))
}

/// Says that something may be dropped here.
pub fn allow_drop(event: &DragEvent) {
    event.prevent_default();
}

/// What a `FileList` holds; nothing where there is none.
pub(super) fn list(files: &JsValue) -> Vec<File> {
    if files.is_falsy() {
        return Vec::new();
    }
    let files = Array::from(files);
    files.iter().map(JsCast::unchecked_into).collect()
}

/// What a file is called on the person's device.
pub(super) fn name(file: &File) -> String {
    property(file, "name").as_string().unwrap_or_default()
}

fn read(files: Vec<File>, done: impl FnOnce(Vec<GivenFile>) + 'static) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let (reader, mut given) = (Reader::new(), Vec::new());
        for file in files {
            given.push(GivenFile {
                name: name(&file),
                content: reader.exact_text(&file).await,
            });
        }
        done(given);
    });
}
