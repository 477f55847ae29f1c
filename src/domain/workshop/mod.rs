//! A workshop: one vote of everybody at the same moment, a talk about what divides them, second votes, one area, one experiment.
//!
//! The record holds no name and no time of any answer. What the room may see of it is [`room`]'s business alone.

pub mod address;
pub mod ballot;
pub mod change;
pub mod choosing;
pub mod collect;
pub mod cover;
pub mod energy;
pub mod founding;
pub mod merge;
pub mod modes;
pub mod phase;
pub mod promise;
pub mod rehearsal;
pub mod room;
pub mod split;
pub mod stage;
pub mod ticket;
pub mod wall;

use super::calendar::Moment;
use super::checklist::{Checklist, InstrumentVersion};
use super::code::answer::Vote;
use super::code::hands::Headcount;
use super::code::invite::{Invite, Language, Roles};
use super::code::items::Shape;
use super::code::receipt::Receipt;
use super::code::seal::WorkshopKey;
use super::code::{Round, WorkshopId};
use super::group::anonymity::MinimumGroup;
use super::level::Level;
use super::plan::Plan;
use super::question::{AreaId, QuestionId};
use super::stamp::Revision;
use address::PageAddress;
use ballot::Ballot;
use cover::Cover;
use energy::Energy;
use litemap::LiteMap;
use modes::Modes;
use promise::Promise;
use rehearsal::Rehearsal;
use stage::{Agenda, Stage, Timer};

/// The secret of which a workshop's key pair is made.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(pub [u8; 32]);

impl std::fmt::Debug for Seed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Seed")
    }
}

/// What a facilitator decides before anybody is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What the workshop is called, may be empty. Not in the invite.
    pub title: String,
    /// Which questions are asked.
    pub shape: Shape,
    /// The roles to pick from, may be none.
    pub roles: Roles,
    /// The smallest group of which anything is shown.
    pub minimum: MinimumGroup,
    /// How many people are expected.
    pub present: Headcount,
    /// How long the workshop lasts.
    pub agenda: Agenda,
    /// The language of the page when it was created.
    pub language: Language,
}

/// How far the second vote on an area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SecondVote {
    /// Not begun.
    #[default]
    NotYet,
    /// Votes are being collected; nothing is shown.
    Open(Round),
    /// No more votes are taken, and nothing is shown yet: it can be opened again.
    Held(Round),
    /// Both rounds are shown.
    Closed(Round),
}

impl SecondVote {
    /// The round of the second vote, once it has begun.
    #[must_use]
    pub const fn round(self) -> Option<Round> {
        match self {
            Self::NotYet => None,
            Self::Open(round) | Self::Held(round) | Self::Closed(round) => Some(round),
        }
    }
}

/// An area that the room talks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The area.
    pub area: AreaId,
    /// How far its second vote is.
    pub second: SecondVote,
    /// The second vote's answers; only those to the area's anchored question count.
    pub ballot: Ballot,
    /// The level that the room agreed on, if it did.
    pub agreed: Option<Level>,
    /// The view of those who see it differently, in one line.
    pub dissent: String,
    /// What else was noted.
    pub note: String,
    /// Seconds that were left of its talk when it was last left.
    pub left: Option<i64>,
}

impl Topic {
    /// A topic that nobody has talked about yet.
    #[must_use]
    pub fn new(area: AreaId) -> Self {
        Self {
            area,
            second: SecondVote::NotYet,
            ballot: Ballot::default(),
            agreed: None,
            dissent: String::new(),
            note: String::new(),
            left: None,
        }
    }

    /// Whether there is something of it to be lost: it was voted on again, or a level or words stand with it.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        let words = [&self.dissent, &self.note];
        let written = words.into_iter().any(|text| !text.trim().is_empty());
        self.second != SecondVote::NotYet || self.agreed.is_some() || written
    }

    /// The question that is voted on again.
    #[must_use]
    pub const fn question(&self) -> QuestionId {
        QuestionId::Anchored(self.area)
    }
}

