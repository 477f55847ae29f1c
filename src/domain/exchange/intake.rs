//! Reading a file record by record: ours, an older one of ours, a report, or what is left of one.
//!
//! A record begins with its key, and no string inside a record may begin like one: so whatever is damaged ends where the next key stands.

use super::mail;
use super::packing::{FORMAT, VERSION};
use super::page::{PageKind, from_page, has_data, is_cut, kind_by_mark};
use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::record::{Key, PREFIX, roll_up_id, table_key};
use nojson::{RawJson, RawJsonValue};
use std::ops::Range;

/// The largest file that is read, in bytes: twice what a browser stores for one origin.
pub const LARGEST: u64 = 10 * 1024 * 1024;

/// More records than this are in no file of ours.
const MOST: usize = 5000;

/// Why nothing at all can be taken from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// Larger than [`LARGEST`].
    TooLarge,
    /// No export, no report and no record of this application.
    NotOurs,
    /// An envelope of a later version.
    Newer,
    /// The browser could not read it.
    Unreadable,
    /// Neither UTF-8 nor UTF-16: some letters would come in as others.
    Encoding,
    /// A report that has lost the file that was in it.
    Emptied,
    /// A workshop's sheet or a page of many rooms that has lost its counts.
    EmptiedCounts,
    /// A page of ours that ends before what could be taken from it.
    Cut,
}

impl From<PageKind> for FileError {
    fn from(kind: PageKind) -> Self {
        match kind {
            PageKind::Report => Self::Emptied,
            PageKind::Counts => Self::EmptiedCounts,
        }
    }
}

/// What has become of a page of ours that nothing can be taken from. Its mark is ASCII: letters that could not be read do not matter.
#[must_use]
pub fn emptied(text: &str) -> Option<FileError> {
    let kind = kind_by_mark(text).filter(|_| !has_data(text));
    kind.map(FileError::from)
}

/// Why something in a file is kept out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Cut off, or no JSON.
    Damaged,
    /// Stands in the file a second time with another content; the first one counts.
    Twice,
    /// Not a record that a file may bring in.
    NotARecord,
    /// Counts of a rehearsal, whose people are invented.
    Rehearsal,
    /// There are thousands before it.
    TooMany,
}

/// Something in a file that is kept out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The key as it stands there.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// The next thing in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A text and the key that it belongs under; whether it is a readable record is for [`crate::domain::record`] to say.
    Record(Key, String),
    /// Kept out.
    LeftOut(LeftOut),
}

/// A file that is being read.
#[derive(Debug, Clone)]
pub struct Intake {
    text: String,
    at: usize,
    whole: bool,
    done: bool,
    alone: Option<(Key, String)>,
    earlier: Vec<(Key, Range<usize>)>,
    /// When it was written, if it says so.
    pub exported: Option<Moment>,
    /// The questions that the page had which wrote it.
    pub instrument: Option<InstrumentVersion>,
}

impl Intake {
    /// Begins to read everything of ours that a file holds: itself, or what is attached to a mail.
    #[must_use]
    pub fn all(file: String) -> Vec<Result<Self, FileError>> {
        open_all(file, Self::open)
    }

    /// Begins to read a file.
    ///
    /// # Errors
    /// [`FileError`] if nothing can be taken from it.
    pub fn open(file: String) -> Result<Self, FileError> {
        if file.len() as u64 > LARGEST {
            return Err(FileError::TooLarge);
        }
        let nothing = match kind_by_mark(&file) {
            _ if is_cut(&file) => FileError::Cut,
            kind => kind.map_or(FileError::NotOurs, FileError::from),
        };
        let text = match from_page(&file) {
            Some(data) if file.trim_start_matches(blank).starts_with('<') => data,
            _ => file,
        };
        let mut intake = Self {
            at: 0,
            whole: true,
            done: false,
            alone: None,
            earlier: Vec::new(),
            exported: None,
            instrument: None,
            text,
        };
        let ours = intake.head()?;
        match intake.next_key(0) {
            _ if ours => {}
            // What this application wrote before it had an envelope: an object of texts.
            Some(first) => {
                let before = intake.text.get(..first).unwrap_or_default();
                intake.whole = before.trim_matches(blank) == "{";
            }
            None => match alone(&intake.text) {
                Some(record) => intake.alone = Some(record),
                None => return Err(nothing),
            },
        }
        Ok(intake)
    }

