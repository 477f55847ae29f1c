//! One session on two devices that went apart.

use super::{after, any_workshop, at, question, said, workshop};
use crate::arbitrary::settings;
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::{Serial, WorkshopId};
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::record::{read_workshop, write_workshop};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::merge::{LeftOut, merge};
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::{SecondVote, Workshop};
use proptest::prelude::*;

fn one(id: u64) -> Response {
    said(id, None, "333333333333")
}

fn with(workshop: &Workshop, changes: impl IntoIterator<Item = Change>) -> Workshop {
    let mut workshop = workshop.clone();
    for (second, change) in (100..).zip(changes) {
        workshop.apply(change, at(second));
    }
    workshop
}

fn ids(workshop: &Workshop) -> Vec<u64> {
    workshop.first.responses().map(|response| response.id.0).collect()
}

#[test]
fn two_consoles_that_collected_apart_have_all_answers_together() {
    let begun = after([Change::WentTo(Stage::Vote), Change::Received(vec![one(1)])]);
    let ours = with(&begun, [Change::Received(vec![one(2), one(3)])]);
    let later = Response {
        serial: Serial(2),
        ..said(2, None, "444444444444")
    };
    let theirs = with(
        &begun,
        [
            Change::Received(vec![one(4), later.clone()]),
            Change::CountedHands(
                question(1),
                Counted {
                    levels: [1, 1, 0, 0, 0],
                    ..Counted::default()
                },
            ),
            Change::WroteNotes("ask Ruth".to_owned()),
        ],
    );
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let (whole, left_out) = merge(one, other).unwrap();
        assert_eq!(ids(&whole), [1, 2, 3, 4]);
        assert!(
            whole.first.responses().any(|response| *response == later),
            "of one person the later code"
        );
        assert_eq!((whole.first.hands.len(), &*whole.notes), (1, "ask Ruth"));
        assert!(left_out.is_nothing());
        assert!(
            whole.revision > ours.revision.max(theirs.revision),
            "later than both"
        );
    }
}

#[test]
fn what_the_room_has_seen_stays_and_what_is_missing_from_it_is_counted() {
    let begun = after([
        Change::WentTo(Stage::Vote),
        Change::Received((1..=5).map(one).collect()),
    ]);
    let shown = with(&begun, [Change::WentTo(Stage::Reveal)]);
    let collected = with(&begun, [Change::Received(vec![one(6), one(7)])]);
    for (one, other) in [(&shown, &collected), (&collected, &shown)] {
        let (whole, left_out) = merge(one, other).unwrap();
        assert_eq!((ids(&whole), whole.stage), (vec![1, 2, 3, 4, 5], Stage::Reveal));
        assert_eq!(whole.room(&twelve_areas()), shown.room(&twelve_areas()));
        assert_eq!(
            left_out,
            LeftOut {
                answers: 2,
                ..LeftOut::default()
            }
        );
    }
}

#[test]
fn second_votes_come_together_by_area_and_round() {
    let talk = after([
        Change::Received((1..=5).map(one).collect()),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1), area_id(2)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
    ]);
    let ours = with(
        &talk,
        [
            Change::Received(vec![one(1)]),
            Change::WroteNote(area_id(1), "here".to_owned()),
        ],
    );
    let theirs = with(
        &talk,
        [
            Change::Received(vec![one(2)]),
            Change::WroteDissent(area_id(1), "there".to_owned()),
        ],
    );
    let (whole, left_out) = merge(&ours, &theirs).unwrap();
    assert_eq!(whole.topics[0].ballot.received(), 2);
    assert_eq!(
        (&*whole.topics[0].note, &*whole.topics[0].dissent),
        ("here", "there")
    );
    assert!(left_out.is_nothing());

    // One of them has shown it: nothing enters any more, and it is shown.
    let shown = with(&theirs, [Change::ClosedSecondVote]);
    for (one, other) in [(&ours, &shown), (&shown, &ours)] {
        let (whole, left_out) = merge(one, other).unwrap();
        assert!(matches!(whole.topics[0].second, SecondVote::Closed(_)));
        assert_eq!((whole.topics[0].ballot.received(), left_out.answers), (1, 1));
    }

    // Both held the second vote of another area in the same round.
    let other = with(
        &talk,
        [
            Change::ChoseTopics(vec![area_id(1), area_id(3)]),
            Change::ClosedSecondVote,
            Change::TurnedTo(1),
            Change::OpenedSecondVote,
        ],
    );
    let ours = with(
        &talk,
        [
            Change::ClosedSecondVote,
            Change::TurnedTo(1),
            Change::OpenedSecondVote,
        ],
    );
    let (whole, left_out) = merge(&ours, &other).unwrap();
    assert_eq!(left_out.votes, 1, "named, not lost silently");
    assert!(read_workshop(whole.id, &write_workshop(&whole)).is_ok());
}

#[test]
fn texts_that_differ_are_counted_and_those_that_are_missing_are_filled() {
    let begun = after([Change::WentTo(Stage::Reveal)]);
    let text = |which, text: &str| Change::WrotePlan(which, text.to_owned());
    let ours = with(
        &begun,
        [text(PlanText::Owner, "Ruth"), text(PlanText::Counted, "calls")],
    );
    let theirs = with(
        &begun,
        [
            text(PlanText::Owner, "Amir"),
            text(PlanText::Experiment, "ask first"),
        ],
    );
    let (whole, left_out) = merge(&ours, &theirs).unwrap();
    let texts = [PlanText::Owner, PlanText::Counted, PlanText::Experiment]
        .map(|which| whole.plan.text(which).value.clone());
    assert_eq!(texts, ["Ruth", "calls", "ask first"]);
    assert_eq!(left_out.parts, 1);
}

#[test]
fn another_session_is_not_merged() {
    let ours = workshop();
    for change in [
        |other: &mut Workshop| other.id = WorkshopId(1),
        |other: &mut Workshop| other.seed.0 = [8; 32],
        |other: &mut Workshop| other.created = at(1),
    ] {
        let mut other = workshop();
        change(&mut other);
        assert_eq!(merge(&ours, &other), None);
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_two_states_merge_into_one_that_is_read_again(ours in any_workshop(), theirs in any_workshop()) {
        let (whole, _) = merge(&ours, &theirs).unwrap();
        prop_assert_eq!(read_workshop(whole.id, &write_workshop(&whole)), Ok(whole.clone()));
        for (seen, other) in [(&ours, &theirs), (&theirs, &ours)] {
            // Of a vote that one room has seen, there is one that stands as it was seen.
            prop_assert!(seen.revealed.is_none() || whole.first == seen.first || (other.revealed.is_some() && whole.first == other.first));
        }
    }

    #[test]
    fn a_state_and_itself_are_itself(ours in any_workshop()) {
        let (whole, left_out) = merge(&ours, &ours).unwrap();
        prop_assert!(left_out.is_nothing());
        prop_assert_eq!(Workshop { revision: ours.revision, ..whole }, ours);
    }
}
