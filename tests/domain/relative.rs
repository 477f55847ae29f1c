//! How far away a day is, in the way that people say it.

use crate::arbitrary::{day, settings};
use oxymoron::domain::calendar::Day;
use oxymoron::domain::relative::RelativeDay::{self, Date, Days, Weekday, Weeks};
use proptest::prelude::*;

fn date(text: &str) -> Day {
    text.parse().unwrap()
}

/// Seen from Monday, 2026-11-23.
fn check(text: &str, expected: RelativeDay) {
    assert_eq!(
        RelativeDay::new(date("2026-11-23"), date(text)),
        expected,
        "{text}"
    );
}

#[test]
fn near_days_are_words_then_names_then_counts() {
    check("2026-11-23", Days(0));
    check("2026-11-24", Days(1));
    check("2026-11-22", Days(-1));
    check("2026-11-25", Weekday(date("2026-11-25")));
    check("2026-11-29", Weekday(date("2026-11-29")));
    check("2026-11-17", Weekday(date("2026-11-17")));
    // A week on, the name of the day would be that of today.
    check("2026-11-30", Days(7));
    check("2026-11-16", Days(-7));
    check("2026-12-02", Days(9));
    check("2026-12-07", Days(14));
}

#[test]
fn weeks_are_counted_only_where_they_are_whole() {
    check("2026-12-13", Days(20));
    check("2026-12-14", Weeks(3));
    check("2026-12-15", Days(22));
    check("2026-11-02", Weeks(-3));
    check("2027-01-18", Weeks(8));
    check("2027-01-19", Date(date("2027-01-19")));
    check("2026-09-27", Date(date("2026-09-27")));
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn whatever_is_said_leads_back_to_the_day(today in day(), other in day()) {
        let said = match RelativeDay::new(today, other) {
            Days(count) => today.plus(count.try_into().unwrap()),
            Weeks(count) => today.plus((7 * count).try_into().unwrap()),
            Weekday(day) | Date(day) => Some(day),
        };
        prop_assert_eq!(said, Some(other));
    }

    #[test]
    fn the_name_of_a_day_means_one_day_only(today in day(), ahead in -200_i32..200) {
        let other = today.plus(ahead).unwrap_or(today);
        if let Weekday(day) = RelativeDay::new(today, other) {
            let away = (day.days() - today.days()).unsigned_abs();
            prop_assert!((2..7).contains(&away), "{away}");
        }
    }
}
