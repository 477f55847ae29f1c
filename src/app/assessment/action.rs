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
        /// Each with its key.
        records: Vec<(Key, String)>,
        /// Whether more of the same go before them, to be undone together.
        continued: bool,
    },
    /// A record was asked for as a file.
    AskedForFile(Key),
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
