//! Area scores, the index and its worst-case bounds.
//!
//! Everything is exact: a mean of one, two or three levels is a whole number of sixths, the index a ratio of whole numbers.

use super::answer::{Answer, Answers};
use super::checklist::{Area, Checklist, Depth};
use super::level::Level;
use super::question::{AreaId, QuestionId};
use std::cmp::Ordering;

/// A mean of levels, in sixths of a level: 6 is level 1, 30 is level 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LevelScore(u16);

impl LevelScore {
    /// Sixths in one level; every mean of one, two or three levels is a whole number of them.
    pub const SIXTHS: u16 = 6;

    fn mean(sum: u16, count: u16) -> Option<Self> {
        (sum * Self::SIXTHS).checked_div(count).map(Self)
    }

    /// The score in sixths of a level, 6 to 30.
    #[must_use]
    pub const fn sixths(self) -> u16 {
        self.0
    }

    /// The highest level that is reached in full: 3 and 5 sixths reaches level 3.
    #[must_use]
    pub fn reached(self) -> Level {
        let whole = u8::try_from(self.0 / Self::SIXTHS)
            .ok()
            .and_then(Level::from_number);
        whole.unwrap_or(Level::NotSeen)
    }

    /// Whether it stands at level 2 or lower, by the level that is reached: 2 and 4 sixths does.
    #[must_use]
    pub fn is_low(self) -> bool {
        self.reached() <= Level::NowAndThen
    }

    /// Whether it stands at level 4 or higher.
    #[must_use]
    pub fn is_high(self) -> bool {
        self.reached() >= Level::Working
    }

    /// The score in tenths of a level, rounded half up: 2.67 is 27.
    #[must_use]
    pub const fn tenths(self) -> u16 {
        (self.0 * 10 + Self::SIXTHS / 2) / Self::SIXTHS
    }
}

impl From<Level> for LevelScore {
    fn from(level: Level) -> Self {
        Self(u16::from(level.number()) * Self::SIXTHS)
    }
}

/// A figure from 0 to 100, kept as a ratio.
#[derive(Debug, Clone, Copy)]
pub struct Points {
    numerator: u32,
    denominator: u32,
}

impl Points {
    /// `25 x (mean - 1)` of a number of scores, from the sum of their sixths; none for no scores.
    #[must_use]
    pub fn of_mean(sixths: u32, count: u32) -> Option<Self> {
        let floor = count * u32::from(LevelScore::SIXTHS);
        let numerator = 25 * sixths.checked_sub(floor)?;
        (count > 0).then_some(Self {
            numerator,
            denominator: floor,
        })
    }

    /// `25 x` the mean of a number of whole levels; none for no levels.
    #[must_use]
    pub fn of_levels(sum: u32, count: u32) -> Option<Self> {
        (count > 0).then_some(Self {
            numerator: 25 * sum,
            denominator: count,
        })
    }

    /// The nearest whole number, halves up.
    #[must_use]
    pub const fn rounded(self) -> u32 {
        (2 * self.numerator + self.denominator) / (2 * self.denominator)
    }

    /// The whole number at or below.
    #[must_use]
    pub const fn floor(self) -> u32 {
        self.numerator / self.denominator
    }

    /// The whole number at or above.
    #[must_use]
    pub const fn ceil(self) -> u32 {
        self.numerator.div_ceil(self.denominator)
    }

    /// The figure as a floating-point number, for comparisons with a standard error.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }
}

impl PartialEq for Points {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Points {}

impl PartialOrd for Points {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Points {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: u32, b: u32| u64::from(a) * u64::from(b);
        cross(self.numerator, other.denominator).cmp(&cross(other.numerator, self.denominator))
    }
}

/// What is known of one area. The four ways of having no score are four different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Enough questions have a level.
    Scored(LevelScore),
    /// So many answers are "we can't tell yet" that there is no score; a finding.
    CannotTell,
    /// The area does not exist here and leaves the denominator.
    NotApplicable,
    /// Not enough questions have been answered.
    Unanswered,
}

