//! Where a code may begin: its prefix in whatever form it came.

use super::plain::{Role, is_stop, narrow, role};
use crate::domain::code::Kind;
use crate::domain::typed::is_invisible;

/// Bytes of gaps between two letters of a prefix at the most.
const LONGEST_GAP: usize = 100;
/// The longest name or number of a character reference that is looked at, in bytes.
pub const LONGEST_REFERENCE: usize = 16;
/// Bytes of a tag at the most.
pub const LONGEST_TAG: usize = 300;

/// The four letters of a prefix in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// Where the first one stands, in bytes.
    pub start: usize,
    /// Behind the last one.
    pub end: usize,
    /// Nothing between them that can be seen, and the full stop behind them.
    pub exact: bool,
}

/// The first letters from a place on whose first one stands before another; whatever their case, and only where something follows
/// that a code or an encoding of one begins with.
pub fn next(kind: Kind, text: &str, from: usize, to: usize) -> Option<Letters> {
    let mut from = from;
    while let Some(start) = first_letter(text, from, to) {
        if let Some(letters) = at(kind, text, start) {
            return Some(letters);
        }
        from = start + 1;
    }
    None
}

/// Where the next byte is that an `o` of any kind begins with.
fn first_letter(text: &str, from: usize, to: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..to)?;
    let place = bytes.iter().position(|byte| matches!(byte, b'o' | b'O' | 0xef))?;
    Some(from + place)
}

/// The letters that begin at a place.
pub fn at(kind: Kind, text: &str, start: usize) -> Option<Letters> {
    let mut end = start;
    let mut tight = true;
    for letter in kind.prefix().chars().take(4) {
        let gap = gap(text.get(end..)?)?;
        tight &= gap.unseen;
        end += gap.bytes;
        let character = text.get(end..)?.chars().next()?;
        if !is_letter(character, letter) {
            return None;
        }
        end += character.len_utf8();
    }
    let rest = text.get(end..)?;
    begins(rest).then(|| Letters {
        start,
        end,
        exact: tight && rest.starts_with('.'),
    })
}

/// The dotted and the dotless one are what Turkish makes of an `i`.
fn is_letter(character: char, letter: char) -> bool {
    let plain = match character {
        '\u{130}' | '\u{131}' => 'i',
        _ => narrow(character).unwrap_or(character),
    };
    plain.eq_ignore_ascii_case(&letter)
}

struct Gap {
    bytes: usize,
    /// Nothing in it can be seen.
    unseen: bool,
}

/// What stands before the next character that counts; none where it is too long for a prefix.
fn gap(text: &str) -> Option<Gap> {
    let mut gap = Gap {
        bytes: 0,
        unseen: true,
    };
    loop {
        let rest = text.get(gap.bytes..)?;
        let Some(character) = rest.chars().next() else {
            return Some(gap);
        };
        let escape = escape(rest);
        let length = match role(character) {
            _ if escape.is_some() => escape.unwrap_or_default(),
            Role::Gap => character.len_utf8(),
            Role::Other if character == '|' => 1,
            Role::Other => match tag(rest) {
                Some(length) => length,
                None => return Some(gap),
            },
            Role::Part(_) => return Some(gap),
        };
        gap.unseen &= is_invisible(character);
        gap.bytes += length;
        if gap.bytes > LONGEST_GAP {
            return None;
        }
    }
}

/// The length of the escape that a text begins with, whatever it stands for: of letters nobody makes one.
fn escape(text: &str) -> Option<usize> {
    let hexadecimal = |from: usize, digits: usize| {
        let end = from + digits;
        let digits = text.as_bytes().get(from..end)?;
        digits.iter().all(u8::is_ascii_hexdigit).then_some(end)
    };
    match text.as_bytes() {
        [b'%', rest @ ..] => {
            let again = rest
                .chunks_exact(2)
                .take(8)
                .take_while(|digits| digits == b"25")
                .count();
            hexadecimal(1 + 2 * again, 2).or_else(|| hexadecimal(1, 2))
        }
        [b'=', ..] => hexadecimal(1, 2),
        [b'\\', b'u', ..] => hexadecimal(2, 4),
        [b'\\', b'x', ..] => hexadecimal(2, 2),
        [b'\\', b'n' | b'r' | b't', ..] => Some(2),
        [b'&', b'l', b't', b';', ..] => {
            let inner = text.get(..LONGEST_GAP.min(text.len()))?;
            inner.find("&gt;").map(|end| end + 4)
        }
        [b'&', rest @ ..] => {
            let end = rest.iter().take(LONGEST_REFERENCE).position(|byte| *byte == b';');
            end.map(|end| end + 2)
        }
        _ => None,
    }
}

/// The length of the tag that a text begins with.
pub fn tag(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let name = match bytes {
        [b'<', b'/', name, ..] | [b'<', name, ..] => *name,
        _ => return None,
    };
    if !name.is_ascii_alphabetic() && name != b'!' {
        return None;
    }
    // The angle brackets of some chats hold an address, of which the letters end with a colon.
    let named = bytes.iter().skip(2).find(|byte| !byte.is_ascii_alphanumeric())?;
    if matches!(named, b':' | b'.' | b'@') {
        return None;
    }
    let end = bytes.iter().take(LONGEST_TAG).position(|byte| *byte == b'>')?;
    Some(end + 1)
}

/// Whether a code may begin here: with its stop in any form, or with the first character of a version below four.
fn begins(rest: &str) -> bool {
    let Some(first) = rest.chars().next() else {
        return false;
    };
    if is_stop(first)
        || matches!(first, '%' | '&' | '\\' | '=' | '<' | '|' | '-' | '_')
        || rest.chars().nth(1) == Some('A')
    {
        return true;
    }
    let Some(gap) = gap(rest) else { return false };
    let next = rest.get(gap.bytes..).and_then(|rest| rest.chars().next());
    next.is_some_and(|next| is_stop(next) || matches!(next, 'A' | '\u{ff21}'))
}
