//! One workshop as several rooms: what each of them is, and how they are known again.
//!
//! A set is kept nowhere. Its rooms begin their titles alike and end them with a number, and a title is in every file of a room.
//!
//! ```
//! use oxymoron::domain::workshop::split::{name, numbered};
//! assert_eq!(numbered("Kick-off, room 3"), Some(("Kick-off, room ", 3)));
//! assert_eq!(numbered("Kick-off 2026"), None);
//! assert_eq!(name("Kick-off, room "), "Kick-off");
//! ```

use super::{Settings, Workshop};
use crate::domain::code::hands::Headcount;
use std::ops::RangeInclusive;

/// Rooms that a workshop can be split into.
pub const ROOMS: RangeInclusive<u32> = 2..=20;

/// The beginning that the titles of a set share, and the number behind it, from 1 to 20; none where a title ends with no such number.
#[must_use]
pub fn numbered(title: &str) -> Option<(&str, u32)> {
    let title = title.trim();
    let beginning = title.trim_end_matches(|character: char| character.is_ascii_digit());
    let number = title.get(beginning.len()..)?.parse().ok()?;
    let known = beginning.ends_with(char::is_whitespace) && (1..=*ROOMS.end()).contains(&number);
    known.then_some((beginning, number))
}

/// What a set is called: its beginning without the word for a room, which stands behind the last comma.
#[must_use]
pub fn name(beginning: &str) -> &str {
    let whole = beginning.trim();
    let before = whole.rfind([',', '،']).and_then(|comma| whole.get(..comma));
    before
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .unwrap_or(whole)
}

impl Workshop {
    /// Whether it can still become several: nobody has answered, and nobody is invented.
    #[must_use]
    pub fn can_be_split(&self) -> bool {
        self.revealed.is_none() && self.rehearsal.is_none() && self.first.is_empty()
    }
}

impl Settings {
    /// Those of one of so many rooms: the same, and its share of the people, rounded up.
    #[must_use]
    pub fn of_room(&self, title: String, rooms: u32) -> Self {
        Self {
            title,
            present: self.share(rooms),
            ..self.clone()
        }
    }

    /// How many people are in each of so many rooms, about.
    #[must_use]
    pub fn share(&self, rooms: u32) -> Headcount {
        Headcount(self.present.0.div_ceil(rooms.max(1)).max(2))
    }
}
