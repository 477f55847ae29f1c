//! Scores as bars in the caller's order, each with its numeral, or with words where there is no score.
//!
//! A list rather than one picture: its rows stay readable at every width. The row of numerals above is the image that has the name.

use super::scale::{along, scale};
use super::score::Sixths;
use crate::ui::prelude::html;
use yew::{AttrValue, Html};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarsRow {
    /// The number of what it measures, the one on the radar's axis.
    pub number: u8,
    /// What it measures.
    pub label: AttrValue,
    /// Where the bar ends; none where there is no score.
    pub score: Option<Sixths>,
    /// The numeral at the end of the row, or why there is no bar.
    pub words: AttrValue,
}

/// Bars from top to bottom. `name` draws what a row measures, as words or as a link; the words and numerals are all there is, so there
/// is no table behind them.
pub fn bars(label: &AttrValue, rows: &[BarsRow], name: &dyn Fn(&BarsRow) -> Html) -> Html {
    html! {
        <figure class="chart bars">
            <div class="chart-rows" dir="ltr">
                { scale(label) }
                <ol>{ for rows.iter().map(|it| row(it, name(it))) }</ol>
            </div>
        </figure>
    }
}

fn row(row: &BarsRow, name: Html) -> Html {
    let (class, words) = match row.score {
        Some(score) => (level_class(score), "chart-end"),
        None => ("chart-row", "bars-words"),
    };
    html! {
        <li {class}>
            <span class="chart-label"><span class="bars-number">{ row.number }</span>{ name }</span>
            <svg class="chart-track" aria-hidden="true">
                if let Some(score) = row.score {
                    <rect class="bars-bar" y="50%" width={along(score).percent()} height="14" transform="translate(0 -7)" />
                }
            </svg>
            <span class={words}>{ &row.words }</span>
        </li>
    }
}

/// Written out, so that a search for a class finds it.
const fn level_class(score: Sixths) -> &'static str {
    match score.reached() {
        ..=1 => "chart-row level-1",
        2 => "chart-row level-2",
        3 => "chart-row level-3",
        4 => "chart-row level-4",
        5.. => "chart-row level-5",
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_is_a_chart, rendered};
    use super::*;

    fn row(label: &'static str, score: Option<Sixths>) -> BarsRow {
        let words = if score.is_some() { "3.7" } else { "Can't tell yet" };
        BarsRow {
            number: 7,
            label: label.into(),
            score,
            words: words.into(),
        }
    }

    fn drawn(rows: Vec<BarsRow>) -> String {
        rendered(bars(&"Areas in order".into(), &rows, &|row| html! { &row.label }))
    }

    #[test]
    fn keeps_the_callers_order() {
        let markup = drawn(vec![
            row("Zebra", Some(Sixths::level(5))),
            row("Apple", Some(Sixths::level(1))),
        ]);
        assert_is_a_chart(&markup, "Areas in order");
        assert!(markup.find("Zebra") < markup.find("Apple"), "{markup}");
        assert!(
            markup.contains("<span class=\"bars-number\">7</span>Zebra"),
            "{markup}"
        );
    }

    #[test]
    fn a_bar_ends_at_its_score_and_has_the_colour_of_the_level_reached() {
        let markup = drawn(vec![row("Area", Some(Sixths::new(22)))]);
        assert!(markup.contains("class=\"chart-row level-3\""), "{markup}");
        assert!(markup.contains("width=\"69.7%\""), "{markup}");
        assert!(
            markup.contains("<span class=\"chart-end\">3.7</span>"),
            "{markup}"
        );
    }

    #[test]
    fn a_row_without_a_score_has_words_and_no_bar() {
        let markup = drawn(vec![row("Area", None)]);
        assert!(
            markup.contains("<span class=\"bars-words\">Can't tell yet</span>"),
            "{markup}"
        );
        assert!(
            !markup.contains("<rect") && !markup.contains("level-"),
            "{markup}"
        );
    }
}
