//! Answering: one area, or one know-do pair, per screen.

use crate::app::action::{Action, Edit};
use crate::app::route::Route;
use crate::app::state::{DigitKeys, State};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::AssessmentId;
use crate::domain::checklist::{Depth, Step};
use crate::domain::question::{AreaId, QuestionId};
use crate::ui::components::about::About;
use crate::ui::components::gone::gone;
use crate::ui::components::note::Note;
use crate::ui::components::progress::{Progress, step_name};
use crate::ui::components::question::{Owner, Question};
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;
use yew::prelude::*;

/// Where one is.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// The assessment.
    pub id: AssessmentId,
    /// The step; none is the first open one.
    pub step: Option<Step>,
}

#[derive(PartialEq)]
struct Facts {
    steps: Vec<Step>,
    first_open: Option<Step>,
}

/// The screen.
#[component]
pub fn Assess(props: &Props) -> Html {
    let Props { id, step } = *props;
    let store = use_store();
    browser::count_render("assess");
    let facts = use_selector(move |state, pack| {
        let assessment = state.assessment(id)?;
        let steps = assessment.steps(&pack.checklist);
        // Only looked at when the address names no step, so that an answer does not turn the page.
        let first_open = step
            .is_none()
            .then(|| assessment.first_open(&pack.checklist))
            .flatten();
        Some(Facts { steps, first_open })
    });
    let Some(facts) = &*facts else { return gone(&store) };
    let step = step.or(facts.first_open).or_else(|| facts.steps.first().copied());
    let Some(place) = step.and_then(|step| facts.steps.iter().position(|known| *known == step)) else {
        return gone(&store);
    };
    let at = |place: usize| facts.steps.get(place).copied();
    let before = place.checked_sub(1).and_then(at);
    html! {
        <div class="assess">
            if let Some(step) = step {
                <Progress {id} {step} />
                <div class="assess-body">
                    <StepBody {id} {step} />
                    { turn(&store, id, before, at(place + 1)) }
                </div>
            }
            <About {id} />
        </div>
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Properties)]
struct StepProps {
    id: AssessmentId,
    step: Step,
}

/// The heading and the questions of one step.
#[component]
fn StepBody(props: &StepProps) -> Html {
    let StepProps { id, step } = *props;
    let store = use_store();
    browser::count_render("step");
    let depth = use_selector(move |state, _| state.assessment(id).map(|it| it.depth.value));
    use_digit_keys(id, step, depth.unwrap_or(Depth::Quick));
    let why = match step {
        Step::Area(area) => store.pack.words.area(area, AreaWord::Why).into(),
        Step::Pair(_) => store.text(Text::AssessKnowDoHint),
        Step::Context(_) => store.text(Text::ResultsContextNote),
    };
    html! {
        <>
            <h1 tabindex="-1">{ step_name(&store, step) }</h1>
            <p class="lead">{ why }</p>
            { questions(id, step) }
            if let (Step::Area(area), Some(Depth::Full)) = (step, *depth) {
                <EvidenceQuestions {id} {area} />
            }
            if let Step::Area(area) = step {
                <Note key={area.number()} {id} {area} />
            }
        </>
    }
}

fn questions(id: AssessmentId, step: Step) -> Html {
    let owner = Owner::Assessment(id);
    let ask = |question: QuestionId, hint: Option<Text>| {
        html! { <div class="card" key={question.to_string()}><Question {owner} {question} {hint} /></div> }
    };
    match step {
        Step::Area(area) => ask(QuestionId::Anchored(area), None),
        Step::Pair(pair) => html! {
            <>
                { ask(QuestionId::Know(pair), Some(Text::AssessKnow)) }
                { ask(QuestionId::Do(pair), None) }
            </>
        },
        Step::Context(pair) => ask(QuestionId::Context(pair), None),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Properties)]
struct AreaProps {
    id: AssessmentId,
    area: AreaId,
}

/// An area that does not apply has no evidence to look for.
#[component]
fn EvidenceQuestions(props: &AreaProps) -> Html {
    let AreaProps { id, area } = *props;
    let store = use_store();
    let applies = use_selector(move |state, _| {
        let answer = state
            .assessment(id)
            .and_then(|it| it.answer(QuestionId::Anchored(area)));
        !matches!(answer, Some(Answer::NotApplicable(_)))
    });
    let owner = Owner::Assessment(id);
    let ask = |question: QuestionId| html! { <Question key={question.to_string()} {owner} {question} /> };
    html! {
        <section class="card evidence" aria-labelledby="evidence">
            <h2 id="evidence" class="eyebrow">{ store.text(Text::AssessEvidence) }</h2>
            if *applies {
                <p class="hint">{ store.text(Text::AssessTenHint) }</p>
                { for Depth::Full.questions(area).skip(1).map(ask) }
            } else {
                <p>{ store.text(Text::AssessNotApplicableEvidence) }</p>
            }
        </section>
    }
}

/// Back and next; after the last step comes the result.
fn turn(store: &Store, id: AssessmentId, before: Option<Step>, after: Option<Step>) -> Html {
    let (next, label) = match after {
        Some(step) => (Route::Assess(id, Some(step)), Text::AssessNext),
        None => (Route::Results(id), Text::AssessFinish),
    };
    let back = before.map_or(Route::Home, |step| Route::Assess(id, Some(step)));
    html! {
        <div class="turn">
            <a class="button button-quiet" href={back.to_string()}>{ store.text(Text::AssessBack) }</a>
            <a class="button" href={next.to_string()}>{ store.text(label) }</a>
            if after.is_some() {
                <a class="turn-result" href={Route::Results(id).to_string()}>{ store.text(Text::AssessSoFar) }</a>
            }
        </div>
    }
}

/// Digit keys answer the question in focus, or the first open one of the step; they never move on.
#[hook]
fn use_digit_keys(id: AssessmentId, step: Step, depth: Depth) {
    let store = use_store();
    use_effect_with((id, step, depth), move |(id, step, depth)| {
        let (id, questions) = (*id, store.pack.checklist.questions(*step, *depth));
        let listening = browser::listen_for_digits(move |digit, group| {
            let pressed = press(&store.state(), &store, id, &questions, digit, group.as_deref());
            if let Some(action) = pressed {
                store.dispatch(action);
            }
        });
        move || drop(listening)
    });
}

fn press(
    state: &State,
    store: &Rc<Store>,
    id: AssessmentId,
    questions: &[QuestionId],
    digit: u8,
    group: Option<&str>,
) -> Option<Action> {
    let focused = group
        .and_then(|name| name.parse().ok())
        .filter(|question| questions.contains(question));
    let assessment = state.assessment(id)?;
    let open = || {
        questions
            .iter()
            .copied()
            .find(|question| assessment.answer(*question).is_none())
    };
    let question = focused.or_else(open).or_else(|| questions.first().copied())?;
    let choice = Choice::from_code(&digit.to_string())?;
    let offered = state.settings.digit_keys == DigitKeys::On && store.pack.checklist.contains(question);
    offered.then_some(Action::Edited(id, Edit::Chose(question, choice)))
}
