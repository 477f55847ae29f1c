//! What a workshop leaves behind, as files for reading: counts, a text, a page. And its record, for another laptop.
//!
//! Files for reading are made of a [`Sheet`] or of a `Room`, so neither a single answer, nor a role, nor the secret can be in them. There
//! is none before the reveal.

pub(in crate::app::workshop) mod csv;
mod markdown;
mod outline;
mod report;

pub use csv::{COLUMNS, csv};
pub use markdown::markdown;
pub use outline::{AreaLine, ExperimentPart, RoundLine, Sheet, TopicLine, came, hands, present};
pub use report::report;

use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::InstrumentVersion;
use crate::domain::exchange::Packing;
use crate::domain::record::{Key, write_workshop};
use crate::domain::rollup::file::roll_up_file;
use crate::domain::rollup::gathering::{RollUp, RollUpId};
use crate::domain::rollup::room::Room;
use crate::domain::workshop::Workshop;

/// A workshop that is taken along, and when.
#[derive(Debug, Clone, Copy)]
pub struct Meeting<'a> {
    /// Checklist and words.
    pub pack: &'a Pack,
    /// The workshop.
    pub workshop: &'a Workshop,
    /// The day on which it was held.
    pub day: Day,
    /// Today.
    pub today: Day,
}

impl Meeting<'_> {
    /// The title, which says of a rehearsal that it is one.
    #[must_use]
    pub fn title(&self) -> String {
        let title = self.workshop.settings.title.trim();
        match self.workshop.rehearsal {
            None => title.to_owned(),
            Some(_) => [&*self.pack.texts.get(Text::RehearsalMark), " ", title]
                .concat()
                .trim()
                .to_owned(),
        }
    }

    /// A name for a file with this ending.
    #[must_use]
    pub fn file_name(&self, ending: &str) -> String {
        let kind = if self.workshop.rehearsal.is_some() {
            "rehearsal"
        } else {
            "workshop"
        };
        ["oxymoron-", kind, "-", &*String::from(self.day), ".", ending].concat()
    }
}

/// What the room may see of a workshop as a file of counts, a roll-up of this one room; none before the reveal.
#[must_use]
pub fn counts_file(meeting: &Meeting) -> Option<String> {
    let alone = alone(meeting)?;
    let page = meeting.pack.checklist.version;
    Some(roll_up_file(&alone, page, alone.changed))
}

/// A workshop as a roll-up of one room, under the workshop's own number; none before the reveal.
fn alone(meeting: &Meeting) -> Option<RollUp> {
    let mut room = Room::of(meeting.workshop, &meeting.pack.checklist, meeting.day)?;
    room.title = meeting.title();
    let mut alone = RollUp::new(RollUpId(meeting.workshop.id.0), meeting.workshop.changed);
    alone.title.clone_from(&room.title);
    alone.rooms.take(room);
    Some(alone)
}

/// The workshop's record as a file that another device brings in, and goes on from. It holds the secret and every answer.
///
/// `page` is the version of the questions of the page that writes it.
#[must_use]
pub fn session_file(workshop: &Workshop, page: InstrumentVersion, now: Moment) -> String {
    let mut packing = Packing::new(now, page);
    packing.add(&Key::Workshop(workshop.id), &write_workshop(workshop));
    packing.finish()
}
