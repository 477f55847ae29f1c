//! Rooms that are kept together on this device, and what is said of them.

pub mod export;
pub mod outline;
pub mod past;
pub mod split;

use super::Missing;
use super::action::{ChangesRooms, RoomsChange, WorkshopAction};
use crate::app::action::Action;
use crate::app::place::{Place, ROOMS_WALL};
use crate::app::state::State;
use crate::domain::calendar::{Day, Moment};
use crate::domain::code::WorkshopId;
use crate::domain::record::{read_roll_up, roll_up_id, roll_up_key, write_roll_up};
use crate::domain::rollup::gathering::{Gathering, RollUp, RollUpId};
use crate::domain::rollup::room::RoomName;
use crate::domain::rollup::set::RoomSet;
use std::rc::Rc;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// Files that are not kept yet.
    Files,
    /// Rooms that are kept.
    Kept(RollUpId),
    /// The same for the whole plenary.
    Wall(RollUpId),
    /// How a workshop becomes several rooms, and those that it is one of.
    Split(WorkshopId),
}

/// Where rooms are looked at: those that are kept, or files that are not yet.
#[must_use]
pub fn place(id: Option<RollUpId>) -> Place {
    id.map_or(Looked::Files, Looked::Kept).place()
}

const SPLIT: &str = "/split/";

impl Looked {
    /// Where that is.
    #[must_use]
    pub fn place(self) -> Place {
        Place::Rooms(match self {
            Self::Files => String::new(),
            Self::Kept(id) => ["/", &id.to_string()].concat(),
            Self::Wall(id) => [ROOMS_WALL, &id.to_string()].concat(),
            Self::Split(id) => [SPLIT, &id.to_string()].concat(),
        })
    }

    /// The other way round; none where a link leads nowhere.
    #[must_use]
    pub fn parse(behind: &str) -> Option<Self> {
        if behind.is_empty() {
            return Some(Self::Files);
        }
        if let Some(id) = behind.strip_prefix(ROOMS_WALL) {
            return id.parse().ok().map(Self::Wall);
        }
        if let Some(id) = behind.strip_prefix(SPLIT) {
            return id.parse().ok().map(Self::Split);
        }
        behind.strip_prefix('/')?.parse().ok().map(Self::Kept)
    }
}

/// Rooms that are kept together on this device. Reading them takes a moment: keep them.
///
/// # Errors
/// [`Missing`].
pub fn roll_up(state: &State, id: RollUpId) -> Result<RollUp, Missing> {
    let raw = state.raw_records.get(&roll_up_key(id)).ok_or(Missing::NotHere)?;
    read_roll_up(id, &raw.text).map_err(Missing::Unreadable)
}

/// Every roll-up on this device but one, the latest first and those that cannot be read last.
#[must_use]
pub fn roll_ups(state: &State, one: Option<RollUpId>) -> Vec<(RollUpId, Result<RollUp, Missing>)> {
    let ids = state.raw_records.keys().filter_map(roll_up_id);
    let ids = ids.filter(|id| Some(*id) != one);
    let mut all = Vec::<(RollUpId, Result<RollUp, Missing>)>::new();
    let created = |read: &Result<RollUp, Missing>| read.as_ref().map(|roll_up| roll_up.created).ok();
    for id in ids {
        let read = roll_up(state, id);
        let place = all.partition_point(|(_, known)| created(known) >= created(&read));
        all.insert(place, (id, read));
    }
    all
}

/// Whether a set was held before some rooms, by the last day of each; of one day, and where no day is known, what was made earlier is.
/// Rooms that are not kept yet come after everything that is.
#[must_use]
pub fn is_earlier(one: &RollUp, last: Option<Day>, created: Option<Moment>) -> bool {
    let own = one.rooms.rooms().iter().filter_map(|room| room.day).max();
    match own.zip(last) {
        Some((own, last)) if own != last => own < last,
        _ => created.is_none_or(|created| one.created < created),
    }
}

/// In rooms that are kept together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RollUpEvent {
    /// Rooms came in, and are kept.
    Kept(Rc<Gathering>),
    /// It was named.
    Named(String),
    /// A room was left out.
    LeftOut(RoomName),
}

impl RollUpEvent {
    /// As an action.
    #[must_use]
    pub fn of(self, id: RollUpId) -> Action {
        Action::Workshop(WorkshopAction::Rooms(id, RoomsChange::new(self)).into())
    }
}

impl ChangesRooms for RollUpEvent {
    fn record(&self, state: &State, id: RollUpId, now: Moment) -> Option<String> {
        let known = match (roll_up(state, id), self) {
            (Ok(known), _) => Some(known),
            (Err(Missing::NotHere), Self::Kept(_)) => None,
            (Err(_), _) => return None,
        };
        let mut roll_up = known.clone().unwrap_or_else(|| RollUp::new(id, now));
        match self {
            Self::Kept(rooms) => {
                for room in rooms.rooms() {
                    roll_up.rooms.take(room.clone());
                }
                roll_up.rooms.order();
                if known.is_none()
                    && let Some(set) = RoomSet::of(rooms.rooms())
                {
                    set.name.clone_into(&mut roll_up.title);
                }
            }
            Self::Named(title) => title.clone_into(&mut roll_up.title),
            Self::LeftOut(name) => {
                roll_up.rooms.leave_out(name);
            }
        }
        if known.as_ref() == Some(&roll_up) {
            return None;
        }
        if known.is_some() {
            roll_up.revision = roll_up.revision.next();
        }
        roll_up.changed = now;
        Some(write_roll_up(&roll_up))
    }
}
