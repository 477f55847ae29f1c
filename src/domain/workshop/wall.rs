//! What goes from the facilitator's window to the projected one.
//!
//! A copy of the workshop without the secret, without the facilitator's notes, and without any answer to a vote that the room has not
//! seen: the projected window cannot show too early what it does not have.

use super::ballot::Ballot;
use super::{SecondVote, Seed, Workshop};

/// A workshop as the projected window knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wall {
    /// The cut copy.
    pub workshop: Workshop,
    /// The invite's code.
    pub invite: String,
    /// How many have answered the open vote, or the first one while none is open.
    pub received: u32,
    /// Which page of the picture, from 0; the facilitator turns them.
    pub page: usize,
}

impl Wall {
    /// Cuts everything off that the room may not see.
    #[must_use]
    pub fn of(workshop: &Workshop) -> Self {
        let (invite, received) = (workshop.invite().seal().to_string(), workshop.received());
        let mut workshop = workshop.clone();
        workshop.seed = Seed([0; 32]);
        workshop.notes = String::new();
        if workshop.revealed.is_none() {
            workshop.first = Ballot::default();
        }
        for topic in &mut workshop.topics {
            topic.note = String::new();
            if !matches!(topic.second, SecondVote::Closed(_)) {
                topic.ballot = Ballot::default();
            }
        }
        Self {
            workshop,
            invite,
            received,
            page: 0,
        }
    }
}
