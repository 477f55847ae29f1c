//! What is told of a workshop: where each area stands, both rounds, how it collects, and whether it can still become several.

use super::{after, at, question, said, workshop};
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::calendar::Day;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::group::InterpolatedMedian;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::choosing::{Basis, is_review_in_time};
use oxymoron::domain::workshop::modes::{Mode, Modes};
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::room::{QuestionView, Rounds};
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::wall::Wall;

fn hands(levels: [u32; 5]) -> Counted {
    Counted {
        levels,
        ..Counted::default()
    }
}

/// Revealed after hands for the first areas, with a smallest group of three.
fn counted(rows: &[[u32; 5]]) -> Workshop {
    let hands = (1..)
        .zip(rows)
        .map(|(number, row)| Change::CountedHands(question(number), hands(*row)));
    let mut changes = vec![Change::SetMinimum(super::minimum(3))];
    changes.extend(hands);
    changes.push(Change::WentTo(Stage::Reveal));
    after(changes)
}

#[test]
fn areas_are_compared_by_what_all_of_them_have() {
    for (rows, basis) in [
        (&[[0, 5, 0, 0, 0], [0, 0, 2, 2, 2]][..], Basis::Figures),
        (&[[0, 5, 0, 0, 0], [0, 0, 2, 2, 0]], Basis::FiguresOfSome),
        (&[[0, 4, 0, 0, 0], [0, 0, 2, 1, 0]], Basis::Dots),
    ] {
        let standings = counted(rows).standings(&twelve_areas());
        assert_eq!(
            (standings.len(), Basis::of(&standings)),
            (rows.len(), basis),
            "{rows:?}"
        );
    }
}

#[test]
fn an_area_stands_with_its_answers_at_level_two_or_lower() {
    let rows = [[1, 2, 3, 0, 0], [0, 0, 1, 2, 4], [5, 0, 0, 0, 0], [0, 6, 0, 0, 1]];
    let standings = counted(&rows).standings(&twelve_areas());
    let low: Vec<_> = standings.iter().map(|standing| standing.low).collect();
    assert_eq!(low, [3, 0, 5, 6]);
}

#[test]
fn a_picture_has_as_many_dots_as_there_were_votes() {
    let workshop = counted(&[[1, 2, 3, 0, 0], [4, 0, 3, 0, 9]]);
    let room = workshop.room(&twelve_areas()).unwrap();
    let total = |number| {
        room.question(question(number))?
            .picture
            .as_ref()
            .map(|it| it.dots.total())
    };
    assert_eq!([1, 2, 3].map(total), [Some(6), Some(16), None]);
}

#[test]
fn a_vote_is_seen_twice_if_both_votes_may_be_shown() {
    let shown = || QuestionView::of(question(1), Some(&hands([1, 2, 3, 0, 0])), 6);
    let hidden = || QuestionView::of(question(1), None, 2);
    for (first, second, twice) in [
        (shown(), Some(shown()), true),
        (shown(), Some(hidden()), false),
        (hidden(), Some(shown()), false),
        (hidden(), Some(hidden()), false),
        (shown(), None, false),
    ] {
        assert_eq!(Rounds::of(first, second).is_seen_twice(), twice);
    }
}

/// The projected window has no ballot: what it shows of a second vote came in counts.
#[test]
fn the_wall_has_both_rounds_of_the_area_that_was_voted_on_again() {
    let answers = |row: &str| Change::Received((1..=6).map(|id| said(id, None, row)).collect());
    let workshop = after([
        answers("222222222222"),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1), area_id(2)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
        answers("4-----------"),
        Change::ClosedSecondVote,
    ]);
    let wall = Wall::of(&workshop, &twelve_areas());
    let levels = |number| {
        let rounds = wall.rounds(area_id(number)).unwrap();
        let counts = |view: QuestionView| view.counts().unwrap().levels;
        (counts(rounds.first), rounds.second.map(counts))
    };
    assert_eq!(levels(1), ([0, 6, 0, 0, 0], Some([0, 0, 0, 6, 0])));
    assert_eq!(levels(2), ([0, 6, 0, 0, 0], None));
    let standings = wall.standings();
    let middles = standings
        .iter()
        .map(|it| it.median.map(InterpolatedMedian::tenths))
        .take(2);
    assert_eq!(middles.collect::<Vec<_>>(), [Some(40), Some(20)]);
}

#[test]
fn it_can_become_several_until_somebody_has_answered() {
    let new = workshop();
    assert!(new.can_be_split());
    let answered = after([Change::Received(vec![said(1, None, "333333333333")])]);
    let raised = after([Change::CountedHands(question(1), hands([1, 0, 0, 0, 0]))]);
    let revealed = after([Change::WentTo(Stage::Reveal)]);
    let mut rehearsed = workshop();
    rehearsed.rehearsal = Some(Rehearsal {
        crowd: Crowd::Five,
        seed: 1,
    });
    for other in [answered, raised, revealed, rehearsed] {
        assert!(!other.can_be_split());
    }
    let mut later = new;
    later.apply(Change::WentTo(Stage::Vote), at(9));
    assert!(later.can_be_split(), "an open vote without an answer");
}

#[test]
fn the_ways_of_collecting_are_known_each_for_itself() {
    let modes: Modes = [Mode::ShowOfHands, Mode::Files, Mode::ShowOfHands]
        .into_iter()
        .collect();
    let used: Vec<_> = Mode::ALL.into_iter().filter(|mode| modes.has(*mode)).collect();
    assert_eq!(used, [Mode::Files, Mode::ShowOfHands]);
}

#[test]
fn six_weeks_from_november_is_january() {
    let november = Day::new(2026, 11, 23).unwrap();
    for (month, day, in_time) in [(1, 3, false), (1, 4, true), (1, 18, true), (1, 19, false)] {
        let review = Day::new(2027, month, day).unwrap();
        assert_eq!(is_review_in_time(november, review), in_time, "{review:?}");
    }
}
