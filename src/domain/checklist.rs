//! The structure of the instrument: which areas and questions there are, without a single word of prose.

use super::influence::Influence;
use super::question::{AreaId, Evidence, PairId, QuestionId};
use serde::Deserialize;

/// The version of the instrument; a record keeps the one that it was answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct InstrumentVersion(pub u16);

/// A shared answer scale of five options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Scale {
    /// A count in the last quarter.
    C,
    /// Out of the last ten.
    T,
    /// How recently.
    R,
    /// Where a principle is written or said.
    K,
}

impl Scale {
    /// Its letter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::C => "C",
            Self::T => "T",
            Self::R => "R",
            Self::K => "K",
        }
    }

    /// The scale of a letter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::C, Self::T, Self::R, Self::K];
        all.into_iter().find(|scale| scale.name() == name)
    }
}

/// What an area does for the others, in the reading of the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Makes the others possible.
    Enabler,
    /// Ties the others together.
    Connectors,
    /// What the customer notices.
    Results,
}

impl Tier {
    /// Its name in the structure file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enabler => "enabler",
            Self::Connectors => "connectors",
            Self::Results => "results",
        }
    }

    /// The tier of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::Enabler, Self::Connectors, Self::Results];
        all.into_iter().find(|tier| tier.name() == name)
    }
}

/// An area and its three questions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The stable id.
    pub id: AreaId,
    /// Its tier.
    pub tier: Tier,
    /// The scales of its two evidence questions.
    pub evidence: [Scale; 2],
    /// Whether an organisation can do without it.
    #[serde(default)]
    pub may_be_not_applicable: bool,
}

/// A *know* question (always on [`Scale::K`]) and its *do* question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The stable id.
    pub id: PairId,
    /// The scale of the *do* question; none where it has options of its own.
    #[serde(default)]
    pub done: Option<Scale>,
}

/// The whole instrument. Every rule takes one, so that a test can use a shorter one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// The version that new assessments are answered with.
    pub version: InstrumentVersion,
    /// The areas, in the order of the post.
    pub areas: Vec<Area>,
    /// The know-do pairs.
    pub pairs: Vec<Pair>,
    /// The outcome question.
    pub context: PairId,
    /// Which area opens which.
    #[serde(default)]
    pub influence: Influence,
}

/// How many questions an area has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The anchored question alone.
    Quick,
    /// The anchored question and two evidence questions.
    Full,
}

impl Depth {
    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }

    /// The depth of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Quick, Self::Full]
            .into_iter()
            .find(|depth| depth.name() == name)
    }

    /// Questions in one area.
    #[must_use]
    pub const fn questions_per_area(self) -> u8 {
        match self {
            Self::Quick => 1,
            Self::Full => 3,
        }
    }

    /// How many of an area's questions need a level before the area has a score: all in quick, two of three in full.
    #[must_use]
    pub const fn levels_needed(self) -> u8 {
        match self {
            Self::Quick => 1,
            Self::Full => 2,
        }
    }

    /// The questions of an area at this depth, the anchored one first.
    pub fn questions(self, area: AreaId) -> impl Iterator<Item = QuestionId> {
        let all = [
            QuestionId::Anchored(area),
            QuestionId::Evidence(area, Evidence::First),
            QuestionId::Evidence(area, Evidence::Second),
        ];
        all.into_iter().take(usize::from(self.questions_per_area()))
    }
}

/// One screen of the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// An area with its questions.
    Area(AreaId),
    /// A know-do pair.
    Pair(PairId),
    /// The outcome question.
    Context(PairId),
}

impl Checklist {
    /// The ids of all areas, in their order.
    pub fn area_ids(&self) -> impl Iterator<Item = AreaId> + Clone + '_ {
        self.areas.iter().map(|area| area.id)
    }

    /// The area of an id.
    #[must_use]
    pub fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The screens of an assessment, in their order.
    pub fn steps(&self, know_do: bool) -> impl Iterator<Item = Step> + '_ {
        let pairs = self
            .pairs
            .iter()
            .map(|pair| Step::Pair(pair.id))
            .chain([Step::Context(self.context)]);
        let areas = self.areas.iter().map(|area| Step::Area(area.id));
        areas.chain(pairs.take(if know_do { usize::MAX } else { 0 }))
    }

    /// The screen of an id that looks like a pair's: the outcome question has one too.
    #[must_use]
    pub fn step_of_pair(&self, pair: PairId) -> Step {
        if pair == self.context {
            Step::Context(pair)
        } else {
            Step::Pair(pair)
        }
    }

    /// The questions of one screen.
    #[must_use]
    pub fn questions(&self, step: Step, depth: Depth) -> Vec<QuestionId> {
        match step {
            Step::Area(area) => depth.questions(area).collect(),
            Step::Pair(pair) => vec![QuestionId::Know(pair), QuestionId::Do(pair)],
            Step::Context(pair) => vec![QuestionId::Context(pair)],
        }
    }

    /// Whether a question is part of this instrument.
    #[must_use]
    pub fn contains(&self, question: QuestionId) -> bool {
        match question {
            QuestionId::Anchored(area) | QuestionId::Evidence(area, _) => self.area(area).is_some(),
            QuestionId::Know(pair) | QuestionId::Do(pair) => self.pairs.iter().any(|known| known.id == pair),
            QuestionId::Context(pair) => self.context == pair,
        }
    }

    /// Whether "not applicable" is offered for a question.
    #[must_use]
    pub fn may_be_not_applicable(&self, question: QuestionId) -> bool {
        match question {
            QuestionId::Anchored(area) => self.area(area).is_some_and(|area| area.may_be_not_applicable),
            _ => false,
        }
    }
}
