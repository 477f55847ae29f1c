//! The stored form of a workshop.

use super::{ID, QUICK, any_workshop, at, change, question, said, workshop};
use crate::arbitrary::settings;
use crate::support::area_id;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::{Counted, Headcount};
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::doors::Door;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::{Chosen, PlanDay, PlanText};
use oxymoron::domain::record::{ReadError, read_workshop, write_workshop};
use oxymoron::domain::stamp::{Revision, Stamped};
use oxymoron::domain::workshop::address::PageAddress;
use oxymoron::domain::workshop::cover::{Break, Cover};
use oxymoron::domain::workshop::energy::{Energy, HandsEach};
use oxymoron::domain::workshop::modes::{Mode, Modes};
use oxymoron::domain::workshop::promise::{Came, Promise};
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::{Agenda, OwnMinutes, Stage, Timer};
use oxymoron::domain::workshop::{SecondVote, Topic, Workshop};
use proptest::prelude::*;
use proptest::sample::Index;

pub const VERSION_1: &str = include_str!("../../fixtures/records/workshop-v1.json");
pub const VERSION_2: &str = include_str!("../../fixtures/records/workshop-v2.json");
pub const VERSION_3: &str = include_str!("../../fixtures/records/workshop-v3.json");
pub const VERSION_4: &str = include_str!("../../fixtures/records/workshop-v4.json");
pub const VERSION_5: &str = include_str!("../../fixtures/records/workshop-v5.json");
/// Each has a test that says what it holds.
pub const VERSIONS: [&str; 5] = [VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5];

/// Answers came by the camera and by hands.
fn of_version_5() -> Workshop {
    let mut whole = of_version_4();
    whole.modes.add(Mode::Scan);
    whole
}

/// At the break of a rehearsal that goes on from an earlier session, with a second vote that is closed and not shown.
fn of_version_4() -> Workshop {
    let mut whole = of_version_3();
    let own = OwnMinutes::new([4, 5, 1, 3, 10, 7, 15, 240]).unwrap();
    whole.settings.agenda = Agenda::Own(own);
    whole.topics[0].left = Some(120);
    whole.topics[1].second = SecondVote::Held(Round::new(3).unwrap());
    whole.left = [(Stage::Vote, 60), (Stage::Reveal, -5)].into_iter().collect();
    whole.cover = Cover::Break(Break {
        back: Some(at(2_600)),
        ran: true,
    });
    whole.timer = Timer::paused(200);
    whole.minimum_before = Some(super::minimum(4));
    whole.promise = Some(Promise {
        held: at(0),
        area: area_id(9),
        experiment: "One open question in every first call".to_owned(),
        counted: "Calls".to_owned(),
        owner: "Ruth".to_owned(),
        stop: Day::new(2026, 10, 9),
        review: None,
        came: Some(Came::NotStarted),
        learned: "Two weeks are short".to_owned(),
    });
    whole.rehearsal = Some(Rehearsal {
        crowd: Crowd::Fourteen,
        seed: 77,
    });
    whole
}

fn of_version_3() -> Workshop {
    let mut whole = of_version_2();
    let numbered = |serial, response| Response {
        serial: Serial(serial),
        ..response
    };
    let first = said(0x0102_0304_0506_0708, Some(0), "123450x-1234");
    whole.first.take(numbered(3, first));
    whole.first.keep_out(ResponseId(0xaa), Serial(2));
    let second = said(3, Some(2), "---4--------");
    whole.topics[0].ballot.take(numbered(1, second));
    whole.address = Some(PageAddress::new("https://sub.example.org/oxymoron/").unwrap());
    whole
}

