//! What comes with whatever reads or makes records, which nobody needs before there is one.

use super::action::Action;
use super::assessment::action::AssessmentAction;
use super::import;
use super::persist::{Records, ingest};
use super::route::Route;
use super::state::State;
use crate::domain::exchange::stands_as_it_is;
use crate::domain::record::Key;

/// What reads JSON. Naming it brings the reader along.
#[must_use]
pub fn records() -> Records {
    Records {
        ingest,
        stands: stands_as_it_is,
        touched,
        leave: import::undo,
    }
}

/// The records that an action is about to edit, remove or bring back, for actions that nobody takes before this is here.
fn touched(state: &State, action: &Action) -> Vec<Key> {
    match action {
        Action::DeletedRecord(key) => vec![key.clone()],
        Action::ChosePalette(_) | Action::SwitchedDigitKeys(_) => vec![Key::Settings],
        Action::DismissedUndo
        | Action::DismissedReminder
        | Action::Assessment(AssessmentAction::FileArrived(..)) => vec![Key::Backup],
        Action::Moved(Route::Next(previous)) => {
            let blank = state.blank_after(*previous);
            blank.map(Key::Assessment).into_iter().collect()
        }
        Action::Assessment(AssessmentAction::Renamed(ids, _)) => {
            ids.iter().copied().map(Key::Assessment).collect()
        }
        Action::Assessment(AssessmentAction::Imported { records, .. }) => {
            let keys = records.iter().map(|record| record.key.clone());
            keys.chain([Key::Backup]).collect()
        }
        Action::Assessment(AssessmentAction::DeletedEverything) => state.keys(),
        Action::Workshop(workshop) => workshop.keys(state),
        _ => vec![],
    }
}
