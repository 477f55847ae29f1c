//! One question: real radio buttons, "we can't tell yet", and a reason where it does not apply.

use crate::app::action::{Action, Edit};
use crate::app::route::Route;
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::browser;
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::level::Level;
use crate::domain::question::{Marks, QuestionId};
use crate::ui::components::progress::{save_line, save_words};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// Whose question it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The first screen's: its first answer starts an assessment.
    FirstScreen,
    /// An assessment's.
    Assessment(AssessmentId),
}

impl Owner {
    fn choose(self, question: QuestionId, choice: Choice) -> Action {
        match self {
            Self::FirstScreen => Action::ChoseFirst(question, choice),
            Self::Assessment(id) => Action::Edited(id, Edit::Chose(question, choice)),
        }
    }
}

/// Which question to draw.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// Whose it is.
    pub owner: Owner,
    /// The question.
    pub question: QuestionId,
    /// A line between the prompt and the options.
    #[prop_or_default]
    pub hint: Option<Text>,
}

/// The question with its options.
#[component]
pub fn Question(props: &Props) -> Html {
    let Props {
        owner,
        question,
        hint,
    } = *props;
    let store = use_store();
    browser::count_render("question");
    let current = use_selector(move |state, _| {
        let id = match owner {
            Owner::FirstScreen => state.draft,
            Owner::Assessment(id) => Some(id),
        };
        let assessment = id.and_then(|id| state.assessment(id));
        let answer = |one: &Assessment| one.answer(question).cloned();
        let before = assessment.and_then(|one| state.assessment(one.previous.value?));
        (
            id,
            assessment.and_then(answer),
            before.and_then(answer).as_ref().map(Choice::of),
            id.filter(|_| owner == Owner::FirstScreen).map(|_| state.save),
        )
    });
    let (id, answer, before, save) = &*current;
    let onchange = use_callback((owner, question), choose(&store));
    let chosen = answer.as_ref().map(Choice::of);
    html! {
        <fieldset class="question" {onchange}>
            <legend class="question-prompt">{ AttrValue::from(store.pack.words.prompt(question)) }</legend>
            if let Some(hint) = hint {
                <p class="hint">{ store.text(hint) }</p>
            }
            if let Some(before) = *before {
                <p class="hint question-before">{ last_time(&store, question, before) }</p>
            }
            <div class="options">{ options(&store, question, chosen) }</div>
            { reason(&store, *id, question, answer.as_ref()) }
            // The way on comes before what erases, for whoever goes by the keyboard.
            if owner == Owner::FirstScreen {
                { foot(&store, *save) }
            }
            { clear(&store, *id, question, chosen) }
        </fieldset>
    }
}

/// What the assessment before this one said; beside the question and never chosen.
fn last_time(store: &Store, question: QuestionId, before: Choice) -> AttrValue {
    let other = |answer: Text| store.fill(Text::AssessLastOther, &[("answer", &store.text(answer))]);
    match (before, question.marks()) {
        (Choice::Level(_), Marks::Levels) => store.fill(Text::AssessLastLevel, &[("n", before.code())]),
        (Choice::Level(level), Marks::Letters) => {
            let said = store.pack.words.option(&store.pack.checklist, question, level);
            store.fill(Text::AssessLastOther, &[("answer", &said)])
        }
        (Choice::CannotTell, _) => other(Text::AssessWasCannotTell),
        (Choice::NotApplicable, _) => other(Text::AssessWasNotApplicable),
    }
}

fn choose(store: &Rc<Store>) -> impl Fn(Event, &(Owner, QuestionId)) + 'static {
    let store = Rc::clone(store);
    move |event, (owner, question)| {
        if let Some(choice) = Choice::from_code(&browser::value(&event)) {
            store.dispatch(owner.choose(*question, choice));
            tell(&store, "");
        }
    }
}

/// Says what was just done, and whether it is saved.
pub fn tell(store: &Store, done: &str) {
    let save = store.state().save;
    browser::say(&[done, " ", &*save_words(store, save)].concat());
}

