//! What an assessment is about and how deep it goes; changeable on the way without losing an answer.

use crate::app::action::{Action, Edit};
use crate::app::state::DigitKeys;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::{AssessmentId, KnowDo};
use crate::domain::checklist::Depth;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;
use yew::prelude::*;

/// Which assessment.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// The assessment.
    pub id: AssessmentId,
}

/// The panel.
#[component]
pub fn About(props: &Props) -> Html {
    let id = props.id;
    let store = use_store();
    browser::count_render("about");
    html! {
        <section class="about" aria-labelledby="about">
            <h2 id="about">{ store.text(Text::AssessAbout) }</h2>
            <DepthChoice {id} />
            <KnowDoChoice {id} />
            <Subject {id} />
            <Keys />
        </section>
    }
}

fn edit(store: &Rc<Store>, id: AssessmentId, make: impl Fn(String) -> Edit + 'static) -> Callback<Event> {
    let store = Rc::clone(store);
    Callback::from(move |event: Event| {
        store.dispatch(Action::Edited(id, make(browser::value(&event))));
    })
}

#[component]
fn DepthChoice(props: &Props) -> Html {
    let id = props.id;
    let store = use_store();
    let depth = use_selector(move |state, _| state.assessment(id).map(|it| it.depth.value));
    let option = |value: Depth, name: Text, hint: Text| {
        let onchange = edit(&store, id, move |_| Edit::ChoseDepth(value));
        html! {
            <label class="check">
                <input type="radio" name="depth" checked={*depth == Some(value)} {onchange} />
                <span><strong>{ store.text(name) }</strong><br />{ store.text(hint) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choice" aria-describedby="depth-note">
            <legend>{ store.text(Text::AssessDepth) }</legend>
            { option(Depth::Quick, Text::AssessQuick, Text::AssessQuickHint) }
            { option(Depth::Full, Text::AssessFull, Text::AssessFullHint) }
            <p class="hint" id="depth-note">{ store.text(Text::AssessDepthNote) }</p>
        </fieldset>
    }
}

#[component]
fn KnowDoChoice(props: &Props) -> Html {
    let id = props.id;
    let store = use_store();
    let know_do = use_selector(move |state, _| state.assessment(id).map(|it| it.know_do.value));
    let checked = *know_do == Some(KnowDo::Included);
    let other = if checked {
        KnowDo::LeftOut
    } else {
        KnowDo::Included
    };
    html! {
        <label class="check">
            <input type="checkbox" {checked} onchange={edit(&store, id, move |_| Edit::ChoseKnowDo(other))} />
            <span>
                <strong>{ store.text(Text::AssessKnowDo) }</strong><br />
                { store.text(Text::AssessKnowDoOffer) }
            </span>
        </label>
    }
}

#[component]
fn Subject(props: &Props) -> Html {
    let id = props.id;
    let store = use_store();
    let facts = use_selector(move |state, _| {
        state
            .assessment(id)
            .map(|it| (it.subject.value.clone(), it.day.value.map(String::from)))
    });
    let (subject, day) = (*facts).clone().unwrap_or_default();
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| {
            store.dispatch(Action::Edited(id, Edit::NamedSubject(browser::value(&event))));
        }
    };
    let set_day = edit(&store, id, |value| Edit::SetDay(value.parse().ok()));
    html! {
        <>
            <div class="field">
                <label for="subject">{ store.text(Text::AssessSubject) }</label>
                <p class="hint" id="subject-hint">{ store.text(Text::AssessSubjectHint) }</p>
                <input id="subject" type="text" autocomplete="organization" aria-describedby="subject-hint"
                    value={subject} {oninput} />
            </div>
            <div class="field">
                <label for="day">{ store.text(Text::AssessDay) }</label>
                <input id="day" type="date" value={day.unwrap_or_default()} onchange={set_day} />
            </div>
        </>
    }
}

#[component]
fn Keys() -> Html {
    let store = use_store();
    let keys = use_selector(|state, _| state.settings.digit_keys);
    let checked = *keys == DigitKeys::On;
    let onchange = {
        let store = store.clone();
        let other = if checked { DigitKeys::Off } else { DigitKeys::On };
        move |_: Event| store.dispatch(Action::SwitchedDigitKeys(other))
    };
    html! {
        <label class="check keys">
            <input type="checkbox" {checked} {onchange} />
            <span>
                <strong>{ store.text(Text::AssessDigitKeys) }</strong><br />
                { store.text(Text::AssessKeys) }
            </span>
        </label>
    }
}
