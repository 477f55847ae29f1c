//! The index with its range and its band, what it rests on, and the areas at either end.

use super::View;
use crate::app::assessment::export::empty_title;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::domain::band::{Band, band};
use crate::domain::checklist::Depth;
use crate::domain::level::Level;
use crate::domain::precision::{index_standard_error, smallest_change, tenths_of_points, whole_points};
use crate::domain::score::{Index, LevelScore, Points};
use crate::ui::charts::ruler::{OutOf100, Ruler, ruler};
use crate::ui::prelude::*;

/// The headline.
pub(super) fn standing(view: &View) -> Html {
    match index(view) {
        Some(index) => headline(view, &index),
        None => empty(view),
    }
}

fn index(view: &View) -> Option<Index> {
    view.card.index.filter(|_| view.card.scored() > 0)
}

/// What the figure rests on, and the areas at either end.
pub(super) fn grounds(view: &View) -> Html {
    let Some(index) = index(view) else {
        return Html::default();
    };
    html! {
        <div class="standing">
            { rests(view, &index) }
            { end(view, [Text::ResultsHighNone, Text::ResultsHighOne, Text::ResultsHighMany], LevelScore::is_high) }
            { end(view, [Text::ResultsLowNone, Text::ResultsLowOne, Text::ResultsLowMany], LevelScore::is_low) }
        </div>
    }
}

/// Nothing has a level yet.
fn empty(view: &View) -> Html {
    let open = view.assessment.first_open(view.checklist());
    let text = match view.assessment.depth.value {
        Depth::Quick => Text::ResultsEmptyText,
        Depth::Full => Text::ResultsEmptyFull,
    };
    let (given, asked) = view.card.answered();
    let [given, asked, n] = [given, asked, view.card.needed()].map(|it| it.to_string());
    let values = [("given", &*given), ("asked", &*asked), ("n", &*n)];
    html! {
        <section class="results-empty card" aria-labelledby="empty">
            <h2 id="empty">{ view.text(empty_title(&view.card)) }</h2>
            <p>{ view.fill(text, &values) }</p>
            <p><a class="button" href={view.route(open)}>{ view.text(Text::ResultsGoOn) }</a></p>
        </section>
    }
}

fn headline(view: &View, index: &Index) -> Html {
    let words = match index.figure {
        Some(figure) => band_words(view, figure),
        None => view.text(Text::ResultsOnlyRange),
    };
    html! {
        <section class="standing-index" aria-labelledby="index">
            <h2 id="index" class="eyebrow">{ view.text(Text::ResultsIndex) }</h2>
            <p class="standing-figure">
                if let Some(figure) = index.figure {
                    { out_of_100(view, figure) }
                } else {
                    <b>{ range(view, Text::HistoryRange, ends(index)) }</b>
                }
            </p>
            <p class="standing-band">{ words }</p>
            { scale(view, index) }
        </section>
    }
}

/// "50 of 100", the figure large.
fn out_of_100(view: &View, figure: Points) -> Html {
    let text = view.text(Text::ResultsOutOf);
    let (before, after) = text.split_once("{n}").unwrap_or_default();
    let [before, after] = [before, after].map(|part| AttrValue::from(part.to_owned()));
    html! { <>{ before }<b class="standing-number">{ figure.rounded() }</b>{ after }</> }
}

fn band_words(view: &View, figure: Points) -> AttrValue {
    let word = |level| view.store.pack.words.level(level);
    match band(figure, view.assessment.depth.value, view.card.scored()) {
        Band::One(level) => view.fill(Text::ResultsBandOne, &[("level", &word(level))]),
        Band::Between(lower, upper) => view.fill(
            Text::ResultsBandTwo,
            &[("lower", &word(lower)), ("upper", &word(upper))],
        ),
    }
}

/// The worst and the best case in whole points, outwards.
fn ends(index: &Index) -> (u32, u32) {
    (index.low.floor(), index.high.ceil())
}

fn range(view: &View, text: Text, (low, high): (u32, u32)) -> AttrValue {
    view.fill(text, &[("low", &low.to_string()), ("high", &high.to_string())])
}

/// The ruler with the range of what is open; with nothing open, with the standard error.
fn scale(view: &View, index: &Index) -> Html {
    let (range, range_words) = match index.figure {
        Some(figure) if index.low == index.high => {
            let (figure, error) = (figure.rounded(), whole_points(standard_error(view)));
            let ends = (figure.saturating_sub(error), (figure + error).min(100));
            let [low, high, n] = [ends.0, ends.1, error].map(|number| number.to_string());
            let words = view.fill(
                Text::ResultsRangeError,
                &[("n", &n), ("low", &low), ("high", &high)],
            );
            (ends, words)
        }
        _ => (ends(index), range(view, Text::ResultsRangeOpen, ends(index))),
    };
    let value = match index.figure {
        Some(figure) => figure.rounded().to_string(),
        None => self::range(view, Text::ResultsRange, ends(index)).to_string(),
    };
    ruler(&Ruler {
        label: view.fill(Text::ResultsRuler, &[("value", &value)]),
        figure: index.figure.map(|figure| OutOf100::new(figure.rounded())),
        range: (OutOf100::new(range.0), OutOf100::new(range.1)),
        range_words,
        levels: Level::ALL.map(|level| view.store.pack.words.level(level).into()),
    })
}

fn standard_error(view: &View) -> f64 {
    index_standard_error(view.assessment.depth.value, view.card.scored())
}

fn rests(view: &View, index: &Index) -> Html {
    let [scored, total] = [view.card.scored(), view.card.applicable()].map(|count| count.to_string());
    let error = standard_error(view);
    let points = whole_points(error).to_string();
    let change = view
        .store
        .pack
        .texts
        .decimal(tenths_of_points(smallest_change(error)).into(), 1);
    html! {
        <div class="standing-rests">
            <h2>{ view.text(Text::ResultsRests) }</h2>
            <ul>
                <li>{ view.fill(Text::ResultsRestsScored, &[("n", &scored), ("total", &total)]) }</li>
                if index.low != index.high {
                    <li>{ range(view, Text::ResultsRestsRange, ends(index)) }</li>
                }
                if view.card.begun() {
                    <li>{ view.text(Text::ResultsRestsPartly) }</li>
                }
                if index.figure.is_some() {
                    <li>{ view.fill(Text::ResultsRestsError, &[("n", &points), ("change", &change)]) }</li>
                }
                <li>{ view.text(Text::ResultsRestsOne) }</li>
            </ul>
            <a href={Route::Method.to_string()}>{ view.text(Text::ResultsRestsMethod) }</a>
        </div>
    }
}

/// How many areas stand at one end, and which.
fn end(view: &View, [none, one, many]: [Text; 3], holds: fn(LevelScore) -> bool) -> Html {
    let names: Vec<_> = view
        .card
        .areas
        .iter()
        .filter(|result| result.score().is_some_and(holds))
        .map(|result| view.link(result.area))
        .collect();
    let count = match names.len() {
        0 => view.text(none),
        count => view.store.pack.texts.count(one, many, count).into(),
    };
    html! {
        <div class="standing-end">
            <h2>{ count }</h2>
            <ul>{ for names.into_iter().map(|name| html! { <li>{ name }</li> }) }</ul>
        </div>
    }
}
