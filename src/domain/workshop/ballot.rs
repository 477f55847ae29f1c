//! The answers of one vote, whichever way they came.

use crate::domain::answer::Choice;
use crate::domain::checklist::Checklist;
use crate::domain::code::answer::{Response, RolePlace, Vote};
use crate::domain::code::hands::Counted;
use crate::domain::code::items::{Items, Shape};
use crate::domain::code::receipt::Receipt;
use crate::domain::code::{ResponseId, Serial};
use crate::domain::group::Votes;
use crate::domain::level::Level;
use crate::domain::question::QuestionId;
use litemap::LiteMap;
use std::cmp::Ordering;

/// Responses, ordered by their random ids so that nothing tells in which order they came, and shows of hands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ballot {
    responses: LiteMap<ResponseId, Response>,
    /// What was taken out as surplus, up to which of its author's codes: none of these comes back with the next paste.
    taken_out: LiteMap<ResponseId, Serial>,
    /// Counted hands by question.
    pub hands: LiteMap<QuestionId, Counted>,
}

/// What a response was to a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// The first of its id.
    New,
    /// It stands in the place of another one of its id.
    Replaced,
    /// It was there already, exactly the same.
    Duplicate,
    /// Its author has sent a later one, which stands.
    Older,
    /// It was taken out as surplus, and stays out.
    TakenOut,
}

/// What names one answer that is to be taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Surplus {
    /// Its receipt.
    Receipt(Receipt),
    /// The typed line once more. Of equal ones it is any: they have no role and change every figure alike.
    Line(Items),
}

impl Surplus {
    fn names(&self, vote: Vote, response: &Response) -> bool {
        match self {
            Self::Receipt(receipt) => Receipt::of_response(vote, response) == Some(*receipt),
            Self::Line(items) => {
                response.serial == Serial::NONE && response.role.is_none() && response.items == *items
            }
        }
    }
}

impl Ballot {
    /// Takes a response. Of two with the same id the one with the later number stands, and if they are equal the one that came last.
    pub fn take(&mut self, response: Response) -> Disposition {
        let id = response.id;
        if self.is_out(&response) {
            return Disposition::TakenOut;
        }
        self.taken_out.remove(&id);
        match self.responses.get_mut(&id) {
            Some(known) if *known == response => Disposition::Duplicate,
            Some(known) if response.serial < known.serial => Disposition::Older,
            Some(known) => {
                *known = response;
                Disposition::Replaced
            }
            None => {
                self.responses.insert(id, response);
                Disposition::New
            }
        }
    }

    /// What a response was to a ballot that takes no more, by its id and number; none if it came too late.
    #[must_use]
    pub fn settled(&self, response: &Response) -> Option<Disposition> {
        if self.is_out(response) {
            return Some(Disposition::TakenOut);
        }
        let known = self.responses.get(&response.id)?;
        match response.serial.cmp(&known.serial) {
            Ordering::Less => Some(Disposition::Older),
            Ordering::Equal => Some(Disposition::Duplicate),
            Ordering::Greater => None,
        }
    }

    /// Takes the response that is named out; none if there is none, or if two have that receipt.
    pub fn take_out(&mut self, vote: Vote, surplus: &Surplus) -> Option<Response> {
        let mut named = self
            .responses
            .values()
            .filter(|response| surplus.names(vote, response));
        let id = named.next()?.id;
        if matches!(surplus, Surplus::Receipt(_)) && named.next().is_some() {
            return None;
        }
        let response = self.responses.remove(&id)?;
        self.taken_out.insert(id, response.serial);
        Some(response)
    }

    /// Whether a response is there, or a later one of its author, or was taken out as surplus.
    #[must_use]
    pub fn has(&self, response: &Response) -> bool {
        let known = self.responses.get(&response.id);
        known.is_some_and(|known| known == response || known.serial > response.serial)
            || self.is_out(response)
    }

    fn is_out(&self, response: &Response) -> bool {
        let last = self.taken_out.get(&response.id);
        last.is_some_and(|last| response.serial <= *last)
    }

    /// Puts back what was taken out, unless its author has sent a later one since.
    pub fn put_back(&mut self, response: Response) {
        self.taken_out.remove(&response.id);
        self.take(response);
    }

