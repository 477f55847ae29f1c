//! What happened.

use super::chunk::{Chunk, LoadState};
use super::route::Route;
use super::state::{DigitKeys, StorageState, WriteError};
use super::{assessment, workshop};
use crate::domain::answer::Choice;
use crate::domain::assessment::{AssessmentId, KnowDo};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::Depth;
use crate::domain::plan::{Chosen, PlanDay, PlanText, Status};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::record::{Key, Theme};

pub use super::state::Copied;

/// Something that happened to the application, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The browser has told what is stored.
    Booted {
        /// Every entry under our prefix, as it stands.
        entries: Vec<(String, String)>,
        /// Whether storage works at all.
        storage: StorageState,
    },
    /// The fragment changed.
    Moved(Route),
    /// A part that is loaded later was asked for, has arrived, or has not.
    Loading(Chunk, LoadState),
    /// The first question was answered on the first screen.
    ChoseFirst(QuestionId, Choice),
    /// Something changed in an assessment.
    Edited(AssessmentId, Edit),
    /// The person said that a hasty set of answers was meant.
    MeantIt(AssessmentId),
    /// An assessment was deleted.
    Deleted(AssessmentId),
    /// The settings, or a record that this version cannot use, were deleted.
    DeletedRecord(Key),
    /// The last deletion was taken back.
    Undid,
    /// The offer to undo was dismissed.
    DismissedUndo,
    /// Other colours were chosen.
    ChosePalette(Theme),
    /// Digit keys were switched on or off.
    SwitchedDigitKeys(DigitKeys),
    /// Another window wrote or removed a record.
    StoredElsewhere {
        /// Its key.
        key: Key,
        /// Its new text, none if it was removed.
        text: Option<String>,
    },
    /// A write was read back, or failed.
    Wrote(Key, Result<(), WriteError>),
    /// Every record was asked for as one file.
    AskedForEverything,
    /// Something was made into a file.
    Exported {
        /// The file's name; its ending tells its kind.
        name: String,
        /// Its content.
        text: String,
        /// What can be brought back from it, as it stood at a moment; none where it is for reading only.
        copy: Option<(Copied, Moment)>,
    },
    /// The reminder that something has never left this device was waved away.
    DismissedReminder,
    /// Something that only the later screens about assessments know of.
    Assessment(assessment::action::AssessmentAction),
    /// Something in a workshop. What it is, the first load does not know.
    Workshop(workshop::action::PassedOn),
}

/// A change to one part of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A question was answered.
    Chose(QuestionId, Choice),
    /// An answer was taken back.
    TookBack(QuestionId),
    /// The reason for "not applicable" was written.
    GaveReason(QuestionId, String),
    /// An area's note was written.
    WroteNote(AreaId, String),
    /// Quick or full.
    ChoseDepth(Depth),
    /// With or without the know-do check.
    ChoseKnowDo(KnowDo),
    /// The organisation or team was named.
    NamedSubject(String),
    /// The day that the answers are about was set or cleared.
    SetDay(Option<Day>),
    /// An area was chosen to start with.
    ChoseArea(Chosen),
    /// A text of the plan was written.
    WrotePlan(PlanText, String),
    /// A date of the plan was set or cleared.
    SetPlanDay(PlanDay, Option<Day>),
    /// How the experiment stands.
    ChoseStatus(Status),
}
