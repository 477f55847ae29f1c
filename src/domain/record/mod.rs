//! What is stored: one record per key, in an envelope with a schema version and a revision.
//!
//! The grammar, with an example, is in `docs/formats/record.md`.

mod assessment;
mod backup;
mod fields;
mod forms;
mod json;
mod key;
mod migrate;
mod parts;
mod plan;
mod roll_up;
mod session;
mod settings;
mod table;
mod ticket;
mod workshop;

pub use assessment::{ParsedAssessment, SCHEMA, read_assessment, write_assessment};
pub use backup::{Backup, read_backup, write_backup};
pub use json::quote;
pub use key::{Key, NotOurs, PREFIX, QUARANTINE, RecordId};
pub use parts::FieldProblem;
pub use roll_up::{
    AboutRollUp, ROLL_UP_SCHEMA, read_about_roll_up, read_roll_up, roll_up_id, roll_up_key, write_roll_up,
};
pub use settings::{DigitKeys, Settings, Theme, read_settings, write_settings};
pub use table::{TableForm, read_table, table_key, write_table};

pub use ticket::{TICKET_SCHEMA, read_hold, read_ticket, write_ticket};
pub use workshop::{WORKSHOP_SCHEMA, read_workshop, write_workshop};

use json::{Value, number, required};
use nojson::{JsonValueKind, RawJson};
use std::fmt;

/// Why a stored text could not be read as a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Not JSON, cut off, or of another shape.
    Damaged,
    /// A record of another kind or id than its key says.
    Misplaced,
    /// Written by a later version of this application.
    Newer(u64),
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

fn parse(text: &str) -> Result<RawJson<'_>, ReadError> {
    RawJson::parse(text).map_err(|_| ReadError::Damaged)
}

/// The body of a record that is the expected one and that this version can read.
fn open<'text, 'parsed>(
    record: Value<'text, 'parsed>,
    kind: &str,
    id: &str,
    schema: u64,
) -> Result<Value<'text, 'parsed>, ReadError> {
    let member = |name| {
        required(record, name)?
            .to_unquoted_string_str()
            .map_err(|_| ReadError::Damaged)
    };
    let stored = schema_of(required(record, "schema")?).ok_or(ReadError::Damaged)?;
    if member("kind")? != kind || member("id")? != id {
        return Err(ReadError::Misplaced);
    }
    match stored {
        newer if newer > schema => Err(ReadError::Newer(newer)),
        0 => Err(ReadError::Damaged),
        _ => required(record, "body"),
    }
}

/// A schema beyond every number that we count with is still a newer one.
fn schema_of(value: Value<'_, '_>) -> Option<u64> {
    let natural = value.kind() == JsonValueKind::Integer && !value.as_raw_str().starts_with('-');
    natural.then(|| number(value).unwrap_or(u64::MAX))
}

/// The beginning of a record, up to its body.
fn begin(kind: &str, id: &str, schema: u64, revision: u32) -> String {
    let mut out = String::from("{\"schema\":");
    json::push_number(&mut out, schema);
    out.push_str(",\"kind\":");
    quote(&mut out, kind);
    out.push_str(",\"id\":");
    quote(&mut out, id);
    out.push_str(",\"revision\":");
    json::push_number(&mut out, revision.into());
    out.push_str(",\"body\":{");
    out
}
