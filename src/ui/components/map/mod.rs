//! The influence map, and the links of one area as sentences.

use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::checklist::{Area, Tier};
use crate::domain::influence::{Grade, Link};
use crate::domain::question::AreaId;
use crate::ui::charts::influence::{MapLink, MapNode, MapTier, Place, Tie, influence};
use crate::ui::charts::table::table;
use crate::ui::prelude::*;
use crate::ui::store::Store;

const TIERS: [(Tier, Text); 3] = [
    (Tier::Enabler, Text::PlanTierEnabler),
    (Tier::Connectors, Text::PlanTierConnectors),
    (Tier::Results, Text::PlanTierResults),
];

/// What the map is drawn from.
pub struct Map<'a> {
    /// Words and graph.
    pub store: &'a Store,
    /// The area that is looked at.
    pub shown: Option<AreaId>,
    /// What a click on an area does.
    pub onclick: &'a dyn Fn(AreaId) -> Callback<MouseEvent>,
}

/// What a link rests on, in words.
#[must_use]
pub fn grade(store: &Store, grade: Grade) -> AttrValue {
    store.text(match grade {
        Grade::T => Text::PlanGradeText,
        Grade::I => Text::PlanGradeImplied,
        Grade::H => Text::PlanGradeOwn,
    })
}

fn name(store: &Store, area: AreaId, word: AreaWord) -> AttrValue {
    store.pack.words.area(area, word).into()
}

/// The map with its table.
pub fn map(view: &Map) -> Html {
    let tiers = TIERS.map(|(tier, name)| MapTier {
        name: view.store.text(name),
        nodes: of_tier(view, tier)
            .map(|(number, area)| node(view, number, area.id))
            .collect(),
    });
    let links = view.store.pack.checklist.influence.0.iter();
    let links: Vec<_> = links.filter_map(|link| line(view, *link)).collect();
    influence(
        &view.store.text(Text::PlanMapNodes),
        &tiers,
        &links,
        all_links(view),
    )
}

/// The areas of a tier with their numbers.
fn of_tier<'a>(view: &Map<'a>, tier: Tier) -> impl Iterator<Item = (u8, &'a Area)> {
    let areas = view.store.pack.checklist.areas.iter();
    (1..).zip(areas).filter(move |(_, area)| area.tier == tier)
}

fn tie(view: &Map, area: AreaId) -> Tie {
    let influence = &view.store.pack.checklist.influence;
    let Some(shown) = view.shown else { return Tie::None };
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

fn node(view: &Map, number: u8, area: AreaId) -> MapNode {
    MapNode {
        number,
        name: name(view.store, area, AreaWord::Name),
        short: name(view.store, area, AreaWord::Short),
        tie: tie(view, area),
        onclick: (view.onclick)(area),
    }
}

fn place(view: &Map, area: AreaId) -> Option<Place> {
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

fn line(view: &Map, link: Link) -> Option<MapLink> {
    let tie = match view.shown {
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

fn all_links(view: &Map) -> Html {
    let columns = [
        Text::PlanColumnFrom,
        Text::PlanColumnOpens,
        Text::PlanColumnWhy,
        Text::PlanColumnRests,
    ];
    let full = |area| name(view.store, area, AreaWord::Name);
    let cells = |(place, link): (usize, Link)| {
        let reason = view.store.pack.words.reason(place).into();
        vec![
            full(link.source),
            full(link.target),
            reason,
            grade(view.store, link.grade),
        ]
    };
    table(
        view.store.text(Text::ResultsTable),
        view.store.colon(),
        &view.store.text(Text::PlanMap),
        &columns.map(|text| view.store.text(text)),
        view.store.pack.checklist.influence.links().map(cells).collect(),
    )
}

/// Says what an area opens next and what feeds it, by their names.
pub fn say_links(store: &Store, area: AreaId) {
    let influence = &store.pack.checklist.influence;
    let part = |title: Text, none: Text, areas: Vec<AreaId>| {
        let names = areas
            .iter()
            .map(|area| name(store, *area, AreaWord::Name).to_string());
        let named = match &*names.collect::<Vec<_>>() {
            [] => store.text(none).to_string(),
            names => [&*store.list(names), "."].concat(),
        };
        store.pack.texts.about(&store.text(title), &named)
    };
    let opens = influence.opens_next(area).map(|(_, link)| link.target);
    let feeds = influence.fed_by(area).map(|(_, link)| link.source);
    let opens = part(Text::PlanOpens, Text::PlanOpensNone, opens.collect());
    let feeds = part(Text::PlanFeeds, Text::PlanFeedsNone, feeds.collect());
    browser::say(&[&*name(store, area, AreaWord::Name), ". ", &*opens, " ", &*feeds].concat());
}

/// The links of one area as sentences.
pub fn links(store: &Store, area: AreaId, after: Html) -> Html {
    let influence = &store.pack.checklist.influence;
    let opens: Vec<_> = influence.opens_next(area).collect();
    let feeds: Vec<_> = influence.fed_by(area).collect();
    html! {
        <div class="map-panel">
            <h3>{ name(store, area, AreaWord::Name) }</h3>
            { sentences(store, Text::PlanOpens, Text::PlanOpensNone, &opens, |link| link.target) }
            { sentences(store, Text::PlanFeeds, Text::PlanFeedsNone, &feeds, |link| link.source) }
            { after }
        </div>
    }
}

fn sentences(
    store: &Store,
    title: Text,
    none: Text,
    links: &[(usize, Link)],
    other: fn(&Link) -> AreaId,
) -> Html {
    let item = |(place, link): &(usize, Link)| {
        let reason = store.pack.words.reason(*place);
        html! {
            <li>
                <b>{ name(store, other(link), AreaWord::Name) }</b>{ store.colon() }{ AttrValue::from(reason) }{ " " }
                <span class="hint">{ "(" }{ grade(store, link.grade) }{ ")" }</span>
            </li>
        }
    };
    html! {
        <div>
            <h4>{ store.text(title) }</h4>
            if links.is_empty() {
                <p>{ store.text(none) }</p>
            } else {
                <ul class="map-links">{ for links.iter().map(item) }</ul>
            }
        </div>
    }
}
