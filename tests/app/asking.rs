//! A question before a change is asked of the workshop as it stands now, and goes with its reason.

use crate::facilitators_day::{begun, response, to_second_vote};
use crate::world::checklist;
use oxymoron::app::workshop::asking::{Nonresponse, Question, Waiting};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::Round;
use oxymoron::domain::code::hands::{Counted, Headcount};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::question::AreaId;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;

const NOW: Moment = Moment(4_000);

/// So many of eight have answered.
fn voted(people: u64) -> Workshop {
    let mut here = begun();
    here.apply(answers(1, people), NOW);
    here
}

fn answers(first: u64, last: u64) -> Change {
    Change::Received((first..=last).map(|id| response(id, "333333333333")).collect())
}

fn area(number: u8) -> AreaId {
    AreaId::new(number).unwrap()
}

/// The questions that stand while one thing after the other happens.
fn asked(
    here: &mut Workshop,
    wanted: Change,
    then: impl IntoIterator<Item = Change>,
) -> Vec<Option<Question>> {
    let waiting = Waiting::new(here, wanted);
    let mut questions = vec![waiting.question(here, &checklist(), None)];
    for change in then {
        here.apply(change, NOW);
        questions.push(waiting.question(here, &checklist(), None));
    }
    questions
}

fn missing(round: u8, missing: u32, of: u32) -> Option<Question> {
    let round = Round::new(round).unwrap();
    Some(Question::Missing(Nonresponse { round, missing, of }))
}

#[test]
fn who_is_missing_is_counted_again_with_every_answer() {
    let close = || Change::WentTo(Stage::Close);
    let then = [answers(5, 7), Change::Expected(Headcount(10)), answers(8, 10)];
    assert_eq!(
        asked(&mut voted(4), close(), then),
        [missing(1, 4, 8), missing(1, 1, 8), missing(1, 3, 10), None]
    );
    // Somewhere else it is not asked any more, though they are missing there as well.
    for wanted in [close(), Change::WentTo(Stage::Reveal)] {
        assert_eq!(asked(&mut voted(6), wanted, [close()]), [missing(1, 2, 8), None]);
    }
}

#[test]
fn a_second_vote_that_is_closed_or_left_asks_nothing_any_more() {
    let open = || {
        let mut here = voted(8);
        to_second_vote(&mut here, area(5), NOW);
        here.apply(Change::ChoseTopics(vec![area(5), area(6)]), NOW);
        here.apply(answers(1, 6), NOW);
        here
    };
    let leaves = |received| {
        Some(Question::LeavesVote {
            area: area(5),
            received,
            of: 8,
        })
    };
    let hold = || Change::HeldSecondVote;
    assert_eq!(
        asked(&mut open(), hold(), [answers(7, 8)]),
        [missing(2, 2, 8), None]
    );
    assert_eq!(asked(&mut open(), hold(), [hold()]), [missing(2, 2, 8), None]);
    assert_eq!(
        asked(&mut open(), hold(), [Change::TurnedTo(1)]),
        [missing(2, 2, 8), None]
    );
    let then = [answers(7, 8), hold(), Change::ClosedSecondVote];
    assert_eq!(
        asked(&mut open(), Change::WentTo(Stage::Choose), then),
        [leaves(6), leaves(8), leaves(8), None]
    );
}

#[test]
fn what_a_smallest_group_hides_and_what_is_not_counted_follow_too() {
    let group = |size| MinimumGroup::try_from(size).unwrap();
    let set = |size| Change::SetMinimum(group(size));
    let blank = |size, most| {
        Some(Question::Blank {
            group: group(size),
            most,
        })
    };
    let then = [Change::Expected(Headcount(9)), Change::Expected(Headcount(10))];
    assert_eq!(
        asked(&mut voted(4), set(10), then),
        [blank(10, 8), blank(10, 9), None]
    );
    let mut shown = voted(8);
    shown.apply(Change::WentTo(Stage::Reveal), NOW);
    let questions = asked(&mut shown, set(9), [set(9)]);
    assert!(matches!(
        questions[..],
        [Some(Question::Smallest { after: 0, .. }), None]
    ));

    let counted = Counted {
        levels: [0, 4, 4, 0, 0],
        ..Counted::default()
    };
    let mut here = begun();
    let all = here.open_questions(&checklist());
    here.apply(Change::CountedHands(all[0], counted), NOW);
    let rest = all[1..]
        .iter()
        .map(|question| Change::CountedHands(*question, counted));
    let questions = asked(&mut here, Change::WentTo(Stage::Close), rest);
    let left = |counted| Some(Question::Uncounted { counted, of: 12 });
    assert_eq!(
        (questions[0], questions[10], questions[11]),
        (left(1), left(11), None)
    );
}
