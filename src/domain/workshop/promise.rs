//! What the last session promised, and what came of it: the first thing that the next one looks at.

use super::Workshop;
use crate::domain::calendar::{Day, Moment};
use crate::domain::plan::{PlanDay, PlanText};
use crate::domain::question::AreaId;

/// What came of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// It was done.
    Done,
    /// It is still running.
    Running,
    /// It was dropped.
    Dropped,
    /// It did not start.
    NotStarted,
}

impl Came {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Done, Self::Running, Self::Dropped, Self::NotStarted];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Running => "running",
            Self::Dropped => "dropped",
            Self::NotStarted => "not started",
        }
    }

    /// The answer of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|came| came.name() == name)
    }
}

/// The promise of an earlier session, copied out of its record so that this one needs no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// When that session was held.
    pub held: Moment,
    /// The area that it chose.
    pub area: AreaId,
    /// The smallest test.
    pub experiment: String,
    /// What was to be counted.
    pub counted: String,
    /// Who saw to it.
    pub owner: String,
    /// When the test was to stop.
    pub stop: Option<Day>,
    /// When it was to be looked at again.
    pub review: Option<Day>,
    /// What came of it; none until somebody has said.
    pub came: Option<Came>,
    /// What was learned.
    pub learned: String,
}

impl Workshop {
    /// Goes on from the team's last session: what it promised, how it collected answers, and the address by which its phones reached the page.
    pub fn goes_on_from(&mut self, last: &Self) {
        self.promise = Promise::of(last);
        self.modes.clone_from(&last.modes);
        self.address.clone_from(&last.address);
    }
}

impl Promise {
    /// What a session promised; none if it chose no area.
    #[must_use]
    pub fn of(earlier: &Workshop) -> Option<Self> {
        let plan = &earlier.plan;
        let text = |which: PlanText| plan.text(which).value.clone();
        Some(Self {
            held: earlier.held(),
            area: plan.chosen.value?.area,
            experiment: text(PlanText::Experiment),
            counted: text(PlanText::Counted),
            owner: text(PlanText::Owner),
            stop: plan.day(PlanDay::Stop).value,
            review: plan.day(PlanDay::Review).value,
            came: None,
            learned: text(PlanText::Learned),
        })
    }
}
