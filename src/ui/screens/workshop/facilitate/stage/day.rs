//! A date of the plan.

use super::text;
use crate::app::text::Text;
use crate::domain::plan::PlanDay;
use crate::domain::workshop::change::Change;
use crate::ui::components::date_field::{DateField, use_date_fields};
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

#[component]
pub(super) fn StageDay(props: &Props) -> Html {
    let (handle, which) = (props.handle.clone(), props.which);
    let fields = use_date_fields();
    let field = DateField {
        id: which.name(),
        label: text(&handle, props.label),
        hint: Some(text(&handle, props.hint)),
        value: handle.workshop.plan.day(which).value,
        wrong: None,
        below: html! {
            <div class="console-said" aria-live="polite" aria-atomic="true">
                if let Some(care) = props.care {
                    <p class="stage-care">{ text(&handle, care) }</p>
                }
            </div>
        },
        set: Rc::new(move |day| handle.change(Change::SetPlanDay(which, day))),
    };
    html! { <div class="stage-day">{ fields.field(&props.handle.store, field) }</div> }
}
