//! The stored form of a roll-up.

use super::{NOW, area, first, levels, roll_up, room};
use oxymoron::domain::calendar::Day;
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::{Round, WorkshopId, hands::Headcount};
use oxymoron::domain::plan::Status;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::record::{
    Key, ReadError, read_about_roll_up, read_roll_up, roll_up_id, roll_up_key, write_roll_up,
};
use oxymoron::domain::rollup::gathering::{RollUp, RollUpId};
use oxymoron::domain::rollup::room::{Kept, RoomName, RoomPlan};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::promise::Came;

/// It has a test that says what it holds.
pub const VERSION_1: &str = include_str!("../../fixtures/records/roll-up-v1.json");

/// Everything that a record of schema 1 can hold.
fn whole() -> RollUp {
    let mut north = room(0x0123_4567_89ab_cdef, &[[1, 0, 4, 5, 2], [6, 0, 0, 0, 6]]);
    north.title = "North, \"autumn\" 🙂".to_owned();
    north.headcount = Headcount(14);
    north.language = Language::new("en");
    north.changed = Some(NOW);
    north.show(first(3), None);
    let again = (Round::new(2).unwrap(), QuestionId::Anchored(area(1)));
    north.show(again, Some(levels([0, 0, 2, 8, 2])));
    north.hands.insert(area(4), 7);
    north.plan = Some(RoomPlan {
        area: area(4),
        hypothesis: "We rarely say what we doubt".to_owned(),
        experiment: "One doubt in every pipeline call".to_owned(),
        counted: "Doubts".to_owned(),
        stop: Day::new(2026, 12, 7),
        review: None,
        status: Status::Running,
        learned: String::new(),
    });
    north.before = Some(Kept {
        area: area(9),
        experiment: "One open question".to_owned(),
        came: Some(Came::NotStarted),
        learned: "Two weeks are short".to_owned(),
    });
    let mut old = room(0, &[[0, 0, 5, 0, 0]]);
    old.title = "South".to_owned();
    old.day = None;
    old.name = RoomName::Titled("South".to_owned(), None);
    let mut whole = roll_up([north, old]);
    whole.revision = Revision(3);
    whole
}

#[test]
fn version_1_is_read_as_it_was_written() {
    let whole = whole();
    assert_eq!(read_roll_up(whole.id, VERSION_1), Ok(whole.clone()));
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(value(&write_roll_up(&whole)), value(VERSION_1));
}

#[test]
fn a_key_is_of_a_roll_up_or_not() {
    let id = RollUpId(0xa);
    let key = roll_up_key(id);
    assert_eq!(key.to_string(), "oxymoron/1/roll-up/000000000000000a");
    assert_eq!(key.to_string().parse(), Ok(key.clone()));
    assert_eq!(roll_up_id(&key), Some(id));
    assert_eq!(roll_up_id(&Key::Unknown("roll-up/1".to_owned())), None);
    assert_eq!(roll_up_id(&Key::Settings), None);
}

#[test]
fn what_is_not_whole_is_not_read() {
    let whole = whole();
    let text = write_roll_up(&whole);
    let read = |text: &str| read_roll_up(whole.id, text);
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert_eq!(read(&text[..end]), Err(ReadError::Damaged), "cut at {end}");
    }
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        read(&text.replacen(from, to, 1))
    };
    assert_eq!(changed("\"schema\":1", "\"schema\":2"), Err(ReadError::Newer(2)));
    assert_eq!(
        changed("\"kind\":\"roll-up\"", "\"kind\":\"workshop\""),
        Err(ReadError::Misplaced)
    );
    for (from, to) in [
        ("[1,0,4,5,2,0,0]", "[1,0,4,5,2,0]"),
        ("[1,0,4,5,2,0,0]", "[1,0,4,5,2,0,0,0]"),
        ("[1,0,4,5,2,0,0]", "[-1,0,4,5,2,0,0]"),
        ("\"A01\":", "\"B01\":"),
        ("[2,\"A01\"", "[1,\"A01\""),
        ("\"minimum\":5", "\"minimum\":2"),
        ("\"not started\"", "\"never\""),
        ("\"running\"", "\"walking\""),
        ("\"2026-12-07\"", "\"2026-02-30\""),
    ] {
        assert_eq!(changed(from, to), Err(ReadError::Damaged), "{from} as {to}");
    }
}

#[test]
fn what_is_said_of_one_is_read_without_its_rooms() {
    let whole = whole();
    let text = write_roll_up(&whole);
    let about = read_about_roll_up(whole.id, &text).unwrap();
    assert_eq!(
        (about.revision, &about.title, about.changed),
        (whole.revision, &whole.title, whole.changed)
    );
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let cut = read_about_roll_up(whole.id, &text[..end]);
        assert_eq!(cut, Err(ReadError::Damaged), "cut at {end}");
    }
    let newer = text.replacen("\"schema\":1", "\"schema\":2", 1);
    assert_eq!(read_about_roll_up(whole.id, &newer), Err(ReadError::Newer(2)));
    let unnamed = text.replacen("\"title\"", "\"name\"", 1);
    assert_eq!(read_about_roll_up(whole.id, &unnamed), Err(ReadError::Damaged));
}

#[test]
fn rooms_that_are_all_rehearsals_are_known_as_such() {
    let rehearsed = |ids: &[u64], rooms: usize| {
        let all = (1..).zip(ids).map(|(place, id)| {
            let mut room = room(*id, &[[0, 0, 6, 0, 0]]);
            if place <= rooms {
                room.name = RoomName::Rehearsal(WorkshopId(*id));
            }
            room
        });
        let text = write_roll_up(&roll_up(all));
        read_about_roll_up(RollUpId(0xa), &text).unwrap().rehearsed
    };
    assert!(rehearsed(&[1], 1) && rehearsed(&[1, 2], 2));
    assert!(!rehearsed(&[1], 0) && !rehearsed(&[1, 2], 1) && !rehearsed(&[], 0));
}

/// Somebody who writes a count of one into a record does not see it either.
#[test]
fn a_count_below_the_smallest_group_is_not_taken_up() {
    let whole = whole();
    let text = write_roll_up(&whole).replacen("[1,0,4,5,2,0,0]", "[0,0,0,0,1,0,0]", 1);
    let read = read_roll_up(whole.id, &text).unwrap();
    assert_eq!(read.rooms.rooms()[0].vote(first(1)), Some(None));
}
