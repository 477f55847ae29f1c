//! The shape of one assessment: an axis per area, a ring per level, and gaps where there is no score.
//!
//! The axes are numbered, because twelve names around a circle are legible in no width that a phone has; the bars beside it, the cards
//! below and its own table say which number is which area.

mod geometry;
mod picture;

use super::legend::legend;
use super::score::Mark;
use crate::ui::prelude::html;
use picture::{missing_shape, picture};
use yew::{AttrValue, Html};

/// A radar with its legend and its table.
///
/// The axes go clockwise from the top, 3 to 20 of them. `missing` names the marks of [`Mark::WITHOUT_SCORE`]; each is shown only if it occurs.
pub fn radar(label: &AttrValue, marks: &[Mark], missing: &[AttrValue; 3], table: Html) -> Html {
    let shapes = Mark::WITHOUT_SCORE.into_iter().zip(missing);
    let shapes = shapes.filter(|(mark, _)| marks.contains(mark));
    html! {
        <figure class="chart radar">
            { picture(label, marks) }
            { legend(shapes.map(|(mark, words)| (missing_shape(mark), words.clone())).collect()) }
            { table }
        </figure>
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::score::Sixths;
    use super::super::testing::{assert_has_a_table, assert_is_a_chart, count, rendered, small_table};
    use super::*;

    fn drawn(marks: &[Mark]) -> String {
        let missing = ["Can't tell", "Not applicable", "Not answered"].map(AttrValue::from);
        let marks = marks.to_vec();
        rendered(radar(&"Twelve areas".into(), &marks, &missing, small_table()))
    }

    const FOUR: Mark = Mark::Score(Sixths::level(4));

    #[test]
    fn draws_every_number_of_axes() {
        for axes in 3..=20 {
            let markup = drawn(&vec![FOUR; axes]);
            assert_is_a_chart(&markup, "Twelve areas");
            assert_has_a_table(&markup);
            assert_eq!(count(&markup, "class=\"radar-dot\""), axes);
            assert_eq!(count(&markup, "class=\"radar-axis\""), axes);
        }
    }

    #[test]
    fn has_five_rings_with_numerals() {
        let markup = drawn(&[FOUR; 3]);
        assert_eq!(count(&markup, "class=\"radar-ring\""), 5);
        assert_eq!(count(&markup, "class=\"radar-numeral\""), 5);
    }

    #[test]
    fn fills_the_shape_only_when_every_axis_has_a_score() {
        let closed = drawn(&[FOUR; 4]);
        let open = drawn(&[FOUR, Mark::Unanswered, FOUR, FOUR]);
        assert!(
            closed.contains("d=\"M0 -110.4L110.4 0L0 110.4L-110.4 0Z\" class=\"radar-line radar-area\""),
            "{closed}"
        );
        assert!(
            open.contains("d=\"M0 110.4L-110.4 0L0 -110.4\" class=\"radar-line\""),
            "{open}"
        );
    }

    #[test]
    fn an_axis_without_a_score_has_a_marker_and_no_dot() {
        let markup = drawn(&[FOUR, Mark::CannotTell, Mark::NotApplicable, Mark::Unanswered]);
        assert_eq!(count(&markup, "class=\"radar-dot\""), 1);
        for shape in ["radar-question", "radar-dash", "radar-hollow"] {
            assert_eq!(
                count(&markup, shape),
                2,
                "{shape}: once in the picture, once in the legend"
            );
        }
        assert!(markup.contains("Not answered</li>"), "{markup}");
    }

    #[test]
    fn the_legend_holds_only_what_occurs() {
        assert!(!drawn(&[FOUR; 3]).contains("chart-legend"));
        let markup = drawn(&[FOUR, FOUR, Mark::CannotTell]);
        assert!(
            markup.contains("Can't tell</li>") && !markup.contains("Not answered"),
            "{markup}"
        );
    }

    #[test]
    fn too_few_axes_are_no_panic() {
        for marks in [&[][..], &[FOUR], &[FOUR, Mark::Unanswered]] {
            assert!(drawn(marks).starts_with("<figure"));
        }
    }
}
