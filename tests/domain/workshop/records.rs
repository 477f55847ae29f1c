//! The stored form of a workshop.

use super::{ID, QUICK, any_workshop, at, change, question, said, workshop};
use crate::arbitrary::settings;
use crate::support::area_id;
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::code::hands::{Counted, Headcount};
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::doors::Door;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::{Chosen, PlanDay, PlanText};
use oxymoron::domain::record::{ReadError, read_workshop, write_workshop};
use oxymoron::domain::stamp::{Revision, Stamped};
use oxymoron::domain::workshop::energy::{Energy, HandsEach};
use oxymoron::domain::workshop::stage::{Stage, Timer};
use oxymoron::domain::workshop::{SecondVote, Topic, Workshop};
use proptest::prelude::*;
use proptest::sample::Index;

pub const VERSION_1: &str = include_str!("../../fixtures/records/workshop-v1.json");
pub const VERSION_2: &str = include_str!("../../fixtures/records/workshop-v2.json");

/// In the middle of the talk about the second of two areas.
fn of_version_2() -> Workshop {
    let round = |number| Round::new(number).unwrap();
    let text = |text: &str, revision| Stamped::new(text.to_owned(), Revision(revision));
    let mut whole = workshop();
    whole.revision = Revision(61);
    whole.changed = at(2_000);
    whole.settings.title = "Field sales, Köln \"north\" 🙂".to_owned();
    whole.settings.present = Headcount(9);
    whole.stage = Stage::Discuss;
    whole.turn = 1;
    whole.revealed = Some(at(1_500));
    whole.energy.each = HandsEach::Several;
    for (area, hands) in [(11, 7), (2, 0), (4, 7)] {
        whole.energy.count(area_id(area), Some(hands));
    }
    whole.timer = Timer::running(-75, at(1_900));
    whole.sound = false;
    for (id, role, row) in [
        (0x0102_0304_0506_0708, Some(0), "123450x-1234"),
        (3, Some(2), "333333333333"),
        (2, None, "------------"),
    ] {
        whole.first.take(said(id, role, row));
    }
    let counted = Counted {
        levels: [1, 0, 2, 3, 0],
        cannot_tell: 4,
        not_applicable: 5,
    };
    whole.first.hands.insert(question(12), counted);
    let mut closed = Topic {
        second: SecondVote::Closed(round(2)),
        agreed: Some(Level::Working),
        dissent: "Not in\nthe south".to_owned(),
        note: "Ask again".to_owned(),
        ..Topic::new(area_id(4))
    };
    closed.ballot.take(said(3, Some(2), "---4--------"));
    let mut open = Topic {
        second: SecondVote::Open(round(3)),
        ..Topic::new(area_id(2))
    };
    open.ballot.hands.insert(question(2), Counted::default());
    whole.topics = vec![closed, open];
    whole.hypothesis = "If one argues against, we learn".to_owned();
    let chosen = Chosen {
        area: area_id(4),
        door: Door::MostDisagreement,
        from: Some(Level::Working),
        to: Some(Level::RenewingItself),
    };
    whole.plan.chosen = Stamped::new(Some(chosen), Revision(50));
    *whole.plan.text_mut(PlanText::Owner) = text("Ruth", 51);
    *whole.plan.day_mut(PlanDay::Start) = Stamped::new(Day::new(2026, 11, 24), Revision(52));
    whole.notes = "Let the sellers speak first".to_owned();
    whole
}

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn version_2_is_read_and_written_the_same() {
    assert_eq!(read_workshop(ID, VERSION_2), Ok(of_version_2()));
    assert_eq!(value(&write_workshop(&of_version_2())), value(VERSION_2));
}

#[test]
fn version_1_knows_no_hands_and_not_when_it_was_revealed() {
    let mut before = of_version_2();
    before.energy = Energy::default();
    before.revealed = Some(before.created);
    assert_eq!(read_workshop(ID, VERSION_1), Ok(before));
    let early = VERSION_1
        .replacen("\"revealed\": true", "\"revealed\": false", 1)
        .replacen("\"stage\": \"discuss\"", "\"stage\": \"vote\"", 1);
    assert_eq!(
        read_workshop(ID, &early),
        Err(ReadError::Damaged),
        "second votes without a reveal"
    );
    let maybe = VERSION_1.replacen("\"revealed\": true", "\"revealed\": 1", 1);
    assert_eq!(read_workshop(ID, &maybe), Err(ReadError::Damaged));
    assert_eq!(read_workshop(WorkshopId(1), VERSION_1), Err(ReadError::Misplaced));
}

