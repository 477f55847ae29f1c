//! Rooms that are kept together: kept, added to, named, left out, by two windows, and out of a file with everything.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::preview::{Preview, What};
use oxymoron::app::compile::compile;
use oxymoron::app::pack::Pack;
use oxymoron::app::state::SaveState;
use oxymoron::app::workshop::Missing;
use oxymoron::app::workshop::action::WorkshopEvent;
use oxymoron::app::workshop::rooms::split::{as_text, keep, of_rooms, rooms, set_of};
use oxymoron::app::workshop::rooms::{RollUpEvent, roll_up, roll_ups};
use oxymoron::app::workshop::setup::Draft;
use oxymoron::app::workshop::{workshop, workshops};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::exchange::{Intake, Relation};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::record::{ReadError, roll_up_key};
use oxymoron::domain::rollup::gathering::{Gathering, RollUpId};
use oxymoron::domain::rollup::room::{Room, RoomName};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::{Seed, Workshop};
use std::cell::Cell;
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
    let known = world.state().raw_records[&roll_up_key(ID)].text.clone();
    assert_eq!(world.stored().get(&roll_up_key(ID).to_string()), Some(&known));
    let read = roll_up(&world.state(), ID).unwrap();
    let ids = read.rooms.rooms().iter().map(|room| match room.name {
        RoomName::Workshop(id) => id.0,
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
    happens(&world, RollUpEvent::Named("  Autumn ".to_owned()));
    assert_eq!(stored(&world), (vec![2, 3], 4));
    assert_eq!(roll_up(&world.state(), ID).unwrap().title, "Autumn");
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
fn what_another_window_has_kept_stays() {
    let world = keeping(&[1]);
    let other = world.beside();
    happens(&other, RollUpEvent::Kept(gathered(&[2])));
    happens(&world, RollUpEvent::Kept(gathered(&[3])));
    assert_eq!(stored(&world).0, [1, 2, 3]);
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
        assert_eq!(roll_ups(&world.state()), [(ID, Err(Missing::Unreadable(why)))]);
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

fn pack(language: &str) -> Pack {
    let checklist = include_str!("../../assets/checklist.toml");
    let words = match language {
        "ar" => include_str!("../../assets/ar.toml"),
        _ => include_str!("../../assets/en.toml"),
    };
    compile(language, checklist, words).unwrap()
}

/// A workshop of two hundred people, and as many rooms of it as are asked for.
fn made(pack: &Pack, title: &str, number: u32) -> (Workshop, Vec<Workshop>) {
    let draft = Draft {
        title: title.to_owned(),
        present: "200".to_owned(),
        ..Draft::default()
    };
    let settings = draft.settings(Language::new("en").unwrap()).unwrap();
    let version = checklist().version;
    let of =
        |id: u64, settings| Workshop::new(WorkshopId(id), Seed([7; 32]), settings, version, Moment(9_000));
    let rooms = of_rooms(pack, &settings, number).into_iter();
    let rooms = (100..)
        .zip(rooms)
        .map(|(id, settings)| of(id, settings))
        .collect();
    (of(1, settings), rooms)
}

/// Stores rooms; the disk is full from the `full`th write on.
fn kept(world: &World, rooms: Vec<Workshop>, full: usize) -> Option<WorkshopId> {
    let written = Cell::new(0);
    let dispatch = |action| {
        if written.replace(written.get() + 1) == full {
            world.set_disk(Disk::Full);
        }
        world.happens(action);
    };
    keep(rooms, dispatch, || {
        matches!(world.state().save, SaveState::Failed(_))
    })
}

fn titles(set: &[Rc<Workshop>]) -> Vec<String> {
    set.iter().map(|room| room.settings.title.clone()).collect()
}

#[test]
fn a_workshop_is_split_into_rooms_with_its_settings_and_taken_back_as_one() {
    let world = World::new(Disk::Working);
    world.boot();
    let (whole, rooms) = made(&pack("en"), "Kick-off", 10);
    let event = WorkshopEvent::Founded(Box::new(whole.clone()));
    world.facilitates(whole.id, event);
    assert!(rooms.iter().all(|room| room.settings.present.0 == 20));
    assert!(
        rooms
            .iter()
            .all(|room| room.settings.minimum == whole.settings.minimum)
    );
    assert_eq!(kept(&world, rooms, usize::MAX), Some(WorkshopId(100)));
    assert_eq!(world.stored().len(), 11);
    let one = workshop(&world.state(), WorkshopId(104)).unwrap();
    let set = set_of(&world.state(), &one);
    assert_eq!(set.len(), 10);
    assert_eq!(titles(&set)[9], "Kick-off, room 10");
    assert!(set_of(&world.state(), &whole).is_empty());
    // A room that somebody has begun to work in stays; the others go, and the workshop that was split is what it was.
    world.facilitates(
        WorkshopId(104),
        WorkshopEvent::Changed(Change::WroteNotes("Ada".to_owned())),
    );
    world.happens(Action::Undid);
    let left: Vec<_> = workshops(&world.state()).into_iter().map(|(id, _)| id).collect();
    assert_eq!(left, [WorkshopId(1), WorkshopId(104)]);
    assert_eq!(*workshop(&world.state(), WorkshopId(1)).unwrap(), whole);
}

#[test]
fn where_one_room_cannot_be_stored_none_is_and_nothing_else_is_lost() {
    for full in 0..5 {
        let world = World::new(Disk::Working);
        world.boot();
        let (whole, rooms) = made(&pack("en"), "Kick-off", 5);
        world.facilitates(whole.id, WorkshopEvent::Founded(Box::new(whole.clone())));
        let before = world.stored().clone();
        assert_eq!(kept(&world, rooms, full), None);
        assert_eq!(*world.stored(), before, "full from {full} on");
        assert_eq!(workshops(&world.state()).len(), 1);
    }
}

#[test]
fn rooms_are_named_in_every_script_and_however_long_the_title_is() {
    for (pack, title) in [
        (pack("ar"), "ورشة"),
        (pack("en"), ""),
        (pack("en"), &*"long ".repeat(24)),
    ] {
        let world = World::new(Disk::Working);
        world.boot();
        let (_, rooms) = made(&pack, title, 20);
        assert!(
            rooms
                .iter()
                .all(|room| room.settings.title.chars().count() <= 120)
        );
        kept(&world, rooms, usize::MAX);
        let one = workshop(&world.state(), WorkshopId(119)).unwrap();
        assert_eq!(set_of(&world.state(), &one).len(), 20, "{title}");
    }
    for (typed, number) in [
        ("2", Some(2)),
        (" 20 ", Some(20)),
        ("1", None),
        ("21", None),
        ("ten", None),
        ("", None),
    ] {
        assert_eq!(rooms(typed), number);
    }
    let both = [
        ("A, room 1", "http://a/#/join/x"),
        ("A, room 2", "http://a/#/join/y"),
    ];
    let both = both.map(|(title, link)| (title.to_owned(), link.to_owned()));
    assert_eq!(
        as_text(&both),
        "A, room 1\nhttp://a/#/join/x\n\nA, room 2\nhttp://a/#/join/y"
    );
}
