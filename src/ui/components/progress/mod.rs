//! Where one is, how long it still takes, the way to any step, and the truth about saving.

use crate::app::pack::Pack;
use crate::app::route::Route;
use crate::app::state::{SaveState, WriteError};
use crate::app::text::Text;
use crate::app::words::{AreaWord, PairWord};
use crate::browser;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::checklist::Step;
use crate::domain::question::QuestionId;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};

/// Where one is.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// The assessment.
    pub id: AssessmentId,
    /// The step on screen.
    pub step: Step,
}

#[derive(Clone, PartialEq)]
struct ProgressStep {
    step: Step,
    answered: bool,
}

/// The steps as links, the position in words, and whether the last answer is saved.
#[component]
pub fn Progress(props: &Props) -> Html {
    let Props { id, step } = *props;
    let store = use_store();
    browser::count_render("progress");
    let facts = use_selector(move |state, pack| {
        let assessment = state.assessment(id)?;
        Some((
            progress_steps(assessment, pack),
            seconds_left(assessment, pack),
            state.save,
        ))
    });
    let Some((progress_steps, seconds, save)) = &*facts else {
        return html! {};
    };
    let link = |(position, step_of_list): (usize, &ProgressStep)| {
        step_link(&store, id, position + 1, step_of_list, step)
    };
    html! {
        <div class="progress">
            <nav aria-label={store.text(Text::AssessSteps)}>
                <ol class="steps">{ for progress_steps.iter().enumerate().map(link) }</ol>
            </nav>
            <p class="progress-words">
                <span>{ store.fill(Text::SiteBoth, &[("one", &position(&store, progress_steps, step)), ("two", &time_left(&store, *seconds))]) }</span>
                { save_line(&store, *save) }
            </p>
        </div>
    }
}

fn progress_steps(assessment: &Assessment, pack: &Pack) -> Vec<ProgressStep> {
    let step_of_list = |step| ProgressStep {
        step,
        answered: assessment.is_answered(&pack.checklist, step),
    };
    assessment
        .steps(&pack.checklist)
        .into_iter()
        .map(step_of_list)
        .collect()
}

/// Twelve anchored questions take 3.5 minutes, 24 evidence questions 4.5 more, the 13 know-do questions 2.
fn seconds_left(assessment: &Assessment, pack: &Pack) -> usize {
    let steps = assessment.steps(&pack.checklist);
    let open = steps
        .into_iter()
        .filter(|step| !assessment.is_answered(&pack.checklist, *step));
    let questions = open.flat_map(|step| pack.checklist.questions(step, assessment.depth.value));
    let unanswered = questions.filter(|question| assessment.answer(*question).is_none());
    unanswered
        .map(|question| match question {
            QuestionId::Anchored(_) => 17,
            QuestionId::Evidence(..) => 11,
            QuestionId::Know(_) | QuestionId::Do(_) | QuestionId::Context(_) => 9,
        })
        .sum()
}

fn step_link(
    store: &Store,
    id: AssessmentId,
    position: usize,
    step_of_list: &ProgressStep,
    here: Step,
) -> Html {
    let label = if step_of_list.answered {
        Text::AssessStepAnswered
    } else {
        Text::AssessStepOpen
    };
    let name = step_name(store, step_of_list.step);
    let label = store.fill(label, &[("n", &position.to_string()), ("name", &name)]);
    let current = (step_of_list.step == here).then_some("step");
    html! {
        <li class="step">
            <a class={classes!("step-link", step_of_list.answered.then_some("step-answered"))}
                href={Route::Assess(id, Some(step_of_list.step)).to_string()}
                aria-label={label.clone()} title={label} aria-current={current}>
                <span>{ position }</span>
            </a>
        </li>
    }
}

/// The name of a step.
#[must_use]
pub fn step_name(store: &Store, step: Step) -> AttrValue {
    let words = &store.pack.words;
    match step {
        Step::Area(area) => words.area(area, AreaWord::Name).into(),
        Step::Pair(pair) => words.pair(pair, PairWord::Name).into(),
        Step::Context(_) => words.context_name().into(),
    }
}

/// "Area 5 of 12", or "Step 5 of 19" where more than areas is asked: the number is the one of the link above.
fn position(store: &Store, progress_steps: &[ProgressStep], here: Step) -> AttrValue {
    let place = progress_steps
        .iter()
        .position(|step_of_list| step_of_list.step == here)
        .map_or(0, |place| place + 1);
    let only_areas = progress_steps
        .iter()
        .all(|step_of_list| matches!(step_of_list.step, Step::Area(_)));
    let text = if only_areas {
        Text::AssessAreaOf
    } else {
        Text::AssessStepOf
    };
    let total = progress_steps.len().to_string();
    store.fill(text, &[("n", &place.to_string()), ("total", &total)])
}

fn time_left(store: &Store, seconds: usize) -> AttrValue {
    match seconds.div_ceil(60) {
        0 => store.text(Text::AssessDone),
        1 => store.text(Text::AssessMinute),
        minutes => store.fill(Text::AssessMinutes, &[("n", &minutes.to_string())]),
    }
}

/// The truth about saving.
pub fn save_line(store: &Store, save: SaveState) -> Html {
    let failed = matches!(save, SaveState::Failed(_) | SaveState::InMemory);
    html! {
        <span class={classes!("save", failed.then_some("save-failed"))} role={failed.then_some("alert")}>
            { save_words(store, save) }
        </span>
    }
}

/// The same in words, which are said after every answer.
#[must_use]
pub fn save_words(store: &Store, save: SaveState) -> AttrValue {
    store.text(match save {
        SaveState::Untouched => Text::SaveUntouched,
        SaveState::Saved => Text::SaveSaved,
        SaveState::InMemory => Text::SaveMemory,
        SaveState::Failed(WriteError::Full) => Text::SaveFull,
        SaveState::Failed(WriteError::Refused) => Text::SaveRefused,
        SaveState::Failed(WriteError::Changed) => Text::SaveChanged,
        SaveState::Failed(WriteError::Newer) => Text::SaveNewer,
    })
}