#[test]
fn the_documented_workshop() {
    let example = include_str!("../../../docs/formats/record.md")
        .split("```json")
        .nth(2)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let read = read_workshop(ID, example).unwrap();
    assert_eq!((read.stage, read.received()), (Stage::Vote, 3));
    assert_eq!(value(&write_workshop(&read)), value(example));
}

/// What was accepted is written and read as the same.
fn assert_settled(text: &str) {
    if let Ok(read) = read_workshop(ID, text) {
        assert_eq!(read_workshop(ID, &write_workshop(&read)), Ok(read), "{text}");
    }
}

#[test]
fn every_cut_is_damage() {
    let text = write_workshop(&of_version_2());
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert_eq!(read_workshop(ID, &text[..end]), Err(ReadError::Damaged));
    }
}

#[test]
fn every_changed_byte_is_refused_or_means_something() {
    let text = write_workshop(&of_version_2());
    let mut taken = 0;
    for place in (0..text.len()).filter(|place| text.is_char_boundary(place + 1)) {
        for byte in *b"\"\\03-,:]} Az\x00" {
            let mut bytes = text.clone().into_bytes();
            bytes[place] = byte;
            if let Ok(changed) = String::from_utf8(bytes) {
                taken += u32::from(read_workshop(ID, &changed).is_ok());
                assert_settled(&changed);
            }
        }
    }
    assert!(taken > 500, "a changed letter of a text is another text: {taken}");
}

#[test]
fn envelopes() {
    let text = write_workshop(&of_version_2());
    let check = |from: &str, to: &str, error: ReadError| {
        assert!(text.contains(from));
        assert_eq!(read_workshop(ID, &text.replacen(from, to, 1)), Err(error), "{to}");
    };
    check("\"schema\":2", "\"schema\":3", ReadError::Newer(3));
    check(
        "\"schema\":2",
        "\"schema\":99999999999999999999",
        ReadError::Newer(u64::MAX),
    );
    check("\"schema\":2", "\"schema\":0", ReadError::Damaged);
    check("\"schema\":2", "\"schema\":\"2\"", ReadError::Damaged);
    check("\"workshop\"", "\"ticket\"", ReadError::Misplaced);
    assert_eq!(read_workshop(WorkshopId(1), &text), Err(ReadError::Misplaced));
    assert_eq!(read_workshop(ID, "oxymoron"), Err(ReadError::Damaged));
}

