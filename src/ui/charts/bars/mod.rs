//! Scores as bars in the caller's order, each with its numeral, or with words where there is no score.
//!
//! A list rather than one picture, because its rows can be links, and a link inside an image is lost to assistive technology.
//! The row of numerals above is the image that carries the title and the description.

mod geometry;

use super::scale::{along, scale};
use super::score::Sixths;
use super::table::{TableWords, table};
pub use geometry::BarRange;
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

/// A bar to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Where it ends.
    pub score: Sixths,
    /// What is still open about it.
    pub range: Option<BarRange>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarsRow {
    /// What it measures.
    pub label: AttrValue,
    /// Where the label leads, if it is a link.
    pub href: Option<AttrValue>,
    /// The bar; none where there is no score.
    pub bar: Option<Bar>,
    /// The numeral at the end of the row, or why there is no bar.
    pub words: AttrValue,
    /// The cells of its row in the table, after the label.
    pub cells: Vec<AttrValue>,
}

/// What the bars show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct BarsProps {
    /// The start of every id in the chart; no other chart on the page may have it.
    pub id: AttrValue,
    /// The chart's name, for those who cannot see it.
    pub title: AttrValue,
    /// What can be seen in it, in a sentence or two.
    pub desc: AttrValue,
    /// The rows from top to bottom.
    pub rows: Rc<[BarsRow]>,
    /// The words of the table.
    pub table: TableWords,
}

/// Bars with their table.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    html! {
        <figure class="chart bars">
            <div class="chart-rows">
                { scale(&props.id, &props.title, &props.desc) }
                <ol>{ for props.rows.iter().map(row) }</ol>
            </div>
            { table(&props.table, props.rows.iter().map(|row| (&row.label, row.cells.as_slice()))) }
        </figure>
    }
}

fn row(row: &BarsRow) -> Html {
    let (class, words) = match row.bar {
        Some(bar) => (level_class(bar.score), "chart-end"),
        None => ("chart-row", "bars-words"),
    };
    html! {
        <li {class}>
            { label(row) }
            <svg class="chart-track" aria-hidden="true">{ for row.bar.iter().map(bar) }</svg>
            <span class={words}>{ &row.words }</span>
        </li>
    }
}

fn label(row: &BarsRow) -> Html {
    match &row.href {
        Some(href) => html! { <a class="chart-label" {href}>{ &row.label }</a> },
        None => html! { <span class="chart-label">{ &row.label }</span> },
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

fn bar(bar: &Bar) -> Html {
    let width = along(bar.score).percent();
    html! {
        <>
            <rect class="bars-bar" y="50%" {width} height="14" transform="translate(0 -7)" />
            { for bar.range.map(range) }
        </>
    }
}

/// Under the bar, so that it can be seen whatever the bar's lightness.
fn range(range: BarRange) -> Html {
    let [low, high] = range.ends().map(|end| end.percent());
    html! {
        <g class="bars-range" transform="translate(0 13)">
            <line x1={low.clone()} x2={high.clone()} y1="50%" y2="50%" />
            { range_end(low) }
            { range_end(high) }
        </g>
    }
}

/// A short upright stroke with its middle on the line; a line's ends could not be moved from 50 % by a length.
fn range_end(x: AttrValue) -> Html {
    html! { <rect {x} y="50%" width="1.5" height="7" transform="translate(-0.7 -3.5)" /> }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_is_a_chart, cells, count, rendered, table_words};
    use super::*;

    fn row(label: &'static str, bar: Option<Bar>) -> BarsRow {
        let words = if bar.is_some() { "3.7" } else { "Can't tell yet" };
        BarsRow {
            label: label.into(),
            href: None,
            bar,
            words: words.into(),
            cells: cells(&[words]),
        }
    }

    fn at(sixths: u16) -> Option<Bar> {
        Some(Bar {
            score: Sixths::new(sixths),
            range: None,
        })
    }

    fn bars(rows: Vec<BarsRow>) -> String {
        rendered::<Bars>(BarsProps {
            id: "bars".into(),
            title: "Areas in order".into(),
            desc: "Highest first".into(),
            rows: rows.into(),
            table: table_words(&["Area", "Level"]),
        })
    }

    #[test]
    fn keeps_the_callers_order() {
        let markup = bars(vec![row("Zebra", at(30)), row("Apple", at(6))]);
        assert_is_a_chart(&markup, "bars");
        assert!(markup.find("Zebra") < markup.find("Apple"), "{markup}");
    }

    #[test]
    fn a_bar_ends_at_its_score_and_has_the_colour_of_the_level_reached() {
        let markup = bars(vec![row("Area", at(22))]);
        assert!(markup.contains("class=\"chart-row level-3\""), "{markup}");
        assert!(markup.contains("width=\"69.7%\""), "{markup}");
        assert!(
            markup.contains("<span class=\"chart-end\">3.7</span>"),
            "{markup}"
        );
        assert!(!markup.contains("bars-range"), "{markup}");
    }

    #[test]
    fn a_row_without_a_score_has_words_and_no_bar() {
        let markup = bars(vec![row("Area", None)]);
        assert!(
            markup.contains("<span class=\"bars-words\">Can't tell yet</span>"),
            "{markup}"
        );
        assert!(
            !markup.contains("<rect") && !markup.contains("level-"),
            "{markup}"
        );
    }

    #[test]
    fn what_is_open_is_a_line() {
        let range = BarRange::new(Sixths::level(2), Sixths::level(4));
        let markup = bars(vec![row(
            "Area",
            Some(Bar {
                score: Sixths::level(3),
                range,
            }),
        )]);
        assert!(markup.contains("<line x1=\"33%\" x2=\"77%\""), "{markup}");
        assert_eq!(count(&markup, "height=\"7\""), 2);
    }

    #[test]
    fn a_row_can_lead_somewhere() {
        let mut linked = row("Area", at(12));
        linked.href = Some("/area".into());
        assert!(bars(vec![linked]).contains("<a href=\"/area\" class=\"chart-label\">Area</a>"));
    }
}
