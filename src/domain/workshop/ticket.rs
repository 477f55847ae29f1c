//! What a participant's device keeps of a workshop: the invite, who one is in it, and the codes that were made.

use crate::domain::answer::Choice;
use crate::domain::assessment::AssessmentId;
use crate::domain::code::answer::{RolePlace, Vote};
use crate::domain::code::receipt::Receipt;
use crate::domain::code::{ResponseId, Round, Serial, WorkshopId};
use crate::domain::question::AreaId;
use crate::domain::stamp::Revision;

/// A participant's part in a workshop. The answers to the first vote are an assessment like any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// The workshop.
    pub workshop: WorkshopId,
    /// Counts every change.
    pub revision: Revision,
    /// The invite's code.
    pub invite: String,
    /// The same in every code of this participant.
    pub response: ResponseId,
    /// None is "rather not say".
    pub role: Option<RolePlace>,
    /// Where the answers are; whoever joined for a later vote has none there.
    pub assessment: AssessmentId,
    /// Whether everything is to be forgotten at the end.
    pub ending: Ending,
    /// The number that was last given to a code, of whichever round.
    pub serial: Serial,
    /// The code that was last made for each round, the first round first.
    pub codes: Vec<Made>,
    /// The answer to each later vote, in the order of the rounds.
    pub again: Vec<Again>,
}

/// A code that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its round.
    pub round: Round,
    /// The code.
    pub code: String,
    /// What was sealed: for the first vote the revision of the assessment, for a later one that of the answer in the ticket.
    pub of: Revision,
    /// Its number.
    pub serial: Serial,
}

/// The answer to a later vote, which asks one area's anchored question again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Again {
    /// The round.
    pub round: Round,
    /// The area.
    pub area: AreaId,
    /// The answer.
    pub choice: Choice,
    /// The ticket's revision that set it.
    pub revision: Revision,
}

/// What becomes of the answers on the participant's device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ending {
    /// Not decided.
    #[default]
    Open,
    /// They stay as an assessment of one's own.
    Kept,
    /// A shared device: nothing stays.
    Forget,
}

impl Ending {
    /// Every ending.
    pub const ALL: [Self; 3] = [Self::Open, Self::Kept, Self::Forget];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Forget => "forget",
        }
    }

    /// The ending of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.name() == name)
    }
}

impl Ticket {
    /// Begins a change: the revision to stamp it with.
    pub fn edit(&mut self) -> Revision {
        self.revision = self.revision.next();
        self.revision
    }

    /// Gives a number to a code that is about to be made, so that no other window gives the same.
    pub fn number(&mut self) -> Serial {
        self.serial = self.serial.next();
        self.serial
    }

    /// The receipt of the code that was last made for a round.
    #[must_use]
    pub fn receipt(&self, round: Round) -> Option<Receipt> {
        let vote = Vote {
            workshop: self.workshop,
            round,
        };
        Receipt::of(vote, self.response, self.code(round)?.serial)
    }

    /// The code that was last made for a round.
    #[must_use]
    pub fn code(&self, round: Round) -> Option<&Made> {
        self.codes.iter().find(|made| made.round == round)
    }

    /// Keeps the code of a round, in the place of an earlier one.
    pub fn keep_code(&mut self, made: Made) {
        made.keep_in(&mut self.codes);
    }

    /// The answer to a later vote.
    #[must_use]
    pub fn again(&self, round: Round) -> Option<&Again> {
        self.again.iter().find(|again| again.round == round)
    }

    /// Keeps the answer to a later vote, in the place of an earlier one.
    pub fn keep_again(&mut self, again: Again) {
        again.keep_in(&mut self.again);
    }
}

impl Made {
    /// Puts it among codes that are in the order of their rounds, in the place of an earlier one.
    pub(in crate::domain) fn keep_in(self, codes: &mut Vec<Self>) {
        let place = codes.partition_point(|known| known.round < self.round);
        match codes.get_mut(place) {
            Some(known) if known.round == self.round => *known = self,
            _ => codes.insert(place, self),
        }
    }
}

impl Again {
    /// Puts it among answers that are in the order of their rounds, in the place of an earlier one.
    pub(in crate::domain) fn keep_in(self, all: &mut Vec<Self>) {
        let place = all.partition_point(|known| known.round < self.round);
        match all.get_mut(place) {
            Some(known) if known.round == self.round => *known = self,
            _ => all.insert(place, self),
        }
    }
}
