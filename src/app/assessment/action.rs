//! What happens on the later screens about assessments, and nowhere else.

use crate::app::state::Copied;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::record::{Key, TableForm};

/// Something that happened there, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssessmentAction {
    /// Assessments of one organisation or team were given another name.
    Renamed(Vec<AssessmentId>, String),
    /// Records of a file were chosen to be brought in.
    Imported {
        /// Each as it will stand here.
        records: Vec<Incoming>,
        /// Whether more of the same go before them, to be undone together.
        continued: bool,
    },
    /// A file that was made at a moment was given to another app of the device.
    FileShared(Copied, Moment),
    /// A file that was made at a moment has arrived where the person wants it.
    FileArrived(Copied, Moment),
    /// The last one has not.
    FileDidNotArrive,
    /// Tables were wanted in another form.
    ChoseTableForm(TableForm),
    /// The example was made out, as of today.
    MadeExample(Box<Assessment>),
    /// Every record was deleted.
    DeletedEverything,
}

/// A record on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The key that it will stand under.
    pub key: Key,
    /// Its text.
    pub text: String,
    /// Whether a file holds what it says: not if it was made here out of two states.
    pub copied: bool,
}
