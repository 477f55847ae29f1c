//! Files of any kind that may hold answer codes: texts, archives, pictures, each read by what it is.
//!
//! Of an archive nothing is read but its directory and what may hold a code, and the browser itself unpacks it.

use super::blob::{Reader, Strictness, bytes, call, decoded, first, make, promised, size, slice, whole};
use super::files::{self, GivenFile};
use super::js::{self, property, set};
use super::scan::{self, Picture};
use super::slices::{SIGHT, Slice};
use crate::domain::code::encoding;
use crate::domain::code::zip::{self, Compression, Span};
use crate::domain::exchange::{FileError, LARGEST};
use crate::domain::rollup::file::RoomRefusal;
use js_sys::{Array, Date, Object, Uint8Array};
use std::cell::{Cell, RefCell};
use std::iter::Enumerate;
use std::rc::Rc;
use std::vec::IntoIter;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DragEvent, Event, File};

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
    let files = files::list(&property(&property(event, "clipboardData"), "files"));
    if !files.is_empty() {
        event.prevent_default();
        gather(files, done);
    }
}

/// Reads pictures that were made here, each of them the bytes of an `image/bmp`, as if they had been chosen.
pub fn gather_pictures(pictures: &[Vec<u8>], done: impl FnOnce(Gathered) + 'static) {
    let kind = Object::new();
    set(&kind, "type", &"image/bmp".into());
    let file = |bytes: &Vec<u8>| {
        let parts = Array::of1(&Uint8Array::from(&**bytes));
        let file = js::make("File", &Array::of3(&parts, &"code.bmp".into(), &kind));
        file.map(JsCast::unchecked_into)
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
            Ok(false) => text(file, LARGEST, Strictness::Lenient)
                .await
                .map(|text| self.texts.push(text)),
            Err(error) => Err(error),
        };
        if taken.is_err() {
            self.unread.push(files::name(file));
        }
    }

    async fn take_archive(&mut self, archive: &Blob) -> Result<(), FileError> {
        let (mut room, mut pictures) = (MOST_TEXT, 0);
        let (files, more) = directory(archive).await?;
        for file in files {
            if file.is_text() {
                match unpacked_text(archive, &file, room.min(LARGEST), Strictness::Lenient).await {
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
        // What was read counts, and the rest is named as not read.
        if more { Err(FileError::TooLarge) } else { Ok(()) }
    }
}

/// Files that are on their way at the same time: Chromium reads no more of them at once.
const AT_ONCE: usize = 100;

/// What becomes of many files. What they hold is taken apart while others come: the page waits for the browser either way.
pub struct ManyFiles<T> {
    /// Takes a file apart, a piece at a time; false once nothing is left of it.
    pub step: Box<dyn Fn(&mut T) -> bool>,
    /// Learns now and then how many of how many are done.
    pub heard: Box<dyn Fn(usize, usize)>,
    /// Gets all of them in their order.
    pub done: Box<dyn Fn(Vec<T>)>,
}

/// Reads every chosen file as text, and every file of a ZIP.
pub fn read_all_chosen<T: From<GivenFile<RoomRefusal>> + 'static>(event: &Event, reading: ManyFiles<T>) {
    read_all(files::chosen(event), reading);
}

/// The same with what was dropped, instead of letting the browser open it.
pub fn read_all_dropped<T: From<GivenFile<RoomRefusal>> + 'static>(event: &DragEvent, reading: ManyFiles<T>) {
    read_all(files::dropped(event), reading);
}

fn read_all<T: From<GivenFile<RoomRefusal>> + 'static>(files: Vec<File>, reading: ManyFiles<T>) {
    let total = files.len();
    let run = Rc::new(Run {
        waiting: RefCell::new(files.into_iter().enumerate()),
        taken: RefCell::new((0..total).map(|_| Vec::new()).collect()),
        left: Cell::new(total),
        told: Cell::new(Date::now()),
        reading,
    });
    for _ in 0..AT_ONCE.min(total) {
        let run = Rc::clone(&run);
        spawn_local(async move { run.read().await });
    }
}

