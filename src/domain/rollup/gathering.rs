//! Rooms put together, each once: copies of one room become one, and what contradicts it is left out and named.

use super::room::{Copy, Room, RoomName};
use super::set::RoomSet;
use crate::domain::calendar::{Day, Moment};
use crate::domain::id::id_text;
use crate::domain::stamp::Revision;
use crate::domain::workshop::split::numbered;
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
#[derive(Debug, Clone, Default)]
pub struct Gathering {
    rooms: Vec<Room>,
    /// Where rooms are, by a sum of their names, and by one of their titles and days, which is all that a table of the first columns
    /// knows them by. Different names may have one sum.
    places: BTreeMap<u64, Vec<usize>>,
}

impl PartialEq for Gathering {
    fn eq(&self, other: &Self) -> bool {
        self.rooms == other.rooms
    }
}

impl Eq for Gathering {}

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

    /// Whether a room of this name is there.
    #[must_use]
    pub fn has(&self, name: &RoomName) -> bool {
        self.place(name).is_some()
    }

    /// Takes a room in.
    pub fn take(&mut self, room: Room) -> Taken {
        let known = self.place(&room.name);
        let places = known.map_or_else(|| self.alike(&room), |place| vec![place]);
        for place in places {
            let Some(there) = self.rooms.get_mut(place) else {
                continue;
            };
            match there.with(&room) {
                Ok((whole, copy)) => {
                    let before = std::mem::replace(there, whole);
                    let renamed = (before.name != there.name).then(|| sum_of(&there.name));
                    let retitled = (before.title != there.title || before.day != there.day)
                        .then(|| sum_of_title(&there.title, there.day));
                    for sum in renamed.into_iter().chain(retitled) {
                        self.note(sum, place);
                    }
                    return Taken::Copy(copy);
                }
                Err(_) if known.is_some() => return Taken::Contradicts,
                Err(_) => {}
            }
        }
        let place = self.rooms.len();
        self.note(sum_of(&room.name), place);
        self.note(sum_of_title(&room.title, room.day), place);
        self.rooms.push(room);
        Taken::New
    }

    /// Leaves a room out, and gives it back.
    pub fn leave_out(&mut self, name: &RoomName) -> Option<Room> {
        let mut out = None;
        for room in std::mem::take(self).rooms {
            if room.name == *name {
                out = Some(room);
            } else {
                self.take(room);
            }
        }
        out
    }

    /// The name under which a copy of a room is there.
    #[must_use]
    pub fn name_of(&self, room: &Room) -> Option<&RoomName> {
        let place = self
            .place(&room.name)
            .or_else(|| self.alike(room).into_iter().next())?;
        self.rooms.get(place).map(|room| &room.name)
    }

    /// Puts rooms of one set in the order of their numbers; others stay in the order in which they came.
    pub fn order(&mut self) {
        if RoomSet::of(&self.rooms).is_none() {
            return;
        }
        let mut rooms = std::mem::take(self).rooms;
        rooms.sort_by_key(|room| numbered(&room.title).map(|(_, number)| number));
        for room in rooms {
            self.take(room);
        }
    }

    fn note(&mut self, sum: u64, place: usize) {
        self.places.entry(sum).or_default().push(place);
    }

    fn places(&self, sum: u64) -> impl Iterator<Item = (usize, &Room)> {
        let places = self.places.get(&sum).into_iter().flatten();
        places.filter_map(|place| Some((*place, self.rooms.get(*place)?)))
    }

    fn place(&self, name: &RoomName) -> Option<usize> {
        let mut there = self.places(sum_of(name));
        there.find(|(_, room)| room.name == *name).map(|(place, _)| place)
    }

    /// Where rooms are that may be this one under another kind of name: one of the two has no name but title and day.
    fn alike(&self, room: &Room) -> Vec<usize> {
        let unnamed = |room: &Room| matches!(room.name, RoomName::Titled(..));
        let there = self.places(sum_of_title(&room.title, room.day));
        let alike = there.filter(|(_, there)| {
            unnamed(there) != unnamed(room)
                && (&there.title, there.day, there.people) == (&room.title, room.day, room.people)
        });
        alike.map(|(place, _)| place).collect()
    }
}

fn sum_of(name: &RoomName) -> u64 {
    match name {
        RoomName::Workshop(id) => sum(1, &id.0.to_le_bytes()),
        RoomName::Rehearsal(id) => sum(3, &id.0.to_le_bytes()),
        RoomName::Titled(title, day) => sum(2, &sum_of_title(title, *day).to_le_bytes()),
    }
}

fn sum_of_title(title: &str, day: Option<Day>) -> u64 {
    sum(day.map_or(0, |day| day.days().unsigned_abs()), title.as_bytes())
}

/// FNV-1a from a seed.
fn sum(seed: u64, bytes: &[u8]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed;
    let add = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(start, add)
}
