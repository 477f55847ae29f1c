//! A receipt: six characters by which a person, and nobody else, knows that their code was counted.
//!
//! ```
//! use oxymoron::domain::code::answer::Vote;
//! use oxymoron::domain::code::receipt::Receipt;
//! use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
//! let vote = Vote { workshop: WorkshopId(1), round: Round::FIRST };
//! let receipt = Receipt::of(vote, ResponseId(2), Serial(1)).unwrap();
//! assert_eq!(receipt.to_string().parse(), Ok(receipt));
//! ```

use super::answer::{Response, Vote};
use super::{ResponseId, Serial};
use crate::domain::typed::{is_space, latin};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// Digits and capitals that are not taken for each other, and no vowel, so that no word comes about.
const ALPHABET: &[u8; 24] = b"23456789CDFHJKMNPQRTVWXY";
/// Characters in a receipt.
const LENGTH: usize = 6;

/// A receipt. Its order is that of its characters, which has nothing to do with that of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Receipt([u8; LENGTH]);

impl Receipt {
    /// The receipt of the code with that number of that person, in that vote; none for what was not counted on a device of its own.
    ///
    /// SHA-256 over what only its author and the facilitator know. No answer goes into it, so none can come out; and the text of the code
    /// does not either, or everybody in the chat could make it.
    #[must_use]
    pub fn of(vote: Vote, id: ResponseId, serial: Serial) -> Option<Self> {
        if serial == Serial::NONE {
            return None;
        }
        let mut hash = Sha256::new();
        hash.update(b"oxymoron receipt 1");
        hash.update(vote.workshop.0.to_be_bytes());
        hash.update([vote.round.number()]);
        hash.update(id.0.to_be_bytes());
        hash.update([serial.0]);
        let hash: [u8; 32] = hash.finalize().into();
        let (number, _) = hash.split_first_chunk()?;
        let mut left = u64::from_be_bytes(*number);
        let mut letters = [0; LENGTH];
        for letter in &mut letters {
            let place = usize::try_from(left % ALPHABET.len() as u64).unwrap_or(0);
            left /= ALPHABET.len() as u64;
            *letter = ALPHABET.get(place).copied()?;
        }
        Some(Self(letters))
    }

    /// That of a response that came in a code.
    #[must_use]
    pub fn of_response(vote: Vote, response: &Response) -> Option<Self> {
        Self::of(vote, response.id, response.serial)
    }
}

/// In two halves, to be read out: `K7M-4PX`.
impl fmt::Display for Receipt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = self.0.split_at(LENGTH / 2);
        let text = |half: &[u8]| half.iter().copied().map(char::from).collect::<String>();
        write!(out, "{}-{}", text(first), text(last))
    }
}

/// A text that is no receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAReceipt;

impl fmt::Display for NotAReceipt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("A receipt has six characters, such as K7M-4PX")
    }
}

impl std::error::Error for NotAReceipt {}

impl FromStr for Receipt {
    type Err = NotAReceipt;

    /// As somebody reads it out: in any case, with or without the hyphen, with spaces anywhere, in the digits of any keyboard.
    fn from_str(text: &str) -> Result<Self, NotAReceipt> {
        let between =
            |character: char| is_space(character) || matches!(character, '-' | '\u{2010}'..='\u{2015}');
        let typed = text.chars().filter(|character| !between(*character)).map(latin);
        let letters: Option<Vec<u8>> = typed
            .map(|character| {
                let byte = u8::try_from(character.to_ascii_uppercase()).ok()?;
                ALPHABET.contains(&byte).then_some(byte)
            })
            .collect();
        let letters = letters.and_then(|letters| letters.try_into().ok());
        letters.map(Self).ok_or(NotAReceipt)
    }
}
