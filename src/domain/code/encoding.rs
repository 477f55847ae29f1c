//! In what encoding a text file is: UTF-8, or UTF-16 as Windows and some exports write it.

/// First bytes of a file that [`label`] has to see.
pub const FIRST: u64 = 4;

/// The label of the encoding (WHATWG Encoding), told from the first bytes of a file.
///
/// UTF-16 shows by its byte order mark, and without one by the zero bytes beside its letters.
#[must_use]
pub const fn label(first: &[u8]) -> &'static str {
    match first {
        [0xff, 0xfe, ..] | [1..0x80, 0, 1..0x80, 0, ..] => "utf-16le",
        [0xfe, 0xff, ..] | [0, 1..0x80, 0, 1..0x80, ..] => "utf-16be",
        _ => "utf-8",
    }
}
