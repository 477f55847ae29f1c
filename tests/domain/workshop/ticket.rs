//! The stored form of a participant's part.

use super::ID;
use crate::arbitrary::{settings, text};
use crate::support::area_id;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::code::answer::RolePlace;
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::level::Level;
use oxymoron::domain::record::{ReadError, read_hold, read_ticket, write_ticket};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::ticket::{Again, Ending, Made, Ticket};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub const VERSION_1: &str = include_str!("../../fixtures/records/ticket-v1.json");
pub const VERSION_2: &str = include_str!("../../fixtures/records/ticket-v2.json");
/// Each has a test that says what it holds.
pub const VERSIONS: [&str; 2] = [VERSION_1, VERSION_2];

fn round(number: u8) -> Round {
    Round::new(number).unwrap()
}

fn of_version_2() -> Ticket {
    let made = |number, code: &str, of, serial| Made {
        round: round(number),
        code: code.to_owned(),
        of: Revision(of),
        serial: Serial(serial),
    };
    Ticket {
        workshop: ID,
        revision: Revision(7),
        invite: "oxyi.AQID".to_owned(),
        response: ResponseId(0x0102_0304_0506_0708),
        role: RolePlace::new(2),
        assessment: AssessmentId(0xfedc_ba98_7654_3210),
        ending: Ending::Kept,
        serial: Serial(5),
        codes: vec![made(1, "oxya.AQID", 40, 4), made(3, "oxya.BAUG", 6, 5)],
        again: vec![Again {
            round: round(3),
            area: area_id(4),
            choice: Choice::Level(Level::Working),
            revision: Revision(6),
        }],
    }
}

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn version_2_is_read_and_written_the_same() {
    assert_eq!(read_ticket(ID, VERSION_2), Ok(of_version_2()));
    assert_eq!(value(&write_ticket(&of_version_2())), value(VERSION_2));
}

#[test]
fn codes_of_version_1_have_no_number_and_no_receipt() {
    let mut ticket = of_version_2();
    ticket.serial = Serial::NONE;
    for made in &mut ticket.codes {
        made.serial = Serial::NONE;
    }
    assert_eq!(read_ticket(ID, VERSION_1), Ok(ticket.clone()));
    assert_eq!(ticket.receipt(round(1)), None);
    assert_eq!(ticket.number(), Serial(1), "so the next one is later than any");
    let none = VERSION_1.replacen("[[1, \"oxya.AQID\", 40], [3, \"oxya.BAUG\", 6]]", "[]", 1);
    assert_eq!(read_ticket(ID, &none).unwrap().codes, vec![]);
    let two = VERSION_1.replacen("40]", "40, 1]", 1);
    assert_eq!(read_ticket(ID, &two), Err(ReadError::Damaged));
}

#[test]
fn every_code_has_a_number_and_a_receipt_of_its_own() {
    let mut ticket = of_version_2();
    let receipts = [1, 2, 3].map(|number| ticket.receipt(round(number)));
    assert_ne!(receipts[0], receipts[2]);
    assert!(receipts[0].is_some() && receipts[1].is_none());
    assert_eq!([ticket.number(), ticket.number()], [Serial(6), Serial(7)]);
    ticket.serial = Serial(254);
    let last = [(); 3].map(|()| ticket.number());
    assert_eq!(last, [Serial(255); 3], "it stays at the last one");
}

#[test]
fn the_last_code_and_answer_of_each_round_are_kept_in_order() {
    let mut ticket = of_version_2();
    for (number, code) in [(2, "b"), (1, "a"), (3, "c"), (2, "d")] {
        ticket.keep_code(Made {
            round: round(number),
            code: code.to_owned(),
            of: Revision(9),
            serial: Serial(9),
        });
        ticket.keep_again(Again {
            round: round(number),
            area: area_id(number),
            choice: Choice::CannotTell,
            revision: Revision(9),
        });
    }
    let codes: Vec<_> = ticket
        .codes
        .iter()
        .map(|made| (made.round.number(), &*made.code))
        .collect();
    assert_eq!(codes, [(1, "a"), (2, "d"), (3, "c")]);
    let again: Vec<_> = ticket.again.iter().map(|again| again.round.number()).collect();
    assert_eq!(again, [1, 2, 3]);
    assert_eq!(ticket.code(round(2)).map(|made| &*made.code), Some("d"));
    assert_eq!((ticket.code(round(4)), ticket.again(round(4))), (None, None));
    assert_eq!((ticket.edit(), ticket.revision), (Revision(8), Revision(8)));
}

fn assert_settled(text: &str) {
    if let Ok(read) = read_ticket(ID, text) {
        assert_eq!(read_ticket(ID, &write_ticket(&read)), Ok(read), "{text}");
    }
}

