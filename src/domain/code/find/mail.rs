//! The parts of a mail's source that are in base64, found by their headers (RFC 2045). Quoted-printable needs no header: its marks do.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Bytes from the header to the end of all headers at the most.
const LONGEST_HEADERS: usize = 8_192;

/// Bytes of a line in a mail at the most.
const LONGEST_LINE: usize = 998;

/// Where the body of a part begins whose header says base64, told from where the `o` of `Content-Transfer-Encoding` stands.
pub fn body(text: &str, at: usize) -> Option<usize> {
    let name = text.get(at.checked_sub(1)?..)?;
    let (header, rest) = name.split_at_checked("content-transfer-encoding".len())?;
    if !header.eq_ignore_ascii_case("content-transfer-encoding") {
        return None;
    }
    let value = rest.trim_start_matches([' ', '\t', ':', '\r', '\n']);
    let (value, behind) = value.split_at_checked("base64".len())?;
    if !value.eq_ignore_ascii_case("base64") {
        return None;
    }
    let mut end = text.len() - behind.len();
    let limit = end + LONGEST_HEADERS;
    for line in behind.split_inclusive('\n') {
        let empty = line.trim().is_empty() && line.ends_with('\n');
        // What is left of the header's own line is no empty line.
        let own = end == text.len() - behind.len();
        end += line.len();
        if empty && !own {
            return Some(end);
        }
        if end > limit {
            return None;
        }
    }
    None
}

/// The bytes of a body in base64, and how many of its own it takes.
pub fn base64(body: &str) -> (Vec<u8>, usize) {
    let mut part = Part::default();
    let decoded = part.decode(body.as_bytes(), body.len());
    (part.bytes, decoded.used.saturating_sub(decoded.back))
}

/// A part that is being decoded.
#[derive(Debug, Default)]
pub struct Part {
    /// Characters of a group that is not full yet.
    group: Vec<u8>,
    /// What was decoded.
    pub bytes: Vec<u8>,
    /// Bytes of the line at hand.
    line: usize,
}

/// What became of some of a part's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decoded {
    /// Bytes that were used.
    pub used: usize,
    /// Bytes to go back: what ends a part may have looked like base64 up to its first other character.
    pub back: usize,
    /// Whether the part goes on behind them.
    pub goes_on: bool,
}

impl Part {
    /// Decodes some of the body.
    pub fn decode(&mut self, body: &[u8], stride: usize) -> Decoded {
        let mut decoded = Decoded {
            used: 0,
            back: 0,
            goes_on: true,
        };
        for byte in body.iter().take(stride) {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => self.group.push(*byte),
                b'=' | b'\r' | b' ' | b'\t' => {}
                b'\n' if self.line > 0 => self.line = 0,
                _ => {
                    decoded.goes_on = false;
                    decoded.back = Some(self.line).filter(|line| *line <= LONGEST_LINE).unwrap_or(0);
                }
            }
            if !decoded.goes_on {
                break;
            }
            decoded.used += 1;
            if !matches!(byte, b'\n' | b'\r') {
                self.line += 1;
            }
        }
        let whole = self.group.len() / 4 * 4;
        let group = self.group.split_off(whole);
        let full = std::mem::replace(&mut self.group, group);
        self.take(&full);
        if decoded.used == body.len() {
            decoded.goes_on = false;
        }
        if !decoded.goes_on {
            let rest = std::mem::take(&mut self.group);
            self.take(&rest);
        }
        decoded
    }

    fn take(&mut self, characters: &[u8]) {
        self.bytes.extend(BASE64.decode(characters).unwrap_or_default());
    }
}
