//! What can happen in a workshop. Every change is stored before it is shown.

use super::address::PageAddress;
use super::ballot::{Ballot, Disposition, Surplus};
use super::cover::{Break, Cover};
use super::energy::HandsEach;
use super::modes::Mode;
use super::promise::Came;
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
use std::ops::AddAssign;

/// A change to a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was named.
    Named(String),
    /// So many are expected.
    Expected(Headcount),
    /// The smallest group that is shown; after the reveal only what [`Workshop::least_minimum`] allows.
    SetMinimum(MinimumGroup),
    /// The smallest group is again what it was before it was raised at this stage, or so high that nothing is shown.
    TookMinimumBack,
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
    /// Answers were collected in a way beside pasted text.
    Collected(Mode),
    /// Responses came in for the open vote.
    Received(Vec<Response>),
    /// Hands were counted for a question that the open vote asks.
    CountedHands(QuestionId, Counted),
    /// A count of hands was taken back.
    DroppedHands(QuestionId),
    /// These areas are talked about, three at the most; what was said about one stays with it, so such a one stays.
    ChoseTopics(Vec<AreaId>),
    /// The second vote on the current topic begins.
    OpenedSecondVote,
    /// No more votes are taken, and nothing is shown yet.
    HeldSecondVote,
    /// It takes votes again, as long as nothing was shown.
    ReopenedSecondVote,
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
    /// Phones reach the page at another address than the facilitator does, or not.
    SetAddress(Option<PageAddress>),
    /// The facilitator's own notes were written.
    WroteNotes(String),
    /// The room sees a blank page, or the stage again.
    Blanked(bool),
    /// A break began, with the moment when everybody is back, if it was said.
    BeganBreak(Option<Moment>),
    /// It was said what came of the last session's promise.
    SaidWhatCame(Option<Came>),
    /// What was learned from it was written.
    WroteLearned(String),
}

/// How many responses were what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dispositions {
    /// New ones.
    pub new: usize,
    /// In the place of one with the same id.
    pub replaced: usize,
    /// There already.
    pub duplicate: usize,
    /// Earlier than what their author sent since.
    pub older: usize,
    /// Taken out before, and still out.
    pub taken_out: usize,
}

impl Dispositions {
    /// All of them.
    #[must_use]
    pub const fn total(self) -> usize {
        self.new + self.replaced + self.duplicate + self.older + self.taken_out
    }

    pub(super) fn count(&mut self, arrival: Disposition) {
        *match arrival {
            Disposition::New => &mut self.new,
            Disposition::Replaced => &mut self.replaced,
            Disposition::Duplicate => &mut self.duplicate,
            Disposition::Older => &mut self.older,
            Disposition::TakenOut => &mut self.taken_out,
        } += 1;
    }
}

