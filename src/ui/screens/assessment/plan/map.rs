//! The influence map and, for the area looked at, each link as a sentence.

use super::View;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::doors::{Door, candidates};
use crate::domain::question::AreaId;
use crate::ui::components::map::{self, Map};
use crate::ui::prelude::*;
use std::rc::Rc;

/// The map, its table, and what the area looked at opens and is fed by.
pub(super) fn map(view: &View) -> Html {
    let shown = view.looked_at.or(view.chosen.map(|chosen| chosen.area));
    let onclick = |area| {
        let (store, looked_at) = (Rc::clone(view.store), view.looked_at.clone());
        Callback::from(move |_| {
            let shown = (*looked_at != Some(area)).then_some(area);
            looked_at.set(shown);
            if let Some(area) = shown {
                map::say_links(&store, area);
            }
        })
    };
    let drawn = Map {
        store: view.store,
        shown,
        onclick: &onclick,
    };
    html! {
        <section class="plan-part screen-only" aria-labelledby="map">
            <p class="eyebrow">{ view.text(Text::PlanMapLabel) }</p>
            <h2 id="map">{ view.text(Text::PlanMap) }</h2>
            <p class="hint">{ view.text(Text::PlanMapLead) }</p>
            <div class="plan-map">
                { map::map(&drawn) }
                if let Some(area) = shown {
                    { map::links(view.store, area, start_here(view, area, &view.area(area, AreaWord::Name))) }
                }
            </div>
        </section>
    }
}

/// What one has looked at and wants is what one has energy for.
fn start_here(view: &View, area: AreaId, name: &str) -> Html {
    if view.chosen.is_some_and(|chosen| chosen.area == area) {
        return Html::default();
    }
    if !candidates(view.card).contains(&area) {
        return html! { <p class="hint">{ view.text(Text::PlanAppliesNot) }</p> };
    }
    let onclick = view.choose(area, Door::MostEnergy);
    let label = view.fill(Text::PlanStartHere, &[("area", name)]);
    html! { <p><button type="button" class="button button-quiet" {onclick}>{ label }</button></p> }
}
