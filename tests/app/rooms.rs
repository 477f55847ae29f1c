//! Rooms that are kept together: kept, added to, named, left out, by two windows, and out of a file with everything.

use crate::world::{Disk, World};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::preview::{Preview, What};
use oxymoron::app::workshop::Missing;
use oxymoron::app::workshop::rooms::{RollUpEvent, is_earlier, roll_up, roll_ups};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::exchange::{Intake, LeftOut, Reason, Relation};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::record::{ReadError, roll_up_key};
use oxymoron::domain::rollup::file::roll_up_file;
use oxymoron::domain::rollup::gathering::{Gathering, RollUp, RollUpId};
use oxymoron::domain::rollup::room::{Room, RoomName};
use oxymoron::domain::stamp::Revision;
use std::rc::Rc;

const ID: RollUpId = RollUpId(0xb);

fn gathered(ids: &[u64]) -> Rc<Gathering> {
    let mut rooms = Gathering::default();
    for id in ids {
        let name = RoomName::Workshop(WorkshopId(*id));
        rooms.take(Room::new(name, InstrumentVersion(1), MinimumGroup::STANDARD));
    }
    Rc::new(rooms)
}

fn happens(world: &World, event: RollUpEvent) {
    world.happens(event.of(ID));
}

fn keeping(ids: &[u64]) -> World {
    let world = World::new(Disk::Working);
    world.boot();
    happens(&world, RollUpEvent::Kept(gathered(ids)));
    world
}

/// The rooms as they are stored, and the revision.
fn stored(world: &World) -> (Vec<u64>, u32) {
    let known = world.state().raw_records[&roll_up_key(ID)].text.to_string();
    assert_eq!(world.stored().get(&roll_up_key(ID).to_string()), Some(&known));
    let read = roll_up(&world.state(), ID).unwrap();
    let ids = read.rooms.rooms().iter().map(|room| match room.name {
        RoomName::Workshop(id) | RoomName::Rehearsal(id) => id.0,
        RoomName::Titled(..) => 0,
    });
    (ids.collect(), read.revision.0)
}

#[test]
fn are_kept_and_added_to_and_left_out() {
    let world = keeping(&[1, 2]);
    assert_eq!(stored(&world), (vec![1, 2], 1));
    happens(&world, RollUpEvent::Kept(gathered(&[2, 3])));
    assert_eq!(stored(&world), (vec![1, 2, 3], 2));
    happens(&world, RollUpEvent::LeftOut(RoomName::Workshop(WorkshopId(1))));
    // Letter by letter: a space at its end is one between two words.
    happens(&world, RollUpEvent::Named("Autumn ".to_owned()));
    assert_eq!(stored(&world), (vec![2, 3], 4));
    assert_eq!(roll_up(&world.state(), ID).unwrap().title, "Autumn ");
    let again = world.reopened();
    assert_eq!(stored(&again), (vec![2, 3], 4));
}

#[test]
fn what_changes_nothing_is_not_written() {
    let world = keeping(&[1, 2]);
    let writes = world.writes();
    happens(&world, RollUpEvent::Kept(gathered(&[1])));
    happens(&world, RollUpEvent::Named(String::new()));
    happens(&world, RollUpEvent::LeftOut(RoomName::Workshop(WorkshopId(9))));
    assert_eq!(world.writes(), writes);
}

#[test]
fn a_set_is_earlier_by_its_last_day_and_of_one_day_by_when_it_was_made() {
    let set = |days: &[&str], created| {
        let mut set = RollUp::new(ID, Moment(created));
        for (id, day) in (1..).zip(days) {
            let name = RoomName::Workshop(WorkshopId(id));
            let mut room = Room::new(name, InstrumentVersion(1), MinimumGroup::STANDARD);
            room.day = day.parse().ok();
            set.rooms.take(room);
        }
        set
    };
    let last = "2026-11-23".parse().ok();
    for (days, created, earlier) in [
        (&["2026-08-20", "2026-08-27"][..], 9, true),
        (&["2026-08-20", "2026-12-01"][..], 1, false),
        (&["2026-11-23"][..], 4, true),
        (&["2026-11-23"][..], 5, false),
        (&[][..], 4, true),
        (&[][..], 9, false),
    ] {
        let set = set(days, created);
        assert_eq!(
            is_earlier(&set, last, Some(Moment(5))),
            earlier,
            "{days:?} {created}"
        );
    }
    // What is not kept yet comes last, but for days that tell otherwise.
    assert!(is_earlier(&set(&["2026-11-23"], 9), last, None));
    assert!(!is_earlier(&set(&["2026-12-01"], 9), last, None));
}

