//! The plan on one sheet of paper.

use super::words::{climb, day_name, status_name, towards};
use crate::app::shared::planning::text_name;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::influence::Link;
use crate::domain::plan::{Chosen, Plan, PlanDay, PlanText};
use crate::ui::components::map::grade;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// What comes out of the printer; on screen the form stands in its place.
pub(super) fn paper(store: &Store, plan: &Plan, chosen: Chosen, applies: bool) -> Html {
    let text = |which: PlanText| {
        let written = plan.text(which).value.trim();
        let written =
            (!written.is_empty()).then(|| html! { <span translate="no">{ written.to_owned() }</span> });
        entry(store, text_name(which), written)
    };
    let day = |which: PlanDay| {
        let day = plan.day(which).value.map(|day| html! { store.day(day) });
        entry(store, day_name(which), day)
    };
    let status = Some(html! { store.text(status_name(plan.status.value)) });
    html! {
        <section class="plan-paper">
            <p class="lead">{ climb(store, chosen, applies) }</p>
            { towards(store, chosen, applies) }
            <dl>
                { text(PlanText::Experiment) }
                { text(PlanText::Counted) }
            </dl>
            <dl class="plan-row">
                { text(PlanText::Owner) }
                { for PlanDay::ALL.map(day) }
                { entry(store, Text::PlanStatus, status) }
            </dl>
            <dl>{ text(PlanText::Learned) }</dl>
            { opens(store, chosen) }
        </section>
    }
}

/// What is not settled gets a line to write on.
fn entry(store: &Store, name: Text, value: Option<Html>) -> Html {
    let blank = value.is_none().then_some("plan-blank");
    html! {
        <div>
            <dt>{ store.text(name) }</dt>
            <dd class={classes!(blank)}>{ value.unwrap_or_else(|| html! { store.text(Text::PlanBlank) }) }</dd>
        </div>
    }
}

fn opens(store: &Store, chosen: Chosen) -> Html {
    let item = |(place, link): (usize, Link)| {
        let words = &store.pack.words;
        let name = words.area(link.target, AreaWord::Name);
        html! {
            <li>{ AttrValue::from(name) }{ store.colon() }{ AttrValue::from(words.reason(place)) }{ " (" }{ grade(store, link.grade) }{ ")" }</li>
        }
    };
    let mut links = store.pack.checklist.influence.opens_next(chosen.area).peekable();
    if links.peek().is_none() {
        return Html::default();
    }
    html! {
        <>
            <h2 class="eyebrow">{ store.text(Text::PlanOpens) }{ " · " }{ store.text(Text::PlanMapLabel) }</h2>
            <ul>{ for links.map(item) }</ul>
        </>
    }
}
