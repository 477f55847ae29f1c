//! Responses and hands, counted.

use super::{counted, question, response, said};
use crate::arbitrary::settings;
use crate::support::twelve_areas;
use oxymoron::domain::answer::Answer;
use oxymoron::domain::code::Serial;
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::group::Votes;
use oxymoron::domain::level::Level;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::workshop::ballot::{Ballot, Disposition, Part, Tally};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[test]
fn the_same_id_replaces() {
    let mut ballot = Ballot::default();
    assert!(ballot.is_empty());
    let arrivals = [
        said(9, None, "333333333333"),
        said(2, Some(1), "111111111111"),
        said(9, None, "333333333333"),
        said(9, Some(0), "333333333333"),
        said(9, None, "333333333333"),
    ]
    .map(|response| ballot.take(response));
    use Disposition::{Duplicate, New, Replaced};
    assert_eq!(arrivals, [New, New, Duplicate, Replaced, Replaced]);
    let ids: Vec<_> = ballot.responses().map(|response| response.id.0).collect();
    assert_eq!(ids, [2, 9], "in the order of the random ids, not of their coming");
    assert_eq!(ballot.received(), 2);
}

#[test]
fn the_latest_code_of_a_person_stands_whatever_the_order() {
    let numbered = |serial, row| Response {
        serial: Serial(serial),
        ..said(5, None, row)
    };
    let sent = [
        numbered(1, "111111111111"),
        numbered(2, "222222222222"),
        numbered(3, "333333333333"),
    ];
    // A chat that shows the newest first, one that shows it last, and everything in between.
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut ballot = Ballot::default();
        for place in order {
            ballot.take(sent[place].clone());
        }
        assert!(ballot.responses().eq([&sent[2]]), "{order:?}");
    }
    let mut ballot = Ballot::default();
    let arrivals = [2, 0, 2, 1].map(|place: usize| ballot.take(sent[place].clone()));
    use Disposition::{Duplicate, New, Older};
    assert_eq!(arrivals, [New, Older, Duplicate, Older]);
    // A code of version 1 has no number, so any later code stands.
    assert_eq!(ballot.take(said(5, None, "555555555555")), Older);
}

#[test]
fn received_are_the_responses_and_the_most_hands() {
    let mut ballot = Ballot::default();
    ballot.take(said(1, None, "------------"));
    for (number, hands) in [(1, 7), (2, 9), (3, 0)] {
        let counted = Counted {
            cannot_tell: hands,
            ..Counted::default()
        };
        ballot.hands.insert(question(number), counted);
    }
    assert_eq!(ballot.received(), 10);
    let many = Counted {
        levels: [u32::MAX; 5],
        ..Counted::default()
    };
    ballot.hands.insert(question(4), many);
    assert_eq!(ballot.received(), u32::MAX);
    let tally = ballot.tallies(&twelve_areas(), &[question(4)], 0).pop().unwrap();
    assert_eq!(tally.votes.counts(), [Votes::MOST; 5]);
}

#[test]
fn not_applicable_where_it_is_not_offered_leaves_the_question_open() {
    let mut ballot = Ballot::default();
    ballot.take(said(1, None, "xx----------"));
    let hands = Counted {
        levels: [0, 1, 0, 0, 0],
        cannot_tell: 2,
        not_applicable: 3,
    };
    ballot.hands.insert(question(1), hands);
    ballot.hands.insert(question(2), hands);
    let tallies = ballot.tallies(&twelve_areas(), &[question(1), question(2)], 0);
    let counts = |tally: &Tally| {
        (
            tally.cannot_tell,
            tally.not_applicable,
            tally.unanswered,
            tally.asked(),
        )
    };
    assert_eq!(counts(&tallies[0]), (2, 0, 4, 7));
    assert_eq!(counts(&tallies[1]), (2, 4, 0, 7));
}

