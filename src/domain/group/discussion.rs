//! What to talk about first, and what the talk has changed.

use super::{Spread, Votes};
use crate::domain::question::QuestionId;

/// Below this many votes, spread says too little: dots are shown, and the range decides.
pub const FEWEST_FOR_SPREAD: u32 = 5;
/// Below this many votes nobody may say that a room is not split.
pub const FEWEST_FOR_NO_SPLIT: u32 = 8;
/// How many questions the queue holds.
pub const QUEUE: usize = 3;

impl Votes {
    /// Whether a question belongs in the queue of what to talk about first.
    ///
    /// From five votes on: a wide spread or camps. Of three or four: a range of two levels. Never of fewer.
    #[must_use]
    pub fn asks_for_talk(&self) -> bool {
        match self.total() {
            0..=2 => false,
            3..FEWEST_FOR_SPREAD => self.range() >= Some(2),
            _ => self.spread().is_some_and(Spread::is_wide) || self.camps().is_some(),
        }
    }

    /// Whether it may be said that the room is not split: never of fewer than eight votes.
    #[must_use]
    pub fn is_plainly_one(&self) -> bool {
        self.total() >= FEWEST_FOR_NO_SPLIT && !self.asks_for_talk()
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
    /// No camps, close together, at least half a level from where it was.
    AgreedMoved,
    /// No camps and close together, where there were camps before.
    AgreedAfterCamps,
    /// No camps, close together, where it was, which was wide.
    AgreedStable,
    /// Close together and without camps, of too few votes to call that agreed.
    Close,
    /// Still wide, without camps, and closer than before.
    Converging,
    /// Anything else: both views are recorded.
    OpenSplit,
}

impl Revote {
    /// Compares two rounds of one question. None if fewer than five voted in one of them: every word here rests on spread.
    ///
    /// "Agreed" says that the room is not split, so it takes as many votes as that does.
    #[must_use]
    pub fn of(first: &Votes, second: &Votes) -> Option<Self> {
        if first.total().min(second.total()) < FEWEST_FOR_SPREAD {
            return None;
        }
        let (before, now) = (first.interpolated_median()?, second.interpolated_median()?);
        let closer = second.spread()? < first.spread()?;
        let apart = second.asks_for_talk();
        Some(match second.total() {
            _ if apart && closer && second.camps().is_none() => Self::Converging,
            _ if apart => Self::OpenSplit,
            0..FEWEST_FOR_NO_SPLIT => Self::Close,
            _ if before.is_apart(now, 1) => Self::AgreedMoved,
            _ if first.camps().is_some() => Self::AgreedAfterCamps,
            _ => Self::AgreedStable,
        })
    }
}