/// One area's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaResult {
    /// The area.
    pub area: AreaId,
    /// Its score, or why it has none.
    pub outcome: Outcome,
    /// The score if every open question turned out at level 1. An area without a score counts as unanswered: level 1.
    pub low: LevelScore,
    /// The score if every open question turned out at level 5. An area without a score counts as unanswered: level 5.
    pub high: LevelScore,
    /// Questions answered with a level.
    pub levels: u8,
    /// Questions answered "we can't tell yet".
    pub cannot_tell: u8,
    /// Questions that the depth asks.
    pub asked: u8,
}

impl AreaResult {
    /// Whether a third or more of the questions are "we can't tell yet", so that the advice is to find out first.
    #[must_use]
    pub const fn find_out_first(&self) -> bool {
        !matches!(self.outcome, Outcome::NotApplicable) && self.cannot_tell * 3 >= self.asked
    }

    /// Whether some of its questions have an answer, and too few for a score.
    #[must_use]
    pub const fn begun(&self) -> bool {
        matches!(self.outcome, Outcome::Unanswered) && self.given() > 0
    }

    /// How many of its questions have an answer.
    const fn given(&self) -> u8 {
        self.levels + self.cannot_tell
    }

    /// The score, if there is one.
    #[must_use]
    pub const fn score(&self) -> Option<LevelScore> {
        match self.outcome {
            Outcome::Scored(score) => Some(score),
            Outcome::CannotTell | Outcome::NotApplicable | Outcome::Unanswered => None,
        }
    }
}

/// The index with everything it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index {
    /// The single figure, only when at least three quarters of the applicable areas have a score.
    pub figure: Option<Points>,
    /// The lowest index that answering what is open could lead to (Manski 2005).
    pub low: Points,
    /// The highest.
    pub high: Points,
}

/// The result of one assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// One result per area, in the checklist's order.
    pub areas: Vec<AreaResult>,
    /// The index; none if no area applies.
    pub index: Option<Index>,
}

impl Scorecard {
    /// Areas that apply.
    #[must_use]
    pub fn applicable(&self) -> usize {
        self.count(|area| area.outcome != Outcome::NotApplicable)
    }

    /// Areas that have a score.
    #[must_use]
    pub fn scored(&self) -> usize {
        self.count(|area| area.score().is_some())
    }

    /// Areas that need a score before there is a single figure: three quarters of those that apply.
    #[must_use]
    pub fn needed(&self) -> usize {
        needed(self.applicable())
    }

    /// Whether an area has too few answers for a score, and some.
    #[must_use]
    pub fn begun(&self) -> bool {
        self.areas.iter().any(AreaResult::begun)
    }

    /// How many questions of the areas that apply have an answer, and how many there are.
    #[must_use]
    pub fn answered(&self) -> (usize, usize) {
        let applies = self
            .areas
            .iter()
            .filter(|area| area.outcome != Outcome::NotApplicable);
        applies.fold((0, 0), |(given, asked), area| {
            (given + usize::from(area.given()), asked + usize::from(area.asked))
        })
    }

    fn count(&self, holds: impl Fn(&AreaResult) -> bool) -> usize {
        self.areas.iter().filter(|area| holds(area)).count()
    }
}

