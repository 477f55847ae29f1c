//! One person's turn at a device that is passed round. It is nowhere but here until it is over.

use crate::domain::answer::Choice;
use crate::domain::checklist::Checklist;
use crate::domain::code::answer::{Response, RolePlace, Vote};
use crate::domain::code::drawing::Drawing;
use crate::domain::code::invite::Invite;
use crate::domain::code::items::{Items, Shape};
use crate::domain::code::receipt::Receipt;
use crate::domain::code::{ResponseId, Round, Serial, WorkshopId};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;

/// A turn is its author's first and last.
const SERIAL: Serial = Serial::NONE.next();

/// What a turn shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnPage {
    /// Which role one has.
    Role,
    /// A question, by its place among those that are asked.
    Question(usize),
}

/// Somebody's answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The vote that they are for.
    round: Round,
    /// Drawn for this turn alone.
    id: ResponseId,
    /// What is asked, in its order.
    pub questions: Vec<QuestionId>,
    given: Vec<Option<Choice>>,
    /// None is "rather not say".
    pub role: Option<RolePlace>,
    roles: bool,
    /// What is shown.
    pub page: TurnPage,
}

impl Turn {
    /// The beginning of a turn on the facilitator's device, under a fresh id; none while no vote is open.
    #[must_use]
    pub fn begin(workshop: &Workshop, checklist: &Checklist, fresh: ResponseId) -> Option<Self> {
        let questions = workshop.open_questions(checklist);
        let roles = !workshop.settings.roles.labels().is_empty();
        Self::of(workshop.open_round()?, fresh, questions, roles)
    }

    /// The same on a device that has the invite alone, for a later vote with its round and area; none if this page does not know what is asked.
    #[must_use]
    pub fn invited(
        invite: &Invite,
        checklist: &Checklist,
        second: Option<(Round, AreaId)>,
        fresh: ResponseId,
    ) -> Option<Self> {
        let (round, questions) = match second {
            None => (Round::FIRST, invite.shape.questions(checklist)?),
            Some((round, area)) => (round, vec![QuestionId::Anchored(checklist.area(area)?.id)]),
        };
        Self::of(round, fresh, questions, !invite.roles.labels().is_empty())
    }

    fn of(round: Round, id: ResponseId, questions: Vec<QuestionId>, roles: bool) -> Option<Self> {
        (!questions.is_empty()).then(|| Self {
            round,
            id,
            given: vec![None; questions.len()],
            questions,
            role: None,
            roles,
            page: if roles {
                TurnPage::Role
            } else {
                TurnPage::Question(0)
            },
        })
    }

    /// The question that is shown.
    #[must_use]
    pub fn question(&self) -> Option<QuestionId> {
        match self.page {
            TurnPage::Role => None,
            TurnPage::Question(place) => self.questions.get(place).copied(),
        }
    }

    /// What was said to it.
    #[must_use]
    pub fn given(&self) -> Option<Choice> {
        match self.page {
            TurnPage::Role => None,
            TurnPage::Question(place) => self.given.get(place).copied().flatten(),
        }
    }

    /// Answers the question that is shown, or takes its answer back.
    pub fn give(&mut self, choice: Option<Choice>) {
        if let TurnPage::Question(place) = self.page
            && let Some(given) = self.given.get_mut(place)
        {
            *given = choice;
        }
    }

    /// Whether the page that is shown is the last one.
    #[must_use]
    pub fn is_last(&self) -> bool {
        matches!(self.page, TurnPage::Question(place) if place + 1 == self.questions.len())
    }

    /// The page after this one, within the turn.
    pub fn forth(&mut self) {
        self.page = match self.page {
            TurnPage::Role => TurnPage::Question(0),
            TurnPage::Question(place) => {
                TurnPage::Question((place + 1).min(self.questions.len().saturating_sub(1)))
            }
        };
    }

    /// The page before this one, within the turn.
    #[must_use]
    pub fn before(&self) -> Option<TurnPage> {
        match self.page {
            TurnPage::Role => None,
            TurnPage::Question(0) => self.roles.then_some(TurnPage::Role),
            TurnPage::Question(place) => Some(TurnPage::Question(place - 1)),
        }
    }

    /// Whether nothing was answered, so that nobody has voted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.iter().all(Option::is_none)
    }

    /// What tells this person, and nobody else, that they were counted. It is made without the answers.
    #[must_use]
    pub fn receipt(&self, workshop: WorkshopId) -> Option<Receipt> {
        let round = self.round;
        Receipt::of(Vote { workshop, round }, self.id, SERIAL)
    }

    /// Whether the vote that it is for is open.
    #[must_use]
    pub fn is_open(&self, workshop: &Workshop) -> bool {
        workshop.open_round() == Some(self.round)
    }

    /// The answers as a response; none if there are none, and once the vote that they are for is over.
    #[must_use]
    pub fn response(self, workshop: &Workshop, checklist: &Checklist) -> Option<Response> {
        let open = self.is_open(workshop);
        self.answers(workshop.settings.shape, checklist).filter(|_| open)
    }

    /// The answers to be sealed for the vote of an invite.
    ///
    /// None if there are none, or if this page does not know what is asked.
    #[must_use]
    pub fn sealing(self, invite: &Invite, checklist: &Checklist) -> Option<Drawing> {
        let vote = Vote {
            workshop: invite.workshop,
            round: self.round,
        };
        let response = self.answers(invite.shape, checklist)?;
        Some(Drawing::new(response, vote, invite.key))
    }

    fn answers(self, shape: Shape, checklist: &Checklist) -> Option<Response> {
        if self.is_empty() {
            return None;
        }
        let asked = shape.questions(checklist)?;
        let given = |id: &QuestionId| {
            let place = self.questions.iter().position(|asked| asked == id)?;
            self.given.get(place).copied().flatten()
        };
        let row = asked.iter().map(given).collect();
        Some(Response {
            id: self.id,
            serial: SERIAL,
            role: self.role,
            items: Items::new(shape, row)?,
        })
    }
}

/// Sealed answers of a device that was passed round, one a line, in the order of their characters so that nobody's place tells whose it is.
#[must_use]
pub fn collected(known: &str, code: &str) -> String {
    let mut codes: Vec<_> = known
        .lines()
        .chain([code])
        .filter(|line| !line.is_empty())
        .collect();
    codes.sort_unstable();
    codes.join("\n")
}
