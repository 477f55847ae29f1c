//! What is known against what is done, a pair in each row: a hollow circle, a filled one, and the line between.
//!
//! The hollow circle is the larger, so that the two stay two where they stand at one place.

mod geometry;

use super::legend::legend;
use super::scale::scale;
use super::score::Sixths;
use crate::ui::prelude::html;
use geometry::Ends;
use yew::{AttrValue, Html};

/// One pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DumbbellRow {
    /// What the pair is about.
    pub label: AttrValue,
    /// Where the principle is espoused.
    pub know: Sixths,
    /// What was done.
    pub done: Sixths,
    /// Whether the gap is wide enough to say something about it.
    pub wide: bool,
}

/// Words for the shapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DumbbellWords {
    /// The hollow circle.
    pub know: AttrValue,
    /// The filled circle.
    pub done: AttrValue,
    /// The thick line, also written beside each wide gap.
    pub wide: AttrValue,
}

/// Dumbbells from top to bottom, with their legend and their table.
pub fn dumbbell(label: &AttrValue, rows: &[DumbbellRow], words: &DumbbellWords, table: Html) -> Html {
    html! {
        <figure class="chart dumbbell">
            { legend(shapes(words, rows.iter().any(|row| row.wide))) }
            <div class="chart-rows" dir="ltr">
                { scale(label) }
                <ul>{ for rows.iter().map(|pair| row(pair, words)) }</ul>
            </div>
            { table }
        </figure>
    }
}

fn shapes(words: &DumbbellWords, wide: bool) -> Vec<(Html, AttrValue)> {
    let know = html! { <circle class="dumbbell-know" r="7" /> };
    let done = html! { <circle class="dumbbell-done" r="5" /> };
    let mut shapes = vec![(know, words.know.clone()), (done, words.done.clone())];
    if wide {
        let line = html! { <line class="dumbbell-line dumbbell-line-wide" x1="-13" x2="13" /> };
        shapes.push((line, words.wide.clone()));
    }
    shapes
}

fn row(row: &DumbbellRow, words: &DumbbellWords) -> Html {
    html! {
        <li class="chart-row">
            <span class="chart-label">{ &row.label }</span>
            <svg class="chart-track" aria-hidden="true">{ pair(row) }</svg>
            if row.wide {
                <span class="chart-end dumbbell-word">{ &words.wide }</span>
            }
        </li>
    }
}

fn pair(row: &DumbbellRow) -> Html {
    let ends = Ends::of(row.know, row.done);
    let (know, done) = (ends.know.percent(), ends.done.percent());
    let class = if row.wide {
        "dumbbell-line dumbbell-line-wide"
    } else {
        "dumbbell-line"
    };
    html! {
        <>
            if !ends.together {
                <line {class} x1={know.clone()} x2={done.clone()} y1="50%" y2="50%" />
            }
            <circle class="dumbbell-know" cx={know} cy="50%" r="7.5" />
            <circle class="dumbbell-done" cx={done} cy="50%" r="5" />
        </>
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_has_a_table, assert_is_a_chart, count, rendered, small_table};
    use super::*;

    fn drawn(pairs: &[(u8, u8)]) -> String {
        let row = |(know, done): &(u8, u8)| DumbbellRow {
            label: "Pair".into(),
            know: Sixths::level(*know),
            done: Sixths::level(*done),
            wide: *know >= *done + 2,
        };
        let rows: Vec<_> = pairs.iter().map(row).collect();
        let words = DumbbellWords {
            know: "Known".into(),
            done: "Done".into(),
            wide: "Wide gap".into(),
        };
        rendered(dumbbell(&"Know and do".into(), &rows, &words, small_table()))
    }

    #[test]
    fn draws_both_ends_and_the_line() {
        let markup = drawn(&[(4, 3)]);
        assert_is_a_chart(&markup, "Know and do");
        assert_has_a_table(&markup);
        assert!(
            markup.contains("<line x1=\"77%\" x2=\"55%\" y1=\"50%\" y2=\"50%\" class=\"dumbbell-line\">"),
            "{markup}"
        );
    }

    #[test]
    fn a_wide_gap_is_thicker_and_says_so_in_words() {
        assert_eq!(count(&drawn(&[(4, 3)]), "Wide gap"), 0);
        let markup = drawn(&[(5, 2), (3, 3)]);
        assert_eq!(
            count(&markup, "dumbbell-line-wide"),
            2,
            "in the legend and in the row"
        );
        assert_eq!(count(&markup, "Wide gap"), 2, "in the legend and in the row");
    }

    #[test]
    fn two_ends_at_one_place_have_no_line() {
        let markup = drawn(&[(3, 3)]);
        assert_eq!(count(&markup, "dumbbell-line"), 0);
        assert_eq!(count(&markup, "cx=\"55%\""), 2);
    }
}
