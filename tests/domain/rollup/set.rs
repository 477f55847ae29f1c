//! Rooms of one workshop that was split: known by their titles, put in order, and named when one is missing.

use super::{gathered, room};
use oxymoron::domain::rollup::room::Room;
use oxymoron::domain::rollup::set::RoomSet;
use oxymoron::domain::workshop::split::{name, numbered};

fn titled(titles: &[&str]) -> Vec<Room> {
    let rooms = (1..).zip(titles).map(|(id, title)| {
        let mut room = room(id, &[[1, 2, 3, 0, 0]]);
        (*title).clone_into(&mut room.title);
        room
    });
    rooms.collect()
}

#[test]
fn a_number_is_the_last_word_and_no_year() {
    for (title, known) in [
        ("Kick-off, room 3", Some(("Kick-off, room ", 3))),
        (" Room 20 ", Some(("Room ", 20))),
        ("ورشة، المجموعة 7", Some(("ورشة، المجموعة ", 7))),
        ("Kick-off 2026", None),
        ("Room 0", None),
        ("Room 21", None),
        ("Q4", None),
        ("4", None),
        ("Kick-off", None),
        ("", None),
    ] {
        assert_eq!(numbered(title), known, "{title}");
    }
    for (beginning, called) in [
        ("Kick-off, room ", "Kick-off"),
        ("Berlin, autumn, Runde ", "Berlin, autumn"),
        ("ورشة، المجموعة ", "ورشة"),
        ("Room ", "Room"),
        (", room ", ", room"),
    ] {
        assert_eq!(name(beginning), called);
    }
}

#[test]
fn rooms_of_one_set_are_known_by_their_titles_alone() {
    let rooms = titled(&["A, room 4", "A, room 1", "A, room 2"]);
    let set = RoomSet::of(&rooms).unwrap();
    assert_eq!((set.name, &*set.missing), ("A", &[3][..]));
    for others in [
        &["A, room 1"][..],
        &["A, room 1", "B, room 2"],
        &["A, room 1", "A, room 1"],
        &["A, room 1", "A, room 2", "North"],
    ] {
        assert_eq!(RoomSet::of(&titled(others)), None, "{others:?}");
    }
}

#[test]
fn a_set_is_put_in_the_order_of_its_numbers_and_nothing_else_is() {
    let mut set = gathered(titled(&["A, room 10", "A, room 2", "A, room 1"]));
    set.order();
    let order = |rooms: &[Room]| rooms.iter().map(|room| room.title.clone()).collect::<Vec<_>>();
    assert_eq!(order(set.rooms()), ["A, room 1", "A, room 2", "A, room 10"]);
    for room in set.rooms() {
        assert!(set.has(&room.name));
    }
    let mut others = gathered(titled(&["South 2", "North"]));
    others.order();
    assert_eq!(order(others.rooms()), ["South 2", "North"]);
}
