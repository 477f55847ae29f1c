//! Who sees receipts when, what they tell, and how one answer is taken out.

use super::{after, any_workshop, at, column, said, workshop};
use crate::arbitrary::settings;
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::receipt::Receipt;
use oxymoron::domain::code::{Round, Serial};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::ballot::{Disposition, Surplus};
use oxymoron::domain::workshop::change::{Change, Dispositions};
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::wall::Wall;
use proptest::prelude::*;

fn numbered(id: u64, serial: u8, row: &str) -> Response {
    Response {
        serial: Serial(serial),
        ..said(id, None, row)
    }
}

fn receipt(workshop: &Workshop, round: u8, response: &Response) -> Receipt {
    let vote = workshop.vote(Round::new(round).unwrap());
    Receipt::of_response(vote, response).unwrap()
}

fn surplus(workshop: &Workshop, response: &Response) -> Surplus {
    Surplus::Receipt(receipt(workshop, 1, response))
}

/// Six codes, two typed lines.
fn voted() -> Workshop {
    let mut all: Vec<_> = (1..=6).map(|id| numbered(id, 1, "333333333333")).collect();
    all.extend([said(90, None, "222222222222"), said(91, None, "222222222222")]);
    after([Change::WentTo(Stage::Vote), Change::Received(all)])
}

#[test]
fn there_are_none_until_the_vote_is_closed() {
    let mut workshop = voted();
    let second = Round::new(2).unwrap();
    assert_eq!(workshop.receipts(), None);
    workshop.apply(Change::WentTo(Stage::Close), at(10));
    let shown = workshop.receipts().unwrap();
    assert_eq!(shown.len(), 6, "a typed line has none");
    assert!(shown.is_sorted(), "in no order of arrival");
    for id in 1..=6 {
        assert!(shown.contains(&receipt(&workshop, 1, &numbered(id, 1, "333333333333"))));
    }
    workshop.apply(Change::WentTo(Stage::Vote), at(11));
    assert_eq!(workshop.receipts(), None, "the vote is open again");
    workshop.apply(Change::WentTo(Stage::Reveal), at(12));
    assert_eq!(workshop.receipts(), Some(shown.clone()));
    workshop.apply(Change::ChoseTopics(vec![area_id(1)]), at(13));
    workshop.apply(Change::TurnedTo(0), at(14));
    assert_eq!(workshop.receipts(), Some(shown.clone()));
    workshop.apply(Change::OpenedSecondVote, at(15));
    workshop.apply(Change::Received(vec![numbered(1, 2, "4-----------")]), at(16));
    assert_eq!(workshop.receipts(), None);
    workshop.apply(Change::ClosedSecondVote, at(17));
    let again = workshop.receipts().unwrap();
    assert_eq!(again, [receipt(&workshop, 2, &numbered(1, 2, "4-----------"))]);
    assert!(
        !shown.contains(&again[0]),
        "nobody is followed from one vote to the next"
    );
    assert_eq!(
        workshop.ballot(second).unwrap().receipts(workshop.vote(second)),
        again
    );
    workshop.apply(Change::WentTo(Stage::Choose), at(18));
    assert_eq!(workshop.receipts(), Some(shown));
    assert_eq!(super::workshop().receipts(), None, "nobody has sent a code");
}

#[test]
fn the_wall_has_them_only_when_they_are_shown() {
    let mut workshop = voted();
    assert_eq!(
        Wall::of(&workshop, &twelve_areas())
            .with_receipts(&workshop)
            .receipts,
        [],
        "while the vote is open"
    );
    workshop.apply(Change::WentTo(Stage::Close), at(10));
    assert_eq!(Wall::of(&workshop, &twelve_areas()).receipts, []);
    let wall = Wall::of(&workshop, &twelve_areas()).with_receipts(&workshop);
    assert_eq!(Some(wall.receipts), workshop.receipts());
    assert_eq!(
        wall.workshop.receipts(),
        None,
        "and nothing to make them from before the reveal"
    );
}

