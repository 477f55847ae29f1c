//! When copies were taken out of this device, so that it can be said truthfully.

use super::fields::{Fields, Form, NumberIfAny, fields, push_counts};
use super::json::{Value, number};
use super::{ReadError, RecordId, begin, open, parse};
use crate::domain::assessment::Assessment;
use crate::domain::calendar::Moment;
use crate::domain::code::WorkshopId;
use litemap::LiteMap;

const SCHEMA: u64 = 1;
const KIND: &str = "backup";
const ID: &str = "device";

/// What left this device in a form that can be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When everything was last taken out.
    pub everything: Option<Moment>,
    /// Up to when the reminder was waved away.
    pub dismissed: Option<Moment>,
    /// Assessments and workshops that left alone, or came from a file, and when.
    pub single: LiteMap<RecordId, Moment>,
}

impl Backup {
    /// Before anything has left.
    pub const NEVER: Self = Self {
        everything: None,
        dismissed: None,
        single: LiteMap::new_vec(),
    };

    /// Whether any version of an assessment has ever left this device.
    #[must_use]
    pub fn has_left(&self, assessment: &Assessment) -> bool {
        self.everything >= Some(assessment.started) || self.single.contains_key(&assessment.id.into())
    }

    /// Whether there is reason to mention that it has not.
    #[must_use]
    pub fn reminds_of(&self, assessment: &Assessment) -> bool {
        !self.has_left(assessment) && self.dismissed < Some(assessment.changed)
    }

    /// Notes that a record left this device alone, or came from a file.
    pub fn leaves(&mut self, id: impl Into<RecordId>, now: Moment) {
        self.single.insert(id.into(), now);
    }

    /// Forgets that a record left alone, or came from a file.
    pub fn forget(&mut self, id: impl Into<RecordId>) {
        self.single.remove(&id.into());
    }

    /// When a workshop last left this device, alone or with everything.
    #[must_use]
    pub fn workshop_left(&self, id: WorkshopId) -> Option<Moment> {
        let alone = self.single.get(&id.into()).copied();
        self.everything.max(alone)
    }
}

fields! {
    Backup {
        "everything": NumberIfAny => everything;
        "dismissed": NumberIfAny => dismissed;
        "single": Moments => single;
    }
}

/// Moments by id.
struct Moments;

impl Form<LiteMap<RecordId, Moment>> for Moments {
    fn write(moments: &LiteMap<RecordId, Moment>, out: &mut String) {
        push_counts(out, moments.iter().map(|(id, moment)| (*id, moment.0)));
    }

    fn read(value: Value<'_, '_>, place: &mut LiteMap<RecordId, Moment>) -> Option<()> {
        for (name, moment) in value.to_object().ok()? {
            let id = name.to_unquoted_string_str().ok()?.parse().ok()?;
            place.insert(id, Moment(number(moment)?));
        }
        Some(())
    }
}

/// Writes the record.
#[must_use]
pub fn write_backup(backup: &Backup) -> String {
    let mut out = begin(KIND, ID, SCHEMA, 0);
    backup.push(&mut out);
    out.push_str("}}");
    out
}

/// Reads the record.
///
/// # Errors
/// [`ReadError`] for anything but such a record of this version or an older one.
pub fn read_backup(text: &str) -> Result<Backup, ReadError> {
    let parsed = parse(text)?;
    let body = open(parsed.value(), KIND, ID, SCHEMA)?;
    let mut backup = Backup::NEVER;
    backup.fill(body).ok_or(ReadError::Damaged)?;
    Ok(backup)
}
