//! Many rooms in one picture: read out of every kind of file, put together once each, and shown without giving away what a room hides.

mod disclosure;
mod files;
mod gathering;
mod picture;
pub mod records;
mod rooms;
mod set;
mod spreads;
mod table;

use crate::support::{area_id, twelve_areas};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Checklist, InstrumentVersion};
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::rollup::gathering::{Gathering, RollUp, RollUpId};
use oxymoron::domain::rollup::picture::AreaPicture;
use oxymoron::domain::rollup::room::{Room, RoomName};
use oxymoron::domain::rollup::tally::areas;

pub const NOW: Moment = Moment(1_795_000_000_000);

pub fn first(area: u8) -> (Round, QuestionId) {
    (Round::FIRST, QuestionId::Anchored(area_id(area)))
}

pub fn area(number: u8) -> AreaId {
    area_id(number)
}

/// An area over rooms, out of all of them as the app has them.
pub fn picture_of(number: u8, rooms: &[Room]) -> AreaPicture {
    thread_local! {
        static CHECKLIST: Checklist = twelve_areas();
    }
    let pictures = CHECKLIST.with(|checklist| areas(checklist, rooms));
    let mut pictures = pictures.into_iter();
    pictures.find(|picture| picture.area == area(number)).unwrap()
}

pub fn levels(levels: [u32; 5]) -> Counted {
    Counted {
        levels,
        ..Counted::default()
    }
}

/// A room of a name with counts for the first areas, and the smallest group that is usual.
pub fn room(id: u64, counts: &[[u32; 5]]) -> Room {
    let mut room = Room::new(
        RoomName::Workshop(WorkshopId(id)),
        InstrumentVersion(1),
        MinimumGroup::STANDARD,
    );
    room.title = format!("Room {id}");
    room.day = Day::new(2026, 11, 23);
    room.people = counts.iter().map(|counts| counts.iter().sum()).max().unwrap_or(0);
    for (number, counts) in (1..).zip(counts) {
        room.show(first(number), Some(levels(*counts)));
    }
    room
}

pub fn gathered(rooms: impl IntoIterator<Item = Room>) -> Gathering {
    let mut gathering = Gathering::default();
    for room in rooms {
        gathering.take(room);
    }
    gathering
}

pub fn roll_up(rooms: impl IntoIterator<Item = Room>) -> RollUp {
    let mut roll_up = RollUp::new(RollUpId(0xa), NOW);
    roll_up.title = "Autumn".to_owned();
    roll_up.rooms = gathered(rooms);
    roll_up
}
