//! Who sees to it and when it is looked at again, read back aloud.

use super::day::day;
use super::{line, part, text};
use crate::app::shared::planning::{Dates, workshop_calendar};
use crate::app::text::Text;
use crate::domain::plan::{Disorder, PlanDay, PlanText};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::choosing::{REVIEW_DAYS, is_review_in_time};
use crate::ui::components::calendar_dates::each_date;
use crate::ui::components::room::{agreed, sentences};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// Owner, review, what is read back, and the dates as a file.
pub fn commit(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
    let said = agreed::read_back(store, &handle.workshop);
    let plan = &handle.workshop.plan;
    let dated = plan.stop.value.or(plan.review.value).is_some();
    let body = html! {
        <>
            <div class="stage-form">
                { line(handle, PlanText::Owner, Text::StageOwnerHint) }
                { day(handle, PlanDay::Review, [Text::PlanReview, Text::StageReviewHint], care(handle)) }
                { review(handle) }
            </div>
            <section class="card stage-card" aria-labelledby="read">
                <h3 id="read">{ text(handle, Text::StageReadBack) }</h3>
                { sentences(&said) }
                if let Some(open) = agreed::still_open(store, &handle.workshop) {
                    <p class="hint">{ open }</p>
                }
            </section>
            if dated && plan.chosen.value.is_some() {
                <p class="stage-dates">
                    <button type="button" class="button button-quiet stage-go" onclick={download(handle, Dates::All)}>
                        { text(handle, Text::PlanCalendar) }
                    </button>
                    { each_date(store, plan, false, |dates| download(handle, dates)) }
                </p>
            }
        </>
    };
    part(body)
}

/// A review before the experiment has stopped, and one that is further from six to eight weeks.
fn care(handle: &WorkshopHandle) -> Option<Text> {
    let plan = &handle.workshop.plan;
    if plan.disorder() == Some(Disorder::ReviewTooEarly) {
        return Some(Text::PlanReviewTooEarly);
    }
    let day = plan.review.value?;
    (!is_review_in_time(handle.store.inputs().today, day)).then_some(Text::StageReviewOff)
}

/// Offers six weeks from today while there is no date.
fn review(handle: &WorkshopHandle) -> Html {
    let day = handle.store.inputs().today.plus(REVIEW_DAYS.0);
    let Some(day) = day.filter(|_| handle.workshop.plan.review.value.is_none()) else {
        return Html::default();
    };
    let onclick = handle.on_click_said(Change::SetPlanDay(PlanDay::Review, Some(day)));
    let label = handle
        .store
        .fill(Text::StageReviewTake, &[("day", &handle.store.day(day))]);
    html! {
        <p class="stage-offer">
            <span class="hint">{ text(handle, Text::StageReviewOffer) }</span>{ " " }
            <button type="button" class="link" {onclick}>{ label }</button>
        </p>
    }
}

fn download(handle: &WorkshopHandle, dates: Dates) -> Callback<MouseEvent> {
    let handle = handle.clone();
    Callback::from(move |_| {
        let store = &handle.store;
        let now = store.inputs().now;
        if let Some(file) = workshop_calendar(&store.pack, &handle.workshop, now, dates) {
            store.dispatch(file);
        }
    })
}
