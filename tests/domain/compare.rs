//! What moved between two assessments, by hand and as properties.

use crate::arbitrary::{answers as any_answers, depth, settings};
use crate::support::{answers, area_id, points, three_areas, twelve_areas, typed};
use oxymoron::domain::answer::Answers;
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Depth::{self, Full, Quick};
use oxymoron::domain::checklist::{Checklist, InstrumentVersion};
use oxymoron::domain::compare::{AreaComparison, Comparison, Verdict, compare};
use oxymoron::domain::precision::Movement::{self, MovedDown, MovedUp, NoneThatCounts};
use oxymoron::domain::score::{Outcome, score};
use oxymoron::domain::stamp::{Revision, Stamped};
use proptest::prelude::*;

fn one(version: u16, depth: Depth, given: &Answers) -> Assessment {
    let mut one = Assessment::new(AssessmentId(1), InstrumentVersion(version), Moment(0));
    one.depth.value = depth;
    for (question, answer) in given {
        one.answers
            .insert(*question, Stamped::new(Some(answer.clone()), Revision(1)));
    }
    one
}

fn quick(before: &str, after: &str) -> Comparison {
    let one = |line| one(1, Quick, &typed(line));
    compare(&twelve_areas(), &one(before), &one(after))
}

/// The first of three areas.
fn first(from: &Assessment, to: &Assessment) -> AreaComparison {
    compare(&three_areas(), from, to).areas[0]
}

fn verdicts(comparison: &Comparison) -> String {
    let sign = |area: &AreaComparison| match area.verdict {
        Verdict::Compared(MovedUp) => '+',
        Verdict::Compared(MovedDown) => '-',
        Verdict::Compared(NoneThatCounts) => '=',
        Verdict::NoScore => '?',
        Verdict::NothingShared => '/',
    };
    comparison.areas.iter().map(sign).collect()
}

#[test]
fn one_level_up_or_down_does_not_count_in_quick_and_two_do() {
    let comparison = quick("324321433452", "334123235354");
    assert_eq!(verdicts(&comparison), "===-=+-=+==+");
}

#[test]
fn the_index_moves_past_18_points_in_quick() {
    let check = |after: &str, shown: u32, expected: Movement| {
        let index = quick("222222222222", after).index.unwrap();
        assert_eq!(index.figures.from, points(25));
        assert_eq!(
            (index.figures.to.rounded(), index.change),
            (shown, expected),
            "{after}"
        );
        assert_eq!(format!("{:.2}", index.smallest), "18.33");
    };
    check("333333332222", 42, NoneThatCounts); // 8 levels over 12 areas: 16.67 points
    check("333333333222", 44, MovedUp); // 9 levels: 18.75 points
    check("111111111222", 6, MovedDown);
}

#[test]
fn an_area_that_applies_on_one_side_only_is_not_among_those_that_can_move() {
    // The second and the twelfth area may not apply.
    let applicable = |before, after| quick(before, after).applicable;
    assert_eq!(applicable("222222222222", "222222222222"), 12);
    assert_eq!(applicable("2x2222222222", "222222222222"), 11);
    assert_eq!(applicable("222222222222", "22222222222x"), 11);
    assert_eq!(applicable("2x2222222222", "22222222222x"), 10);
    assert_eq!(applicable("2x2222222222", "2x2222222222"), 11);
}

#[test]
fn full_depth_counts_just_over_one_level() {
    let check = |before: &str, after: &str, expected: Movement| {
        let one = |text: &str| one(1, Full, &answers(text));
        assert_eq!(
            first(&one(before), &one(after)).verdict,
            Verdict::Compared(expected)
        );
    };
    check("A01=3 A01a=3 A01b=3", "A01=4 A01a=4 A01b=4", NoneThatCounts); // 1.00, and 1.01 is needed
    check("A01=3 A01a=3 A01b=3", "A01=4 A01a=4 A01b=5", MovedUp); // 1.33
    check("A01=4 A01a=4 A01b=5", "A01=3 A01a=3 A01b=3", MovedDown);
}

