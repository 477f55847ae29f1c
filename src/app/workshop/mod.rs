//! A workshop's screens: how they read and write the records that only they take apart.

pub mod action;
pub mod answer_link;
pub mod asking;
pub mod collecting;
pub mod export;
pub mod figures;
pub mod joining;
pub mod next;
pub mod passing;
pub mod past;
pub mod receipts;
pub mod rehearsing;
pub mod rooms;
pub mod setup;
pub mod show_of_hands;
pub mod update;
pub mod wall_message;
pub mod way_in;

use super::state::State;
use crate::domain::calendar::Day;
use crate::domain::code::WorkshopId;
use crate::domain::record::{Backup, Key, ReadError};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ticket::Ticket;
use std::rc::Rc;

/// How a day is written: in the language of the words on a screen and on its paper, `YYYY-MM-DD` in a file.
pub type DayInWords<'a> = &'a dyn Fn(Day) -> String;

/// Why there is no workshop to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// None of this name is on this device.
    NotHere,
    /// There is one, and it cannot be read. It stays as it is.
    Unreadable(ReadError),
}

/// A workshop on this device.
///
/// # Errors
/// [`Missing`].
pub fn workshop(state: &State, id: WorkshopId) -> Result<Rc<Workshop>, Missing> {
    let raw = state.raw_records.get(&Key::Workshop(id));
    raw.ok_or(Missing::NotHere)?
        .workshop(id)
        .map_err(Missing::Unreadable)
}

/// Whether a workshop on this device is a rehearsal.
#[must_use]
pub fn is_rehearsal(state: &State, id: WorkshopId) -> bool {
    workshop(state, id).is_ok_and(|workshop| workshop.rehearsal.is_some())
}

/// This device's part in a workshop.
///
/// # Errors
/// [`Missing`].
pub fn ticket(state: &State, workshop: WorkshopId) -> Result<Rc<Ticket>, Missing> {
    let raw = state.raw_records.get(&Key::Ticket(workshop));
    raw.ok_or(Missing::NotHere)?
        .ticket(workshop)
        .map_err(Missing::Unreadable)
}

/// The keys of what a rehearsal may have left on this device: its record, this device's own part and its answers.
#[must_use]
pub fn of_rehearsal(state: &State, id: WorkshopId) -> Vec<Key> {
    let answers = ticket(state, id).map(|ticket| Key::Assessment(ticket.assessment));
    [Key::Workshop(id), Key::Ticket(id)]
        .into_iter()
        .chain(answers)
        .collect()
}

/// Every workshop on this device, those that cannot be read included.
#[must_use]
pub fn workshops(state: &State) -> Vec<(WorkshopId, Result<Rc<Workshop>, Missing>)> {
    let of = |key: &Key| match key {
        Key::Workshop(id) => Some((*id, workshop(state, *id))),
        _ => None,
    };
    state.raw_records.keys().filter_map(of).collect()
}

/// Whether a workshop stands here, from the reveal on, as it never left this device.
#[must_use]
pub fn has_no_copy(backup: &Backup, workshop: &Workshop) -> bool {
    workshop.rehearsal.is_none()
        && workshop.revealed.is_some()
        && backup.workshop_left(workshop.id) < Some(workshop.changed)
}

/// Every ticket on this device that can be read.
#[must_use]
pub fn tickets(state: &State) -> Vec<Rc<Ticket>> {
    let of = |key: &Key| match key {
        Key::Ticket(id) => ticket(state, *id).ok(),
        _ => None,
    };
    state.raw_records.keys().filter_map(of).collect()
}
