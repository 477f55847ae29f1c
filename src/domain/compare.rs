//! Two assessments side by side: what moved by more than error alone would explain.
//!
//! Both are scored by the same rule on the same questions. At different depths these are the anchored questions, which both have;
//! at different versions of the instrument, those that have an answer of any kind in both.

use super::answer::Answers;
use super::assessment::Assessment;
use super::checklist::{Checklist, Depth, InstrumentVersion};
use super::precision::{Movement, area_change, index_change, index_standard_error, smallest_change};
use super::question::AreaId;
use super::score::{LevelScore, Outcome, Points, Scorecard, needed, score};

/// A value of the earlier and of the later assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both<T> {
    /// In the assessment that is compared from.
    pub from: T,
    /// In the one that it is compared with.
    pub to: T,
}

impl<T: PartialEq> Both<T> {
    /// Whether the two differ.
    #[must_use]
    pub fn differ(&self) -> bool {
        self.from != self.to
    }
}

/// What can be said of one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It has a score on both sides.
    Compared(Movement),
    /// At least one side has no score; its outcome says why.
    NoScore,
    /// Both sides have a score of their own, but on questions that the other version does not have.
    NothingShared,
}

/// One area on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaComparison {
    /// The area.
    pub area: AreaId,
    /// Where it stands, at the depth and on the questions that are compared.
    pub outcomes: Both<Outcome>,
    /// Whether it moved.
    pub verdict: Verdict,
}

impl AreaComparison {
    /// Both scores, where they could be compared.
    #[must_use]
    pub const fn scores(&self) -> Option<Both<LevelScore>> {
        match (self.verdict, self.outcomes.from, self.outcomes.to) {
            (Verdict::Compared(_), Outcome::Scored(from), Outcome::Scored(to)) => Some(Both { from, to }),
            _ => None,
        }
    }
}

/// The index over the areas that have a score on both sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndexComparison {
    /// The figures; each may differ from the assessment's own, which rests on all of its areas.
    pub figures: Both<Points>,
    /// The smallest change that counts, in points.
    pub smallest: f64,
    /// Whether it moved.
    pub change: Movement,
}

/// Two assessments of one checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The depth of each.
    pub depths: Both<Depth>,
    /// The depth that both are scored at: the lesser of the two.
    pub depth: Depth,
    /// The instrument of each.
    pub versions: Both<InstrumentVersion>,
    /// One per area, in the checklist's order.
    pub areas: Vec<AreaComparison>,
    /// Areas that have a score on both sides.
    pub shared: usize,
    /// Areas that apply on both sides.
    pub applicable: usize,
    /// The index; none where fewer than three quarters of the areas that apply have a score on both sides.
    pub index: Option<IndexComparison>,
}

impl Comparison {
    /// How many areas changed in this way.
    #[must_use]
    pub fn count(&self, change: Movement) -> usize {
        let same = |area: &&AreaComparison| area.verdict == Verdict::Compared(change);
        self.areas.iter().filter(same).count()
    }
}

/// Compares two assessments of one person or team.
#[must_use]
pub fn compare(checklist: &Checklist, from: &Assessment, to: &Assessment) -> Comparison {
    let depths = Both {
        from: from.depth.value,
        to: to.depth.value,
    };
    let versions = Both {
        from: from.instrument,
        to: to.instrument,
    };
    let depth = depths.from.min(depths.to);
    let given = Both {
        from: from.given(),
        to: to.given(),
    };
    let own = cards(checklist, &given, depth);
    let shared = if versions.differ() {
        let common = Both {
            from: common(&given.from, &given.to),
            to: common(&given.to, &given.from),
        };
        cards(checklist, &common, depth)
    } else {
        own.clone()
    };
    let areas: Vec<_> = area_comparisons(&own, &shared, depth);
    let applies = |area: &&AreaComparison| {
        area.outcomes.from != Outcome::NotApplicable && area.outcomes.to != Outcome::NotApplicable
    };
    let applicable = areas.iter().filter(applies).count();
    Comparison {
        depths,
        depth,
        versions,
        shared: areas.iter().filter_map(AreaComparison::scores).count(),
        index: index(&areas, applicable, depth),
        areas,
        applicable,
    }
}

fn cards(checklist: &Checklist, given: &Both<Answers>, depth: Depth) -> Both<Scorecard> {
    Both {
        from: score(checklist, &given.from, depth),
        to: score(checklist, &given.to, depth),
    }
}

/// The answers to questions that the other side has an answer to as well.
fn common(mine: &Answers, theirs: &Answers) -> Answers {
    let mut common = Answers::new_vec();
    for (question, answer) in mine {
        if theirs.contains_key(question) {
            common.insert(*question, answer.clone());
        }
    }
    common
}

fn area_comparisons(own: &Both<Scorecard>, shared: &Both<Scorecard>, depth: Depth) -> Vec<AreaComparison> {
    let own = own.from.areas.iter().zip(&own.to.areas);
    let shared = shared.from.areas.iter().zip(&shared.to.areas);
    let both = own.zip(shared);
    both.map(|((own_from, own_to), (from, to))| {
        let alone = Both {
            from: own_from.outcome,
            to: own_to.outcome,
        };
        let (outcomes, verdict) = match (from.score(), to.score(), own_from.score(), own_to.score()) {
            // An area that does not apply stays so, even if its evidence questions are all that is shared.
            (Some(before), Some(after), Some(_), Some(_)) => (
                Both {
                    from: from.outcome,
                    to: to.outcome,
                },
                Verdict::Compared(area_change(before, after, depth)),
            ),
            (_, _, Some(_), Some(_)) => (alone, Verdict::NothingShared),
            _ => (alone, Verdict::NoScore),
        };
        AreaComparison {
            area: own_from.area,
            outcomes,
            verdict,
        }
    })
    .collect()
}

fn index(areas: &[AreaComparison], applicable: usize, depth: Depth) -> Option<IndexComparison> {
    let (mut from, mut to, mut count) = (0, 0, 0_u32);
    for scores in areas.iter().filter_map(AreaComparison::scores) {
        from += u32::from(scores.from.sixths());
        to += u32::from(scores.to.sixths());
        count += 1;
    }
    let shared = count as usize;
    let figures = Both {
        from: Points::of_mean(from, count)?,
        to: Points::of_mean(to, count)?,
    };
    (shared >= needed(applicable)).then(|| IndexComparison {
        figures,
        smallest: smallest_change(index_standard_error(depth, shared)),
        change: index_change(figures.from, figures.to, depth, shared),
    })
}
