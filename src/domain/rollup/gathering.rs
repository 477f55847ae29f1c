//! Rooms put together, each once: copies of one room become one, and what contradicts it is left out and named.

use super::room::{Copy, Room, RoomName};
use crate::domain::calendar::{Day, Moment};
use crate::domain::id::id_text;
use crate::domain::stamp::Revision;
use std::collections::BTreeMap;

/// A roll-up's random name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RollUpId(pub u64);

id_text!(RollUpId);

/// Rooms that are kept together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollUp {
    /// Its random name.
    pub id: RollUpId,
    /// Counts every change.
    pub revision: Revision,
    /// What it is called, may be empty.
    pub title: String,
    /// When it was made.
    pub created: Moment,
    /// When it was last changed.
    pub changed: Moment,
    /// Its rooms.
    pub rooms: Gathering,
}

impl RollUp {
    /// A roll-up without a room.
    #[must_use]
    pub fn new(id: RollUpId, now: Moment) -> Self {
        Self {
            id,
            revision: Revision(1),
            title: String::new(),
            created: now,
            changed: now,
            rooms: Gathering::default(),
        }
    }
}

/// What became of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was not there.
    New,
    /// It is another copy of a room that is there, and both are one now.
    Copy(Copy),
    /// It says something else than a room of the same name that is there, and was left out.
    Contradicts,
}

/// Rooms, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathering {
    rooms: Vec<Room>,
    names: BTreeMap<RoomName, usize>,
    /// Rooms by title and day, which is all that a table of the first columns knows them by.
    titled: BTreeMap<(String, Option<Day>), Vec<usize>>,
}

impl Gathering {
    /// The rooms, in the order in which they came.
    #[must_use]
    pub fn rooms(&self) -> &[Room] {
        &self.rooms
    }

    /// The rooms, taken out.
    #[must_use]
    pub fn into_rooms(self) -> Vec<Room> {
        self.rooms
    }

    /// Takes a room in.
    pub fn take(&mut self, room: Room) -> Taken {
        let places = match self.names.get(&room.name) {
            Some(place) => vec![*place],
            None => self.alike(&room),
        };
        let known = self.names.contains_key(&room.name);
        for place in places {
            let Some(there) = self.rooms.get_mut(place) else {
                continue;
            };
            match there.with(&room) {
                Ok((whole, copy)) => {
                    let before = std::mem::replace(there, whole);
                    let name = there.name.clone();
                    if before.name != name {
                        self.names.remove(&before.name);
                        self.names.insert(name, place);
                    }
                    return Taken::Copy(copy);
                }
                Err(_) if known => return Taken::Contradicts,
                Err(_) => {}
            }
        }
        let place = self.rooms.len();
        self.names.insert(room.name.clone(), place);
        let titled = self.titled.entry((room.title.clone(), room.day));
        titled.or_default().push(place);
        self.rooms.push(room);
        Taken::New
    }

    /// Leaves a room out.
    pub fn leave_out(&mut self, name: &RoomName) {
        let rest = std::mem::take(self)
            .rooms
            .into_iter()
            .filter(|room| room.name != *name);
        for room in rest {
            self.take(room);
        }
    }

    /// Where rooms are that may be this one under another kind of name: one of the two has no name but title and day.
    fn alike(&self, room: &Room) -> Vec<usize> {
        let places = self.titled.get(&(room.title.clone(), room.day));
        let unnamed = |room: &Room| matches!(room.name, RoomName::Titled(..));
        let mut places = places.cloned().unwrap_or_default();
        places.retain(|place| {
            let there = self.rooms.get(*place);
            there.is_some_and(|there| unnamed(there) != unnamed(room) && there.people == room.people)
        });
        places
    }
}
