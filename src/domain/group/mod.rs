//! What a room says: how many chose each level, where the middle is and how far apart the answers lie.
//!
//! Everything that decides anything is a whole number or a quotient of two; nothing depends on rounding.
//!
//! ```
//! use oxymoron::domain::group::Votes;
//! // Two at level 2, three at level 3, one at level 5.
//! let votes = Votes::new([0, 2, 3, 0, 1]);
//! assert_eq!(votes.spread().map(|spread| spread.tenths()), Some(7));
//! ```

pub mod anonymity;
pub mod camps;
pub mod discussion;
pub mod dispersion;
pub mod role_gap;
pub mod sessions;

use super::level::Level;
use std::cmp::Ordering;

/// How many valid votes each level has, lowest level first. "Can't tell" and "not applicable" are no votes here.
///
/// At most [`Votes::MOST`] for each level of one room, so that no figure below can overflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Votes([u32; 5]);

impl Votes {
    /// The most votes that are counted for one level.
    pub const MOST: u32 = 20_000;

    /// The most votes of many rooms that are counted for one level. No figure overflows below that either.
    pub const MOST_OF_ROOMS: u32 = 10_000_000;

    /// The votes of rooms, put together.
    #[must_use]
    pub fn sum(rooms: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::default();
        for room in rooms {
            for (column, count) in all.0.iter_mut().zip(&room.0) {
                *column = column.saturating_add(*count).min(Self::MOST_OF_ROOMS);
            }
        }
        all
    }

    /// From counts, lowest level first.
    #[must_use]
    pub fn new(mut counts: [u32; 5]) -> Self {
        for count in &mut counts {
            *count = Self::MOST.min(*count);
        }
        Self(counts)
    }

    /// The counts, lowest level first.
    #[must_use]
    pub const fn counts(&self) -> [u32; 5] {
        self.0
    }

    /// Counts levels.
    #[must_use]
    pub fn of(levels: impl IntoIterator<Item = Level>) -> Self {
        let mut votes = Self::default();
        for level in levels {
            votes.add(level, 1);
        }
        votes
    }

    /// Adds votes for one level.
    pub fn add(&mut self, level: Level, count: u32) {
        if let Some(column) = self.0.get_mut(level.position()) {
            *column = column.saturating_add(count).min(Self::MOST);
        }
    }

    /// How many chose a level.
    #[must_use]
    pub fn at(&self, level: Level) -> u32 {
        self.0.get(level.position()).copied().unwrap_or(0)
    }

    /// All valid votes.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    fn below(&self, level: Level) -> u32 {
        self.0.iter().take(level.position()).sum()
    }

    fn above(&self, level: Level) -> u32 {
        self.0.iter().skip(level.position() + 1).sum()
    }

    /// The level of the vote at a place in order, 0 being the lowest vote.
    fn level_at(&self, place: u32) -> Option<Level> {
        Level::ALL
            .into_iter()
            .find(|level| self.below(*level) + self.at(*level) > place)
    }

    /// The levels of the two central votes; the same one twice for an odd number of votes. None without a vote.
    #[must_use]
    pub fn central(&self) -> Option<(Level, Level)> {
        let last = self.total().checked_sub(1)?;
        Some((self.level_at(last / 2)?, self.level_at(last.div_ceil(2))?))
    }

    /// The median: a level, or halfway between two. It is what [`Votes::spread`] is measured from. None without a vote.
    #[must_use]
    pub fn median(&self) -> Option<Median> {
        let (low, high) = self.central()?;
        Some(Median { low, high })
    }

    /// The interpolated median: m + (above - below) / (2 x equal); m itself if nobody sits on it. None without a vote.
    ///
    /// Finer than the median, so it tells whether a vote has moved. Nothing is measured from it.
    #[must_use]
    pub fn interpolated_median(&self) -> Option<InterpolatedMedian> {
        let (low, high) = self.central()?;
        let twice = i64::from(low.number()) + i64::from(high.number());
        if low != high {
            return Some(InterpolatedMedian::new(twice, 2));
        }
        let [equal, above, below] = [self.at(low), self.above(low), self.below(low)].map(i64::from);
        Some(InterpolatedMedian::new(twice * equal + above - below, 2 * equal))
    }

    /// The mean distance from the median, AD with median (Burke and Dunlap 2002). None without a vote.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        let votes = self.total();
        if votes == 0 {
            return None;
        }
        // The sum over the four steps between levels of the smaller side: the same as the sum of distances from the median.
        let step = |level: Level| {
            let up_to = self.below(level) + self.at(level);
            up_to.min(votes - up_to)
        };
        let distances = Level::ALL.into_iter().take(4).map(step).sum();
        Some(Spread { distances, votes })
    }

    /// Levels between the lowest and the highest vote, 0 to 4. None without a vote.
    #[must_use]
    pub fn range(&self) -> Option<u8> {
        let lowest = self.level_at(0)?;
        let highest = self.level_at(self.total() - 1)?;
        Some(highest.number() - lowest.number())
    }

    /// The same room with absent members at one end: all at `level`.
    #[must_use]
    pub fn with_absent(mut self, absent: u32, level: Level) -> Self {
        self.add(level, absent);
        self
    }

    /// The median if all absent members were at level 1, and at level 5.
    #[must_use]
    pub fn median_bounds(&self, absent: u32) -> Option<(Median, Median)> {
        let end = |level| self.with_absent(absent, level).median();
        Some((end(Level::NotSeen)?, end(Level::RenewingItself)?))
    }
}

