//! What is asked once before it is done, since the room would see it, or see nothing any more.

use super::show_of_hands::partly_counted;
use crate::domain::checklist::Checklist;
use crate::domain::code::Round;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ballot::Ballot;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;

/// Those who have not answered a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nonresponse {
    /// The vote's round.
    pub round: Round,
    /// How many they are.
    pub missing: u32,
    /// Everybody.
    pub of: u32,
}

impl Nonresponse {
    /// None once everybody has answered the vote that the room has not seen.
    fn of(workshop: &Workshop) -> Option<Self> {
        let of = workshop.settings.present.0;
        let missing = of.saturating_sub(workshop.received());
        let round = workshop.unseen_round().filter(|_| missing > 0)?;
        Some(Self { round, missing, of })
    }
}

/// A question before a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Some have not answered the vote that ends.
    Missing(Nonresponse),
    /// Hands were counted for some of the questions of the vote that ends, and not for all.
    Uncounted {
        /// Questions with a count.
        counted: usize,
        /// All questions.
        of: usize,
    },
    /// The second vote on an area has begun and is not shown.
    LeavesVote {
        /// The area.
        area: AreaId,
        /// How many have answered.
        received: u32,
        /// Everybody.
        of: u32,
    },
    /// A larger smallest group hides areas that the room has seen, or may hide later ones.
    Smallest {
        /// The group.
        group: MinimumGroup,
        /// Areas that are shown now, by the first vote or by a second one.
        before: usize,
        /// Those that would still be shown as they are.
        after: usize,
    },
    /// The smallest group is larger than any question has answers, or will have once the vote has ended, so the room would see none.
    Blank {
        /// The group.
        group: MinimumGroup,
        /// Answers that a question has, or can have, at the most.
        most: u32,
    },
}

/// A change that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The change.
    pub change: Change,
    /// Where the facilitator was when it was asked.
    scene: (Stage, usize),
}

impl Waiting {
    /// A change that is asked about where the workshop stands.
    #[must_use]
    pub const fn new(workshop: &Workshop, change: Change) -> Self {
        let scene = (workshop.stage, workshop.turn);
        Self { change, scene }
    }

    /// What there is to ask as the workshop stands now; none once the reason is gone, or the facilitator somewhere else.
    #[must_use]
    pub fn question(
        &self,
        workshop: &Workshop,
        checklist: &Checklist,
        acknowledged: Option<Nonresponse>,
    ) -> Option<Question> {
        if self.scene != (workshop.stage, workshop.turn) {
            return None;
        }
        question(workshop, checklist, &self.change, acknowledged)
    }
}

/// What to ask before a change, none where it can simply be done. `acknowledged` is who was missing when somebody last said to go on without
/// them: that is not asked twice.
#[must_use]
pub fn question(
    workshop: &Workshop,
    checklist: &Checklist,
    change: &Change,
    acknowledged: Option<Nonresponse>,
) -> Option<Question> {
    let missing = Nonresponse::of(workshop).filter(|missing| acknowledged != Some(*missing));
    let asks = missing.map(Question::Missing);
    match *change {
        Change::WentTo(stage) if stage != workshop.stage => {
            let ends = workshop.revealed.is_none() && stage >= Stage::Close && stage > workshop.stage;
            if !ends {
                return leaves(workshop);
            }
            let blank = blank(workshop, &workshop.first).filter(|_| stage >= Stage::Reveal);
            blank.or_else(|| uncounted(workshop)).or(asks)
        }
        Change::TurnedTo(turn) if turn != workshop.turn => leaves(workshop),
        Change::HeldSecondVote => {
            workshop.open_round()?;
            let ballot = workshop.topic().map(|topic| &topic.ballot);
            ballot.and_then(|ballot| blank(workshop, ballot)).or(asks)
        }
        Change::SetMinimum(group) if workshop.revealed.is_some() && group > workshop.settings.minimum => {
            let mut then = workshop.clone();
            then.settings.minimum = group;
            let [now, then] = [workshop, &then].map(|workshop| pictures(workshop, checklist));
            let seen = now.iter().zip(&then).filter(|(now, _)| **now != [false; 2]);
            let before = seen.clone().count();
            let after = seen.filter(|(now, then)| now == then).count();
            Some(Question::Smallest { group, before, after })
        }
        Change::SetMinimum(group) if workshop.revealed.is_none() && group > workshop.settings.minimum => {
            let most = if workshop.open_round().is_some() {
                workshop.settings.present.0.max(workshop.received())
            } else {
                workshop.first.most_votes()
            };
            (group.size() > most).then_some(Question::Blank { group, most })
        }
        _ => None,
    }
}

fn leaves(workshop: &Workshop) -> Option<Question> {
    let area = workshop.topic()?.area;
    let (received, of) = (workshop.received(), workshop.settings.present.0);
    let under_way = workshop.has_second_vote_under_way();
    under_way.then_some(Question::LeavesVote { area, received, of })
}

fn uncounted(workshop: &Workshop) -> Option<Question> {
    let (counted, of) = partly_counted(workshop)?;
    Some(Question::Uncounted { counted, of })
}

/// The end of a vote of which nothing that was answered would be shown.
fn blank(workshop: &Workshop, ballot: &Ballot) -> Option<Question> {
    let (group, most) = (workshop.settings.minimum, ballot.most_votes());
    let blank = (1..group.size()).contains(&most);
    blank.then_some(Question::Blank { group, most })
}

/// Whether the room sees the first vote on each area, and the second.
fn pictures(workshop: &Workshop, checklist: &Checklist) -> Vec<[bool; 2]> {
    let room = workshop.room(checklist);
    let of = |area| {
        let first = room
            .as_ref()
            .and_then(|room| room.question(QuestionId::Anchored(area)));
        let second = workshop.rounds(checklist, area).and_then(|rounds| rounds.second);
        [first, second.as_ref()].map(|view| view.is_some_and(|view| view.picture.is_some()))
    };
    checklist.area_ids().map(of).collect()
}
