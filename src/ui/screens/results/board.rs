//! The second page of the board summary: a line or two for each area, what is said and done, and what could not be told. On paper only.

use super::View;
use crate::app::export::{AreaLine, Outline, PairLine, Taking};
use crate::app::text::Text;
use crate::app::words::Prose;
use yew::prelude::*;

/// Nothing while there is no score: then there is no second page.
pub(super) fn board(view: &View) -> Html {
    if view.card.scored() == 0 {
        return Html::default();
    }
    let outline = Outline::new(&Taking {
        pack: &view.store.pack,
        assessment: view.assessment,
        now: view.store.surroundings().now,
    });
    let columns = [
        Text::ResultsColumnArea,
        Text::ResultsColumnLevel,
        Text::BoardColumnNext,
    ];
    html! {
        <section class="board" aria-labelledby="board">
            <h2 id="board">{ view.text(Text::BoardAreas) }</h2>
            <table class="figures board-areas">
                <thead><tr>{ for columns.map(|text| html! { <th scope="col">{ view.text(text) }</th> }) }</tr></thead>
                <tbody>{ for outline.areas.iter().map(area) }</tbody>
            </table>
            <div class="board-rest">
                if !outline.know_do.is_empty() {
                    <div>
                        <h3>{ view.text(Text::ResultsKnowDo) }</h3>
                        { for outline.know_do.iter().map(|sentence| html! { <p>{ sentence.clone() }</p> }) }
                        <ul>{ for outline.pairs.iter().map(|pair| html! { <li>{ said_and_done(view, pair) }</li> }) }</ul>
                    </div>
                }
                <div>
                    if !outline.untold.is_empty() {
                        <h3>{ view.text(Text::ResultsCouldNotTell) }</h3>
                        <p>{ names(outline.untold.iter().map(|(name, _)| name)) }</p>
                    }
                    if !outline.open.is_empty() {
                        <h3>{ view.text(Text::ResultsStillOpen) }</h3>
                        <p>{ names(outline.open.iter()) }</p>
                    }
                </div>
            </div>
            <p class="hint">{ outline.origin }</p>
        </section>
    }
}

fn area(area: &AreaLine) -> Html {
    let average = area.figure.as_ref().filter(|figure| figure.contains('.'));
    let step = area.step.as_deref().map(AttrValue::from);
    html! {
        <tr>
            <th scope="row">{ area.number }{ ". " }{ AttrValue::from(&*area.name) }</th>
            <td>{ area.level.clone() }{ for average.map(|figure| format!(" ({figure})")) }</td>
            <td><span class="board-step">{ step.or_else(|| area.reason.clone().map(AttrValue::from)) }</span></td>
        </tr>
    }
}

/// "Experiments: 5 said, 2 done".
fn said_and_done(view: &View, pair: &PairLine) -> AttrValue {
    let [know, done] = [pair.know, pair.done].map(|level| level.to_string());
    let values = [("name", &*pair.name), ("know", &*know), ("done", &*done)];
    view.fill(Text::BoardPair, &values)
}

/// Each once, with how often it occurs.
fn names<'a>(all: impl Iterator<Item = &'a Prose>) -> String {
    let mut counted = Vec::<(&Prose, usize)>::new();
    for name in all {
        match counted.last_mut().filter(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name, 1)),
        }
    }
    let mut words = String::new();
    for (name, count) in counted {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(name);
        if count > 1 {
            words.push_str(" (");
            words.push_str(&count.to_string());
            words.push(')');
        }
    }
    words
}
