//! Everything that leaves a device in a workshop: the invite, the sealed answer code, typed digits, a show of hands.
//!
//! Formats: `docs/formats/invite.md`, `docs/formats/answer-code.md`. Who can see what: `docs/threats.md`.

pub mod answer;
pub mod digits;
pub mod drawing;
pub mod encoding;
pub mod envelope;
pub mod find;
pub mod hands;
pub mod invite;
pub mod items;
pub mod percent;
pub mod receipt;
pub mod seal;
pub mod zip;

use crate::domain::id::id_text;
use std::fmt;
use std::num::NonZeroU8;

/// Which code a text is, told by how it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// From the facilitator to everybody.
    Invite,
    /// From a participant to the facilitator.
    Answer,
}

impl Kind {
    /// How the text of such a code begins. The full stop is in no other place of a code.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Invite => "oxyi.",
            Self::Answer => "oxya.",
        }
    }

    /// The kind that people take for this one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Invite => Self::Answer,
            Self::Answer => Self::Invite,
        }
    }
}

/// A workshop's random name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkshopId(pub u64);

id_text!(WorkshopId);

/// A response's random name: of two codes with the same one, the one with the later [`Serial`] stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResponseId(pub u64);

id_text!(ResponseId);

/// Which of one person's codes a code is, counted on that person's device: the first one is 1.
///
/// It stays at 255 from there on; of two codes with the same number the one stands that came last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Serial(pub u8);

impl Serial {
    /// Of what was never counted: a code in version 1, typed digits.
    pub const NONE: Self = Self(0);

    /// The number of the code after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// Which vote of a workshop, the first being 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Round(NonZeroU8);

impl Round {
    /// The first vote.
    pub const FIRST: Self = Self(NonZeroU8::MIN);

    /// The round of a number from 1 to 255.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        NonZeroU8::new(number).map(Self)
    }

    /// Its number, 1 to 255.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0.get()
    }
}

/// Why a code was not taken. The text says it to the facilitator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeError {
    /// It does not begin as such a code does.
    NotACode(Kind),
    /// Whole, but of a version that is not read here.
    OtherVersion(u8),
    /// Whole, but for another workshop.
    OtherWorkshop,
    /// Whole, but from another round than the one that is collected.
    OtherRound {
        /// The round of the code.
        code: Round,
        /// The round that is collected.
        collected: Round,
    },
    /// Cut, changed, or sealed to another key.
    Damaged,
}

impl fmt::Display for CodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotACode(kind) => {
                let (what, prefix) = (kind, kind.prefix());
                write!(out, "This is not {what}: one begins with {prefix}")
            }
            Self::OtherVersion(version) => write!(
                out,
                "This code is in version {version} of the format, which this page does not read: reload the page on \
                 both devices and make the code again"
            ),
            Self::OtherWorkshop => out
                .write_str("This code is for another workshop: ask its sender to open the link of this one"),
            Self::OtherRound { code, collected } => write!(
                out,
                "This code is from round {} and round {} is being collected: ask its sender for a new one",
                code.number(),
                collected.number()
            ),
            Self::Damaged => out
                .write_str("This code was cut or changed on its way: ask its sender for a fresh one, the file or the picture"),
        }
    }
}

impl std::error::Error for CodeError {}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Invite => "an invite",
            Self::Answer => "an answer code",
        })
    }
}
