//! What somebody who knows the room could try to find out.

use super::{after, column, said};
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::room::{RoomView, Rounds};
use oxymoron::domain::workshop::stage::Stage;

/// Five leaders and six sellers, one of whom says something else the second time.
fn moved(mover: usize, first: &str, second: &str) -> Rounds {
    let all = |levels: &str| {
        let mut all = column(1, Some(0), &levels[..5]);
        all.extend(column(50, Some(1), &levels[5..]));
        all
    };
    assert_eq!(
        first
            .chars()
            .zip(second.chars())
            .position(|(one, two)| one != two),
        Some(mover)
    );
    let workshop = after([
        Change::Received(all(first)),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
        Change::Received(all(second)),
        Change::ClosedSecondVote,
    ]);
    assert_eq!(workshop.room(&twelve_areas()).unwrap().gap, None);
    workshop.rounds(&twelve_areas(), area_id(1)).unwrap()
}

#[test]
fn who_moved_in_the_second_round_is_of_no_role() {
    let leader = moved(0, "23344122334", "33344122334");
    let seller = moved(6, "33344122334", "33344132334");
    let room = moved(6, "23344122334", "23344132334");
    assert_eq!(leader, room, "a leader or a seller, the room sees the same");
    assert_ne!(seller, room, "and sees that somebody moved");
}

/// What the room sees of people given by role and by their answers to the first two areas.
fn seen(people: &[(u8, &str)]) -> RoomView {
    let all = (0_u64..)
        .zip(people)
        .map(|(id, (role, levels))| said(id, Some(*role), &format!("{levels:-<12}")));
    let workshop = after([Change::Received(all.collect()), Change::WentTo(Stage::Reveal)]);
    workshop.room(&twelve_areas()).unwrap()
}

#[test]
fn a_role_of_one_mind_on_one_question_leaves_no_gap_that_speaks() {
    // Five leaders and six sellers. On the first area both differ among themselves; on the second, 0 5 3 2 1, all leaders say 2.
    let of_one_mind = seen(&[
        (0, "12"),
        (0, "22"),
        (0, "32"),
        (0, "42"),
        (0, "52"),
        (1, "13"),
        (1, "23"),
        (1, "33"),
        (1, "44"),
        (1, "34"),
        (1, "25"),
    ]);
    let mixed = seen(&[
        (0, "12"),
        (0, "23"),
        (0, "34"),
        (0, "42"),
        (0, "55"),
        (1, "12"),
        (1, "22"),
        (1, "33"),
        (1, "44"),
        (1, "33"),
        (1, "22"),
    ]);
    assert_eq!(
        of_one_mind.questions[1].picture.as_ref().unwrap().dots.counts(),
        [0, 5, 3, 2, 1]
    );
    assert_eq!(of_one_mind, mixed);
}

#[test]
fn who_cannot_tell_is_of_no_role() {
    // Six leaders, all above all seven sellers; one cannot tell. In 35 of 35 pairs, it was said, so the one was a leader.
    let leader = seen(&[
        (0, "0"),
        (0, "4"),
        (0, "4"),
        (0, "5"),
        (0, "5"),
        (0, "4"),
        (1, "1"),
        (1, "1"),
        (1, "2"),
        (1, "2"),
        (1, "3"),
        (1, "3"),
        (1, "2"),
    ]);
    let seller = seen(&[
        (0, "4"),
        (0, "4"),
        (0, "4"),
        (0, "5"),
        (0, "5"),
        (0, "3"),
        (1, "1"),
        (1, "1"),
        (1, "2"),
        (1, "2"),
        (1, "0"),
        (1, "3"),
        (1, "2"),
    ]);
    assert_eq!(leader, seller);
    assert_eq!(leader.gap, None);
}

#[test]
fn nothing_is_said_of_a_role_in_a_second_vote() {
    // The record of both rounds is the same for every way to part the answers.
    let of = |leaders: &str, others: &str| {
        let all = || {
            let mut all = column(1, Some(0), leaders);
            all.extend(column(50, Some(1), others));
            all
        };
        let workshop = after([
            Change::Received(all()),
            Change::WentTo(Stage::Reveal),
            Change::ChoseTopics(vec![area_id(1)]),
            Change::TurnedTo(0),
            Change::OpenedSecondVote,
            Change::Received(all()),
            Change::ClosedSecondVote,
        ]);
        workshop.rounds(&twelve_areas(), area_id(1)).unwrap()
    };
    assert_eq!(of("1122223334", "2344445555"), of("2344445555", "1122223334"));
}

#[test]
fn a_second_vote_of_too_few_shows_neither_itself_nor_its_outcome() {
    let workshop = after([
        Change::Received(column(1, None, "123455")),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
        Change::Received(
            column(1, None, "3333")
                .into_iter()
                .chain(column(9, None, "00000"))
                .collect(),
        ),
        Change::ClosedSecondVote,
    ]);
    let rounds = workshop.rounds(&twelve_areas(), area_id(1)).unwrap();
    let second = rounds.second.unwrap();
    assert_eq!(
        (second.picture, second.cannot_tell, rounds.outcome),
        (None, None, None)
    );
    assert!(rounds.first.picture.is_some(), "the first stays visible");
}

#[test]
fn other_answers_in_a_second_vote_s_code_count_nowhere() {
    let first = (1..=5).map(|id| said(id, None, "222222222222")).collect();
    let again = (1..=5).map(|id| said(id, None, "355555555555")).collect();
    let workshop = after([
        Change::Received(first),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1), area_id(2)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
        Change::Received(again),
        Change::ClosedSecondVote,
    ]);
    let room = workshop.room(&twelve_areas()).unwrap();
    for view in &room.questions {
        assert_eq!(view.picture.as_ref().unwrap().dots.counts(), [0, 5, 0, 0, 0]);
    }
    let rounds = workshop.rounds(&twelve_areas(), area_id(2)).unwrap();
    assert_eq!(rounds.second, None);
}
