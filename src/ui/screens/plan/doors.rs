//! The doors: cards of the same size and weight.

use super::View;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::doors::{Choosers, Door, candidates, lowest};
use crate::domain::question::AreaId;
use crate::ui::store::Store;
use yew::prelude::*;

/// The name of a door.
pub(super) fn name(store: &Store, door: Door) -> AttrValue {
    store.text(match door {
        Door::LowestScore => Text::PlanLowest,
        Door::MostEnergy => Text::PlanEnergy,
        Door::MostDisagreement => Text::PlanDisagreement,
        Door::Chance => Text::PlanChance,
    })
}

/// The doors that are open to one person.
pub(super) fn doors(view: &View) -> Html {
    html! {
        <section class="plan-part" aria-labelledby="doors">
            <h2 id="doors">{ view.text(Text::PlanDoors) }</h2>
            <ul class="doors">{ for Door::open_to(Choosers::OnePerson).map(|door| card(view, door)) }</ul>
        </section>
    }
}

fn card(view: &View, door: Door) -> Html {
    let (text, action) = match door {
        Door::LowestScore => (Text::PlanLowestText, lowest_score(view)),
        Door::Chance => (Text::PlanChanceText, chance(view)),
        Door::MostEnergy | Door::MostDisagreement => (Text::PlanEnergyText, energy(view)),
    };
    html! {
        <li class="card door">
            <h3>{ name(view.store, door) }</h3>
            <p>{ view.text(text) }</p>
            { action }
        </li>
    }
}

/// One area, or all that tie.
fn lowest_score(view: &View) -> Html {
    match *lowest(view.card) {
        [] => html! { <p class="hint">{ view.text(Text::PlanLowestNone) }</p> },
        [area] => {
            let label = view.fill(Text::PlanStartHere, &[("area", &view.area(area, AreaWord::Name))]);
            let onclick = view.choose(area, Door::LowestScore);
            html! { <button type="button" class="button button-quiet" {onclick}>{ label }</button> }
        }
        ref tied => {
            let label = view.fill(Text::PlanLowestMany, &[("n", &tied.len().to_string())]);
            list(view, label, tied, Door::LowestScore)
        }
    }
}

fn energy(view: &View) -> Html {
    let label = view.text(Text::PlanEnergyShow);
    list(view, label, &candidates(view.card), Door::MostEnergy)
}

fn chance(view: &View) -> Html {
    let onclick = view.let_chance_choose();
    html! {
        <button type="button" class="button button-quiet" {onclick}>{ view.text(Text::PlanChancePick) }</button>
    }
}

fn list(view: &View, label: AttrValue, areas: &[AreaId], door: Door) -> Html {
    let item = |area: &AreaId| {
        let onclick = view.choose(*area, door);
        let name = view.area(*area, AreaWord::Name);
        html! { <li><button type="button" class="link" {onclick}>{ name }</button></li> }
    };
    html! {
        <details class="door-list">
            <summary class="button button-quiet">{ label }</summary>
            <ul>{ for areas.iter().map(item) }</ul>
        </details>
    }
}
