//! A date of the plan.

use super::text;
use crate::app::text::Text;
use crate::browser;
use crate::domain::plan::PlanDay;
use crate::domain::workshop::change::Change;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) handle: WorkshopHandle,
    pub(super) which: PlanDay,
    pub(super) label: Text,
    pub(super) hint: Text,
    /// What is to be thought of again about the day that it has.
    pub(super) care: Option<Text>,
}

/// Left without a whole date that exists, the field shows what was in it before, and a sentence below says so.
#[component]
pub(super) fn Day(props: &Props) -> Html {
    let (handle, which) = (&props.handle, props.which);
    let before = use_mut_ref(String::new);
    let refused = use_state_eq(|| false);
    let change = {
        let handle = handle.clone();
        move |day| handle.change(Change::SetPlanDay(which, day))
    };
    let onchange = {
        let change = change.clone();
        move |event: Event| {
            if let Ok(day) = browser::day(&event) {
                change(day);
            }
        }
    };
    let onfocus = {
        let (before, refused) = (Rc::clone(&before), refused.setter());
        move |event: FocusEvent| {
            *before.borrow_mut() = browser::value(&event);
            refused.set(false);
        }
    };
    let onblur = {
        let refused = refused.setter();
        move |event: FocusEvent| {
            if let Some(day) = browser::day_back(&event, &before.borrow()) {
                change(day);
                refused.set(true);
            }
        }
    };
    let value = handle.workshop.plan.day(which).value;
    let value = value.map(String::from).unwrap_or_default();
    let id = which.name();
    let [hint_id, label_id] = ["-hint", "-label"].map(|end| [id, end].concat());
    html! {
        <div class="field stage-day" role="group" aria-labelledby={label_id.clone()}>
            <label for={id} id={label_id}>{ text(handle, props.label) }</label>
            <p class="hint" id={hint_id.clone()}>{ text(handle, props.hint) }</p>
            <input {id} type="date" min="1900-01-01" max="2199-12-31" aria-describedby={hint_id} {value} {onchange} {onfocus} {onblur} />
            <p class="stage-care" hidden={!*refused} aria-live="polite" aria-atomic="true">{ text(handle, Text::PlanNoSuchDay) }</p>
            <div class="console-said" aria-live="polite" aria-atomic="true">
                if let Some(care) = props.care {
                    <p class="stage-care">{ text(handle, care) }</p>
                }
            </div>
        </div>
    }
}
