//! What two devices that went apart keep of each other, answer by answer and word by word, and how much they say is lost.

use super::{ID, after, at, question, said, workshop};
use crate::support::area_id;
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::{ResponseId, Round, Serial};
use oxymoron::domain::doors::Door;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::Chosen;
use oxymoron::domain::question::AreaId;
use oxymoron::domain::workshop::ballot::{Ballot, Disposition};
use oxymoron::domain::workshop::change::{Change, Dispositions};
use oxymoron::domain::workshop::merge::{MergeLoss, Part, merge};
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::{SecondVote, Topic, Workshop};

/// The code of such a number of one person.
fn numbered(serial: u8, row: &str) -> Response {
    Response {
        serial: Serial(serial),
        ..said(2, None, row)
    }
}

const THREES: &str = "333333333333";
const FOURS: &str = "444444444444";

fn hands(levels: [u32; 5]) -> Counted {
    Counted {
        levels,
        ..Counted::default()
    }
}

fn round(number: u8) -> Round {
    Round::new(number).unwrap()
}

/// A revealed workshop with these topics.
fn talking(topics: impl IntoIterator<Item = Topic>) -> Workshop {
    let mut workshop = after([Change::WentTo(Stage::Reveal), Change::WentTo(Stage::Discuss)]);
    workshop.topics = topics.into_iter().collect();
    workshop
}

/// An area whose second vote is so far, with these people's answers.
fn topic(area: u8, second: SecondVote, ids: &[u64]) -> Topic {
    let mut topic = Topic::new(area_id(area));
    topic.second = second;
    for id in ids {
        topic.ballot.take(said(*id, None, THREES));
    }
    topic
}

fn loss_of(answers: u32, votes: u32, parts: &[(Part, u32)]) -> MergeLoss {
    let mut loss = MergeLoss {
        answers,
        votes,
        ..MergeLoss::default()
    };
    for (part, count) in parts {
        loss.parts[*part as usize] = *count;
    }
    loss
}

/// What is lost: answers, votes, and the kinds of the rest with how many of each.
fn lost(loss: MergeLoss) -> (u32, u32, Vec<(Part, u32)>) {
    let parts = loss.kinds().map(|part| (part, loss.parts[part as usize]));
    (loss.answers, loss.votes, parts.collect())
}

/// Merged either way, with the answers to the topic of a place and what is lost; it has to be the same.
fn either_way(one: &Workshop, other: &Workshop, place: usize) -> (SecondVote, usize, MergeLoss) {
    let both = [(one, other), (other, one)].map(|(one, other)| {
        let (whole, loss) = merge(one, other).unwrap();
        let topic = &whole.topics[place];
        (topic.second, topic.ballot.responses().count(), loss)
    });
    let [first, second] = both;
    assert_eq!(first, second);
    first
}

#[test]
fn how_many_differ_is_the_sum_over_all_kinds() {
    let none = MergeLoss::default();
    assert_eq!((none.differing(), none.is_nothing()), (0, true));
    let first = loss_of(1, 2, &[(Part::Title, 1), (Part::Plan, 3)]);
    let second = loss_of(10, 20, &[(Part::Plan, 30), (Part::Hands, 40)]);
    assert_eq!((first.differing(), second.differing()), (4, 70));
    let parts = vec![(Part::Title, 1), (Part::Plan, 33), (Part::Hands, 40)];
    assert_eq!(lost(first.and(second)), (11, 22, parts));
    assert_eq!(first.and(none), first);
}

/// Before the reveal what one device took out is out on both, but for a code that its author has sent since.
#[test]
fn what_was_taken_out_on_one_device_is_out_on_both() {
    let begun = after([
        Change::WentTo(Stage::Vote),
        Change::Received(vec![numbered(1, THREES), said(5, None, FOURS)]),
    ]);
    let mut without = begun.clone();
    without.first.leave_out(ResponseId(2), Serial(1));
    let ids = |workshop: &Workshop| {
        workshop
            .first
            .responses()
            .map(|it| (it.id.0, it.serial.0))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&without), [(5, 0)]);
    for (one, other) in [(&begun, &without), (&without, &begun)] {
        let (whole, loss) = merge(one, other).unwrap();
        assert_eq!((ids(&whole), loss.is_nothing()), (vec![(5, 0)], true));
        let again = whole.first.clone().take(numbered(1, THREES));
        assert_eq!(again, Disposition::TakenOut, "and stays out");
    }
    let mut later = begun;
    later.apply(Change::Received(vec![numbered(2, FOURS)]), at(50));
    for (one, other) in [(&later, &without), (&without, &later)] {
        let (whole, loss) = merge(one, other).unwrap();
        assert_eq!((ids(&whole), loss.is_nothing()), (vec![(2, 2), (5, 0)], true));
    }
}

