//! Reading rooms out of a file, whatever kind of file it is, in steps.

use super::gathering::{RollUp, RollUpId};
use super::room::{Room, RoomName};
use super::table::{NotCounts, Reader};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Checklist, InstrumentVersion};
use crate::domain::code::WorkshopId;
use crate::domain::code::items::Shape;
use crate::domain::exchange::{
    COUNTS_ID, FileError, Found, Intake, LeftOut, POLICY, Packing, Reason, embedded, emptied, for_page,
    is_cut, open_all,
};
use crate::domain::record::{
    Key, ReadError, read_roll_up, read_workshop, roll_up_id, roll_up_key, write_roll_up,
};

/// What a room came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomSource {
    /// A table of counts.
    Table,
    /// A file of counts, or a roll-up.
    Counts,
    /// A sheet, as a page.
    Sheet,
    /// A session: its counts were worked out, and nothing else was taken.
    Session,
}

/// Why there is no room in a file, or why one of its rooms is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomRefusal {
    /// The file itself cannot be read.
    File(FileError),
    /// Not from here.
    Foreign,
    /// One person's assessment.
    Assessment,
    /// A sheet of a version that put no counts into it.
    OldSheet,
    /// A sheet or a page of rooms that lost its counts on the way.
    Emptied,
    /// A session whose vote nobody has seen yet.
    NotShown,
    /// A rehearsal, whose people are invented.
    Rehearsal,
    /// Written by a later version.
    Newer,
    /// From here, and damaged.
    Damaged,
    /// From here, and without a room.
    NoRoom,
    /// In an archive, and not named as anything that may hold a room.
    NotOpened,
    /// An archive of more files than are read.
    TooMany,
}

/// The next thing in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoomEntry {
    /// A room.
    Room(RoomSource, Box<Room>),
    /// Something that is left out.
    LeftOut(RoomRefusal),
    /// Nothing yet: it goes on.
    On,
}

/// What there is to say of a file that was read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loss {
    /// Rows that could not be read.
    pub rows: usize,
    /// Rows that contradict a row before them.
    pub twice: usize,
    /// Whether it ends before its end.
    pub cut: bool,
    /// Whether the day of a room could not be read.
    pub undated: bool,
}

/// A file that is being read.
#[derive(Debug)]
pub struct RoomFile {
    source: Source,
    waiting: Vec<RoomEntry>,
    rooms: usize,
    loss: Loss,
    named: Vec<(RollUpId, String)>,
}

#[derive(Debug)]
enum Source {
    Table(Option<Box<Reader>>),
    Records(RoomSource, Box<Intake>),
}

impl RoomFile {
    /// Begins to read everything with rooms in it that a file holds: itself, or what is attached to a mail.
    #[must_use]
    pub fn all(text: String) -> Vec<Result<Self, RoomRefusal>> {
        open_all(text, Self::open)
    }

    /// Begins to read a file.
    ///
    /// # Errors
    /// [`RoomRefusal`] if there is nothing in it.
    pub fn open(text: String) -> Result<Self, RoomRefusal> {
        let start = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        let source = if start.starts_with('<') {
            let kind = if start.contains(POLICY) {
                RoomRefusal::OldSheet
            } else {
                RoomRefusal::Foreign
            };
            match embedded(&text, COUNTS_ID).filter(|counts| !counts.trim().is_empty()) {
                Some(counts) => match Intake::open(counts) {
                    Ok(intake) => Source::Records(RoomSource::Sheet, Box::new(intake)),
                    Err(_) if is_cut(&text) => return Err(FileError::Cut.into()),
                    Err(error) => return Err(error.into()),
                },
                // A page that holds records of an assessment has other things to say.
                None => match Intake::open(text) {
                    Ok(intake) => Source::Records(RoomSource::Counts, Box::new(intake)),
                    Err(FileError::NotOurs) => return Err(kind),
                    Err(error) => return Err(error.into()),
                },
            }
        } else if start.starts_with('{') {
            Source::Records(RoomSource::Counts, Box::new(Intake::open(text)?))
        } else {
            let reader = Reader::open(text).map_err(|(error, text)| match error {
                NotCounts::Foreign => emptied(&text).map_or(RoomRefusal::Foreign, RoomRefusal::from),
                NotCounts::Assessment => RoomRefusal::Assessment,
            })?;
            Source::Table(Some(Box::new(reader)))
        };
        Ok(Self {
            source,
            waiting: Vec::new(),
            rooms: 0,
            loss: Loss::default(),
            named: Vec::new(),
        })
    }