#[test]
fn a_surplus_answer_is_taken_out_stays_out_and_comes_back() {
    let mut workshop = voted();
    let mine = numbered(4, 1, "333333333333");
    let other = Surplus::Receipt("222-222".parse().unwrap());
    assert_eq!(workshop.take_out(&other), None, "nobody's");
    let (round, taken) = workshop.take_out(&surplus(&workshop, &mine)).unwrap();
    assert_eq!((round, &taken), (Round::FIRST, &mine));
    assert_eq!(workshop.received(), 7);
    // The whole chat is pasted once more.
    let arrivals = workshop.receive([mine.clone(), numbered(5, 1, "333333333333")]);
    let expected = Dispositions {
        duplicate: 1,
        taken_out: 1,
        ..Dispositions::default()
    };
    assert_eq!((arrivals, workshop.received()), (expected, 7));
    let mut later = workshop.clone();
    assert_eq!(
        later.receive([numbered(4, 2, "111111111111")]).new,
        1,
        "a later code is meant"
    );
    assert_eq!(later.received(), 8);
    // Back again, also after the vote was closed.
    workshop.apply(Change::WentTo(Stage::Close), at(20));
    workshop.put_in_again(round, taken.clone());
    let mut as_it_was = voted();
    as_it_was.apply(Change::WentTo(Stage::Close), at(20));
    assert_eq!(workshop, as_it_was);
    // Nothing that came since is lost.
    later.put_in_again(round, taken);
    let stands = later.first.responses().find(|response| response.id == mine.id);
    assert_eq!(stands.unwrap().serial, Serial(2));
}

#[test]
fn nothing_is_taken_out_of_what_the_room_has_seen() {
    let mut workshop = voted();
    let mine = numbered(4, 1, "333333333333");
    workshop.apply(Change::WentTo(Stage::Close), at(10));
    let (round, taken) = workshop.take_out(&surplus(&workshop, &mine)).unwrap();
    workshop.apply(Change::WentTo(Stage::Reveal), at(11));
    let seen = workshop.room(&twelve_areas());
    workshop.put_in_again(round, taken);
    assert_eq!(
        workshop.take_out(&surplus(&workshop, &numbered(5, 1, "333333333333"))),
        None
    );
    assert_eq!(
        workshop.room(&twelve_areas()),
        seen,
        "the counts without one answer would give it away"
    );
}

/// Whatever everybody answers, the receipts are the same: they are made without the answers.
#[test]
fn receipts_say_nothing_about_an_answer() {
    let shown = |rows: &[&str]| {
        let all = (1..).zip(rows).map(|(id, row)| numbered(id, 1, row)).collect();
        after([Change::Received(all), Change::WentTo(Stage::Close)])
            .receipts()
            .unwrap()
    };
    let one = shown(&["111111111111", "555555555555", "x0-123450x-1"]);
    let other = shown(&["555555555555", "------------", "333333333333"]);
    assert_eq!(one, other);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn what_is_taken_out_is_one_answer_and_it_comes_back(workshop in any_workshop(), place in any::<proptest::sample::Index>()) {
        let mut changed = workshop.clone();
        let Some(round) = workshop.unseen_round() else { return Ok(()) };
        let receipts = workshop.ballot(round).unwrap().receipts(workshop.vote(round));
        prop_assume!(!receipts.is_empty());
        let taken = changed.take_out(&Surplus::Receipt(*place.get(&receipts)));
        prop_assert_eq!(taken.as_ref().map(|(of, _)| *of), Some(round));
        let (_, response) = taken.unwrap();
        let left = changed.ballot(round).unwrap();
        prop_assert_eq!(left.responses().len() + 1, workshop.ballot(round).unwrap().responses().len());
        prop_assert_eq!(left.clone().take(response.clone()), Disposition::TakenOut);
        changed.put_in_again(round, response);
        prop_assert_eq!(changed, workshop);
    }
}

#[test]
fn responses_without_a_number_have_no_receipt() {
    let mut workshop = workshop();
    workshop.receive(column(1, None, "12345"));
    workshop.apply(Change::WentTo(Stage::Close), at(1));
    assert_eq!(workshop.receipts(), None);
}

/// Equal lines change every figure alike, so it is all the same which one goes; one with a role is another's.
#[test]
fn of_equal_lines_any_goes_and_none_with_a_role_or_a_number() {
    let line = |id, role| said(id, role, "222222222222");
    let all = vec![
        line(1, None),
        line(2, None),
        line(3, Some(0)),
        numbered(4, 1, "222222222222"),
    ];
    let mut workshop = after([Change::WentTo(Stage::Vote), Change::Received(all)]);
    let typed = Surplus::Line(line(9, None).items);
    for left in [3, 2] {
        assert!(workshop.take_out(&typed).is_some());
        assert_eq!(workshop.received(), left);
    }
    assert_eq!(workshop.take_out(&typed), None);
}
