//! Everything the application knows.

use super::route::Route;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::record::{Key, Settings};
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

/// Where the screens are that are loaded later.
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

/// Why a record is not in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsideReason {
    /// Nothing of it could be read, or parts of it could not.
    Damaged,
    /// A later version wrote it.
    Newer,
    /// Under our prefix, and unknown to this version.
    Unknown,
}

/// A record that is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What stands there.
    pub text: String,
    /// Why it is not in use.
    pub reason: AsideReason,
}

/// What a deletion took away, for as long as it can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo {
    /// Deleted assessments.
    pub assessments: Vec<Assessment>,
    /// Deleted records that were not in use.
    pub aside: Vec<(Key, Aside)>,
    /// What was chosen on this device.
    pub settings: Option<Settings>,
}

impl Undo {
    /// How many records can be brought back.
    #[must_use]
    pub fn len(&self) -> usize {
        self.assessments.len() + self.aside.len() + usize::from(self.settings.is_some())
    }

    /// Whether there is nothing to bring back.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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
    /// Whether the screens are here that are loaded later.
    pub later: Later,
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
    /// The state that the first screen is prerendered with.
    #[must_use]
    pub const fn prerendered() -> Self {
        Self {
            stage: Stage::Prerendered,
            route: Route::Home,
            later: Later::Unasked,
            assessments: LiteMap::new_vec(),
            aside: LiteMap::new_vec(),
            storage: StorageState::Working,
            save: SaveState::Untouched,
            settings: None,
            draft: None,
            early: None,
            undo: Undo {
                assessments: Vec::new(),
                aside: Vec::new(),
                settings: None,
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

    /// The unfinished assessment that was touched last.
    #[must_use]
    pub fn unfinished(&self, checklist: &Checklist) -> Option<&Assessment> {
        let open = self
            .assessments
            .values()
            .filter(|assessment| assessment.first_open(checklist).is_some());
        open.max_by_key(|assessment| assessment.changed)
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
