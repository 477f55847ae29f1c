//! The answers of one vote, whichever way they came.

use crate::domain::answer::Choice;
use crate::domain::checklist::Checklist;
use crate::domain::code::ResponseId;
use crate::domain::code::answer::{Response, RolePlace};
use crate::domain::code::hands::Counted;
use crate::domain::code::items::Shape;
use crate::domain::group::Votes;
use crate::domain::level::Level;
use crate::domain::question::QuestionId;
use litemap::LiteMap;

/// Responses, ordered by their random ids so that nothing tells in which order they came, and shows of hands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ballot {
    responses: LiteMap<ResponseId, Response>,
    /// Counted hands by question.
    pub hands: LiteMap<QuestionId, Counted>,
}

/// What a response was to a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// The first of its id.
    New,
    /// It stands in the place of another one of its id.
    Replaced,
    /// It was there already, exactly the same.
    Duplicate,
}

impl Ballot {
    /// Takes a response; the same id replaces.
    pub fn take(&mut self, response: Response) -> Arrival {
        let id = response.id;
        match self.responses.get_mut(&id) {
            Some(known) if *known == response => Arrival::Duplicate,
            Some(known) => {
                *known = response;
                Arrival::Replaced
            }
            None => {
                self.responses.insert(id, response);
                Arrival::New
            }
        }
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

    /// What was said to each of the questions: in the whole room, and by role.
    #[must_use]
    pub fn tallies(&self, checklist: &Checklist, questions: &[QuestionId], roles: usize) -> Vec<Tally> {
        let mut tallies: Vec<_> = questions.iter().map(|id| Tally::new(*id, roles)).collect();
        let offered: Vec<_> = questions
            .iter()
            .map(|id| checklist.may_be_not_applicable(*id))
            .collect();
        let columns = Shape::ALL.map(|shape| {
            let asked = shape.questions(checklist).unwrap_or_default();
            let column = |id| asked.iter().position(|known| known == id);
            (shape, questions.iter().map(column).collect::<Vec<_>>())
        });
        for response in self.responses.values() {
            let (row, group) = (response.items.row(), group_of(response.role, roles));
            let shape = columns.iter().find(|(shape, _)| *shape == response.items.shape());
            let places = shape.into_iter().flat_map(|(_, places)| places);
            for ((tally, place), offered) in tallies.iter_mut().zip(places).zip(&offered) {
                let choice = place.and_then(|place| row.get(place).copied().flatten());
                let counts = |choice: &Choice| *offered || *choice != Choice::NotApplicable;
                tally.add(choice.filter(counts), group);
            }
        }
        for tally in &mut tallies {
            if let Some(counted) = self.hands.get(&tally.question) {
                tally.add_hands(counted);
            }
        }
        tallies
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
    /// Valid votes by role, in the order of the invite; "rather not say", hands and digits are the last.
    pub groups: Vec<Votes>,
}

impl Tally {
    fn new(question: QuestionId, roles: usize) -> Self {
        Self {
            question,
            votes: Votes::default(),
            cannot_tell: 0,
            not_applicable: 0,
            unanswered: 0,
            groups: vec![Votes::default(); roles + 1],
        }
    }

    fn add(&mut self, choice: Option<Choice>, group: usize) {
        match choice {
            Some(Choice::Level(level)) => self.add_votes(level, 1, group),
            Some(Choice::CannotTell) => self.cannot_tell += 1,
            Some(Choice::NotApplicable) => self.not_applicable += 1,
            None => self.unanswered += 1,
        }
    }

    fn add_votes(&mut self, level: Level, count: u32, group: usize) {
        self.votes.add(level, count);
        let undisclosed = self.groups.len().saturating_sub(1);
        if let Some(group) = self.groups.get_mut(group.min(undisclosed)) {
            group.add(level, count);
        }
    }

    fn add_hands(&mut self, counted: &Counted) {
        for (level, count) in Level::ALL.into_iter().zip(counted.levels) {
            self.add_votes(level, count, usize::MAX);
        }
        self.cannot_tell = self.cannot_tell.saturating_add(counted.cannot_tell);
        self.not_applicable = self.not_applicable.saturating_add(counted.not_applicable);
    }

    /// Everybody who was asked.
    #[must_use]
    pub fn asked(&self) -> u32 {
        let others = [self.cannot_tell, self.not_applicable, self.unanswered];
        others.into_iter().fold(self.votes.total(), u32::saturating_add)
    }
}

/// The group of a response among a workshop's roles; the last one is "rather not say".
#[must_use]
pub fn group_of(role: Option<RolePlace>, roles: usize) -> usize {
    role.map_or(roles, |role| usize::from(role.place()).min(roles))
}