#[test]
fn quick_against_full_compares_the_anchored_questions_by_the_quick_rule() {
    // 3, 5 and 5 are 4.33 in full depth; what both have is a 3 and a 4.
    let full = one(1, Full, &answers("A01=3 A01a=5 A01b=5"));
    let check = |level: &str, expected: Movement| {
        let quick = one(1, Quick, &answers(&format!("A01={level}")));
        for (from, to, expected) in [(&full, &quick, expected), (&quick, &full, mirrored(expected))] {
            let comparison = compare(&three_areas(), from, to);
            assert_eq!(comparison.depth, Quick);
            assert!(comparison.depths.differ());
            assert_eq!(
                comparison.areas[0].verdict,
                Verdict::Compared(expected),
                "{level}"
            );
        }
    };
    check("4", NoneThatCounts);
    check("5", MovedUp);
    check("1", MovedDown);
}

#[test]
fn an_area_without_a_score_says_which_side_and_why() {
    let check = |before: &str, after: &str, from: Option<Outcome>, to: Option<Outcome>| {
        let area = first(&one(1, Quick, &answers(before)), &one(1, Quick, &answers(after)));
        assert_eq!(area.verdict, Verdict::NoScore);
        assert_eq!(area.scores(), None);
        for (outcome, expected) in [(area.outcomes.from, from), (area.outcomes.to, to)] {
            match expected {
                Some(expected) => assert_eq!(outcome, expected, "{before} to {after}"),
                None => assert!(matches!(outcome, Outcome::Scored(_)), "{before} to {after}"),
            }
        }
    };
    check("A01=3", "", None, Some(Outcome::Unanswered));
    check("A01=0", "A01=3", Some(Outcome::CannotTell), None);
    check("", "A01=0", Some(Outcome::Unanswered), Some(Outcome::CannotTell));
    let both = |line| one(1, Quick, &answers(line));
    let second = compare(&three_areas(), &both("A02=x"), &both("A02=5")).areas[1];
    assert_eq!(
        (second.verdict, second.outcomes.from),
        (Verdict::NoScore, Outcome::NotApplicable)
    );
}

#[test]
fn the_index_rests_on_what_has_a_score_on_both_sides() {
    // Eight areas are shared of eleven that apply: three quarters would be 8.25.
    let eight = quick("55555555---x", "33333333555x");
    assert_eq!((eight.shared, eight.applicable, eight.index), (8, 11, None));
    // Nine of twelve: all of them fell from 5 to 3, and what only one side has is left out.
    let nine = quick("555555555---", "333333333555");
    assert_eq!((nine.shared, nine.applicable), (9, 12));
    let index = nine.index.unwrap();
    assert_eq!((index.figures.from, index.figures.to), (points(100), points(50)));
    // 1.96 x sqrt 2 x 25 x sqrt(0.4 x (1 + 8 x 0.1) / 9)
    assert_eq!(format!("{:.2}", index.smallest), "19.60");
    assert_eq!(index.change, MovedDown);
    assert_eq!(quick("", "").index, None);
}

#[test]
fn different_versions_compare_the_questions_that_both_have() {
    let old = one(1, Full, &answers("A01=1 A01a=1 A02=3 A03=2 A03a=2 A03b=2"));
    let new = one(2, Full, &answers("A01=3 A01a=3 A01b=5 A02=3 A02a=3 A03=4 A03b=4"));
    let comparison = compare(&three_areas(), &old, &new);
    assert!(comparison.versions.differ());
    // A01: 1 and 1 against 3 and 3, without the 5. A02: not scored before. A03: 2 and 2 against 4 and 4.
    assert_eq!(verdicts(&comparison), "+?+");
    let scores = comparison.areas[0].scores().unwrap();
    assert_eq!((scores.from.sixths(), scores.to.sixths()), (6, 18));
    // One version has the one evidence question, the other the other.
    let old = one(1, Full, &answers("A01=3 A01a=3"));
    let new = one(2, Full, &answers("A01=3 A01b=3"));
    assert_eq!(first(&old, &new).verdict, Verdict::NothingShared);
    // Of the same version both have a score, each on its own two of three.
    let new = one(1, Full, &answers("A01=3 A01b=3"));
    assert_eq!(first(&old, &new).verdict, Verdict::Compared(NoneThatCounts));
}

