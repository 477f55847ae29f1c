//! What can happen in a workshop. Every change is stored before it is shown.

use super::ballot::{Arrival, Ballot};
use super::energy::HandsEach;
use super::stage::{Agenda, Stage, Timer};
use super::{MOST_TOPICS, SecondVote, Topic, Workshop};
use crate::domain::calendar::{Day, Moment};
use crate::domain::code::Round;
use crate::domain::code::answer::Response;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanDay, PlanText};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::Stamped;

/// A change to a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was named.
    Named(String),
    /// So many are expected.
    Expected(Headcount),
    /// The smallest group that is shown; once the room has seen anything, only a larger one is taken.
    SetMinimum(MinimumGroup),
    /// How long it lasts.
    SetAgenda(Agenda),
    /// The facilitator went to a stage. Going to the reveal shows the first vote, for good.
    WentTo(Stage),
    /// The facilitator went to one of the topics.
    TurnedTo(usize),
    /// The timer was stopped, or went on.
    ToggledTimer,
    /// So many seconds were added to what is left, or taken off it.
    MovedTimer(i64),
    /// The sound was switched on or off.
    SwitchedSound(bool),
    /// Responses came in for the open vote.
    Received(Vec<Response>),
    /// Hands were counted for a question that the open vote asks.
    CountedHands(QuestionId, Counted),
    /// A count of hands was taken back.
    DroppedHands(QuestionId),
    /// These areas are talked about, three at the most; what was said about one that stays is kept.
    ChoseTopics(Vec<AreaId>),
    /// The second vote on the current topic begins.
    OpenedSecondVote,
    /// It ends, and the room sees it.
    ClosedSecondVote,
    /// The room agreed on a level, or did not.
    Agreed(AreaId, Option<Level>),
    /// The line of dissent was written.
    WroteDissent(AreaId, String),
    /// The topic's note was written.
    WroteNote(AreaId, String),
    /// So many hands went up for an area; none takes the count back.
    CountedEnergy(AreaId, Option<u16>),
    /// It was said how many hands a person has.
    SetHandsEach(HandsEach),
    /// An area was chosen to start with, or none.
    Chose(Option<Chosen>),
    /// What the room believes was written.
    WroteHypothesis(String),
    /// A text of the plan was written.
    WrotePlan(PlanText, String),
    /// A date of the plan was set or cleared.
    SetPlanDay(PlanDay, Option<Day>),
    /// The facilitator's own notes were written.
    WroteNotes(String),
}

/// How many responses were what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrivals {
    /// New ones.
    pub new: usize,
    /// In the place of one with the same id.
    pub replaced: usize,
    /// There already.
    pub duplicate: usize,
}

impl Workshop {
    /// Applies a change, and counts it.
    ///
    /// What does not fit where the workshop stands, such as an answer while no vote is open, changes nothing but the count.
    pub fn apply(&mut self, change: Change, now: Moment) {
        self.touch(now);
        match change {
            Change::Named(title) => self.settings.title = title,
            Change::Expected(present) => self.settings.present = present,
            Change::SetMinimum(minimum) => {
                if self.revealed.is_none() || minimum > self.settings.minimum {
                    self.settings.minimum = minimum;
                }
            }
            Change::SetAgenda(agenda) => self.set_agenda(agenda),
            Change::WentTo(stage) => self.go_to(stage, now),
            Change::TurnedTo(turn) => {
                if turn < self.topics.len() {
                    self.turn = turn;
                    self.go_to(Stage::Discuss, now);
                }
            }
            Change::ToggledTimer => self.timer = self.timer.toggled(now),
            Change::MovedTimer(seconds) => self.timer = self.timer.moved(seconds, now),
            Change::SwitchedSound(on) => self.sound = on,
            Change::Received(responses) => {
                self.receive(responses);
            }
            Change::CountedHands(question, counted) => {
                if self.asks(question)
                    && let Some(ballot) = self.open_ballot()
                {
                    ballot.hands.insert(question, counted);
                }
            }
            Change::DroppedHands(question) => {
                if let Some(ballot) = self.open_ballot() {
                    ballot.hands.remove(&question);
                }
            }
            Change::ChoseTopics(areas) => self.choose_topics(&areas),
            Change::OpenedSecondVote => self.open_second_vote(),
            Change::ClosedSecondVote => self.close_second_vote(),
            Change::Agreed(area, level) => self.note(area, |topic| topic.agreed = level),
            Change::WroteDissent(area, text) => self.note(area, |topic| topic.dissent = text),
            Change::WroteNote(area, text) => self.note(area, |topic| topic.note = text),
            Change::CountedEnergy(area, hands) => self.energy.count(area, hands),
            Change::SetHandsEach(each) => self.energy.each = each,
            Change::Chose(chosen) => self.plan.chosen = Stamped::new(chosen, self.revision),
            Change::WroteHypothesis(text) => self.hypothesis = text,
            Change::WrotePlan(which, text) => {
                *self.plan.text_mut(which) = Stamped::new(text, self.revision);
            }
            Change::SetPlanDay(which, day) => *self.plan.day_mut(which) = Stamped::new(day, self.revision),
            Change::WroteNotes(text) => self.notes = text,
        }
    }

