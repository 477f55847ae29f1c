//! What was talked about, with both votes, and the twelve areas in a line each.

use super::View;
use crate::app::export::workshop::{AreaLine, RoundLine, Sheet, TopicLine};
use crate::app::text::Text;
use yew::prelude::*;

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
                <p><b>{ view.text(Text::SheetAgreed) }{ ": " }</b>{ topic.agreed.clone() }</p>
                if !topic.dissent.is_empty() {
                    <p class="sheet-dissent"><b>{ view.text(Text::SheetDissent) }{ ": " }</b>{ topic.dissent.clone() }</p>
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
                { picture(view, line, counts, class) }
            }
            <p class="hint">{ words.join(" · ") }</p>
        </div>
    }
}

/// Where the columns stand, in the units of the picture.
const BASE: u32 = 44;
const TALLEST: u32 = 30;

/// Five small columns, each with its count above and its level below.
fn picture(view: &View, line: &RoundLine, counts: [u32; 5], class: &'static str) -> Html {
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
    let counted = line.dotted().unwrap_or_default();
    html! {
        <svg class="sheet-picture" viewBox="0 0 120 60" role="img" aria-label={view.fill(Text::SheetCounts, &[("counts", &counted)])}>
            <line class="sheet-base" x1="2" x2="118" y1="44" y2="44" />
            { for (1..).zip(counts).map(column) }
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
    html! {
        <section class="sheet-part" aria-labelledby="areas">
            <h2 id="areas">{ view.text(Text::SheetAreas) }</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label={view.text(Text::SheetAreasTable)}>
                <table class="figures sheet-areas">
                    <thead><tr>{ for columns.map(|text| html! { <th scope="col">{ view.text(text) }</th> }) }</tr></thead>
                    <tbody>{ for sheet.areas.iter().map(area) }</tbody>
                </table>
            </div>
            <p class="hint">{ view.text(Text::SheetAreasNote) }</p>
        </section>
    }
}

fn area(area: &AreaLine) -> Html {
    html! {
        <tr>
            <th scope="row">{ area.number }{ ". " }{ AttrValue::from(area.name.clone()) }</th>
            <td>{ area.middle.clone() }</td>
            <td>{ area.spread.clone() }</td>
            <td>{ area.cannot_tell.clone() }</td>
        </tr>
    }
}