impl AddAssign for Dispositions {
    fn add_assign(&mut self, more: Self) {
        self.new += more.new;
        self.replaced += more.replaced;
        self.duplicate += more.duplicate;
        self.older += more.older;
        self.taken_out += more.taken_out;
    }
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
            Change::SetMinimum(minimum) => self.set_minimum(minimum),
            Change::TookMinimumBack => {
                if let Some(before) = self.minimum_before.take() {
                    self.settings.minimum = before;
                }
            }
            Change::SetAgenda(agenda) => self.set_agenda(agenda),
            Change::WentTo(stage) => self.turn_to(self.turn, stage, now),
            Change::TurnedTo(turn) => {
                if turn < self.topics.len() {
                    self.turn_to(turn, Stage::Discuss, now);
                }
            }
            Change::ToggledTimer => self.timer = self.timer.toggled(now),
            Change::MovedTimer(seconds) => self.timer = self.timer.moved(seconds, now),
            Change::SwitchedSound(on) => self.sound = on,
            Change::Collected(mode) => self.modes.add(mode),
            Change::Received(responses) => {
                self.receive(responses);
            }
            Change::CountedHands(question, counted) => {
                if self.asks(question)
                    && let Some(ballot) = self.open_ballot()
                {
                    ballot.hands.insert(question, counted);
                    self.modes.add(Mode::ShowOfHands);
                }
            }
            Change::DroppedHands(question) => {
                if let Some(ballot) = self.open_ballot() {
                    ballot.hands.remove(&question);
                }
            }
            Change::ChoseTopics(areas) => self.choose_topics(&areas),
            Change::OpenedSecondVote => self.open_second_vote(),
            Change::HeldSecondVote => self.move_second_vote(|second| match second {
                SecondVote::Open(round) => SecondVote::Held(round),
                other => other,
            }),
            Change::ReopenedSecondVote => self.move_second_vote(|second| match second {
                SecondVote::Held(round) => SecondVote::Open(round),
                other => other,
            }),
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
            Change::SetAddress(address) => self.address = address,
            Change::WroteNotes(text) => self.notes = text,
            Change::Blanked(true) => self.cover_with(Cover::Blank, now),
            Change::Blanked(false) => self.cover_with(Cover::Open, now),
            Change::BeganBreak(back) => self.begin_break(back, now),
            Change::SaidWhatCame(came) => {
                if let Some(promise) = &mut self.promise {
                    promise.came = came;
                }
            }
            Change::WroteLearned(text) => {
                if let Some(promise) = &mut self.promise {
                    promise.learned = text;
                }
            }
        }
    }

    /// The least that the smallest group may be set to. Once a picture was seen it only goes up; where nothing is shown at all, it goes down
    /// again as far as that takes no protection away.
    #[must_use]
    pub fn least_minimum(&self) -> MinimumGroup {
        let before = self.minimum_before.filter(|_| !self.shows_anything());
        match self.revealed {
            None => MinimumGroup::LEAST,
            Some(_) => before.unwrap_or(self.settings.minimum),
        }
    }

    fn set_minimum(&mut self, minimum: MinimumGroup) {
        if minimum < self.least_minimum() {
            return;
        }
        let known = std::mem::replace(&mut self.settings.minimum, minimum);
        if self.revealed.is_some() {
            self.minimum_before.get_or_insert(known);
        }
        // Once a lower one shows a picture, the next one down would show more than that was to show.
        let stays = minimum >= known || !self.shows_anything();
        self.minimum_before = self.minimum_before.filter(|before| stays && *before < minimum);
    }

    /// With the reveal of a vote of which nothing may be shown, the smallest group can still be set back, down to the standard: no picture was
    /// seen, and five protect everybody as they would have before.
    fn leave_way_back(&mut self) {
        let standard = MinimumGroup::STANDARD;
        let blank = !self.shows_anything() && self.first.most_votes() >= standard.size();
        self.minimum_before = Some(standard).filter(|_| blank);
    }

    /// Counts a change.
    pub fn touch(&mut self, now: Moment) {
        self.revision = self.revision.next();
        self.changed = self.changed.max(now);
    }

    /// Takes responses into the open vote; none while no vote is open.
    pub fn receive(&mut self, responses: impl IntoIterator<Item = Response>) -> Dispositions {
        let mut arrivals = Dispositions::default();
        let Some(ballot) = self.open_ballot() else {
            return arrivals;
        };
        for response in responses {
            arrivals.count(ballot.take(response));
        }
        arrivals
    }

    /// Takes one response out of the vote that the room has not seen; none if no response is named so.
    ///
    /// Once the room has seen a vote, the counts without one answer would give that answer away.
    pub fn take_out(&mut self, surplus: &Surplus) -> Option<(Round, Response)> {
        let round = self.unseen_round()?;
        let vote = self.vote(round);
        let response = self.ballot_mut(round)?.take_out(vote, surplus)?;
        Some((round, response))
    }

    /// Puts back what was taken out, as long as the room has not seen that vote.
    pub fn put_in_again(&mut self, round: Round, response: Response) {
        if self.unseen_round() == Some(round)
            && let Some(ballot) = self.ballot_mut(round)
        {
            ballot.put_back(response);
        }
    }

    /// Puts an earlier state of the open vote's ballot back; nothing once that round is over.
    pub fn put_back(&mut self, round: Round, earlier: Ballot) {
        if self.open_round() == Some(round)
            && let Some(ballot) = self.open_ballot()
        {
            *ballot = earlier;
        }
    }

    /// Every stage, and the talk about every topic, goes on with the time that it had left; the room sees it.
    fn turn_to(&mut self, turn: usize, stage: Stage, now: Moment) {
        self.cover_with(Cover::Open, now);
        if (stage, turn) == (self.stage, self.turn) {
            return;
        }
        self.remember_time(now);
        if stage >= Stage::Reveal && self.revealed.is_none() {
            self.revealed = Some(now);
            self.leave_way_back();
        } else if stage != self.stage && self.shows_anything() {
            self.minimum_before = None;
        }
        self.stage = stage;
        self.turn = turn;
        self.timer = match stage.seconds(self.settings.agenda) {
            0 => Timer::paused(0),
            seconds => Timer::running(self.remembered_time().unwrap_or(seconds), now),
        };
    }

    fn remember_time(&mut self, now: Moment) {
        let left = self.timer.left(now);
        let stage = self.stage;
        if let Some(topic) = self.current() {
            topic.left = Some(left);
        } else if stage != Stage::Report {
            self.left.insert(stage, left);
        }
    }

    fn remembered_time(&self) -> Option<i64> {
        match self.topic() {
            Some(topic) => topic.left,
            None => self.left.get(&self.stage).copied(),
        }
    }

    /// A break stops the timer, and its end lets it go on.
    fn cover_with(&mut self, cover: Cover, now: Moment) {
        if let Cover::Break(Break { ran: true, .. }) = self.cover
            && self.timer.since.is_none()
        {
            self.timer = self.timer.toggled(now);
        }
        self.cover = cover;
    }

    fn begin_break(&mut self, back: Option<Moment>, now: Moment) {
        self.cover_with(Cover::Open, now);
        let ran = self.timer.since.is_some();
        if ran {
            self.timer = self.timer.toggled(now);
        }
        self.cover = Cover::Break(Break { back, ran });
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
        let mut begun = self.topics.iter().filter(|topic| topic.has_begun());
        if begun.all(|topic| topics.iter().any(|kept| kept.area == topic.area)) {
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
        let was_blank = !self.shows_anything();
        self.move_second_vote(|second| match second {
            SecondVote::Open(round) | SecondVote::Held(round) => SecondVote::Closed(round),
            other => other,
        });
        if was_blank && self.shows_anything() {
            self.minimum_before = None;
        }
    }

    fn move_second_vote(&mut self, step: impl FnOnce(SecondVote) -> SecondVote) {
        if let Some(topic) = self.current() {
            topic.second = step(topic.second);
        }
    }

    fn note(&mut self, area: AreaId, write: impl FnOnce(&mut Topic)) {
        if let Some(topic) = self.topics.iter_mut().find(|topic| topic.area == area) {
            write(topic);
        }
    }
}
