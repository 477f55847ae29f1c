//! The worst-case range: its arithmetic, and that nothing can fall out of it.

use crate::arbitrary::{answers as any_answers, depth as any_depth, settings};
use crate::support::{answers, first_area, index_text, three_areas, twelve_areas};
use oxymoron::domain::answer::{Answer, Answers};
use oxymoron::domain::checklist::Depth::{self, Full, Quick};
use oxymoron::domain::checklist::{Checklist, Step};
use oxymoron::domain::level::Level;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::score::{AreaResult, Outcome, Scorecard, score};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// An area's bounds in sixths of a level.
fn check_area(depth: Depth, given: &str, low: u16, high: u16) {
    let area = first_area(depth, given);
    assert_eq!(
        (area.low.sixths(), area.high.sixths()),
        (low, high),
        "{depth:?} {given}"
    );
}

#[test]
fn area_bounds() {
    check_area(Quick, "A01=3", 18, 18);
    check_area(Quick, "A01=0", 6, 30);
    check_area(Quick, "", 6, 30);
    check_area(Full, "A01=2 A01a=3 A01b=3", 16, 16);
    check_area(Full, "A01=2 A01a=3", 12, 20); // (2 + 3 + 1) / 3 = 2 and (2 + 3 + 5) / 3 = 3.33
    check_area(Full, "A01=2 A01a=3 A01b=0", 12, 20);
    check_area(Full, "A01=5", 6, 30); // one of three: the whole area counts as unanswered
}

fn check(depth: Depth, given: &str, expected: &str) {
    assert_eq!(
        index_text(&score(&three_areas(), &answers(given), depth)),
        expected,
        "{depth:?} {given}"
    );
}

#[test]
fn cannot_tell_and_unanswered_bound_alike() {
    check(Quick, "A01=3 A02=3", "33.33 <= none <= 66.67"); // 25 x (7/3 - 1), 25 x (11/3 - 1)
    check(Quick, "A01=3 A02=3 A03=0", "33.33 <= none <= 66.67");
    check(Quick, "", "0.00 <= none <= 100.00");
}

#[test]
fn an_area_that_may_leave_stretches_the_range_only_where_it_pulls_inwards() {
    // With A02 at (1 + 5 + 5) / 3 the index is at least 25 x (17/9 - 1) = 22.22; without it, 0.
    check(
        Full,
        "A01=1 A01a=1 A01b=1 A02a=5 A02b=5 A03=1 A03a=1 A03b=1",
        "0.00 <= 33.33 <= 33.33",
    );
    // The same upside down: A02 at most (5 + 1 + 1) / 3, so 77.78; without it, 100.
    check(
        Full,
        "A01=5 A01a=5 A01b=5 A02a=1 A02b=1 A03=5 A03a=5 A03b=5",
        "66.67 <= 66.67 <= 100.00",
    );
    // A level on the anchored question says that the area applies.
    check(
        Full,
        "A01=1 A01a=1 A01b=1 A02=5 A02b=5 A03=1 A03a=1 A03b=1",
        "22.22 <= 33.33 <= 33.33",
    );
}

/// Each area that may leave makes the range wider or stays out of it: what pulls furthest is weighed first.
#[test]
fn of_two_areas_that_may_leave_the_one_that_pulls_less_counts_only_where_it_still_pulls() {
    let areas = |skip: &[u8], low: &[u8], levels: [u8; 2]| {
        let all = (1..=12).filter(|number| !skip.contains(number));
        all.map(|number| {
            let level = if low.contains(&number) {
                levels[0]
            } else {
                levels[1]
            };
            format!("A{number:02}={level} A{number:02}a={level} A{number:02}b={level} ")
        })
        .collect::<String>()
    };
    let bounds = |given: &str| {
        let index = score(&twelve_areas(), &answers(given), Full).index.unwrap();
        format!("{:.2} {:.2}", index.low.value(), index.high.value())
    };
    // Ten areas at 38 / 10. A12 at 1 makes that 39 / 11 = 3.55, which A02 at (1 + 5 + 5) / 3 = 3.67 would only raise.
    let given = areas(&[2, 12], &[1, 3], [3, 4]) + "A02a=5 A02b=5 A12=0 A12a=1 A12b=1";
    assert!(bounds(&given).starts_with("63.64 "), "25 x (39 / 11 - 1)");
    // Upside down: ten areas at 22 / 10, A12 at 5, and A02 at (5 + 1 + 1) / 3 = 2.33 below 27 / 11.
    let given = areas(&[2, 12], &[1, 3], [3, 2]) + "A02a=1 A02b=1 A12=0 A12a=5 A12b=5";
    assert!(bounds(&given).ends_with(" 36.36"), "25 x (27 / 11 - 1)");
}

#[test]
fn a_lone_answer_does_not_push_the_range_off_its_figure() {
    let mut given = answers("A12=5");
    for area in twelve_areas().areas.iter().take(11) {
        given.extend(
            Full.questions(area.id)
                .map(|question| (question, Answer::Level(Level::NotSeen))),
        );
    }
    // Were A12 bounded by its one answer, low would be 25 x ((11 + 7/3) / 12 - 1) = 2.78, above the figure.
    assert_eq!(
        index_text(&score(&twelve_areas(), &given, Full)),
        "0.00 <= 0.00 <= 8.33" // 25 x ((11 + 5) / 12 - 1)
    );
}

