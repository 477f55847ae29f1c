//! What goes from the facilitator's window to the projected one: counts and words.
//!
//! No answer of anybody is in it, before the reveal nor after it, and nothing of the facilitator's own: what the projected window does not
//! have it cannot show, and nobody can read there.

use super::ballot::Ballot;
use super::choosing::{AreaStanding, standings};
use super::modes::Modes;
use super::room::{QuestionView, RoomView, Rounds};
use super::{Seed, Workshop};
use crate::domain::checklist::Checklist;
use crate::domain::code::invite::Language;
use crate::domain::code::receipt::Receipt;
use crate::domain::question::{AreaId, QuestionId};

/// A workshop as the projected window knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wall {
    /// Stage, timer, settings, plan: everything but the answers, the secret and what only the facilitator reads.
    pub workshop: Workshop,
    /// The invite's code.
    pub invite: String,
    /// How many have answered the open vote, or the first one while none is open.
    pub received: u32,
    /// What the room sees of the first vote; none before the reveal.
    pub room: Option<RoomView>,
    /// What it sees of each second vote that is closed.
    pub second: Vec<QuestionView>,
    /// The receipts of the vote that was closed last, if the facilitator shows them; else none.
    pub receipts: Vec<Receipt>,
    /// Which page of the picture, from 0; the facilitator turns them.
    pub page: usize,
    /// The language of the picture; where the console is of an earlier version none, which is that of the device that shows it.
    pub language: Option<Language>,
    /// A second language for questions and their levels, below the first.
    pub also: Option<Language>,
}

impl Wall {
    /// Counts what may be seen, and cuts everything else off.
    #[must_use]
    pub fn of(workshop: &Workshop, checklist: &Checklist) -> Self {
        let second = |topic: &super::Topic| workshop.rounds(checklist, topic.area)?.second;
        let (invite, received) = (workshop.invite().seal().to_string(), workshop.received());
        let room = workshop.room(checklist);
        let second = workshop.topics.iter().filter_map(second).collect();
        let mut workshop = workshop.clone();
        workshop.seed = Seed([0; 32]);
        workshop.notes = String::new();
        workshop.modes = Modes::default();
        workshop.first = Ballot::default();
        for topic in &mut workshop.topics {
            topic.note = String::new();
            topic.dissent = String::new();
            topic.ballot = Ballot::default();
        }
        Self {
            workshop,
            invite,
            received,
            room,
            second,
            receipts: Vec::new(),
            page: 0,
            language: None,
            also: None,
        }
    }

    fn second(&self, area: AreaId) -> Option<QuestionView> {
        let mut second = self.second.iter();
        second
            .find(|view| view.question == QuestionId::Anchored(area))
            .cloned()
    }

    /// Both rounds on an area; none before the reveal.
    #[must_use]
    pub fn rounds(&self, area: AreaId) -> Option<Rounds> {
        let first = self.room.as_ref()?.question(QuestionId::Anchored(area))?;
        Some(Rounds::of(first.clone(), self.second(area)))
    }

    /// Every area that may be shown; none before the reveal.
    #[must_use]
    pub fn standings(&self) -> Vec<AreaStanding> {
        let room = self.room.as_ref();
        room.map_or_else(Vec::new, |room| standings(room, |area| self.second(area)))
    }

    /// With the receipts; `workshop` is the whole one. While a vote is open there are none to show.
    #[must_use]
    pub fn with_receipts(self, workshop: &Workshop) -> Self {
        let receipts = workshop.receipts().unwrap_or_default();
        Self { receipts, ..self }
    }
}
