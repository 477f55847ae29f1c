//! The stored form of an assessment, schema 1.

use super::{Envelope, ReadError, check_header};
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId, KnowDo};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::{Revision, Stamped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The schema that this version writes.
pub const SCHEMA: u16 = 1;
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

/// A value and its revision, as `["3",7]`.
type Part<T> = (T, u32);

#[derive(Serialize, Deserialize)]
struct Body {
    instrument: InstrumentVersion,
    started: Moment,
    changed: Moment,
    depth: Part<Depth>,
    know_do: Part<bool>,
    subject: Part<String>,
    day: Part<String>,
    answers: BTreeMap<String, Part<String>>,
    notes: BTreeMap<String, Part<String>>,
}

fn part<T, U>(stamped: &Stamped<T>, to: impl FnOnce(&T) -> U) -> Part<U> {
    (to(&stamped.value), stamped.revision.0)
}

/// `1` to `5`, `0` for can't tell, `x` and a reason for not applicable, nothing for an answer that was taken back.
fn answer_text(answer: Option<&Answer>) -> String {
    match answer {
        None => String::new(),
        Some(Answer::NotApplicable(reason)) => format!("x{reason}"),
        Some(other) => Choice::of(other).code().to_owned(),
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
    let answers = assessment.answers.iter();
    let notes = assessment.notes.iter();
    let body = Body {
        instrument: assessment.instrument,
        started: assessment.started,
        changed: assessment.changed,
        depth: part(&assessment.depth, |depth| *depth),
        know_do: part(&assessment.know_do, |know_do| *know_do == KnowDo::Included),
        subject: part(&assessment.subject, String::clone),
        day: part(&assessment.day, |day| day.map(String::from).unwrap_or_default()),
        answers: answers
            .map(|(id, answer)| {
                (
                    id.to_string(),
                    part(answer, |answer| answer_text(answer.as_ref())),
                )
            })
            .collect(),
        notes: notes
            .map(|(area, note)| (area.to_string(), part(note, String::clone)))
            .collect(),
    };
    let envelope = Envelope {
        schema: SCHEMA,
        kind: KIND.to_owned(),
        id: assessment.id.to_string(),
        revision: assessment.revision.0,
        body,
    };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// Reads an assessment's record, keeping every part that can be read.
///
/// # Errors
/// [`ReadError`] if there is nothing to keep: no record, another record, or one from a later version.
pub fn read_assessment(id: AssessmentId, text: &str) -> Result<Reading, ReadError> {
    check_header(text, KIND, &id.to_string(), SCHEMA)?;
    let envelope: Envelope<Body> = serde_json::from_str(text).map_err(|_| ReadError::Damaged)?;
    Ok(open(id, envelope))
}

fn open(id: AssessmentId, envelope: Envelope<Body>) -> Reading {
    let latest = latest_revision(&envelope);
    let body = envelope.body;
    let mut problems = Vec::new();
    let mut assessment = Assessment::new(id, body.instrument, body.started);
    assessment.revision = latest;
    assessment.changed = body.changed;
    assessment.depth = stamped(body.depth);
    let (know_do, revision) = body.know_do;
    assessment.know_do = stamped((
        if know_do {
            KnowDo::Included
        } else {
            KnowDo::LeftOut
        },
        revision,
    ));
    assessment.subject = stamped(body.subject);
    assessment.day = read_part("day", body.day, day_from, &mut problems).unwrap_or_default();
    for (question, stored) in body.answers {
        let answer = |text: &str| Some((question.parse::<QuestionId>().ok()?, answer_from(text)?));
        if let Some(Stamped {
            value: (id, value),
            revision,
        }) = read_part(&question, stored, answer, &mut problems)
        {
            assessment.answers.insert(id, Stamped { value, revision });
        }
    }
    for (area, stored) in body.notes {
        let note = |text: &str| Some((area.parse::<AreaId>().ok()?, text.to_owned()));
        if let Some(Stamped {
            value: (id, value),
            revision,
        }) = read_part(&area, stored, note, &mut problems)
        {
            assessment.notes.insert(id, Stamped { value, revision });
        }
    }
    Reading { assessment, problems }
}

/// A part that is later than its record would win over every edit to come, so the count starts at the latest of them.
fn latest_revision(envelope: &Envelope<Body>) -> Revision {
    let body = &envelope.body;
    let single = [
        envelope.revision,
        body.depth.1,
        body.know_do.1,
        body.subject.1,
        body.day.1,
    ];
    let many = body
        .answers
        .values()
        .chain(body.notes.values())
        .map(|(_, revision)| *revision);
    Revision(many.chain(single).max().unwrap_or_default())
}

fn stamped<T>((value, revision): Part<T>) -> Stamped<T> {
    Stamped::new(value, Revision(revision))
}

fn read_part<T>(
    name: &str,
    stored: Part<String>,
    read: impl FnOnce(&str) -> Option<T>,
    problems: &mut Vec<Problem>,
) -> Option<Stamped<T>> {
    let Stamped {
        value: text,
        revision,
    } = stamped(stored);
    let value = read(&text);
    if value.is_none() {
        problems.push(Problem {
            part: name.to_owned(),
            text,
        });
    }
    Some(Stamped::new(value?, revision))
}

fn day_from(text: &str) -> Option<Option<Day>> {
    if text.is_empty() {
        Some(None)
    } else {
        text.parse().ok().map(Some)
    }
}
