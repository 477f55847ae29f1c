//! One row for each question, for a spreadsheet (RFC 4180, UTF-8 with its mark).

use super::outline::Taking;
use crate::app::words::{AreaWord, PairWord, Prose};
use crate::domain::answer::Answer;
use crate::domain::checklist::{Depth, Step};
use crate::domain::plan::{PlanDay, PlanText};
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
    plan(&mut out, taking);
    out
}

/// A row for each part of the plan that is settled.
fn plan(out: &mut String, taking: &Taking) {
    let plan = &taking.assessment.plan;
    let Some(chosen) = plan.chosen.value else { return };
    let area = chosen.area.to_string();
    let name = taking.pack.words.area(chosen.area, AreaWord::Name);
    let from = chosen
        .from
        .map(|level| level.number().to_string())
        .unwrap_or_default();
    let mut put = |part: &str, level: &str, text: &str| {
        if text.is_empty() {
            return;
        }
        let cells = Cells {
            part: &area,
            name: &name,
            question: "",
            text: "",
            kind: part,
            level,
            reason: "",
            note: text,
        };
        cells.push(out, taking);
    };
    put("plan_chosen", &from, chosen.door.name());
    for which in PlanText::ALL {
        put(&["plan_", which.name()].concat(), "", &plan.text(which).value);
    }
    for which in PlanDay::ALL {
        let day = plan.day(which).value.map(String::from).unwrap_or_default();
        put(&["plan_", which.name()].concat(), "", &day);
    }
    put("plan_status", "", plan.status.value.name());
}

/// What differs between the rows of one assessment.
struct Cells<'a> {
    part: &'a str,
    name: &'a str,
    question: &'a str,
    text: &'a str,
    kind: &'a str,
    level: &'a str,
    reason: &'a str,
    note: &'a str,
}

impl Cells<'_> {
    fn push(&self, out: &mut String, taking: &Taking) {
        let assessment = taking.assessment;
        let (id, day, today) = (assessment.id.to_string(), taking.day(), taking.today());
        let instrument = assessment.instrument.0.to_string();
        let cells = [
            &*id,
            &*assessment.subject.value,
            &*day,
            &*instrument,
            assessment.depth.value.name(),
            self.part,
            self.name,
            self.question,
            self.text,
            self.kind,
            self.level,
            self.reason,
            self.note,
            &*today,
        ];
        row(out, &cells);
    }
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
    let cells = Cells {
        part: &part,
        name: &name,
        question: &question.to_string(),
        text: &words.prompt(question),
        kind,
        level: &level,
        reason,
        note,
    };
    cells.push(out, taking);
}

pub(super) fn row(out: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        push(out, cell);
    }
    out.push_str("\r\n");
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
pub(super) fn push(out: &mut String, cell: &str) {
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
