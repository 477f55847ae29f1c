//! A date of the plan.

use super::text;
use crate::app::text::Text;
use crate::domain::plan::PlanDay;
use crate::domain::workshop::change::Change;
use crate::ui::components::date_field::{DateField, date_field};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// With a label and a hint, and what is to be thought of again about the day that it has.
pub(super) fn day(
    handle: &WorkshopHandle,
    which: PlanDay,
    [label, hint]: [Text; 2],
    care: Option<Text>,
) -> Html {
    let here = handle.clone();
    let field = DateField {
        id: which.name(),
        label: text(handle, label),
        hint: Some(text(handle, hint)),
        value: handle.workshop.plan.day(which).value,
        wrong: None,
        set: Rc::new(move |day| here.change(Change::SetPlanDay(which, day))),
        below: html! {
            <div class="console-said" aria-live="polite" aria-atomic="true">
                if let Some(care) = care {
                    <p class="stage-care">{ text(handle, care) }</p>
                }
            </div>
        },
    };
    html! { <div class="stage-day">{ date_field(&handle.store, field) }</div> }
}
