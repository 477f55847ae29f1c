//! Rooms that are kept together on this device, and what is said of them.

pub mod export;
pub mod outline;

use super::Missing;
use super::action::RollUpEvent;
use crate::app::state::State;
use crate::domain::calendar::Moment;
use crate::domain::record::{read_roll_up, roll_up_id, roll_up_key};
use crate::domain::rollup::gathering::{RollUp, RollUpId};

/// Rooms that are kept together on this device. Reading them takes a moment: keep them.
///
/// # Errors
/// [`Missing`].
pub fn roll_up(state: &State, id: RollUpId) -> Result<RollUp, Missing> {
    let raw = state.raw_records.get(&roll_up_key(id)).ok_or(Missing::NotHere)?;
    read_roll_up(id, &raw.text).map_err(Missing::Unreadable)
}

/// Every roll-up on this device, the latest first and those that cannot be read last.
#[must_use]
pub fn roll_ups(state: &State) -> Vec<(RollUpId, Result<RollUp, Missing>)> {
    let ids = state.raw_records.keys().filter_map(roll_up_id);
    let mut all = Vec::<(RollUpId, Result<RollUp, Missing>)>::new();
    let created = |read: &Result<RollUp, Missing>| read.as_ref().map(|roll_up| roll_up.created).ok();
    for id in ids {
        let read = roll_up(state, id);
        let place = all.partition_point(|(_, known)| created(known) >= created(&read));
        all.insert(place, (id, read));
    }
    all
}

/// A roll-up after an event; none if nothing has changed, or if what stands there cannot be read.
pub(super) fn changed(state: &State, id: RollUpId, event: RollUpEvent, now: Moment) -> Option<RollUp> {
    let known = match (roll_up(state, id), &event) {
        (Ok(known), _) => Some(known),
        (Err(Missing::NotHere), RollUpEvent::Kept(_)) => None,
        (Err(_), _) => return None,
    };
    let mut roll_up = known.clone().unwrap_or_else(|| RollUp::new(id, now));
    match event {
        RollUpEvent::Kept(rooms) => {
            for room in rooms.rooms().rooms() {
                roll_up.rooms.take(room.clone());
            }
        }
        RollUpEvent::Named(title) => title.trim().clone_into(&mut roll_up.title),
        RollUpEvent::LeftOut(name) => roll_up.rooms.leave_out(&name),
    }
    if known.as_ref() == Some(&roll_up) {
        return None;
    }
    if known.is_some() {
        roll_up.revision = roll_up.revision.next();
    }
    roll_up.changed = now;
    Some(roll_up)
}
