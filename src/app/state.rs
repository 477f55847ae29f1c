//! Everything the application knows.

use super::chunk::{ByChunk, LoadState};
use super::place::Place;
use super::route::Route;
use super::text::Text;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::code::WorkshopId;
use crate::domain::question::QuestionId;
use crate::domain::record::{
    Backup, Key, ReadError, Settings, read_hold, read_ticket, read_workshop, write_ticket, write_workshop,
};
use crate::domain::stamp::Revision;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ticket::{Ending, Ticket};
use litemap::LiteMap;
use std::cell::OnceCell;
use std::rc::Rc;

pub use crate::domain::record::DigitKeys;

/// Whether the browser has told yet what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Startup {
    /// As prerendered: the same in every browser.
    Prerendered,
    /// The records are here.
    Ready,
}

/// Whether this browser lets us store anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageState {
    /// It does.
    Working,
    /// It does not; everything lives as long as the page.
    Blocked,
}

/// Why a record could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// No room left.
    Full,
    /// The browser refused.
    Refused,
    /// What was read back was not what had been written.
    Changed,
    /// The record on this device was written by a later version, which this one leaves alone.
    Newer,
}

/// What can truthfully be said about saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been written since the page was opened.
    Untouched,
    /// The last write was read back and compared.
    Saved,
    /// Kept in this page only, because the browser stores nothing.
    InMemory,
    /// The last write failed; what was stored before still is.
    Failed(WriteError),
}

/// What can be brought back from a file that was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// Every record.
    Everything,
    /// One assessment.
    One(AssessmentId),
    /// One workshop.
    Workshop(WorkshopId),
}

/// Why a record is kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawReason {
    /// Nothing of it could be read, or parts of it could not.
    Damaged,
    /// A later version wrote it.
    Newer,
    /// Under our prefix, and unknown to this version.
    Unknown,
    /// Nothing is wrong with it: it is of a workshop, and only a workshop's screens take it apart.
    OfWorkshop,
}

/// A record that is kept as it is.
#[derive(Debug, Clone)]
pub struct RawRecord {
    /// What stands there, the same one for whoever compares it with what it was.
    pub text: Rc<str>,
    /// Why it is kept as it is.
    pub reason: RawReason,
    /// The assessment that a ticket keeps from being one's own, and the invite that it was answered for; whoever read it has noted that.
    hold: Option<(AssessmentId, String)>,
    /// What it says, once somebody has asked. Only what is loaded later does.
    reading: OnceCell<ParsedRecord>,
}

/// What the record of a workshop says, or why it cannot be read.
#[derive(Debug, Clone)]
enum ParsedRecord {
    Workshop(Result<Rc<Workshop>, ReadError>),
    Ticket(Result<Rc<Ticket>, ReadError>),
}

impl PartialEq for RawRecord {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.reason) == (&other.text, other.reason)
    }
}

impl Eq for RawRecord {}

impl RawRecord {
    /// A text, as it stands.
    #[must_use]
    pub fn new(text: impl Into<Rc<str>>, reason: RawReason) -> Self {
        Self {
            text: text.into(),
            reason,
            hold: None,
            reading: OnceCell::new(),
        }
    }

    /// The same, of a ticket, with what it says of the assessment that was answered for a workshop.
    #[must_use]
    pub fn held_for(self, workshop: WorkshopId) -> Self {
        Self {
            hold: read_hold(workshop, &self.text),
            ..self
        }
    }

    /// A workshop's record.
    #[must_use]
    pub fn of_workshop(workshop: Workshop) -> Self {
        Self {
            text: write_workshop(&workshop).into(),
            reason: RawReason::OfWorkshop,
            hold: None,
            reading: OnceCell::from(ParsedRecord::Workshop(Ok(Rc::new(workshop)))),
        }
    }

    /// The record of a part in a workshop.
    #[must_use]
    pub fn of_ticket(ticket: Ticket) -> Self {
        let held = ticket.ending != Ending::Kept;
        Self {
            text: write_ticket(&ticket).into(),
            reason: RawReason::OfWorkshop,
            hold: held.then(|| (ticket.assessment, ticket.invite.clone())),
            reading: OnceCell::from(ParsedRecord::Ticket(Ok(Rc::new(ticket)))),
        }
    }

    /// The workshop that stands here, parsed once.
    ///
    /// # Errors
    /// [`ReadError`] if it cannot be read.
    pub fn workshop(&self, id: WorkshopId) -> Result<Rc<Workshop>, ReadError> {
        let read = || ParsedRecord::Workshop(read_workshop(id, &self.text).map(Rc::new));
        match self.reading.get_or_init(read) {
            ParsedRecord::Workshop(read) => read.clone(),
            ParsedRecord::Ticket(_) => Err(ReadError::Misplaced),
        }
    }

