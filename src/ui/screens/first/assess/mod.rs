//! Answering: one area, or one know-do pair, per screen.

use crate::app::action::{Action, Edit};
use crate::app::pack::Pack;
use crate::app::route::Route;
use crate::app::state::{DigitKeys, State};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::AssessmentId;
use crate::domain::checklist::{Depth, Scale, Step};
use crate::domain::question::{AreaId, Evidence, QuestionId};
use crate::ui::components::about::About;
use crate::ui::components::dead_end::gone;
use crate::ui::components::note::Note;
use crate::ui::components::progress::{Progress, step_name};
use crate::ui::components::question::{Owner, Question, say_choice};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

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
    depth: Depth,
    evidence: Option<Applies>,
    leads_to: LeadsTo,
    subject: AttrValue,
}

/// What comes after the last step.
#[derive(Clone, Copy, PartialEq)]
enum LeadsTo {
    Result,
    /// It is answered for a workshop.
    AnswerCode,
}

/// Whether an area's evidence is asked for; one that does not apply has none.
#[derive(Clone, Copy, PartialEq)]
enum Applies {
    Here,
    NotHere,
}

fn facts(state: &State, pack: &Pack, Props { id, step }: Props) -> Option<Facts> {
    let assessment = state.assessment(id)?;
    // Only looked at when the address names no step, so that an answer does not turn the page.
    let first_open = if step.is_none() {
        assessment.first_open(&pack.checklist)
    } else {
        None
    };
    let depth = assessment.depth.value;
    let evidence = match step.or(first_open) {
        Some(Step::Area(area)) if depth == Depth::Full => {
            let answer = assessment.answer(QuestionId::Anchored(area));
            let not_here = matches!(answer, Some(Answer::NotApplicable(_)));
            Some(if not_here { Applies::NotHere } else { Applies::Here })
        }
        _ => None,
    };
    Some(Facts {
        steps: assessment.steps(&pack.checklist),
        first_open,
        depth,
        evidence,
        leads_to: match state.held(id) {
            None => LeadsTo::Result,
            Some(_) => LeadsTo::AnswerCode,
        },
        subject: assessment.subject.value.clone().into(),
    })
}

/// The screen.
#[component]
pub fn Assess(props: &Props) -> Html {
    let props = *props;
    let Props { id, step } = props;
    let store = use_store();
    browser::count_render("assess");
    let facts = use_selector(move |state, pack| facts(state, pack, props));
    // One that is no longer part of it, because another window has left the know-do check out, is not a reason to show nothing.
    let step = facts.as_ref().as_ref().and_then(|facts| {
        let asked = step.filter(|step| facts.steps.contains(step));
        asked.or(facts.first_open).or(facts.steps.first().copied())
    });
    use_option_keys(
        id,
        step,
        facts.as_ref().as_ref().map_or(Depth::Quick, |facts| facts.depth),
    );
    let (Some(facts), Some(step)) = (&*facts, step) else {
        return gone(&store);
    };
    let Some(place) = facts.steps.iter().position(|known| *known == step) else {
        return gone(&store);
    };
    let at = |place: usize| facts.steps.get(place).copied();
    let name = step_name(&store, step);
    html! {
        <div class="assess">
            <Progress {id} {step} />
            <div class="assess-body">
                <h1 tabindex="-1" data-title={titled(&name, &facts.subject)}>{ name }</h1>
                <p class="lead">{ lead(&store, step) }</p>
                { questions(&store, id, step) }
                if let (Step::Area(area), Some(applies)) = (step, facts.evidence) {
                    { evidence(&store, id, area, applies) }
                }
                if let (Step::Area(area), LeadsTo::Result) = (step, facts.leads_to) {
                    <Note key={area.number()} {id} {area} />
                }
                { turn(&store, id, [place.checked_sub(1).and_then(at), at(place + 1)], facts.leads_to) }
            </div>
            // A workshop has decided what its questions are, and a note is in no answer code.
            if facts.leads_to == LeadsTo::Result {
                <About {id} />
            }
        </div>
    }
}

/// What the window is called: two assessments may be open at the same step.
fn titled(step: &str, subject: &str) -> Option<String> {
    (!subject.is_empty()).then(|| [step, " · ", subject].concat())
}

fn lead(store: &Store, step: Step) -> AttrValue {
    match step {
        Step::Area(area) => store.pack.words.area(area, AreaWord::Why).into(),
        Step::Pair(_) => store.text(Text::AssessKnowDoHint),
        Step::Context(_) => store.text(Text::AssessContextNote),
    }
}