/// Topics of a workshop at the most.
pub const MOST_TOPICS: usize = 3;

/// A workshop as the facilitator's device keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workshop {
    /// Its random name.
    pub id: WorkshopId,
    /// Counts every change.
    pub revision: Revision,
    /// The instrument that is answered.
    pub instrument: InstrumentVersion,
    /// When it was created.
    pub created: Moment,
    /// When it was last changed.
    pub changed: Moment,
    /// Opens every answer code of this workshop.
    pub seed: Seed,
    /// What was decided beforehand.
    pub settings: Settings,
    /// Where the facilitator is.
    pub stage: Stage,
    /// Which of the topics is talked about.
    pub turn: usize,
    /// When the room saw the first vote, which nobody can take back.
    pub revealed: Option<Moment>,
    /// The time that is left for the stage.
    pub timer: Timer,
    /// Seconds that were left of the other stages when they were last left; those of a talk are with its topic.
    pub left: LiteMap<Stage, i64>,
    /// What the room sees in place of the stage.
    pub cover: Cover,
    /// The smallest group to which it can be set back after the reveal: what it was before it was raised at this stage, until the next one; where
    /// nothing is shown at all, for as long as that is so.
    pub minimum_before: Option<MinimumGroup>,
    /// Whether a soft sound tells that the time is over.
    pub sound: bool,
    /// The first vote.
    pub first: Ballot,
    /// The areas that are talked about, in their order; each once.
    pub topics: Vec<Topic>,
    /// The hands that went up for what the room would most like to see change.
    pub energy: Energy,
    /// What the room believes about the area that it chose: the hypothesis that the experiment tests.
    pub hypothesis: String,
    /// The one area, the experiment, the owner and the dates.
    pub plan: Plan,
    /// Where phones reach the page, if not where the facilitator has it open.
    pub address: Option<PageAddress>,
    /// What only the facilitator reads.
    pub notes: String,
    /// How answers were collected here, or in the session before.
    pub modes: Modes,
    /// What the session before promised, if this one goes on from it.
    pub promise: Option<Promise>,
    /// The invented room that it is played with; none for a real one.
    pub rehearsal: Option<Rehearsal>,
}

impl Workshop {
    /// A workshop at its first stage.
    #[must_use]
    pub fn new(
        id: WorkshopId,
        seed: Seed,
        settings: Settings,
        instrument: InstrumentVersion,
        now: Moment,
    ) -> Self {
        Self {
            id,
            revision: Revision(1),
            instrument,
            created: now,
            changed: now,
            seed,
            timer: Timer::paused(Stage::Invite.seconds(settings.agenda)),
            settings,
            stage: Stage::Invite,
            turn: 0,
            revealed: None,
            left: LiteMap::new(),
            cover: Cover::Open,
            minimum_before: None,
            sound: true,
            first: Ballot::default(),
            topics: Vec::new(),
            energy: Energy::default(),
            hypothesis: String::new(),
            plan: Plan::default(),
            address: None,
            notes: String::new(),
            modes: Modes::default(),
            promise: None,
            rehearsal: None,
        }
    }

    /// When it was held: when the room saw its first vote and, until then, when it was created.
    #[must_use]
    pub fn held(&self) -> Moment {
        self.revealed.unwrap_or(self.created)
    }

    /// The key that opens the workshop's answer codes. Making it takes a moment: keep it for many codes.
    #[must_use]
    pub fn key(&self) -> WorkshopKey {
        WorkshopKey::derive(&self.seed.0)
    }

    /// What its participants are told.
    #[must_use]
    pub fn invite(&self) -> Invite {
        Invite {
            workshop: self.id,
            shape: self.settings.shape,
            instrument: self.instrument,
            key: self.key().public(),
            language: self.settings.language.clone(),
            roles: self.settings.roles.clone(),
        }
    }

    /// The topic that is talked about, at the stage of the talk.
    #[must_use]
    pub fn topic(&self) -> Option<&Topic> {
        self.topics
            .get(self.turn)
            .filter(|_| self.stage == Stage::Discuss)
    }

