//! Files on their way into a picture: read in slices, put together in their order, and kept nowhere until somebody says so.

use crate::app::text::Text;
use crate::app::workshop::rooms::outline::titled;
use crate::browser::{self, GivenFile};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::Checklist;
use crate::domain::code::hands::Headcount;
use crate::domain::code::invite::Language;
use crate::domain::code::zip::MOST_FILES;
use crate::domain::exchange::FileError;
use crate::domain::rollup::file::{Loss, RoomEntry, RoomFile, RoomRefusal, RoomSource};
use crate::domain::rollup::gathering::{Gathering, RollUpId, Taken};
use crate::domain::rollup::room::{Copy, Room};
use crate::domain::rollup::tally::{RoomTally, Tallied};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum GatherStep {
    /// Nothing was given.
    #[default]
    Idle,
    /// So many of so many files are read.
    Reading(usize, usize),
    /// Everything that was given is in the picture.
    Found(usize),
}

/// What is folded away in a picture that has just come, or lies below it: more than half of all that is drawn, and nobody sees it yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Rest {
    #[default]
    Drawn,
    /// It comes once the picture is on the screen.
    Follows,
}

/// What there is to say of a file or of a room in it: it gets its words where it is drawn, in the language that the page has then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    text: Text,
    file: String,
    /// The title of the room that it is about; none where it is about the file.
    room: Option<String>,
    count: usize,
}

impl Note {
    pub(super) fn new(text: Text, file: &str, count: usize) -> Self {
        Self {
            text,
            file: file.to_owned(),
            room: None,
            count,
        }
    }

    pub(super) fn words(&self, store: &Store) -> AttrValue {
        let values = [("name", &*self.file), ("n", &*self.count.to_string())];
        let words = store.fill(self.text, &values);
        let Some(room) = &self.room else { return words };
        let pack = &store.pack;
        let about = pack.row(&[&self.file, &titled(pack, room)]);
        pack.texts.about(&about, &words).into()
    }
}

/// A room in a file, and what became of it.
pub(super) struct Line {
    pub(super) file: String,
    /// What the room is called, may be empty.
    pub(super) title: String,
    pub(super) day: Option<Day>,
    pub(super) people: u32,
    pub(super) headcount: Headcount,
    /// Whether it has second votes.
    pub(super) again: bool,
    /// The version of the questions.
    pub(super) version: String,
    /// The tag of its language, empty where its file says none.
    pub(super) language: String,
    pub(super) kind: RoomSource,
    pub(super) taken: Taken,
}

#[derive(Default)]
pub(super) struct Process {
    pub(super) step: GatherStep,
    pub(super) rest: Rest,
    /// What there is to say of whole files.
    pub(super) notes: Vec<Note>,
    pub(super) lines: Vec<Line>,
    /// The rooms that are kept, with those that came in.
    pub(super) rooms: Rc<Gathering>,
    /// What there is to tell of them, once everything is in.
    pub(super) tallied: Rc<Tallied>,
    /// The sets that came in, each once.
    sets: Vec<(RollUpId, String)>,
    /// Where the notes of the file begin that is being read.
    of_file: usize,
}

/// What the process and whoever draws it share.
#[derive(Clone)]
pub(super) struct Handle {
    pub(super) store: Rc<Store>,
    pub(super) process: Rc<RefCell<Process>>,
    pub(super) redraw: UseForceUpdateHandle,
}

impl Handle {
    /// Files were chosen, of which so many are read.
    pub(super) fn heard(&self, read: usize, total: usize) {
        self.process.borrow_mut().step = GatherStep::Reading(read, total);
        self.redraw.force_update();
    }

    /// Puts the rooms of files together, on top of those that are kept.
    pub(super) fn read(&self, kept: Gathering, opened: Vec<OpenedFile>) {
        let total = opened.len();
        {
            let mut process = self.process.borrow_mut();
            // What was found before is not lost with the next files, of which it may have been heard since.
            let before = std::mem::take(&mut *process);
            let found = Rc::unwrap_or_clone(before.rooms);
            let rooms = if found.rooms().is_empty() { kept } else { found };
            // What is there already stays.
            let rest = match rooms.rooms() {
                [] => Rest::Follows,
                _ => Rest::Drawn,
            };
            *process = Process {
                step: GatherStep::Reading(total, total),
                rest,
                rooms: Rc::new(rooms),
                sets: before.sets,
                ..Process::default()
            };
        }
        let mut pile = Pile::of(opened);
        let (here, drawn) = (self.clone(), self.clone());
        let step = move || pile.step(&here.store, &mut here.process.borrow_mut());
        browser::in_slices(step, move || drawn.draw());
    }