#[test]
fn every_cut_is_damage_and_every_changed_byte_is_refused_or_means_something() {
    let text = write_ticket(&of_version_2());
    for place in 0..text.len() {
        assert_eq!(read_ticket(ID, &text[..place]), Err(ReadError::Damaged));
        for byte in 0..0x80 {
            let mut bytes = text.clone().into_bytes();
            bytes[place] = byte;
            assert_settled(&String::from_utf8(bytes).unwrap());
        }
    }
}

#[test]
fn envelopes_and_values() {
    let text = write_ticket(&of_version_2());
    let check = |from: &str, to: &str, error: ReadError| {
        assert!(text.contains(from), "{from}");
        assert_eq!(read_ticket(ID, &text.replacen(from, to, 1)), Err(error), "{to}");
    };
    check("\"schema\":2", "\"schema\":3", ReadError::Newer(3));
    check("\"schema\":2", "\"schema\":0", ReadError::Damaged);
    check("\"ticket\"", "\"workshop\"", ReadError::Misplaced);
    check("\"role\":3", "\"role\":7", ReadError::Damaged);
    check("\"kept\"", "\"keep\"", ReadError::Damaged);
    check("[1,\"oxya", "[0,\"oxya", ReadError::Damaged);
    check("[3,\"A04\"", "[3,\"A4\"", ReadError::Damaged);
    check("\"4\",6]", "\"6\",6]", ReadError::Damaged);
    check("\"4\",6]", "\"4\",6,6]", ReadError::Damaged);
    check("\"oxya.AQID\",40,4]", "\"oxya.AQID\",40]", ReadError::Damaged);
    check("\"oxya.AQID\",40,4]", "\"oxya.AQID\",40,4,1]", ReadError::Damaged);
    check("\"oxya.AQID\",40,4]", "\"oxya.AQID\",40,256]", ReadError::Damaged);
    check("\"serial\":5", "\"serial\":-1", ReadError::Damaged);
    check(
        "\"response\":\"0102030405060708\"",
        "\"response\":\"010203040506070\"",
        ReadError::Damaged,
    );
    assert_eq!(read_ticket(WorkshopId(1), &text), Err(ReadError::Misplaced));
}

#[test]
fn a_ticket_holds_its_answers_until_they_are_kept() {
    let mut ticket = of_version_2();
    let hold = |ticket: &Ticket| read_hold(ID, &write_ticket(ticket));
    for (ending, held) in [
        (Ending::Open, true),
        (Ending::Forget, true),
        (Ending::Kept, false),
    ] {
        ticket.ending = ending;
        let expected = held.then(|| (ticket.assessment, ticket.invite.clone()));
        assert_eq!(hold(&ticket), expected, "{ending:?}");
    }
    ticket.ending = Ending::Open;
    let text = write_ticket(&ticket);
    assert_eq!(
        read_hold(ID, &VERSION_1.replacen("\"kept\"", "\"open\"", 1)),
        hold(&ticket),
        "of either version"
    );
    assert!(
        read_hold(ID, &text.replace(':', " : ")).is_some(),
        "whatever the white space"
    );
    for other in [
        text.replace("\"schema\":2", "\"schema\":3"),
        text.replace("\"ticket\"", "\"workshop\""),
        String::new(),
    ] {
        assert_eq!(read_hold(ID, &other), None, "{other}");
    }
    assert_eq!(read_hold(WorkshopId(1), &text), None);
}

fn ticket() -> impl Strategy<Value = Ticket> {
    let rounds = || (1_u8..=255).prop_map(round);
    let codes = vec((rounds(), text(), any::<u32>(), any::<u8>()), 0..5);
    let choices = select(
        ["0", "1", "5", "x"]
            .map(|code| Choice::from_code(code).unwrap())
            .to_vec(),
    );
    let again = vec((rounds(), 1_u8..=99, choices, any::<u32>()), 0..5);
    let names = (
        any::<[u64; 3]>(),
        any::<u32>(),
        any::<u8>(),
        option::of(0_u8..6),
        text(),
    );
    (names, select(Ending::ALL.to_vec()), codes, again).prop_map(|(names, ending, codes, again)| {
        let ([workshop, response, assessment], revision, serial, role, invite) = names;
        let mut ticket = Ticket {
            workshop: WorkshopId(workshop),
            revision: Revision(revision),
            invite,
            response: ResponseId(response),
            role: role.and_then(RolePlace::new),
            assessment: AssessmentId(assessment),
            ending,
            serial: Serial(serial),
            codes: vec![],
            again: vec![],
        };
        for (round, code, of, serial) in codes {
            ticket.keep_code(Made {
                round,
                code,
                of: Revision(of),
                serial: Serial(serial),
            });
        }
        for (round, area, choice, revision) in again {
            ticket.keep_again(Again {
                round,
                area: area_id(area),
                choice,
                revision: Revision(revision),
            });
        }
        ticket
    })
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn written_tickets_read_back(ticket in ticket()) {
        prop_assert_eq!(read_ticket(ticket.workshop, &write_ticket(&ticket)), Ok(ticket));
    }

    #[test]
    fn any_text_is_read_without_harm(text in text()) {
        assert_settled(&text);
    }
}
