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

    /// What is inside, in the grammar of its version.
    pub(super) fn body(&self) -> &[u8] {
        &self.body
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

/// The value of a base64url character, 0 to 63.
pub(super) const fn value(character: u8) -> Option<u8> {
    Some(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

/// What each bit of a code of some length adds to its check, so that many near readings can be checked in a few steps each.
///
/// A CRC is linear: of two contents of one length, the checks differ by what the bits add in which they differ.
pub(super) struct Remainders {
    /// For each character, what its bits add, the highest first.
    bits: Vec<[u32; 6]>,
    /// What all characters together have to add up to.
    pub(super) wanted: u32,
}

impl Remainders {
    /// For the codes of `characters` behind the prefix whose head is that of `text`; none where no code has that length.
    pub(super) fn new(kind: Kind, text: &str, characters: usize) -> Option<Self> {
        let (first, _) = text.split_at_checked(HEAD_CHARACTERS)?;
        let decoded = URL_SAFE_NO_PAD.decode(first).ok()?;
        let (version, body, _) = open_head(&decoded)?;
        let content = head(version, body).len() + body;
        // The lowest bit of each byte comes first in this CRC: from the last bit back, each adds what the one behind it does, one step on.
        let mut adds = vec![0_u32; content * 8];
        let mut state = 1;
        for add in adds.iter_mut().rev() {
            state = step(state);
            *add = state;
        }
        let add = |bit: usize| {
            let (byte, bit) = (bit / 8, 7 - bit % 8);
            match byte.checked_sub(content) {
                None => adds.get(byte * 8 + bit).copied().unwrap_or(0),
                // The check itself, its highest byte first; what follows is padding.
                Some(byte @ 0..CHECK) => 1 << (8 * (CHECK - 1 - byte) + bit),
                Some(_) => 0,
            }
        };
        let bits = (0..characters).map(|at| std::array::from_fn(|bit| add(at * 6 + bit)));
        Some(Self {
            bits: bits.collect(),
            wanted: checksum(kind, &vec![0; content]),
        })
    }

    /// What a value adds as the character at a place.
    pub(super) fn of(&self, place: usize, value: u8) -> u32 {
        let bits = self.bits.get(place).copied().unwrap_or_default();
        let set = bits
            .iter()
            .enumerate()
            .filter(|(bit, _)| value >> (5 - bit) & 1 == 1);
        set.fold(0, |sum, (_, add)| sum ^ add)
    }

    /// What the first 0, 1, 2 … values add up to, standing so many places further on.
    pub(super) fn sums(&self, values: &[u8], shift: usize) -> Vec<u32> {
        let mut sum = 0;
        let mut sums = vec![0];
        for (place, value) in values.iter().enumerate() {
            sum ^= self.of(place + shift, *value);
            sums.push(sum);
        }
        sums
    }
}

/// One bit of CRC-32 (ISO-HDLC).
const fn step(state: u32) -> u32 {
    let out = if state & 1 == 1 { 0xedb8_8320 } else { 0 };
    state >> 1 ^ out
}

/// CRC-32 over prefix and content, so that one kind is never read as the other. Without a table: there is little to check.
fn checksum(kind: Kind, content: &[u8]) -> u32 {
    let crc = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    digest.update(kind.prefix().as_bytes());
    digest.update(content);
    digest.finalize()
}