#[test]
fn what_another_window_has_kept_stays() {
    let world = keeping(&[1]);
    let other = world.beside();
    happens(&other, RollUpEvent::Kept(gathered(&[2])));
    happens(&world, RollUpEvent::Kept(gathered(&[3])));
    assert_eq!(stored(&world).0, [1, 2, 3]);
}

#[test]
fn what_another_window_deletes_and_brings_back_is_here_again() {
    let world = keeping(&[1]);
    let other = world.beside();
    let heard = || {
        world.hears_of(&roll_up_key(ID).to_string());
        roll_up(&world.state(), ID).is_ok()
    };
    other.happens(Action::DeletedRecord(roll_up_key(ID)));
    assert!(!heard());
    other.happens(Action::Undid);
    assert!(heard());
}

#[test]
fn a_record_that_cannot_be_read_is_left_alone() {
    for (text, why) in [
        ("{", ReadError::Damaged),
        (
            "{\"schema\":9,\"kind\":\"roll-up\",\"id\":\"000000000000000b\",\"revision\":1,\"body\":{}}",
            ReadError::Newer(9),
        ),
    ] {
        let world = World::opened(&[(&roll_up_key(ID).to_string(), text)]);
        happens(&world, RollUpEvent::Kept(gathered(&[1])));
        happens(&world, RollUpEvent::Named("Autumn".to_owned()));
        assert_eq!(world.stored()[&roll_up_key(ID).to_string()], text);
        assert_eq!(
            roll_ups(&world.state(), None),
            [(ID, Err(Missing::Unreadable(why)))]
        );
    }
}

fn preview(world: &World, file: String) -> Preview {
    let mut preview = Preview::default();
    let mut intake = Intake::open(file).unwrap();
    while let Some(found) = intake.next() {
        preview.add(&world.state(), found);
    }
    preview
}

#[test]
fn come_back_with_everything() {
    let world = keeping(&[1, 2]);
    happens(&world, RollUpEvent::Named("Autumn".to_owned()));
    world.happens(Action::AskedForEverything);
    world.says_that_it_arrived();
    let file = world.last_file().1;
    let other = World::new(Disk::Working);
    other.boot();
    let found = preview(&other, file.clone());
    let row = &found.rows[0];
    assert_eq!(
        (row.what, &*row.subject, row.relation),
        (What::Workshop, "Autumn", Relation::New)
    );
    let records = found.arrivals(|| AssessmentId(1));
    other.happens(Action::Assessment(AssessmentAction::Imported {
        records,
        continued: false,
    }));
    assert_eq!(stored(&other), stored(&world));
    assert_eq!(preview(&other, file.clone()).rows[0].relation, Relation::Same);
    happens(&other, RollUpEvent::Kept(gathered(&[3])));
    assert_eq!(preview(&other, file).rows[0].relation, Relation::Older);
    assert_eq!(roll_up(&other.state(), ID).unwrap().revision, Revision(3));
}

/// A roll-up of rooms, of which the first so many are rehearsals, as a file.
fn file(ids: &[u64], rehearsals: usize, title: &str) -> String {
    let mut roll_up = RollUp::new(ID, Moment(1));
    roll_up.title = title.to_owned();
    for (place, id) in ids.iter().map(|id| WorkshopId(*id)).enumerate() {
        let name = if place < rehearsals {
            RoomName::Rehearsal(id)
        } else {
            RoomName::Workshop(id)
        };
        let room = Room::new(name, InstrumentVersion(1), MinimumGroup::STANDARD);
        roll_up.rooms.take(room);
    }
    roll_up_file(&roll_up, InstrumentVersion(1), Moment(2))
}

#[test]
fn a_rehearsals_counts_stay_out_and_are_named() {
    let world = World::new(Disk::Working);
    world.boot();
    let left_out = |name: &str| LeftOut {
        name: name.to_owned(),
        reason: Reason::Rehearsal,
    };
    let found = preview(&world, file(&[1], 1, "REHEARSAL Kick-off"));
    assert!(found.rows.is_empty());
    assert_eq!(found.left_out, [left_out("REHEARSAL Kick-off")]);
    let untitled = preview(&world, file(&[1, 2], 2, " "));
    assert_eq!(untitled.left_out, [left_out(&roll_up_key(ID).to_string())]);
    // What real people said is not lost with what stands beside it.
    let mixed = preview(&world, file(&[1, 2], 1, "Autumn"));
    assert_eq!((mixed.rows.len(), mixed.left_out.len()), (1, 0));
}
