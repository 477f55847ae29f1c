//! What to talk about first, and what the talk has changed.

use super::{Median, Spread, Votes};
use crate::domain::level::Level;
use crate::domain::question::QuestionId;

/// Below this many votes, spread says too little: dots are shown, and the range decides.
pub const FEWEST_FOR_SPREAD: u32 = 5;
/// Below this many votes nobody may say that a room is not split.
pub const FEWEST_FOR_NO_SPLIT: u32 = 8;
/// How many questions the queue holds.
pub const QUEUE: usize = 3;

impl Votes {
    /// The inner level that parts the room in two camps, if one does.
    ///
    /// Each side of it holds at least a quarter of the votes and at least two, and the tallest column of each side is taller than
    /// the column between by two or a tenth of the votes, rounded up, whichever is more.
    #[must_use]
    pub fn two_camps(&self) -> Option<Level> {
        let votes = self.total();
        let margin = votes.div_ceil(10).max(2);
        let side = |columns: &[u32], between: u32| {
            let held: u32 = columns.iter().sum();
            let tallest = columns.iter().copied().max().unwrap_or(0);
            4 * u64::from(held) >= u64::from(votes) && held >= 2 && tallest >= between.saturating_add(margin)
        };
        Level::ALL.into_iter().skip(1).take(3).find(|level| {
            let (below, rest) = self.0.split_at(level.position());
            rest.split_first()
                .is_some_and(|(between, above)| side(below, *between) && side(above, *between))
        })
    }

    /// Whether a question belongs in the queue of what to talk about first.
    ///
    /// From five votes on: a wide spread or two camps. Of three or four: a range of two levels. Never of fewer.
    #[must_use]
    pub fn asks_for_talk(&self) -> bool {
        match self.total() {
            0..=2 => false,
            3..FEWEST_FOR_SPREAD => self.range() >= Some(2),
            _ => self.spread().is_some_and(Spread::is_wide) || self.two_camps().is_some(),
        }
    }

    /// Whether it may be said that the room is not split: never of fewer than eight votes.
    #[must_use]
    pub fn is_plainly_one(&self) -> bool {
        self.total() >= FEWEST_FOR_NO_SPLIT && !self.asks_for_talk()
    }

    /// Wide no longer, and in one camp.
    fn agrees(&self) -> bool {
        self.spread().is_some_and(|spread| !spread.is_wide()) && self.two_camps().is_none()
    }
}

/// The questions to talk about first, at most three: the widest spread first, then those of three or four votes, which have no spread,
/// the widest range first. Of equals, the one that was asked first.
#[must_use]
pub fn discuss_first(questions: &[(QuestionId, Votes)]) -> Vec<QuestionId> {
    let mut queue = Vec::<(QuestionId, Width)>::new();
    for (question, votes) in questions.iter().filter(|(_, votes)| votes.asks_for_talk()) {
        let width = Width::of(votes);
        let place = queue.partition_point(|(_, wider)| *wider >= width);
        queue.insert(place, (*question, width));
    }
    queue
        .into_iter()
        .take(QUEUE)
        .map(|(question, _)| question)
        .collect()
}

/// How far apart the answers to one question lie, as far as so many votes can tell: a range is always less than a spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// Levels between the lowest and the highest of three or four votes.
    Range(u8),
    /// The spread of five or more.
    Spread(Spread),
}

impl Width {
    /// The width of votes.
    #[must_use]
    pub fn of(votes: &Votes) -> Self {
        match votes.spread() {
            Some(spread) if votes.total() >= FEWEST_FOR_SPREAD => Self::Spread(spread),
            _ => Self::Range(votes.range().unwrap_or(0)),
        }
    }

    /// Whether all answers are the same.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        match self {
            Self::Range(levels) => levels == 0,
            Self::Spread(spread) => spread.is_zero(),
        }
    }
}

/// What a second vote came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Revote {
    /// One camp, close together, where it was.
    AgreedStable,
    /// One camp, close together, at least half a level from where it was.
    AgreedMoved,
    /// Still wide, in one camp, and closer than before.
    Converging,
    /// Anything else: both views are recorded.
    OpenSplit,
}

impl Revote {
    /// Compares two rounds of one question. None if fewer than five voted in one of them: every word here rests on spread.
    #[must_use]
    pub fn of(first: &Votes, second: &Votes) -> Option<Self> {
        if first.total().min(second.total()) < FEWEST_FOR_SPREAD {
            return None;
        }
        let medians: (Median, Median) = (first.median()?, second.median()?);
        let closer = second.spread()? < first.spread()?;
        Some(if second.agrees() {
            if medians.0.is_apart(medians.1, 1) {
                Self::AgreedMoved
            } else {
                Self::AgreedStable
            }
        } else if closer && second.two_camps().is_none() {
            Self::Converging
        } else {
            Self::OpenSplit
        })
    }
}
