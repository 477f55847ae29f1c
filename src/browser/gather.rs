//! Files of any kind that may hold answer codes: texts, archives, pictures, each read by what it is.
//!
//! Of an archive nothing is read but its directory and what may hold a code, and the browser itself unpacks it.

use super::blob::{Strictness, bytes, call, decoded, first, make, promised, size, slice, whole};
use super::files::{self, GivenFile};
use super::js::property;
use super::scan::{self, Picture};
use crate::domain::code::encoding;
use crate::domain::code::zip::{self, Packing, Span};
use crate::domain::exchange::{FileError, LARGEST};
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ClipboardEvent, DragEvent, Event, File, FilePropertyBag};

/// Pictures of one archive that are looked at; a chat about holidays has hundreds.
const MOST_PICTURES: usize = 200;
/// Bytes of text that are taken out of one archive.
const MOST_TEXT: u64 = 4 * LARGEST;

/// What files held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    /// Texts, and what stands in QR codes.
    pub texts: Vec<String>,
    /// Names of what could not be read.
    pub unread: Vec<String>,
    /// How many pictures gave nothing.
    pub pictures: usize,
}

/// Reads what was chosen in a file input, and empties the input so that the same file can be chosen again.
pub fn gather_chosen(event: &Event, done: impl FnOnce(Gathered) + 'static) {
    gather(files::chosen(event), done);
}

/// Reads what was dropped, instead of letting the browser open it.
pub fn gather_dropped(event: &DragEvent, done: impl FnOnce(Gathered) + 'static) {
    gather(files::dropped(event), done);
}

/// Reads the files that are being pasted, as a picture from the clipboard is.
pub fn gather_pasted(event: &Event, done: impl FnOnce(Gathered) + 'static) {
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let files = files::list(data.and_then(|data| data.files()));
    if !files.is_empty() {
        event.prevent_default();
        gather(files, done);
    }
}

/// Reads pictures that were made here, each of them the bytes of an `image/bmp`, as if they had been chosen.
pub fn gather_pictures(pictures: &[Vec<u8>], done: impl FnOnce(Gathered) + 'static) {
    let kind = FilePropertyBag::new();
    kind.set_type("image/bmp");
    let file = |bytes: &Vec<u8>| {
        let parts = Array::of1(&Uint8Array::from(&**bytes));
        File::new_with_u8_array_sequence_and_options(&parts, "code.bmp", &kind).ok()
    };
    gather(pictures.iter().filter_map(file).collect(), done);
}

fn gather(files: Vec<File>, done: impl FnOnce(Gathered) + 'static) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut gathered = Gathered::default();
        for file in files {
            gathered.take(&file).await;
        }
        done(gathered);
    });
}

impl Gathered {
    async fn take(&mut self, file: &File) {
        if files::is_picture(file) {
            match scan::read(file).await {
                Ok(texts) => self.texts.extend(texts),
                Err(_) => self.pictures += 1,
            }
            return;
        }
        let taken = match is_archive(file).await {
            Ok(true) => self.take_archive(file).await,
            Ok(false) => text(file, LARGEST).await.map(|text| self.texts.push(text)),
            Err(error) => Err(error),
        };
        if taken.is_err() {
            self.unread.push(file.name());
        }
    }

    async fn take_archive(&mut self, archive: &Blob) -> Result<(), FileError> {
        let (mut room, mut pictures) = (MOST_TEXT, 0);
        for file in directory(archive).await? {
            if file.is_text() {
                match unpacked_text(archive, &file, room.min(LARGEST)).await {
                    Ok(text) => {
                        room = room.saturating_sub(text.len() as u64);
                        self.texts.push(text);
                    }
                    Err(_) => self.unread.push(file.name),
                }
            } else if file.is_picture() && pictures < MOST_PICTURES {
                pictures += 1;
                // A picture of a chat that has no code in it is nobody's answer.
                self.texts
                    .extend(picture(archive, &file).await.unwrap_or_default());
            }
        }
        Ok(())
    }
}

/// Files that are read at the same time: a browser answers for each of them on its own.
const AT_ONCE: usize = 512;

/// Reads every chosen file as text, and every file of a ZIP. `heard` learns how many are read; `done` gets them in their order.
pub fn read_all_chosen(
    event: &Event,
    heard: impl Fn(usize, usize) + 'static,
    done: impl FnOnce(Vec<GivenFile>) + 'static,
) {
    read_all(files::chosen(event), heard, done);
}

/// The same with what was dropped, instead of letting the browser open it.
pub fn read_all_dropped(
    event: &DragEvent,
    heard: impl Fn(usize, usize) + 'static,
    done: impl FnOnce(Vec<GivenFile>) + 'static,
) {
    read_all(files::dropped(event), heard, done);
}

