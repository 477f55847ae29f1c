//! The first reading of a code: what stands behind its prefix, with gaps in it.

use crate::domain::code::Kind;
use crate::domain::code::envelope::{self, Envelope};
use crate::domain::typed::is_space;

/// How many characters behind the prefix are kept of what is no code.
pub const SHOWN: usize = 20;

/// What a character is to a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// One of its characters.
    Part(char),
    /// What chats and mail programs put into one: line breaks, quote marks, escapes, soft line ends, and what nobody sees.
    Gap,
    /// Nothing that may stand in a code.
    Other,
}

/// The role of a character; full-width letters of East Asian keyboards count as what they are.
pub const fn role(character: char) -> Role {
    match character {
        'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' => Role::Part(character),
        '>' | '\\' | '=' | '\0' => Role::Gap,
        _ if is_space(character) => Role::Gap,
        _ => match narrow(character) {
            Some(narrow) if narrow.is_ascii_alphanumeric() || matches!(narrow, '-' | '_') => {
                Role::Part(narrow)
            }
            _ => Role::Other,
        },
    }
}

/// A full-width character as the ASCII one that it stands for.
pub const fn narrow(character: char) -> Option<char> {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0),
        _ => None,
    }
}

/// Whether a character may stand where the full stop of a prefix belongs.
pub const fn is_stop(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | ':' | ';' | '\u{b7}' | '\u{2022}' | '\u{2024}'
            ..='\u{2026}' | '\u{3002}' | '\u{ff0c}' | '\u{ff0e}' | '\u{ff1a}' | '\u{ff61}'
    )
}

/// What stands behind a prefix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plain {
    /// The characters that may be a code's, without gaps.
    pub text: String,
    /// Bytes of it before the first gap.
    pub unbroken: usize,
    /// A gap stands before the first of them.
    pub apart: bool,
    /// The length of the whole, once it is known.
    pub wanted: Option<usize>,
    /// Bytes that were looked at.
    pub end: usize,
}

impl Plain {
    /// Reads as far as a code may reach.
    pub fn read(rest: &str) -> Self {
        let mut plain = Self::default();
        let mut unbroken = None;
        for (at, character) in rest.char_indices() {
            match role(character) {
                Role::Gap if plain.text.is_empty() => plain.apart = true,
                Role::Gap => {
                    unbroken.get_or_insert(plain.text.len());
                }
                Role::Part(part) => {
                    plain.text.push(part);
                    plain.end = at + character.len_utf8();
                    if plain.is_settled() {
                        break;
                    }
                }
                Role::Other if plain.text.is_empty() && is_stop(character) => {}
                Role::Other => break,
            }
        }
        plain.unbroken = unbroken.unwrap_or(plain.text.len());
        plain
    }

    /// Whether it is whole, or never will be.
    fn is_settled(&mut self) -> bool {
        let length = self.text.len();
        if length == envelope::HEAD_CHARACTERS {
            self.wanted = envelope::characters(&self.text);
        }
        self.wanted == Some(length) || (self.wanted.is_none() && length >= SHOWN)
    }

    /// The code, if it is whole.
    pub fn code(&self, kind: Kind) -> Option<Envelope> {
        if self.wanted != Some(self.text.len()) {
            return None;
        }
        Envelope::read_rest(kind, &self.text)
    }

    /// The beginning, up to the first gap.
    pub fn start(&self) -> &str {
        let unbroken = self.text.get(..self.unbroken).unwrap_or(&self.text);
        unbroken.get(..SHOWN).unwrap_or(unbroken)
    }

    /// Whether it has to be named if it is no code: it stands right behind an exact prefix, or it looks like one.
    pub fn is_worth_naming(&self, exact: bool) -> bool {
        (exact && self.unbroken > 0 && !self.apart) || self.is_plausible()
    }

    /// Whether it looks like a code even where its prefix does not: a version below four, a length, and twelve characters in a row.
    pub fn is_plausible(&self) -> bool {
        self.unbroken >= 12 && self.wanted.is_some() && self.text.starts_with('A')
    }
}
