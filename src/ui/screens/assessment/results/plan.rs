//! The plan in one line, and the way back to it.

use super::View;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::plan::{Chosen, Status};
use crate::ui::components::doors::climb_in_short;
use crate::ui::prelude::*;

/// The plan; nothing before an area is chosen.
pub(super) fn plan(view: &View) -> Html {
    let Some(chosen) = view.assessment.plan.chosen.value else {
        return Html::default();
    };
    html! {
        <section class="results-part results-plan" aria-labelledby="plan">
            <h2 id="plan">{ view.text(Text::PlanInShort) }</h2>
            <p>{ in_short(view, chosen) }</p>
            <p class="results-actions screen-only">
                <a class="button" href={Route::Plan(view.assessment.id).to_string()}>{ view.text(Text::PlanOpen) }</a>
            </p>
        </section>
    }
}

/// "Hiring for change · from level 2 to 3 · Running · stop Dec 7, 2026 · review Jan 18, 2027".
fn in_short(view: &View, chosen: Chosen) -> AttrValue {
    let plan = &view.assessment.plan;
    let status = match plan.status.value {
        Status::Planned => Text::PlanPlanned,
        Status::Running => Text::PlanRunning,
        Status::Done => Text::PlanDone,
        Status::Dropped => Text::PlanDropped,
    };
    let applies = view.assessment.applies(view.checklist(), chosen.area);
    let climb = climb_in_short(view.store, chosen, applies);
    let day = |text, day: Option<_>| day.map(|day| view.fill(text, &[("day", &view.store.day(day))]));
    let facts = [
        Some(view.area(chosen.area, AreaWord::Name)),
        climb,
        Some(view.text(status)),
        day(Text::PlanStopShort, plan.stop.value),
        day(Text::PlanReviewShort, plan.review.value),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().map(|fact| fact.to_string()).collect();
    facts.join(" · ").into()
}
