//! In what encoding a text is: UTF-8, or UTF-16 as Windows and some exports write it.

/// First bytes of a file that [`label`] has to see.
pub const FIRST: u64 = 4;

/// The label of what is neither of the others.
pub const UTF_8: &str = "utf-8";

/// The label of the encoding (WHATWG Encoding), told from the first bytes of a file.
///
/// UTF-16 shows by its byte order mark, and without one by the zero bytes beside its letters.
#[must_use]
pub const fn label(first: &[u8]) -> &'static str {
    match first {
        [0xff, 0xfe, ..] | [1..0x80, 0, 1..0x80, 0, ..] => "utf-16le",
        [0xfe, 0xff, ..] | [0, 1..0x80, 0, 1..0x80, ..] => "utf-16be",
        _ => UTF_8,
    }
}

/// Bytes as the text that they are.
///
/// # Errors
/// The text with marks where bytes are no letter.
pub fn text(bytes: Vec<u8>) -> Result<String, String> {
    let unit = match label(&bytes) {
        "utf-16le" => u16::from_le_bytes,
        "utf-16be" => u16::from_be_bytes,
        _ => {
            let text = String::from_utf8(bytes);
            return text
                .map(unmarked)
                .map_err(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        }
    };
    let units: Vec<_> = bytes
        .chunks(2)
        .map(|pair| {
            unit([
                pair.first().copied().unwrap_or(0),
                pair.get(1).copied().unwrap_or(0),
            ])
        })
        .collect();
    let text = String::from_utf16(&units);
    text.map(unmarked).map_err(|_| String::from_utf16_lossy(&units))
}

/// Without the mark that tells how the bytes are ordered.
fn unmarked(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}
