//! What a participant's device keeps of a workshop: the invite, who one is in it, and the codes that were made.

use crate::domain::assessment::AssessmentId;
use crate::domain::code::answer::RolePlace;
use crate::domain::code::{ResponseId, Round, WorkshopId};
use crate::domain::stamp::Revision;

/// A participant's part in a workshop. The answers themselves are an assessment like any other.
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
    /// Where the answers are.
    pub assessment: AssessmentId,
    /// Whether everything is to be forgotten at the end.
    pub ending: Ending,
    /// The code that was last made for each round, the first round first.
    pub codes: Vec<(Round, String)>,
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
    /// The code that was last made for a round.
    #[must_use]
    pub fn code(&self, round: Round) -> Option<&str> {
        let found = self.codes.iter().find(|(known, _)| *known == round);
        found.map(|(_, code)| code.as_str())
    }

    /// Keeps the code of a round, in the place of an earlier one.
    pub fn keep_code(&mut self, round: Round, code: String) {
        let place = self.codes.partition_point(|(known, _)| *known < round);
        match self.codes.get_mut(place) {
            Some((known, kept)) if *known == round => *kept = code,
            _ => self.codes.insert(place, (round, code)),
        }
    }
}
