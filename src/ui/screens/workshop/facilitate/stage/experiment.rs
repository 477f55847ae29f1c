//! One experiment for the chosen area, made by everybody: 1-2-4-All beside the form.

use super::day::day;
use super::{line, lines, part, text};
use crate::app::shared::planning::taken;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::plan::{Chosen, PlanDay, PlanText};
use crate::domain::question::Evidence;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::phase::Phase;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::room::{area_name, words};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// The phases, the step to the next level, and the form.
pub fn experiment(handle: &WorkshopHandle) -> Html {
    let Some(chosen) = handle.workshop.plan.chosen.value else {
        let back = handle.on_click(Change::WentTo(Stage::Choose));
        let body = html! {
            <>
                <p>{ text(handle, Text::StageExperimentNone) }</p>
                <button type="button" class="button stage-go" onclick={back}>{ text(handle, Text::WallDoors) }</button>
            </>
        };
        return part(body);
    };
    let workshop = &handle.workshop;
    let area = area_name(&handle.store, chosen.area);
    let today = handle.store.inputs().today;
    let past = workshop.plan.stop.value.is_some_and(|day| day < today);
    let body = html! {
        <>
            <p class="lead">{ handle.store.fill(Text::StageChosen, &[("area", &area)]) }</p>
            { phases(handle) }
            { next_level(handle, chosen) }
            <div class="stage-form">
                { lines(
                    "hypothesis",
                    text(handle, Text::StageHypothesis),
                    text(handle, Text::StageHypothesisHint),
                    workshop.hypothesis.clone(),
                    handle.on_input(Change::WroteHypothesis),
                ) }
                { lines(
                    "experiment",
                    text(handle, Text::StageTest),
                    text(handle, Text::StageTestHint),
                    workshop.plan.experiment.value.clone(),
                    handle.on_input(|text| Change::WrotePlan(PlanText::Experiment, text)),
                ) }
                { suggestions(handle, chosen) }
                { line(handle, PlanText::Counted, Text::StageCountedHint) }
                { day(handle, PlanDay::Stop, [Text::PlanStop, Text::StageStopHint], past.then_some(Text::StageStopPast)) }
            </div>
        </>
    };
    part(body)
}

fn phases(handle: &WorkshopHandle) -> Html {
    let total = Stage::Experiment.seconds(handle.workshop.settings.agenda);
    let item = |phase: Phase| {
        let (name, what) = words::phase(&handle.store, phase);
        let minutes = words::minutes(phase.seconds(total));
        html! {
            <li>
                <b>{ name }</b>
                <span class="hint">{ handle.store.fill(Text::StageMinutes, &[("n", &minutes)]) }</span>
                <span>{ what }</span>
            </li>
        }
    };
    html! {
        <section class="stage-part" aria-labelledby="phases">
            <h3 id="phases">{ text(handle, Text::StagePhases) }</h3>
            <ol class="stage-phases">{ for Phase::ALL.map(item) }</ol>
        </section>
    }
}

/// The step up, and what the level above looks like.
fn next_level(handle: &WorkshopHandle, chosen: Chosen) -> Html {
    let words = &handle.store.pack.words;
    let (Some(from), Some(to)) = (chosen.from, chosen.to) else {
        return Html::default();
    };
    let (from_word, to_word) = (words.level(from), words.level(to));
    let values = [("from", &*from_word), ("to", &*to_word)];
    html! {
        <section class="card stage-card">
            <h3>{ handle.store.fill(Text::StageNextLevel, &values) }</h3>
            <p>{ AttrValue::from(words.area(chosen.area, AreaWord::Next(from))) }</p>
            <p class="hint">
                <b>{ handle.store.fill(Text::StageLooks, &values) }</b>{ handle.store.colon() }
                { AttrValue::from(words.area(chosen.area, AreaWord::Looks(to))) }
            </p>
        </section>
    }
}

fn suggestions(handle: &WorkshopHandle, chosen: Chosen) -> Html {
    let of = |which| {
        handle
            .store
            .pack
            .words
            .area(chosen.area, AreaWord::Experiment(which))
    };
    let all = [Evidence::First, Evidence::Second].map(of);
    let item = |(place, suggestion): (usize, &Rc<str>)| {
        let id = ["suggestion-", &place.to_string()].concat();
        let written = taken(&handle.workshop.plan.experiment.value, suggestion, &all);
        let onclick = handle.on_click_said(Change::WrotePlan(PlanText::Experiment, written));
        html! {
            <li>
                <p id={id.clone()}>{ AttrValue::from(Rc::clone(suggestion)) }</p>
                <button type="button" class="link" aria-describedby={id} {onclick}>{ text(handle, Text::PlanUseIt) }</button>
            </li>
        }
    };
    html! { <ul class="stage-suggestions">{ for all.iter().enumerate().map(item) }</ul> }
}