    /// The part in a workshop that stands here, parsed once.
    ///
    /// # Errors
    /// [`ReadError`] if it cannot be read.
    pub fn ticket(&self, workshop: WorkshopId) -> Result<Rc<Ticket>, ReadError> {
        let read = || ParsedRecord::Ticket(read_ticket(workshop, &self.text).map(Rc::new));
        match self.reading.get_or_init(read) {
            ParsedRecord::Ticket(read) => read.clone(),
            ParsedRecord::Workshop(_) => Err(ReadError::Misplaced),
        }
    }
}

/// A record that was brought in from a file, and what stood in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// An assessment that is in use here.
    Assessment {
        /// Its id.
        id: AssessmentId,
        /// The assessment before, if there was one.
        before: Option<Box<Assessment>>,
        /// The revision that it arrived at; what was edited since is not taken back.
        revision: Revision,
    },
    /// What is preferred.
    Settings {
        /// What was before, if anything was chosen.
        before: Option<Settings>,
        /// What arrived; what was chosen since is not taken back.
        arrived: Settings,
    },
    /// A record that stands as it came.
    AsItCame {
        /// Its key.
        key: Key,
        /// What stood there before, if anything did.
        before: Option<RawRecord>,
        /// What arrived; what became of it since is not taken back.
        arrived: Rc<str>,
    },
    /// A record that is not in use, where nothing stood.
    Raw(Key),
}

impl Arrival {
    /// The key that it stands under.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Assessment { id, .. } => Key::Assessment(*id),
            Self::Settings { .. } => Key::Settings,
            Self::AsItCame { key, .. } | Self::Raw(key) => key.clone(),
        }
    }
}

/// What a deletion took away, a file brought in or one press made, for as long as it can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo {
    /// Deleted assessments.
    pub assessments: Vec<Assessment>,
    /// Deleted records that were not in use.
    pub raw_records: Vec<(Key, RawRecord)>,
    /// What was chosen on this device.
    pub settings: Option<Settings>,
    /// What was known of copies.
    pub backup: Option<Backup>,
    /// What came from files instead, or was made all at once.
    pub arrived: Vec<Arrival>,
    /// What is said of so many that were made: in words of the part that made them. None where they came from files.
    pub made: Option<Text>,
    /// Which deletion in a row it is: one that takes the place of another is told from it.
    pub turn: u8,
}

impl Undo {
    /// How many deleted records can be brought back.
    #[must_use]
    pub fn len(&self) -> usize {
        let single = usize::from(self.settings.is_some()) + usize::from(self.backup.is_some());
        self.assessments.len() + self.raw_records.len() + single
    }

    /// The keys under which undoing may write or remove something.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = vec![Key::Settings, Key::Backup];
        keys.extend(self.assessments.iter().map(|one| Key::Assessment(one.id)));
        keys.extend(self.raw_records.iter().map(|(key, _)| key.clone()));
        keys.extend(self.arrived.iter().map(Arrival::key));
        keys
    }

    /// A deletion together with those before it, the next in their row; what a file brought in is undone by itself. Of what was chosen twice the later
    /// one comes back.
    #[must_use]
    pub fn after(self, before: Self) -> Self {
        let turn = before.turn.wrapping_add(1);
        if !before.arrived.is_empty() {
            return Self { turn, ..self };
        }
        let (mut assessments, mut raw_records) = (before.assessments, before.raw_records);
        assessments.extend(self.assessments);
        raw_records.extend(self.raw_records);
        Self {
            assessments,
            raw_records,
            settings: self.settings.or(before.settings),
            backup: self.backup.or(before.backup),
            turn,
            ..self
        }
    }

    /// Whether there is nothing to undo.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0 && self.arrived.is_empty()
    }
}

/// Why a question did not apply, while something else is chosen there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonAside {
    /// The assessment.
    pub id: AssessmentId,
    /// The question.
    pub question: QuestionId,
    /// What was written.
    pub reason: String,
}

/// How long the anchored questions of one assessment took, known only while the page stays open and never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The assessment.
    pub id: AssessmentId,
    /// The first answer.
    pub first: Moment,
    /// The last answer so far.
    pub last: Moment,
}

/// The state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Whether the records are here.
    pub startup: Startup,
    /// Where the person is.
    pub route: Route,
    /// Where each part is that is loaded later.
    pub chunks: ByChunk<LoadState>,
    /// Assessments in use.
    pub assessments: LiteMap<AssessmentId, Assessment>,
    /// Records that are kept and not in use.
    pub raw_records: LiteMap<Key, RawRecord>,
    /// Whether anything can be stored.
    pub storage: StorageState,
    /// What can be said about saving.
    pub save: SaveState,
    /// What was chosen on this device, if anything was.
    pub settings: Option<Settings>,
    /// Which copies have left this device.
    pub backup: Backup,
    /// What was handed over last, and when that was made, until the person has said whether it arrived.
    pub handed: Option<(Copied, Moment)>,
    /// The assessment that the first screen's question belongs to.
    pub draft: Option<AssessmentId>,
    /// The assessment that took over an answer given before the application had started, until it is stored.
    pub early: Option<AssessmentId>,
    /// What can be brought back.
    pub undo: Undo,
    /// The pace of the assessment begun in this page.
    pub pace: Option<Pace>,
    /// Hasty assessments whose answers were meant.
    pub meant: Vec<AssessmentId>,
    /// The reason whose place another choice took last.
    pub reason: Option<ReasonAside>,
    /// The example, as far as somebody has played with it; it is never stored.
    pub example: Option<Box<Assessment>>,
}

