//! An earlier workshop on this device, and what has moved since. Under the anonymity rules of both.

use super::workshops;
use crate::app::state::State;
use crate::domain::checklist::Checklist;
use crate::domain::group::Median;
use crate::domain::group::sessions::{SessionChange, session_change};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::room::{Picture, Room};

/// The workshops on this device that were created earlier and whose vote was revealed, the latest first.
#[must_use]
pub fn earlier(state: &State, workshop: &Workshop) -> Vec<Workshop> {
    let order = |one: &Workshop| (one.created, one.id);
    let mut found = Vec::<Workshop>::new();
    for (_, other) in workshops(state) {
        let Ok(other) = other else { continue };
        if other.revealed.is_some() && order(&other) < order(workshop) {
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
    /// The earlier vote.
    pub from: End,
    /// The later one.
    pub to: End,
    /// What can be said; none unless both have a middle answer.
    pub change: Option<SessionChange>,
}

/// What may be said of one of the two votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Too few to show.
    TooFew,
    /// Three or four votes, which have no middle answer.
    Dots,
    /// The middle answer.
    Middle(Median),
}

impl End {
    /// The middle answer, if there is one.
    #[must_use]
    pub const fn middle(self) -> Option<Median> {
        match self {
            Self::Middle(median) => Some(median),
            Self::TooFew | Self::Dots => None,
        }
    }
}

/// Every area, in the checklist's order; nothing unless both votes were revealed.
#[must_use]
pub fn moves(checklist: &Checklist, before: &Workshop, after: &Workshop) -> Vec<AreaMove> {
    let (Some(before), Some(after)) = (before.room(checklist), after.room(checklist)) else {
        return Vec::new();
    };
    let of = |area: AreaId| {
        let (from, to) = (picture(&before, area), picture(&after, area));
        let figures = |picture: Option<&Picture>| Some(picture?.figures.as_ref()?.votes);
        let both = figures(from).zip(figures(to));
        AreaMove {
            area,
            from: end(from),
            to: end(to),
            change: both.and_then(|(from, to)| session_change(&from, &to)),
        }
    };
    checklist.areas.iter().map(|area| of(area.id)).collect()
}

fn picture(room: &Room, area: AreaId) -> Option<&Picture> {
    room.question(QuestionId::Anchored(area))?.picture.as_ref()
}

fn end(picture: Option<&Picture>) -> End {
    match picture.map(|picture| &picture.figures) {
        None => End::TooFew,
        Some(None) => End::Dots,
        Some(Some(figures)) => End::Middle(figures.median),
    }
}
