//! One device that is passed round: a turn from its first page to the ballot, or to a code.

use crate::facilitators_day::{begun, to_second_vote};
use crate::world::checklist;
use oxymoron::app::workshop::collecting::{Reading, take};
use oxymoron::app::workshop::passing::{self, Turn, TurnPage};
use oxymoron::app::workshop::receipts::take_out;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::answer::RolePlace;
use oxymoron::domain::code::invite::{RoleLabel, Roles};
use oxymoron::domain::code::receipt::Receipt;
use oxymoron::domain::code::seal::Entropy;
use oxymoron::domain::code::{ResponseId, Round};
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;

/// At the vote.
fn workshop(roles: &[&str]) -> Workshop {
    let mut here = begun();
    let labels = roles.iter().map(|role| RoleLabel::new(role).unwrap());
    here.settings.roles = Roles::new(labels.collect()).unwrap();
    here
}

fn second_vote() -> Workshop {
    let mut here = workshop(&["Leader", "Seller"]);
    to_second_vote(&mut here, area(5), Moment(3_000));
    here
}

fn area(number: u8) -> AreaId {
    AreaId::new(number).unwrap()
}

fn begin(workshop: &Workshop) -> Option<Turn> {
    Turn::begin(workshop, &checklist(), ResponseId(9))
}

#[test]
fn a_turn_leads_from_the_role_through_every_question() {
    let here = workshop(&["Leader", "Seller"]);
    let mut turn = begin(&here).unwrap();
    assert_eq!((turn.page, turn.before()), (TurnPage::Role, None));
    turn.role = RolePlace::new(1);
    turn.forth();
    assert_eq!(
        (turn.question(), turn.before()),
        (Some(QuestionId::Anchored(area(1))), Some(TurnPage::Role))
    );
    for place in 0..12 {
        assert_eq!(
            (turn.page, turn.is_last()),
            (TurnPage::Question(place), place == 11)
        );
        turn.give(Choice::from_code(if place == 2 { "0" } else { "4" }));
        turn.forth();
    }
    turn.give(None);
    let made = turn.response(&here, &checklist()).unwrap();
    assert_eq!((made.id, made.role), (ResponseId(9), RolePlace::new(1)));
    let row = made.items.row();
    assert_eq!((row[2], row[11]), (Some(Choice::CannotTell), None));
    assert_eq!(row.iter().flatten().count(), 11);
}

#[test]
fn a_turn_of_a_second_vote_is_one_question() {
    let mut here = second_vote();
    let mut turn = begin(&here).unwrap();
    turn.forth();
    assert_eq!(turn.questions, [QuestionId::Anchored(area(5))]);
    assert!(turn.is_last());
    turn.give(Choice::from_code("2"));
    let made = turn.clone().response(&here, &checklist()).unwrap();
    assert_eq!(made.items.row()[4].map(Choice::code), Some("2"));
    assert_eq!(made.items.row().iter().flatten().count(), 1);
    // Too late, it counts nowhere.
    here.apply(Change::ClosedSecondVote, Moment(5_000));
    assert_eq!(turn.response(&here, &checklist()), None);
    assert!(begin(&here).is_none());
}

#[test]
fn a_device_with_the_invite_alone_seals_every_turn() {
    let mut workshop = workshop(&[]);
    let invite = workshop.invite();
    let mut codes = String::new();
    let mut receipts = Vec::new();
    for (id, level) in [(1, "2"), (2, "4"), (3, "3")] {
        let mut turn = Turn::invited(&invite, &checklist(), None, ResponseId(id)).unwrap();
        assert_eq!(
            (turn.questions.len(), turn.page),
            (12, TurnPage::Question(0)),
            "no roles here"
        );
        turn.give(Choice::from_code(level));
        receipts.extend(turn.receipt(workshop.id));
        let mut drawing = turn.sealing(&invite, &checklist()).unwrap();
        for byte in 0.. {
            if !drawing.step(Entropy([byte; 32])).unwrap() {
                break;
            }
        }
        codes = passing::collected(&codes, &drawing.finish().unwrap().to_string());
    }
    let lines: Vec<_> = codes.lines().collect();
    assert!(lines.len() == 3 && lines.is_sorted(), "in no order of the people");
    let mut reading = Reading::new(&workshop, vec![codes.clone()]).unwrap();
    while reading.step() {}
    let (batch, mut report) = reading.take();
    take(&mut workshop, batch, &mut report, Moment(3_000));
    assert_eq!((report.arrivals.new, workshop.received()), (3, 3));
    workshop.apply(Change::WentTo(Stage::Close), Moment(4_000));
    receipts.sort_unstable();
    assert_eq!(workshop.receipts(), Some(receipts));
}

#[test]
fn a_later_vote_is_passed_round_with_its_one_question() {
    let invite = workshop(&[]).invite();
    let second = |area| {
        Turn::invited(
            &invite,
            &checklist(),
            Some((Round::new(2).unwrap(), area)),
            ResponseId(9),
        )
    };
    let turn = second(area(4)).unwrap();
    assert_eq!(turn.questions, [QuestionId::Anchored(area(4))]);
    assert!(turn.is_last());
    assert_eq!(second(area(77)), None, "an area that this page does not know");
}

#[test]
fn a_turn_in_which_nothing_was_answered_is_nobody_s() {
    let here = workshop(&["Leader", "Seller"]);
    let mut turn = begin(&here).unwrap();
    turn.role = RolePlace::new(1);
    turn.forth();
    turn.give(Choice::from_code("3"));
    assert!(!turn.is_empty());
    turn.give(None);
    assert!(turn.is_empty());
    assert_eq!(turn.clone().response(&here, &checklist()), None);
    assert!(turn.sealing(&here.invite(), &checklist()).is_none());
}

#[test]
fn a_turn_has_a_receipt_by_which_it_is_found_and_taken_out() {
    let mut here = workshop(&[]);
    let mut turn = begin(&here).unwrap();
    let receipt = turn.receipt(here.id).unwrap();
    turn.give(Choice::from_code("3"));
    assert_eq!(turn.receipt(here.id), Some(receipt), "whatever is answered");
    let made = turn.response(&here, &checklist()).unwrap();
    let vote = here.open_vote().unwrap();
    assert_eq!(Receipt::of_response(vote, &made), Some(receipt));
    here.apply(Change::Received(vec![made]), Moment(3_000));
    here.apply(Change::WentTo(Stage::Close), Moment(4_000));
    assert_eq!(here.receipts(), Some(vec![receipt]));
    let typed = receipt.to_string();
    assert!(take_out(&mut here, &checklist(), &typed, Moment(5_000)).is_ok());
    assert_eq!(here.received(), 0);
    let other = Turn::begin(&workshop(&[]), &checklist(), ResponseId(10)).unwrap();
    assert_ne!(
        other.receipt(here.id),
        Some(receipt),
        "the next person has another one"
    );
}
