//! The room chooses one area, through one of four doors of the same size.

use super::{hands, part, text};
use crate::app::text::Text;
use crate::domain::doors::{Choosers, Door, by_chance};
use crate::domain::question::AreaId;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::choosing::{Basis, Standing, chosen, lowest, most_disagreement};
use crate::ui::components::map::{self, Map};
use crate::ui::components::room::{area_name, words};
use crate::ui::desk::Desk;
use yew::prelude::*;

/// The doors, the area that was chosen, and what it opens.
pub fn choose(desk: &Desk) -> Html {
    let standings = desk.workshop.standings(&desk.store.pack.checklist);
    let now = desk.workshop.plan.chosen.value.map(|chosen| chosen.area);
    let pick = |area| pick(desk, &standings, area, Door::MostEnergy);
    let drawn = Map {
        store: &desk.store,
        shown: now,
        onclick: &pick,
    };
    let body = html! {
        <>
            if let Some(area) = now {
                <p class="lead" role="status">
                    { desk.store.fill(Text::StageChosen, &[("area", &area_name(&desk.store, area))]) }
                </p>
            }
            <h3>{ text(desk, Text::StageChoose) }</h3>
            <ul class="stage-doors">
                { for Door::open_to(Choosers::Group).map(|door| card(desk, &standings, door)) }
            </ul>
            if Basis::of(&standings) == Basis::FiguresOfSome {
                <p class="hint">{ text(desk, Text::StageLeftOut) }</p>
            }
            { hands::hands(desk) }
            <section class="stage-part" aria-labelledby="map">
                <p class="eyebrow">{ text(desk, Text::PlanMapLabel) }</p>
                <h3 id="map">{ text(desk, Text::PlanMap) }</h3>
                { map::map(&drawn) }
                if let Some(area) = now {
                    { map::links(&desk.store, area, Html::default()) }
                }
            </section>
        </>
    };
    part(body)
}

fn pick(desk: &Desk, standings: &[Standing], area: AreaId, door: Door) -> Callback<MouseEvent> {
    desk.on_click(Change::Chose(Some(chosen(standings, area, door))))
}

fn card(desk: &Desk, standings: &[Standing], door: Door) -> Html {
    let basis = Basis::of(standings);
    let all: Vec<_> = desk
        .store
        .pack
        .checklist
        .areas
        .iter()
        .map(|area| area.id)
        .collect();
    let action = match door {
        Door::LowestScore => tied(desk, standings, &lowest(standings), door),
        Door::MostDisagreement => tied(desk, standings, &most_disagreement(standings), door),
        Door::MostEnergy => ranking(desk, standings, &all),
        Door::Chance => chance(desk, standings, all),
    };
    html! {
        <li class="card stage-door">
            <h4>{ words::door_name(&desk.store, door, basis) }</h4>
            <p>{ words::door_text(&desk.store, door, basis) }</p>
            { action }
        </li>
    }
}

/// One area, or all that tie.
fn tied(desk: &Desk, standings: &[Standing], areas: &[AreaId], door: Door) -> Html {
    match areas {
        [] => html! { <p class="hint">{ words::door_shut(&desk.store, door, standings) }</p> },
        [area] => {
            let name = area_name(&desk.store, *area);
            let label = desk.store.fill(Text::PlanStartHere, &[("area", &name)]);
            let onclick = pick(desk, standings, *area, door);
            html! { <button type="button" class="button button-quiet" {onclick}>{ label }</button> }
        }
        tied => {
            let n = tied.len().to_string();
            let label = desk.store.fill(Text::PlanLowestMany, &[("n", &n)]);
            list(desk, standings, label, tied, door)
        }
    }
}

/// The areas by their hands, the most first; all areas while no hand went up.
fn ranking(desk: &Desk, standings: &[Standing], all: &[AreaId]) -> Html {
    let energy = &desk.workshop.energy;
    let ranked = energy.ranking();
    if ranked.is_empty() {
        return list(
            desk,
            standings,
            text(desk, Text::PlanEnergyShow),
            all,
            Door::MostEnergy,
        );
    }
    let item = |(area, hands): &(AreaId, u16)| {
        let onclick = pick(desk, standings, *area, Door::MostEnergy);
        html! {
            <li>
                <button type="button" class="link" {onclick}>{ area_name(&desk.store, *area) }</button>
                <span>{ words::hands(&desk.store, *hands) }</span>
            </li>
        }
    };
    html! {
        <div class="stage-ranked">
            if let Some(tie) = words::hands_tie(&desk.store, energy) {
                <p class="hint">{ tie }</p>
            }
            <ol>{ for ranked.iter().map(item) }</ol>
        </div>
    }
}

fn list(desk: &Desk, standings: &[Standing], label: AttrValue, areas: &[AreaId], door: Door) -> Html {
    let item = |area: &AreaId| {
        let onclick = pick(desk, standings, *area, door);
        html! {
            <li><button type="button" class="link" {onclick}>{ area_name(&desk.store, *area) }</button></li>
        }
    };
    html! {
        <details class="stage-list">
            <summary class="button button-quiet">{ label }</summary>
            <ul>{ for areas.iter().map(item) }</ul>
        </details>
    }
}

fn chance(desk: &Desk, standings: &[Standing], all: Vec<AreaId>) -> Html {
    let (desk_then, standings) = (desk.clone(), standings.to_vec());
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(area) = by_chance(&all, &desk_then.store.surroundings().dice) {
            desk_then.change(Change::Chose(Some(chosen(&standings, area, Door::Chance))));
        }
    });
    html! {
        <button type="button" class="button button-quiet" {onclick}>{ text(desk, Text::PlanChancePick) }</button>
    }
}
