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

/// What a field does with what is typed, and whether it has put back what was in it before.
struct Field {
    refused: bool,
    onchange: Callback<Event>,
    onfocus: Callback<FocusEvent>,
    onblur: Callback<FocusEvent>,
}

#[hook]
fn use_field(handle: &WorkshopHandle, which: PlanDay) -> Field {
    let before = use_mut_ref(String::new);
    let refused = use_state_eq(|| false);
    let set = {
        let handle = handle.clone();
        move |day| handle.change(Change::SetPlanDay(which, day))
    };
    let onchange = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            if let Ok(day) = browser::day(&event) {
                set(day);
            }
        })
    };
    let onfocus = {
        let (before, refused) = (Rc::clone(&before), refused.setter());
        Callback::from(move |event: FocusEvent| {
            *before.borrow_mut() = browser::value(&event);
            refused.set(false);
        })
    };
    let back = refused.setter();
    let onblur = Callback::from(move |event: FocusEvent| {
        if let Some(day) = browser::day_back(&event, &before.borrow()) {
            set(day);
            back.set(true);
        }
    });
    Field {
        refused: *refused,
        onchange,
        onfocus,
        onblur,
    }
}

/// Left without a whole date that exists, the field shows what was in it before, and a sentence below says so.
#[component]
pub(super) fn Day(props: &Props) -> Html {
    let (handle, which) = (&props.handle, props.which);
    let Field {
        refused,
        onchange,
        onfocus,
        onblur,
    } = use_field(handle, which);
    let value = handle.workshop.plan.day(which).value;
    let id = which.name();
    let value = browser::half_typed_or(value.map(String::from).unwrap_or_default(), id);
    let [hint_id, label_id] = ["-hint", "-label"].map(|end| [id, end].concat());
    html! {
        <div class="field stage-day" role="group" aria-labelledby={label_id.clone()}>
            <label for={id} id={label_id}>{ text(handle, props.label) }</label>
            <p class="hint" id={hint_id.clone()}>{ text(handle, props.hint) }</p>
            <input {id} type="date" min="1900-01-01" max="2199-12-31" aria-describedby={hint_id} {value} {onchange} {onfocus} {onblur} />
            <p class="stage-care" hidden={!refused} aria-live="polite" aria-atomic="true">{ text(handle, Text::PlanNoSuchDay) }</p>
            <div class="console-said" aria-live="polite" aria-atomic="true">
                if let Some(care) = props.care {
                    <p class="stage-care">{ text(handle, care) }</p>
                }
            </div>
        </div>
    }
}
