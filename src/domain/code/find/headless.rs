//! Codes whose prefix is gone or can no longer be told: the check covers the prefix, so it says of which kind they are.

use super::plain::{Plain, is_stop};
use crate::domain::code::Kind;
use crate::domain::code::envelope::{self, Envelope};

/// Characters in a row from which something without a prefix is looked at.
const SHORTEST: usize = 20;
/// Characters of the longest that is.
const LONGEST: usize = 400;
/// Bytes before a code in which its prefix is looked for.
const BEFORE: usize = 12;

/// What begins at a place without a prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Headless {
    /// A code, and where it ends.
    Code(Envelope, usize),
    /// Something with nearly a prefix before it.
    Near(Plain),
}

/// Reads what begins at a place, where no character of a code stands before it.
pub fn at(kind: Kind, text: &str, start: usize) -> Option<Headless> {
    let before = text.get(..start)?;
    if before.ends_with(|character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
    {
        return None;
    }
    let rest = text.get(start..)?;
    let row = rest.get(..SHORTEST)?;
    let head = row.get(..envelope::HEAD_CHARACTERS)?;
    if !row.bytes().all(|byte| envelope::value(byte).is_some()) || envelope::characters(head)? > LONGEST {
        return None;
    }
    let plain = Plain::read(rest);
    match plain.code(kind) {
        Some(code) => Some(Headless::Code(code, start + plain.end)),
        None => (plain.is_plausible() && is_near(kind, before)).then_some(Headless::Near(plain)),
    }
}

/// Whether the word before has three letters of the prefix in their order, and is not the other kind's.
fn is_near(kind: Kind, before: &str) -> bool {
    let tail: String = before.chars().rev().take(BEFORE).collect();
    let tail = tail.trim_start_matches(|character: char| is_stop(character) || character.is_whitespace());
    let word: String = tail
        .chars()
        .take_while(|character| character.is_alphanumeric())
        .collect();
    let word: String = word.chars().rev().flat_map(char::to_lowercase).collect();
    let other = match kind {
        Kind::Invite => "oxya",
        Kind::Answer => "oxyi",
    };
    let letters = kind.prefix().get(..4).unwrap_or_default();
    (3..=6).contains(&word.chars().count()) && word != other && in_common(letters, &word) >= 3
}

/// Letters of one word that stand in the other in the same order, at the most.
fn in_common(one: &str, other: &str) -> usize {
    let mut before = vec![0; other.chars().count() + 1];
    for letter in one.chars() {
        let mut row = vec![0];
        for (place, candidate) in other.chars().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(0);
            let best = if letter == candidate {
                get(&before, place) + 1
            } else {
                get(&before, place + 1).max(get(&row, place))
            };
            row.push(best);
        }
        before = row;
    }
    before.last().copied().unwrap_or(0)
}
