//! What somebody who knows the room could try to find out.

use super::{after, at, column, minimum, said};
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::group::Votes;
use oxymoron::domain::group::anonymity::{GroupView, MinimumGroup, group_views};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;

fn views(groups: &[[u32; 5]]) -> Vec<Option<GroupView>> {
    let groups: Vec<_> = groups.iter().copied().map(Votes::new).collect();
    group_views(&groups, MinimumGroup::STANDARD)
}

#[test]
fn a_role_is_not_had_by_taking_the_others_off_the_room() {
    let shown = |groups: &[[u32; 5]]| {
        let whole = |view: &Option<GroupView>| matches!(view, Some(GroupView::Distribution(..)));
        views(groups).iter().map(whole).collect::<Vec<_>>()
    };
    // Without the first, the room leaves the nine of the second.
    assert_eq!(shown(&[[5, 5, 5, 0, 0], [4, 5, 0, 0, 0]]), [false, false]);
    // Of two that could be left out the smaller one is.
    assert_eq!(
        shown(&[[9, 5, 0, 0, 0], [5, 5, 5, 0, 0], [4, 1, 0, 0, 0]]),
        [false, true, false]
    );
    // Of equals the first.
    assert_eq!(
        shown(&[[9, 5, 0, 0, 0], [9, 5, 0, 0, 0], [4, 1, 0, 0, 0]]),
        [false, true, false]
    );
    // Fifteen of one mind are as good as shown when all others are.
    assert_eq!(shown(&[[9, 5, 0, 0, 0], [0, 0, 15, 0, 0]]), [false, false]);
    assert_eq!(shown(&[[9, 5, 0, 0, 0], [8, 5, 0, 0, 0]]), [true, true]);
    assert_eq!(views(&[]), []);
}

#[test]
fn nobody_can_tell_a_role_that_agrees_from_one_that_is_too_small() {
    let small = views(&[[0, 3, 1, 0, 0], [2, 2, 2, 0, 0], [0, 3, 3, 0, 0]]);
    let agreeing = views(&[[0, 6, 0, 0, 0], [2, 2, 2, 0, 0], [0, 3, 3, 0, 0]]);
    assert_eq!((small[0], agreeing[0]), (None, None));
}

#[test]
fn one_more_in_the_second_round_is_not_told_by_his_role() {
    // Four of a role in the first round and five in the second: the first hides them, and another role with them.
    let role = |first_id, count: usize| column(first_id, Some(0), &"12345"[..count]);
    let others = || column(50, Some(1), "223344");
    let mut workshop = after([
        Change::Received(role(1, 4).into_iter().chain(others()).collect()),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
        Change::Received(role(1, 5).into_iter().chain(others()).collect()),
        Change::ClosedSecondVote,
    ]);
    let rounds = workshop.rounds(&twelve_areas(), area_id(1)).unwrap();
    let shown = |view: &oxymoron::domain::workshop::room::QuestionView| {
        let figures = view.picture.as_ref().unwrap().figures.as_ref().unwrap();
        figures.groups.iter().map(Option::is_some).collect::<Vec<_>>()
    };
    assert_eq!(shown(&rounds.first), [false, false, false, false]);
    assert_eq!(shown(rounds.second.as_ref().unwrap()), [true, true, false, false]);
    // Raising the bar hides it in both; lowering it again is not taken.
    workshop.apply(Change::SetMinimum(minimum(6)), at(9));
    workshop.apply(Change::SetMinimum(minimum(3)), at(9));
    let rounds = workshop.rounds(&twelve_areas(), area_id(1)).unwrap();
    assert_eq!(
        shown(rounds.second.as_ref().unwrap()),
        [false, false, false, false]
    );
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
