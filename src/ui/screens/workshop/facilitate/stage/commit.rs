//! Who sees to it and when it is looked at again, read back aloud.

use super::day::Day;
use super::{line, part, text};
use crate::app::shared::planning::{Dates, workshop_calendar};
use crate::app::text::Text;
use crate::domain::plan::{PlanDay, PlanText};
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
                <Day key="review" handle={handle.clone()} which={PlanDay::Review} label={Text::PlanReview} hint={Text::StageReviewHint} />
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

/// Offers six weeks from today while there is no date, and warns of one that is further from six to eight weeks.
fn review(handle: &WorkshopHandle) -> Html {
    let today = handle.store.inputs().today;
    let day = handle.workshop.plan.review.value;
    let off = day.is_some_and(|day| !is_review_in_time(today, day));
    let offer = match day {
        Some(_) => Html::default(),
        None => {
            let Some(day) = today.plus(REVIEW_DAYS.0) else {
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
    };
    html! {
        <>
            { offer }
            <div class="console-said" aria-live="polite" aria-atomic="true">
                if off {
                    <p class="stage-care">{ text(handle, Text::StageReviewOff) }</p>
                }
            </div>
        </>
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
