//! What is stored: one record per key, in an envelope with a schema version and a revision.
//!
//! The grammar, with an example, is in `docs/formats/record.md`.

mod assessment;
mod key;
mod settings;

pub use assessment::{Problem, Reading, SCHEMA, read_assessment, write_assessment};
pub use key::{Key, NotOurs, PREFIX, QUARANTINE};
pub use settings::{DigitKeys, Settings, Theme, read_settings, write_settings};

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a stored text could not be read as a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Not JSON, cut off, or of another shape.
    Damaged,
    /// A record of another kind or id than its key says.
    Misplaced,
    /// Written by a later version of this application.
    Newer(u16),
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => write!(out, "not a readable record"),
            Self::Misplaced => write!(out, "a record that belongs under another key"),
            Self::Newer(schema) => write!(out, "schema {schema} is newer than this version reads"),
        }
    }
}

#[derive(Deserialize)]
struct Header {
    schema: u16,
    kind: String,
    id: String,
}

#[derive(Serialize, Deserialize)]
struct Envelope<Body> {
    schema: u16,
    kind: String,
    id: String,
    revision: u32,
    body: Body,
}

fn check_header(text: &str, kind: &str, id: &str, schema: u16) -> Result<(), ReadError> {
    let header: Header = serde_json::from_str(text).map_err(|_| ReadError::Damaged)?;
    if header.kind != kind || header.id != id {
        return Err(ReadError::Misplaced);
    }
    match header.schema {
        newer if newer > schema => Err(ReadError::Newer(newer)),
        0 => Err(ReadError::Damaged),
        _ => Ok(()),
    }
}
