//! Two people's views of one organisation.

use crate::arbitrary::{answers as any_answers, depth, settings};
use crate::support::{answers, three_areas, twelve_areas, typed};
use oxymoron::domain::answer::Answers;
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Depth::{self, Full, Quick};
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::compare::compare;
use oxymoron::domain::precision::Movement;
use oxymoron::domain::score::Outcome;
use oxymoron::domain::stamp::{Revision, Stamped};
use oxymoron::domain::views::{Nearness, Views, views};
use proptest::prelude::*;

fn one(depth: Depth, given: &Answers) -> Assessment {
    let mut one = Assessment::new(AssessmentId(1), InstrumentVersion(1), Moment(0));
    one.depth.value = depth;
    for (question, answer) in given {
        one.answers
            .insert(*question, Stamped::new(Some(answer.clone()), Revision(1)));
    }
    one
}

fn quick(one_line: &str, other_line: &str) -> Views {
    let of = |line| one(Quick, &typed(line));
    views(&twelve_areas(), &of(one_line), &of(other_line))
}

/// The numbers of the areas that stand to each other in one way.
fn numbers(views: &Views, nearness: Nearness) -> Vec<u8> {
    views.of(nearness).map(|area| area.area.number()).collect()
}

#[test]
fn two_levels_are_apart_one_is_near_and_the_furthest_come_first() {
    let both = quick("123451234512", "133154234511");
    assert_eq!(numbers(&both, Nearness::Apart), [4, 6]);
    assert_eq!(numbers(&both, Nearness::Near), [2, 12]);
    assert_eq!(numbers(&both, Nearness::Same), [1, 3, 5, 7, 8, 9, 10, 11]);
    assert!(numbers(&both, Nearness::Untold).is_empty());
}

#[test]
fn who_gives_no_level_is_neither_near_nor_apart() {
    let both = quick("1x345123451-", "0x345123451-");
    assert_eq!(numbers(&both, Nearness::Untold), [1, 2, 12]);
    let first = both.of(Nearness::Untold).next().unwrap();
    assert!(matches!(first.outcomes.from, Outcome::Scored(_)));
    assert_eq!(first.outcomes.to, Outcome::CannotTell);
}

#[test]
fn of_means_more_than_one_level_counts_and_half_a_level_is_the_same() {
    let of = |text: &str| one(Full, &answers(text));
    let nearness = |mine: &str, theirs: &str| {
        let both = views(&three_areas(), &of(mine), &of(theirs));
        let mut areas = both.areas.into_iter();
        areas.find(|area| area.area.number() == 1).unwrap().nearness
    };
    let mine = "A01=3 A01a=3 A01b=3";
    assert_eq!(nearness(mine, "A01=3 A01a=3 A01b=4"), Nearness::Same);
    assert_eq!(nearness(mine, "A01=4 A01a=3 A01b=4"), Nearness::Near);
    assert_eq!(nearness(mine, "A01=2 A01a=3"), Nearness::Near, "half a level");
    assert_eq!(nearness(mine, "A01=4 A01a=4 A01b=4"), Nearness::Near);
    assert_eq!(nearness(mine, "A01=4 A01a=4 A01b=5"), Nearness::Apart);
    assert_eq!(nearness(mine, "A01=5 A01a=5 A01b=5"), Nearness::Apart);
    // One quick, one full: what both were asked.
    let quick = one(Quick, &answers("A01=1"));
    let both = views(&three_areas(), &quick, &of(mine));
    assert_eq!(both.depth, Quick);
    assert_eq!(numbers(&both, Nearness::Apart), [1]);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn neither_of_the_two_is_the_first(
        mine in any_answers(), theirs in any_answers(), depths in (depth(), depth())
    ) {
        let checklist = twelve_areas();
        let (mine, theirs) = (one(depths.0, &mine), one(depths.1, &theirs));
        let (there, back) = (views(&checklist, &mine, &theirs), views(&checklist, &theirs, &mine));
        for kind in [Nearness::Apart, Nearness::Near, Nearness::Same, Nearness::Untold] {
            prop_assert_eq!(numbers(&there, kind), numbers(&back, kind));
        }
        prop_assert_eq!(there.areas.len(), checklist.areas.len());
        let compared = compare(&checklist, &mine, &theirs);
        let moved = compared.count(Movement::MovedUp) + compared.count(Movement::MovedDown);
        prop_assert_eq!(numbers(&there, Nearness::Apart).len(), moved, "apart is what a comparison calls moved");
        let nobody = views(&checklist, &mine, &mine);
        prop_assert!(numbers(&nobody, Nearness::Apart).is_empty());
        prop_assert!(numbers(&nobody, Nearness::Near).is_empty());
    }
}
