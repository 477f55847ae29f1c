//! What an assessment is about and how deep it goes; changeable on the way without losing an answer.

use crate::app::action::{Action, Edit};
use crate::app::state::DigitKeys;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::{AssessmentId, KnowDo};
use crate::domain::calendar::Day;
use crate::domain::checklist::Depth;
use crate::ui::components::date_field::{DateField, date_field};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

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
    let dates = Rc::clone(&store);
    let facts = use_selector(move |state, _| {
        let assessment = state.assessment(id)?;
        // The day that the result bears, whether somebody has set it or not.
        let day = assessment.day.value;
        let day = day.or_else(|| Some(dates.day_of(assessment.answered?)));
        let (depth, know_do) = (assessment.depth.value, assessment.know_do.value);
        Some((
            depth,
            know_do,
            assessment.subject.value.clone(),
            day,
            state.preferences().digit_keys,
        ))
    });
    let Some((depth, know_do, subject, day, keys)) = &*facts else {
        return html! {};
    };
    html! {
        <section class="about" aria-labelledby="about">
            <h2 id="about">{ store.text(Text::AssessAbout) }</h2>
            <fieldset class="choice" aria-describedby="depth-note">
                <legend>{ store.text(Text::AssessDepth) }</legend>
                { depth_choice(&store, id, Depth::Quick, *depth) }
                { depth_choice(&store, id, Depth::Full, *depth) }
                <p class="hint" id="depth-note">{ store.text(Text::AssessDepthNote) }</p>
            </fieldset>
            { know_do_choice(&store, id, *know_do) }
            { what_it_is_about(&store, id, subject, *day) }
            { digit_keys(&store, *keys) }
        </section>
    }
}

/// A radio button or a check box with a line below its label.
fn check(
    store: &Store,
    kind: &'static str,
    checked: bool,
    onchange: Callback<Event>,
    [label, hint]: [Text; 2],
) -> Html {
    html! {
        <label class="check">
            <input type={kind} name={(kind == "radio").then_some("depth")} {checked} {onchange} />
            <span><strong>{ store.text(label) }</strong><br />{ store.text(hint) }</span>
        </label>
    }
}

fn depth_choice(store: &Rc<Store>, id: AssessmentId, depth: Depth, chosen: Depth) -> Html {
    let texts = match depth {
        Depth::Quick => [Text::AssessQuick, Text::AssessQuickHint],
        Depth::Full => [Text::AssessFull, Text::AssessFullHint],
    };
    let onchange = store.on_change(move |_| Action::Edited(id, Edit::ChoseDepth(depth)));
    check(store, "radio", depth == chosen, onchange, texts)
}

fn know_do_choice(store: &Rc<Store>, id: AssessmentId, chosen: KnowDo) -> Html {
    let other = match chosen {
        KnowDo::Included => KnowDo::LeftOut,
        KnowDo::LeftOut => KnowDo::Included,
    };
    let onchange = store.on_change(move |_| Action::Edited(id, Edit::ChoseKnowDo(other)));
    let texts = [Text::AssessKnowDo, Text::AssessKnowDoOffer];
    check(store, "checkbox", chosen == KnowDo::Included, onchange, texts)
}

fn what_it_is_about(store: &Rc<Store>, id: AssessmentId, subject: &str, day: Option<Day>) -> Html {
    let oninput = store.on_input(move |subject| Action::Edited(id, Edit::NamedSubject(subject)));
    let listener = Rc::clone(store);
    let field = DateField {
        id: "day",
        label: store.text(Text::AssessDay),
        hint: None,
        value: day,
        wrong: None,
        set: Rc::new(move |day| listener.dispatch(Action::Edited(id, Edit::SetDay(day)))),
        below: Html::default(),
    };
    html! {
        <>
            <div class="field">
                <label for="subject">{ store.text(Text::AssessSubject) }</label>
                <p class="hint" id="subject-hint">{ store.text(Text::AssessSubjectHint) }</p>
                <input id="subject" type="text" autocomplete="organization" aria-describedby="subject-hint"
                    value={subject.to_owned()} {oninput} />
            </div>
            { date_field(store, field) }
        </>
    }
}

fn digit_keys(store: &Rc<Store>, keys: DigitKeys) -> Html {
    let other = match keys {
        DigitKeys::On => DigitKeys::Off,
        DigitKeys::Off => DigitKeys::On,
    };
    let onchange = store.on_change(move |_| Action::SwitchedDigitKeys(other));
    let texts = [Text::AssessDigitKeys, Text::AssessKeys];
    html! { <div class="keys">{ check(store, "checkbox", keys == DigitKeys::On, onchange, texts) }</div> }
}
