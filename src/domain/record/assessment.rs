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

fn answer_from(text: &str) -> Result<Option<Answer>, ()> {
    match (text, text.strip_prefix('x')) {
        ("", _) => Ok(None),
        (_, Some(reason)) => Ok(Some(Answer::NotApplicable(reason.to_owned()))),
        _ => Choice::from_code(text)
            .map(|choice| Some(choice.answer(None)))
            .ok_or(()),
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
    let body = envelope.body;
    let mut problems = Vec::new();
    let mut problem = |part: &str, text: &str| {
        problems.push(Problem {
            part: part.to_owned(),
            text: text.to_owned(),
        })
    };
    let mut assessment = Assessment::new(id, body.instrument, body.started);
    assessment.revision = Revision(envelope.revision);
    assessment.changed = body.changed;
    assessment.depth = Stamped::new(body.depth.0, Revision(body.depth.1));
    let know_do = if body.know_do.0 {
        KnowDo::Included
    } else {
        KnowDo::LeftOut
    };
    assessment.know_do = Stamped::new(know_do, Revision(body.know_do.1));
    assessment.subject = Stamped::new(body.subject.0, Revision(body.subject.1));
    let day = body.day.0.parse::<Day>().ok();
    if day.is_none() && !body.day.0.is_empty() {
        problem("day", &body.day.0);
    }
    assessment.day = Stamped::new(day, Revision(body.day.1));
    for (question, (text, revision)) in body.answers {
        match (question.parse::<QuestionId>(), answer_from(&text)) {
            (Ok(question), Ok(answer)) => {
                assessment
                    .answers
                    .insert(question, Stamped::new(answer, Revision(revision)));
            }
            _ => problem(&question, &text),
        }
    }
    for (area, (text, revision)) in body.notes {
        match area.parse::<AreaId>() {
            Ok(area) => {
                assessment
                    .notes
                    .insert(area, Stamped::new(text, Revision(revision)));
            }
            Err(_) => problem(&area, &text),
        }
    }
    Reading { assessment, problems }
}
