//! Everything the application knows.

use super::route::Route;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::record::{Backup, Key, Settings, read_hold};
use crate::domain::stamp::Revision;
use litemap::LiteMap;

pub use crate::domain::record::DigitKeys;

/// Whether the browser has told yet what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// As prerendered: the same in every browser.
    Prerendered,
    /// The records are here.
    Ready,
}

/// Screens that are loaded later, in a file of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Everything about assessments.
    Assessment,
    /// Everything about workshops.
    Workshop,
}

/// Where a part is that is loaded later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Later {
    /// Nobody has asked for them yet.
    Unasked,
    /// On their way.
    Coming,
    /// Here.
    Here,
    /// They did not arrive.
    Missing,
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

/// Why a record is kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsideReason {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What stands there.
    pub text: String,
    /// Why it is kept as it is.
    pub reason: AsideReason,
}

/// A record that was brought in from a file, and what stood in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Its key.
    pub key: Key,
    /// The assessment before, if there was one.
    pub assessment: Option<Assessment>,
    /// The settings before, if there were any.
    pub settings: Option<Settings>,
    /// The revision that the assessment arrived at; what was edited since is not taken back.
    pub revision: Option<Revision>,
    /// For a workshop's record: what stood there before, and what arrived.
    pub text: Option<(Option<String>, String)>,
}

/// What a deletion took away or a file brought in, for as long as it can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo {
    /// Deleted assessments.
    pub assessments: Vec<Assessment>,
    /// Deleted records that were not in use.
    pub aside: Vec<(Key, Aside)>,
    /// What was chosen on this device.
    pub settings: Option<Settings>,
    /// What was known of copies.
    pub backup: Option<Backup>,
    /// What came from files instead.
    pub arrived: Vec<Arrival>,
}

impl Undo {
    /// How many deleted records can be brought back.
    #[must_use]
    pub fn len(&self) -> usize {
        let single = usize::from(self.settings.is_some()) + usize::from(self.backup.is_some());
        self.assessments.len() + self.aside.len() + single
    }

    /// Whether there is nothing to undo.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0 && self.arrived.is_empty()
    }
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
    pub stage: Stage,
    /// Where the person is.
    pub route: Route,
    /// Where each [`Part`] is that is loaded later.
    pub later: [Later; 2],
    /// Assessments in use.
    pub assessments: LiteMap<AssessmentId, Assessment>,
    /// Records that are kept and not in use.
    pub aside: LiteMap<Key, Aside>,
    /// Whether anything can be stored.
    pub storage: StorageState,
    /// What can be said about saving.
    pub save: SaveState,
    /// What was chosen on this device, if anything was.
    pub settings: Option<Settings>,
    /// Which copies have left this device.
    pub backup: Backup,
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
}

impl State {
    /// Where a part is.
    #[must_use]
    pub const fn later(&self, part: Part) -> Later {
        let [assessment, workshop] = self.later;
        match part {
            Part::Assessment => assessment,
            Part::Workshop => workshop,
        }
    }

    pub(super) const fn set_later(&mut self, part: Part, later: Later) {
        let [assessment, workshop] = &mut self.later;
        match part {
            Part::Assessment => *assessment = later,
            Part::Workshop => *workshop = later,
        }
    }

    /// The state that the first screen is prerendered with.
    #[must_use]
    pub const fn prerendered() -> Self {
        Self {
            stage: Stage::Prerendered,
            route: Route::Home,
            later: [Later::Unasked; 2],
            assessments: LiteMap::new_vec(),
            aside: LiteMap::new_vec(),
            storage: StorageState::Working,
            save: SaveState::Untouched,
            settings: None,
            backup: Backup::NEVER,
            draft: None,
            early: None,
            undo: Undo {
                assessments: Vec::new(),
                aside: Vec::new(),
                settings: None,
                backup: None,
                arrived: Vec::new(),
            },
            pace: None,
            meant: Vec::new(),
        }
    }

    /// What holds on this device: what was chosen, or else the defaults.
    #[must_use]
    pub fn preferences(&self) -> Settings {
        self.settings.unwrap_or(Settings::DEFAULT)
    }

    /// An assessment in use.
    #[must_use]
    pub fn assessment(&self, id: AssessmentId) -> Option<&Assessment> {
        self.assessments.get(&id)
    }

    /// Where an assessment leads that was answered for a workshop and is not kept as one's own: there is no result of it yet.
    #[must_use]
    pub fn held(&self, id: AssessmentId) -> Option<Route> {
        let hold = self.aside.iter().find_map(|(key, aside)| match key {
            Key::Ticket(workshop) => read_hold(*workshop, &aside.text).filter(|(held, _)| *held == id),
            _ => None,
        });
        hold.map(|(_, invite)| Route::Workshop(["join/", &invite].concat()))
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

    /// Whether some finished assessment has never left this device, and nobody waved that away since.
    #[must_use]
    pub fn has_no_copy(&self, checklist: &Checklist) -> bool {
        let alone = |assessment: &Assessment| {
            self.backup.reminds_of(assessment)
                && assessment.first_open(checklist).is_none()
                && self.held(assessment.id).is_none()
        };
        self.stage == Stage::Ready && self.assessments.values().any(alone)
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