fn read_all(
    files: Vec<File>,
    heard: impl Fn(usize, usize) + 'static,
    done: impl FnOnce(Vec<GivenFile>) + 'static,
) {
    if files.is_empty() {
        return;
    }
    let total = files.len();
    let waiting = Rc::new(RefCell::new(files.into_iter().enumerate()));
    let read = Rc::new(RefCell::new(vec![Vec::new(); total]));
    let rest = Rc::new((Cell::new(total), Cell::new(Some(done)), heard));
    for _ in 0..AT_ONCE.min(total) {
        let (waiting, read, rest) = (Rc::clone(&waiting), Rc::clone(&read), Rc::clone(&rest));
        spawn_local(async move {
            loop {
                let next = waiting.borrow_mut().next();
                let Some((place, file)) = next else { return };
                let given = given(&file).await;
                if let Some(there) = read.borrow_mut().get_mut(place) {
                    *there = given;
                }
                let (left, done, heard) = &*rest;
                left.set(left.get().saturating_sub(1));
                heard(total - left.get(), total);
                if left.get() == 0
                    && let Some(done) = done.take()
                {
                    done(read.take().into_iter().flatten().collect());
                }
            }
        });
    }
}

/// What a file holds: itself, or the files of an archive.
async fn given(file: &File) -> Vec<GivenFile> {
    let alone = |content| {
        vec![GivenFile {
            name: file.name(),
            content,
        }]
    };
    if !is_named_as_archive(&file.name()) {
        return alone(quick_text(file).await);
    }
    let listed = match directory(file).await {
        Ok(listed) => listed,
        Err(error) => return alone(Err(error)),
    };
    let mut all = Vec::with_capacity(listed.len());
    for inner in listed.into_iter().filter(zip::File::is_text) {
        let content = unpacked_text(file, &inner, LARGEST).await;
        let name = inner.name.rsplit('/').next().unwrap_or_default().to_owned();
        all.push(GivenFile { name, content });
    }
    all
}

/// A file that is most likely UTF-8, in one call; what is not is read once more by its mark.
async fn quick_text(file: &File) -> Result<String, FileError> {
    if size(file) > LARGEST {
        return Err(FileError::TooLarge);
    }
    let read = promised(call(file, "text", &JsValue::UNDEFINED)?).await?;
    let read = read.as_string().ok_or(FileError::Unreadable)?;
    let other = |letter: char| matches!(letter, '\0' | char::REPLACEMENT_CHARACTER);
    if read.chars().take(4).any(other) {
        return text(file, LARGEST).await;
    }
    Ok(read)
}

fn is_named_as_archive(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

async fn unpacked_text(archive: &Blob, file: &zip::File, most: u64) -> Result<String, FileError> {
    text(&unpacked(archive, file, most).await?, most).await
}

async fn picture(archive: &Blob, file: &zip::File) -> Option<Vec<String>> {
    let picture = unpacked(archive, file, scan::LARGEST.into()).await.ok()?;
    let read: Picture = scan::read(&picture).await;
    read.ok()
}

async fn is_archive(file: &Blob) -> Result<bool, FileError> {
    Ok(zip::is_archive(&first(file).await?))
}

/// The files of an archive.
async fn directory(archive: &Blob) -> Result<Vec<zip::File>, FileError> {
    let size = size(archive);
    let start = size.saturating_sub(zip::TAIL);
    let length = zip::TAIL;
    let tail = bytes(archive, Span { start, length }).await?;
    let span = zip::directory(&tail, size).ok_or(FileError::Unreadable)?;
    if span.length > LARGEST {
        return Err(FileError::TooLarge);
    }
    Ok(zip::files(&bytes(archive, span).await?))
}

/// What a file of an archive is, if that is not more than `most` bytes.
async fn unpacked(archive: &Blob, file: &zip::File, most: u64) -> Result<Blob, FileError> {
    let header = Span {
        start: file.header,
        length: zip::LOCAL,
    };
    let header = bytes(archive, header).await?;
    let span = file.content(&header).ok_or(FileError::Unreadable)?;
    if span.length > most {
        return Err(FileError::TooLarge);
    }
    let packed = slice(archive, span)?;
    match file.packing {
        Some(Packing::Stored) => Ok(packed),
        Some(Packing::Deflated) => inflated(&packed, most).await,
        None => Err(FileError::Unreadable),
    }
}

/// Stops as soon as there is more than may be, whatever the archive says of it.
async fn inflated(packed: &Blob, most: u64) -> Result<Blob, FileError> {
    let unpacker = make("DecompressionStream", &Array::of1(&"deflate-raw".into()))?;
    let stream = call(packed, "stream", &JsValue::UNDEFINED)?;
    let stream = call(&stream, "pipeThrough", &unpacker)?;
    let reader = call(&stream, "getReader", &JsValue::UNDEFINED)?;
    let (parts, mut room) = (Array::new(), most);
    loop {
        let read = promised(call(&reader, "read", &JsValue::UNDEFINED)?).await?;
        if property(&read, "done").is_truthy() {
            return Ok(make("Blob", &Array::of1(&parts))?.unchecked_into());
        }
        let part = property(&read, "value");
        let length = property(&part, "byteLength").as_f64().map_or(most, whole);
        match room.checked_sub(length) {
            Some(left) => room = left,
            None => {
                let _ends = call(&reader, "cancel", &JsValue::UNDEFINED);
                return Err(FileError::TooLarge);
            }
        }
        parts.push(&part);
    }
}

/// The size is known before a byte is read.
async fn text(file: &Blob, most: u64) -> Result<String, FileError> {
    if size(file) > most {
        return Err(FileError::TooLarge);
    }
    decoded(file, encoding::label(&first(file).await?), Strictness::Lenient).await
}