/// A median, 1 to 5 in halves: the levels of the two central votes, which are one level for an odd number of votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Median {
    /// The level of the lower central vote.
    pub low: Level,
    /// The level of the higher one.
    pub high: Level,
}

impl Median {
    /// Tenths of a level.
    #[must_use]
    pub fn tenths(self) -> i64 {
        5 * (i64::from(self.low.number()) + i64::from(self.high.number()))
    }

    /// The level it is, none if it lies between two.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        (self.low == self.high).then_some(self.low)
    }
}

/// An interpolated median, 0.5 to 5.5 levels, as an exact quotient.
#[derive(Debug, Clone, Copy)]
pub struct InterpolatedMedian {
    numerator: i64,
    denominator: i64,
}

impl InterpolatedMedian {
    /// The denominator is a number of votes and so positive.
    const fn new(numerator: i64, denominator: i64) -> Self {
        Self {
            numerator,
            denominator,
        }
    }

    /// Tenths of a level, halves up.
    #[must_use]
    pub const fn tenths(self) -> i64 {
        (20 * self.numerator + self.denominator) / (2 * self.denominator)
    }

    /// Hundredths of a level, halves up.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        (200 * self.numerator + self.denominator) / (2 * self.denominator)
    }

    /// The difference to another, as numerator and positive denominator.
    const fn minus(self, other: Self) -> (i64, i64) {
        let numerator = self.numerator * other.denominator - other.numerator * self.denominator;
        (numerator, self.denominator * other.denominator)
    }

    /// Whether two medians lie at least `halves` half levels apart.
    #[must_use]
    pub const fn is_apart(self, other: Self, halves: i64) -> bool {
        let (difference, denominator) = self.minus(other);
        2 * difference.abs() >= halves * denominator
    }

    /// Nearest level.
    #[must_use]
    pub fn level(self) -> Level {
        let nearest = (2 * self.numerator + self.denominator) / (2 * self.denominator);
        let number = u8::try_from(nearest.clamp(1, 5)).unwrap_or(5);
        Level::from_number(number).unwrap_or(Level::RenewingItself)
    }
}

impl PartialEq for InterpolatedMedian {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for InterpolatedMedian {}

impl PartialOrd for InterpolatedMedian {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for InterpolatedMedian {
    fn cmp(&self, other: &Self) -> Ordering {
        self.minus(*other).0.cmp(&0)
    }
}

/// How far apart the answers lie: the mean distance from the median, in levels, as an exact quotient.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    distances: u32,
    votes: u32,
}

impl Spread {
    /// Tenths of a level, halves up.
    #[must_use]
    pub fn tenths(self) -> u64 {
        let (distances, votes) = (u64::from(self.distances), u64::from(self.votes));
        (20 * distances + votes) / (2 * votes)
    }

    /// Whether all answers are the same.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.distances == 0
    }

    /// Whether it is more than 5/6 of a level; exactly 5/6 is not.
    #[must_use]
    pub fn is_wide(self) -> bool {
        6 * u64::from(self.distances) > 5 * u64::from(self.votes)
    }

    /// Hundredths of a level, halves up.
    #[must_use]
    pub fn hundredths(self) -> u64 {
        let (distances, votes) = (u64::from(self.distances), u64::from(self.votes));
        (200 * distances + votes) / (2 * votes)
    }
}

impl PartialEq for Spread {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Spread {}

impl PartialOrd for Spread {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Spread {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: Self, b: Self| u64::from(a.distances) * u64::from(b.votes);
        cross(*self, *other).cmp(&cross(*other, *self))
    }
}