/// In the middle of the talk about the second of two areas, as it was before codes were numbered.
fn of_version_2() -> Workshop {
    let round = |number| Round::new(number).unwrap();
    let text = |text: &str, revision| Stamped::new(text.to_owned(), Revision(revision));
    let mut whole = workshop();
    // Hands were counted, so they are a mode.
    whole.modes.add(Mode::ShowOfHands);
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
fn version_5_is_read_and_written_the_same() {
    assert_eq!(read_workshop(ID, VERSION_5), Ok(of_version_5()));
    assert_eq!(value(&write_workshop(&of_version_5())), value(VERSION_5));
}

#[test]
fn version_4_tells_of_no_mode_but_counted_hands() {
    assert_eq!(read_workshop(ID, VERSION_4), Ok(of_version_4()));
    let hands = VERSION_4.find("\"A12\": [").unwrap();
    let end = VERSION_4[hands..].find(']').unwrap();
    let none = [&VERSION_4[..hands], &VERSION_4[hands + end + 1..]].concat();
    let read = read_workshop(ID, &none).unwrap();
    assert_eq!(read.modes, Modes::default());
}

#[test]
fn version_3_knows_no_break_no_promise_and_no_time_that_was_left() {
    assert_eq!(read_workshop(ID, VERSION_3), Ok(of_version_3()));
    let damaged = VERSION_3.replacen("\"topics\": [", "\"topics\": [1,", 1);
    assert_eq!(read_workshop(ID, &damaged), Err(ReadError::Damaged));
}

#[test]
fn version_2_knows_no_numbers_and_nothing_that_was_taken_out() {
    assert_eq!(read_workshop(ID, VERSION_2), Ok(of_version_2()));
    for damaged in [
        VERSION_2.replacen("\"AAAAAAAAAAIAAAAAAA\"", "\"AAAAAAAAAAI\"", 1),
        VERSION_2.replacen("\"AAAAAAAAAAIAAAAAAA\"", "\"AAAA\"", 1),
        VERSION_2.replacen("\"AAAAAAAAAAIAAAAAAA\"", "\"!\"", 1),
        VERSION_2.replacen("\"AAAAAAAAAAIAAAAAAA\"", "2", 1),
        VERSION_2.replacen("\"responses\"", "\"answers\"", 1),
        VERSION_2.replacen("\"ballot\"", "\"urn\"", 1),
    ] {
        assert_eq!(read_workshop(ID, &damaged), Err(ReadError::Damaged), "{damaged}");
    }
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

/// Whether it is accepted. What is, is written and read as the same.
fn assert_settled(text: &str) -> bool {
    let Ok(read) = read_workshop(ID, text) else {
        return false;
    };
    assert_eq!(read_workshop(ID, &write_workshop(&read)), Ok(read), "{text}");
    true
}

#[test]
fn every_cut_is_damage() {
    let text = write_workshop(&of_version_5());
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert_eq!(read_workshop(ID, &text[..end]), Err(ReadError::Damaged));
    }
}

#[test]
fn every_changed_byte_is_refused_or_means_something() {
    let text = write_workshop(&of_version_5());
    let mut taken = 0;
    for place in (0..text.len()).filter(|place| text.is_char_boundary(place + 1)) {
        for byte in *b"\"\\03-,:]} Az\x00" {
            let mut bytes = text.clone().into_bytes();
            bytes[place] = byte;
            if let Ok(changed) = String::from_utf8(bytes) {
                taken += u32::from(assert_settled(&changed));
            }
        }
    }
    assert!(taken > 500, "a changed letter of a text is another text: {taken}");
}

#[test]
fn what_the_first_workshop_left_as_it_is_comes_back_as_well() {
    let mut workshop = workshop();
    workshop.settings.shape = Shape::new(Depth::Full, KnowDo::Included);
    workshop.settings.language = Language::new("pt-BR").unwrap();
    let back = read_workshop(ID, &write_workshop(&workshop)).map(|read| read.settings);
    assert_eq!(back, Ok(workshop.settings));
}

#[test]
fn envelopes() {
    let text = write_workshop(&of_version_5());
    let check = |from: &str, to: &str, error: ReadError| {
        assert!(text.contains(from));
        assert_eq!(read_workshop(ID, &text.replacen(from, to, 1)), Err(error), "{to}");
    };
    check("\"schema\":5", "\"schema\":6", ReadError::Newer(6));
    check(
        "\"schema\":5",
        "\"schema\":99999999999999999999",
        ReadError::Newer(u64::MAX),
    );
    check("\"schema\":5", "\"schema\":0", ReadError::Damaged);
    check("\"schema\":5", "\"schema\":\"5\"", ReadError::Damaged);
    check("\"workshop\"", "\"ticket\"", ReadError::Misplaced);
    assert_eq!(read_workshop(WorkshopId(1), &text), Err(ReadError::Misplaced));
    assert_eq!(read_workshop(ID, "oxymoron"), Err(ReadError::Damaged));
}

#[test]
fn what_no_change_leads_to_is_refused() {
    let text = write_workshop(&of_version_5());
    let check = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        assert_eq!(read_workshop(ID, &changed), Err(ReadError::Damaged), "{to}");
    };
    // A second vote that is the first one would take answers into what the room has seen.
    check(
        "\"second\":\"held\",\"round\":3",
        "\"second\":\"open\",\"round\":1",
    );
    check(
        "\"second\":\"held\",\"round\":3",
        "\"second\":\"open\",\"round\":2",
    );
    check(
        "\"second\":\"held\",\"round\":3",
        "\"second\":\"not yet\",\"round\":3",
    );
    check(
        "\"second\":\"held\",\"round\":3",
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
    // What is open to be shown was revealed.
    let new = write_workshop(&workshop());
    let shown = new.replacen("\"stage\":\"invite\"", "\"stage\":\"reveal\"", 1);
    assert_ne!(shown, new);
    assert_eq!(read_workshop(ID, &shown), Err(ReadError::Damaged));
    // Votes from before a second vote.
    check(
        "\"second\":\"closed\",\"round\":2",
        "\"second\":\"not yet\",\"round\":0",
    );
    check("\"area\":\"A02\"", "\"area\":\"A04\"");
    check("\"turn\":1", "\"turn\":2");
    check("\"minimum\":5", "\"minimum\":2");
    check("\"agenda\":[4,", "\"agenda\":[0,");
    check("\"agenda\":[4,", "\"agenda\":[");
    check("\"agenda\":[4,", "\"agenda\":[241,");
    check("\"agenda\":[4,5,1,3,10,7,15,240]", "\"agenda\":75");
    check("\"left\":[120]", "\"left\":[120,1]");
    check("\"vote\":60", "\"ballot\":60");
    check("\"vote\":60", "\"reveal\":60");
    check("[\"break\",true,", "[\"break\",1,");
    check("[\"break\",true,", "[\"tea\",true,");
    check("[\"break\",true,", "[\"blank\",true,");
    // What could be taken back to had been a larger group, or the same.
    check("\"minimum_before\":[4]", "\"minimum_before\":[5]");
    check("\"minimum_before\":[4]", "\"minimum_before\":[2]");
    check("\"came\":\"not started\"", "\"came\":\"later\"");
    check("\"stop\":\"2026-10-09\"", "\"stop\":\"2026-10-32\"");
    check("\"scan\",\"hands\"", "\"scan\",\"post\"");
    check("\"scan\",\"hands\"", "\"scan\",1");
    check("\"rehearsal\":[14,77]", "\"rehearsal\":[15,77]");
    check("\"rehearsal\":[14,77]", "\"rehearsal\":[14]");
    check("\"timer\":[200", "\"timer\":[200,1,1");
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
    // Who was taken out is not in.
    check("\"00000000000000aa\":2", "\"0000000000000003\":2");
    check("\"00000000000000aa\":2", "\"00000000000000aa\":256");
    check("\"00000000000000aa\":2", "\"aa\":2");
    check("https://sub.example.org", "https://localhost");
    check("https://sub.example.org", "HTTPS://sub.example.org");
    check("\"notes\":", "\"notes\":\"\",\"notes\":");
    check("\"notes\":", "\"other\":");
    check("\"revision\":61", "\"revision\":-1");
}

#[test]
fn a_part_later_than_its_record_raises_the_record() {
    let text = write_workshop(&of_version_5()).replacen("\"Ruth\",51", "\"Ruth\",77", 1);
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
        (QUICK, 0, 850),
        (QUICK, 50, 2_000),
        (QUICK, 10_000, 221_000),
        (full, 50, 2_600),
        (full, 10_000, 341_000),
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
