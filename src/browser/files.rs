//! Files that a person chooses or drops.

use super::blob;
use crate::domain::exchange::{FileError, LARGEST};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file, read or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name on the person's device.
    pub name: String,
    /// Its text, letter by letter.
    pub content: Result<String, FileError>,
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
        let files = list(input.files());
        input.set_value("");
        files
    })
}

pub(super) fn dropped(event: &DragEvent) -> Vec<File> {
    event.prevent_default();
    list(event.data_transfer().and_then(|data| data.files()))
}

/// By the type that the system has for it.
pub(super) fn is_picture(file: &File) -> bool {
    file.type_().starts_with("image/")
}

/// Says that something may be dropped here.
pub fn allow_drop(event: &DragEvent) {
    event.prevent_default();
}

pub(super) fn list(files: Option<FileList>) -> Vec<File> {
    let files = files
        .iter()
        .flat_map(|files| (0..files.length()).filter_map(|at| files.get(at)));
    files.collect()
}

fn read(files: Vec<File>, done: impl FnOnce(Vec<GivenFile>) + 'static) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut given = Vec::new();
        for file in files {
            let content = content(&file).await;
            given.push(GivenFile {
                name: file.name(),
                content,
            });
        }
        done(given);
    });
}

/// The size is known before a byte is read.
async fn content(file: &File) -> Result<String, FileError> {
    #[expect(clippy::cast_precision_loss, reason = "a few million")]
    if file.size() > LARGEST as f64 {
        return Err(FileError::TooLarge);
    }
    blob::exact_text(file).await
}
