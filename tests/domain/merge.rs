//! Two windows with the same assessment.

use crate::arbitrary::{assessment, latest, plan_revisions, settings};
use crate::support::area_id;
use litemap::LiteMap;
use oxymoron::domain::answer::{Answer, Choice};
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::plan::{PlanDay, PlanText, Status};
use oxymoron::domain::stamp::{Revision, Stamped};
use proptest::prelude::*;
use std::fmt::Debug;

/// The part that both windows end up with, whichever of them merges.
fn check(mine: (&str, u32), theirs: (&str, u32), kept: (&str, u32)) {
    let part = |(value, revision): (&str, u32)| Stamped::new(value.to_owned(), Revision(revision));
    for (mut into, from) in [(part(mine), part(theirs)), (part(theirs), part(mine))] {
        into.merge(from);
        assert_eq!(into, part(kept));
    }
}

#[test]
fn the_later_part_is_kept() {
    check(("old", 1), ("new", 2), ("new", 2));
    check(("z", 1), ("a", 2), ("a", 2));
    check(("text", 1), ("", 2), ("", 2));
    check(("same", 3), ("same", 3), ("same", 3));
}

#[test]
fn two_edits_at_the_same_revision_settle_alike_in_both_windows() {
    check(("a", 2), ("b", 2), ("b", 2));
    check(("", 2), ("kept", 2), ("kept", 2));
}

fn answer(assessment: &mut Assessment, question: &str, code: &str) {
    let revision = assessment.edit(Moment(0));
    let answer = Choice::from_code(code).map(|choice| choice.answer(None));
    assessment
        .answers
        .insert(question.parse().unwrap(), Stamped::new(answer, revision));
}

fn merged(mut one: Assessment, other: Assessment) -> Assessment {
    one.merge(other);
    one
}

#[test]
fn answers_of_two_windows_come_together() {
    let mut one = Assessment::new(AssessmentId(1), InstrumentVersion(1), Moment(0));
    answer(&mut one, "A01", "3");
    let mut other = one.clone();
    answer(&mut one, "A02", "4");
    answer(&mut other, "A03", "5");
    answer(&mut other, "A01", "1");
    other.notes.insert(
        area_id(3),
        Stamped::new("said in the review".to_owned(), other.revision),
    );
    let both = merged(one, other);
    let level = |question: &str| {
        both.answer(question.parse().unwrap())
            .and_then(Answer::level)
            .map(u8::from)
    };
    assert_eq!(["A01", "A02", "A03"].map(level), [Some(1), Some(4), Some(5)]);
    assert_eq!(both.note(area_id(3)), "said in the review");
    assert_eq!(both.note(area_id(1)), "");
    assert_eq!(both.revision, Revision(3));
}

#[test]
fn an_answer_taken_back_later_stays_away() {
    let mut one = Assessment::new(AssessmentId(1), InstrumentVersion(1), Moment(0));
    answer(&mut one, "A01", "3");
    let mut other = one.clone();
    answer(&mut other, "A01", "taken back");
    assert_eq!(merged(one, other).answer("A01".parse().unwrap()), None);
}

#[test]
fn an_edit_after_a_merge_is_later_than_both() {
    let mut one = Assessment::new(AssessmentId(1), InstrumentVersion(1), Moment(0));
    let mut other = one.clone();
    for code in ["1", "2", "3"] {
        answer(&mut other, "A01", code);
    }
    one.merge(other.clone());
    answer(&mut one, "A01", "1");
    assert_eq!(merged(other, one.clone()), one);
}

#[test]
fn two_windows_plan_together() {
    let mut one = Assessment::new(AssessmentId(1), InstrumentVersion(1), Moment(0));
    let mut other = one.clone();
    let revision = one.edit(Moment(1));
    *one.plan.text_mut(PlanText::Owner) = Stamped::new("Ada".to_owned(), revision);
    let revision = other.edit(Moment(2));
    *other.plan.day_mut(PlanDay::Stop) = Stamped::new(Day::new(2026, 12, 7), revision);
    let revision = other.edit(Moment(3));
    other.plan.status = Stamped::new(Status::Running, revision);
    let both = merged(one, other);
    assert_eq!(both.plan.owner.value, "Ada");
    assert_eq!(both.plan.stop.value, Day::new(2026, 12, 7));
    assert_eq!(both.plan.status.value, Status::Running);
}

fn assert_latest<Id: Ord + Debug, T: Ord + Debug>(
    merged: &LiteMap<Id, Stamped<T>>,
    sides: [&LiteMap<Id, Stamped<T>>; 2],
) {
    for (id, part) in sides.into_iter().flatten() {
        let kept = merged.get(id).expect("no part is dropped");
        assert!(
            (kept.revision, &kept.value) >= (part.revision, &part.value),
            "{id:?}"
        );
        assert!(sides.iter().any(|side| {
            side.get(id)
                .is_some_and(|part| part.revision == kept.revision && part.value == kept.value)
        }));
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn commutes(one in assessment(), other in assessment()) {
        prop_assert_eq!(merged(one.clone(), other.clone()), merged(other, one));
    }

    #[test]
    fn associates(one in assessment(), two in assessment(), three in assessment()) {
        let left = merged(merged(one.clone(), two.clone()), three.clone());
        prop_assert_eq!(left, merged(one, merged(two, three)));
    }

    #[test]
    fn is_idempotent(one in assessment(), other in assessment()) {
        prop_assert_eq!(merged(one.clone(), one.clone()), one.clone());
        let both = merged(one, other.clone());
        prop_assert_eq!(merged(both.clone(), other), both);
    }

    #[test]
    fn never_loses_the_later_part(one in assessment(), other in assessment()) {
        let both = merged(one.clone(), other.clone());
        assert_latest(&both.answers, [&one.answers, &other.answers]);
        assert_latest(&both.notes, [&one.notes, &other.notes]);
        prop_assert!(both.subject.revision == one.subject.revision.max(other.subject.revision));
        prop_assert!(both.day.revision == one.day.revision.max(other.day.revision));
        prop_assert!(both.previous.revision == one.previous.revision.max(other.previous.revision));
        prop_assert!(both.depth.revision == one.depth.revision.max(other.depth.revision));
        prop_assert!(both.know_do.revision == one.know_do.revision.max(other.know_do.revision));
        let parts = [&one, &other, &both].map(|side| plan_revisions(&side.plan));
        for ((one, other), kept) in parts[0].iter().zip(&parts[1]).zip(&parts[2]) {
            prop_assert_eq!(one.max(other), kept);
        }
        prop_assert_eq!(both.revision, latest(&both));
    }
}
