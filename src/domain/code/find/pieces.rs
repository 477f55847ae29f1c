//! A code that a chat has split over several messages: its pieces stand behind each other, with names and times between them.

use crate::domain::code::Kind;
use crate::domain::code::envelope::{self, Envelope};

/// Pieces behind the first one that are looked at; a line of a chat has about five.
const MOST: usize = 24;
/// Ways of joining that are put to the check.
const TRIES: usize = 64;

/// The code of the first piece and one to three of the later ones, in their order, if together they are as long as the first one says
/// and the check holds.
pub fn join(kind: Kind, text: &str) -> Option<Envelope> {
    let mut pieces = text
        .split(|character: char| !character.is_ascii_alphanumeric() && !matches!(character, '-' | '_'))
        .filter(|piece| !piece.is_empty());
    let first = pieces.next()?;
    let whole = envelope::characters(first.get(..envelope::HEAD_CHARACTERS)?)?;
    let missing = whole.checked_sub(first.len())?;
    let later: Vec<&str> = pieces.take(MOST).collect();
    let mut tries = 0;
    let mut check = |chosen: &[&str]| {
        tries += 1;
        if tries > TRIES {
            return None;
        }
        Envelope::read_rest(kind, &[&[first], chosen].concat().concat())
    };
    for (place, one) in later.iter().enumerate() {
        let Some(missing) = missing.checked_sub(one.len()) else {
            continue;
        };
        if missing == 0 {
            if let Some(code) = check(&[one]) {
                return Some(code);
            }
            continue;
        }
        for (place, two) in later.iter().enumerate().skip(place + 1) {
            let Some(missing) = missing.checked_sub(two.len()) else {
                continue;
            };
            if missing == 0 {
                if let Some(code) = check(&[one, two]) {
                    return Some(code);
                }
                continue;
            }
            let three = later
                .iter()
                .skip(place + 1)
                .filter(|three| three.len() == missing);
            for three in three {
                if let Some(code) = check(&[one, two, three]) {
                    return Some(code);
                }
            }
        }
    }
    None
}
