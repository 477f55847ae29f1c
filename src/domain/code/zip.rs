//! Where the files of a ZIP archive lie (APPNOTE 6.3.10), told from its last bytes and its directory alone.
//!
//! A chat export with its pictures can be larger than what a page may hold, so nothing else of it is read. What is packed is unpacked
//! elsewhere. No archive over 4 GB, none in several volumes, nothing that is encrypted.

/// Bytes at the end of an archive that have to be looked at: the last record, and its comment.
pub const TAIL: u64 = 22 + 65_535;
/// Bytes of a file's own header before its name.
pub const LOCAL: u64 = 30;
/// Files of an archive that are listed at the most.
pub const MOST_FILES: usize = 10_000;

/// How an archive begins.
const FIRST: &[u8] = b"PK\x03\x04";
const RECORD: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";

/// Whether a file's first four bytes are those of an archive with something in it.
#[must_use]
pub fn is_archive(first: &[u8]) -> bool {
    first.starts_with(FIRST)
}

/// Some bytes of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From where.
    pub start: u64,
    /// How many.
    pub length: u64,
}

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// As it is.
    Stored,
    /// In the form of RFC 1951.
    Deflated,
}

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name with its folders, bytes that are no UTF-8 replaced.
    pub name: String,
    /// How it is packed; none if in another way, or encrypted.
    pub packing: Option<Compression>,
    /// Where its own header begins, behind which it lies.
    pub header: u64,
    /// Bytes that it takes in the archive.
    pub packed: u64,
}

/// Where the directory lies, told from the last bytes of an archive of some size.
#[must_use]
pub fn directory(tail: &[u8], size: u64) -> Option<Span> {
    let at = tail.windows(RECORD.len()).rposition(|bytes| bytes == RECORD)?;
    let record = tail.get(at..)?;
    let span = Span {
        start: number::<4>(record, 16)?,
        length: number::<4>(record, 12)?,
    };
    let end = span.start.checked_add(span.length)?;
    (end <= size).then_some(span)
}

/// The files of a directory, as far as it can be read, and whether there are more than [`MOST_FILES`]. Folders are left out.
#[must_use]
pub fn files(directory: &[u8]) -> (Vec<File>, bool) {
    let mut files = Vec::new();
    let mut rest = directory;
    while let Some((file, behind)) = entry(rest) {
        rest = behind;
        if file.name.ends_with('/') {
            continue;
        }
        if files.len() == MOST_FILES {
            return (files, true);
        }
        files.push(file);
    }
    (files, false)
}

fn entry(bytes: &[u8]) -> Option<(File, &[u8])> {
    if !bytes.starts_with(ENTRY) {
        return None;
    }
    let length = |at| number::<2>(bytes, at).and_then(|length| usize::try_from(length).ok());
    let encrypted = number::<2>(bytes, 8)? & 1 == 1;
    let packing = match number::<2>(bytes, 10)? {
        _ if encrypted => None,
        0 => Some(Compression::Stored),
        8 => Some(Compression::Deflated),
        _ => None,
    };
    let (_, behind) = bytes.split_at_checked(46)?;
    let (name, behind) = behind.split_at_checked(length(28)?)?;
    let (_, behind) = behind.split_at_checked(length(30)? + length(32)?)?;
    let file = File {
        name: String::from_utf8_lossy(name).into_owned(),
        packing,
        header: number::<4>(bytes, 42)?,
        packed: number::<4>(bytes, 20)?,
    };
    Some((file, behind))
}

impl File {
    /// Where it lies, told from the first [`LOCAL`] bytes of its own header.
    #[must_use]
    pub fn content(&self, header: &[u8]) -> Option<Span> {
        if !header.starts_with(FIRST) {
            return None;
        }
        let before = LOCAL + number::<2>(header, 26)? + number::<2>(header, 28)?;
        Some(Span {
            start: self.header.checked_add(before)?,
            length: self.packed,
        })
    }

    /// Whether it is named as a text that can hold codes.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.ends_in(&[
            "txt", "text", "html", "htm", "json", "csv", "md", "eml", "mht", "mhtml", "xml", "log",
        ])
    }

    /// Whether it is named as a picture that a browser opens.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        self.ends_in(&["png", "jpg", "jpeg", "webp", "gif", "avif", "bmp"])
    }

    /// Whether a system put it there for itself: what macOS adds beside a file, and what is hidden.
    #[must_use]
    pub fn is_of_the_system(&self) -> bool {
        let own = self.name.rsplit('/').next().unwrap_or_default();
        self.name.starts_with("__MACOSX/") || own.starts_with('.') || own == "Thumbs.db"
    }

    /// What macOS adds for itself beside a file is not that file.
    fn ends_in(&self, endings: &[&str]) -> bool {
        let ending = self.name.rsplit_once('.').map(|(_, ending)| ending);
        let named =
            ending.is_some_and(|ending| endings.iter().any(|known| known.eq_ignore_ascii_case(ending)));
        named && !self.name.starts_with("__MACOSX/")
    }
}

/// A number of so many bytes, the lowest first.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let bytes: &[u8; N] = bytes.get(at..)?.first_chunk()?;
    let digits = bytes.iter().rev();
    Some(digits.fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
