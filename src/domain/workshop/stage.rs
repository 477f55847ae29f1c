//! The stages of a workshop, how long each lasts, and the time that is left.

use crate::domain::calendar::Moment;

/// How long a workshop lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Agenda {
    /// 60 minutes.
    #[default]
    Sixty,
    /// 90 minutes: every stage half as long again.
    Ninety,
    /// As the facilitator likes.
    Own(OwnMinutes),
}

/// The stages that have an end.
pub const TIMED: usize = 8;

/// The facilitator's own minutes for each stage with an end, in their order; those of the talk for each area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnMinutes([u8; TIMED]);

impl OwnMinutes {
    /// The minutes that a stage can have: four hours at the most.
    pub const RANGE: std::ops::RangeInclusive<u8> = 1..=240;

    /// None if a stage has none or too many.
    #[must_use]
    pub fn new(minutes: [u8; TIMED]) -> Option<Self> {
        let fits = minutes.iter().all(|minutes| Self::RANGE.contains(minutes));
        fits.then_some(Self(minutes))
    }

    /// By stage.
    #[must_use]
    pub const fn all(self) -> [u8; TIMED] {
        self.0
    }

    /// With other minutes for a stage; the same if it has no end or cannot have so many.
    #[must_use]
    pub fn with(self, stage: Stage, minutes: u8) -> Self {
        let mut all = self.0;
        if let Some(known) = all.get_mut(stage.position()) {
            *known = minutes;
        }
        Self::new(all).unwrap_or(self)
    }

    /// Those of another agenda, whole minutes.
    #[must_use]
    pub fn of(agenda: Agenda) -> Self {
        let mut all = [1; TIMED];
        for (minutes, stage) in all.iter_mut().zip(Stage::ALL) {
            *minutes = u8::try_from(stage.seconds(agenda) / 60).unwrap_or(1).max(1);
        }
        Self(all)
    }
}

/// Areas that an agenda has time to talk about.
const TALKS: i64 = 3;

impl Agenda {
    /// Those that are there to choose, the shorter first.
    pub const ALL: [Self; 2] = [Self::Sixty, Self::Ninety];

    /// Its minutes, with three areas to talk about.
    #[must_use]
    pub fn minutes(self) -> i64 {
        let times = |stage: Stage| if stage == Stage::Discuss { TALKS } else { 1 };
        let seconds = Stage::ALL.map(|stage| times(stage) * stage.seconds(self));
        seconds.iter().sum::<i64>() / 60
    }

    /// The agenda of so many minutes, of those that are there to choose.
    #[must_use]
    pub fn of_minutes(minutes: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|agenda| agenda.minutes() == minutes)
    }
}

/// A stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// People open the invite.
    Invite,
    /// Everybody votes in silence.
    Vote,
    /// Votes are counted against heads.
    Close,
    /// The room sees what it said.
    Reveal,
    /// Up to three areas are talked about, each with a second vote.
    Discuss,
    /// The room chooses one area.
    Choose,
    /// It designs one experiment.
    Experiment,
    /// Owner and dates.
    Commit,
    /// What everybody takes along.
    Report,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 9] = [
        Self::Invite,
        Self::Vote,
        Self::Close,
        Self::Reveal,
        Self::Discuss,
        Self::Choose,
        Self::Experiment,
        Self::Commit,
        Self::Report,
    ];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Vote => "vote",
            Self::Close => "close",
            Self::Reveal => "reveal",
            Self::Discuss => "discuss",
            Self::Choose => "choose",
            Self::Experiment => "experiment",
            Self::Commit => "commit",
            Self::Report => "report",
        }
    }

    /// The stage of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// Its place, 0 to 8.
    #[must_use]
    pub const fn position(self) -> usize {
        self as usize
    }

    /// The stage after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.position() + 1).copied()
    }

    /// The stage before it.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::ALL.get(self.position().checked_sub(1)?).copied()
    }

    /// How long it lasts, in seconds; the talk for each area. The report has no end.
    #[must_use]
    pub fn seconds(self, agenda: Agenda) -> i64 {
        let minutes = match self {
            Self::Invite | Self::Commit => 4,
            Self::Vote => 5,
            Self::Close => 1,
            Self::Reveal => 3,
            Self::Discuss => 8,
            Self::Choose => 7,
            Self::Experiment => 12,
            Self::Report => 0,
        };
        match agenda {
            Agenda::Sixty => minutes * 60,
            Agenda::Ninety => minutes * 90,
            Agenda::Own(own) => own.0.get(self.position()).map_or(0, |own| i64::from(*own) * 60),
        }
    }
}

/// The time that is left for a stage: it stands, or it runs from a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    /// Seconds left when it was set or stopped; below zero once it is over.
    pub left: i64,
    /// Since when it has been running.
    pub since: Option<Moment>,
}

impl Timer {
    /// Stands still.
    #[must_use]
    pub const fn paused(left: i64) -> Self {
        Self { left, since: None }
    }

    /// Runs from now.
    #[must_use]
    pub const fn running(left: i64, now: Moment) -> Self {
        Self {
            left,
            since: Some(now),
        }
    }

    /// From so many seconds over time on nobody goes by it any more.
    pub const LONG_OVER: i64 = 3_600;

    /// Seconds left, below zero once it is over.
    #[must_use]
    pub fn left(self, now: Moment) -> i64 {
        let gone = self.since.map_or(0, |since| now.seconds_since(since));
        self.left.saturating_sub(i64::try_from(gone).unwrap_or(i64::MAX))
    }

    /// Stops it, or lets it go on.
    #[must_use]
    pub fn toggled(self, now: Moment) -> Self {
        Self {
            left: self.left(now),
            since: if self.since.is_some() { None } else { Some(now) },
        }
    }

    /// With seconds added or, below zero, taken off; what is left does not fall below zero that way.
    #[must_use]
    pub fn moved(self, seconds: i64, now: Moment) -> Self {
        let left = self.left(now);
        Self {
            left: left.saturating_add(seconds).max(left.min(0)),
            since: self.since.map(|_| now),
        }
    }
}
