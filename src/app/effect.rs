//! What the application asks of the browser, as data.

use super::route::Route;
use crate::domain::record::{Key, Theme};

/// A request to the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Store a record, read it back and report.
    Write(Key, String),
    /// Copy a text under its quarantine key, read the copy back, and only then remove the original.
    Quarantine {
        /// The key it stands under.
        from: Key,
        /// The quarantine key.
        to: Key,
        /// What stands there.
        text: String,
    },
    /// Remove a record.
    Remove(Key),
    /// Go somewhere, in the place of the current entry of the history.
    Replace(Route),
    /// Show these colours.
    Paint(Theme),
    /// Hand a file to the person.
    Download {
        /// The file's name.
        name: String,
        /// Its content.
        text: String,
    },
}
