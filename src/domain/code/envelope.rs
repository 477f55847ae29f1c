//! What every code is wrapped in: a prefix, then in base64url a version, a length, the body and a check.
//!
//! This stays the same in every version to come, so that a code of any version is found, and told from a damaged one.

use super::{CodeError, Kind};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use std::fmt;

/// Bytes of the check at the end.
const CHECK: usize = 4;
/// Bytes in a body at the most.
pub const MOST_BODY: usize = 1_023;
/// Characters behind the prefix from which a code's length can be told.
pub(super) const HEAD_CHARACTERS: usize = 4;

/// A code that arrived whole: what it says is not known yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Envelope {
    kind: Kind,
    version: u8,
    body: Vec<u8>,
}

impl Envelope {
    /// Wraps a body of at most [`MOST_BODY`] bytes.
    pub(super) const fn new(kind: Kind, version: u8, body: Vec<u8>) -> Self {
        Self { kind, version, body }
    }

    /// Reads a code without anything around it.
    ///
    /// # Errors
    /// [`CodeError::NotACode`] without the prefix, [`CodeError::Damaged`] if anything behind it was changed or cut.
    pub fn read(kind: Kind, text: &str) -> Result<Self, CodeError> {
        let rest = text
            .strip_prefix(kind.prefix())
            .ok_or(CodeError::NotACode(kind))?;
        Self::read_rest(kind, rest).ok_or(CodeError::Damaged)
    }

    /// Reads what stands behind the prefix.
    pub(super) fn read_rest(kind: Kind, rest: &str) -> Option<Self> {
        let (first, _) = rest.split_at_checked(HEAD_CHARACTERS)?;
        if rest.len() != characters(first)? {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(rest).ok()?;
        let (content, check) = bytes.split_last_chunk::<CHECK>()?;
        if u32::from_be_bytes(*check) != checksum(kind, content) {
            return None;
        }
        let (version, _, body) = open_head(content)?;
        Some(Self::new(kind, version, body.to_vec()))
    }

    /// The version of what is inside.
    #[must_use]
    pub const fn version(&self) -> u8 {
        self.version
    }

    /// What is inside, for this version only.
    pub(super) fn body(&self, version: u8) -> Result<&[u8], CodeError> {
        if self.version == version {
            Ok(&self.body)
        } else {
            Err(CodeError::OtherVersion(self.version))
        }
    }

    /// Which code it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }
}

impl fmt::Display for Envelope {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = head(self.version, self.body.len());
        bytes.extend_from_slice(&self.body);
        bytes.extend(checksum(self.kind, &bytes).to_be_bytes());
        write!(out, "{}{}", self.kind.prefix(), URL_SAFE_NO_PAD.encode(bytes))
    }
}

/// Version and length: seven bits a byte, the lowest first, the highest bit set where another byte follows.
pub(super) fn head(version: u8, body: usize) -> Vec<u8> {
    let low = u8::try_from(body & 0x7f).unwrap_or(0);
    match u8::try_from(body >> 7).unwrap_or(0x7f) {
        0 => vec![version, low],
        high => vec![version, low | 0x80, high],
    }
}

/// Version, length of the body, and what follows; none where the length is too great or not in its shortest form.
fn open_head(bytes: &[u8]) -> Option<(u8, usize, &[u8])> {
    let (version, length, rest) = match *bytes {
        [version, low @ 0..=0x7f, ref rest @ ..] => (version, usize::from(low), rest),
        [version, low, high @ 1..=0x7f, ref rest @ ..] => {
            (version, usize::from(low & 0x7f) | usize::from(high) << 7, rest)
        }
        _ => return None,
    };
    (length <= MOST_BODY).then_some((version, length, rest))
}

/// How many characters stand behind the prefix, told from the first four.
pub(super) fn characters(first: &str) -> Option<usize> {
    let bytes = URL_SAFE_NO_PAD.decode(first).ok()?;
    let (version, body, _) = open_head(&bytes)?;
    let whole = head(version, body).len() + body + CHECK;
    Some((whole * 4).div_ceil(3))
}

/// CRC-32 over prefix and content, so that one kind is never read as the other. Without a table: there is little to check.
fn checksum(kind: Kind, content: &[u8]) -> u32 {
    let crc = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    digest.update(kind.prefix().as_bytes());
    digest.update(content);
    digest.finalize()
}