#[test]
fn what_does_not_apply_is_not_compared_on_its_evidence() {
    let old = one(1, Full, &answers("A02=x A02a=1 A02b=1"));
    let new = one(2, Full, &answers("A02a=5 A02b=5"));
    let second = compare(&three_areas(), &old, &new).areas[1];
    assert_eq!(second.verdict, Verdict::NoScore);
    assert_eq!(second.outcomes.from, Outcome::NotApplicable);
}

const fn mirrored(change: Movement) -> Movement {
    match change {
        MovedUp => MovedDown,
        MovedDown => MovedUp,
        NoneThatCounts => NoneThatCounts,
    }
}

fn any_one() -> impl Strategy<Value = Assessment> {
    (1_u16..3, depth(), any_answers()).prop_map(|(version, depth, given)| one(version, depth, &given))
}

/// The checklist that the answers are about, as a constant of the properties.
fn all() -> Checklist {
    twelve_areas()
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn nothing_moves_against_itself(one in any_one()) {
        let comparison = compare(&all(), &one, &one);
        for change in [MovedUp, MovedDown] {
            prop_assert_eq!(comparison.count(change), 0);
        }
        prop_assert_eq!(comparison.count(NoneThatCounts), comparison.shared);
        let card = score(&all(), &one.given(), one.depth.value);
        prop_assert_eq!(comparison.shared, card.scored());
        let figure = card.index.and_then(|index| index.figure);
        prop_assert_eq!(comparison.index.map(|index| index.figures.from), figure);
        prop_assert!(comparison.index.is_none_or(|index| index.change == NoneThatCounts));
    }

    #[test]
    fn swapping_mirrors_the_verdict(one in any_one(), other in any_one()) {
        let there = compare(&all(), &one, &other);
        let back = compare(&all(), &other, &one);
        for (there, back) in there.areas.iter().zip(&back.areas) {
            let expected = match back.verdict {
                Verdict::Compared(change) => Verdict::Compared(mirrored(change)),
                same => same,
            };
            prop_assert_eq!(there.verdict, expected);
            prop_assert_eq!(there.outcomes.from, back.outcomes.to);
        }
        prop_assert_eq!(there.index.map(|it| it.change), back.index.map(|it| mirrored(it.change)));
        prop_assert_eq!((there.shared, there.applicable), (back.shared, back.applicable));
    }

    #[test]
    fn in_quick_one_level_never_counts_and_two_always_do(one in any_one(), other in any_one()) {
        let mut one = one;
        one.depth.value = Quick;
        for area in compare(&all(), &one, &other).areas {
            if let Some(scores) = area.scores() {
                let levels = i32::from(scores.to.sixths()) - i32::from(scores.from.sixths());
                let expected = match levels {
                    12.. => MovedUp,
                    ..=-12 => MovedDown,
                    _ => NoneThatCounts,
                };
                prop_assert_eq!(area.verdict, Verdict::Compared(expected), "{}", area.area);
            }
        }
    }

    #[test]
    fn each_area_has_a_verdict_and_only_those_with_two_scores_are_compared(one in any_one(), other in any_one()) {
        let comparison = compare(&all(), &one, &other);
        for (number, area) in (1..).zip(&comparison.areas) {
            prop_assert_eq!(area.area, area_id(number));
            let scored = |outcome| matches!(outcome, Outcome::Scored(_));
            let both = scored(area.outcomes.from) && scored(area.outcomes.to);
            prop_assert_eq!(area.verdict == Verdict::NoScore, !both);
        }
        let gate = 4 * comparison.shared >= 3 * comparison.applicable && comparison.shared > 0;
        prop_assert_eq!(comparison.index.is_some(), gate);
    }
}