#[test]
fn what_no_change_leads_to_is_refused() {
    let text = write_workshop(&of_version_2());
    let check = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        assert_eq!(read_workshop(ID, &changed), Err(ReadError::Damaged), "{to}");
    };
    // A second vote that is the first one would take answers into what the room has seen.
    check(
        "\"second\":\"open\",\"round\":3",
        "\"second\":\"open\",\"round\":1",
    );
    check(
        "\"second\":\"open\",\"round\":3",
        "\"second\":\"open\",\"round\":2",
    );
    check(
        "\"second\":\"open\",\"round\":3",
        "\"second\":\"not yet\",\"round\":3",
    );
    check(
        "\"second\":\"open\",\"round\":3",
        "\"second\":\"open\",\"round\":0",
    );
    // So would one of a workshop that was talked about and never revealed.
    check("\"revealed\":[1795001500000]", "\"revealed\":[]");
    check("\"revealed\":[1795001500000]", "\"revealed\":[1,2]");
    check("\"revealed\":[1795001500000]", "\"revealed\":true");
    check("\"several\"", "\"many\"");
    check("\"A11\":7", "\"A04\":7");
    check("\"A11\":7", "\"A11\":65536");
    check("\"A11\":7", "\"A11\":-1");
    check(
        "\"stage\":\"discuss\",\"turn\":1,\"revealed\":[1795001500000]",
        "\"stage\":\"vote\",\"turn\":1,\"revealed\":[]",
    );
    // Votes from before a second vote.
    check(
        "\"second\":\"closed\",\"round\":2",
        "\"second\":\"not yet\",\"round\":0",
    );
    check("\"area\":\"A02\"", "\"area\":\"A04\"");
    check("\"turn\":1", "\"turn\":2");
    check("\"minimum\":5", "\"minimum\":2");
    check("\"agenda\":60", "\"agenda\":75");
    check("\"timer\":[-75,", "\"timer\":[-75,1,");
    check("\"hands\":{\"A12\"", "\"hands\":{\"A12a\"");
    check("\"hands\":{\"A02\"", "\"hands\":{\"A03\"");
    check("[1,0,2,3,0,4,5]", "[1,0,2,3,0,4]");
    check("[1,0,2,3,0,4,5]", "[1,0,2,3,0,4,5,6]");
    check("[1,0,2,3,0,4,5]", "[1,0,2,3,0,4,-5]");
    check("\"secret\":\"B", "\"secret\":\"");
    check("\"agreed\":4", "\"agreed\":6");
    check("\"responses\":[\"", "\"responses\":[\"AAAA");
    check("\"Leader\"", "\"Seller\"");
    check("\"start\":[\"2026-11-24\"", "\"start\":[\"2026-11-31\"");
    check("\"notes\":", "\"notes\":\"\",\"notes\":");
    check("\"notes\":", "\"other\":");
    check("\"revision\":61", "\"revision\":-1");
}

#[test]
fn a_part_later_than_its_record_raises_the_record() {
    let text = write_workshop(&of_version_2()).replacen("\"Ruth\",51", "\"Ruth\",77", 1);
    assert_eq!(read_workshop(ID, &text).unwrap().revision, Revision(77));
}

/// The units that localStorage counts, with so many responses; docs/formats/record.md quotes these.
fn size(shape: oxymoron::domain::code::items::Shape, responses: u64) -> usize {
    let mut whole = workshop();
    whole.settings.shape = shape;
    let row = "3".repeat(shape.length());
    for id in 0..responses {
        let mut response = said(u64::MAX - id, Some(1), "333333333333");
        response.items = crate::code::items(shape, &row);
        whole.first.take(response);
    }
    write_workshop(&whole).encode_utf16().count()
}

#[test]
fn size_of_a_record() {
    let full = crate::code::full();
    let sizes = [
        (QUICK, 0, 700),
        (QUICK, 50, 1_800),
        (QUICK, 10_000, 211_000),
        (full, 50, 2_400),
        (full, 10_000, 331_000),
    ];
    for (shape, responses, most) in sizes {
        let units = size(shape, responses);
        assert!(
            units <= most && units + 400 > most,
            "{responses}: {units} of {most}"
        );
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn written_workshops_read_back(workshop in any_workshop(), id in any::<u64>(), seed in any::<[u8; 32]>(), created in any::<u64>()) {
        let mut workshop = workshop;
        workshop.id = WorkshopId(id);
        workshop.seed.0 = seed;
        workshop.created = Moment(created);
        prop_assert_eq!(read_workshop(workshop.id, &write_workshop(&workshop)), Ok(workshop));
    }

    #[test]
    fn a_reload_comes_back_to_the_same_step(workshop in any_workshop(), next in change()) {
        let (mut here, mut reloaded) = (workshop.clone(), read_workshop(ID, &write_workshop(&workshop)).unwrap());
        here.apply(next.clone(), at(9_999));
        reloaded.apply(next, at(9_999));
        prop_assert_eq!(here, reloaded);
    }

    #[test]
    fn other_digits_are_read_without_harm(workshop in any_workshop(), changes in proptest::collection::vec((any::<Index>(), b'0'..=b'9'), 1..5)) {
        let mut bytes = write_workshop(&workshop).into_bytes();
        let digits: Vec<_> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
        for (at, digit) in changes {
            bytes[*at.get(&digits)] = digit;
        }
        assert_settled(&String::from_utf8(bytes).unwrap());
    }
}
