//! Who sees to it and when it is looked at again, read back aloud.

use super::{day, line, part, text};
use crate::app::planning::{calendar_file, calendar_words};
use crate::app::text::Text;
use crate::domain::plan::{PlanDay, PlanText};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::choosing::{REVIEW_DAYS, is_review_in_time};
use crate::ui::components::room::{agreed, sentences};
use crate::ui::desk::Desk;
use yew::prelude::*;

/// Owner, review, what is read back, and the dates as a file.
pub fn commit(desk: &Desk) -> Html {
    let store = &desk.store;
    let said = agreed::read_back(store, &desk.workshop);
    let plan = &desk.workshop.plan;
    let dated = plan.stop.value.or(plan.review.value).is_some();
    let body = html! {
        <>
            <div class="stage-form">
                { line(desk, PlanText::Owner, Text::StageOwnerHint) }
                { day(desk, PlanDay::Review, Text::PlanReview, Text::StageReviewHint) }
                { review(desk) }
            </div>
            <section class="card stage-card" aria-labelledby="read">
                <h3 id="read">{ text(desk, Text::StageReadBack) }</h3>
                { sentences(&said) }
                if let Some(open) = agreed::still_open(store, &desk.workshop) {
                    <p class="hint">{ open }</p>
                }
            </section>
            if dated && plan.chosen.value.is_some() {
                <button type="button" class="button button-quiet stage-go" onclick={download(desk)}>
                    { text(desk, Text::PlanCalendar) }
                </button>
            }
        </>
    };
    part(body)
}

/// Offers six weeks from today while there is no date, and warns of one that is further from six to eight weeks.
fn review(desk: &Desk) -> Html {
    let today = desk.store.surroundings().today;
    match desk.workshop.plan.review.value {
        None => {
            let Some(day) = today.plus(REVIEW_DAYS.0) else {
                return Html::default();
            };
            let onclick = desk.on_click(Change::SetPlanDay(PlanDay::Review, Some(day)));
            let label = desk
                .store
                .fill(Text::StageReviewTake, &[("day", &desk.store.day(day))]);
            html! {
                <p class="stage-offer">
                    <span class="hint">{ text(desk, Text::StageReviewOffer) }</span>{ " " }
                    <button type="button" class="link" {onclick}>{ label }</button>
                </p>
            }
        }
        Some(day) if is_review_in_time(today, day) => Html::default(),
        Some(_) => html! { <p class="stage-care" role="status">{ text(desk, Text::StageReviewOff) }</p> },
    }
}

fn download(desk: &Desk) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| {
        let (store, plan) = (&desk.store, &desk.workshop.plan);
        if let Some(chosen) = plan.chosen.value {
            let words = calendar_words(&store.pack, plan, chosen.area);
            let now = store.surroundings().now;
            store.dispatch(calendar_file(&desk.workshop.id.to_string(), plan, &words, now));
        }
    })
}