    /// The next step, none after the last. `day_of` says on which day a moment was.
    pub fn next(&mut self, checklist: &Checklist, day_of: &dyn Fn(Moment) -> Day) -> Option<RoomEntry> {
        if let Some(step) = self.waiting.pop() {
            return Some(match step {
                RoomEntry::Room(_, room) if matches!(room.name, RoomName::Rehearsal(_)) => {
                    RoomEntry::LeftOut(RoomRefusal::Rehearsal)
                }
                step => {
                    self.rooms += usize::from(matches!(step, RoomEntry::Room(..)));
                    step
                }
            });
        }
        match &mut self.source {
            Source::Table(reader) => {
                if reader.as_mut()?.step() {
                    return Some(RoomEntry::On);
                }
                let table = reader.take()?.finish();
                self.loss.rows = table.unread;
                self.loss.twice = table.twice;
                self.loss.undated = table.undated;
                self.loss.cut = table.cut || table.unread == 0 && lacks(&table.rooms, checklist);
                let rooms = table.rooms.into_iter().rev();
                self.waiting = rooms
                    .map(|room| RoomEntry::Room(RoomSource::Table, Box::new(room)))
                    .collect();
            }
            Source::Records(kind, intake) => match intake.next() {
                Some(found) => {
                    let kind = *kind;
                    self.waiting = record(kind, found, &mut self.named, checklist, day_of);
                }
                None => {
                    self.loss.cut |= !intake.is_whole();
                    return None;
                }
            },
        }
        Some(RoomEntry::On)
    }

    /// What there is to say of the whole, once it is read.
    #[must_use]
    pub const fn loss(&self) -> Loss {
        self.loss
    }

    /// The roll-ups that it held so far, with what they are called. The counts of one workshop are none.
    #[must_use]
    pub fn roll_ups(&self) -> &[(RollUpId, String)] {
        &self.named
    }

    /// How many rooms it held so far.
    #[must_use]
    pub const fn rooms(&self) -> usize {
        self.rooms
    }
}

impl From<FileError> for RoomRefusal {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NotOurs => Self::Foreign,
            FileError::Newer => Self::Newer,
            FileError::Emptied => Self::Assessment,
            FileError::EmptiedCounts => Self::Emptied,
            other => Self::File(other),
        }
    }
}

/// Whether a room of this instrument has other questions than any vote has: its table ended among its rows.
fn lacks(rooms: &[Room], checklist: &Checklist) -> bool {
    let shapes = || Shape::ALL.iter().filter(|shape| shape.is_of(checklist));
    let is_whole = |room: &Room| {
        let known = room.questions().count();
        let mut alike = shapes().filter(|shape| shape.length() == known);
        // No question is there twice, so as many of them are all of them.
        alike.any(|shape| {
            room.questions()
                .all(|question| shape.asks(question) && checklist.contains(question))
        })
    };
    let mut of_this = rooms.iter().filter(|room| room.instrument == checklist.version);
    of_this.any(|room| !is_whole(room)) && shapes().next().is_some()
}

/// What is in a record, the last first.
fn record(
    kind: RoomSource,
    found: Found,
    named: &mut Vec<(RollUpId, String)>,
    checklist: &Checklist,
    day_of: &dyn Fn(Moment) -> Day,
) -> Vec<RoomEntry> {
    let refused = |refusal| vec![RoomEntry::LeftOut(refusal)];
    match found {
        Found::Record(Key::Workshop(id), text) => vec![session(id, &text, checklist, day_of)],
        Found::Record(Key::Assessment(_), _) => refused(RoomRefusal::Assessment),
        Found::Record(key, text) => match roll_up_id(&key).map(|id| read_roll_up(id, &text)) {
            // Settings and the like, of which a file with everything has some.
            None => vec![],
            Some(Ok(roll_up)) => {
                let own = RoomName::Workshop(WorkshopId(roll_up.id.0));
                if !roll_up.rooms.has(&own) {
                    named.push((roll_up.id, roll_up.title));
                }
                let rooms = roll_up.rooms.into_rooms().into_iter().rev();
                rooms.map(|room| RoomEntry::Room(kind, Box::new(room))).collect()
            }
            Some(Err(error)) => refused(unreadable(&error)),
        },
        Found::LeftOut(LeftOut {
            reason: Reason::Damaged,
            ..
        }) => refused(RoomRefusal::Damaged),
        Found::LeftOut(_) => vec![],
    }
}

fn session(id: WorkshopId, text: &str, checklist: &Checklist, day_of: &dyn Fn(Moment) -> Day) -> RoomEntry {
    match read_workshop(id, text) {
        Ok(workshop) if workshop.rehearsal.is_some() => RoomEntry::LeftOut(RoomRefusal::Rehearsal),
        Ok(workshop) => {
            let room = Room::of(&workshop, checklist, day_of(workshop.held()));
            room.map_or(RoomEntry::LeftOut(RoomRefusal::NotShown), |room| {
                RoomEntry::Room(RoomSource::Session, Box::new(room))
            })
        }
        Err(error) => RoomEntry::LeftOut(unreadable(&error)),
    }
}

const fn unreadable(error: &ReadError) -> RoomRefusal {
    match error {
        ReadError::Newer(_) => RoomRefusal::Newer,
        ReadError::Damaged | ReadError::Misplaced => RoomRefusal::Damaged,
    }
}

/// A roll-up as a file that brings it back: its record in the envelope of every file of ours. A room alone is a roll-up of one.
#[must_use]
pub fn roll_up_file(roll_up: &RollUp, page: InstrumentVersion, now: Moment) -> String {
    let mut packing = Packing::new(now, page);
    packing.add(&roll_up_key(roll_up.id), &write_roll_up(roll_up));
    packing.finish()
}

/// The same as the text of an element that a page holds it in, under [`COUNTS_ID`].
#[must_use]
pub fn counts_for_page(roll_up: &RollUp, page: InstrumentVersion, now: Moment) -> String {
    for_page(&roll_up_file(roll_up, page, now))
}
