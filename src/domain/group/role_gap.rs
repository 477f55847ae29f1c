//! Whether two roles see one question differently: Cliff's delta, said in pairs.

use super::Votes;
use crate::domain::level::Level;

/// Votes that each of the two roles needs.
pub const FEWEST: u32 = 5;

/// Two roles' votes on one question, pair by pair.
///
/// "In 14 of 20 leader-seller pairs the leader scored higher."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleGap {
    /// Pairs in which the first role's vote is higher.
    pub higher: u64,
    /// Pairs in which it is lower.
    pub lower: u64,
    /// All pairs, ties included.
    pub pairs: u64,
}

impl RoleGap {
    /// Compares every vote of the one with every vote of the other.
    #[must_use]
    pub fn between(first: &Votes, second: &Votes) -> Self {
        let wins = |winner: &Votes, loser: &Votes| {
            let beaten = |level: Level| u64::from(winner.at(level)) * u64::from(loser.below(level));
            Level::ALL.into_iter().map(beaten).sum::<u64>()
        };
        Self {
            higher: wins(first, second),
            lower: wins(second, first),
            pairs: u64::from(first.total()) * u64::from(second.total()),
        }
    }

    /// Cliff's delta (1993) times the number of pairs, without its sign.
    const fn surplus(self) -> u64 {
        self.higher.abs_diff(self.lower)
    }

    /// Whether delta is at least 0.474, a large effect (Romano and others 2006).
    const fn is_large(self) -> bool {
        self.pairs > 0 && 1000 * self.surplus() >= 474 * self.pairs
    }

    /// Whether this gap's delta is larger than another's.
    #[must_use]
    pub fn exceeds(self, other: Self) -> bool {
        let cross = |a: Self, b: Self| u128::from(a.surplus()) * u128::from(b.pairs);
        cross(self, other) > cross(other, self)
    }
}

/// The gap, if it is worth a question: both roles with five votes, a large delta, and interpolated medians a level apart.
#[must_use]
pub fn worth_asking(first: &Votes, second: &Votes) -> Option<RoleGap> {
    let gap = RoleGap::between(first, second);
    let enough = first.total() >= FEWEST && second.total() >= FEWEST;
    let apart = first.median()?.is_apart(second.median()?, 2);
    (enough && apart && gap.is_large()).then_some(gap)
}

/// The largest of the gaps that are worth a question, with what it belongs to; of equals, the first.
pub fn largest<T>(gaps: impl IntoIterator<Item = (T, RoleGap)>) -> Option<(T, RoleGap)> {
    let mut gaps = gaps.into_iter();
    let first = gaps.next()?;
    Some(gaps.fold(first, |largest, other| {
        if other.1.exceeds(largest.1) {
            other
        } else {
            largest
        }
    }))
}
