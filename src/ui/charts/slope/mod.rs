//! Slopes: every area on the five levels before and after, joined by a line; what moved is thick.
//!
//! The labels are an image of their own on either side, so that their columns can be as wide as the page allows.

mod geometry;

use super::legend::legend;
use super::number::Tenths;
use super::score::Sixths;
use crate::ui::prelude::html;
use geometry::{height, spread};
use yew::{AttrValue, Html};

/// Whether a line says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It moved by more than error would explain.
    Moved,
    /// It did not.
    Still,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlopeRow {
    /// What it is about, short.
    pub label: AttrValue,
    /// Where it was, and in figures.
    pub from: (Sixths, AttrValue),
    /// Where it is, and in figures.
    pub to: (Sixths, AttrValue),
    /// Whether it moved.
    pub weight: Weight,
}

/// Words for the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlopeWords {
    /// The chart in words.
    pub label: AttrValue,
    /// Above the left side.
    pub from: AttrValue,
    /// Above the right side.
    pub to: AttrValue,
    /// The thick line.
    pub moved: AttrValue,
    /// The thin line.
    pub still: AttrValue,
}

/// Slopes with their legend. The table with the same figures stands beside them.
pub fn slope(words: &SlopeWords, rows: &[SlopeRow]) -> Html {
    let places = |end: fn(&SlopeRow) -> Sixths| {
        let wanted: Vec<_> = rows.iter().map(|row| height(end(row))).collect();
        spread(&wanted)
    };
    let (left, right) = (places(|row| row.from.0), places(|row| row.to.0));
    // What moved is drawn last, on top of what did not.
    let lines = || rows.iter().zip(left.iter().zip(&right));
    let of = |weight| lines().filter(move |(row, _)| row.weight == weight);
    let lines = of(Weight::Still).chain(of(Weight::Moved));
    html! {
        <figure class="chart slope">
            { legend(shapes(words)) }
            <div class="slope-heads" dir="ltr" aria-hidden="true">
                <p dir="auto">{ &words.from }</p><p dir="auto">{ &words.to }</p>
            </div>
            <div class="slope-picture" dir="ltr">
                <svg class="slope-side" aria-hidden="true">
                    { for rows.iter().zip(&left).map(|(row, place)| before(row, *place)) }
                </svg>
                <svg class="slope-lines" role="img" aria-label={&words.label}>
                    { for (1..=5).map(level) }
                    { for lines.map(|(row, (left, right))| line(row, *left, *right)) }
                </svg>
                <svg class="slope-side" aria-hidden="true">
                    { for rows.iter().zip(&right).map(|(row, place)| after(row, *place)) }
                </svg>
            </div>
        </figure>
    }
}

const fn line_class(weight: Weight) -> &'static str {
    match weight {
        Weight::Moved => "slope-line slope-moved",
        Weight::Still => "slope-line",
    }
}

fn shapes(words: &SlopeWords) -> Vec<(Html, AttrValue)> {
    let shape = |weight, words: &AttrValue| {
        let shape = html! { <line class={line_class(weight)} x1="-13" x2="13" y1="4" y2="-4" /> };
        (shape, words.clone())
    };
    vec![
        shape(Weight::Moved, &words.moved),
        shape(Weight::Still, &words.still),
    ]
}

fn level(level: u8) -> Html {
    let y = height(Sixths::level(level)).percent();
    html! { <line class="slope-level" x1="12%" x2="88%" y1={y.clone()} y2={y} /> }
}

/// The line between the two ends, and the two to their labels.
fn line(row: &SlopeRow, left: Tenths, right: Tenths) -> Html {
    let (from, to) = (height(row.from.0).percent(), height(row.to.0).percent());
    html! {
        <>
            <line class="slope-leader" x1="0" y1={left.percent()} x2="12%" y2={from.clone()} />
            <line class={line_class(row.weight)} x1="12%" y1={from.clone()} x2="88%" y2={to.clone()} />
            <line class="slope-leader" x1="88%" y1={to.clone()} x2="100%" y2={right.percent()} />
            <circle class="slope-end" cx="12%" cy={from} r="4" />
            <circle class="slope-end" cx="88%" cy={to} r="4" />
        </>
    }
}

