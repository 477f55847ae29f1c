//! Many rooms as files: a page, a text, a table. The page holds the counts and can be brought in again; so can the table and the file of
//! counts.

mod csv;
mod markdown;
mod picture;
mod report;

pub use csv::csv;
pub use markdown::markdown;
pub use picture::picture;
pub use report::report;

use super::outline::RoomsOutline;
use super::past::{Earlier, Since};
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::domain::calendar::{Day, Moment};
use crate::domain::rollup::gathering::RollUp;
use crate::domain::rollup::picture::Sorting;
use crate::domain::rollup::tally::Tallied;

/// Rooms that are taken along, and when.
#[derive(Debug, Clone, Copy)]
pub struct Together<'a> {
    /// Checklist and words.
    pub pack: &'a Pack,
    /// The rooms.
    pub roll_up: &'a RollUp,
    /// In which order the areas stand.
    pub sorting: Sorting,
    /// What they are compared with.
    pub earlier: Option<Earlier<'a>>,
    /// Today.
    pub today: Day,
    /// Now.
    pub now: Moment,
}

impl Together<'_> {
    /// Everything that is said of them.
    #[must_use]
    pub fn outline(&self) -> RoomsOutline {
        let rooms = self.roll_up.rooms.rooms();
        RoomsOutline::of(self.pack, &self.roll_up.title, rooms, self.sorting, &String::from)
    }

    /// The rooms against the earlier set, if one was chosen.
    fn since(&self, outline: &RoomsOutline) -> Option<Since> {
        let earlier = self.earlier?;
        let rooms = self.roll_up.rooms.rooms();
        let tallied = Tallied::of(&self.pack.checklist, rooms);
        let told = (rooms, &tallied);
        Some(Since::of(self.pack, outline, told, earlier, &String::from))
    }

    /// A name for a file with this ending.
    #[must_use]
    pub fn file_name(&self, ending: &str) -> String {
        ["oxymoron-rooms-", &*String::from(self.today), ".", ending].concat()
    }

    /// The version of the questions and the day.
    fn origin(&self) -> String {
        let version = self.pack.checklist.version.0.to_string();
        let date = String::from(self.today);
        let values = [("version", &*version), ("date", &*date)];
        self.pack.texts.fill(Text::ExportOrigin, &values)
    }
}