#[test]
fn of_one_number_another_answer_is_another_answer() {
    let mut ballot = Ballot::default();
    ballot.take(numbered(2, THREES));
    assert!(ballot.has(&numbered(2, THREES)) && ballot.has(&numbered(1, FOURS)));
    assert!(!ballot.has(&numbered(2, FOURS)) && !ballot.has(&numbered(3, THREES)));
}

#[test]
fn what_was_forgotten_to_be_out_may_come_in_again() {
    let mut ballot = Ballot::default();
    ballot.take(numbered(2, THREES));
    ballot.leave_out(ResponseId(2), Serial(2));
    assert_eq!((ballot.is_empty(), ballot.taken_out().count()), (true, 1));
    assert_eq!(ballot.take(numbered(1, THREES)), Disposition::TakenOut);
    ballot.forget_taken_out();
    assert_eq!(ballot.taken_out().count(), 0);
    assert_eq!(ballot.take(numbered(1, THREES)), Disposition::New);
}

#[test]
fn every_response_is_counted_once_whatever_became_of_it() {
    let one = Dispositions {
        new: 1,
        replaced: 2,
        duplicate: 4,
        older: 8,
        taken_out: 16,
    };
    assert_eq!((Dispositions::default().total(), one.total()), (0, 31));
    let mut sum = Dispositions {
        new: 100,
        replaced: 200,
        duplicate: 300,
        older: 400,
        taken_out: 500,
    };
    sum += one;
    let all = [sum.new, sum.replaced, sum.duplicate, sum.older, sum.taken_out];
    assert_eq!(all, [101, 202, 304, 408, 516]);
}

#[test]
fn hands_that_were_counted_differently_are_named_even_before_the_reveal() {
    let begun = after([Change::WentTo(Stage::Vote)]);
    let counted = |levels| {
        let mut workshop = begun.clone();
        workshop.first.hands.insert(question(1), hands(levels));
        workshop.first.hands.insert(question(2), hands([1, 1, 1, 1, 1]));
        workshop
    };
    let (ours, theirs) = (counted([5, 0, 0, 0, 0]), counted([0, 5, 0, 0, 0]));
    let (whole, loss) = merge(&ours, &theirs).unwrap();
    assert_eq!(whole.first.hands.get(&question(1)), Some(&hands([5, 0, 0, 0, 0])));
    assert_eq!(lost(loss), (0, 0, vec![(Part::Hands, 1)]));
}

/// Three areas are talked about at the most. One that found no place is a choice that is lost, and a second vote of it is a vote.
#[test]
fn an_area_that_found_no_place_is_lost_as_what_it_was() {
    let full = talking([1, 2, 3].map(|area| topic(area, SecondVote::NotYet, &[])));
    for (second, expected) in [
        (SecondVote::NotYet, (0, 0, vec![(Part::Topics, 1)])),
        (SecondVote::Closed(round(2)), (0, 1, vec![])),
    ] {
        let (whole, loss) = merge(&full, &talking([topic(4, second, &[7])])).unwrap();
        assert_eq!(
            (whole.chosen_topics(), lost(loss)),
            (full.chosen_topics(), expected)
        );
    }
}

#[test]
fn a_second_vote_that_only_the_other_device_has_comes_along() {
    let open = SecondVote::Open(round(2));
    let ours = talking([topic(1, SecondVote::NotYet, &[])]);
    let theirs = talking([topic(1, open, &[7, 8])]);
    assert_eq!(either_way(&ours, &theirs, 0), (open, 2, MergeLoss::default()));
    // But not where its round is that of another area here.
    let ours = talking([
        topic(2, SecondVote::Closed(round(2)), &[7]),
        topic(1, SecondVote::NotYet, &[]),
    ]);
    let (whole, loss) = merge(&ours, &theirs).unwrap();
    assert_eq!((whole.topics == ours.topics, lost(loss)), (true, (0, 1, vec![])));
}

