//! From the choice of an area to the end.

use super::clock::Phases;
use super::{Picture, View, sentences};
use crate::app::text::Text;
use crate::domain::doors::{Choosers, Door};
use crate::domain::question::AreaId;
use crate::domain::workshop::choosing::{AreaStanding, Basis, lowest, most_disagreement};
use crate::domain::workshop::phase::Phase;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::room::{area_name, words};
use crate::ui::prelude::*;

/// Letters of a name that a title has room for.
const TITLE: usize = 22;

pub(super) fn doors(view: &View) -> Picture {
    let standings = view.wall.standings();
    let basis = Basis::of(&standings);
    let door = |door: Door| {
        html! {
            <li>
                <h2 class="wall-read">{ words::door_name(view.store, door, basis) }</h2>
                <p class="wall-read wall-behind">{ behind(view, &standings, door) }</p>
            </li>
        }
    };
    let body = html! { <ul class="wall-doors">{ for Door::open_to(Choosers::Group).map(door) }</ul> };
    Picture::new(view.text(Text::WallDoors), body)
}

/// The area behind a door, or what there is to know about it.
fn behind(view: &View, standings: &[AreaStanding], door: Door) -> AttrValue {
    let areas = match door {
        Door::LowestScore => lowest(standings),
        Door::MostDisagreement => most_disagreement(standings),
        Door::MostEnergy => view.wall.workshop.energy.most(),
        Door::Chance => return view.text(Text::StageChanceText),
    };
    match *areas {
        [] => words::door_shut(view.store, door, standings),
        [area] => area_name(view.store, area),
        ref tied => {
            let n = tied.len().to_string();
            view.store.fill(Text::PlanLowestMany, &[("n", &n)])
        }
    }
}

/// The areas with the most hands, how many each has, and what was asked for.
pub(super) fn hands(view: &View, rows: &[(AreaId, u16)]) -> Picture {
    // A line's beside the figure.
    const MOST: usize = 30;
    let energy = &view.wall.workshop.energy;
    let row = |(area, hands): &(AreaId, u16)| {
        html! {
            <li>
                <span class="wall-hands">{ hands }</span>
                <span class="wall-read">{ view.area(*area, MOST, |name| name.to_owned().into()) }</span>
            </li>
        }
    };
    let body = html! {
        <div class="wall-said">
            <p class="wall-read wall-soft">
                { words::hands_each(view.store, energy.each) }
                if let Some(tie) = words::hands_tie(view.store, energy) {
                    { " · " }{ tie }
                }
            </p>
            if rows.is_empty() {
                <p class="wall-read">{ view.text(Text::StageEnergyNone) }</p>
            }
            <ol class="wall-ranking">{ for rows.iter().map(row) }</ol>
        </div>
    };
    Picture::new(
        words::door_name(view.store, Door::MostEnergy, Basis::Figures),
        body,
    )
}

/// The chosen area and what it opens.
pub(super) fn opened(view: &View) -> Picture {
    let Some(chosen) = view.wall.workshop.plan.chosen.value else {
        return Picture::new(view.text(Text::WallDoors), Html::default());
    };
    let words = &view.store.pack.words;
    let opens: Vec<_> = view
        .store
        .pack
        .checklist
        .influence
        .opens_next(chosen.area)
        .map(|(_, link)| area_name(view.store, link.target))
        .collect();
    let body = html! {
        <div class="wall-said">
            if let (Some(from), Some(to)) = (chosen.from, chosen.to) {
                <p class="wall-read">
                    { view.store.fill(Text::StageNextLevel, &[("from", &*words.level(from)), ("to", &*words.level(to))]) }
                </p>
            }
            if opens.is_empty() {
                <p class="wall-read wall-soft">{ view.text(Text::PlanOpensNone) }</p>
            } else {
                <h2 class="wall-read wall-soft">{ view.text(Text::WallOpens) }</h2>
                { sentences(&opens) }
            }
            <p class="wall-foot">{ view.text(Text::WallReading) }</p>
        </div>
    };
    let title = view.area(chosen.area, TITLE, |name| {
        view.store.fill(Text::StageChosen, &[("area", name)])
    });
    Picture::new(title, body)
}

/// Where 1-2-4-All is, and what is written so far.
pub(super) fn experiment(view: &View, said: &[AttrValue]) -> Picture {
    let workshop = &view.wall.workshop;
    let total = Stage::Experiment.seconds(workshop.settings.agenda);
    let words = Phase::ALL.map(|phase| words::phase(view.store, phase));
    let title = match workshop.plan.chosen.value {
        Some(chosen) => view.area(chosen.area, TITLE, |name| name.to_owned().into()),
        None => view.text(Text::StageExperiment).into(),
    };
    let body = html! {
        <div class="wall-said">
            <Phases timer={workshop.timer} now={view.now} over={view.text(Text::WorkshopTimerOver)} {total} {words} />
            { sentences(said) }
        </div>
    };
    Picture::new(title, body)
}

/// What was agreed, sentence by sentence.
pub(super) fn said(view: &View, said: &[AttrValue]) -> Picture {
    let title = if view.wall.workshop.stage == Stage::Report {
        Text::WallTakeAlong
    } else {
        Text::StageCommit
    };
    let body = if said.is_empty() {
        html! { <p class="wall-read wall-soft">{ view.text(Text::WallNoneChosen) }</p> }
    } else {
        sentences(said)
    };
    Picture::new(view.text(title), body)
}
