//! A workshop that becomes several rooms: stored all or none, known by their titles, taken back as one.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::Action;
use oxymoron::app::compile::compile;
use oxymoron::app::pack::Pack;
use oxymoron::app::state::SaveState;
use oxymoron::app::text::Text;
use oxymoron::app::workshop::action::WorkshopEvent;
use oxymoron::app::workshop::rooms::split::{as_text, keep, of_rooms, rooms, set_of, sets_made, split_into};
use oxymoron::app::workshop::setup::Draft;
use oxymoron::app::workshop::{workshop, workshops};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::record::Key;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::{Seed, Workshop};
use std::cell::Cell;
use std::rc::Rc;

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
    made_after(pack, title, number, 0)
}

/// The same after so many sets.
fn made_after(pack: &Pack, title: &str, number: u32, before: usize) -> (Workshop, Vec<Workshop>) {
    let draft = Draft {
        title: title.to_owned(),
        present: "200".to_owned(),
        ..Draft::default()
    };
    let settings = draft.settings(Language::new("en").unwrap()).unwrap();
    let version = checklist().version;
    let of =
        |id: u64, settings| Workshop::new(WorkshopId(id), Seed([7; 32]), settings, version, Moment(9_000));
    let rooms = of_rooms(pack, &settings, number, before).into_iter();
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
    // What can be undone is not called what a file would have brought.
    assert_eq!(world.state().undo.arrived.len(), 10);
    assert_eq!(world.state().undo.made, Some(Text::RoomsMadeMany));
    // A room that somebody has begun to work in stays; the others go, and the workshop that was split is what it was.
    world.facilitates(
        WorkshopId(104),
        WorkshopEvent::Changed(Change::WroteNotes("Ada".to_owned())),
    );
    world.happens(Action::Undid);
    let left: Vec<_> = workshops(&world.state()).into_iter().map(|(id, _)| id).collect();
    assert_eq!(left, [WorkshopId(1), WorkshopId(104)]);
    world.happens(Action::DeletedRecord(Key::Workshop(WorkshopId(104))));
    assert_eq!(world.state().undo.made, None, "a deletion is one again");
    world.happens(Action::Undid);
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

/// Where rooms of a set stand among others: the name of each set's first.
fn sets(world: &World, pack: &Pack, whole: &Workshop) -> Vec<(usize, WorkshopId)> {
    let sets = split_into(&world.state(), pack, whole);
    sets.iter().map(|set| (set.len(), set[0].id)).collect()
}

#[test]
fn a_workshop_that_was_split_knows_its_rooms_the_latest_set_first() {
    for (pack, title) in [
        (pack("en"), "Kick-off, spring"),
        (pack("ar"), "ورشة"),
        (pack("en"), ""),
        (pack("en"), &*"long ".repeat(24)),
    ] {
        let world = World::new(Disk::Working);
        world.boot();
        let (whole, rooms) = made(&pack, title, 3);
        world.facilitates(whole.id, WorkshopEvent::Founded(Box::new(whole.clone())));
        assert_eq!(sets(&world, &pack, &whole), [], "{title}");
        kept(&world, rooms, usize::MAX);
        assert_eq!(sets(&world, &pack, &whole), [(3, WorkshopId(100))], "{title}");
        let (_, later) = made_after(&pack, title, 2, 1);
        assert!(later[0].settings.title.contains(" (2)"), "{title}");
        assert!(later[0].settings.title.chars().count() <= 120);
        let later = later.into_iter().map(|mut room| {
            room.id.0 += 100;
            room.created = Moment(20_000);
            room
        });
        kept(&world, later.collect(), usize::MAX);
        let both = [(2, WorkshopId(200)), (3, WorkshopId(100))];
        assert_eq!(sets(&world, &pack, &whole), both, "{title}");
        let known = split_into(&world.state(), &pack, &whole);
        // The number of a set that is deleted is free again, that of one that is left is not.
        assert_eq!(
            (sets_made(&known), sets_made(&known[..1]), sets_made(&known[1..])),
            (2, 2, 1)
        );
        world.happens(Action::Undid);
        assert_eq!(sets(&world, &pack, &whole), both[1..], "{title}");
        // A room is none that was split, nor is a workshop of another name, of later, or for other people.
        let room = workshop(&world.state(), WorkshopId(100)).unwrap();
        let other = |change: &dyn Fn(&mut Workshop)| {
            let mut other = whole.clone();
            change(&mut other);
            other
        };
        let leader = RoleLabel::new("Leader").unwrap();
        let roles = Roles::new(vec![leader]).unwrap();
        for other in [
            (*room).clone(),
            other(&|one| one.settings.title = "Kick-off".to_owned()),
            other(&|one| one.created = Moment(9_001)),
            other(&|one| one.settings.roles = roles.clone()),
        ] {
            assert_eq!(sets(&world, &pack, &other), [], "{title}");
        }
    }
}
