//! The shape of one assessment: an axis per area, a ring per level, and gaps where there is no score.
//!
//! Drawn twice, once with words around it and once with numbers and a key below; the style sheet shows the one that is legible
//! in the width there is.

mod geometry;
mod labels;
mod picture;

use super::legend::legend;
use super::score::Mark;
use super::table::{TableWords, table};
use geometry::Size;
use labels::{Wanted, wrap};
use picture::{Picture, missing_shape};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

/// One axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadarAxis {
    /// What it measures.
    pub label: AttrValue,
    /// Its score, or why there is none.
    pub mark: Mark,
    /// The same in words, such as "3.7" or "Can't tell yet"; shown in the key where the chart is small.
    pub words: AttrValue,
    /// The cells of its row in the table, after the label.
    pub cells: Vec<AttrValue>,
}

/// Words for the three ways to have no score; each is shown only if it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingWords {
    /// "Can't tell yet", a question mark.
    pub cannot_tell: AttrValue,
    /// "Not applicable", a dash.
    pub not_applicable: AttrValue,
    /// "Not answered", a hollow circle.
    pub unanswered: AttrValue,
}

impl MissingWords {
    fn of(&self, mark: Mark) -> AttrValue {
        match mark {
            Mark::Score(_) => AttrValue::default(),
            Mark::CannotTell => self.cannot_tell.clone(),
            Mark::NotApplicable => self.not_applicable.clone(),
            Mark::Unanswered => self.unanswered.clone(),
        }
    }
}

/// What a radar shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct RadarProps {
    /// The start of every id in the chart; no other chart on the page may have it.
    pub id: AttrValue,
    /// The chart's name, for those who cannot see it.
    pub title: AttrValue,
    /// What can be seen in it, in a sentence or two.
    pub desc: AttrValue,
    /// The axes, clockwise from the top: 3 to 20.
    pub axes: Rc<[RadarAxis]>,
    /// Words for the axes without a score.
    pub missing: MissingWords,
    /// The words of the table.
    pub table: TableWords,
}

/// A radar with its legend, its key for narrow places, and its table.
#[component]
pub fn Radar(props: &RadarProps) -> Html {
    let RadarProps {
        id,
        title,
        desc,
        axes,
        ..
    } = props;
    let small = format!("{id}-small");
    html! {
        <figure class="chart radar">
            { Picture::new(Size::WORDS, axes, in_words(axes)).view(id, title, desc) }
            { Picture::new(Size::NUMBERS, axes, in_numbers(axes)).view(&small.into(), title, desc) }
            { key(axes) }
            { missing_legend(axes, &props.missing) }
            { table(&props.table, axes.iter().map(|axis| (&axis.label, axis.cells.as_slice()))) }
        </figure>
    }
}

/// Room for the marker of an axis without a score.
const fn gap(mark: Mark) -> f64 {
    match mark {
        Mark::Score(_) => 16.0,
        Mark::CannotTell | Mark::NotApplicable | Mark::Unanswered => 28.0,
    }
}

fn in_words(axes: &[RadarAxis]) -> Vec<Wanted> {
    axes.iter()
        .map(|axis| Wanted {
            lines: wrap(&axis.label),
            gap: gap(axis.mark),
        })
        .collect()
}

fn in_numbers(axes: &[RadarAxis]) -> Vec<Wanted> {
    let number = |(axis, number): (&RadarAxis, usize)| Wanted {
        lines: vec![number.to_string()],
        gap: gap(axis.mark),
    };
    axes.iter().zip(1..).map(number).collect()
}

fn key(axes: &[RadarAxis]) -> Html {
    let entry = |axis: &RadarAxis| {
        html! {
            <li>
                <span class="radar-key-label">{ &axis.label }</span>
                <span class="radar-key-score">{ &axis.words }</span>
            </li>
        }
    };
    html! { <ol class="radar-key">{ for axes.iter().map(entry) }</ol> }
}

