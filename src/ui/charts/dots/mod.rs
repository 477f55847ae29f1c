//! One question's votes: five columns, a dot for each vote, a numeral under each column and, where there is one, a mark at the
//! middle answer.
//!
//! Where the columns stand and the numerals say everything; the first vote's dots are open circles, the second's filled squares.

mod geometry;

pub use geometry::{DotScale, Shape};

use super::legend::legend;
use super::number::attr;
use crate::ui::prelude::html;
use geometry::across;
use yew::{AttrValue, Html};

/// Which vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vote {
    /// Open circles.
    First,
    /// Filled squares.
    Second,
}

/// One vote on one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// Which vote.
    pub vote: Vote,
    /// How many chose each level, lowest first.
    pub counts: [u32; 5],
    /// The middle answer in tenths of a level, if there is one.
    pub middle: Option<i64>,
    /// Everything that the picture shows, in words.
    pub label: AttrValue,
}

/// Words for the shapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotsWords {
    /// The open circle.
    pub first: AttrValue,
    /// The filled square; none while there is no second vote.
    pub second: Option<AttrValue>,
    /// The mark below the columns; none where no strip has one.
    pub middle: Option<AttrValue>,
}

/// The scale on which all of these strips can be compared.
pub fn common_scale<'a>(strips: impl IntoIterator<Item = &'a Strip>, shape: Shape) -> DotScale {
    let counts = strips.into_iter().flat_map(|strip| strip.counts);
    DotScale::of(counts.max().unwrap_or(0), shape)
}

/// Strips with their legend, and the table behind them. The caller draws each row with [`strip`].
pub fn dots(words: &DotsWords, rows: Html, table: Html) -> Html {
    let scale = DotScale::of(1, Shape::Tall);
    let sample =
        |class, path| html! { <path {class} d={path} stroke-width="1.5" transform="translate(-30 -42)" /> };
    let mut shapes = vec![(sample("dots-first", scale.circles(1)), words.first.clone())];
    if let Some(second) = &words.second {
        shapes.push((sample("dots-second", scale.squares(1)), second.clone()));
    }
    if let Some(middle) = &words.middle {
        let mark = html! { <path class="dots-middle" d="M0 -6l6 11h-12z" /> };
        shapes.push((mark, middle.clone()));
    }
    html! {
        <figure class="chart dots">
            { legend(shapes) }
            { rows }
            { table }
        </figure>
    }
}

/// The words of the five levels, over or under the columns.
pub fn heads(words: &[Html; 5]) -> Html {
    html! {
        <div class="dots-heads" dir="ltr" aria-hidden="true">{ for words.iter().map(|word| html! { <span>{ word }</span> }) }</div>
    }
}

/// One strip.
pub fn strip(strip: &Strip, scale: DotScale) -> Html {
    let class = match strip.vote {
        Vote::First => "dots-first",
        Vote::Second => "dots-second",
    };
    let column = |votes: u32| {
        let path = match strip.vote {
            Vote::First => scale.circles(votes),
            Vote::Second => scale.squares(votes),
        };
        html! {
            <svg class="dots-column" viewBox={scale.view_box()} preserveAspectRatio="xMidYMax meet">
                if votes > 0 {
                    <path {class} d={path} stroke-width={scale.line().attr()} />
                }
            </svg>
        }
    };
    let count = |votes: u32| {
        let class = if votes > 0 {
            "dots-count"
        } else {
            "dots-count dots-none"
        };
        html! { <span {class}>{ votes }</span> }
    };
    html! {
        <div class="dots-strip" dir="ltr">
            <div class="dots-columns" aria-hidden="true">{ for strip.counts.map(column) }</div>
            <svg class="dots-axis" role="img" aria-label={&strip.label}>
                { for (0..5_u8).map(step) }
                if let Some(middle) = strip.middle {
                    <svg class="dots-marker" x={across(middle).percent()} width="1em" height="1em" viewBox="0 0 12 12">
                        <path class="dots-middle" d="M0 1l6 10h-12z" />
                    </svg>
                }
            </svg>
            <div class="dots-columns" aria-hidden="true">{ for strip.counts.map(count) }</div>
        </div>
    }
}

