//! Days that exist, and moments.

use crate::arbitrary::{day, settings, text};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::level::Level;
use proptest::prelude::*;

fn check(text: &str, exists: bool) {
    let day = text.parse::<Day>();
    assert_eq!(day.is_ok(), exists, "{text}");
    if let Ok(day) = day {
        assert_eq!(day.to_string(), text);
    }
}

#[test]
fn days_that_exist() {
    for day in [
        "2026-11-23",
        "2024-02-29",
        "2000-02-29",
        "0001-01-01",
        "9999-12-31",
        "2026-04-30",
    ] {
        check(day, true);
    }
}

#[test]
fn days_that_do_not() {
    for day in [
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "0000-01-01",
    ] {
        check(day, false);
    }
}

#[test]
fn other_ways_to_write_a_day() {
    let others = [
        "",
        "-",
        "--",
        "2026-1-1",
        "26-01-01",
        "2026-01-011",
        "2026-01-01-",
        " 2026-01-01",
        "+026-01-01",
        "2026/01/01",
    ];
    for other in others {
        check(other, false);
    }
    check("٢٠٢٦-01-01", false);
}

#[test]
fn four_hundred_years_have_146_097_days() {
    let days = (1600..2000)
        .flat_map(|year| (0..=13).flat_map(move |month| (0..=32).map(move |day| (year, month, day))));
    assert_eq!(
        days.filter(|(year, month, day)| Day::new(*year, *month, *day).is_some())
            .count(),
        146_097
    );
}

#[test]
fn seconds_between_moments() {
    assert_eq!(Moment(55_999).seconds_since(Moment(1_000)), 54);
    assert_eq!(Moment(56_000).seconds_since(Moment(1_000)), 55);
    assert_eq!(Moment(1_000).seconds_since(Moment(2_000)), 0);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn written_days_read_back(day in day()) {
        prop_assert_eq!(day.to_string().parse(), Ok(day));
    }

    #[test]
    fn days_order_as_their_texts(one in day(), other in day()) {
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn what_reads_as_a_day_is_written_the_same(text in prop_oneof![text(), "[0-9+-]{8,11}"]) {
        if let Ok(day) = text.parse::<Day>() {
            prop_assert_eq!(day.to_string(), text);
        }
    }
}

#[test]
fn the_day_of_a_moment_depends_on_the_clock_on_the_wall() {
    let check = |seconds: u64, minutes_ahead, expected: &str| {
        assert_eq!(
            Day::of(Moment(seconds * 1000), minutes_ahead).to_string(),
            expected
        );
    };
    check(0, 0, "1970-01-01");
    check(0, -60, "1970-01-01"); // nothing lies before the first moment
    check(951_825_600, 0, "2000-02-29"); // date -u -d @951825600
    check(1_795_391_940, 0, "2026-11-22"); // 23:59 in UTC
    check(1_795_391_940, 1, "2026-11-23");
    check(1_795_392_000, -1, "2026-11-22");
    check(u64::MAX / 1000, 0, "9999-12-31");
}

#[test]
fn days_are_counted_across_months_leap_days_and_centuries() {
    let check = |from: &str, days: i32, to: &str| {
        let day = |text: &str| text.parse::<Day>().ok();
        assert_eq!(
            day(from).and_then(|from| from.plus(days)),
            day(to),
            "{from} {days}"
        );
        if let Some(to) = day(to) {
            assert_eq!(to.plus(-days), day(from), "{to} back");
        }
    };
    check("2026-11-23", 14, "2026-12-07");
    check("2026-12-07", 42, "2027-01-18");
    check("2024-02-28", 2, "2024-03-01");
    check("2026-02-28", 1, "2026-03-01");
    check("1900-02-28", 1, "1900-03-01");
    check("2000-02-28", 1, "2000-02-29");
    check("1970-01-01", 0, "1970-01-01");
    check("0001-01-01", 3_652_058, "9999-12-31");
    check("9999-12-31", 1, "none");
    check("0001-01-01", -1, "none");
    check("2026-11-23", i32::MIN, "none");
}

#[test]
fn moments_have_a_day_in_utc() {
    let check = |seconds: u64, day: &str, since: u64| {
        let (found, rest) = Moment(seconds * 1000 + 999).in_utc().unwrap();
        assert_eq!((found.to_string().as_str(), rest), (day, since));
    };
    check(0, "1970-01-01", 0);
    check(86_399, "1970-01-01", 86_399);
    check(951_782_400, "2000-02-29", 0);
    check(1_795_437_296, "2026-11-23", 45_296);
    assert_eq!(Moment(u64::MAX).in_utc(), None);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_day_is_found_again_from_its_count(day in day(), minutes in 0_u64..1440) {
        if let Ok(days) = u64::try_from(day.days()) {
            let moment = Moment((days * 1440 + minutes) * 60_000);
            prop_assert_eq!(Day::of(moment, 0), day);
        }
    }

    #[test]
    fn counts_are_in_the_order_of_days(one in day(), other in day()) {
        prop_assert_eq!(one.cmp(&other), one.days().cmp(&other.days()));
    }

    #[test]
    fn one_day_later_is_the_next_that_exists(day in day()) {
        if let Some(next) = day.plus(1) {
            prop_assert!(next > day);
            prop_assert_eq!(next.plus(-1), Some(day));
        }
    }
}

#[test]
fn what_is_no_day_and_no_level_is_said_with_what_was_given() {
    let day = "2026-02-30".parse::<Day>().unwrap_err();
    assert_eq!(day.to_string(), "\"2026-02-30\" is not a day of the calendar");
    let level = Level::try_from(6).unwrap_err();
    assert_eq!(level.to_string(), "6 is not a level from 1 to 5");
}
