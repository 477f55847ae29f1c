//! Hands for what the room would most like to see change, counted area by area.

use super::text;
use crate::app::text::Text;
use crate::domain::question::AreaId;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::energy::HandsEach;
use crate::ui::components::room::{area_name, words};
use crate::ui::desk::Desk;
use yew::prelude::*;

/// How many hands a person has, and a field for each area: those that were talked about first.
pub(super) fn hands(desk: &Desk) -> Html {
    let workshop = &desk.workshop;
    let talked: Vec<_> = workshop.topics.iter().map(|topic| topic.area).collect();
    let areas = desk.store.pack.checklist.areas.iter().map(|area| area.id);
    let others: Vec<_> = areas.filter(|area| !talked.contains(area)).collect();
    html! {
        <section class="card stage-card" aria-labelledby="hands">
            <h3 id="hands">{ text(desk, Text::StageHands) }</h3>
            <p>{ text(desk, Text::StageHandsText) }</p>
            { rule(desk) }
            if talked.is_empty() {
                { fields(desk, &others) }
            } else {
                <h4>{ text(desk, Text::StageHandsTalked) }</h4>
                { fields(desk, &talked) }
                <details class="stage-list">
                    <summary class="button button-quiet">{ text(desk, Text::StageHandsOthers) }</summary>
                    { fields(desk, &others) }
                </details>
            }
            <div role="status">
                <p class="hint">{ sum(desk, workshop) }</p>
                if workshop.energy.exceeds(workshop.settings.present) {
                    <p class="stage-care">{ text(desk, Text::StageHandsOver) }</p>
                }
            </div>
        </section>
    }
}

fn rule(desk: &Desk) -> Html {
    let choice = |each: HandsEach| {
        let onchange = desk.on_change(move |_| Some(Change::SetHandsEach(each)));
        html! {
            <label class="check">
                <input type="radio" name="hands-each" value={each.name()} checked={desk.workshop.energy.each == each} {onchange} />
                <span>{ words::hands_each(&desk.store, each) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="stage-topics">
            <legend>{ text(desk, Text::StageHandsRule) }</legend>
            <div class="stage-levels">{ for HandsEach::ALL.map(choice) }</div>
        </fieldset>
    }
}

fn fields(desk: &Desk, areas: &[AreaId]) -> Html {
    let field = |area: &AreaId| {
        let area = *area;
        let oninput = desk.on_input(move |text| Change::CountedEnergy(area, text.trim().parse().ok()));
        let value = desk.workshop.energy.of(area).map(|hands| hands.to_string());
        html! {
            <label class="stage-hands">
                <span>{ area_name(&desk.store, area) }</span>
                <input type="number" inputmode="numeric" min="0" max="9999" step="1" name={area.to_string()}
                    autocomplete="off" value={value.unwrap_or_default()} {oninput} />
            </label>
        }
    };
    html! { <div class="stage-boxes">{ for areas.iter().map(field) }</div> }
}

/// "9 hands, 12 people."
fn sum(desk: &Desk, workshop: &Workshop) -> AttrValue {
    let (n, of) = (
        workshop.energy.sum().to_string(),
        workshop.settings.present.0.to_string(),
    );
    desk.store.fill(Text::StageHandsSum, &[("n", &n), ("of", &of)])
}
