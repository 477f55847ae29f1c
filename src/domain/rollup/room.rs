//! What one workshop's files show of it: counts, and what it decided. Neither an answer, nor a role, nor the secret, nor an owner's name.

use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Checklist, InstrumentVersion};
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::Language;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::group::Votes;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::plan::{PlanDay, PlanText, Status};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::promise::Came;
use crate::domain::workshop::room::QuestionView;
use litemap::LiteMap;

/// By what a room is known again in another file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoomName {
    /// The workshop's own name.
    Workshop(WorkshopId),
    /// That of a rehearsal, whose people are invented: it is no room of anybody's, and its files say so.
    Rehearsal(WorkshopId),
    /// Title and day: tables of columns version 1 and 2 have no more.
    Titled(String, Option<Day>),
}

impl RoomName {
    /// The name of a workshop.
    #[must_use]
    pub const fn of(workshop: &Workshop) -> Self {
        match workshop.rehearsal {
            None => Self::Workshop(workshop.id),
            Some(_) => Self::Rehearsal(workshop.id),
        }
    }

    /// As records of rooms write it: the id, with a letter in front of a rehearsal's; empty where there is none.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Workshop(id) => id.to_string(),
            Self::Rehearsal(id) => ["r", &*id.to_string()].concat(),
            Self::Titled(..) => String::new(),
        }
    }

    /// As tables write it, with a letter in front of every id: some are numbers to a program that guesses.
    #[must_use]
    pub fn in_table(&self) -> String {
        match self {
            Self::Workshop(_) => ["w", &*self.id()].concat(),
            Self::Rehearsal(_) | Self::Titled(..) => self.id(),
        }
    }

    /// [`Self::id`] the other way round; none for what is not empty and no id.
    #[must_use]
    pub fn from_id(text: &str, titled: impl FnOnce() -> Self) -> Option<Self> {
        if text.is_empty() {
            return Some(titled());
        }
        match text.strip_prefix('r') {
            Some(id) => id.parse().ok().map(Self::Rehearsal),
            None => text.parse().ok().map(Self::Workshop),
        }
    }
}

/// A vote on a question.
pub type Vote = (Round, QuestionId);

/// One workshop, as far as its own files show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// By what it is known again.
    pub name: RoomName,
    /// What it is called, may be empty.
    pub title: String,
    /// The day of its first vote.
    pub day: Option<Day>,
    /// The instrument that was answered.
    pub instrument: InstrumentVersion,
    /// The language it was held in, where the file says so.
    pub language: Option<Language>,
    /// How many answered the first vote.
    pub people: u32,
    /// How many were expected; 0 if nobody said.
    pub headcount: Headcount,
    /// The smallest group of which anything is shown.
    pub minimum: MinimumGroup,
    /// When it was last changed, where the file says so.
    pub changed: Option<Moment>,
    /// Every vote that was shown, with its counts; none where there were too few to show.
    votes: LiteMap<Vote, Option<Counted>>,
    /// How many hands went up for an area as the one to start with.
    pub hands: LiteMap<AreaId, u16>,
    /// The one area that it chose, and what it tries there.
    pub plan: Option<RoomPlan>,
    /// What the session before promised, and what came of it.
    pub before: Option<Kept>,
}

/// What a room chose. Who owns it stays in the room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoomPlan {
    /// The area.
    pub area: AreaId,
    /// What the room believes.
    pub hypothesis: String,
    /// The smallest test.
    pub experiment: String,
    /// What is counted.
    pub counted: String,
    /// When the test stops.
    pub stop: Option<Day>,
    /// When it is looked at again.
    pub review: Option<Day>,
    /// How far it is.
    pub status: Status,
    /// What was learned.
    pub learned: String,
}

/// What became of an earlier session's plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The area.
    pub area: AreaId,
    /// The smallest test.
    pub experiment: String,
    /// What came of it; none until somebody has said.
    pub came: Option<Came>,
    /// What was learned.
    pub learned: String,
}

/// How a second copy of a room stands to the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    /// It says the same.
    Same,
    /// The first has all that it says, and more.
    Older,
    /// It has all that the first says, and more.
    Newer,
    /// Each says something that the other does not.
    Beside,
}

/// Two copies of one room that cannot both be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction;

impl Room {
    /// A room of which nothing has been read yet.
    #[must_use]
    pub const fn new(name: RoomName, instrument: InstrumentVersion, minimum: MinimumGroup) -> Self {
        Self {
            name,
            title: String::new(),
            day: None,
            instrument,
            language: None,
            people: 0,
            headcount: Headcount(0),
            minimum,
            changed: None,
            votes: LiteMap::new(),
            hands: LiteMap::new(),
            plan: None,
            before: None,
        }
    }

    /// What a session shows to its own room; none before the reveal. `day` is that of the first vote.
    #[must_use]
    pub fn of(workshop: &Workshop, checklist: &Checklist, day: Day) -> Option<Self> {
        let seen = workshop.room(checklist)?;
        let settings = &workshop.settings;
        let mut room = Self::new(RoomName::of(workshop), workshop.instrument, settings.minimum);
        room.title = settings.title.trim().to_owned();
        room.day = Some(day);
        room.language = Some(settings.language.clone());
        room.people = seen.received;
        room.headcount = seen.present;
        room.changed = Some(workshop.changed);
        let mut show = |round, view: &QuestionView| {
            room.show((round, view.question), view.counts());
        };
        for view in &seen.questions {
            show(Round::FIRST, view);
        }
        for topic in &workshop.topics {
            let second = workshop
                .rounds(checklist, topic.area)
                .and_then(|rounds| rounds.second);
            if let (Some(round), Some(view)) = (topic.second.round(), second) {
                show(round, &view);
            }
        }
        room.hands = workshop.energy.counted().iter().copied().collect();
        room.plan = RoomPlan::of(workshop);
        room.before = workshop.promise.as_ref().map(|promise| Kept {
            area: promise.area,
            experiment: promise.experiment.trim().to_owned(),
            came: promise.came,
            learned: promise.learned.trim().to_owned(),
        });
        Some(room)
    }

