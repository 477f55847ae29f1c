//! From the choice of an area to the end.

use super::{LINES, Picture, View, clock, fitting, sentences};
use crate::app::text::Text;
use crate::domain::doors::{Choosers, Door};
use crate::domain::plan::Chosen;
use crate::domain::question::AreaId;
use crate::domain::workshop::choosing::{Standing, lowest, most_disagreement};
use crate::domain::workshop::phase::Phase;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::room::{agreed, area_name, words};
use yew::prelude::*;

pub(super) fn choose(view: &View) -> Picture {
    let workshop = &view.wall.workshop;
    match workshop.plan.chosen.value {
        Some(chosen) => opened(view, chosen),
        None => Picture::one(view.text(Text::WallDoors), doors(view)),
    }
}

fn doors(view: &View) -> Html {
    let standings = view.wall.workshop.standings(&view.store.pack.checklist);
    let door = |door: Door| {
        html! {
            <li>
                <h2 class="wall-read">{ words::door_name(view.store, door) }</h2>
                { behind(view, &standings, door) }
            </li>
        }
    };
    html! { <ul class="wall-doors">{ for Door::open_to(Choosers::Group).map(door) }</ul> }
}

/// The area behind a door, or what there is to know about it.
fn behind(view: &View, standings: &[Standing], door: Door) -> Html {
    let areas = match door {
        Door::LowestScore => lowest(standings),
        Door::MostDisagreement => most_disagreement(standings),
        Door::MostEnergy | Door::Chance => {
            return html! { <p class="wall-quiet">{ words::door_text(view.store, door) }</p> };
        }
    };
    let said = match *areas {
        [] => view.text(Text::StageLowestNone),
        [area] => area_name(view.store, area),
        ref tied => {
            let n = tied.len().to_string();
            view.store.fill(Text::PlanLowestMany, &[("n", &n)])
        }
    };
    html! { <p class="wall-read wall-behind">{ said }</p> }
}

/// The chosen area and what it opens.
fn opened(view: &View, chosen: Chosen) -> Picture {
    let title = started(view, chosen.area);
    let opens: Vec<_> = view
        .store
        .pack
        .checklist
        .influence
        .opens_next(chosen.area)
        .map(|(_, link)| area_name(view.store, link.target))
        .collect();
    let body = html! {
        <div class="wall-anchors">
            { step(view, chosen) }
            <h2 class="wall-quiet">{ view.text(Text::WallOpens) }</h2>
            if opens.is_empty() {
                <p class="wall-quiet">{ view.text(Text::PlanOpensNone) }</p>
            } else {
                { sentences(&opens, LINES - 3) }
            }
            <p class="wall-small">{ view.text(Text::WallReading) }</p>
        </div>
    };
    Picture::one(title, body)
}

fn started(view: &View, area: AreaId) -> AttrValue {
    let name = area_name(view.store, area);
    view.store.fill(Text::StageChosen, &[("area", &name)])
}

/// "From Now and then to Set up".
fn step(view: &View, chosen: Chosen) -> Html {
    let words = &view.store.pack.words;
    html! {
        if let (Some(from), Some(to)) = (chosen.from, chosen.to) {
            <p class="wall-quiet">
                { view.store.fill(Text::StageNextLevel, &[("from", &*words.level(from)), ("to", &*words.level(to))]) }
            </p>
        }
    }
}

pub(super) fn experiment(view: &View) -> Picture {
    let workshop = &view.wall.workshop;
    let total = Stage::Experiment.seconds(workshop.settings.agenda);
    let (phase, left) = Phase::at(workshop.timer.left(view.now), total);
    let (name, what) = words::phase(view.store, phase);
    let written = [
        (Text::StageHypothesis, &workshop.hypothesis),
        (Text::StageTest, &workshop.plan.experiment.value),
        (Text::PlanCounted, &workshop.plan.counted.value),
    ];
    let written: Vec<_> = written
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .collect();
    let class = fitting(written.iter().map(|(_, text)| &***text), LINES - 4);
    let item = |(name, text): (Text, &String)| {
        html! {
            <div>
                <dt class="wall-small">{ view.text(name) }</dt>
                <dd {class}>{ text.trim().to_owned() }</dd>
            </div>
        }
    };
    let title = match workshop.plan.chosen.value {
        Some(chosen) => area_name(view.store, chosen.area),
        None => view.text(Text::StageExperiment),
    };
    let body = html! {
        <div class="wall-anchors">
            <div class="wall-phase">
                <p class="wall-read">{ name }{ " · " }<span role="timer">{ clock(left) }</span></p>
                <p class="wall-quiet">{ what }</p>
            </div>
            <dl class="wall-written">{ for written.into_iter().map(item) }</dl>
        </div>
    };
    Picture::one(title, body)
}

pub(super) fn commit(view: &View) -> Picture {
    let workshop = &view.wall.workshop;
    let body = html! {
        <div class="wall-anchors">
            { sentences(&agreed::promises(view.store, workshop), LINES) }
            { sentences(&agreed::contents(view.store, workshop), LINES - 6) }
            if let Some(open) = agreed::still_open(view.store, workshop) {
                <p class="wall-small">{ open }</p>
            }
        </div>
    };
    Picture::one(view.text(Text::StageCommit), body)
}

pub(super) fn report(view: &View) -> Picture {
    let workshop = &view.wall.workshop;
    let mut said: Vec<_> = workshop
        .topics
        .iter()
        .map(|topic| agreed::topic(view.store, topic))
        .collect();
    said.extend(agreed::promises(view.store, workshop));
    let body = html! {
        <div class="wall-anchors">
            <p class="wall-quiet">{ view.text(Text::WallTakeAlong) }</p>
            { sentences(&said, LINES) }
        </div>
    };
    Picture::one(view.text(Text::WallThanks), body)
}