/// A piece of the axis, in the colour of its level.
fn step(place: u8) -> Html {
    const CLASSES: [&str; 5] = [
        "dots-step-1",
        "dots-step-2",
        "dots-step-3",
        "dots-step-4",
        "dots-step-5",
    ];
    let class = CLASSES.get(usize::from(place)).copied().unwrap_or_default();
    let x = [attr(f64::from(place) * 20.0 + 0.5).as_str(), "%"].concat();
    html! { <rect {class} {x} y="0" width="19%" height="0.3em" rx="1" /> }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_has_a_table, assert_is_a_chart, count, rendered, small_table};
    use super::*;

    fn drawn(votes: &[(Vote, [u32; 5], Option<i64>)]) -> String {
        let strips: Vec<_> = votes
            .iter()
            .map(|(vote, counts, middle)| Strip {
                vote: *vote,
                counts: *counts,
                middle: *middle,
                label: "One vote".into(),
            })
            .collect();
        let scale = common_scale(&strips, Shape::Tall);
        let words = DotsWords {
            first: "First vote".into(),
            second: (votes.len() > 1).then(|| "Second vote".into()),
            middle: votes
                .iter()
                .find_map(|(.., middle)| *middle)
                .map(|_| "Middle answer".into()),
        };
        rendered({
            let rows = html! { <>{ for strips.iter().map(|one| strip(one, scale)) }</> };
            dots(&words, rows, small_table())
        })
    }

    #[test]
    fn a_strip_has_a_dot_for_each_vote_and_every_count_as_a_numeral() {
        let markup = drawn(&[(Vote::First, [2, 3, 4, 3, 0], Some(28))]);
        assert_is_a_chart(&markup, "One vote");
        assert_has_a_table(&markup);
        // A circle is two arcs; the legend has one circle.
        assert_eq!(count(&markup, "a4.5 4.5"), 2 * (12 + 1));
        for numeral in [">2</span>", ">3</span>", ">4</span>", "dots-none\">0</span>"] {
            assert!(markup.contains(numeral), "{numeral} in {markup}");
        }
        assert!(markup.contains("x=\"46%\""), "{markup}");
    }

    #[test]
    fn without_a_middle_answer_there_is_no_mark_for_one() {
        let markup = drawn(&[(Vote::First, [2, 0, 1, 0, 0], None)]);
        assert!(
            !markup.contains("dots-middle") && !markup.contains("Middle"),
            "{markup}"
        );
        assert_eq!(count(&markup, "a4.5 4.5"), 2 * (3 + 1));
    }

    #[test]
    fn the_two_votes_differ_in_shape_and_share_a_scale() {
        let votes = [
            (Vote::First, [0, 6, 0, 6, 0], Some(30)),
            (Vote::Second, [0, 1, 9, 2, 0], Some(31)),
        ];
        let markup = drawn(&votes);
        assert_eq!(count(&markup, "class=\"dots-first\""), 1 + 2);
        assert_eq!(count(&markup, "class=\"dots-second\""), 1 + 3);
        // Nine squares at the most: rows of four, so three across, in both strips.
        assert!(markup.contains("h9v9h-9z") && !markup.contains("NaN"), "{markup}");
        assert!(markup.contains("Second vote"));
        assert!(!drawn(votes.get(..1).unwrap_or_default()).contains("Second vote"));
    }

    #[test]
    fn ten_thousand_votes_are_a_hundred_for_a_dot() {
        let markup = drawn(&[(Vote::First, [0, 10_000, 1, 0, 0], Some(20))]);
        assert_eq!(count(&markup, "a1.5 1.5"), 2 * 101);
        assert!(markup.contains(">10000</span>"));
    }
}