#[test]
fn of_a_second_vote_that_one_device_has_shown_the_other_adds_nothing() {
    let [open, held, closed] =
        [SecondVote::Open, SecondVote::Held, SecondVote::Closed].map(|second| second(round(2)));
    for unseen in [open, held] {
        let shown = talking([topic(1, closed, &[7, 8])]);
        let other = talking([topic(1, unseen, &[8, 9, 10])]);
        let loss = MergeLoss {
            answers: 2,
            ..MergeLoss::default()
        };
        assert_eq!(either_way(&shown, &other, 0), (closed, 2, loss));
    }
    // Shown on neither, and shown on both.
    for (second, count, answers) in [(open, 3, 0), (closed, 2, 1)] {
        let [one, other] = [[7, 8], [8, 9]].map(|ids| talking([topic(1, second, &ids)]));
        let loss = MergeLoss {
            answers,
            ..MergeLoss::default()
        };
        assert_eq!(either_way(&one, &other, 0), (second, count, loss));
    }
}

/// One area in two rounds: the devices held a vote each, and one of the two is lost.
#[test]
fn two_second_votes_on_one_area_are_not_mixed() {
    for [ours, theirs] in [[2, 3], [3, 2]] {
        let [ours, theirs] = [(ours, 7), (theirs, 8)]
            .map(|(number, id)| talking([topic(1, SecondVote::Closed(round(number)), &[id])]));
        let (whole, loss) = merge(&ours, &theirs).unwrap();
        assert_eq!(whole.topics, ours.topics);
        assert_eq!(lost(loss), (0, 1, vec![]));
    }
}

#[test]
fn every_word_about_an_area_that_differs_is_counted_for_itself() {
    let about = |level, dissent: &str, note: &str| {
        let mut topic = topic(1, SecondVote::NotYet, &[]);
        topic.agreed = Some(level);
        dissent.clone_into(&mut topic.dissent);
        note.clone_into(&mut topic.note);
        talking([topic])
    };
    let (working, set_up) = (Level::Working, Level::SetUp);
    let ours = about(working, "Not in the south", "Ask again");
    for (theirs, differ) in [
        (about(working, "Not in the south", "Ask again"), 0),
        (about(set_up, "Not in the south", "Ask again"), 1),
        (about(working, "Not in the north", "Ask again"), 1),
        (about(working, "Not in the south", "Ask Ruth"), 1),
        (about(working, "Not in the north", "Ask Ruth"), 2),
        (about(set_up, "Not in the north", "Ask again"), 2),
        (about(set_up, "Not in the north", "Ask Ruth"), 3),
    ] {
        let (_, loss) = merge(&ours, &theirs).unwrap();
        assert_eq!(
            (loss.differing(), loss.parts[Part::Area as usize]),
            (differ, differ)
        );
    }
}

#[test]
fn the_one_area_that_was_chosen_comes_along_or_is_named() {
    let chose = |area: AreaId| {
        let chosen = Chosen {
            area,
            door: Door::MostEnergy,
            from: None,
            to: None,
        };
        let mut workshop = workshop();
        workshop.apply(Change::Chose(Some(chosen)), at(1));
        workshop
    };
    let area = |workshop: &Workshop| workshop.plan.chosen.value.map(|chosen| chosen.area);
    let nothing = after([
        Change::WroteNotes(String::new()),
        Change::WroteNotes(String::new()),
    ]);
    for (one, other) in [(&nothing, &chose(area_id(4))), (&chose(area_id(4)), &nothing)] {
        let (whole, loss) = merge(one, other).unwrap();
        assert_eq!(
            (whole.id, area(&whole), loss.is_nothing()),
            (ID, Some(area_id(4)), true)
        );
    }
    let (whole, loss) = merge(&chose(area_id(4)), &chose(area_id(9))).unwrap();
    assert_eq!(area(&whole), Some(area_id(4)));
    assert_eq!(lost(loss), (0, 0, vec![(Part::Plan, 1)]));
    assert!(
        merge(&chose(area_id(4)), &chose(area_id(4)))
            .unwrap()
            .1
            .is_nothing()
    );
}
