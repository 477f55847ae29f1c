//! The index on its way from 0 to 100: the figure, the range it could lie in, and the five level words.

mod geometry;

use super::legend::legend;
use crate::ui::prelude::html;
pub use geometry::OutOf100;
use geometry::{band, zone};
use yew::{AttrValue, Html};

/// What the ruler shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruler {
    /// The chart in words, for those who cannot see it.
    pub label: AttrValue,
    /// Where the figure stands; none where too little is answered for one.
    pub figure: Option<OutOf100>,
    /// The lowest and the highest that the figure could be.
    pub range: (OutOf100, OutOf100),
    /// What the range stands for, in the legend.
    pub range_words: AttrValue,
    /// The words of the five levels, lowest first.
    pub levels: [AttrValue; 5],
}

/// The ruler with its words and its legend. It has no table: the three numbers stand in the words beside it.
pub fn ruler(props: &Ruler) -> Html {
    let soft = html! { <rect class="ruler-range" x="-13" y="-6" width="26" height="12" /> };
    html! {
        <figure class="chart ruler">
            <svg class="ruler-picture" role="img" aria-label={&props.label}>
                { range(props.range) }
                { for (1..=5).map(level_zone) }
                { for props.figure.map(mark) }
            </svg>
            <ol class="ruler-words" dir="ltr">{ for props.levels.iter().map(|word| html! { <li>{ word }</li> }) }</ol>
            { legend(vec![(soft, props.range_words.clone())]) }
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
    html! { <rect class={zone_class(level)} x={x.percent()} width={width.percent()} y="1.7em" height="0.6em" /> }
}

fn range((low, high): (OutOf100, OutOf100)) -> Html {
    let (x, width) = band(low, high);
    html! { <rect class="ruler-range" x={x.percent()} width={width.percent()} y="0.2em" height="1.5em" /> }
}

fn mark(at: OutOf100) -> Html {
    let x = at.place().percent();
    html! { <line class="ruler-mark" x1={x.clone()} x2={x} y1="0" y2="2.6em" /> }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_is_a_chart, assert_left_to_right, count, rendered};
    use super::*;

    fn drawn(figure: Option<u8>, low: u32, high: u32) -> String {
        let props = Ruler {
            label: "The index".into(),
            figure: figure.map(|at| OutOf100::new(at.into())),
            range: (OutOf100::new(low), OutOf100::new(high)),
            range_words: "Could be 38 to 62".into(),
            levels: ["Not seen", "Now and then", "Set up", "Working", "Renewing itself"].map(AttrValue::from),
        };
        rendered(ruler(&props))
    }

    #[test]
    fn draws_figure_range_and_five_zones() {
        let markup = drawn(Some(52), 38, 62);
        assert_is_a_chart(&markup, "The index");
        assert!(markup.contains("x1=\"52%\" x2=\"52%\""), "{markup}");
        assert!(markup.contains("<rect x=\"38%\" width=\"24%\""), "{markup}");
        assert_eq!(count(&markup, "ruler-zone level-"), 5);
        assert!(markup.contains("<li>Renewing itself</li>"), "{markup}");
        assert!(markup.contains("Could be 38 to 62"), "{markup}");
    }

    /// The picture has no text, so its places are those of the page in any direction; the captions are fixed beside it.
    #[test]
    fn the_mark_stands_in_the_zone_and_below_the_word_of_its_level_in_any_direction() {
        for (at, level) in [(5_u8, 1_usize), (30, 2), (52, 3), (70, 4), (95, 5)] {
            let markup = drawn(Some(at), 0, 100);
            assert_left_to_right(&markup, &["<li>Not seen", "<li>Renewing itself"]);
            let number = |text: &str| {
                text.split('%')
                    .next()
                    .and_then(|number| number.parse::<f64>().ok())
            };
            let zones: Vec<f64> = markup
                .split("<rect x=\"")
                .skip(1)
                .filter(|zone| zone.contains("ruler-zone"))
                .filter_map(number)
                .collect();
            let mark = markup.split("x1=\"").nth(1).and_then(number).expect("a mark");
            let zone = zones.iter().filter(|begin| **begin <= mark).count();
            assert_eq!((zones.len(), zone), (5, level), "{at}: {markup}");
            let words: Vec<_> = markup.split("<li>").skip(1).collect();
            let names = ["Not seen", "Now and then", "Set up", "Working", "Renewing itself"];
            let word = words.get(zone - 1).copied().unwrap_or_default();
            assert!(
                word.starts_with(names.get(level - 1).copied().unwrap_or("?")),
                "{word}"
            );
        }
    }

    #[test]
    fn without_a_figure_there_is_only_the_range() {
        let markup = drawn(None, 10, 90);
        assert!(
            !markup.contains("ruler-mark") && markup.contains("ruler-range"),
            "{markup}"
        );
    }
}
