//! Where everything on a radar goes. The centre is the origin, the first axis points up, the rest follow clockwise.

use crate::ui::charts::score::{Mark, Sixths};
use std::f64::consts::TAU;

/// A place in the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Length of one sixth of a level. A score's radius is proportional to it, so that level 1 has its own ring.
const SIXTH: f64 = 4.6;

/// The radius of the outermost ring.
pub(super) const RIM: f64 = 30.0 * SIXTH;

/// The radius of a score.
pub(super) fn radius(score: Sixths) -> f64 {
    SIXTH * f64::from(score.count())
}

/// The point on an axis, clockwise from the top, at a radius. Half an axis is allowed.
pub(super) fn on_axis(axis: f64, axes: usize, radius: f64) -> Point {
    let turns = axis / axes.max(1) as f64;
    Point {
        x: radius * sine(turns),
        y: -radius * sine(turns + 0.25),
    }
}

/// The sine of an angle in turns, from -1 to 2, to three digits: the drawing has tenths, and the exact one costs kilobytes of wasm.
fn sine(turns: f64) -> f64 {
    let turns = turns - turns.floor();
    let (sign, half) = if turns < 0.5 {
        (1.0, turns)
    } else {
        (-1.0, turns - 0.5)
    };
    let angle = TAU * half.min(0.5 - half);
    let square = angle * angle;
    sign * angle * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0)))
}

/// Scored axes next to one another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) points: Vec<Point>,
    /// Whether the run goes all the way round.
    pub(super) closed: bool,
}

/// The runs of scored axes, in order. An axis without a score ends a run: nothing is drawn across it, and never a zero.
pub(super) fn runs(marks: &[Mark]) -> Vec<Run> {
    let point = |(axis, mark): (usize, &Mark)| {
        let score = mark.score()?;
        Some(on_axis(axis as f64, marks.len(), radius(score)))
    };
    let points: Vec<_> = marks.iter().enumerate().map(point).collect();
    match points.iter().position(Option::is_none) {
        None => vec![Run {
            points: points.into_iter().flatten().collect(),
            closed: true,
        }],
        Some(gap) => open_runs(points.iter().cycle().skip(gap).take(points.len())),
    }
}

fn open_runs<'a>(points_after_a_gap: impl Iterator<Item = &'a Option<Point>>) -> Vec<Run> {
    let points: Vec<_> = points_after_a_gap.copied().collect();
    let run = |points: &[Option<Point>]| Run {
        points: points.iter().flatten().copied().collect(),
        closed: false,
    };
    points
        .split(Option::is_none)
        .filter(|points| !points.is_empty())
        .map(run)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(levels: &[u8]) -> Vec<Mark> {
        let mark = |level: &u8| match level {
            0 => Mark::Unanswered,
            level => Mark::Score(Sixths::level(*level)),
        };
        levels.iter().map(mark).collect()
    }

    fn check(levels: &[u8], expected: &[(usize, bool)]) {
        let runs = runs(&marks(levels));
        let found: Vec<_> = runs.iter().map(|run| (run.points.len(), run.closed)).collect();
        assert_eq!(found, expected, "{levels:?}");
    }

    #[test]
    fn joins_neighbours_only() {
        check(&[1, 2, 3], &[(3, true)]);
        check(&[1, 0, 3], &[(2, false)]);
        check(&[0, 2, 3, 0, 4, 5], &[(2, false), (2, false)]);
        check(&[5, 0, 4, 0, 3, 0], &[(1, false), (1, false), (1, false)]);
        check(&[1, 2, 0, 4, 5], &[(4, false)]);
        check(&[0, 0, 0], &[]);
    }

    #[test]
    fn a_run_may_cross_the_top() {
        let runs = runs(&marks(&[5, 0, 0, 4]));
        let [run] = runs.as_slice() else {
            panic!("one run expected: {runs:?}")
        };
        assert!(run.points[0].x < -110.0 && run.points[1].y < -137.0, "{run:?}");
    }

    #[test]
    fn rings_are_evenly_spaced_and_the_first_is_not_the_centre() {
        let radii = [1, 2, 3, 4, 5].map(|level| radius(Sixths::level(level)).round());
        assert_eq!(radii, [28.0, 55.0, 83.0, 110.0, 138.0]);
    }

    #[test]
    fn the_first_axis_points_up_and_the_next_go_clockwise() {
        let top = on_axis(0.0, 4, 10.0);
        let right = on_axis(1.0, 4, 10.0);
        assert!(top.x.abs() < 0.01 && (top.y + 10.0).abs() < 0.01, "{top:?}");
        assert!((right.x - 10.0).abs() < 0.01 && right.y.abs() < 0.01, "{right:?}");
    }

    #[test]
    fn the_sine_is_good_enough_for_a_drawing() {
        for thousandth in -1000..2000 {
            let turns = f64::from(thousandth) / 1000.0;
            let error = (sine(turns) - (TAU * turns).sin()).abs();
            assert!(error < 0.0002, "{turns}: off by {error}");
        }
    }

    #[test]
    fn no_axis_at_all_is_no_panic() {
        assert_eq!(runs(&[]).len(), 1);
        assert!(on_axis(0.0, 0, 1.0).y.is_finite());
    }
}