    /// The areas that are chosen to be talked about.
    #[must_use]
    pub fn chosen_topics(&self) -> Vec<AreaId> {
        self.topics.iter().map(|topic| topic.area).collect()
    }

    /// The round whose votes are taken now, none while no vote is open.
    #[must_use]
    pub fn open_round(&self) -> Option<Round> {
        match (self.stage, self.topic().map(|topic| topic.second)) {
            (Stage::Invite | Stage::Vote, _) if self.revealed.is_none() => Some(Round::FIRST),
            (Stage::Discuss, Some(SecondVote::Open(round))) => Some(round),
            _ => None,
        }
    }

    /// The round that the room has not seen: open, or closed and not yet shown.
    #[must_use]
    pub fn unseen_round(&self) -> Option<Round> {
        match (self.revealed, self.topic().map(|topic| topic.second)) {
            (None, _) => Some(Round::FIRST),
            (_, Some(SecondVote::Held(round))) => Some(round),
            _ => self.open_round(),
        }
    }

    /// Whether a second vote is neither shown nor given up: it takes answers, or has taken them.
    #[must_use]
    pub fn has_second_vote_under_way(&self) -> bool {
        let second = self.topic().map(|topic| topic.second);
        matches!(second, Some(SecondVote::Open(_) | SecondVote::Held(_)))
    }

    /// A vote of this workshop.
    #[must_use]
    pub const fn vote(&self, round: Round) -> Vote {
        Vote {
            workshop: self.id,
            round,
        }
    }

    /// The vote that answer codes are opened for, none while no vote is open.
    #[must_use]
    pub fn open_vote(&self) -> Option<Vote> {
        self.open_round().map(|round| self.vote(round))
    }

    /// The receipts of the vote that was closed last; none while a vote is open, so that they never come one by one.
    #[must_use]
    pub fn receipts(&self) -> Option<Vec<Receipt>> {
        if self.open_round().is_some() {
            return None;
        }
        let second = self.topic().and_then(|topic| topic.second.round());
        let round = second.unwrap_or(Round::FIRST);
        let receipts = self.ballot(round)?.receipts(self.vote(round));
        Some(receipts).filter(|receipts| !receipts.is_empty())
    }

    /// The ballot of a round.
    #[must_use]
    pub fn ballot(&self, round: Round) -> Option<&Ballot> {
        if round == Round::FIRST {
            return Some(&self.first);
        }
        let topic = self
            .topics
            .iter()
            .find(|topic| topic.second.round() == Some(round));
        topic.map(|topic| &topic.ballot)
    }

    fn ballot_mut(&mut self, round: Round) -> Option<&mut Ballot> {
        if round == Round::FIRST {
            return Some(&mut self.first);
        }
        let topic = self
            .topics
            .iter_mut()
            .find(|topic| topic.second.round() == Some(round));
        topic.map(|topic| &mut topic.ballot)
    }

    fn open_ballot(&mut self) -> Option<&mut Ballot> {
        self.ballot_mut(self.open_round()?)
    }

    /// The questions that the open vote asks: all of them at first, then the topic's one.
    #[must_use]
    pub fn open_questions(&self, checklist: &Checklist) -> Vec<QuestionId> {
        match self.open_round() {
            None => vec![],
            Some(Round::FIRST) => self.settings.shape.questions(checklist).unwrap_or_default(),
            Some(_) => self.topic().map(Topic::question).into_iter().collect(),
        }
    }

    /// Whether the open vote asks a question.
    #[must_use]
    pub fn asks(&self, question: QuestionId) -> bool {
        match self.open_round() {
            None => false,
            Some(Round::FIRST) => self.settings.shape.asks(question),
            Some(_) => self.topic().map(Topic::question) == Some(question),
        }
    }

    /// A round that no vote has had.
    fn fresh_round(&self) -> Option<Round> {
        let used = self.topics.iter().filter_map(|topic| topic.second.round());
        let last = used.max().unwrap_or(Round::FIRST);
        Round::new(last.number().checked_add(1)?)
    }
}