const fn name_class(weight: Weight) -> &'static str {
    match weight {
        Weight::Moved => "slope-name slope-name-moved",
        Weight::Still => "slope-name",
    }
}

/// Between a name and the figure behind it: after letters from right to left, a figure would go in front of them.
fn gap(name: &str) -> &'static str {
    let turns = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}');
    if name.contains(turns) { "\u{200e} " } else { " " }
}

fn before(row: &SlopeRow, place: Tenths) -> Html {
    html! {
        <text class={name_class(row.weight)} x="100%" dx="-0.4em" y={place.percent()} dy="0.35em" text-anchor="end">
            { &row.label }{ gap(&row.label) }<tspan class="slope-figure">{ &row.from.1 }</tspan>
        </text>
    }
}

fn after(row: &SlopeRow, place: Tenths) -> Html {
    html! {
        <text class={name_class(row.weight)} x="0" dx="0.4em" y={place.percent()} dy="0.35em">
            <tspan class="slope-figure">{ &row.to.1 }</tspan>{ " " }{ &row.label }
        </text>
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_is_a_chart, count, rendered};
    use super::*;

    fn drawn(ends: &[(u8, u8)]) -> String {
        let row = |(from, to): &(u8, u8)| SlopeRow {
            label: "Area".into(),
            from: (Sixths::level(*from), from.to_string().into()),
            to: (Sixths::level(*to), to.to_string().into()),
            weight: if to.abs_diff(*from) >= 2 {
                Weight::Moved
            } else {
                Weight::Still
            },
        };
        let rows: Vec<_> = ends.iter().map(row).collect();
        let words = SlopeWords {
            label: "Before and after".into(),
            from: "March".into(),
            to: "June".into(),
            moved: "moved".into(),
            still: "no change that counts".into(),
        };
        rendered(slope(&words, &rows))
    }

    #[test]
    fn joins_both_ends_on_their_levels() {
        let markup = drawn(&[(2, 4)]);
        assert_is_a_chart(&markup, "Before and after");
        let line = "<line x1=\"12%\" y1=\"73%\" x2=\"88%\" y2=\"27%\" class=\"slope-line slope-moved\">";
        assert!(markup.contains(line), "{markup}");
        assert_eq!(count(&markup, "slope-level"), 5);
        assert_eq!(
            count(&markup, ">Area <tspan class=\"slope-figure\">2</tspan>"),
            1,
            "{markup}"
        );
    }

    #[test]
    fn what_stands_above_a_side_runs_in_its_own_direction() {
        let markup = drawn(&[(2, 4)]);
        for head in ["March", "June"] {
            assert!(
                markup.contains(&format!("<p dir=\"auto\">{head}</p>")),
                "{markup}"
            );
        }
    }

    #[test]
    fn a_line_is_thick_only_where_something_moved() {
        let markup = drawn(&[(2, 3), (3, 3), (5, 1)]);
        assert_eq!(
            count(&markup, "slope-line slope-moved"),
            2,
            "in the legend and in the picture"
        );
        assert_eq!(count(&markup, "slope-name-moved"), 2, "on either side");
    }

    #[test]
    fn labels_of_one_level_stand_apart_and_are_led_to_it() {
        let markup = drawn(&[(3, 3), (3, 3)]);
        for place in ["46.5%", "53.5%"] {
            assert_eq!(count(&markup, &format!("y=\"{place}\"")), 2, "{markup}");
            let leader =
                format!("<line x1=\"0\" y1=\"{place}\" x2=\"12%\" y2=\"50%\" class=\"slope-leader\">");
            assert!(markup.contains(&leader), "{markup}");
        }
    }
}
