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
            for (group, said) in groups.enumerate() {
                tally.add(&said.counted(), said.unanswered(), group, offered);
            }
            if let Some(counted) = self.hands.get(question) {
                tally.add(counted, 0, roles, offered);
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

    /// Adds what a group said. "Not applicable" where the instrument does not offer it leaves the question open.
    fn add(&mut self, said: &Counted, unanswered: u32, group: usize, offered: bool) {
        for (level, count) in Level::ALL.into_iter().zip(said.levels) {
            self.votes.add(level, count);
            if let Some(group) = self.groups.get_mut(group) {
                group.add(level, count);
            }
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
}

/// The group of a response among a workshop's roles; the last one is "rather not say".
#[must_use]
pub fn group_of(role: Option<RolePlace>, roles: usize) -> usize {
    role.map_or(roles, |role| usize::from(role.place()).min(roles))
}
