//! One row for each question, for a spreadsheet (RFC 4180 but for the separator, UTF-8 with its mark).

use super::outline::ExportSource;
use crate::app::shared::csv::Table;
use crate::app::text::without_soft_hyphens;
use crate::app::words::{AreaWord, PairWord, Prose};
use crate::domain::answer::Answer;
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, Step};
use crate::domain::level::Level;
use crate::domain::plan::{PlanDay, PlanText};
use crate::domain::question::QuestionId;
use crate::domain::record::TableForm;

/// The columns; `docs/formats/export.md` says what each holds.
pub const COLUMNS: [&str; 19] = [
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
    "option",
    "plan",
    "plan_text",
    "plan_from",
    "plan_to",
];

/// The table of an assessment: every question that is asked, and every other one that has an answer.
#[must_use]
pub fn csv(taking: &ExportSource, form: TableForm) -> String {
    let mut table = Table::new(form);
    table.row(&COLUMNS);
    let (checklist, assessment) = (&taking.pack.checklist, taking.assessment);
    for step in checklist.steps(true) {
        for question in checklist.questions(step, Depth::Full) {
            let evidence = matches!(question, QuestionId::Evidence(..));
            let asked = match step {
                Step::Area(_) => !evidence || assessment.depth.value == Depth::Full,
                Step::Pair(_) | Step::Context(_) => assessment.asks_know_do(),
            };
            if asked || assessment.answer(question).is_some() {
                line(&mut table, taking, step, question);
            }
        }
    }
    plan(&mut table, taking);
    table.finish()
}

/// A row for each part of the plan that is settled.
fn plan(table: &mut Table, taking: &ExportSource) {
    let plan = &taking.assessment.plan;
    let Some(chosen) = plan.chosen.value else { return };
    let area = chosen.area.to_string();
    let name = taking.pack.words.area(chosen.area, AreaWord::Name);
    let number = |level: Option<Level>| level.map(|level| level.number().to_string()).unwrap_or_default();
    let (from, to) = (number(chosen.from), number(chosen.to));
    let mut put = |plan: &str, plan_text: &str, [plan_from, plan_to]: [&str; 2]| {
        if plan_text.is_empty() {
            return;
        }
        let cells = Cells {
            part: &area,
            name: &name,
            plan,
            plan_text,
            plan_from,
            plan_to,
            ..Cells::default()
        };
        cells.push(table, taking);
    };
    put("chosen", chosen.door.name(), [&from, &to]);
    for which in PlanText::ALL {
        put(which.name(), &plan.text(which).value, [""; 2]);
    }
    for which in PlanDay::ALL {
        let day = plan.day(which).value.map(String::from).unwrap_or_default();
        put(which.name(), &day, [""; 2]);
    }
    put("status", plan.status.value.name(), [""; 2]);
}

/// What differs between the rows of one assessment.
#[derive(Default)]
struct Cells<'a> {
    part: &'a str,
    name: &'a str,
    question: &'a str,
    text: &'a str,
    kind: &'a str,
    level: &'a str,
    reason: &'a str,
    note: &'a str,
    option: &'a str,
    plan: &'a str,
    plan_text: &'a str,
    plan_from: &'a str,
    plan_to: &'a str,
}

impl Cells<'_> {
    fn push(&self, table: &mut Table, taking: &ExportSource) {
        let assessment = taking.assessment;
        let utc = |moment: Moment| moment.in_utc().map(|(day, _)| day);
        let day = assessment.day.value.or_else(|| utc(assessment.answered_at()));
        let [day, today] = [day, utc(taking.now)].map(|day| day.map(String::from).unwrap_or_default());
        let id = assessment.id.to_string();
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
            self.option,
            self.plan,
            self.plan_text,
            self.plan_from,
            self.plan_to,
        ];
        table.row(&cells);
    }
}

fn line(table: &mut Table, taking: &ExportSource, step: Step, question: QuestionId) {
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
    let chosen = assessment.answer(question).and_then(Answer::level);
    let option = chosen.map(|level| words.option(&taking.pack.checklist, question, level));
    let option = without_soft_hyphens(&option.unwrap_or_default());
    let cells = Cells {
        option: &option,
        part: &part,
        name: &name,
        question: &question.to_string(),
        text: &words.prompt(question),
        kind,
        level: &level,
        reason,
        note,
        ..Cells::default()
    };
    cells.push(table, taking);
}