    /// Keeps codes of an id out, up to that number, as when a record is read.
    pub fn keep_out(&mut self, id: ResponseId, last: Serial) {
        self.taken_out.insert(id, last);
    }

    /// Takes the response of an id out, if it is there, and keeps its codes out up to that number.
    pub fn leave_out(&mut self, id: ResponseId, last: Serial) {
        self.responses.remove(&id);
        let known = self.taken_out.get(&id).copied();
        self.taken_out
            .insert(id, known.map_or(last, |known| known.max(last)));
    }

    /// What was taken out, by id, and the number up to which it stays out.
    #[must_use]
    pub fn taken_out(&self) -> impl ExactSizeIterator<Item = (ResponseId, Serial)> {
        self.taken_out.iter().map(|(id, last)| (*id, *last))
    }

    /// Everything that nobody but the facilitator's device needs is gone.
    pub fn forget_taken_out(&mut self) {
        self.taken_out.clear();
    }

    /// The receipts of what came in codes, in the order of their characters.
    #[must_use]
    pub fn receipts(&self, vote: Vote) -> Vec<Receipt> {
        let of = |response| Receipt::of_response(vote, response);
        let mut receipts: Vec<_> = self.responses.values().filter_map(of).collect();
        receipts.sort_unstable();
        receipts
    }

    /// The responses, in the order of their random ids.
    #[must_use]
    pub fn responses(&self) -> impl ExactSizeIterator<Item = &Response> {
        self.responses.values()
    }

    /// Whether nobody has answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.responses.is_empty() && self.hands.is_empty()
    }

    /// How many people have answered: responses, and the most hands that were counted for one question.
    #[must_use]
    pub fn received(&self) -> u32 {
        let hands = self
            .hands
            .values()
            .map(|counted| counted.sum())
            .max()
            .unwrap_or(0);
        let responses = u64::try_from(self.responses.len()).unwrap_or(u64::MAX);
        u32::try_from(responses.saturating_add(hands)).unwrap_or(u32::MAX)
    }

    /// The most votes on one question of those that decide whether it may be shown: the secret ones, where anybody answered in secret, else
    /// the hands.
    #[must_use]
    pub fn most_votes(&self) -> u32 {
        if self.responses.is_empty() {
            let votes = |counted: &Counted| Votes::new(counted.levels).total();
            return self.hands.values().map(votes).max().unwrap_or(0);
        }
        // Shapes of one depth begin with the same questions.
        let mut counts = Vec::<u32>::new();
        for response in self.responses.values() {
            let row = response.items.row();
            counts.resize(counts.len().max(row.len()), 0);
            for (count, choice) in counts.iter_mut().zip(row) {
                *count += u32::from(matches!(choice, Some(Choice::Level(_))));
            }
        }
        counts.into_iter().max().unwrap_or(0)
    }

    /// What was said to each of the questions: in the whole room, and by role.
    #[must_use]
    pub fn tallies(&self, checklist: &Checklist, questions: &[QuestionId], roles: usize) -> Vec<Tally> {
        let columns = Shape::ALL.map(|shape| {
            let asked = shape.questions(checklist).unwrap_or_default();
            let column = |id| asked.iter().position(|known| known == id);
            (shape, questions.iter().map(column).collect::<Vec<_>>())
        });
        // Group by group and then question by question, so that a response is counted in one stretch.
        let mut counts = vec![Said::default(); questions.len() * (roles + 1)];
        for response in self.responses.values() {
            let (row, group) = (response.items.row(), group_of(response.role, roles));
            let shape = columns.iter().find(|(shape, _)| *shape == response.items.shape());
            let places = shape.into_iter().flat_map(|(_, places)| places);
            let counts = counts.iter_mut().skip(group * questions.len());
            for (said, place) in counts.zip(places) {
                said.count(place.and_then(|place| row.get(place).copied().flatten()));
            }
        }
        let tally = |(place, question): (usize, &QuestionId)| {
            let mut tally = Tally::new(*question, roles);
            let offered = checklist.may_be_not_applicable(*question);
            let groups = counts.iter().skip(place).step_by(questions.len());
            for (group, said) in tally.groups.iter_mut().zip(groups) {
                group.votes = Votes::new(said.counted().levels);
                group.silent = said.silent();
            }
            for said in counts.iter().skip(place).step_by(questions.len()) {
                tally.add(&said.counted(), said.unanswered(), offered);
            }
            if let Some(counted) = self.hands.get(question) {
                tally.add(counted, 0, offered);
            }
            tally
        };
        questions.iter().enumerate().map(tally).collect()
    }
}