    /// Counts a change.
    pub fn touch(&mut self, now: Moment) {
        self.revision = self.revision.next();
        self.changed = self.changed.max(now);
    }

    /// Takes responses into the open vote; none while no vote is open.
    pub fn receive(&mut self, responses: impl IntoIterator<Item = Response>) -> Arrivals {
        let mut arrivals = Arrivals::default();
        let Some(ballot) = self.open_ballot() else {
            return arrivals;
        };
        for response in responses {
            match ballot.take(response) {
                Arrival::New => arrivals.new += 1,
                Arrival::Replaced => arrivals.replaced += 1,
                Arrival::Duplicate => arrivals.duplicate += 1,
            }
        }
        arrivals
    }

    /// Puts an earlier state of the open vote's ballot back; nothing once that round is over.
    pub fn put_back(&mut self, round: Round, earlier: Ballot) {
        if self.open_round() == Some(round)
            && let Some(ballot) = self.open_ballot()
        {
            *ballot = earlier;
        }
    }

    fn go_to(&mut self, stage: Stage, now: Moment) {
        if stage >= Stage::Reveal {
            self.revealed.get_or_insert(now);
        }
        self.stage = stage;
        let seconds = stage.seconds(self.settings.agenda);
        self.timer = if seconds == 0 {
            Timer::paused(0)
        } else {
            Timer::running(seconds, now)
        };
    }

    /// A timer that nobody has touched yet changes with the agenda.
    fn set_agenda(&mut self, agenda: Agenda) {
        let untouched = Timer::paused(self.stage.seconds(self.settings.agenda));
        if self.timer == untouched {
            self.timer = Timer::paused(self.stage.seconds(agenda));
        }
        self.settings.agenda = agenda;
    }

    fn choose_topics(&mut self, areas: &[AreaId]) {
        let mut topics = Vec::<Topic>::new();
        for area in areas {
            if topics.len() < MOST_TOPICS && topics.iter().all(|topic| topic.area != *area) {
                let known = self.topics.iter().find(|topic| topic.area == *area);
                topics.push(known.cloned().unwrap_or_else(|| Topic::new(*area)));
            }
        }
        // What was voted on again was seen, and stays.
        let voted = |topic: &&Topic| topic.second != SecondVote::NotYet;
        let lost = self.topics.iter().filter(voted);
        if lost
            .clone()
            .all(|topic| topics.iter().any(|kept| kept.area == topic.area))
        {
            let current = self.topics.get(self.turn).map(|topic| topic.area);
            let stays = topics.iter().position(|topic| Some(topic.area) == current);
            self.turn = stays.unwrap_or(self.turn.min(topics.len().saturating_sub(1)));
            self.topics = topics;
        }
    }

    fn current(&mut self) -> Option<&mut Topic> {
        let there = self.topic().is_some();
        self.topics.get_mut(self.turn).filter(|_| there)
    }

    fn open_second_vote(&mut self) {
        let fresh = self.fresh_round();
        if let Some(topic) = self.current()
            && topic.second == SecondVote::NotYet
            && let Some(round) = fresh
        {
            topic.second = SecondVote::Open(round);
        }
    }

    fn close_second_vote(&mut self) {
        if let Some(topic) = self.current()
            && let SecondVote::Open(round) = topic.second
        {
            topic.second = SecondVote::Closed(round);
        }
    }

    fn note(&mut self, area: AreaId, write: impl FnOnce(&mut Topic)) {
        if let Some(topic) = self.topics.iter_mut().find(|topic| topic.area == area) {
            write(topic);
        }
    }
}