/// Files on their way.
struct Run<T> {
    waiting: RefCell<Enumerate<IntoIter<File>>>,
    /// What was in each file, in their order.
    taken: RefCell<Vec<Vec<T>>>,
    /// How many are not done.
    left: Cell<usize>,
    /// When it was last told how many are.
    told: Cell<f64>,
    reading: ManyFiles<T>,
}

impl<T: From<GivenFile<RoomRefusal>>> Run<T> {
    /// Takes one file after the other until none waits.
    async fn read(&self) {
        let reader = Reader::new();
        loop {
            let next = self.waiting.borrow_mut().next();
            let Some((place, file)) = next else {
                return;
            };
            let mut taken = Vec::new();
            for given in given(&file, &reader).await {
                let (mut file, mut slice) = (T::from(given), Slice::begin());
                while (self.reading.step)(&mut file) {
                    slice.pass_on().await;
                }
                taken.push(file);
            }
            self.took(place, taken);
        }
    }

    fn took(&self, place: usize, taken: Vec<T>) {
        let total = self.taken.borrow().len();
        if let Some(there) = self.taken.borrow_mut().get_mut(place) {
            *there = taken;
        }
        let left = self.left.get().saturating_sub(1);
        self.left.set(left);
        if Date::now() - self.told.get() >= SIGHT {
            self.told.set(Date::now());
            (self.reading.heard)(total - left, total);
        }
        if left == 0 {
            (self.reading.done)(self.taken.take().into_iter().flatten().collect());
        }
    }
}

/// What a file holds: itself, or the files of an archive.
async fn given(file: &File, reader: &Reader) -> Vec<GivenFile<RoomRefusal>> {
    let name = files::name(file);
    let alone = |content| {
        vec![GivenFile {
            name: name.clone(),
            content,
        }]
    };
    if !is_named_as_archive(&name) {
        return alone(reader.exact_text(file).await.map_err(RoomRefusal::from));
    }
    let (listed, more) = match directory(file).await {
        Ok(listed) => listed,
        Err(error) => return alone(Err(error.into())),
    };
    let mut all = Vec::with_capacity(listed.len());
    for inner in listed.into_iter().filter(|inner| !inner.is_of_the_system()) {
        let content = if inner.is_text() {
            let text = unpacked_text(file, &inner, LARGEST, Strictness::Strict).await;
            text.map_err(RoomRefusal::from)
        } else {
            Err(RoomRefusal::NotOpened)
        };
        // Two archives may have a file of one name.
        let name = [&*name, "/", &*inner.name].concat();
        all.push(GivenFile { name, content });
    }
    if more {
        all.extend(alone(Err(RoomRefusal::TooMany)));
    } else if all.is_empty() {
        return alone(Err(RoomRefusal::NoRoom));
    }
    all
}

fn is_named_as_archive(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

async fn unpacked_text(
    archive: &Blob,
    file: &zip::File,
    most: u64,
    strictness: Strictness,
) -> Result<String, FileError> {
    text(&unpacked(archive, file, most).await?, most, strictness).await
}

async fn picture(archive: &Blob, file: &zip::File) -> Option<Vec<String>> {
    let picture = unpacked(archive, file, scan::LARGEST.into()).await.ok()?;
    let read: Picture = scan::read(&picture).await;
    read.ok()
}

async fn is_archive(file: &Blob) -> Result<bool, FileError> {
    Ok(zip::is_archive(&first(file).await?))
}

/// The files of an archive, and whether there are more than are listed.
async fn directory(archive: &Blob) -> Result<(Vec<zip::File>, bool), FileError> {
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
        Some(Compression::Stored) => Ok(packed),
        Some(Compression::Deflated) => inflated(&packed, most).await,
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
async fn text(file: &Blob, most: u64, strictness: Strictness) -> Result<String, FileError> {
    if size(file) > most {
        return Err(FileError::TooLarge);
    }
    decoded(file, encoding::label(&first(file).await?), strictness).await
}
