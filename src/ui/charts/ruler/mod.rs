//! The index on its way from 0 to 100: the figure, the range it could lie in, and the five level words.

mod geometry;

use super::legend::legend;
use super::scale::{labelled_by, title_and_desc};
use super::table::{TableRow, TableWords, table};
pub use geometry::OutOf100;
use geometry::{band, zone};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

/// The single figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulerFigure {
    /// Where it stands.
    pub at: OutOf100,
    /// The numeral above it.
    pub numeral: AttrValue,
    /// What the mark stands for, in the legend.
    pub words: AttrValue,
}

/// What is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulerRange {
    /// The lowest it could be.
    pub low: OutOf100,
    /// The highest.
    pub high: OutOf100,
    /// What the band stands for, with its two numbers, in the legend.
    pub words: AttrValue,
}

/// What the ruler shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct RulerProps {
    /// The start of every id in the chart; no other chart on the page may have it.
    pub id: AttrValue,
    /// The chart's name, for those who cannot see it.
    pub title: AttrValue,
    /// What can be seen in it, in a sentence or two.
    pub desc: AttrValue,
    /// The figure; none where too little is answered for one.
    pub figure: Option<RulerFigure>,
    /// The range; none where nothing is open.
    pub range: Option<RulerRange>,
    /// The words of the five levels, lowest first.
    pub levels: [AttrValue; 5],
    /// The rows of the table.
    pub rows: Rc<[TableRow]>,
    /// The words of the table.
    pub table: TableWords,
}

/// The ruler with its words, its legend and its table.
#[component]
pub fn Ruler(props: &RulerProps) -> Html {
    let picture = if props.figure.is_some() {
        "ruler-picture"
    } else {
        "ruler-picture ruler-range-only"
    };
    html! {
        <figure class="chart ruler">
            <svg class={picture} role="img" aria-labelledby={labelled_by(&props.id)}>
                { title_and_desc(&props.id, &props.title, &props.desc) }
                { for props.range.iter().map(range) }
                { for (1..=5).map(level_zone) }
                { for props.figure.iter().map(figure) }
            </svg>
            <ol class="ruler-words">{ for props.levels.iter().map(|word| html! { <li>{ word }</li> }) }</ol>
            { legend(shapes(props)) }
            { table(&props.table, props.rows.iter().map(|row| (&row.heading, row.cells.as_slice()))) }
        </figure>
    }
}

/// Written out, so that a search for a class finds it.
const fn zone_class(level: u8) -> &'static str {
    match level {
        ..=1 => "ruler-zone level-1",
        2 => "ruler-zone level-2",
        3 => "ruler-zone level-3",
        4 => "ruler-zone level-4",
        5.. => "ruler-zone level-5",
    }
}

fn level_zone(level: u8) -> Html {
    let (x, width) = zone(level);
    html! { <rect class={zone_class(level)} x={x.percent()} width={width.percent()} y="4.1em" height="0.6em" /> }
}

fn range(range: &RulerRange) -> Html {
    let (x, width) = band(range.low, range.high);
    html! { <rect class="ruler-range" x={x.percent()} width={width.percent()} y="2.6em" height="1.5em" /> }
}

fn figure(figure: &RulerFigure) -> Html {
    let x = figure.at.place().percent();
    html! {
        <>
            <text class="ruler-numeral" x={x.clone()} y="1em" text-anchor={figure.at.anchor()}>{ &figure.numeral }</text>
            <line class="ruler-mark" x1={x.clone()} x2={x} y1="2.4em" y2="5em" />
        </>
    }
}

fn shapes(props: &RulerProps) -> impl Iterator<Item = (Html, AttrValue)> {
    let mark = html! { <line class="ruler-mark" y1="-8" y2="8" /> };
    let soft = html! { <rect class="ruler-range" x="-13" y="-6" width="26" height="12" /> };
    let figure = props.figure.as_ref().map(|figure| (mark, figure.words.clone()));
    let range = props.range.as_ref().map(|range| (soft, range.words.clone()));
    figure.into_iter().chain(range)
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_is_a_chart, cells, count, rendered, table_words};
    use super::*;

    fn ruler(figure: Option<u32>, range: Option<(u32, u32)>) -> String {
        rendered::<Ruler>(RulerProps {
            id: "index".into(),
            title: "Index".into(),
            desc: "Between two words".into(),
            figure: figure.map(|at| RulerFigure {
                at: OutOf100::new(at),
                numeral: at.to_string().into(),
                words: "Index".into(),
            }),
            range: range.map(|(low, high)| RulerRange {
                low: OutOf100::new(low),
                high: OutOf100::new(high),
                words: "Could be 38 to 62".into(),
            }),
            levels: ["Not seen", "Now and then", "Set up", "Working", "Renewing itself"].map(AttrValue::from),
            rows: Rc::from([TableRow {
                heading: "Index".into(),
                cells: cells(&["52"]),
            }]),
            table: table_words(&["Figure", "Value"]),
        })
    }

    #[test]
    fn draws_figure_range_and_five_zones() {
        let markup = ruler(Some(52), Some((38, 62)));
        assert_is_a_chart(&markup, "index");
        assert!(
            markup.contains("x1=\"52%\" x2=\"52%\"") && markup.contains(">52</text>"),
            "{markup}"
        );
        assert!(markup.contains("<rect x=\"38%\" width=\"24%\""), "{markup}");
        assert_eq!(count(&markup, "ruler-zone level-"), 5);
        assert!(markup.contains("<li>Renewing itself</li>"), "{markup}");
    }

    #[test]
    fn without_a_figure_there_is_only_the_range() {
        let markup = ruler(None, Some((10, 90)));
        assert!(
            !markup.contains("ruler-mark") && markup.contains("ruler-range"),
            "{markup}"
        );
    }

    #[test]
    fn without_a_range_there_is_only_the_figure() {
        let markup = ruler(Some(100), None);
        assert!(
            !markup.contains("ruler-range") && markup.contains("text-anchor=\"end\""),
            "{markup}"
        );
    }
}