/// Says what a key has chosen where nobody was looking, and whether it is saved.
pub fn say_choice(store: &Store, question: QuestionId, choice: Choice) {
    let words = &store.pack.words;
    let chosen = match choice {
        Choice::Level(level) => words.option(&store.pack.checklist, question, level).into(),
        Choice::CannotTell => store.text(Text::AssessCannotTell),
        Choice::NotApplicable => store.text(Text::AssessNotApplicable),
    };
    tell(store, &chosen);
}

/// The options of a question, the chosen one marked; a group of radio buttons named like the question.
pub fn options(store: &Store, question: QuestionId, chosen: Option<Choice>) -> Html {
    let name = AttrValue::from(question.to_string());
    let anchors = store.pack.words.options(&store.pack.checklist, question);
    let levels = Level::ALL.into_iter().zip(anchors);
    let offered = store.pack.checklist.may_be_not_applicable(question);
    let levels = levels.map(|(level, anchor)| (Choice::Level(level), AttrValue::from(anchor)));
    let others = [
        Some((Choice::CannotTell, store.text(Text::AssessCannotTell))),
        offered.then(|| (Choice::NotApplicable, store.text(Text::AssessNotApplicable))),
    ];
    let all = levels.chain(others.into_iter().flatten());
    all.map(|(choice, label)| option(&name, choice, question.marks(), label, chosen == Some(choice)))
        .collect()
}

fn option(name: &AttrValue, choice: Choice, marks: Marks, label: AttrValue, checked: bool) -> Html {
    let (class, mark) = match choice {
        Choice::Level(_) => ("option", choice.mark(marks)),
        Choice::CannotTell => ("option option-other", "?"),
        Choice::NotApplicable => ("option option-other", "–"),
    };
    html! {
        <label {class}>
            <input type="radio" {name} value={choice.code()} {checked} />
            <span class="option-number" aria-hidden="true">{ mark }</span>
            <span class="option-text">{ label }</span>
        </label>
    }
}

fn reason(
    store: &Rc<Store>,
    id: Option<AssessmentId>,
    question: QuestionId,
    answer: Option<&Answer>,
) -> Html {
    let (Some(id), Some(Answer::NotApplicable(reason))) = (id, answer) else {
        return html! {};
    };
    let oninput = store.on_input(move |reason| Action::Edited(id, Edit::GaveReason(question, reason)));
    // The radio group's listener may not take the text field's event for a choice.
    let onchange = |event: Event| event.stop_propagation();
    html! {
        <label class="field">
            <span>{ store.text(Text::AssessReason) }</span>
            <input type="text" autocomplete="off" value={reason.clone()} {oninput} {onchange} />
        </label>
    }
}

fn clear(store: &Rc<Store>, id: Option<AssessmentId>, question: QuestionId, chosen: Option<Choice>) -> Html {
    let onclick = id.map(|id| {
        let store = Rc::clone(store);
        Callback::from(move |_: MouseEvent| {
            store.dispatch(Action::Edited(id, Edit::TookBack(question)));
            tell(&store, &store.text(Text::AssessCleared));
        })
    });
    html! {
        <button type="button" class="clear" disabled={chosen.is_none()} {onclick}>
            { store.text(Text::AssessClear) }
        </button>
    }
}

/// The way on from the first screen, and whether what was answered there is saved.
fn foot(store: &Store, save: Option<SaveState>) -> Html {
    html! {
        <div class="card-foot">
            <a class="button" href={Route::Continue.to_string()}>{ store.text(Text::HomeNext) }</a>
            <p class="first-status">
                if let Some(save) = save {
                    { save_line(store, save) }
                } else {
                    <span class="early-idle">{ store.text(Text::HomeStart) }</span>
                }
                <span aria-live="polite">
                    <span class="early-saved">{ store.text(Text::HomeEarlySaved) }</span>
                    <span class="early-failed">{ store.text(Text::HomeEarlyFailed) }</span>
                </span>
            </p>
        </div>
    }
}
