//! The influence map and, for the area looked at, each link as a sentence.

use super::View;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::checklist::{Area, Tier};
use crate::domain::doors::{Door, candidates};
use crate::domain::influence::{Grade, Link};
use crate::domain::question::AreaId;
use crate::ui::charts::influence::{MapLink, MapNode, MapTier, Place, Tie, influence};
use crate::ui::charts::table::table;
use crate::ui::store::Store;
use yew::prelude::*;

const TIERS: [(Tier, Text); 3] = [
    (Tier::Enabler, Text::PlanTierEnabler),
    (Tier::Connectors, Text::PlanTierConnectors),
    (Tier::Results, Text::PlanTierResults),
];

/// What a link rests on, in words.
pub(super) fn grade(store: &Store, grade: Grade) -> AttrValue {
    store.text(match grade {
        Grade::T => Text::PlanGradeText,
        Grade::I => Text::PlanGradeImplied,
        Grade::H => Text::PlanGradeOwn,
    })
}

/// The map, its table, and what the area looked at opens and is fed by.
pub(super) fn map(view: &View) -> Html {
    let shown = view.looked_at.or(view.chosen.map(|chosen| chosen.area));
    let tiers = TIERS.map(|(tier, name)| MapTier {
        name: view.text(name),
        nodes: of_tier(view, tier)
            .map(|(number, area)| node(view, number, area.id, shown))
            .collect(),
    });
    let links = view.store.pack.checklist.influence.0.iter();
    let links: Vec<_> = links.filter_map(|link| line(view, *link, shown)).collect();
    html! {
        <section class="plan-part screen-only" aria-labelledby="map">
            <p class="eyebrow">{ view.text(Text::PlanMapLabel) }</p>
            <h2 id="map">{ view.text(Text::PlanMap) }</h2>
            <p class="hint">{ view.text(Text::PlanMapLead) }</p>
            <div class="plan-map">
                { influence(&view.text(Text::PlanMapNodes), &tiers, &links, all_links(view)) }
                if let Some(area) = shown {
                    { panel(view, area) }
                }
            </div>
        </section>
    }
}

/// The areas of a tier with their numbers.
fn of_tier<'a>(view: &View<'a>, tier: Tier) -> impl Iterator<Item = (u8, &'a Area)> {
    let areas = view.store.pack.checklist.areas.iter();
    (1..).zip(areas).filter(move |(_, area)| area.tier == tier)
}

fn tie(view: &View, area: AreaId, shown: Option<AreaId>) -> Tie {
    let influence = &view.store.pack.checklist.influence;
    let Some(shown) = shown else { return Tie::None };
    let opened = influence.opens_next(shown).any(|(_, link)| link.target == area);
    let feeding = influence.fed_by(shown).any(|(_, link)| link.source == area);
    match (opened, feeding) {
        _ if area == shown => Tie::Chosen,
        (true, true) => Tie::Both,
        (true, false) => Tie::Opened,
        (false, true) => Tie::Feeding,
        (false, false) => Tie::None,
    }
}

fn node(view: &View, number: u8, area: AreaId, shown: Option<AreaId>) -> MapNode {
    let looked_at = view.looked_at.clone();
    MapNode {
        number,
        name: view.area(area, AreaWord::Name),
        short: view.area(area, AreaWord::Short),
        tie: tie(view, area, shown),
        onclick: Callback::from(move |_| looked_at.set(Some(area))),
    }
}

fn place(view: &View, area: AreaId) -> Option<Place> {
    (0..).zip(TIERS).find_map(|(number, (tier, _))| {
        let slot = of_tier(view, tier).position(|(_, known)| known.id == area)?;
        let of = of_tier(view, tier).count();
        Some(Place {
            tier: number,
            slot: slot.try_into().ok()?,
            of: of.try_into().ok()?,
        })
    })
}

fn line(view: &View, link: Link, shown: Option<AreaId>) -> Option<MapLink> {
    let tie = match shown {
        Some(shown) if shown == link.source => Tie::Opened,
        Some(shown) if shown == link.target => Tie::Feeding,
        _ => Tie::None,
    };
    Some(MapLink {
        source: place(view, link.source)?,
        target: place(view, link.target)?,
        tie,
    })
}

fn all_links(view: &View) -> Html {
    let columns = [
        Text::PlanColumnFrom,
        Text::PlanColumnOpens,
        Text::PlanColumnWhy,
        Text::PlanColumnRests,
    ];
    let name = |area| view.area(area, AreaWord::Name);
    let cells = |(place, link): (usize, Link)| {
        let reason = view.store.pack.words.reason(place).into();
        vec![
            name(link.source),
            name(link.target),
            reason,
            grade(view.store, link.grade),
        ]
    };
    table(
        view.text(Text::ResultsTable),
        &view.text(Text::PlanMapLabel),
        &columns.map(|text| view.text(text)),
        view.store.pack.checklist.influence.links().map(cells).collect(),
    )
}

/// The links of one area as sentences. The counts are announced, the rest is there to be read.
fn panel(view: &View, area: AreaId) -> Html {
    let influence = &view.store.pack.checklist.influence;
    let opens: Vec<_> = influence.opens_next(area).collect();
    let feeds: Vec<_> = influence.fed_by(area).collect();
    let [many_open, many_feed] = [&opens, &feeds].map(|links| links.len().to_string());
    let counts = view.fill(
        Text::PlanMapCounts,
        &[("opens", &many_open), ("feeds", &many_feed)],
    );
    let name = view.area(area, AreaWord::Name);
    html! {
        <div class="plan-panel">
            <h3>{ name.clone() }</h3>
            <p class="hint" role="status">{ counts }</p>
            { sentences(view, Text::PlanOpens, Text::PlanOpensNone, &opens, |link| link.target) }
            { sentences(view, Text::PlanFeeds, Text::PlanFeedsNone, &feeds, |link| link.source) }
            { start_here(view, area, &name) }
        </div>
    }
}

fn sentences(
    view: &View,
    title: Text,
    none: Text,
    links: &[(usize, Link)],
    other: fn(&Link) -> AreaId,
) -> Html {
    let item = |(place, link): &(usize, Link)| {
        let reason = view.store.pack.words.reason(*place);
        html! {
            <li>
                <b>{ view.area(other(link), AreaWord::Name) }</b>{ ": " }{ AttrValue::from(reason) }{ " " }
                <span class="hint">{ "(" }{ grade(view.store, link.grade) }{ ")" }</span>
            </li>
        }
    };
    html! {
        <div>
            <h4>{ view.text(title) }</h4>
            if links.is_empty() {
                <p>{ view.text(none) }</p>
            } else {
                <ul class="plan-links">{ for links.iter().map(item) }</ul>
            }
        </div>
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
