//! Hands for what the room would most like to see change, counted area by area.

use super::text;
use crate::app::text::Text;
use crate::browser;
use crate::domain::question::AreaId;
use crate::domain::typed::whole;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::energy::HandsEach;
use crate::ui::components::room::{area_name, words};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// How many hands a person has, and a field for each area: those that were talked about first.
pub(super) fn hands(handle: &WorkshopHandle) -> Html {
    let workshop = &handle.workshop;
    let talked = workshop.chosen_topics();
    let areas = handle.store.pack.checklist.area_ids();
    let others: Vec<_> = areas.filter(|area| !talked.contains(area)).collect();
    html! {
        <section class="card stage-card" aria-labelledby="hands">
            <h3 id="hands">{ text(handle, Text::StageHands) }</h3>
            <p>{ text(handle, Text::StageHandsText) }</p>
            { rule(handle) }
            if talked.is_empty() {
                { fields(handle, &others) }
            } else {
                <h4>{ text(handle, Text::StageHandsTalked) }</h4>
                { fields(handle, &talked) }
                <details class="door-list">
                    <summary class="button button-quiet">{ text(handle, Text::StageHandsOthers) }</summary>
                    { fields(handle, &others) }
                </details>
            }
            <div aria-live="polite" aria-atomic="true">
                <p class="hint">{ sum(handle, workshop) }</p>
                if workshop.energy.exceeds(workshop.settings.present) {
                    <p class="stage-care">{ text(handle, Text::StageHandsOver) }</p>
                }
            </div>
        </section>
    }
}

fn rule(handle: &WorkshopHandle) -> Html {
    let choice = |each: HandsEach| {
        let onchange = handle.on_change(move |_| Some(Change::SetHandsEach(each)));
        html! {
            <label class="check">
                <input type="radio" name="hands-each" value={each.name()} checked={handle.workshop.energy.each == each} {onchange} />
                <span>{ words::hands_each(&handle.store, each) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="stage-topics">
            <legend>{ text(handle, Text::StageHandsRule) }</legend>
            <div class="stage-levels">{ for HandsEach::ALL.map(choice) }</div>
        </fieldset>
    }
}

fn fields(handle: &WorkshopHandle, areas: &[AreaId]) -> Html {
    let field =
        |area: &AreaId| html! { <Counted key={area.to_string()} handle={handle.clone()} area={*area} /> };
    html! { <div class="stage-boxes">{ for areas.iter().map(field) }</div> }
}

#[derive(Clone, PartialEq, Properties)]
struct CountedProps {
    handle: WorkshopHandle,
    area: AreaId,
}

/// The hands of an area. What is no number stays where it was typed while the rest is drawn anew.
#[component]
fn Counted(props: &CountedProps) -> Html {
    let (handle, area) = (&props.handle, props.area);
    let typed = use_state_eq(|| None::<String>);
    let wrong = text(handle, Text::CollectHandsNotANumber);
    let onchange = {
        let wrong = wrong.clone();
        Callback::from(move |event: Event| {
            if is_no_number(&browser::value(&event)) {
                browser::say(&wrong);
            }
        })
    };
    let value = handle.workshop.energy.of(area).map(|hands| hands.to_string());
    let value = (*typed).clone().or(value).unwrap_or_default();
    let oninput = {
        let handle = handle.clone();
        Callback::from(move |event: InputEvent| {
            let text = browser::value(&event);
            browser::say_invalid(&event, is_no_number(&text));
            handle.change(Change::CountedEnergy(area, number(&text)));
            typed.set(Some(text).filter(|text| is_no_number(text)));
        })
    };
    let id = ["hands-", &area.to_string()].concat();
    html! {
        <div class="stage-hands">
            <label for={id.clone()}>{ area_name(&handle.store, area) }</label>
            <input id={id.clone()} type="text" inputmode="numeric" maxlength="4" name={area.to_string()} autocomplete="off"
                {value} {oninput} {onchange} />
            <span class="workshop-wrong" id={[&*id, "-wrong"].concat()}>{ wrong }</span>
        </div>
    }
}

fn number(text: &str) -> Option<u16> {
    whole(text)?.try_into().ok()
}

/// Something is typed, and it is no number of hands.
fn is_no_number(text: &str) -> bool {
    !text.trim().is_empty() && number(text).is_none()
}

/// "Hands: 9. People: 12."
fn sum(handle: &WorkshopHandle, workshop: &Workshop) -> AttrValue {
    let (n, of) = (
        workshop.energy.sum().to_string(),
        workshop.settings.present.0.to_string(),
    );
    handle.store.fill(Text::StageHandsSum, &[("n", &n), ("of", &of)])
}
