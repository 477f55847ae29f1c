//! One row for each question, for a spreadsheet (RFC 4180, UTF-8 with its mark).

use super::outline::Taking;
use crate::app::words::{AreaWord, PairWord, Prose};
use crate::domain::answer::Answer;
use crate::domain::checklist::{Depth, Step};
use crate::domain::question::QuestionId;

/// The columns; `docs/formats/export.md` says what each holds.
pub const COLUMNS: [&str; 14] = [
    "assessment",
    "subject",
    "day",
    "instrument",
    "depth",
    "part",
    "part_name",
    "question",
    "text",
    "answer",
    "level",
    "reason",
    "note",
    "exported",
];

/// The table of an assessment: every question that is asked, and every other one that has an answer.
#[must_use]
pub fn csv(taking: &Taking) -> String {
    let mut out = String::from("\u{feff}");
    row(&mut out, &COLUMNS);
    let (checklist, assessment) = (&taking.pack.checklist, taking.assessment);
    for step in checklist.steps(true) {
        for question in checklist.questions(step, Depth::Full) {
            let evidence = matches!(question, QuestionId::Evidence(..));
            let asked = match step {
                Step::Area(_) => !evidence || assessment.depth.value == Depth::Full,
                Step::Pair(_) | Step::Context(_) => assessment.asks_know_do(),
            };
            if asked || assessment.answer(question).is_some() {
                line(&mut out, taking, step, question);
            }
        }
    }
    out
}

fn line(out: &mut String, taking: &Taking, step: Step, question: QuestionId) {
    let (assessment, words) = (taking.assessment, &taking.pack.words);
    let (part, name): (String, Prose) = match step {
        Step::Area(area) => (area.to_string(), words.area(area, AreaWord::Name)),
        Step::Pair(pair) => (pair.to_string(), words.pair(pair, PairWord::Name)),
        Step::Context(pair) => (pair.to_string(), words.context_name()),
    };
    let (kind, level, reason) = match assessment.answer(question) {
        None => ("unanswered", String::new(), ""),
        Some(Answer::Level(level)) => ("level", level.number().to_string(), ""),
        Some(Answer::CannotTell) => ("cannot_tell", String::new(), ""),
        Some(Answer::NotApplicable(reason)) => ("not_applicable", String::new(), &**reason),
    };
    let note = match question {
        QuestionId::Anchored(area) => assessment.note(area),
        _ => "",
    };
    let [id, day, instrument, question_id, today] = [
        assessment.id.to_string(),
        taking.day(),
        assessment.instrument.0.to_string(),
        question.to_string(),
        taking.today(),
    ];
    let cells = [
        &*id,
        &*assessment.subject.value,
        &*day,
        &*instrument,
        assessment.depth.value.name(),
        &*part,
        &*name,
        &*question_id,
        &*words.prompt(question),
        kind,
        &*level,
        reason,
        note,
        &*today,
    ];
    row(out, &cells);
}

fn row(out: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        push(out, cell);
    }
    out.push_str("\r\n");
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
fn push(out: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !formula && !cell.contains([',', '"', '\r', '\n']) {
        out.push_str(cell);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            out.push('"');
        }
        out.push(character);
    }
    out.push('"');
}
