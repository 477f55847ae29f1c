//! Since an earlier set of rooms, by the rule for people whose answers nobody links: the same on the screen and in every file.

use super::outline::{RoomsOutline, days, nothing, set_title};
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::DayInWords;
use crate::app::workshop::figures::{interpolated, verdict};
use crate::domain::calendar::Day;
use crate::domain::question::AreaId;
use crate::domain::rollup::gathering::RollUp;
use crate::domain::rollup::picture::{AreaPicture, in_both, moves};
use crate::domain::rollup::room::Room;
use crate::domain::rollup::tally::{Tallied, areas};

/// An earlier set, and the day on which it was made.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// The set.
    pub set: &'a RollUp,
    /// When it was made.
    pub made: Day,
}

impl Earlier<'_> {
    /// What it is called, with the days of its rooms; where they have none, with the day on which it was made.
    #[must_use]
    pub fn name(&self, pack: &Pack, in_words: DayInWords) -> String {
        let rooms = self.set.rooms.rooms();
        let of_rooms = rooms.iter().filter_map(|room| room.day);
        let span = of_rooms.clone().min().zip(of_rooms.max());
        let title = set_title(pack, &self.set.title, rooms);
        dated(
            pack,
            &title,
            &days(pack, span.unwrap_or((self.made, self.made)), in_words),
        )
    }
}

fn dated(pack: &Pack, title: &str, days: &str) -> String {
    pack.texts
        .fill(Text::SheetPastColumn, &[("title", title), ("date", days)])
}

/// One set against an earlier one, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// That rooms are in both sets, if any is.
    pub both: Option<String>,
    /// What stands above the columns.
    pub columns: Vec<String>,
    /// An area each.
    pub rows: Vec<Vec<String>>,
    /// What decides whether an area has moved; none where a room is in both, so that nothing is called moved.
    pub rule: Option<Text>,
}

impl Since {
    /// Of these rooms, of which everything else is said already.
    #[must_use]
    pub fn of(
        pack: &Pack,
        outline: &RoomsOutline,
        (rooms, tallied): (&[Room], &Tallied),
        earlier: Earlier,
        in_words: DayInWords,
    ) -> Self {
        let texts = &pack.texts;
        let before = areas(&pack.checklist, earlier.set.rooms.rooms());
        let both = in_both(&earlier.set.rooms, rooms);
        let width = if both > 0 { 3 } else { 4 };
        let own = outline
            .days
            .as_ref()
            .map_or_else(|| outline.title.clone(), |days| dated(pack, &outline.title, days));
        let columns = [
            texts.get(Text::ResultsColumnArea).to_string(),
            earlier.name(pack, in_words),
            own,
            texts.get(Text::CompareColumnVerdict).to_string(),
        ];
        let rows = moves(&before, &tallied.areas).into_iter().map(|moved| {
            let end = |pictures: &[AreaPicture]| middle(pack, pictures, moved.area);
            let cells = [
                pack.words.area(moved.area, AreaWord::Name).to_string(),
                end(&before),
                end(&tallied.areas),
                texts.get(verdict(moved.change)).to_string(),
            ];
            cells.into_iter().take(width).collect()
        });
        Self {
            both: (both > 0).then(|| texts.fill(Text::RoomsPastBoth, &[("n", &both.to_string())])),
            columns: columns.into_iter().take(width).collect(),
            rows: rows.collect(),
            rule: (both == 0).then_some(Text::SheetPastRule),
        }
    }
}

/// The interpolated median of an area, or why there is none.
fn middle(pack: &Pack, pictures: &[AreaPicture], area: AreaId) -> String {
    let picture = pictures.iter().find(|picture| picture.area == area);
    match picture.and_then(AreaPicture::middle) {
        Some(middle) => interpolated(&pack.texts, middle),
        None => pack
            .texts
            .get(picture.map_or(Text::RoomsNotThere, nothing))
            .to_string(),
    }
}