fn questions(checklist: &Checklist, depth: Depth) -> Vec<QuestionId> {
    checklist
        .areas
        .iter()
        .flat_map(|area| checklist.questions(Step::Area(area.id), depth))
        .collect()
}

fn leaves(checklist: &Checklist, answers: &Answers, question: QuestionId) -> bool {
    checklist.may_be_not_applicable(question)
        && matches!(answers.get(&question), Some(Answer::NotApplicable(_)))
}

/// Gives answers to what has no level yet: a level, not applicable where it is offered, or nothing.
fn complete(checklist: &Checklist, depth: Depth, given: &Answers, choices: &[u8]) -> Answers {
    let mut completed = given.clone();
    for (question, choice) in questions(checklist, depth).into_iter().zip(choices) {
        let open = given.get(&question).and_then(Answer::level).is_none();
        if !open || leaves(checklist, given, question) {
            continue;
        }
        match (Level::from_number(*choice), choice) {
            (Some(level), _) => completed.insert(question, Answer::Level(level)),
            (None, 6) if checklist.may_be_not_applicable(question) => {
                completed.insert(question, Answer::NotApplicable(String::new()))
            }
            _ => None,
        };
    }
    completed
}

fn assert_contains(before: &Scorecard, after: &Scorecard) {
    let applies = |(_, area): &(_, &AreaResult)| area.outcome != Outcome::NotApplicable;
    for (wide, narrow) in before.areas.iter().zip(&after.areas).filter(applies) {
        assert!(
            wide.low <= narrow.low && narrow.high <= wide.high,
            "{wide:?} {narrow:?}"
        );
        assert!(
            narrow
                .score()
                .is_none_or(|score| wide.low <= score && score <= wide.high),
            "{wide:?} {narrow:?}"
        );
    }
    let (Some(wide), Some(narrow)) = (before.index, after.index) else {
        return;
    };
    assert!(
        wide.low <= narrow.low && narrow.high <= wide.high,
        "{wide:?} {narrow:?}"
    );
    let inside = |figure| wide.low <= figure && figure <= wide.high;
    assert!(narrow.figure.is_none_or(inside), "{wide:?} {narrow:?}");
}

fn assert_not_lower(before: &Scorecard, after: &Scorecard) {
    for (before, after) in before.areas.iter().zip(&after.areas) {
        assert!(before.score() <= after.score() && before.low <= after.low && before.high <= after.high);
    }
    let (Some(before), Some(after)) = (before.index, after.index) else {
        return;
    };
    assert!(before.figure <= after.figure && before.low <= after.low && before.high <= after.high);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn contain_every_completion(given in any_answers(), depth in any_depth(), choices in vec(1_u8..=6, 36)) {
        let checklist = twelve_areas();
        // Six is a level for whatever cannot be not applicable, so that nothing stays open.
        let choices: Vec<_> = questions(&checklist, depth).into_iter().zip(choices)
            .map(|(question, choice)| if checklist.may_be_not_applicable(question) { choice } else { choice.min(5) })
            .collect();
        let after = score(&checklist, &complete(&checklist, depth, &given, &choices), depth);
        assert_contains(&score(&checklist, &given, depth), &after);
        let index = after.index.unwrap();
        prop_assert!(index.figure.is_some(), "complete");
        for (area, result) in checklist.areas.iter().zip(&after.areas) {
            prop_assert!(result.score().is_some() || area.may_be_not_applicable);
        }
    }

    #[test]
    fn contain_every_partial_completion(
        given in any_answers(),
        depth in any_depth(),
        choices in vec(0_u8..=9, 36),
    ) {
        let checklist = twelve_areas();
        let after = complete(&checklist, depth, &given, &choices);
        assert_contains(&score(&checklist, &given, depth), &score(&checklist, &after, depth));
    }

    #[test]
    fn contain_the_figure(given in any_answers(), depth in any_depth()) {
        let card = score(&twelve_areas(), &given, depth);
        assert_contains(&card, &card);
    }

    #[test]
    fn one_level_up_never_lowers_anything(given in any_answers(), depth in any_depth(), which in any::<Index>()) {
        let checklist = twelve_areas();
        let can_rise: Vec<_> = given.iter().filter_map(|(id, answer)| Some((*id, answer.level()?.above()?))).collect();
        prop_assume!(!can_rise.is_empty());
        let (question, above) = *which.get(&can_rise);
        let mut raised = given.clone();
        raised.insert(question, Answer::Level(above));
        assert_not_lower(&score(&checklist, &given, depth), &score(&checklist, &raised, depth));
    }

    #[test]
    fn order_changes_nothing(
        (given, shuffled) in any_answers().prop_flat_map(|given| {
            let list: Vec<_> = given.clone().into_iter().collect();
            (Just(given), Just(list).prop_shuffle())
        }),
        areas in Just(twelve_areas().areas).prop_shuffle(),
        depth in any_depth(),
    ) {
        let in_order = score(&twelve_areas(), &given, depth);
        let reordered = Checklist { areas, ..twelve_areas() };
        let mut card = score(&reordered, &shuffled.into_iter().collect(), depth);
        card.areas.sort_by_key(|area| area.area);
        prop_assert_eq!(in_order, card);
    }
}
