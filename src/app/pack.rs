//! The typed JSON that the page loads beside the wasm: the checklist and all words of one language.

use super::text::Texts;
use super::words::Words;
use crate::domain::checklist::Checklist;
use serde::{Deserialize, Serialize};

/// Everything that is read and nothing that is code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The language of the words, as in HTML's `lang`.
    pub language: String,
    /// The structure of the instrument.
    pub checklist: Checklist,
    /// The instrument's prose.
    pub words: Words,
    /// The application's own copy.
    pub texts: Texts,
}

/// A pack that is cut off or belongs to another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DamagedPack;

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// [`DamagedPack`] if it is not the JSON that this version's build wrote.
    pub fn from_json(json: &str) -> Result<Self, DamagedPack> {
        let pack: Self = serde_json::from_str(json).map_err(|_| DamagedPack)?;
        if pack.texts.is_complete() {
            Ok(pack)
        } else {
            Err(DamagedPack)
        }
    }
}