/// Counted one answer after the other, over each response's answers by question.
fn plainly(ballot: &Ballot, question: QuestionId, roles: usize) -> Tally {
    let checklist = twelve_areas();
    let mut said: Vec<(usize, Option<Answer>)> = Vec::new();
    for response in ballot.responses() {
        let group = match response.role {
            Some(role) if usize::from(role.place()) < roles => usize::from(role.place()),
            _ => roles,
        };
        let answers = response.items.answers(&checklist).unwrap();
        said.push((group, answers.get(&question).cloned()));
    }
    // Hands are of no group: everybody saw them.
    let raised = roles + 1;
    if let Some(hands) = ballot.hands.get(&question) {
        let offered = checklist.may_be_not_applicable(question);
        for (level, count) in Level::ALL.into_iter().zip(hands.levels) {
            said.extend((0..count).map(|_| (raised, Some(Answer::Level(level)))));
        }
        said.extend((0..hands.cannot_tell).map(|_| (raised, Some(Answer::CannotTell))));
        let excused = offered.then(|| Answer::NotApplicable(String::new()));
        said.extend((0..hands.not_applicable).map(|_| (raised, excused.clone())));
    }
    let levels = |of: &dyn Fn(usize) -> bool| {
        let of = said.iter().filter(|(group, _)| of(*group));
        Votes::of(of.filter_map(|(_, answer)| answer.as_ref()?.level()))
    };
    let how_many = |wanted: &dyn Fn(&Option<Answer>) -> bool| {
        let count = said.iter().filter(|(_, answer)| wanted(answer)).count();
        u32::try_from(count).unwrap()
    };
    let part = |group: usize| {
        let votes = levels(&|of| of == group);
        let people = said.iter().filter(|(of, _)| *of == group).count();
        let silent = u32::try_from(people).unwrap() - votes.total();
        Part { votes, silent }
    };
    Tally {
        question,
        votes: levels(&|_| true),
        cannot_tell: how_many(&|answer| *answer == Some(Answer::CannotTell)),
        not_applicable: how_many(&|answer| matches!(answer, Some(Answer::NotApplicable(_)))),
        unanswered: how_many(&|answer| answer.is_none()),
        groups: (0..=roles).map(part).collect(),
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn tallies_are_a_plain_count(
        responses in vec(response(), 0..40),
        hands in vec((crate::arbitrary::question(), counted()), 0..4),
        anchored in counted(),
        shape in proptest::sample::select(Shape::ALL.to_vec()),
        roles in 0_usize..=6,
    ) {
        let mut ballot = Ballot::default();
        for response in responses {
            ballot.take(response);
        }
        ballot.hands.extend(hands);
        ballot.hands.insert(question(2), anchored);
        let questions = shape.questions(&twelve_areas()).unwrap();
        let tallies = ballot.tallies(&twelve_areas(), &questions, roles);
        prop_assert_eq!(tallies.len(), questions.len());
        for (tally, question) in tallies.iter().zip(&questions) {
            prop_assert_eq!(tally, &plainly(&ballot, *question, roles));
            let hands = ballot.hands.get(question).map_or(0, Counted::sum);
            prop_assert_eq!(u64::from(tally.asked()), hands + ballot.responses().len() as u64);
        }
        let (backwards, some): (Vec<_>, _) = (questions.iter().rev().copied().collect(), tallies.iter().rev());
        prop_assert!(ballot.tallies(&twelve_areas(), &backwards, roles).iter().eq(some), "in whatever order they are asked");
    }

    #[test]
    fn taking_is_keeping_the_latest_of_each_id(responses in vec(response(), 0..60)) {
        let (mut ballot, mut known) = (Ballot::default(), BTreeMap::<_, Response>::new());
        for response in responses {
            let expected = match known.get(&response.id) {
                None => Disposition::New,
                Some(before) if *before == response => Disposition::Duplicate,
                Some(before) if before.serial > response.serial => Disposition::Older,
                Some(_) => Disposition::Replaced,
            };
            if expected != Disposition::Older {
                known.insert(response.id, response.clone());
            }
            prop_assert_eq!(ballot.take(response), expected);
        }
        prop_assert!(ballot.responses().eq(known.values()));
        prop_assert_eq!(ballot.received() as usize, known.len());
    }
}
