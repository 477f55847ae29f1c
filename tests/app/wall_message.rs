//! What the console says to the projected window.

use crate::world::checklist;
use oxymoron::app::workshop::wall_message::{channel, parse, write};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::{ResponseId, WorkshopId};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::level::Level;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::wall::Wall;
use oxymoron::domain::workshop::{Seed, Settings, Workshop};

const ID: WorkshopId = WorkshopId(0x5eed);

fn workshop() -> Workshop {
    let settings = Settings {
        title: "Field \"sales\" {north}".to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::new(vec![RoleLabel::new("Seller").unwrap()]).unwrap(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(6),
        agenda: Agenda::Sixty,
        language: Language::new("en").unwrap(),
    };
    let seed = Seed([7; 32]);
    let mut workshop = Workshop::new(ID, seed, settings, checklist().version, Moment(1_000));
    workshop.notes = "ask Ann first".to_owned();
    let row = |level| vec![Some(Choice::Level(Level::from_number(level).unwrap())); 12];
    let response = |id| Response {
        id: ResponseId(id),
        role: None,
        items: Items::new(workshop.settings.shape, row(4)).unwrap(),
    };
    let responses = vec![response(1), response(2), response(3)];
    workshop.apply(Change::Received(responses), Moment(2_000));
    workshop
}

#[test]
fn what_is_said_is_heard() {
    let mut workshop = workshop();
    for stage in Stage::ALL {
        workshop.apply(Change::WentTo(stage), Moment(3_000));
        let wall = Wall {
            page: 3,
            ..Wall::of(&workshop)
        };
        assert_eq!(wall.received, 3);
        assert_eq!(parse(ID, &write(&wall)), Some(wall));
    }
}

#[test]
fn nothing_is_said_that_the_room_may_not_hear() {
    let workshop = workshop();
    let said = write(&Wall::of(&workshop));
    assert!(!said.contains("Ann"));
    // Seven as a byte, 32 times.
    assert!(!said.contains("BwcHBwcH"));
    assert!(said.contains("\"responses\":[]"));
}

#[test]
fn nothing_else_is_heard() {
    let said = write(&Wall::of(&workshop()));
    assert_eq!(parse(WorkshopId(0x5eee), &said), None);
    for text in [
        "",
        "hello",
        "{}",
        "[]",
        "{\"invite\":\"oxyi.\"}",
        &said[1..],
        &said[..said.len() - 1],
    ] {
        assert_eq!(parse(ID, text), None, "{text}");
    }
}

#[test]
fn each_workshop_has_a_channel_of_its_own() {
    assert_eq!(channel(ID), "oxymoron/workshop/0000000000005eed");
}
