//! One assessment of a group, and what can be done with it.

use super::{Renamed, View, ends};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::domain::band::{Band, band};
use crate::domain::checklist::Depth;
use crate::domain::history::{Completion, Entry, Group};
use crate::ui::prelude::*;
use crate::ui::store::Store;

impl View<'_> {
    pub(super) fn entry(&self, group: &Group, entry: &Entry, before: Option<&Entry>) -> Html {
        let store = self.store;
        let day = store.day_in_row(entry.day, entry.of_day);
        let spoken = store.fill(
            Text::SiteBoth,
            &[("one", &super::name(store, group)), ("two", &day)],
        );
        let labelled = |label: Text| AttrValue::from(store.pack.texts.about(&store.text(label), &spoken));
        let link = |label: Text, to: Route| {
            html! { <a href={to.to_string()} aria-label={labelled(label)}>{ store.text(label) }</a> }
        };
        html! {
            <li class="record" key={entry.id.to_string()}>
                <div class="record-words">
                    <h3>{ day }</h3>
                    <p>{ standing(store, entry) }{ " · " }{ facts(store, entry) }</p>
                </div>
                <div class="record-actions screen-only">
                    if entry.completion == Completion::Open {
                        { link(Text::HomeResume, Route::Assess(entry.id, None)) }
                    }
                    { link(Text::HomeResults, Route::Results(entry.id)) }
                    if let Some(before) = before {
                        { link(Text::HistoryCompareBefore, Route::Compare(before.id, entry.id)) }
                    }
                    { link(Text::HistoryNext, Route::Next(entry.id)) }
                    { self.rename(Renamed::One(entry.id), &spoken, group) }
                    <button type="button" class="link" aria-label={labelled(Text::HomeDelete)}
                        onclick={store.on_click(Action::Deleted(entry.id))}>{ store.text(Text::HomeDelete) }</button>
                </div>
            </li>
        }
    }
}

/// The figure with its word, or the range.
fn standing(store: &Store, entry: &Entry) -> AttrValue {
    let Some(index) = entry.index else {
        return store.text(Text::HistoryNoScore);
    };
    let Some(figure) = index.figure else {
        let (low, high) = ends(&index);
        return store.fill(
            Text::HistoryRange,
            &[("low", &low.to_string()), ("high", &high.to_string())],
        );
    };
    let word = |level| store.pack.words.level(level);
    let words = match band(figure, entry.depth, entry.scored) {
        Band::One(level) => store.fill(Text::ResultsBandOne, &[("level", &word(level))]),
        Band::Between(lower, upper) => store.fill(
            Text::ResultsBandTwo,
            &[("lower", &word(lower)), ("upper", &word(upper))],
        ),
    };
    let n = figure.rounded().to_string();
    store.fill(Text::HistoryFigure, &[("n", &n), ("words", &words)])
}

fn facts(store: &Store, entry: &Entry) -> String {
    let mut facts = vec![store.text(match entry.depth {
        Depth::Quick => Text::AssessQuick,
        Depth::Full => Text::AssessFull,
    })];
    if entry.completion == Completion::Open {
        facts.push(store.text(Text::HistoryOpen));
    }
    if entry.instrument != store.pack.checklist.version {
        let version = entry.instrument.0.to_string();
        facts.push(store.fill(Text::HistoryVersion, &[("n", &version)]));
    }
    facts.join(" · ")
}
