//! An earlier workshop on this device, and what has moved since. Under the anonymity rules of both.

use super::workshops;
use crate::app::state::State;
use crate::domain::checklist::Checklist;
use crate::domain::code::WorkshopId;
use crate::domain::group::InterpolatedMedian;
use crate::domain::group::sessions::{SessionChange, session_changes};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::room::{Picture, RoomView};
use std::rc::Rc;

/// The workshops on this device that were created earlier and whose vote was revealed, the latest first; a rehearsal stands beside
/// rehearsals alone. The other rooms of a set were created with this one.
#[must_use]
pub fn earlier(state: &State, workshop: &Workshop) -> Vec<Rc<Workshop>> {
    let order = |one: &Workshop| (one.created, one.id);
    let mut found = Vec::<Rc<Workshop>>::new();
    for (_, other) in workshops(state) {
        let Ok(other) = other else { continue };
        let alike = other.rehearsal.is_some() == workshop.rehearsal.is_some();
        if alike && other.revealed.is_some() && other.created < workshop.created {
            let place = found.partition_point(|known| order(known) > order(&other));
            found.insert(place, other);
        }
    }
    found
}

/// Which of the earlier ones was the same team's last time: the one that this one goes on from, else the latest of the same title; none that
/// only happens to be here.
#[must_use]
pub fn last_time(workshop: &Workshop, earlier: &[Rc<Workshop>]) -> Option<WorkshopId> {
    let title = workshop.settings.title.trim();
    let promised = workshop.promise.as_ref();
    let goes_on = |other: &&Rc<Workshop>| promised.is_some_and(|promise| promise.held == other.held());
    let same = |other: &&Rc<Workshop>| !title.is_empty() && other.settings.title.trim() == title;
    let last = earlier.iter().find(goes_on);
    last.or_else(|| earlier.iter().find(same)).map(|other| other.id)
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
    /// The interpolated median, which is what moves.
    Middle(InterpolatedMedian),
}

impl End {
    /// The interpolated median, if there is one.
    #[must_use]
    pub const fn middle(self) -> Option<InterpolatedMedian> {
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
    let areas = checklist.area_ids();
    let votes = areas.clone().map(|area| {
        let figures = |room| Some(picture(room, area)?.figures.as_ref()?.votes);
        figures(&before).zip(figures(&after))
    });
    // All areas at once: what counts as moved depends on how many are compared.
    let changes = session_changes(&votes.collect::<Vec<_>>());
    let of = |(area, change)| AreaMove {
        area,
        from: end(picture(&before, area)),
        to: end(picture(&after, area)),
        change,
    };
    areas.zip(changes).map(of).collect()
}

fn picture(room: &RoomView, area: AreaId) -> Option<&Picture> {
    room.question(QuestionId::Anchored(area))?.picture.as_ref()
}

fn end(picture: Option<&Picture>) -> End {
    let Some(picture) = picture else {
        return End::TooFew;
    };
    let figures = picture.figures.as_ref();
    figures
        .and_then(|figures| figures.votes.interpolated_median())
        .map_or(End::Dots, End::Middle)
}
