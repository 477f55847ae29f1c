//! A show of hands for one question, checked against how many people are there.

use crate::domain::group::Votes;
use std::cmp::Ordering;
use std::fmt;

/// How many people are in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Headcount(pub u32);

/// Counted hands, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Counted {
    /// Hands for each level, lowest first.
    pub levels: [u32; 5],
    /// Hands for "we can't tell yet".
    pub cannot_tell: u32,
    /// Hands for "not applicable".
    pub not_applicable: u32,
}

impl Counted {
    /// All hands.
    #[must_use]
    pub fn sum(&self) -> u64 {
        let others = [self.cannot_tell, self.not_applicable];
        self.levels.iter().chain(&others).copied().map(u64::from).sum()
    }
}

/// Counts that add up to the headcount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hands(Counted);

impl Hands {
    /// Takes counts that add up.
    ///
    /// # Errors
    /// By how many they do not.
    pub fn new(counted: Counted, present: Headcount) -> Result<Self, Miscount> {
        let (sum, present) = (counted.sum(), u64::from(present.0));
        match sum.cmp(&present) {
            Ordering::Equal => Ok(Self(counted)),
            Ordering::Less => Err(Miscount::Missing(present - sum)),
            Ordering::Greater => Err(Miscount::TooMany(sum - present)),
        }
    }

    /// The counts.
    #[must_use]
    pub const fn counted(&self) -> Counted {
        self.0
    }

    /// The valid votes.
    #[must_use]
    pub fn votes(&self) -> Votes {
        Votes::new(self.0.levels)
    }
}

/// Hands that do not add up to the headcount, and by how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Miscount {
    /// Fewer hands than people.
    Missing(u64),
    /// More hands than people.
    TooMany(u64),
}

impl fmt::Display for Miscount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(1) => out.write_str("1 hand is missing: count again or correct the headcount"),
            Self::Missing(hands) => {
                write!(
                    out,
                    "{hands} hands are missing: count again or correct the headcount"
                )
            }
            Self::TooMany(1) => out.write_str("1 hand too many: count again or correct the headcount"),
            Self::TooMany(hands) => write!(
                out,
                "{hands} hands too many: count again or correct the headcount"
            ),
        }
    }
}

impl std::error::Error for Miscount {}
