//! Files of any kind that may hold answer codes: texts, archives, pictures, each read by what it is.
//!
//! Of an archive nothing is read but its directory and what may hold a code, and the browser itself unpacks it.

use super::blob::{Strictness, bytes, call, decoded, decoder, first, make, promised, size, slice, whole};
use super::files::{self, GivenFile};
use super::js::property;
use super::scan::{self, Picture};
use crate::domain::code::encoding;
use crate::domain::code::zip::{self, Packing, Span};
use crate::domain::exchange::{FileError, LARGEST};
use js_sys::{Array, Function, Uint8Array};
use std::cell::{Cell, RefCell};
use std::iter::Peekable;
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

/// Files that a browser hands over in one piece: asked for one by one, a thousand take it half a second.
const TOGETHER: usize = 128;
/// The most bytes of them.
const TOGETHER_BYTES: u64 = 1 << 20;
/// Such pieces that are on their way at the same time.
const AT_ONCE: usize = 4;

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
    let waiting = Rc::new(RefCell::new(files.into_iter().enumerate().peekable()));
    let read = Rc::new(RefCell::new(vec![Vec::new(); total]));
    let rest = Rc::new((Cell::new(total), Cell::new(Some(done)), heard));
    for _ in 0..AT_ONCE {
        let (waiting, read, rest) = (Rc::clone(&waiting), Rc::clone(&read), Rc::clone(&rest));
        spawn_local(async move {
            let (left, done, heard) = &*rest;
            loop {
                let piece = next_piece(&mut waiting.borrow_mut());
                if piece.is_empty() {
                    return;
                }
                let given = of_piece(&piece).await;
                left.set(left.get().saturating_sub(piece.len()));
                for ((place, _), given) in piece.iter().zip(given) {
                    if let Some(there) = read.borrow_mut().get_mut(*place) {
                        *there = given;
                    }
                }
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

/// A file and its place among all of them.
type Placed = (usize, File);

/// The next files that may be handed over together; a large one and an archive are alone.
fn next_piece(waiting: &mut Peekable<impl Iterator<Item = Placed>>) -> Vec<Placed> {
    let alone = |file: &File| size(file) > TOGETHER_BYTES || is_named_as_archive(&file.name());
    let Some(first) = waiting.next() else {
        return Vec::new();
    };
    let (mut bytes, mut full) = (size(&first.1), alone(&first.1));
    let mut piece = vec![first];
    while !full && piece.len() < TOGETHER {
        let next = waiting.next_if(|(_, file)| !alone(file) && bytes + size(file) <= TOGETHER_BYTES);
        match next {
            Some(next) => {
                bytes += size(&next.1);
                piece.push(next);
            }
            None => full = true,
        }
    }
    piece
}

/// What every file of a piece holds.
async fn of_piece(piece: &[Placed]) -> Vec<Vec<GivenFile>> {
    let texts = match piece {
        [_] => Err(FileError::Unreadable),
        piece => texts(piece).await,
    };
    let mut all = Vec::with_capacity(piece.len());
    match texts {
        Ok(texts) => {
            for ((_, file), content) in piece.iter().zip(texts) {
                let name = file.name();
                all.push(vec![GivenFile {
                    name,
                    content: Ok(content),
                }]);
            }
        }
        // One of them cannot be read, or is no UTF-8.
        Err(_) => {
            for (_, file) in piece {
                all.push(given(file).await);
            }
        }
    }
    all
}

/// Files as the one that they are together, cut where each of them ends. An error if any is not UTF-8.
async fn texts(piece: &[Placed]) -> Result<Vec<String>, FileError> {
    let parts = Array::new();
    for (_, file) in piece {
        parts.push(file);
    }
    let whole = make("Blob", &Array::of1(&parts))?;
    let bytes = promised(call(&whole, "arrayBuffer", &JsValue::UNDEFINED)?).await?;
    let cut: Function = property(&bytes, "slice")
        .dyn_into()
        .map_err(|_| FileError::Unreadable)?;
    let decoder = decoder("utf-8", Strictness::Strict)?;
    let (mut start, mut texts) = (0.0, Vec::with_capacity(piece.len()));
    for (_, file) in piece {
        let end = start + file.size();
        let part = cut.call2(&bytes, &start.into(), &end.into());
        let text = call(&decoder, "decode", &part.map_err(|_| FileError::Unreadable)?)?;
        let text = text.as_string().ok_or(FileError::Unreadable)?;
        if text.contains('\0') {
            return Err(FileError::Encoding);
        }
        texts.push(text);
        start = end;
    }
    Ok(texts)
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
        return alone(text(file, LARGEST).await);
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
