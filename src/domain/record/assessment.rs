//! The stored form of an assessment, schema 3.

use super::json::{Value, number, optional, push_number, push_part, required, text, truth};
use super::migrate::migrate;
use super::parts::{FieldProblem, Parts, day_from, day_text};
use super::plan::{push_plan, read_plan};
use super::{ReadError, begin, open, parse};
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId, KnowDo};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::stamp::{Revision, Stamped};
use std::borrow::Cow;

/// The schema that this version writes.
pub const SCHEMA: u64 = 3;
const KIND: &str = "assessment";

/// An assessment, and what of its record could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedAssessment {
    /// Everything readable.
    pub assessment: Assessment,
    /// The rest.
    pub problems: Vec<FieldProblem>,
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
    out.push_str(",\"answered\":[");
    if let Some(answered) = assessment.answered {
        push_number(&mut out, answered.0);
    }
    out.push(']');
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
pub fn read_assessment(id: AssessmentId, text: &str) -> Result<ParsedAssessment, ReadError> {
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
    assessment.answered = moment_or_none(member("answered")?)?;
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
    assessment.revision = parts.latest();
    Ok(ParsedAssessment {
        assessment,
        problems: parts.into_problems(),
    })
}

/// `[]` or one whole number.
fn moment_or_none(value: Value<'_, '_>) -> Result<Option<Moment>, ReadError> {
    let mut values = value.to_array().map_err(|_| ReadError::Damaged)?;
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(moment), None) => number(moment)
            .map(|moment| Some(Moment(moment)))
            .ok_or(ReadError::Damaged),
        (Some(_), Some(_)) => Err(ReadError::Damaged),
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
