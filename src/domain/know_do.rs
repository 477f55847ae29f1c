//! The gap between what is espoused and what was done (Argyris and Schön 1974).

use super::answer::{Answer, Answers};
use super::checklist::Checklist;
use super::level::Level;
use super::question::{PairId, QuestionId};
use super::score::Points;

/// A pair whose two questions both have a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The pair.
    pub pair: PairId,
    /// Where the principle is espoused.
    pub know: Level,
    /// What was done.
    pub done: Level,
}

impl Gap {
    /// Know minus do, -4 to 4 levels.
    #[must_use]
    pub fn levels(self) -> i8 {
        self.know.number().cast_signed() - self.done.number().cast_signed()
    }

    /// Whether the gap is two levels or more; for one person a gap of one says nothing.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.levels() >= 2
    }
}

/// The know-do check of one assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowDoGaps {
    /// The pairs with both answers, in the checklist's order.
    pub gaps: Vec<Gap>,
    /// `25 x mean(max(0, gap))`; none without a pair.
    pub points: Option<Points>,
}

impl KnowDoGaps {
    /// The number of wide gaps, the headline.
    #[must_use]
    pub fn wide(&self) -> usize {
        self.gaps.iter().filter(|gap| gap.is_wide()).count()
    }
}

/// The gaps of the pairs that have both answers.
#[must_use]
pub fn know_do_gaps(checklist: &Checklist, answers: &Answers) -> KnowDoGaps {
    let level = |question| answers.get(&question).and_then(Answer::level);
    let gap = |pair: PairId| {
        Some(Gap {
            pair,
            know: level(QuestionId::Know(pair))?,
            done: level(QuestionId::Do(pair))?,
        })
    };
    let gaps: Vec<_> = checklist.pairs.iter().filter_map(|pair| gap(pair.id)).collect();
    let (sum, count) = gaps.iter().fold((0, 0), |(sum, count), gap| {
        (sum + u32::from(gap.levels().max(0).unsigned_abs()), count + 1)
    });
    KnowDoGaps {
        points: Points::of_levels(sum, count),
        gaps,
    }
}
