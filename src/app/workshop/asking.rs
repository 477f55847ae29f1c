//! What is asked once before it is done, since the room would see it, or see nothing any more.

use crate::domain::checklist::Checklist;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;

/// A question before a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// So many of so many have not answered the vote that ends.
    Missing {
        /// Those who have not.
        missing: u32,
        /// Everybody.
        of: u32,
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
        /// Areas that are shown now.
        before: usize,
        /// Areas that would still be shown.
        after: usize,
    },
}

/// What to ask before a change, none where it can simply be done. `acknowledged` is how many were missing when somebody last said to go on
/// without them: that is not asked twice.
#[must_use]
pub fn question(
    workshop: &Workshop,
    checklist: &Checklist,
    change: &Change,
    acknowledged: Option<u32>,
) -> Option<Question> {
    let (received, of) = (workshop.received(), workshop.settings.present.0);
    let missing = of.saturating_sub(received);
    let asks = (missing > 0 && acknowledged != Some(missing)).then_some(Question::Missing { missing, of });
    let leaves = || {
        let area = workshop.topic()?.area;
        let under_way = workshop.has_second_vote_under_way();
        under_way.then_some(Question::LeavesVote { area, received, of })
    };
    match *change {
        Change::WentTo(stage) if stage != workshop.stage => {
            let ends = workshop.revealed.is_none() && stage >= Stage::Close && stage > workshop.stage;
            if ends { asks } else { leaves() }
        }
        Change::TurnedTo(turn) if turn != workshop.turn => leaves(),
        Change::HeldSecondVote => asks,
        Change::SetMinimum(group) if workshop.revealed.is_some() && group > workshop.settings.minimum => {
            let mut then = workshop.clone();
            then.settings.minimum = group;
            let (before, after) = (shown(workshop, checklist), shown(&then, checklist));
            Some(Question::Smallest { group, before, after })
        }
        _ => None,
    }
}

/// How many areas the room sees of the first vote.
fn shown(workshop: &Workshop, checklist: &Checklist) -> usize {
    let room = workshop.room(checklist);
    let questions = room.iter().flat_map(|room| &room.questions);
    let areas = questions.filter(|view| matches!(view.question, QuestionId::Anchored(_)));
    areas.filter(|view| view.picture.is_some()).count()
}
