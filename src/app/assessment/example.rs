//! The example: what twelve questions lead to, for somebody who has answered none. It is made from the words of the language, about
//! nobody, and never stored.

use super::action::AssessmentAction;
use crate::app::action::Action;
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::update::Inputs;
use crate::app::words::AreaWord;
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId, KnowDo};
use crate::domain::calendar::{Day, Moment};
use crate::domain::doors::Door;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanDay, PlanText, Status};
use crate::domain::question::{AreaId, Evidence, PairId, QuestionId};
use crate::domain::stamp::{Revision, Stamped};

/// The anchored answers in the order of the areas: levels, one that cannot be told, one that does not apply.
const AREAS: &str = "32212340324x";
/// Know and do of each pair, by its number; the sixth is the outcome, which has one answer.
const PAIRS: [(u8, &str); 7] = [
    (1, "52"),
    (2, "33"),
    (3, "42"),
    (4, "44"),
    (5, "31"),
    (6, "2"),
    (7, "54"),
];
/// Where a trial is chosen, and the levels that it is to lead from and to.
const CHOSEN: (u8, Level, Level) = (4, Level::NotSeen, Level::NowAndThen);
/// Which areas bear a note.
const NOTES: [(u8, Text); 3] = [
    (2, Text::ExampleNoteHiring),
    (4, Text::ExampleNoteDebate),
    (8, Text::ExampleNoteGuiding),
];
/// The day of the answers, from today, and that of each date of the plan.
const ANSWERED: i32 = -5;
const DAYS: [(PlanDay, i32); 3] = [(PlanDay::Start, -5), (PlanDay::Stop, 9), (PlanDay::Review, 51)];
/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

/// That there is an example now, in the words of a pack.
#[must_use]
pub fn made(pack: &Pack, inputs: Inputs) -> Action {
    let example = example(pack, inputs.today, inputs.now);
    Action::Assessment(AssessmentAction::MadeExample(Box::new(example)))
}

/// The example as of today.
#[must_use]
pub fn example(pack: &Pack, today: Day, now: Moment) -> Assessment {
    let begun = Moment(now.0.saturating_sub(DAY * u64::from(ANSWERED.unsigned_abs())));
    let mut example = Assessment::new(AssessmentId::EXAMPLE, pack.checklist.version, begun);
    example.revision = REVISION;
    example.answered = Some(begun);
    example.know_do = stamped(KnowDo::Included);
    example.subject = text(pack, Text::ExampleSubject);
    example.day = stamped(today.plus(ANSWERED));
    answer(&mut example, pack);
    plan(&mut example, pack, today);
    example
}

const REVISION: Revision = Revision(1);

const fn stamped<T>(value: T) -> Stamped<T> {
    Stamped::new(value, REVISION)
}

fn text(pack: &Pack, text: Text) -> Stamped<String> {
    stamped(pack.texts.get(text).to_string())
}

fn answer(example: &mut Assessment, pack: &Pack) {
    let areas = pack.checklist.areas.iter().zip(AREAS.chars());
    for (area, code) in areas {
        let given = Choice::from_code(code.encode_utf8(&mut [0; 4])).map(|choice| match choice {
            Choice::NotApplicable => Answer::NotApplicable(pack.texts.get(Text::ExampleReason).to_string()),
            other => other.answer(None),
        });
        example
            .answers
            .insert(QuestionId::Anchored(area.id), stamped(given));
    }
    for (number, levels) in PAIRS {
        let Some(pair) = PairId::new(number) else { continue };
        let questions: &[QuestionId] = match levels.len() {
            1 => &[QuestionId::Context(pair)],
            _ => &[QuestionId::Know(pair), QuestionId::Do(pair)],
        };
        for (question, code) in questions.iter().zip(levels.chars()) {
            let given = Choice::from_code(code.encode_utf8(&mut [0; 4])).map(|choice| choice.answer(None));
            example.answers.insert(*question, stamped(given));
        }
    }
    for (number, note) in NOTES {
        if let Some(area) = AreaId::new(number) {
            example.notes.insert(area, text(pack, note));
        }
    }
}

fn plan(example: &mut Assessment, pack: &Pack, today: Day) {
    let (number, from, to) = CHOSEN;
    let Some(area) = AreaId::new(number) else { return };
    let plan = &mut example.plan;
    plan.chosen = stamped(Some(Chosen {
        area,
        door: Door::MostEnergy,
        from: Some(from),
        to: Some(to),
    }));
    let experiment = pack.words.area(area, AreaWord::Experiment(Evidence::First));
    *plan.text_mut(PlanText::Experiment) = stamped(experiment.to_string());
    *plan.text_mut(PlanText::Counted) = text(pack, Text::ExampleCounted);
    *plan.text_mut(PlanText::Owner) = text(pack, Text::ExampleOwner);
    for (which, days) in DAYS {
        *plan.day_mut(which) = stamped(today.plus(days));
    }
    plan.status = stamped(Status::Running);
}
