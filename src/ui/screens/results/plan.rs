//! The way from the result to one action, and back to it.

use super::View;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::plan::{Chosen, Status};
use yew::prelude::*;

/// The offer to choose an area, or the plan in one line; nothing before anything is answered.
pub(super) fn plan(view: &View) -> Html {
    let chosen = view.assessment.plan.chosen.value;
    if chosen.is_none() && view.card.scored() == 0 {
        return Html::default();
    }
    let (title, link) = match chosen {
        Some(_) => (Text::PlanInShort, Text::PlanOpen),
        None => (Text::HeadingPlan, Text::PlanOffered),
    };
    let text = chosen.map_or_else(
        || view.text(Text::PlanOfferedText),
        |chosen| in_short(view, chosen),
    );
    // An offer has nothing to offer on paper.
    let class = classes!(
        "results-part",
        "results-plan",
        chosen.is_none().then_some("screen-only")
    );
    html! {
        <section {class} aria-labelledby="plan">
            <h2 id="plan">{ view.text(title) }</h2>
            <p>{ text }</p>
            <p class="results-actions screen-only">
                <a class="button" href={Route::Plan(view.assessment.id).to_string()}>{ view.text(link) }</a>
            </p>
        </section>
    }
}

/// "Hiring for change · level 2 to 3 · Running · stop 2026-12-07 · review 2027-01-18".
fn in_short(view: &View, chosen: Chosen) -> AttrValue {
    let plan = &view.assessment.plan;
    let status = match plan.status.value {
        Status::Planned => Text::PlanPlanned,
        Status::Running => Text::PlanRunning,
        Status::Done => Text::PlanDone,
        Status::Dropped => Text::PlanDropped,
    };
    let climb = chosen.from.zip(chosen.to).map(|(from, to)| {
        let [from, to] = [from, to].map(|level| level.number().to_string());
        view.fill(Text::PlanClimbShort, &[("from", &from), ("to", &to)])
    });
    let day = |text, day: Option<_>| day.map(|day| view.fill(text, &[("day", &String::from(day))]));
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
