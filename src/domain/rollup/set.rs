//! Rooms of one workshop that was split, known by their titles.

use super::room::Room;
use crate::domain::workshop::split::{ROOMS, name, numbered};

/// What there is to say of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomSet<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Numbers below the highest of which no room is here.
    pub missing: Vec<u32>,
}

impl<'a> RoomSet<'a> {
    /// The set that rooms are; none unless all begin their titles alike and each has a number of its own.
    #[must_use]
    pub fn of(rooms: &'a [Room]) -> Option<Self> {
        if !(2..=*ROOMS.end() as usize).contains(&rooms.len()) {
            return None;
        }
        let (beginning, _) = numbered(&rooms.first()?.title)?;
        let mut there = Vec::<u32>::new();
        for room in rooms {
            let (own, number) = numbered(&room.title)?;
            if own != beginning || there.contains(&number) {
                return None;
            }
            there.push(number);
        }
        let highest = there.iter().copied().max()?;
        Some(Self {
            name: name(beginning),
            missing: (1..highest).filter(|number| !there.contains(number)).collect(),
        })
    }
}
