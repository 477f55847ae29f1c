//! The stored form of an assessment, schema 2.

use super::json::{Value, number, optional, push_number, push_part, required, stamped, text, truth};
use super::migrate::migrate;
use super::plan::{push_plan, read_plan};
use super::{ReadError, begin, open, parse};
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId, KnowDo};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::stamp::{Revision, Stamped};
use std::borrow::Cow;

/// The schema that this version writes.
pub const SCHEMA: u64 = 2;
const KIND: &str = "assessment";

/// A part of a record that could not be read; the rest could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field or the question's id, as stored.
    pub part: String,
    /// What stood there.
    pub text: String,
}

/// An assessment, and what of its record could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Everything readable.
    pub assessment: Assessment,
    /// The rest.
    pub problems: Vec<Problem>,
}

/// `1` to `5`, `0` for can't tell, `x` and a reason for not applicable, nothing for an answer that was taken back.
fn answer_text(answer: Option<&Answer>) -> Cow<'_, str> {
    match answer {
        None => "".into(),
        Some(Answer::NotApplicable(reason)) => ["x", reason].concat().into(),
        Some(other) => Choice::of(other).code().into(),
    }
}

/// None for a text that [`answer_text`] never writes.
fn answer_from(text: &str) -> Option<Option<Answer>> {
    match (text, text.strip_prefix('x')) {
        ("", _) => Some(None),
        (_, Some(reason)) => Some(Some(Answer::NotApplicable(reason.to_owned()))),
        _ => Choice::from_code(text).map(|choice| Some(choice.answer(None))),
    }
}

/// Writes an assessment's record.
#[must_use]
pub fn write_assessment(assessment: &Assessment) -> String {
    let mut out = begin(KIND, &assessment.id.to_string(), SCHEMA, assessment.revision.0);
    out.push_str("\"instrument\":");
    push_number(&mut out, assessment.instrument.0.into());
    out.push_str(",\"started\":");
    push_number(&mut out, assessment.started.0);
    out.push_str(",\"changed\":");
    push_number(&mut out, assessment.changed.0);
    let depth = &assessment.depth;
    push_part(&mut out, "depth", depth.value.name(), depth.revision);
    out.push_str(",\"know_do\":[");
    out.push_str(if assessment.asks_know_do() {
        "true,"
    } else {
        "false,"
    });
    push_number(&mut out, assessment.know_do.revision.0.into());
    out.push(']');
    let subject = &assessment.subject;
    push_part(&mut out, "subject", &subject.value, subject.revision);
    let day = &assessment.day;
    push_part(&mut out, "day", &day_text(day.value), day.revision);
    let previous = &assessment.previous;
    let id = previous.value.map(|id| id.to_string()).unwrap_or_default();
    push_part(&mut out, "previous", &id, previous.revision);
    out.push_str(",\"answers\":{");
    for (id, answer) in &assessment.answers {
        push_part(
            &mut out,
            &id.to_string(),
            &answer_text(answer.value.as_ref()),
            answer.revision,
        );
    }
    out.push_str("},\"notes\":{");
    for (area, note) in &assessment.notes {
        push_part(&mut out, &area.to_string(), &note.value, note.revision);
    }
    out.push_str("},\"plan\":{");
    push_plan(&mut out, &assessment.plan);
    out.push_str("}}}");
    out
}

/// Reads an assessment's record, keeping every part that can be read.
///
/// # Errors
/// [`ReadError`] if there is nothing to keep: no record, another record, or one from a later version.
pub fn read_assessment(id: AssessmentId, text: &str) -> Result<Reading, ReadError> {
    let parsed = parse(text)?;
    let record = parsed.value();
    let body = open(record, KIND, &id.to_string(), SCHEMA)?;
    if let Some(migrated) = migrate(record)? {
        return read_assessment(id, &migrated);
    }
    let member = |name| required(body, name);
    let count = |name| number::<u64>(member(name)?).ok_or(ReadError::Damaged);
    let instrument = number(member("instrument")?).ok_or(ReadError::Damaged)?;
    let revision = number(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    let mut assessment = Assessment::new(id, InstrumentVersion(instrument), Moment(count("started")?));
    assessment.changed = Moment(count("changed")?);
    let mut parts = Parts::new(Revision(revision));
    parts.read("depth", member("depth")?, &mut assessment.depth, |value| {
        Depth::from_name(&value.to_unquoted_string_str().ok()?)
    });
    parts.read("know_do", member("know_do")?, &mut assessment.know_do, |value| {
        Some(if truth(value)? {
            KnowDo::Included
        } else {
            KnowDo::LeftOut
        })
    });
    parts.read("subject", member("subject")?, &mut assessment.subject, self::text);
    parts.read("day", member("day")?, &mut assessment.day, |value| {
        day_from(&value.to_unquoted_string_str().ok()?)
    });
    if let Some(part) = optional(body, "previous")? {
        parts.read("previous", part, &mut assessment.previous, |value| {
            previous_from(&self::text(value)?)
        });
    }
    let entries = |name| member(name)?.to_object().map_err(|_| ReadError::Damaged);
    for (name, part) in entries("answers")? {
        let mut answer = Stamped::default();
        let name = self::text(name).unwrap_or_default();
        let read = |value: Value<'_, '_>| answer_from(&value.to_unquoted_string_str().ok()?);
        if let Some(question) = parts.read_of(&name, part, &mut answer, read) {
            assessment.answers.insert(question, answer);
        }
    }
    for (name, part) in entries("notes")? {
        let mut note = Stamped::default();
        let name = self::text(name).unwrap_or_default();
        if let Some(area) = parts.read_of(&name, part, &mut note, self::text) {
            assessment.notes.insert(area, note);
        }
    }
    read_plan(&mut parts, member("plan")?, &mut assessment.plan)?;
    assessment.revision = parts.latest;
    Ok(Reading {
        assessment,
        problems: parts.problems,
    })
}

/// What is learnt on the way through the parts.
pub(super) struct Parts {
    /// A part that is later than its record would win over every edit to come, so the count starts at the latest of them.
    latest: Revision,
    problems: Vec<Problem>,
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
    fn read_of<Id: std::str::FromStr, T>(
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
        self.problems.push(Problem {
            part: name.to_owned(),
            text: text(stood).unwrap_or_else(|| stood.as_raw_str().to_owned()),
        });
    }
}

/// Nothing for none.
fn previous_from(text: &str) -> Option<Option<AssessmentId>> {
    if text.is_empty() {
        Some(None)
    } else {
        text.parse().ok().map(Some)
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