    /// Draws how far it is, or the picture and, behind it, the rest.
    fn draw(&self) {
        self.redraw.force_update();
        let process = self.process.borrow();
        if matches!(process.step, GatherStep::Found(_)) && process.rest == Rest::Follows {
            let here = self.clone();
            let rest = move || {
                here.process.borrow_mut().rest = Rest::Drawn;
                here.redraw.force_update();
            };
            browser::after_paint(move || browser::when_idle(rest));
        }
    }

    /// See [`Process::leave_out`].
    pub(super) fn leave_out(&self, room: &Room) -> Option<Room> {
        let mut process = self.process.borrow_mut();
        process.leave_out(&self.store.pack.checklist, room)
    }

    /// See [`Process::take_back`].
    pub(super) fn take_back(&self, room: Room) -> Option<Room> {
        let mut process = self.process.borrow_mut();
        process.take_back(&self.store.pack.checklist, room)
    }
}

/// A file, and what was read out of it so far. Nothing of it depends on other files.
pub(super) struct OpenedFile {
    name: String,
    parts: Vec<Result<Part, RoomRefusal>>,
}

struct Part {
    file: RoomFile,
    entries: VecDeque<RoomEntry>,
}

impl From<GivenFile<RoomRefusal>> for OpenedFile {
    fn from(GivenFile { name, content }: GivenFile<RoomRefusal>) -> Self {
        let part = |file| Part {
            file,
            entries: VecDeque::new(),
        };
        let files = content.map_or_else(|refusal| vec![Err(refusal)], RoomFile::all);
        let parts = files.into_iter().map(|file| file.map(part)).collect();
        Self { name, parts }
    }
}

impl OpenedFile {
    /// Reads on; false once all of it is read.
    pub(super) fn step(&mut self, store: &Store) -> bool {
        let day_of = |moment: Moment| store.day_of(moment);
        self.parts.iter_mut().flatten().any(|part| {
            let entry = part.file.next(&store.pack.checklist, &day_of);
            let goes_on = entry.is_some();
            part.entries.extend(entry);
            goes_on
        })
    }
}

/// Files that are put together in their order.
pub(super) struct Pile {
    files: VecDeque<OpenedFile>,
    open: VecDeque<(String, Part)>,
    /// Once every file is in.
    tally: Option<(RoomTally, usize)>,
    total: usize,
}

impl Pile {
    /// Of files that are read.
    pub(super) fn of(opened: Vec<OpenedFile>) -> Self {
        Self {
            total: opened.len(),
            files: opened.into(),
            open: VecDeque::new(),
            tally: None,
        }
    }

    /// The next room of a file, or the next file; false behind the last.
    pub(super) fn step(&mut self, store: &Store, process: &mut Process) -> bool {
        let Some((name, Part { file, entries, .. })) = self.open.front_mut() else {
            let Some(OpenedFile { name, parts }) = self.files.pop_front() else {
                return self.tally(store, process);
            };
            process.of_file = process.notes.len();
            for part in parts {
                match part {
                    Ok(part) => self.open.push_back((name.clone(), part)),
                    Err(refusal) => process.refuse(refusal, &name),
                }
            }
            return true;
        };
        match entries.pop_front() {
            Some(RoomEntry::On) => {}
            Some(RoomEntry::LeftOut(refusal)) => process.refuse(refusal, name),
            Some(RoomEntry::Room(kind, room)) => {
                let mut line = Line {
                    file: name.clone(),
                    title: room.title.clone(),
                    day: room.day,
                    people: room.people,
                    headcount: room.headcount,
                    again: room.voted_again(),
                    version: room.instrument.0.to_string(),
                    language: room.language.as_ref().map_or("", Language::tag).to_owned(),
                    kind,
                    taken: Taken::New,
                };
                line.taken = Rc::make_mut(&mut process.rooms).take(*room);
                if line.taken == Taken::Contradicts {
                    process.notes.push(Note {
                        room: Some(line.title.clone()),
                        ..Note::new(Text::RoomsTakenContradicts, name, 0)
                    });
                }
                // Those to look at first: what contradicts, then copies, then the new ones.
                let lines = &mut process.lines;
                let place = lines.partition_point(|known| weight(known.taken) <= weight(line.taken));
                lines.insert(place, line);
            }
            None => {
                process.losses(name, file.loss(), file.rooms());
                for set in file.roll_ups() {
                    if process.sets.iter().all(|(known, _)| *known != set.0) {
                        process.sets.push(set.clone());
                    }
                }
                if file.rooms() == 0 && process.notes.len() == process.of_file {
                    process.note(Text::RoomsNoRoom, name);
                }
                self.open.pop_front();
            }
        }
        true
    }