    /// Whether nothing was missing up to here; after the last record, whether the file ended as it should.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// How far one is, in bytes, and how far there is to go.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.text.len())
    }

    /// What the envelope says, and whether there is one.
    fn head(&mut self) -> Result<bool, FileError> {
        let Some((head, _)) = self.text.split_once("\"records\"") else {
            return Ok(false);
        };
        let head = [head.trim_matches(blank), "\"records\":[]}"].concat();
        let Ok(parsed) = RawJson::parse(&head) else {
            return Ok(false);
        };
        let envelope = parsed.value();
        let is_ours = member(envelope, "format").is_some_and(|format| {
            format
                .to_unquoted_string_str()
                .is_ok_and(|format| format == FORMAT)
        });
        if !is_ours {
            return Ok(false);
        }
        match number::<u64>(envelope, "version") {
            Some(1..=VERSION) => {}
            Some(0) | None => self.whole = false,
            Some(_) => return Err(FileError::Newer),
        }
        self.exported = number(envelope, "exported").map(Moment);
        self.instrument = number(envelope, "instrument").map(InstrumentVersion);
        Ok(true)
    }

    /// Where the next string begins that looks like a key.
    fn next_key(&self, from: usize) -> Option<usize> {
        let mark = ["\"", PREFIX].concat();
        let mut from = from;
        loop {
            let place = from + self.text.get(from..)?.find(&mark)?;
            // Inside of a string its quote would be escaped.
            let escaped = self
                .text
                .as_bytes()
                .get(..place)
                .is_some_and(|before| before.ends_with(b"\\"));
            if !escaped {
                return Some(place);
            }
            from = place + mark.len();
        }
    }

    /// The next record, none after the last.
    #[expect(
        clippy::should_implement_trait,
        reason = "no iterator: it is read in slices, and asked about its end"
    )]
    pub fn next(&mut self) -> Option<Found> {
        if let Some((key, text)) = self.alone.take() {
            (self.done, self.at) = (true, self.text.len());
            return Some(Found::Record(key, text));
        }
        while !self.done {
            let Some(place) = self.next_key(self.at) else {
                self.finish();
                return None;
            };
            if self.earlier.len() == MOST {
                let name = start(self.text.get(place..).unwrap_or_default());
                (self.done, self.whole, self.at) = (true, false, self.text.len());
                return Some(left_out(name, Reason::TooMany));
            }
            self.between(place);
            let bound = self.next_key(place + PREFIX.len()).unwrap_or(self.text.len());
            let piece = self.text.get(place..bound).unwrap_or_default();
            let (found, length) = entry(piece);
            let range = place..place + length.unwrap_or(piece.len());
            self.at = range.end;
            self.whole &= length.is_some();
            match found {
                Found::Record(key, text) => match self.earlier.iter().find(|(known, _)| *known == key) {
                    Some((_, same)) if self.text.get(same.clone()) == self.text.get(range.clone()) => {}
                    Some(_) => return Some(left_out(key.to_string(), Reason::Twice)),
                    None => {
                        self.earlier.push((key.clone(), range));
                        return Some(Found::Record(key, text));
                    }
                },
                other @ Found::LeftOut(_) => return Some(other),
            }
        }
        None
    }

    /// Between two records there is nothing but JSON's own marks.
    fn between(&mut self, place: usize) {
        let gap = self.text.get(self.at..place).unwrap_or_default();
        let marks = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b'[' | b']');
        self.whole &= self.at == 0 || gap.bytes().all(marks);
    }

    fn finish(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.whole &= if self.at == 0 {
            RawJson::parse(rest).is_ok()
        } else {
            let mut end = rest.split_whitespace().collect::<String>();
            end.pop() == Some('}') && end.bytes().all(|byte| byte == b']')
        };
        (self.done, self.at) = (true, self.text.len());
    }
}

/// White space, or the mark that some editors put before a text.
fn blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

fn left_out(name: String, reason: Reason) -> Found {
    Found::LeftOut(LeftOut { name, reason })
}