fn missing_legend(axes: &[RadarAxis], words: &MissingWords) -> Html {
    let occurs = |mark: &Mark| axes.iter().any(|axis| axis.mark == *mark);
    let marks: Vec<_> = Mark::WITHOUT_SCORE.into_iter().filter(occurs).collect();
    if marks.is_empty() {
        return Html::default();
    }
    legend(
        marks
            .into_iter()
            .map(|mark| (missing_shape(mark), words.of(mark))),
    )
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::score::Sixths;
    use super::super::testing::{assert_is_a_chart, cells, count, rendered, table_words};
    use super::*;

    fn axis(position: usize, mark: Mark) -> RadarAxis {
        let label = format!("Area number {}", position + 1);
        RadarAxis {
            label: label.into(),
            mark,
            words: "words".into(),
            cells: cells(&["words"]),
        }
    }

    fn radar(marks: &[Mark]) -> String {
        let missing = MissingWords {
            cannot_tell: "Can't tell".into(),
            not_applicable: "Not applicable".into(),
            unanswered: "Not answered".into(),
        };
        rendered::<Radar>(RadarProps {
            id: "shape".into(),
            title: "Twelve areas".into(),
            desc: "Highest and lowest".into(),
            axes: marks
                .iter()
                .enumerate()
                .map(|(position, mark)| axis(position, *mark))
                .collect(),
            missing,
            table: table_words(&["Area", "Level"]),
        })
    }

    const FOUR: Mark = Mark::Score(Sixths::level(4));

    #[test]
    fn draws_every_number_of_axes() {
        for axes in 3..=20 {
            let markup = radar(&vec![FOUR; axes]);
            assert_is_a_chart(&markup, "shape");
            assert_eq!(count(&markup, "class=\"radar-dot\""), 2 * axes);
            assert_eq!(count(&markup, "<tr><th scope=\"row\">"), axes);
        }
    }

    #[test]
    fn has_five_rings_with_numerals() {
        let markup = radar(&[FOUR; 3]);
        assert_eq!(count(&markup, "class=\"radar-ring\""), 2 * 5);
        assert!(
            markup.contains(">1</text>") && markup.contains(">5</text>"),
            "{markup}"
        );
    }

    #[test]
    fn closes_the_shape_only_when_every_axis_has_a_score() {
        let closed = radar(&[FOUR; 4]);
        let open = radar(&[FOUR, Mark::Unanswered, FOUR, FOUR]);
        assert!(
            closed.contains("d=\"M0 -168L168 0L0 168L-168 0Z\" class=\"radar-line\""),
            "{closed}"
        );
        assert!(
            open.contains("d=\"M0 168L-168 0L0 -168\" class=\"radar-line\""),
            "{open}"
        );
        assert!(
            open.contains("d=\"M0 0L0 168L-168 0L0 -168Z\" class=\"radar-area\""),
            "{open}"
        );
    }

    #[test]
    fn an_axis_without_a_score_has_a_marker_and_no_dot() {
        let markup = radar(&[FOUR, Mark::CannotTell, Mark::NotApplicable, Mark::Unanswered]);
        assert_eq!(count(&markup, "class=\"radar-dot\""), 2);
        for (piece, times) in [
            ("class=\"radar-question\"", 3),
            ("class=\"radar-dash\"", 3),
            ("class=\"radar-hollow\"", 3),
        ] {
            assert_eq!(
                count(&markup, piece),
                times,
                "{piece}: twice in pictures, once in the legend"
            );
        }
        assert!(markup.contains("<span>Not answered</span>"), "{markup}");
    }

    #[test]
    fn the_legend_holds_only_what_occurs() {
        assert!(!radar(&[FOUR; 3]).contains("chart-legend"));
        let markup = radar(&[FOUR, FOUR, Mark::CannotTell]);
        assert!(
            markup.contains("<span>Can't tell</span>") && !markup.contains("Not answered"),
            "{markup}"
        );
    }

    #[test]
    fn too_few_axes_are_no_panic() {
        for marks in [&[][..], &[FOUR], &[FOUR, Mark::Unanswered]] {
            assert!(radar(marks).starts_with("<figure"));
        }
    }
}
