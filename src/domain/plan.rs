//! One area, one experiment, and what was learned.

use super::calendar::Day;
use super::doors::Door;
use super::level::Level;
use super::question::AreaId;
use super::score::AreaResult;
use super::stamp::Stamped;

/// The area to start with, and where it stood then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chosen {
    /// The area.
    pub area: AreaId,
    /// How it came to be chosen.
    pub door: Door,
    /// The level that was reached in full, none if the area had no score.
    pub from: Option<Level>,
    /// The level above, none at the top and without a score.
    pub to: Option<Level>,
}

impl Chosen {
    /// A choice, with the levels of the area's result at that moment.
    #[must_use]
    pub fn new(area: AreaId, door: Door, result: Option<&AreaResult>) -> Self {
        let from = result
            .and_then(AreaResult::score)
            .map(super::score::LevelScore::reached);
        let to = from.and_then(Level::above);
        Self { area, door, from, to }
    }
}

/// How the experiment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// Not begun.
    #[default]
    Planned,
    /// Under way.
    Running,
    /// Ended as planned, whatever came of it.
    Done,
    /// Given up.
    Dropped,
}

impl Status {
    /// Every status, in the order of an experiment's life.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Running, Self::Done, Self::Dropped];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The status of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// A text of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanText {
    /// What is tried first.
    Experiment,
    /// What will be counted.
    Counted,
    /// Who sees to it.
    Owner,
    /// What was learned.
    Learned,
}

impl PlanText {
    /// Every text, in the order of a record.
    pub const ALL: [Self; 4] = [Self::Experiment, Self::Counted, Self::Owner, Self::Learned];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Experiment => "experiment",
            Self::Counted => "counted",
            Self::Owner => "owner",
            Self::Learned => "learned",
        }
    }
}

/// A date of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanDay {
    /// The experiment begins.
    Start,
    /// It stops, whatever came of it.
    Stop,
    /// The area is looked at again.
    Review,
}

impl PlanDay {
    /// Every date, in their order.
    pub const ALL: [Self; 3] = [Self::Start, Self::Stop, Self::Review];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Stop => "stop",
            Self::Review => "review",
        }
    }
}

/// Dates in the wrong order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disorder {
    /// The experiment would stop before it starts.
    StopBeforeStart,
    /// The review would come before the stop, or before the start where there is no stop.
    ReviewTooEarly,
}

/// A plan as it is worked on. Each part has its revision, so that two windows merge; without a chosen area it is no plan yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The area, how it was chosen, and its levels then: one choice, so one part.
    pub chosen: Stamped<Option<Chosen>>,
    /// What is tried first.
    pub experiment: Stamped<String>,
    /// What will be counted.
    pub counted: Stamped<String>,
    /// Who sees to it.
    pub owner: Stamped<String>,
    /// When the experiment begins.
    pub start: Stamped<Option<Day>>,
    /// When it stops.
    pub stop: Stamped<Option<Day>>,
    /// When the area is looked at again.
    pub review: Stamped<Option<Day>>,
    /// How it stands.
    pub status: Stamped<Status>,
    /// What was learned.
    pub learned: Stamped<String>,
}

/// Days from the start to the stop that are offered.
const EXPERIMENT_DAYS: i32 = 14;
/// Days from the stop to the review that are offered.
const REVIEW_DAYS: i32 = 42;

impl Plan {
    /// A text.
    #[must_use]
    pub const fn text(&self, text: PlanText) -> &Stamped<String> {
        match text {
            PlanText::Experiment => &self.experiment,
            PlanText::Counted => &self.counted,
            PlanText::Owner => &self.owner,
            PlanText::Learned => &self.learned,
        }
    }

    /// A text's place.
    pub const fn text_mut(&mut self, text: PlanText) -> &mut Stamped<String> {
        match text {
            PlanText::Experiment => &mut self.experiment,
            PlanText::Counted => &mut self.counted,
            PlanText::Owner => &mut self.owner,
            PlanText::Learned => &mut self.learned,
        }
    }

    /// A date.
    #[must_use]
    pub const fn day(&self, day: PlanDay) -> &Stamped<Option<Day>> {
        match day {
            PlanDay::Start => &self.start,
            PlanDay::Stop => &self.stop,
            PlanDay::Review => &self.review,
        }
    }

    /// A date's place.
    pub const fn day_mut(&mut self, day: PlanDay) -> &mut Stamped<Option<Day>> {
        match day {
            PlanDay::Start => &mut self.start,
            PlanDay::Stop => &mut self.stop,
            PlanDay::Review => &mut self.review,
        }
    }

    /// Dates for what has none yet: the start today, the stop two weeks after the start, the review six weeks after the stop; none that is past.
    #[must_use]
    pub fn offered(&self, today: Day) -> Vec<(PlanDay, Day)> {
        let start = self.start.value.unwrap_or(today);
        let stop = || start.plus(EXPERIMENT_DAYS).map(|stop| stop.max(today));
        let stop = self.stop.value.or_else(stop);
        let review = self
            .review
            .value
            .or_else(|| stop.and_then(|stop| stop.plus(REVIEW_DAYS)));
        let all = PlanDay::ALL.into_iter().zip([Some(start), stop, review]);
        let missing = all.filter(|(which, _)| self.day(*which).value.is_none());
        missing
            .filter_map(|(which, day)| Some((which, day?.max(today))))
            .collect()
    }

    /// The date that comes next: the first one from today on, else the last one before, of those that the status leaves. Who has written
    /// down what was learned of an experiment that is over, or has given it up, waits for none.
    #[must_use]
    pub fn next(&self, today: Day) -> Option<(PlanDay, Day)> {
        let left: &[PlanDay] = match self.status.value {
            Status::Planned => &PlanDay::ALL,
            Status::Running => &[PlanDay::Stop, PlanDay::Review],
            Status::Done => &[PlanDay::Review],
            Status::Dropped => &[],
        };
        let dated = left
            .iter()
            .filter_map(|which| Some((*which, self.day(*which).value?)));
        let ahead = dated
            .clone()
            .filter(|(_, day)| *day >= today)
            .min_by_key(|(_, day)| *day);
        let settled = self.status.value == Status::Done && !self.learned.value.trim().is_empty();
        ahead.or_else(|| dated.filter(|_| !settled).max_by_key(|(_, day)| *day))
    }

    /// What is wrong with the order of the dates, if anything is.
    #[must_use]
    pub fn disorder(&self) -> Option<Disorder> {
        let [start, stop, review] = PlanDay::ALL.map(|which| self.day(which).value);
        let before =
            |day: Option<Day>, other: Option<Day>| day.zip(other).is_some_and(|(day, other)| day < other);
        if before(stop, start) {
            Some(Disorder::StopBeforeStart)
        } else if before(review, stop.or(start)) {
            Some(Disorder::ReviewTooEarly)
        } else {
            None
        }
    }

    /// Takes over every part that is later in another copy of the same plan.
    pub fn merge(&mut self, other: Self) {
        self.chosen.merge(other.chosen);
        self.experiment.merge(other.experiment);
        self.counted.merge(other.counted);
        self.owner.merge(other.owner);
        self.start.merge(other.start);
        self.stop.merge(other.stop);
        self.review.merge(other.review);
        self.status.merge(other.status);
        self.learned.merge(other.learned);
    }
}
