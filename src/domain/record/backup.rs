//! When copies were taken out of this device, so that it can be said truthfully.

use super::json::{number, optional, push_number, quote, required};
use super::{ReadError, begin, open, parse};
use crate::domain::assessment::{Assessment, AssessmentId};
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
    /// Assessments and workshops that left alone, or came from a file, and when; a workshop under its own id.
    pub single: LiteMap<AssessmentId, Moment>,
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
        self.everything >= Some(assessment.started) || self.single.contains_key(&assessment.id)
    }

    /// Whether there is reason to mention that it has not.
    #[must_use]
    pub fn reminds_of(&self, assessment: &Assessment) -> bool {
        !self.has_left(assessment) && self.dismissed < Some(assessment.changed)
    }

    /// When a workshop last left this device, alone or with everything.
    #[must_use]
    pub fn workshop_left(&self, id: WorkshopId) -> Option<Moment> {
        let alone = self.single.get(&AssessmentId(id.0)).copied();
        self.everything.max(alone)
    }

    /// When something last left.
    #[must_use]
    pub fn latest(&self) -> Option<Moment> {
        self.everything.max(self.single.values().copied().max())
    }
}

/// Writes the record.
#[must_use]
pub fn write_backup(backup: &Backup) -> String {
    let mut out = begin(KIND, ID, SCHEMA, 0);
    for (name, moment) in [
        ("\"everything\":", backup.everything),
        ("\"dismissed\":", backup.dismissed),
    ] {
        if let Some(moment) = moment {
            out.push_str(name);
            push_number(&mut out, moment.0);
            out.push(',');
        }
    }
    out.push_str("\"single\":{");
    for (id, moment) in &backup.single {
        if !out.ends_with('{') {
            out.push(',');
        }
        quote(&mut out, &id.to_string());
        out.push(':');
        push_number(&mut out, moment.0);
    }
    out.push_str("}}}");
    out
}

/// Reads the record.
///
/// # Errors
/// [`ReadError`] for anything but such a record of this version or an older one.
pub fn read_backup(text: &str) -> Result<Backup, ReadError> {
    let parsed = parse(text)?;
    let body = open(parsed.value(), KIND, ID, SCHEMA)?;
    let moment = |name| match optional(body, name)? {
        Some(value) => number(value).map(Moment).map(Some).ok_or(ReadError::Damaged),
        None => Ok(None),
    };
    let mut backup = Backup {
        everything: moment("everything")?,
        dismissed: moment("dismissed")?,
        ..Backup::NEVER
    };
    let single = required(body, "single")?
        .to_object()
        .map_err(|_| ReadError::Damaged)?;
    for (name, value) in single {
        let name = name.to_unquoted_string_str().map_err(|_| ReadError::Damaged)?;
        let id = name.parse().map_err(|_| ReadError::Damaged)?;
        let moment = number(value).map(Moment).ok_or(ReadError::Damaged)?;
        backup.single.insert(id, moment);
    }
    Ok(backup)
}
