//! One experiment for the chosen area, made by everybody: 1-2-4-All beside the form.

use super::{day, line, lines, part, text};
use crate::app::planning::taken;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::plan::{Chosen, PlanDay, PlanText};
use crate::domain::question::Evidence;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::phase::Phase;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::room::{area_name, words};
use crate::ui::desk::Desk;
use std::rc::Rc;
use yew::prelude::*;

/// The phases, the step to the next level, and the form.
pub fn experiment(desk: &Desk) -> Html {
    let Some(chosen) = desk.workshop.plan.chosen.value else {
        let back = desk.on_click(Change::WentTo(Stage::Choose));
        let body = html! {
            <>
                <p>{ text(desk, Text::StageExperimentNone) }</p>
                <button type="button" class="button stage-go" onclick={back}>{ text(desk, Text::WallDoors) }</button>
            </>
        };
        return part(body);
    };
    let workshop = &desk.workshop;
    let area = area_name(&desk.store, chosen.area);
    let body = html! {
        <>
            <p class="lead">{ desk.store.fill(Text::StageChosen, &[("area", &area)]) }</p>
            { phases(desk) }
            { next_level(desk, chosen) }
            <div class="stage-form">
                { lines(
                    "hypothesis",
                    text(desk, Text::StageHypothesis),
                    text(desk, Text::StageHypothesisHint),
                    workshop.hypothesis.clone(),
                    desk.on_input(Change::WroteHypothesis),
                ) }
                { lines(
                    "experiment",
                    text(desk, Text::StageTest),
                    text(desk, Text::StageTestHint),
                    workshop.plan.experiment.value.clone(),
                    desk.on_input(|text| Change::WrotePlan(PlanText::Experiment, text)),
                ) }
                { suggestions(desk, chosen) }
                { line(desk, PlanText::Counted, Text::StageCountedHint) }
                { day(desk, PlanDay::Stop, Text::PlanStop, Text::StageStopHint) }
            </div>
        </>
    };
    part(body)
}

fn phases(desk: &Desk) -> Html {
    let total = Stage::Experiment.seconds(desk.workshop.settings.agenda);
    let item = |phase: Phase| {
        let (name, what) = words::phase(&desk.store, phase);
        let minutes = words::minutes(phase.seconds(total));
        html! {
            <li>
                <b>{ name }</b>
                <span class="hint">{ desk.store.fill(Text::StageMinutes, &[("n", &minutes)]) }</span>
                <span>{ what }</span>
            </li>
        }
    };
    html! {
        <section class="stage-part" aria-labelledby="phases">
            <h3 id="phases">{ text(desk, Text::StagePhases) }</h3>
            <ol class="stage-phases">{ for Phase::ALL.map(item) }</ol>
        </section>
    }
}

/// The step up, and what the level above looks like.
fn next_level(desk: &Desk, chosen: Chosen) -> Html {
    let words = &desk.store.pack.words;
    let (Some(from), Some(to)) = (chosen.from, chosen.to) else {
        return Html::default();
    };
    let (from_word, to_word) = (words.level(from), words.level(to));
    let values = [("from", &*from_word), ("to", &*to_word)];
    html! {
        <section class="card stage-card">
            <h3>{ desk.store.fill(Text::StageNextLevel, &values) }</h3>
            <p>{ AttrValue::from(words.area(chosen.area, AreaWord::Next(from))) }</p>
            <p class="hint">
                <b>{ desk.store.fill(Text::StageLooks, &values) }</b>{ ": " }
                { AttrValue::from(words.area(chosen.area, AreaWord::Looks(to))) }
            </p>
        </section>
    }
}

fn suggestions(desk: &Desk, chosen: Chosen) -> Html {
    let of = |which| {
        desk.store
            .pack
            .words
            .area(chosen.area, AreaWord::Experiment(which))
    };
    let all = [Evidence::First, Evidence::Second].map(of);
    let item = |(place, suggestion): (usize, &Rc<str>)| {
        let id = ["suggestion-", &place.to_string()].concat();
        let written = taken(&desk.workshop.plan.experiment.value, suggestion, &all);
        let onclick = desk.on_click(Change::WrotePlan(PlanText::Experiment, written));
        html! {
            <li>
                <p id={id.clone()}>{ AttrValue::from(Rc::clone(suggestion)) }</p>
                <button type="button" class="link" aria-describedby={id} {onclick}>{ text(desk, Text::PlanUseIt) }</button>
            </li>
        }
    };
    html! { <ul class="stage-suggestions">{ for all.iter().enumerate().map(item) }</ul> }
}
