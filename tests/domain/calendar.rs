//! Days that exist, and moments.

use crate::arbitrary::{day, settings, text};
use oxymoron::domain::calendar::{Day, Moment};
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
