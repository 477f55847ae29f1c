//! The index over time: a dot for each figure, a bar where there is a range, on the five level words.

mod geometry;

use super::number::Tenths;
pub use super::ruler::OutOf100;
use crate::ui::prelude::html;
use geometry::{places, with_room};
use yew::{AttrValue, Html};

/// One assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its day, counted from any day that is the same for all.
    pub day: i64,
    /// The index; none where too little is answered for one.
    pub figure: Option<OutOf100>,
    /// The lowest and the highest that it could be.
    pub range: (OutOf100, OutOf100),
    /// The figure or the range, as short as can be.
    pub words: AttrValue,
}

/// Stops from left to right. It has no table: the list beside it has every figure with its day.
pub fn timeline(label: &AttrValue, levels: [AttrValue; 5], ends: [AttrValue; 2], stops: &[Stop]) -> Html {
    let days: Vec<_> = stops.iter().map(|stop| stop.day).collect();
    let places = places(&days);
    let halves = stops.iter().map(half_width);
    let room = with_room(&places.iter().copied().zip(halves).collect::<Vec<_>>());
    let placed: Vec<_> = stops.iter().zip(places).collect();
    let figures = placed.iter().zip(room).filter(|(_, room)| *room);
    html! {
        <figure class="chart timeline" dir="ltr">
            <ol class="timeline-words" aria-hidden="true">
                { for levels.into_iter().rev().map(|word| html! { <li>{ word }</li> }) }
            </ol>
            <svg class="timeline-picture" role="img" aria-label={label}>
                { for BOUNDARIES.map(boundary) }
                { for placed.windows(2).map(path) }
                { for placed.iter().map(|(stop, x)| mark(stop, *x)) }
                <g aria-hidden="true">{ for figures.map(|((stop, x), _)| figure(stop, *x)) }</g>
            </svg>
            <div class="timeline-ends" aria-hidden="true">{ for ends.map(|end| html! { <span dir="auto">{ end }</span> }) }</div>
        </figure>
    }
}

/// Half way between two level words, in points.
const BOUNDARIES: [i32; 4] = [125, 375, 625, 875];

/// Half the width of a figure on the narrowest picture, in tenths of a per cent; a range has four digits and a dash.
const fn half_width(stop: &Stop) -> i32 {
    match stop.figure {
        Some(_) => 50,
        None => 100,
    }
}

fn height(at: OutOf100) -> Tenths {
    Tenths(1000 - at.place().0)
}

fn boundary(points: i32) -> Html {
    let y = Tenths(1000 - points).percent();
    html! { <line class="timeline-boundary" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
}

/// The way from one figure to the next; a range breaks it.
fn path(two: &[(&Stop, Tenths)]) -> Html {
    let [(from, left), (to, right)] = two else {
        return Html::default();
    };
    let (Some(before), Some(after)) = (from.figure, to.figure) else {
        return Html::default();
    };
    let (x1, x2) = (left.percent(), right.percent());
    html! {
        <line class="timeline-path" {x1} y1={height(before).percent()} {x2} y2={height(after).percent()} />
    }
}

fn mark(stop: &Stop, x: Tenths) -> Html {
    let x = x.percent();
    let (low, high) = (height(stop.range.0).percent(), height(stop.range.1).percent());
    html! {
        <>
            if stop.range.0 != stop.range.1 || stop.figure.is_none() {
                <line class="timeline-range" x1={x.clone()} x2={x.clone()} y1={low} y2={high} />
            }
            if let Some(figure) = stop.figure {
                <circle class="timeline-dot" cx={x} cy={height(figure).percent()} r="5.5" />
            }
        </>
    }
}

/// Above the dot or the range, or below it where it would leave the picture.
fn figure(stop: &Stop, x: Tenths) -> Html {
    let (top, bottom) = match stop.figure {
        Some(figure) => (figure, figure),
        None => (stop.range.1, stop.range.0),
    };
    let (y, dy) = if height(top).0 >= 120 {
        (height(top), "-0.75em")
    } else {
        (height(bottom), "1.5em")
    };
    html! {
        <text class="timeline-figure" x={x.percent()} y={y.percent()} {dy} text-anchor="middle">{ &stop.words }</text>
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::super::testing::{assert_is_a_chart, assert_left_to_right, count, rendered};
    use super::*;

    fn stop(day: i64, figure: Option<u32>, low: u32, high: u32) -> Stop {
        Stop {
            day,
            figure: figure.map(OutOf100::new),
            range: (OutOf100::new(low), OutOf100::new(high)),
            words: figure
                .map_or_else(|| format!("{low}–{high}"), |it| it.to_string())
                .into(),
        }
    }

    fn drawn(stops: Vec<Stop>) -> String {
        let levels =
            ["Not seen", "Now and then", "Set up", "Working", "Renewing itself"].map(AttrValue::from);
        let ends = ["March", "June"].map(AttrValue::from);
        rendered(timeline(&"Over time".into(), levels, ends, &stops))
    }

    #[test]
    fn figures_are_dots_on_one_path() {
        let markup = drawn(vec![stop(0, Some(50), 50, 50), stop(90, Some(25), 25, 25)]);
        assert_is_a_chart(&markup, "Over time");
        assert_eq!(count(&markup, "timeline-dot"), 2);
        assert_eq!(count(&markup, "timeline-boundary"), 4);
        let path = "<line x1=\"7%\" y1=\"50%\" x2=\"93%\" y2=\"75%\" class=\"timeline-path\">";
        assert!(markup.contains(path), "{markup}");
        assert!(
            markup.contains(">50</text>") && markup.contains(">25</text>"),
            "{markup}"
        );
        assert_eq!(count(&markup, "timeline-range"), 0);
    }

    #[test]
    fn a_range_is_a_bar_and_breaks_the_path() {
        let markup = drawn(vec![
            stop(0, Some(50), 50, 50),
            stop(45, None, 22, 73),
            stop(90, Some(60), 55, 70),
        ]);
        assert_eq!(count(&markup, "timeline-path"), 0);
        assert_eq!(
            count(&markup, "timeline-range"),
            2,
            "and one behind the figure that is not sure"
        );
        assert_eq!(count(&markup, "timeline-dot"), 2);
        assert!(markup.contains(">22–73</text>"), "{markup}");
        // Beside Arabic words 22–73 would be drawn as 73–22.
        assert_left_to_right(
            &markup,
            &[
                "timeline-figure",
                "timeline-words",
                "timeline-ends",
                "timeline-dot",
            ],
        );
    }

    /// An Arabic day is figures between marks, and would be drawn in pieces from left to right.
    #[test]
    fn a_day_runs_in_its_own_direction() {
        let markup = drawn(vec![stop(0, Some(50), 50, 50), stop(90, Some(25), 25, 25)]);
        for end in ["March", "June"] {
            assert!(
                markup.contains(&format!("<span dir=\"auto\">{end}</span>")),
                "{markup}"
            );
        }
    }

    #[test]
    fn a_crowd_shows_the_figures_that_have_room() {
        let many: Vec<_> = (0..40).map(|number| stop(number, Some(50), 50, 50)).collect();
        let markup = drawn(many);
        assert_eq!(count(&markup, "timeline-dot"), 40);
        let figures = count(&markup, "timeline-figure");
        assert!((5..=10).contains(&figures), "{figures}");
    }
}
