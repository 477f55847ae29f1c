//! The room chooses one area, through one of four doors of the same size.

use super::{hands, part, text};
use crate::app::text::Text;
use crate::browser;
use crate::domain::doors::{Choosers, Door, by_chance};
use crate::domain::question::AreaId;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::choosing::{AreaStanding, Basis, chosen, lowest, most_disagreement};
use crate::ui::components::doors;
use crate::ui::components::map::{self, Map};
use crate::ui::components::room::{area_name, words};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// The doors, the area that was chosen, and what it opens.
pub fn choose(handle: &WorkshopHandle) -> Html {
    let standings = handle.workshop.standings(&handle.store.pack.checklist);
    let now = handle.workshop.plan.chosen.value.map(|chosen| chosen.area);
    let pick = |area| pick(handle, &standings, area, Door::MostEnergy);
    let drawn = Map {
        store: &handle.store,
        shown: now,
        onclick: &pick,
    };
    let body = html! {
        <>
            if let Some(area) = now {
                <p class="lead">
                    { said(handle, area) }{ " " }
                    <button type="button" class="link" data-unchoose="" onclick={unchoose(handle)}>
                        { text(handle, Text::StageUnchoose) }
                    </button>
                </p>
            }
            <h3>{ text(handle, Text::StageChoose) }</h3>
            <ul class="stage-doors">
                { for Door::open_to(Choosers::Group).map(|door| card(handle, &standings, door)) }
            </ul>
            if Basis::of(&standings) == Basis::FiguresOfSome {
                <p class="hint">{ text(handle, Text::StageLeftOut) }</p>
            }
            { hands::hands(handle) }
            <section class="stage-part" aria-labelledby="map">
                <p class="eyebrow">{ text(handle, Text::PlanMapLabel) }</p>
                <h3 id="map">{ text(handle, Text::PlanMap) }</h3>
                { map::map(&drawn) }
                if let Some(area) = now {
                    { map::links(&handle.store, area, Html::default()) }
                }
            </section>
        </>
    };
    part(body)
}

fn pick(
    handle: &WorkshopHandle,
    standings: &[AreaStanding],
    area: AreaId,
    door: Door,
) -> Callback<MouseEvent> {
    let (handle, chosen) = (handle.clone(), chosen(standings, area, door));
    Callback::from(move |_: MouseEvent| {
        handle.change(Change::Chose(Some(chosen)));
        browser::say(&said(&handle, area));
    })
}

/// The four doors are open again, here and on the wall.
fn unchoose(handle: &WorkshopHandle) -> Callback<MouseEvent> {
    let handle = handle.clone();
    Callback::from(move |_: MouseEvent| {
        handle.change(Change::Chose(None));
        browser::say(&text(&handle, Text::WallNoneChosen));
        browser::after_paint(|| browser::focus("stage"));
    })
}

fn said(handle: &WorkshopHandle, area: AreaId) -> AttrValue {
    let name = area_name(&handle.store, area);
    handle.store.fill(Text::StageChosen, &[("area", &name)])
}

fn card(handle: &WorkshopHandle, standings: &[AreaStanding], door: Door) -> Html {
    let basis = Basis::of(standings);
    let all: Vec<_> = handle.store.pack.checklist.area_ids().collect();
    let action = match door {
        Door::LowestScore => tied(handle, standings, &lowest(standings), door),
        Door::MostDisagreement => tied(handle, standings, &most_disagreement(standings), door),
        Door::MostEnergy => ranking(handle, standings, &all),
        Door::Chance => chance(handle, standings, all),
    };
    html! {
        <li class="card stage-door">
            <h4>{ words::door_name(&handle.store, door, basis) }</h4>
            <p>{ words::door_text(&handle.store, door, basis) }</p>
            { action }
        </li>
    }
}

/// One area, or all that tie.
fn tied(handle: &WorkshopHandle, standings: &[AreaStanding], areas: &[AreaId], door: Door) -> Html {
    match areas {
        [] => html! { <p class="hint">{ words::door_shut(&handle.store, door, standings) }</p> },
        [area] => {
            let name = area_name(&handle.store, *area);
            let label = handle.store.fill(Text::PlanStartHere, &[("area", &name)]);
            let onclick = pick(handle, standings, *area, door);
            html! { <button type="button" class="button button-quiet" {onclick}>{ label }</button> }
        }
        tied => {
            let n = tied.len().to_string();
            let label = handle.store.fill(Text::PlanLowestMany, &[("n", &n)]);
            list(handle, standings, label, tied, door)
        }
    }
}

/// The areas by their hands, the most first; all areas while no hand went up.
fn ranking(handle: &WorkshopHandle, standings: &[AreaStanding], all: &[AreaId]) -> Html {
    let energy = &handle.workshop.energy;
    let ranked = energy.ranking();
    if ranked.is_empty() {
        return list(
            handle,
            standings,
            text(handle, Text::PlanEnergyShow),
            all,
            Door::MostEnergy,
        );
    }
    let item = |(area, hands): &(AreaId, u16)| {
        let onclick = pick(handle, standings, *area, Door::MostEnergy);
        html! {
            <li>
                <button type="button" class="link" {onclick}>{ area_name(&handle.store, *area) }</button>
                <span>{ words::hands(&handle.store, *hands) }</span>
            </li>
        }
    };
    html! {
        <div class="stage-ranked">
            if let Some(tie) = words::hands_tie(&handle.store, energy) {
                <p class="hint">{ tie }</p>
            }
            <ol>{ for ranked.iter().map(item) }</ol>
        </div>
    }
}

fn list(
    handle: &WorkshopHandle,
    standings: &[AreaStanding],
    label: AttrValue,
    areas: &[AreaId],
    door: Door,
) -> Html {
    let item = |area: &AreaId| {
        let onclick = pick(handle, standings, *area, door);
        html! {
            <li><button type="button" class="link" {onclick}>{ area_name(&handle.store, *area) }</button></li>
        }
    };
    doors::list(label, areas.iter().map(item).collect())
}

fn chance(handle: &WorkshopHandle, standings: &[AreaStanding], all: Vec<AreaId>) -> Html {
    let (drawer, standings) = (handle.clone(), standings.to_vec());
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(area) = by_chance(&all, &drawer.store.inputs().dice) {
            pick(&drawer, &standings, area, Door::Chance).emit(event);
        }
    });
    html! {
        <button type="button" class="button button-quiet" {onclick}>{ text(handle, Text::PlanChancePick) }</button>
    }
}
