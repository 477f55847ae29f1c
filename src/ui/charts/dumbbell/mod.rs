//! What is known against what is done, a pair in each row: a hollow circle, a filled one, and the line between.
//!
//! The hollow circle is the larger, so that the two stay two where they stand at one place.

mod geometry;

use super::legend::legend;
use super::scale::scale;
use super::score::Sixths;
use super::table::{TableWords, table};
use geometry::Ends;
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

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
    /// The pair in words, for those who cannot see it, such as "Know 4, do 2".
    pub words: AttrValue,
    /// The cells of its row in the table, after the label.
    pub cells: Vec<AttrValue>,
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

/// What the dumbbells show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DumbbellProps {
    /// The start of every id in the chart; no other chart on the page may have it.
    pub id: AttrValue,
    /// The chart's name, for those who cannot see it.
    pub title: AttrValue,
    /// What can be seen in it, in a sentence or two.
    pub desc: AttrValue,
    /// The pairs from top to bottom.
    pub rows: Rc<[DumbbellRow]>,
    /// Words for the shapes.
    pub words: DumbbellWords,
    /// The words of the table.
    pub table: TableWords,
}

/// Dumbbells with their legend and their table.
#[component]
pub fn Dumbbell(props: &DumbbellProps) -> Html {
    let wide = props.rows.iter().any(|row| row.wide);
    html! {
        <figure class="chart dumbbell">
            { legend(shapes(&props.words, wide)) }
            <div class="chart-rows">
                { scale(&props.id, &props.title, &props.desc) }
                <ul>{ for props.rows.iter().map(|pair| row(pair, &props.words)) }</ul>
            </div>
            { table(&props.table, props.rows.iter().map(|row| (&row.label, row.cells.as_slice()))) }
        </figure>
    }
}

fn shapes(words: &DumbbellWords, wide: bool) -> impl Iterator<Item = (Html, AttrValue)> {
    let know = html! { <circle class="dumbbell-know" r="7" /> };
    let done = html! { <circle class="dumbbell-done" r="5" /> };
    let line = html! { <line class="dumbbell-line dumbbell-line-wide" x1="-13" x2="13" /> };
    let thick = wide.then(|| (line, words.wide.clone()));
    [(know, words.know.clone()), (done, words.done.clone())]
        .into_iter()
        .chain(thick)
}

fn row(row: &DumbbellRow, words: &DumbbellWords) -> Html {
    html! {
        <li class="chart-row">
            <span class="chart-label">{ &row.label }</span>
            <svg class="chart-track" role="img" aria-label={&row.words}>{ pair(row) }</svg>
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
    use super::super::testing::{assert_is_a_chart, cells, count, rendered, table_words};
    use super::*;

    fn dumbbell(pairs: &[(u8, u8)]) -> String {
        let row = |(know, done): &(u8, u8)| DumbbellRow {
            label: "Pair".into(),
            know: Sixths::level(*know),
            done: Sixths::level(*done),
            wide: *know >= *done + 2,
            words: "Know and do".into(),
            cells: cells(&["4", "2"]),
        };
        rendered::<Dumbbell>(DumbbellProps {
            id: "gap".into(),
            title: "Know and do".into(),
            desc: "The widest".into(),
            rows: pairs.iter().map(row).collect(),
            words: DumbbellWords {
                know: "Known".into(),
                done: "Done".into(),
                wide: "Wide gap".into(),
            },
            table: table_words(&["Pair", "Know", "Do"]),
        })
    }

    #[test]
    fn draws_both_ends_and_the_line() {
        let markup = dumbbell(&[(4, 3)]);
        assert_is_a_chart(&markup, "gap");
        assert!(
            markup.contains("<line x1=\"77%\" x2=\"55%\" y1=\"50%\" y2=\"50%\" class=\"dumbbell-line\">"),
            "{markup}"
        );
        assert!(markup.contains("aria-label=\"Know and do\""), "{markup}");
    }

    #[test]
    fn a_wide_gap_is_thicker_and_says_so_in_words() {
        assert_eq!(count(&dumbbell(&[(4, 3)]), "Wide gap"), 0);
        let markup = dumbbell(&[(5, 2), (3, 3)]);
        assert_eq!(
            count(&markup, "dumbbell-line-wide"),
            2,
            "in the legend and in the row"
        );
        assert_eq!(count(&markup, "Wide gap"), 2, "in the legend and in the row");
    }

    #[test]
    fn two_ends_at_one_place_have_no_line() {
        let markup = dumbbell(&[(3, 3)]);
        assert_eq!(count(&markup, "dumbbell-line"), 0);
        assert_eq!(count(&markup, "cx=\"55%\""), 2);
    }
}
