//! Files that a person chooses or drops.

use crate::domain::exchange::{FileError, LARGEST};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file, read or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name on the person's device.
    pub name: String,
    /// Its text, bytes that are no UTF-8 replaced.
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

/// Whether a picture is among the files that were chosen.
#[must_use]
pub fn brings_pictures(event: &Event) -> bool {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    list(input.and_then(|input| input.files())).iter().any(is_picture)
}

/// Whether a picture is among the files that were dropped.
#[must_use]
pub fn drops_pictures(event: &DragEvent) -> bool {
    let data = event.data_transfer();
    list(data.and_then(|data| data.files())).iter().any(is_picture)
}

fn is_picture(file: &File) -> bool {
    file.type_().starts_with("image/")
}

/// Says that something may be dropped here.
pub fn allow_drop(event: &DragEvent) {
    event.prevent_default();
}

fn list(files: Option<FileList>) -> Vec<File> {
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
    let text = JsFuture::from(file.text())
        .await
        .map_err(|_| FileError::Unreadable)?;
    text.as_string().ok_or(FileError::Unreadable)
}
