//! The areas that are talked about, and their second votes.

use super::{after, at, question, said};
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::code::Round;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::level::Level;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::{SecondVote, Workshop};

fn chose(numbers: &[u8]) -> Change {
    Change::ChoseTopics(numbers.iter().map(|number| area_id(*number)).collect())
}

fn areas(workshop: &Workshop) -> Vec<u8> {
    workshop.topics.iter().map(|topic| topic.area.number()).collect()
}

fn round(number: u8) -> Round {
    Round::new(number).unwrap()
}

/// At the talk about the first of three areas.
fn talking() -> Workshop {
    after([
        Change::WentTo(Stage::Reveal),
        chose(&[3, 7, 1]),
        Change::WentTo(Stage::Discuss),
    ])
}

fn with(mut workshop: Workshop, changes: impl IntoIterator<Item = Change>) -> Workshop {
    for change in changes {
        workshop.apply(change, at(100));
    }
    workshop
}

#[test]
fn three_at_the_most_each_once() {
    assert_eq!(areas(&with(talking(), [chose(&[9, 9, 2, 9, 4, 5])])), [9, 2, 4]);
    assert!(areas(&with(talking(), [chose(&[])])).is_empty());
}

#[test]
fn rounds_count_up_in_the_order_of_the_votes() {
    let workshop = with(
        talking(),
        [
            Change::TurnedTo(2),
            Change::OpenedSecondVote,
            Change::ClosedSecondVote,
            Change::TurnedTo(0),
            Change::OpenedSecondVote,
        ],
    );
    let seconds: Vec<_> = workshop.topics.iter().map(|topic| topic.second).collect();
    let expected = [
        SecondVote::Open(round(3)),
        SecondVote::NotYet,
        SecondVote::Closed(round(2)),
    ];
    assert_eq!(seconds, expected);
    assert_eq!(workshop.open_round(), Some(round(3)));
    assert_eq!(workshop.open_questions(&twelve_areas()), [question(3)]);
    assert_eq!(workshop.ballot(round(4)), None);
}

#[test]
fn a_second_vote_is_open_only_while_its_area_is_talked_about() {
    let open = with(talking(), [Change::OpenedSecondVote]);
    assert_eq!(open.open_round(), Some(round(2)));
    for away in [
        Change::TurnedTo(1),
        Change::WentTo(Stage::Choose),
        Change::WentTo(Stage::Vote),
    ] {
        let elsewhere = with(open.clone(), [away]);
        assert_eq!(elsewhere.open_round(), None);
        let back = with(elsewhere, [Change::TurnedTo(0)]);
        assert_eq!(back.open_round(), Some(round(2)), "it goes on");
    }
    let elsewhere = with(open.clone(), [Change::TurnedTo(1), Change::ClosedSecondVote]);
    assert_eq!(elsewhere.topics[0].second, SecondVote::Open(round(2)));
    assert_eq!(elsewhere.topics[1].second, SecondVote::NotYet);
    assert_eq!(
        with(elsewhere, [Change::TurnedTo(3)]).turn,
        1,
        "there is no fourth"
    );
}

#[test]
fn a_note_stands_with_its_own_topic_alone() {
    let before = talking();
    let area = before.topics[1].area;
    let after = with(before, [Change::WroteNote(area, "ask again".to_owned())]);
    for topic in &after.topics {
        assert_eq!(
            topic.note,
            if topic.area == area { "ask again" } else { "" },
            "{:?}",
            topic.area
        );
    }
}

#[test]
fn an_area_with_a_level_or_words_is_not_dropped() {
    for said in [
        Change::Agreed(area_id(3), Some(Level::SetUp)),
        Change::WroteDissent(area_id(3), "Not in the south".to_owned()),
        Change::WroteNote(area_id(3), "ask again".to_owned()),
    ] {
        let before = with(talking(), [said.clone(), Change::WentTo(Stage::Reveal)]);
        let without = with(before.clone(), [chose(&[7, 1])]);
        assert_eq!(without.topics, before.topics, "{said:?}");
        let other = with(before.clone(), [chose(&[3, 9])]);
        assert_eq!((areas(&other), &other.topics[0]), (vec![3, 9], &before.topics[0]));
    }
    let cleared = with(
        talking(),
        [
            Change::WroteNote(area_id(3), "ask".to_owned()),
            Change::WroteNote(area_id(3), String::new()),
            chose(&[7, 1]),
        ],
    );
    assert_eq!(areas(&cleared), [7, 1], "nothing is lost");
}

