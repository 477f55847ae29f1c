//! Parts with a revision each, read one by one: a part that cannot be read costs only itself.

use super::json::{Value, stamped, text};
use crate::domain::calendar::Day;
use crate::domain::stamp::{Revision, Stamped};

/// A part of a record that could not be read; the rest could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field or the question's id, as stored.
    pub part: String,
    /// What stood there.
    pub text: String,
}

/// What is learnt on the way through the parts.
pub(super) struct Parts {
    /// A part that is later than its record would win over every edit to come, so the count starts at the latest of them.
    latest: Revision,
    problems: Vec<FieldProblem>,
}

impl Parts {
    pub(super) const fn new(revision: Revision) -> Self {
        Self {
            latest: revision,
            problems: Vec::new(),
        }
    }

    /// The latest revision so far, the record's included.
    pub(super) const fn latest(&self) -> Revision {
        self.latest
    }

    /// The parts that could not be read.
    pub(super) fn into_problems(self) -> Vec<FieldProblem> {
        self.problems
    }

    /// Whether every part so far could be read.
    pub(super) const fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }

    /// Reads a part into its place; one that cannot be read leaves it as it is.
    pub(super) fn read<T>(
        &mut self,
        name: &str,
        part: Value<'_, '_>,
        place: &mut Stamped<T>,
        read: impl FnOnce(Value<'_, '_>) -> Option<T>,
    ) -> Option<()> {
        let stored = self.stamp(part);
        if let Some((value, revision)) = stored
            && let Some(value) = read(value)
        {
            *place = Stamped::new(value, revision);
            return Some(());
        }
        self.problem(name, stored.map_or(part, |(value, _)| value));
        None
    }

    /// Reads a part whose name is an id.
    pub(super) fn read_of<Id: std::str::FromStr, T>(
        &mut self,
        name: &str,
        part: Value<'_, '_>,
        place: &mut Stamped<T>,
        read: impl FnOnce(Value<'_, '_>) -> Option<T>,
    ) -> Option<Id> {
        let id = name.parse().ok();
        self.read(name, part, place, |value| id.is_some().then(|| read(value))?)?;
        id
    }

    fn stamp<'text, 'parsed>(
        &mut self,
        part: Value<'text, 'parsed>,
    ) -> Option<(Value<'text, 'parsed>, Revision)> {
        let stored = stamped(part);
        if let Some((_, revision)) = stored {
            self.latest = self.latest.max(revision);
        }
        stored
    }

    fn problem(&mut self, name: &str, stood: Value<'_, '_>) {
        self.problems.push(FieldProblem {
            part: name.to_owned(),
            text: text(stood).unwrap_or_else(|| stood.as_raw_str().to_owned()),
        });
    }
}

/// Nothing for no day.
pub(super) fn day_text(day: Option<Day>) -> String {
    day.map(String::from).unwrap_or_default()
}

/// None for a text that [`day_text`] never writes.
pub(super) fn day_from(text: &str) -> Option<Option<Day>> {
    if text.is_empty() {
        Some(None)
    } else {
        text.parse().ok().map(Some)
    }
}