impl State {
    /// The state that the first screen is prerendered with.
    #[must_use]
    pub const fn prerendered() -> Self {
        Self {
            startup: Startup::Prerendered,
            route: Route::Home,
            chunks: ByChunk {
                assessment: LoadState::Unasked,
                archive: LoadState::Unasked,
                workshop: LoadState::Unasked,
            },
            assessments: LiteMap::new_vec(),
            raw_records: LiteMap::new_vec(),
            storage: StorageState::Working,
            save: SaveState::Untouched,
            settings: None,
            backup: Backup::NEVER,
            handed: None,
            draft: None,
            early: None,
            undo: Undo {
                assessments: Vec::new(),
                raw_records: Vec::new(),
                settings: None,
                backup: None,
                arrived: Vec::new(),
                made: None,
                turn: 0,
            },
            pace: None,
            meant: Vec::new(),
            reason: None,
            example: None,
        }
    }

    /// The keys of every record that this page knows, and of choices and copies.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let assessments = self.assessments.keys().copied().map(Key::Assessment);
        let mut keys: Vec<_> = assessments.chain(self.raw_records.keys().cloned()).collect();
        for single in [Key::Settings, Key::Backup] {
            if !keys.contains(&single) {
                keys.push(single);
            }
        }
        keys
    }

    /// What holds on this device: what was chosen, or else the defaults.
    #[must_use]
    pub fn preferences(&self) -> Settings {
        self.settings.unwrap_or(Settings::DEFAULT)
    }

    /// An assessment in use, or the example.
    #[must_use]
    pub fn assessment(&self, id: AssessmentId) -> Option<&Assessment> {
        let example = || self.example.as_deref().filter(|example| example.id == id);
        self.assessments.get(&id).or_else(example)
    }

    /// Where an assessment leads that was answered for a workshop and is not kept as one's own: there is no result of it yet.
    #[must_use]
    pub fn held(&self, id: AssessmentId) -> Option<Route> {
        let mut holds = self.raw_records.values().filter_map(|raw| raw.hold.as_ref());
        let (_, invite) = holds.find(|(held, _)| *held == id)?;
        Some(Route::Workshop(Place::Join(invite.clone(), None)))
    }

    /// The unfinished assessment that was touched last.
    #[must_use]
    pub fn unfinished(&self, checklist: &Checklist) -> Option<&Assessment> {
        let open = self
            .assessments
            .values()
            .filter(|assessment| assessment.first_open(checklist).is_some());
        open.max_by_key(|assessment| assessment.changed)
    }

    /// Whether an assessment has every answer, and is not held for a workshop.
    #[must_use]
    pub fn is_finished(&self, checklist: &Checklist, assessment: &Assessment) -> bool {
        assessment.first_open(checklist).is_none() && self.held(assessment.id).is_none()
    }

    /// Whether there is a finished assessment on this device.
    #[must_use]
    pub fn has_finished(&self, checklist: &Checklist) -> bool {
        let mut all = self.assessments.values();
        all.any(|assessment| self.is_finished(checklist, assessment))
    }

    /// Whether some finished assessment has never left this device, and nobody waved that away since.
    #[must_use]
    pub fn has_no_copy(&self, checklist: &Checklist) -> bool {
        let alone = |assessment: &Assessment| {
            self.backup.reminds_of(assessment) && self.is_finished(checklist, assessment)
        };
        self.startup == Startup::Ready && self.assessments.values().any(alone)
    }

    /// Assessments, the one touched last first.
    #[must_use]
    pub fn latest_first(&self) -> Vec<&Assessment> {
        let mut list = Vec::<&Assessment>::new();
        for assessment in self.assessments.values() {
            let touched = |one: &Assessment| (one.changed, one.id);
            let place = list.partition_point(|known| touched(known) > touched(assessment));
            list.insert(place, assessment);
        }
        list
    }

    /// The assessment that was begun as the next one of another and is still without an answer.
    #[must_use]
    pub fn blank_after(&self, previous: AssessmentId) -> Option<AssessmentId> {
        let blank = |one: &&Assessment| one.previous.value == Some(previous) && one.answers.is_empty();
        self.assessments.values().find(blank).map(|one| one.id)
    }

    /// Seconds from the first to the last answer, if all of them were given in this page.
    #[must_use]
    pub fn seconds(&self, id: AssessmentId) -> Option<u64> {
        let pace = self.pace.filter(|pace| pace.id == id)?;
        Some(pace.last.seconds_since(pace.first))
    }
}