#[test]
fn what_was_voted_on_again_is_not_replaced() {
    let voted = with(
        talking(),
        [
            Change::OpenedSecondVote,
            Change::Received(vec![said(1, None, "333333333333")]),
            Change::ClosedSecondVote,
            Change::WroteDissent(area_id(3), "Not in the south".to_owned()),
            Change::Agreed(area_id(3), Some(Level::SetUp)),
        ],
    );
    assert_eq!(
        areas(&with(voted.clone(), [chose(&[7, 1, 2])])),
        [3, 7, 1],
        "the vote would be lost"
    );
    assert_eq!(
        areas(&with(voted.clone(), [chose(&[7, 1, 2, 3])])),
        [3, 7, 1],
        "the fourth would be"
    );
    let other = with(voted.clone(), [chose(&[5, 3])]);
    assert_eq!(areas(&other), [5, 3]);
    assert_eq!(other.topics[1], voted.topics[0], "with all that was said");
}

#[test]
fn the_talk_stays_at_its_area() {
    let open = with(talking(), [Change::OpenedSecondVote, chose(&[7, 1, 3])]);
    assert_eq!((open.turn, open.open_round()), (2, Some(round(2))));
    let gone = with(talking(), [Change::TurnedTo(2), chose(&[7, 3])]);
    assert_eq!(gone.turn, 1, "its area is talked about no longer");
}

#[test]
fn whoever_came_late_counts_in_the_second_vote_only() {
    let mut workshop = after([Change::Received(
        (1..=5).map(|id| said(id, None, "111111111111")).collect(),
    )]);
    workshop = with(
        workshop,
        [
            Change::WentTo(Stage::Reveal),
            chose(&[3]),
            Change::TurnedTo(0),
            Change::OpenedSecondVote,
        ],
    );
    assert_eq!(workshop.received(), 0, "everybody votes again");
    let again = (3..=9).map(|id| said(id, None, "5x0555555555")).collect();
    workshop.apply(Change::Received(again), at(200));
    assert_eq!((workshop.received(), workshop.first.received()), (7, 5));
    let rounds = workshop.rounds(&twelve_areas(), area_id(3)).unwrap();
    assert_eq!(
        (rounds.second, rounds.outcome),
        (None, None),
        "nothing is seen while it is open"
    );
    assert!(rounds.first.picture.is_some(), "the first vote stays visible");
    workshop.apply(Change::ClosedSecondVote, at(201));
    let rounds = workshop.rounds(&twelve_areas(), area_id(3)).unwrap();
    let second = rounds.second.unwrap();
    assert_eq!(
        (second.question, second.picture.is_some(), rounds.outcome),
        (question(3), false, None)
    );
    assert_eq!(workshop.rounds(&twelve_areas(), area_id(4)), None);
}

#[test]
fn hands_count_only_for_what_the_open_vote_asks() {
    let hands = |number| {
        Change::CountedHands(
            question(number),
            Counted {
                levels: [1, 2, 3, 0, 0],
                ..Counted::default()
            },
        )
    };
    let evidence = Change::CountedHands("A01a".parse().unwrap(), Counted::default());
    let know = Change::CountedHands("K1k".parse().unwrap(), Counted::default());
    let first = after([hands(1), hands(2), evidence, know]);
    assert_eq!((first.first.hands.len(), first.received()), (2, 6));
    let second = with(talking(), [Change::OpenedSecondVote, hands(7), hands(3)]);
    let raised: Vec<_> = second.topics[0].ballot.hands.keys().copied().collect();
    assert_eq!((raised, second.received()), (vec![question(3)], 6));
    let dropped = with(second, [Change::DroppedHands(question(3))]);
    assert!(dropped.topics[0].ballot.is_empty());
}
