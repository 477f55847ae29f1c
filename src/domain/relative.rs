//! How a day is told from today: the way people say it, without the words.

use super::calendar::Day;

/// A day as seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelativeDay {
    /// So many days ahead, or ago if it is negative: "tomorrow", "in 9 days".
    Days(i64),
    /// By its name, at most six days from today: "on Monday".
    Weekday(Day),
    /// So many whole weeks ahead, or ago: "in 3 weeks".
    Weeks(i64),
    /// By its date: further away than anybody counts.
    Date(Day),
}

/// Up to so many days away they are counted.
const COUNTED: u64 = 8 * 7;
/// Up to so many days away nobody says it in weeks.
const ONLY_DAYS: u64 = 20;

impl RelativeDay {
    /// A day as seen from `today`. Weeks are counted only where they are whole, so that nothing is rounded.
    #[must_use]
    pub fn new(today: Day, day: Day) -> Self {
        let days = day.days() - today.days();
        match days.unsigned_abs() {
            2..=6 => Self::Weekday(day),
            far if far > COUNTED => Self::Date(day),
            far if far > ONLY_DAYS && days % 7 == 0 => Self::Weeks(days / 7),
            _ => Self::Days(days),
        }
    }
}
