//! Names of areas, know-do pairs and questions; stable for ever, so that an old record can always be read.
//!
//! ```
//! use oxymoron::domain::question::{AreaId, QuestionId};
//! let id: QuestionId = "A05".parse().expect("an area's anchored question");
//! assert_eq!(id, QuestionId::Anchored(AreaId::new(5).expect("in range")));
//! assert_eq!(id.to_string(), "A05");
//! ```

use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// An area of the checklist: `A01`, `A02`, ...
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct AreaId(u8);

/// A pair of a *know* and a *do* question: `K1`, `K2`, ...
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct PairId(u8);

/// Which of an area's two evidence questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// `A01a`.
    First,
    /// `A01b`.
    Second,
}

/// One question with five options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionId {
    /// The area's anchored question: `A01`.
    Anchored(AreaId),
    /// One of its evidence questions: `A01a`, `A01b`.
    Evidence(AreaId, Evidence),
    /// Where the principle is espoused: `K1k`.
    Know(PairId),
    /// What was done in recent cases: `K1d`.
    Do(PairId),
    /// An outcome that is shown as context and never scored: `K6`.
    Context(PairId),
}

/// What the five options of a question are marked with, and typed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// `1` to `5`: the options are the levels themselves.
    Levels,
    /// `a` to `e`: on a counted or dated scale a digit would be taken for the value.
    Letters,
}

/// A text that names no area, pair or question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownId(pub String);

impl fmt::Display for UnknownId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "no question has the id {:?}", self.0)
    }
}

impl AreaId {
    /// The area of a number from 1 to 99.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if matches!(number, 1..=99) {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number in the id.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl PairId {
    /// The pair of a number from 1 to 9.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if matches!(number, 1..=9) {
            Some(Self(number))
        } else {
            None
        }
    }
}

impl QuestionId {
    /// The area that a question belongs to, none for know-do and context.
    #[must_use]
    pub const fn area(self) -> Option<AreaId> {
        match self {
            Self::Anchored(area) | Self::Evidence(area, _) => Some(area),
            Self::Know(_) | Self::Do(_) | Self::Context(_) => None,
        }
    }

    /// What its options are marked with.
    #[must_use]
    pub const fn marks(self) -> Marks {
        match self {
            Self::Anchored(_) => Marks::Levels,
            Self::Evidence(..) | Self::Know(_) | Self::Do(_) | Self::Context(_) => Marks::Letters,
        }
    }
}

impl fmt::Display for AreaId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "A{:02}", self.0)
    }
}

impl fmt::Display for PairId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "K{}", self.0)
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anchored(area) => write!(out, "{area}"),
            Self::Evidence(area, Evidence::First) => write!(out, "{area}a"),
            Self::Evidence(area, Evidence::Second) => write!(out, "{area}b"),
            Self::Know(pair) => write!(out, "{pair}k"),
            Self::Do(pair) => write!(out, "{pair}d"),
            Self::Context(pair) => write!(out, "{pair}"),
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    byte.is_ascii_digit().then(|| byte - b'0')
}

fn area_of(tens: u8, ones: u8) -> Option<AreaId> {
    AreaId::new(digit(tens)? * 10 + digit(ones)?)
}

fn pair_of(number: u8) -> Option<PairId> {
    PairId::new(digit(number)?)
}

impl FromStr for QuestionId {
    type Err = UnknownId;

    fn from_str(text: &str) -> Result<Self, UnknownId> {
        let id = match *text.as_bytes() {
            [b'A', tens, ones] => area_of(tens, ones).map(Self::Anchored),
            [b'A', tens, ones, b'a'] => area_of(tens, ones).map(|area| Self::Evidence(area, Evidence::First)),
            [b'A', tens, ones, b'b'] => {
                area_of(tens, ones).map(|area| Self::Evidence(area, Evidence::Second))
            }
            [b'K', number] => pair_of(number).map(Self::Context),
            [b'K', number, b'k'] => pair_of(number).map(Self::Know),
            [b'K', number, b'd'] => pair_of(number).map(Self::Do),
            _ => None,
        };
        id.ok_or_else(|| UnknownId(text.to_owned()))
    }
}

impl FromStr for AreaId {
    type Err = UnknownId;

    fn from_str(text: &str) -> Result<Self, UnknownId> {
        match text.parse()? {
            QuestionId::Anchored(area) => Ok(area),
            _ => Err(UnknownId(text.to_owned())),
        }
    }
}

impl FromStr for PairId {
    type Err = UnknownId;

    fn from_str(text: &str) -> Result<Self, UnknownId> {
        match text.parse()? {
            QuestionId::Context(pair) => Ok(pair),
            _ => Err(UnknownId(text.to_owned())),
        }
    }
}

macro_rules! as_text {
    ($($id:ty),*) => {$(
        impl TryFrom<String> for $id {
            type Error = UnknownId;

            fn try_from(text: String) -> Result<Self, UnknownId> {
                text.parse()
            }
        }

        impl From<$id> for String {
            fn from(id: $id) -> Self {
                id.to_string()
            }
        }
    )*};
}

as_text!(AreaId, PairId, QuestionId);