fn area_result(answers: &Answers, area: &Area, depth: Depth) -> AreaResult {
    let asked = depth.questions_per_area();
    let given = || {
        depth
            .questions(area.id)
            .filter_map(|question| answers.get(&question))
    };
    let (sum, levels) = given()
        .filter_map(Answer::level)
        .fold((0_u16, 0_u8), |(sum, count), level| {
            (sum + u16::from(level.number()), count + 1)
        });
    let cannot_tell = given().fold(0_u8, |count, answer| {
        count + u8::from(*answer == Answer::CannotTell)
    });
    let anchored = answers.get(&QuestionId::Anchored(area.id));
    // A stored "not applicable" on an area that must apply would shrink the denominator; it counts as no answer.
    let not_applicable = area.may_be_not_applicable && matches!(anchored, Some(Answer::NotApplicable(_)));
    let outcome = match LevelScore::mean(sum, u16::from(levels)) {
        _ if not_applicable => Outcome::NotApplicable,
        Some(score) if levels >= depth.levels_needed() => Outcome::Scored(score),
        _ if asked - cannot_tell < depth.levels_needed() => Outcome::CannotTell,
        _ => Outcome::Unanswered,
    };
    let open = u16::from(asked - levels);
    // Without a score an area bounds nothing: one stray level would else push the range away from a figure that ignores it.
    let bound = |level: Level| match outcome {
        Outcome::Scored(_) => LevelScore::mean(sum + open * u16::from(level.number()), u16::from(asked)),
        Outcome::CannotTell | Outcome::NotApplicable | Outcome::Unanswered => None,
    };
    AreaResult {
        area: area.id,
        outcome,
        low: bound(Level::NotSeen).unwrap_or(Level::NotSeen.into()),
        high: bound(Level::RenewingItself).unwrap_or(Level::RenewingItself.into()),
        levels,
        cannot_tell,
        asked,
    }
}

/// The most extreme mean when some scores may leave: those stay that pull it further out. None without a score.
fn extreme(staying: &[LevelScore], leaving: &[LevelScore], outwards: Ordering) -> Option<Points> {
    let (mut sum, mut count) = total(staying.iter().copied());
    let mut furthest_first = Vec::with_capacity(leaving.len());
    for score in leaving {
        let place = furthest_first.partition_point(|known: &LevelScore| known.cmp(score) == outwards);
        furthest_first.insert(place, *score);
    }
    for score in furthest_first {
        let score = u32::from(score.sixths());
        if count == 0 || (score * count).cmp(&sum) == outwards {
            (sum, count) = (sum + score, count + 1);
        }
    }
    Points::of_mean(sum, count)
}

fn total(scores: impl Iterator<Item = LevelScore>) -> (u32, u32) {
    scores.fold((0, 0), |(sum, count), score| {
        (sum + u32::from(score.sixths()), count + 1)
    })
}

/// Whether an area may still turn out not applicable.
fn may_leave(checklist: &Checklist, answers: &Answers, area: AreaId) -> bool {
    let anchored = QuestionId::Anchored(area);
    checklist.may_be_not_applicable(anchored) && answers.get(&anchored).and_then(Answer::level).is_none()
}

/// Three quarters of the areas that apply, which is what a single figure needs.
pub(super) const fn needed(applicable: usize) -> usize {
    (3 * applicable).div_ceil(4)
}

fn index(checklist: &Checklist, answers: &Answers, areas: &[AreaResult]) -> Option<Index> {
    let applicable: Vec<_> = areas
        .iter()
        .filter(|area| area.outcome != Outcome::NotApplicable)
        .collect();
    let (leaving, staying): (Vec<&AreaResult>, Vec<_>) = applicable
        .iter()
        .partition(|area| may_leave(checklist, answers, area.area));
    let bound = |of: fn(&AreaResult) -> LevelScore, outwards| {
        let scores = |areas: &[&AreaResult]| areas.iter().map(|area| of(area)).collect::<Vec<_>>();
        extreme(&scores(&staying), &scores(&leaving), outwards)
    };
    let (sum, scored) = total(applicable.iter().filter_map(|area| area.score()));
    let enough = scored as usize >= needed(applicable.len());
    Some(Index {
        figure: Points::of_mean(sum, scored).filter(|_| enough),
        low: bound(|area| area.low, Ordering::Less)?,
        high: bound(|area| area.high, Ordering::Greater)?,
    })
}

/// Scores the answers at a depth.
///
/// An area's score is the mean of its answered questions; full depth needs two of three. The index is `25 x (mean - 1)` over the
/// scored areas, all weighing the same.
#[must_use]
pub fn score(checklist: &Checklist, answers: &Answers, depth: Depth) -> Scorecard {
    let areas: Vec<_> = checklist
        .areas
        .iter()
        .map(|area| area_result(answers, area, depth))
        .collect();
    let index = index(checklist, answers, &areas);
    Scorecard { areas, index }
}