    /// Takes some of the rooms up; false once all of them are, and can be drawn.
    fn tally(&mut self, store: &Store, process: &mut Process) -> bool {
        let Some((mut tally, from)) = self.tally.take() else {
            Rc::make_mut(&mut process.rooms).order();
            self.tally = Some((RoomTally::new(&store.pack.checklist), 0));
            return true;
        };
        let rest = process.rooms.rooms().get(from..).unwrap_or_default();
        if rest.is_empty() {
            if tally.work_out() {
                self.tally = Some((tally, from));
                return true;
            }
            process.tallied = Rc::new(tally.finish());
            process.step = GatherStep::Found(self.total);
            return false;
        }
        for room in rest.iter().take(AT_ONCE) {
            tally.add(room);
        }
        self.tally = Some((tally, from + AT_ONCE));
        true
    }
}

/// Rooms that are taken up in one step.
const AT_ONCE: usize = 200;

const fn weight(taken: Taken) -> u8 {
    match taken {
        Taken::Contradicts => 0,
        Taken::Copy(Copy::Beside) => 1,
        Taken::Copy(Copy::Newer | Copy::Older) => 2,
        Taken::Copy(Copy::Same) => 3,
        Taken::New => 4,
    }
}

/// Why a file is of no use. Of one that has nothing of ours in it, its name still tells what it is.
fn refused(refusal: RoomRefusal, name: &str) -> Text {
    let name = name.to_ascii_lowercase();
    match refusal {
        RoomRefusal::File(FileError::Encoding) | RoomRefusal::Foreign
            if FOR_READING.iter().any(|ending| name.ends_with(ending)) =>
        {
            Text::RoomsForReading
        }
        RoomRefusal::File(FileError::TooLarge) => Text::ExchangeFileLarge,
        RoomRefusal::File(FileError::Encoding) => Text::ExchangeFileEncoding,
        RoomRefusal::File(FileError::Cut) => Text::ExchangeFileCut,
        RoomRefusal::File(_) => Text::ExchangeFileUnreadable,
        RoomRefusal::Foreign => Text::RoomsForeign,
        RoomRefusal::Assessment => Text::RoomsAssessment,
        RoomRefusal::OldSheet => Text::RoomsForReading,
        RoomRefusal::Emptied => Text::ExchangeSheetEmptied,
        RoomRefusal::NotShown => Text::RoomsNotShown,
        RoomRefusal::Rehearsal => Text::RoomsRehearsal,
        RoomRefusal::Newer => Text::RoomsNewer,
        RoomRefusal::Damaged => Text::RoomsDamaged,
        RoomRefusal::NoRoom => Text::RoomsNoRoom,
        RoomRefusal::NotOpened => Text::RoomsNotOpened,
        RoomRefusal::TooMany => Text::RoomsMoreFiles,
    }
}

/// How the names of texts, pictures and calendars end.
const FOR_READING: [&str; 4] = [".md", ".svg", ".png", ".ics"];

impl Process {
    /// The set that came in, where it was one.
    pub(super) fn set(&self) -> Option<&(RollUpId, String)> {
        match &*self.sets {
            [one] => Some(one),
            _ => None,
        }
    }

    fn refuse(&mut self, refusal: RoomRefusal, name: &str) {
        self.note(refused(refusal, name), name);
    }

    fn note(&mut self, text: Text, name: &str) {
        let note = Note::new(text, name, MOST_FILES);
        // A file with everything has many assessments. Two files of one name are two.
        if self.notes.iter().skip(self.of_file).all(|known| *known != note) {
            self.notes.push(note);
        }
    }

    fn losses(&mut self, name: &str, loss: Loss, rooms: usize) {
        if loss.rows > 0 {
            let text = match loss.rows {
                1 => Text::RoomsRowsOne,
                _ => Text::RoomsRowsMany,
            };
            self.notes.push(Note::new(text, name, loss.rows));
        }
        if loss.twice > 0 {
            self.note(Text::RoomsTwice, name);
        }
        if loss.undated {
            self.note(Text::RoomsUndated, name);
        }
        if loss.cut {
            let text = match rooms {
                0 => Text::ExchangeFileCut,
                _ => Text::RoomsCut,
            };
            self.note(text, name);
        }
    }

    /// Leaves a room out of those that came in, and gives it back.
    pub(super) fn leave_out(&mut self, checklist: &Checklist, room: &Room) -> Option<Room> {
        let name = self.rooms.name_of(room)?.clone();
        let out = Rc::make_mut(&mut self.rooms).leave_out(&name);
        self.tallied = Rc::new(Tallied::of(checklist, self.rooms.rooms()));
        out
    }

    /// Takes it in again; gives it back where no rooms wait any more.
    pub(super) fn take_back(&mut self, checklist: &Checklist, room: Room) -> Option<Room> {
        if !matches!(self.step, GatherStep::Found(_)) {
            return Some(room);
        }
        let rooms = Rc::make_mut(&mut self.rooms);
        rooms.take(room);
        rooms.order();
        self.tallied = Rc::new(Tallied::of(checklist, self.rooms.rooms()));
        None
    }
}
