//! Bytes and texts out of files.
//!
//! What stays in the browser is called by name: each call that `web_sys` knows would stand in the script that everybody loads first.

use super::js::{self, property};
use super::long_text::long_text;
use crate::domain::code::encoding;
use crate::domain::code::zip::Span;
use crate::domain::exchange::{FileError, LARGEST, emptied};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// What becomes of bytes that are no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// Nothing is made of the file. Whoever keeps the text wants this.
    Strict,
    /// Replacement marks. Good for whoever looks for codes, which are ASCII.
    Lenient,
}

pub(super) async fn first(file: &Blob) -> Result<Vec<u8>, FileError> {
    let (start, length) = (0, encoding::FIRST);
    bytes(file, Span { start, length }).await
}

/// In `x-user-defined` each byte is a character with that byte at its end.
pub(super) async fn bytes(file: &Blob, span: Span) -> Result<Vec<u8>, FileError> {
    let text = decoded(&slice(file, span)?, "x-user-defined", Strictness::Lenient).await?;
    let byte = |character: char| u8::try_from(u32::from(character) & 0xff).unwrap_or(0);
    Ok(text.chars().map(byte).collect())
}

thread_local! {
    /// Ends a reading of more than [`LARGEST`] bytes. One for all files: each that is made costs time and has to be cleared away.
    static WATCH: JsValue = Closure::<dyn Fn(JsValue)>::new(|event: JsValue| {
        match property(&event, "total").as_f64().map_or(0, whole) {
            // This browser tells it later.
            0 => WATCH.with(|watch| js::set(&property(&event, "target"), "onprogress", watch)),
            size if size > LARGEST => drop(js::call_with(&property(&event, "target"), "abort", &[])),
            _ => {}
        }
    })
    .into_js_value();
}

/// Reads whole files, one after the other.
pub(super) struct Reader {
    /// The browser's own.
    reader: JsValue,
    /// None where the browser has none: then no file can be read.
    start: Option<Function>,
    end: Rc<End>,
    _on_end: Closure<dyn Fn()>,
}

impl Reader {
    pub(super) fn new() -> Self {
        let reader = js::make("FileReader", &Array::new()).unwrap_or_default();
        let start = js::method(&reader, "readAsArrayBuffer");
        let end = Rc::new(End::default());
        let ends = Rc::clone(&end);
        let on_end = Closure::<dyn Fn()>::new(move || ends.came());
        js::set(&reader, "onloadend", on_end.as_ref());
        WATCH.with(|watch| js::set(&reader, "onloadstart", watch));
        Self {
            reader,
            start,
            end,
            _on_end: on_end,
        }
    }

    /// A whole file as text, by its mark: UTF-16 or UTF-8, without it.
    pub(super) async fn exact_text(&self, file: &Blob) -> Result<String, FileError> {
        let bytes = self.read(file).await?;
        match encoding::label(&bytes) {
            encoding::UTF_8 => encoding::text(bytes).map_err(|lenient| refused(&lenient)),
            label => decoded(file, label, Strictness::Strict).await,
        }
    }

    /// All bytes of a file of [`LARGEST`] bytes at the most. How many it has is known when reading begins, in some browsers a little later: one
    /// that is too large is not read to its end. Its size is not asked for: Chromium answers from another process while the page stands still,
    /// and takes as long as for reading it.
    async fn read(&self, file: &Blob) -> Result<Vec<u8>, FileError> {
        let start = self.start.as_ref().ok_or(FileError::Unreadable)?;
        start
            .call1(&self.reader, file)
            .map_err(|_| FileError::Unreadable)?;
        poll_fn(|context| self.end.poll(context)).await;
        let result = property(&self.reader, "result");
        if !result.is_object() {
            let error = property(&property(&self.reader, "error"), "name").as_string();
            return Err(match error.as_deref() {
                Some("AbortError") => FileError::TooLarge,
                _ => FileError::Unreadable,
            });
        }
        let bytes = Uint8Array::new(&result);
        if u64::from(bytes.length()) > LARGEST {
            return Err(FileError::TooLarge);
        }
        Ok(bytes.to_vec())
    }
}

/// The end of a reading. A promise for each would have to be made and cleared away.
#[derive(Default)]
struct End {
    is_here: Cell<bool>,
    waiting: Cell<Option<Waker>>,
}

impl End {
    fn came(&self) {
        self.is_here.set(true);
        if let Some(waiting) = self.waiting.take() {
            waiting.wake();
        }
    }

    /// Ready once it came, and then not again before the next one.
    fn poll(&self, context: &Context<'_>) -> Poll<()> {
        if self.is_here.take() {
            return Poll::Ready(());
        }
        self.waiting.set(Some(context.waker().clone()));
        Poll::Pending
    }
}

pub(super) async fn decoded(file: &Blob, label: &str, strictness: Strictness) -> Result<String, FileError> {
    let bytes = promised(call(file, "arrayBuffer", &JsValue::UNDEFINED)?).await?;
    match call(&decoder(label, strictness)?, "decode", &bytes) {
        Ok(text) => long_text(&text).await.ok_or(FileError::Unreadable),
        Err(_) => Err(refusal(label, &bytes).await),
    }
}

/// Why a file with bytes that are no letter is refused: a page that a word processor has emptied has lost more than its letters.
async fn refusal(label: &str, bytes: &JsValue) -> FileError {
    let lenient = decoder(label, Strictness::Lenient).and_then(|decoder| call(&decoder, "decode", bytes));
    let text = match lenient {
        Ok(text) => long_text(&text).await,
        Err(_) => None,
    };
    refused(&text.unwrap_or_default())
}

/// The same of its text, with marks where bytes are no letter.
fn refused(lenient: &str) -> FileError {
    emptied(lenient).unwrap_or(FileError::Encoding)
}

/// What makes text of bytes.
fn decoder(label: &str, strictness: Strictness) -> Result<JsValue, FileError> {
    let options = Object::new();
    let strict = strictness == Strictness::Strict;
    let _never = Reflect::set(&options, &"fatal".into(), &strict.into());
    make("TextDecoder", &Array::of2(&label.into(), &options))
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are whole in a double")]
pub(super) fn slice(file: &Blob, span: Span) -> Result<Blob, FileError> {
    let end = span.start.saturating_add(span.length);
    let (start, end) = (JsValue::from(span.start as f64), JsValue::from(end as f64));
    let method = js::method(file, "slice").ok_or(FileError::Unreadable)?;
    let sliced = method.call2(file, &start, &end);
    sliced
        .map(JsCast::unchecked_into)
        .map_err(|_| FileError::Unreadable)
}

pub(super) fn size(file: &Blob) -> u64 {
    property(file, "size").as_f64().map_or(0, whole)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number, and not below zero"
)]
pub(super) const fn whole(size: f64) -> u64 {
    size as u64
}

/// What the browser does not have it cannot do: then the file is named as one that could not be read.
pub(super) fn make(name: &str, with: &Array) -> Result<JsValue, FileError> {
    js::make(name, with).ok_or(FileError::Unreadable)
}

pub(super) fn call(of: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, FileError> {
    js::call(of, name, with).ok_or(FileError::Unreadable)
}

pub(super) async fn promised(promise: JsValue) -> Result<JsValue, FileError> {
    let promise: Promise = promise.unchecked_into();
    JsFuture::from(promise).await.map_err(|_| FileError::Unreadable)
}