/// A key and what belongs to it; how long both are together, none if they are damaged.
fn entry(piece: &str) -> (Found, Option<usize>) {
    let Some(name_length) = string(piece) else {
        return (left_out(start(piece), Reason::Damaged), None);
    };
    let (quoted, after) = piece.split_at(name_length);
    let Some(name) = unquoted(quoted) else {
        return (left_out(start(quoted), Reason::Damaged), None);
    };
    let damaged = || (left_out(start(&name), Reason::Damaged), None);
    let value = after.trim_start();
    let Some(value) = value.strip_prefix(',').or_else(|| value.strip_prefix(':')) else {
        return damaged();
    };
    let value = value.trim_start();
    let text = match string(value).or_else(|| object(value)) {
        Some(length) => value.get(..length).unwrap_or_default(),
        None => return damaged(),
    };
    let length = piece.len() - value.len() + text.len();
    let behind = piece.get(length..).unwrap_or_default().trim_start();
    if !(behind.is_empty() || behind.starts_with([']', ',', '}'])) {
        return damaged();
    }
    let content = if text.starts_with('"') {
        unquoted(text)
    } else {
        Some(text.to_owned())
    };
    let Some(content) = content else {
        return damaged();
    };
    match name.parse() {
        Ok(Key::Early | Key::Backup) | Err(_) => (left_out(name, Reason::NotARecord), Some(length)),
        Ok(key) => (Found::Record(key, content), Some(length)),
    }
}

/// Enough of a damaged text to know it by: its key, if that can be told.
fn start(text: &str) -> String {
    let text = text.trim_start_matches('"');
    let key = text.split(['"', ',']).next().unwrap_or_default();
    key.chars().take(60).collect()
}

/// How long the string is that a text begins with.
fn string(text: &str) -> Option<usize> {
    let mut escaped = false;
    let inside = text.strip_prefix('"')?;
    for (place, byte) in inside.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(place + 2),
            _ => {}
        }
    }
    None
}

/// How long the object is that a text begins with, as far as its quotes and brackets tell.
fn object(text: &str) -> Option<usize> {
    let (mut open, mut inside, mut escaped) = (Vec::new(), false, false);
    if !text.starts_with('{') {
        return None;
    }
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => inside = !inside,
            _ if inside => {}
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b'}' | b']' => {
                if open.pop() != Some(byte) {
                    return None;
                }
                if open.is_empty() {
                    return Some(place + 1);
                }
            }
            _ => {}
        }
    }
    None
}

fn unquoted(text: &str) -> Option<String> {
    let parsed = RawJson::parse(text).ok()?;
    Some(parsed.value().to_unquoted_string_str().ok()?.into_owned())
}

fn member<'text, 'parsed>(
    object: RawJsonValue<'text, 'parsed>,
    name: &str,
) -> Option<RawJsonValue<'text, 'parsed>> {
    let mut members = object.to_object().ok()?;
    let found = members.find(|(key, _)| key.to_unquoted_string_str().is_ok_and(|key| key == name));
    found.map(|(_, value)| value)
}

fn number<N: std::str::FromStr>(object: RawJsonValue<'_, '_>, name: &str) -> Option<N> {
    member(object, name)?.as_raw_str().parse().ok()
}

/// One record as it is stored, under the key that its own envelope names.
fn alone(text: &str) -> Option<(Key, String)> {
    let parsed = RawJson::parse(text.trim_matches(blank)).ok()?;
    let record = parsed.value();
    let named = |name| Some(member(record, name)?.to_unquoted_string_str().ok()?.into_owned());
    let key: Key = [PREFIX, &*named("kind")?, "/", &*named("id")?]
        .concat()
        .parse()
        .ok()?;
    let ours = match key {
        Key::Assessment(_) | Key::Settings | Key::Workshop(_) | Key::Ticket(_) => true,
        _ => key == table_key() || roll_up_id(&key).is_some(),
    };
    ours.then(|| (key, text.trim_matches(blank).to_owned()))
}

/// What a file holds: itself, or whatever of ours a mail has in its parts. What parts are refused for is said once each, those that are none of ours
/// are passed over, and one of ours with letters that cannot be read is refused for them.
pub fn open_all<T, E: From<FileError> + PartialEq>(
    file: String,
    open: impl Fn(String) -> Result<T, E>,
) -> Vec<Result<T, E>> {
    let mut all: Vec<Result<T, E>> = Vec::new();
    for part in mail::parts(&file) {
        let opened = match part {
            Ok(text) => open(text),
            Err(lenient) => open(lenient).and_then(|_| Err(FileError::Encoding.into())),
        };
        let said = |error: &E| {
            *error == FileError::NotOurs.into() || all.iter().any(|known| known.as_ref().err() == Some(error))
        };
        if !opened.as_ref().err().is_some_and(said) {
            all.push(opened);
        }
    }
    if all.is_empty() {
        all.push(open(file));
    }
    all
}
