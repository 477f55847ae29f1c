//! Names of records in localStorage.

use crate::domain::assessment::AssessmentId;
use crate::domain::code::WorkshopId;
use crate::domain::id::id_text;
use std::fmt;
use std::str::FromStr;

/// What every key of this application starts with.
pub const PREFIX: &str = "oxymoron/1/";

/// What the key of a set-aside record starts with; the rest of its former key follows.
pub const QUARANTINE: &str = "oxymoron/1/quarantine/";

/// A key of this application.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// An assessment.
    Assessment(AssessmentId),
    /// A workshop that this device facilitates.
    Workshop(WorkshopId),
    /// This device's part in a workshop as a participant.
    Ticket(WorkshopId),
    /// What this device prefers.
    Settings,
    /// When copies were last taken out of this device.
    Backup,
    /// An answer to the first question, given before the application had started.
    Early,
    /// A record that could not be read, kept as it was; the rest of its former key.
    Quarantine(String),
    /// A key that starts with our prefix and that this version knows nothing about; left alone.
    Unknown(String),
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Assessment(id) => write!(out, "{PREFIX}assessment/{id}"),
            Self::Workshop(id) => write!(out, "{PREFIX}workshop/{id}"),
            Self::Ticket(id) => write!(out, "{PREFIX}ticket/{id}"),
            Self::Settings => write!(out, "{PREFIX}settings/device"),
            Self::Backup => write!(out, "{PREFIX}backup/device"),
            Self::Early => write!(out, "{PREFIX}early/A01"),
            Self::Quarantine(rest) => write!(out, "{QUARANTINE}{rest}"),
            Self::Unknown(rest) => write!(out, "{PREFIX}{rest}"),
        }
    }
}

/// The id of a record, whether an assessment's or a workshop's: both are random, and none is of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(u64);

id_text!(RecordId);

impl From<AssessmentId> for RecordId {
    fn from(id: AssessmentId) -> Self {
        Self(id.0)
    }
}

impl From<WorkshopId> for RecordId {
    fn from(id: WorkshopId) -> Self {
        Self(id.0)
    }
}

/// A key of somebody else on the same origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOurs;

impl FromStr for Key {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let rest = text.strip_prefix(PREFIX).ok_or(NotOurs)?;
        let key = match rest.split_once('/') {
            Some(("assessment", id)) => id.parse().map(Self::Assessment).ok(),
            Some(("workshop", id)) => id.parse().map(Self::Workshop).ok(),
            Some(("ticket", id)) => id.parse().map(Self::Ticket).ok(),
            Some(("settings", "device")) => Some(Self::Settings),
            Some(("backup", "device")) => Some(Self::Backup),
            Some(("early", "A01")) => Some(Self::Early),
            Some(("quarantine", former)) => Some(Self::Quarantine(former.to_owned())),
            _ => None,
        };
        Ok(key.unwrap_or_else(|| Self::Unknown(rest.to_owned())))
    }
}

impl Key {
    /// Where a record goes that cannot be read under this key.
    #[must_use]
    pub fn quarantine(&self) -> Self {
        let whole = self.to_string();
        Self::Quarantine(whole.strip_prefix(PREFIX).unwrap_or(&whole).to_owned())
    }
}

impl Key {
    /// The next quarantine key, for a second text of the same former key.
    #[must_use]
    pub fn another(&self) -> Self {
        match self {
            Self::Quarantine(rest) => {
                let (name, number) = rest.rsplit_once('~').unwrap_or((rest, "1"));
                let next = number.parse::<u32>().unwrap_or(1).saturating_add(1);
                Self::Quarantine(format!("{name}~{next}"))
            }
            other => other.quarantine(),
        }
    }
}
