//! Days as seen from today, in the language of the words: "tomorrow", "in 9 days", "Monday".
//!
//! Beside [`super::language`], because only what is loaded later asks for them.

use crate::domain::calendar::Day;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
}

/// So many days or weeks ahead, or ago if it is negative.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn counted(language: &str, count: i64, unit: Unit) -> String {
    use super::language::{options, tags};
    let unit = match unit {
        Unit::Day => "day",
        Unit::Week => "week",
    };
    let how = options(&[("numeric", "auto")]);
    #[expect(clippy::cast_precision_loss, reason = "days of four-digit years fit a double")]
    let count = count as f64;
    js_sys::Intl::RelativeTimeFormat::new(&tags(language), &how)
        .format(count, unit)
        .into()
}

/// The name of a day in its week.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn weekday(language: &str, day: Day) -> String {
    use super::language::{midnight, options, tags, written};
    let how = options(&[("weekday", "long"), ("timeZone", "UTC")]);
    let write = js_sys::Intl::DateTimeFormat::new(&tags(language), &how).format();
    written(&write, &midnight(day))
}

/// In English, for tests without a browser.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn counted(_language: &str, count: i64, unit: Unit) -> String {
    let unit = match unit {
        Unit::Day => "days",
        Unit::Week => "weeks",
    };
    match (count, unit) {
        (-1, "days") => "yesterday".to_owned(),
        (0, "days") => "today".to_owned(),
        (1, "days") => "tomorrow".to_owned(),
        (count, unit) if count < 0 => format!("{} {unit} ago", -count),
        (count, unit) => format!("in {count} {unit}"),
    }
}

/// In English, for tests without a browser.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn weekday(_language: &str, day: Day) -> String {
    // 1970-01-01 was a Thursday.
    let name = match (day.days() + 3).rem_euclid(7) {
        0 => "Monday",
        1 => "Tuesday",
        2 => "Wednesday",
        3 => "Thursday",
        4 => "Friday",
        5 => "Saturday",
        _ => "Sunday",
    };
    name.to_owned()
}