    /// Takes up what a file shows of a vote. What the smallest group does not allow is not taken up, whatever the file says.
    pub fn show(&mut self, vote: Vote, counts: Option<Counted>) {
        let counts = counts.filter(|counts| self.allows(counts));
        self.votes.insert(vote, counts);
    }

    fn allows(&self, counts: &Counted) -> bool {
        Votes::new(counts.levels).total() >= self.minimum.size()
    }

    /// Every vote, the first one first, with its counts; none where there were too few to show.
    pub fn votes(&self) -> impl ExactSizeIterator<Item = (Vote, Option<&Counted>)> {
        self.votes.iter().map(|(vote, counts)| (*vote, counts.as_ref()))
    }

    /// The counts of a vote: none if the files have no such vote, and none within if there were too few to show.
    #[must_use]
    pub fn vote(&self, vote: Vote) -> Option<Option<&Counted>> {
        self.votes.get(&vote).map(Option::as_ref)
    }

    /// The valid votes of the first vote on an area's anchored question, where they are shown.
    #[must_use]
    pub fn area(&self, area: AreaId) -> Option<Votes> {
        let counts = self.vote((Round::FIRST, QuestionId::Anchored(area)))??;
        Some(Votes::new(counts.levels))
    }

    /// The same of every area, in their order; none of one that was too few to show.
    pub fn areas(&self) -> impl Iterator<Item = (AreaId, Option<Votes>)> {
        self.votes().filter_map(|(vote, counts)| match vote {
            (Round::FIRST, QuestionId::Anchored(area)) => {
                Some((area, counts.map(|counts| Votes::new(counts.levels))))
            }
            _ => None,
        })
    }

    /// The questions of the first vote, in their order.
    pub fn questions(&self) -> impl Iterator<Item = QuestionId> {
        let first = self.votes.keys().take_while(|(round, _)| *round == Round::FIRST);
        first.map(|(_, question)| *question)
    }

    /// Whether a second vote on anything is among its votes.
    #[must_use]
    pub fn voted_again(&self) -> bool {
        self.votes.keys().any(|(round, _)| *round != Round::FIRST)
    }

    /// Both copies as one, and how the other stands to this one. What one of them hides stays hidden: the smallest group was raised
    /// since.
    ///
    /// # Errors
    /// [`Contradiction`] if both show a vote, and other counts of it.
    pub fn with(&self, other: &Self) -> Result<(Self, Copy), Contradiction> {
        let shown = |room: &Self, vote: &Vote| room.votes.get(vote).copied().flatten();
        let apart = self.votes.keys().any(|vote| {
            let both = shown(self, vote).zip(shown(other, vote));
            both.is_some_and(|(one, other)| one != other)
        });
        if apart || self.instrument != other.instrument || self.people != other.people {
            return Err(Contradiction);
        }
        let (later, earlier) = if other.rank() > self.rank() {
            (other, self)
        } else {
            (self, other)
        };
        let mut whole = later.clone();
        whole.name = self.name.clone().min(other.name.clone());
        whole.minimum = self.minimum.max(other.minimum);
        whole.day = later.day.or(earlier.day);
        whole.language = later.language.clone().or_else(|| earlier.language.clone());
        whole.plan = later.plan.clone().or_else(|| earlier.plan.clone());
        whole.before = later.before.clone().or_else(|| earlier.before.clone());
        for (area, hands) in &earlier.hands {
            whole.hands.try_insert(*area, *hands);
        }
        let votes = self.votes.keys().chain(other.votes.keys());
        whole.votes = votes
            .map(|vote| {
                let hidden = |room: &Self| matches!(room.votes.get(vote), Some(None));
                let counts = shown(self, vote).or(shown(other, vote));
                let counts = counts.filter(|counts| whole.allows(counts));
                (*vote, counts.filter(|_| !hidden(self) && !hidden(other)))
            })
            .collect();
        let copy = match (whole == *self, whole == *other) {
            (true, true) => Copy::Same,
            (true, false) => Copy::Older,
            (false, true) => Copy::Newer,
            (false, false) => Copy::Beside,
        };
        Ok((whole, copy))
    }

    /// Of two copies the higher one is the later.
    fn rank(&self) -> impl PartialOrd {
        (
            self.changed,
            self.votes.len(),
            self.hands.len(),
            self.plan.clone(),
            self.headcount,
            self.title.clone(),
        )
    }
}

impl RoomPlan {
    fn of(workshop: &Workshop) -> Option<Self> {
        let plan = &workshop.plan;
        let text = |which: PlanText| plan.text(which).value.trim().to_owned();
        Some(Self {
            area: plan.chosen.value?.area,
            hypothesis: workshop.hypothesis.trim().to_owned(),
            experiment: text(PlanText::Experiment),
            counted: text(PlanText::Counted),
            stop: plan.day(PlanDay::Stop).value,
            review: plan.day(PlanDay::Review).value,
            status: plan.status.value,
            learned: text(PlanText::Learned),
        })
    }
}
