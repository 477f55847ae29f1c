//! The radar's SVG.

use super::geometry::{Point, RIM, Run, on_axis, radius, runs};
use crate::ui::charts::number::{Tenths, attr};
use crate::ui::charts::score::{Mark, Sixths};
use crate::ui::prelude::html;
use yew::{AttrValue, Html};

/// The numbers of the axes stand so far outside of the last ring, and the view box has room for them.
const NUMBERS: f64 = 17.0;

pub(super) fn picture(label: &AttrValue, marks: &[Mark]) -> Html {
    let runs = runs(marks);
    html! {
        <svg class="radar-picture" viewBox="-166 -166 332 332" role="img" aria-label={label}>
            <g aria-hidden="true">
                { for (1..=5).map(ring) }
                { for marks.iter().enumerate().map(|(axis, mark)| spoke(axis, *mark, marks.len())) }
                { for runs.iter().map(line) }
                { for runs.iter().flat_map(|run| &run.points).map(dot) }
                { for (1..=5).map(|level| numeral(level, marks.len())) }
            </g>
        </svg>
    }
}

fn ring(level: u8) -> Html {
    html! { <circle class="radar-ring" r={attr(radius(Sixths::level(level)))} /> }
}

/// An axis with its number; one without a score is dotted and ends in its marker.
fn spoke(axis: usize, mark: Mark, axes: usize) -> Html {
    let at = |radius| on_axis(axis as f64, axes, radius);
    let (end, number) = (at(RIM), at(RIM + NUMBERS));
    let open = mark.score().is_none();
    let class = if open {
        "radar-spoke radar-spoke-open"
    } else {
        "radar-spoke"
    };
    html! {
        <>
            <line {class} x2={attr(end.x)} y2={attr(end.y)} />
            <text class="radar-axis" x={attr(number.x)} y={attr(number.y + 5.0)}>{ axis + 1 }</text>
            if open {
                <g transform={translate(at(radius(Sixths::level(3))))}>
                    <circle class="radar-clear" r="11" />
                    { missing_shape(mark) }
                </g>
            }
        </>
    }
}

/// Between the last axis and the first, where no dot can be.
fn numeral(level: u8, axes: usize) -> Html {
    let at = on_axis(-0.5, axes, radius(Sixths::level(level)));
    html! { <text class="radar-numeral" x={attr(at.x)} y={attr(at.y + 4.0)}>{ level }</text> }
}

/// The shape that stands for no score: a question mark, a dash, a hollow circle.
pub(super) fn missing_shape(mark: Mark) -> Html {
    match mark {
        Mark::Score(_) => Html::default(),
        Mark::CannotTell => html! { <text class="radar-question" y="6">{ "?" }</text> },
        Mark::NotApplicable => html! { <line class="radar-dash" x1="-6" x2="6" /> },
        Mark::Unanswered => html! { <circle class="radar-hollow" r="5" /> },
    }
}

/// Neighbours joined; filled only when they go all the way round.
fn line(run: &Run) -> Html {
    let mut d = String::new();
    for point in &run.points {
        d.push(if d.is_empty() { 'M' } else { 'L' });
        d.push_str(&place(*point));
    }
    let class = if run.closed {
        d.push('Z');
        "radar-line radar-area"
    } else {
        "radar-line"
    };
    html! { <path {class} {d} /> }
}

fn dot(point: &Point) -> Html {
    html! { <circle class="radar-dot" cx={attr(point.x)} cy={attr(point.y)} r="4.5" /> }
}

fn translate(point: Point) -> String {
    format!("translate({})", place(point))
}

fn place(point: Point) -> String {
    format!("{} {}", Tenths::nearest(point.x), Tenths::nearest(point.y))
}
