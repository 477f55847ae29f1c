//! A workshop's screens: where they are, and how they read and write the records that only they take apart.

pub mod collecting;
pub mod joining;
pub mod landing;
pub mod next;
pub mod passing;
pub mod past;
pub mod place;
pub mod raising;
pub mod setup;
pub mod wall_message;

use super::state::State;
use crate::domain::code::WorkshopId;
use crate::domain::record::{Backup, Key, ReadError, read_ticket, read_workshop};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ticket::Ticket;

/// Why there is no workshop to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// None of this name is on this device.
    NotHere,
    /// There is one, and it cannot be read. It stays as it is.
    Unreadable(ReadError),
}

/// The workshop of a stored text.
///
/// # Errors
/// [`Missing`].
pub fn workshop(id: WorkshopId, text: Option<&str>) -> Result<Workshop, Missing> {
    let text = text.ok_or(Missing::NotHere)?;
    read_workshop(id, text).map_err(Missing::Unreadable)
}

/// The ticket of a stored text.
///
/// # Errors
/// [`Missing`].
pub fn ticket(workshop: WorkshopId, text: Option<&str>) -> Result<Ticket, Missing> {
    let text = text.ok_or(Missing::NotHere)?;
    read_ticket(workshop, text).map_err(Missing::Unreadable)
}

/// Every workshop on this device, those that cannot be read included.
#[must_use]
pub fn workshops(state: &State) -> Vec<(WorkshopId, Result<Workshop, Missing>)> {
    let of = |(key, aside): (&Key, &super::state::Aside)| match key {
        Key::Workshop(id) => Some((*id, workshop(*id, Some(&aside.text)))),
        _ => None,
    };
    state.aside.iter().filter_map(of).collect()
}

/// Whether a workshop stands here, from the reveal on, as it never left this device.
#[must_use]
pub fn has_no_copy(backup: &Backup, workshop: &Workshop) -> bool {
    workshop.revealed.is_some() && backup.workshop_left(workshop.id) < Some(workshop.changed)
}

/// Every ticket on this device that can be read.
#[must_use]
pub fn tickets(state: &State) -> Vec<Ticket> {
    let of = |(key, aside): (&Key, &super::state::Aside)| match key {
        Key::Ticket(id) => read_ticket(*id, &aside.text).ok(),
        _ => None,
    };
    state.aside.iter().filter_map(of).collect()
}
