//! The plan: levels at the moment of choosing, dates that are offered, dates in the wrong order.

use crate::arbitrary::{day, settings};
use crate::support::{answers, area_id, three_areas};
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::doors::Door;
use oxymoron::domain::plan::{Chosen, Disorder, Plan, PlanDay, Status};
use oxymoron::domain::score::score;
use oxymoron::domain::stamp::{Revision, Stamped};
use proptest::prelude::*;

/// The levels that a choice of the first area starts from and goes to, 0 for none.
fn check_levels(depth: Depth, given: &str, expected: [u8; 2]) {
    let card = score(&three_areas(), &answers(given), depth);
    let chosen = Chosen::new(area_id(1), Door::MostEnergy, card.areas.first());
    let number = |level: Option<_>| level.map_or(0, u8::from);
    assert_eq!([number(chosen.from), number(chosen.to)], expected, "{given}");
}

#[test]
fn levels_are_those_reached_and_the_one_above() {
    check_levels(Depth::Quick, "A01=2", [2, 3]);
    check_levels(Depth::Quick, "A01=1", [1, 2]);
    check_levels(Depth::Quick, "A01=5", [5, 0]);
    check_levels(Depth::Quick, "A01=0", [0, 0]);
    check_levels(Depth::Quick, "", [0, 0]);
    // A mean of 3.67 has reached level 3.
    check_levels(Depth::Full, "A01=3 A01a=4 A01b=4", [3, 4]);
    check_levels(Depth::Full, "A01=3", [0, 0]);
    let unknown = Chosen::new(area_id(99), Door::Chance, None);
    assert_eq!((unknown.from, unknown.to), (None, None));
}

fn date(text: &str) -> Option<Day> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn with_dates(dates: [&str; 3]) -> Plan {
    let mut plan = Plan::default();
    for (which, text) in PlanDay::ALL.into_iter().zip(dates) {
        *plan.day_mut(which) = Stamped::new(date(text), Revision(1));
    }
    plan
}

/// What is offered on 2026-11-23 for what is missing.
fn check_offer(dates: [&str; 3], expected: &[(PlanDay, &str)]) {
    let offered = with_dates(dates).offered(date("2026-11-23").unwrap());
    let expected: Vec<_> = expected
        .iter()
        .map(|(which, text)| (*which, date(text).unwrap()))
        .collect();
    assert_eq!(offered, expected, "{dates:?}");
}

#[test]
fn dates_are_offered_only_where_there_are_none() {
    use PlanDay::{Review, Start, Stop};
    check_offer(
        ["", "", ""],
        &[
            (Start, "2026-11-23"),
            (Stop, "2026-12-07"),
            (Review, "2027-01-18"),
        ],
    );
    check_offer(
        ["2027-02-20", "", ""],
        &[(Stop, "2027-03-06"), (Review, "2027-04-17")],
    );
    check_offer(
        ["", "2026-12-01", ""],
        &[(Start, "2026-11-23"), (Review, "2027-01-12")],
    );
    check_offer(["2026-11-01", "2026-11-02", "2026-11-03"], &[]);
    // An experiment that began long ago has no day left but today, and its review as much time as any.
    check_offer(
        ["2025-01-01", "", ""],
        &[(Stop, "2026-11-23"), (Review, "2027-01-04")],
    );
    check_offer(["2026-09-01", "2026-10-30", ""], &[(Review, "2026-12-11")]);
    // The calendar ends there, and so does the offer.
    check_offer(["9999-12-25", "", ""], &[]);
    check_offer(["9999-12-01", "", ""], &[(Stop, "9999-12-15")]);
}

fn check_order(dates: [&str; 3], expected: Option<Disorder>) {
    assert_eq!(with_dates(dates).disorder(), expected, "{dates:?}");
}

#[test]
fn dates_in_the_wrong_order_are_named() {
    check_order(["", "", ""], None);
    check_order(["2026-11-23", "2026-11-23", "2026-11-23"], None);
    check_order(["2026-11-23", "2026-11-22", ""], Some(Disorder::StopBeforeStart));
    check_order(
        ["2026-11-23", "2026-12-07", "2026-12-06"],
        Some(Disorder::ReviewTooEarly),
    );
    check_order(["2026-11-23", "", "2026-11-22"], Some(Disorder::ReviewTooEarly));
    check_order(["", "2026-12-07", "2027-01-18"], None);
    check_order(
        ["2026-11-23", "2026-11-22", "2026-11-21"],
        Some(Disorder::StopBeforeStart),
    );
}