/// What one group said to one question: five levels, can't tell, not applicable, nothing.
#[derive(Clone, Copy, Default)]
struct Said([u32; 8]);

impl Said {
    fn count(&mut self, choice: Option<Choice>) {
        let place = match choice {
            Some(Choice::Level(level)) => level.position(),
            Some(Choice::CannotTell) => 5,
            Some(Choice::NotApplicable) => 6,
            None => 7,
        };
        if let Some(count) = self.0.get_mut(place) {
            *count += 1;
        }
    }

    const fn counted(self) -> Counted {
        let [a, b, c, d, e, cannot_tell, not_applicable, _] = self.0;
        Counted {
            levels: [a, b, c, d, e],
            cannot_tell,
            not_applicable,
        }
    }

    const fn unanswered(self) -> u32 {
        let [.., unanswered] = self.0;
        unanswered
    }

    /// All who chose no level.
    const fn silent(self) -> u32 {
        let [_, _, _, _, _, cannot_tell, not_applicable, unanswered] = self.0;
        cannot_tell + not_applicable + unanswered
    }
}

/// What was said to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The question.
    pub question: QuestionId,
    /// Valid votes of the whole room.
    pub votes: Votes,
    /// Those who cannot tell.
    pub cannot_tell: u32,
    /// Those to whom it does not apply.
    pub not_applicable: u32,
    /// Responses that leave it open.
    pub unanswered: u32,
    /// What was said in secret by each role, in the order of the invite; "rather not say" and digits are the last. Hands are in none:
    /// everybody saw them.
    pub groups: Vec<Part>,
}

/// What a part of the room said to a question in secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// Valid votes.
    pub votes: Votes,
    /// Those who chose no level: they cannot tell, it does not apply to them, or they left it open.
    pub silent: u32,
}

impl Part {
    /// How many people they are.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.votes.total().saturating_add(self.silent)
    }

    fn add(&mut self, other: &Self) {
        for level in Level::ALL {
            self.votes.add(level, other.votes.at(level));
        }
        self.silent = self.silent.saturating_add(other.silent);
    }
}

impl Tally {
    fn new(question: QuestionId, roles: usize) -> Self {
        Self {
            question,
            votes: Votes::default(),
            cannot_tell: 0,
            not_applicable: 0,
            unanswered: 0,
            groups: vec![Part::default(); roles + 1],
        }
    }

    /// Adds what some people said. "Not applicable" where the instrument does not offer it leaves the question open.
    fn add(&mut self, said: &Counted, unanswered: u32, offered: bool) {
        for (level, count) in Level::ALL.into_iter().zip(said.levels) {
            self.votes.add(level, count);
        }
        let excused = if offered {
            &mut self.not_applicable
        } else {
            &mut self.unanswered
        };
        *excused = excused.saturating_add(said.not_applicable);
        self.cannot_tell = self.cannot_tell.saturating_add(said.cannot_tell);
        self.unanswered = self.unanswered.saturating_add(unanswered);
    }

    /// Everybody who was asked.
    #[must_use]
    pub fn asked(&self) -> u32 {
        let others = [self.cannot_tell, self.not_applicable, self.unanswered];
        others.into_iter().fold(self.votes.total(), u32::saturating_add)
    }

    /// What was said in secret by all whose group is wanted.
    #[must_use]
    pub fn secret(&self, wanted: impl Fn(usize) -> bool) -> Part {
        let mut all = Part::default();
        for (_, group) in self.groups.iter().enumerate().filter(|(group, _)| wanted(*group)) {
            all.add(group);
        }
        all
    }
}

/// The group of a response among a workshop's roles; the last one is "rather not say".
#[must_use]
pub fn group_of(role: Option<RolePlace>, roles: usize) -> usize {
    role.map_or(roles, |role| usize::from(role.place()).min(roles))
}
