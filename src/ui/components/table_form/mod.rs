//! In which form tables are wanted: asked beside the buttons, kept for this device.

use crate::app::action::Action;
use crate::app::assessment::action::AssessmentAction;
use crate::app::shared::table;
use crate::app::state::State;
use crate::app::text::Text;
use crate::browser;
use crate::domain::record::TableForm;
use crate::ui::prelude::*;
use crate::ui::store::{use_selector, use_store};
use std::rc::Rc;

/// What was chosen, else what fits how this device writes a half.
pub fn wanted(state: &State) -> TableForm {
    table::chosen(state).unwrap_or_else(|| TableForm::of_number_format(&browser::half()))
}

/// The choice.
#[component]
pub fn TableFormChoice() -> Html {
    let store = use_store();
    let now = use_selector(|state, _| wanted(state));
    let onchange = {
        let store = Rc::clone(&store);
        Callback::from(move |event: Event| {
            if let Some(form) = TableForm::from_name(&browser::value(&event)) {
                store.dispatch(Action::Assessment(AssessmentAction::ChoseTableForm(form)));
            }
        })
    };
    let option = |form: TableForm| {
        let label = match form {
            TableForm::Comma => Text::ExchangeTableComma,
            TableForm::Semicolon => Text::ExchangeTableSemicolon,
        };
        html! { <option value={form.name()} selected={form == *now}>{ store.text(label) }</option> }
    };
    html! {
        <>
            <p class="table-form">
                <label for="table-form">{ store.text(Text::ExchangeTableForm) }</label>{ " " }
                <select id="table-form" aria-describedby="table-import" {onchange}>{ for TableForm::ALL.map(option) }</select>
            </p>
            <p id="table-import" class="hint">{ store.text(Text::ExchangeTableImport) }</p>
        </>
    }
}