/// Only a question about the last ten can be asked where there were fewer.
fn out_of_ten(scale: Option<Scale>) -> Option<Text> {
    (scale == Some(Scale::T)).then_some(Text::AssessTenHint)
}

fn questions(store: &Store, id: AssessmentId, step: Step) -> Html {
    let owner = Owner::Assessment(id);
    let ask = |question: QuestionId, hint: Option<Text>| {
        html! { <div class="card" key={question.to_string()}><Question {owner} {question} {hint} /></div> }
    };
    match step {
        Step::Area(area) => ask(QuestionId::Anchored(area), None),
        Step::Pair(pair) => {
            let mut pairs = store.pack.checklist.pairs.iter();
            let done = pairs.find(|known| known.id == pair).and_then(|known| known.done);
            html! {
                <>
                    { ask(QuestionId::Know(pair), Some(Text::AssessKnow)) }
                    { ask(QuestionId::Do(pair), out_of_ten(done)) }
                </>
            }
        }
        Step::Context(pair) => ask(QuestionId::Context(pair), None),
    }
}

fn evidence(store: &Store, id: AssessmentId, area: AreaId, applies: Applies) -> Html {
    let owner = Owner::Assessment(id);
    let scales = store.pack.checklist.area(area).map(|area| area.evidence);
    let ask = |(question, scale): (QuestionId, Option<Scale>)| {
        html! { <Question key={question.to_string()} {owner} {question} hint={out_of_ten(scale)} /> }
    };
    let asked = [Evidence::First, Evidence::Second].map(|which| QuestionId::Evidence(area, which));
    let scales = scales.map_or([None; 2], |scales| scales.map(Some));
    html! {
        <section class="card evidence" aria-labelledby="evidence">
            <h2 id="evidence" class="eyebrow">{ store.text(Text::AssessEvidence) }</h2>
            if applies == Applies::Here {
                { for asked.into_iter().zip(scales).map(ask) }
            } else {
                <p>{ store.text(Text::AssessNotApplicableEvidence) }</p>
            }
        </section>
    }
}

/// Back and next; after the last step comes the result.
fn turn(store: &Store, id: AssessmentId, [before, after]: [Option<Step>; 2], leads_to: LeadsTo) -> Html {
    // What would show the result of what was answered for a workshop is the way to its invite.
    let (finish, so_far, start) = match leads_to {
        LeadsTo::Result => (Text::AssessFinish, Text::AssessSoFar, Route::Home),
        LeadsTo::AnswerCode => (Text::AssessHandIn, Text::AssessHandIn, Route::Results(id)),
    };
    let (next, label) = match after {
        Some(step) => (Route::Assess(id, Some(step)), Text::AssessNext),
        None => (Route::Results(id), finish),
    };
    let back = before.map_or(start, |step| Route::Assess(id, Some(step)));
    html! {
        <div class="turn">
            <a class="button button-quiet" href={back.to_string()}>{ store.text(Text::AssessBack) }</a>
            <a class="button" href={next.to_string()}>{ store.text(label) }</a>
            if after.is_some() {
                <a class="turn-result" href={Route::Results(id).to_string()}>{ store.text(so_far) }</a>
            }
        </div>
    }
}

/// The mark of an option, pressed as a key, answers the question in focus, or the first open one of the step; it never moves on.
#[hook]
fn use_option_keys(id: AssessmentId, step: Option<Step>, depth: Depth) {
    let store = use_store();
    use_effect_with((id, step, depth), move |(id, step, depth)| {
        let (id, questions) = (
            *id,
            step.map_or_else(Vec::new, |step| store.pack.checklist.questions(step, *depth)),
        );
        let listening = browser::listen_for_option_keys(move |mark, group| {
            let pressed = press(&store.state(), &store, id, &questions, mark, group.as_deref());
            if let Some((question, choice)) = pressed {
                store.dispatch(Action::Edited(id, Edit::Chose(question, choice)));
                say_choice(&store, question, choice);
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
    mark: char,
    group: Option<&str>,
) -> Option<(QuestionId, Choice)> {
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
    // What its own mark says is for typed lines.
    let choice = Choice::from_typed(mark, question.marks())
        .filter(|choice| mark != '?' && *choice != Choice::NotApplicable)?;
    // For a workshop there is no switch, so there are none.
    let on = state.preferences().digit_keys == DigitKeys::On && state.held(id).is_none();
    let offered = on && store.pack.checklist.contains(question);
    offered.then_some((question, choice))
}
