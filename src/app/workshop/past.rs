//! An earlier workshop on this device, and what has moved since. Under the anonymity rules of both.

use super::workshops;
use crate::app::state::State;
use crate::domain::checklist::Checklist;
use crate::domain::group::sessions::{SessionChange, session_change};
use crate::domain::group::{Median, Votes};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::room::Room;

/// The workshops on this device that were created earlier and whose vote was revealed, the latest first.
#[must_use]
pub fn earlier(state: &State, workshop: &Workshop) -> Vec<Workshop> {
    let order = |one: &Workshop| (one.created, one.id);
    let mut found = Vec::<Workshop>::new();
    for (_, other) in workshops(state) {
        let Ok(other) = other else { continue };
        if other.revealed && order(&other) < order(workshop) {
            let place = found.partition_point(|known| order(known) > order(&other));
            found.insert(place, other);
        }
    }
    found
}

/// An area in two sessions, by the first vote on its anchored question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaMove {
    /// The area.
    pub area: AreaId,
    /// The earlier middle answer; none where there were too few to show.
    pub from: Option<Median>,
    /// The later one.
    pub to: Option<Median>,
    /// What can be said; none unless both may be shown.
    pub change: Option<SessionChange>,
}

/// Every area, in the checklist's order; nothing unless both votes were revealed.
#[must_use]
pub fn moves(checklist: &Checklist, before: &Workshop, after: &Workshop) -> Vec<AreaMove> {
    let (Some(before), Some(after)) = (before.room(checklist), after.room(checklist)) else {
        return Vec::new();
    };
    let of = |area: AreaId| {
        let (from, to) = (shown(&before, area), shown(&after, area));
        AreaMove {
            area,
            from: from.and_then(|votes| votes.median()),
            to: to.and_then(|votes| votes.median()),
            change: from.zip(to).and_then(|(from, to)| session_change(&from, &to)),
        }
    };
    checklist.areas.iter().map(|area| of(area.id)).collect()
}

fn shown(room: &Room, area: AreaId) -> Option<Votes> {
    let picture = room.question(QuestionId::Anchored(area))?.picture.as_ref()?;
    Some(picture.votes)
}
