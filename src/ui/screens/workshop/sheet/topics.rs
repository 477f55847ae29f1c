//! What was talked about, with both votes, and the twelve areas in a line each.

use super::View;
use crate::app::text::Text;
use crate::app::workshop::export::{AreaLine, RoundLine, Sheet, TopicLine};
use crate::app::workshop::figures;
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;

/// The areas that were talked about.
pub(super) fn topics(view: &View, sheet: &Sheet) -> Html {
    html! {
        <section class="sheet-part" aria-labelledby="talked">
            <h2 id="talked">{ view.text(Text::SheetTalked) }</h2>
            if sheet.topics.is_empty() {
                <p>{ view.text(Text::SheetTalkedNone) }</p>
            }
            <div class="sheet-topics">{ for sheet.topics.iter().map(|it| topic(view, it)) }</div>
        </section>
    }
}

fn topic(view: &View, topic: &TopicLine) -> Html {
    html! {
        <section class="sheet-topic">
            <h3>{ topic.number }{ ". " }{ AttrValue::from(topic.name.clone()) }</h3>
            <div class="sheet-rounds">
                { for topic.rounds.iter().zip([ROUND_1, ROUND_2]).map(|(line, class)| round(view, line, class)) }
            </div>
            <div class="sheet-outcome">
                if topic.rounds.len() < 2 {
                    <p class="hint">{ view.text(Text::SheetSecondNone) }</p>
                }
                { for topic.outcome.iter().map(|sentence| html! { <p>{ sentence.clone() }</p> }) }
                <p><b>{ view.text(Text::SheetAgreed) }{ view.store.colon() }</b>{ topic.agreed.clone() }</p>
                if !topic.dissent.is_empty() {
                    <p class="sheet-dissent"><b>{ view.text(Text::SheetDissent) }{ view.store.colon() }</b><span translate="no">{ topic.dissent.clone() }</span></p>
                }
            </div>
        </section>
    }
}

const ROUND_1: &str = "sheet-bar";
const ROUND_2: &str = "sheet-bar sheet-bar-second";

fn round(view: &View, line: &RoundLine, class: &'static str) -> Html {
    let words = [Some(&*line.words), line.cannot_tell.as_deref()];
    let words: Vec<_> = words.into_iter().flatten().collect();
    html! {
        <div class="sheet-round">
            <h4>{ AttrValue::from(line.name.clone()) }</h4>
            if let Some(counts) = line.counts {
                { picture(counts, spoken(view, line, counts), class) }
            }
            <p class="hint">{ words.join(" · ") }</p>
        </div>
    }
}

fn spoken(view: &View, line: &RoundLine, counts: [u32; 5]) -> AttrValue {
    let counts = figures::counts(&view.store.pack, counts);
    view.fill(
        Text::SheetCountsSpoken,
        &[("vote", &*line.name), ("counts", &counts)],
    )
}

/// Where the columns stand, in the units of the picture.
const BASE: u32 = 44;
const TALLEST: u32 = 30;

/// Five small columns, each with its count above and its level below; for those who cannot see them, "First vote: 4 at Set up, 2 at Working".
fn picture(counts: [u32; 5], spoken: AttrValue, class: &'static str) -> Html {
    let most = counts.into_iter().max().unwrap_or(0).max(1);
    let column = |(level, count): (u32, u32)| {
        let (x, height) = (24 * level - 12, (TALLEST * count).div_ceil(most));
        let top = BASE - height;
        html! {
            <>
                if count > 0 {
                    <rect {class} x={(x - 8).to_string()} y={top.to_string()} width="16" height={height.to_string()} />
                }
                <text x={x.to_string()} y={(top - 3).to_string()} text-anchor="middle">{ count }</text>
                <text class="sheet-level" x={x.to_string()} y="56" text-anchor="middle">{ level }</text>
            </>
        }
    };
    html! {
        <svg class="sheet-picture" viewBox="0 0 120 60" role="img" aria-label={spoken}>
            <line class="sheet-base" x1="2" x2="118" y1="44" y2="44" />
            <g aria-hidden="true">{ for (1..).zip(counts).map(column) }</g>
        </svg>
    }
}

/// What the twelve areas looked like.
pub(super) fn areas(view: &View, sheet: &Sheet) -> Html {
    let columns = [
        Text::ResultsColumnArea,
        Text::SheetColumnMiddle,
        Text::SheetColumnSpread,
        Text::SheetColumnCannotTell,
    ];
    let columns = columns.map(|text| view.text(text));
    let caption = view.text(Text::SheetAreasTable);
    html! {
        <section class="sheet-part" aria-labelledby="areas">
            <h2 id="areas">{ view.text(Text::SheetAreas) }</h2>
            { stacking(Some("sheet-areas"), caption, &columns, sheet.areas.iter().map(area)) }
            <p class="hint">{ view.text(Text::SheetAreasNote) }</p>
        </section>
    }
}

fn area(area: &AreaLine) -> Row {
    Row::of([
        format!("{}. {}", area.number, area.name).into(),
        area.middle.clone().into(),
        area.spread.clone().into(),
        area.cannot_tell.clone().into(),
    ])
}
