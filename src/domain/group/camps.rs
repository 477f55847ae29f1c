//! Camps: groups of votes with a valley between them, named by the levels that people are at.
//!
//! ```
//! use oxymoron::domain::group::Votes;
//! let camps = Votes::new([5, 1, 0, 0, 5]).camps().map(|camps| camps.camps().len());
//! assert_eq!(camps, Some(2));
//! assert_eq!(Votes::new([3, 0, 3, 0, 3]).camps().map(|camps| camps.camps().len()), Some(3));
//! ```

use super::Votes;
use crate::domain::level::Level;

/// A group of votes beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Camp {
    /// The lowest level that anybody in it chose.
    pub low: Level,
    /// The highest one.
    pub high: Level,
    /// How many they are.
    pub votes: u32,
}

/// Two camps or three, the lowest first, and those in the valleys between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Camps {
    camps: Vec<Camp>,
    /// Votes in the valleys, which belong to no camp.
    pub between: u32,
}

impl Camps {
    /// The camps, the lowest first: two, or three.
    #[must_use]
    pub fn camps(&self) -> &[Camp] {
        &self.camps
    }
}

impl Votes {
    /// The camps that the room stands in, if it does.
    ///
    /// A valley is an inner level with a camp on either side of it: at least a quarter of the votes and at least two, with a tallest
    /// column that is taller than the valley's by two or a tenth of the votes, rounded up, whichever is more. Of valleys beside each
    /// other the deepest parts the camps; if several are, all from the first of them to the last. Between two valleys that are apart,
    /// those who stand out from both in the same way are a third camp; who does not stand out is between.
    #[must_use]
    pub fn camps(&self) -> Option<Camps> {
        let valleys = Level::ALL.into_iter().skip(1).take(3).filter(|level| {
            let (below, above) = (
                self.part(|other| other < *level),
                self.part(|other| other > *level),
            );
            self.is_camp(&below, *level) && self.is_camp(&above, *level)
        });
        let valleys: Vec<_> = valleys.collect();
        let apart = valleys == [Level::NowAndThen, Level::Working];
        let depth = valleys.iter().map(|level| self.at(*level)).min()?;
        let mut deepest = valleys.iter().filter(|level| apart || self.at(**level) == depth);
        let first = *deepest.next()?;
        let last = deepest.next_back().map_or(first, |last| *last);
        let inner = self.part(|level| apart && level == Level::SetUp);
        let inner = Some(inner).filter(|inner| self.is_camp(inner, first) && self.is_camp(inner, last));
        let outer = [self.part(|level| level < first), self.part(|level| level > last)];
        let [below, above] = outer.map(|votes| camp(&votes));
        let camps: Vec<_> = [below, inner.as_ref().and_then(camp), above]
            .into_iter()
            .flatten()
            .collect();
        let held: u32 = camps.iter().map(|camp| camp.votes).sum();
        Some(Camps {
            camps,
            between: self.total().saturating_sub(held),
        })
    }

    /// The votes for some of the levels.
    fn part(&self, wanted: impl Fn(Level) -> bool) -> Self {
        let mut part = Self::default();
        for level in Level::ALL.into_iter().filter(|level| wanted(*level)) {
            part.add(level, self.at(level));
        }
        part
    }

    /// Whether a part of these votes is a camp beside a valley.
    fn is_camp(&self, part: &Self, valley: Level) -> bool {
        let (votes, held) = (self.total(), part.total());
        let margin = votes.div_ceil(10).max(2);
        let tallest = part.counts().into_iter().max().unwrap_or(0);
        4 * u64::from(held) >= u64::from(votes)
            && held >= 2
            && tallest >= self.at(valley).saturating_add(margin)
    }
}

fn camp(votes: &Votes) -> Option<Camp> {
    let mut chosen = Level::ALL.into_iter().filter(|level| votes.at(*level) > 0);
    let low = chosen.next()?;
    Some(Camp {
        low,
        high: chosen.next_back().unwrap_or(low),
        votes: votes.total(),
    })
}