/// What comes next on 2026-11-23 in a plan from start to review, as it stands.
fn check_next(status: Status, dates: [&str; 3], expected: Option<(PlanDay, &str)>) {
    let mut plan = with_dates(dates);
    plan.status.value = status;
    let expected = expected.map(|(which, text)| (which, date(text).unwrap()));
    assert_eq!(
        plan.next(date("2026-11-23").unwrap()),
        expected,
        "{status:?} {dates:?}"
    );
}

#[test]
fn what_comes_next_is_the_first_date_ahead_or_else_the_last_one_missed() {
    use PlanDay::{Review, Start, Stop};
    use Status::{Done, Dropped, Planned, Running};
    let ahead = ["2026-11-25", "2026-12-09", "2027-01-20"];
    check_next(Planned, ahead, Some((Start, "2026-11-25")));
    check_next(Running, ahead, Some((Stop, "2026-12-09")));
    check_next(Done, ahead, Some((Review, "2027-01-20")));
    check_next(Dropped, ahead, None);
    let between = ["2026-11-01", "2026-11-15", "2026-11-23"];
    check_next(Running, between, Some((Review, "2026-11-23")));
    let over = ["2026-09-01", "2026-09-15", "2026-11-16"];
    check_next(Planned, over, Some((Review, "2026-11-16")));
    check_next(
        Running,
        ["2026-09-01", "2026-09-15", ""],
        Some((Stop, "2026-09-15")),
    );
    check_next(Running, ["2026-11-25", "", ""], None);
    check_next(Planned, ["", "", ""], None);
    // Out of order: whichever comes first.
    check_next(
        Planned,
        ["2026-12-07", "2026-11-30", ""],
        Some((Stop, "2026-11-30")),
    );
}

#[test]
fn a_review_that_has_passed_waits_until_something_was_learned() {
    let mut plan = with_dates(["2026-09-01", "2026-09-15", "2026-11-16"]);
    plan.status.value = Status::Done;
    let today = date("2026-11-23").unwrap();
    assert!(plan.next(today).is_some());
    plan.learned.value = "  ".to_owned();
    assert!(plan.next(today).is_some());
    plan.learned.value = "Ask sooner".to_owned();
    assert_eq!(plan.next(today), None);
    assert!(plan.next(date("2026-11-16").unwrap()).is_some());
}

#[test]
fn the_next_assessment_is_a_quarter_later_and_not_before_the_review() {
    let mut one = Assessment::new(AssessmentId(1), InstrumentVersion(1), Moment(0));
    let again = |one: &Assessment, text: &str| one.again(date(text).unwrap()).map(|day| day.to_string());
    // 2026-11-23 and 2027-02-22 are Mondays.
    assert_eq!(again(&one, "2026-11-23").as_deref(), Some("2027-02-22"));
    one.plan.review.value = date("2027-01-18");
    assert_eq!(again(&one, "2026-11-23").as_deref(), Some("2027-02-22"));
    one.plan.review.value = date("2027-03-01");
    assert_eq!(again(&one, "2026-11-23").as_deref(), Some("2027-03-01"));
    assert_eq!(again(&one, "9999-12-01"), None);
}

#[test]
fn every_status_and_door_has_one_name() {
    for status in Status::ALL {
        assert_eq!(Status::from_name(status.name()), Some(status));
    }
    for door in Door::ALL {
        assert_eq!(Door::from_name(door.name()), Some(door));
    }
    assert_eq!(Status::from_name(""), None);
    assert_eq!(Door::from_name("LOWEST"), None);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn what_is_offered_is_in_order(today in day(), start in proptest::option::of(day())) {
        let mut plan = Plan::default();
        plan.start.value = start;
        for (which, day) in plan.offered(today) {
            plan.day_mut(which).value = Some(day);
        }
        prop_assert_eq!(plan.disorder(), None);
    }
}
