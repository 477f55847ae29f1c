//! Where everything on a radar goes. The centre is the origin, the first axis points up, the rest follow clockwise.

use crate::ui::charts::score::Sixths;
use std::f64::consts::TAU;

/// A place in the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// How large a radar is drawn, in the units of its view box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    /// Length of one sixth of a level. A score's radius is proportional to it, so that level 1 has its own ring.
    pub(super) sixth: f64,
    /// Height of the letters.
    pub(super) font: f64,
    /// The least half width of the view box: short labels do not make the rings and the letters grow.
    pub(super) half_width: f64,
}

impl Size {
    /// With words around it.
    pub(super) const WORDS: Self = Self {
        sixth: 7.0,
        font: 16.0,
        half_width: 320.0,
    };
    /// With numbers around it, for narrow places.
    pub(super) const NUMBERS: Self = Self {
        sixth: 4.2,
        font: 15.0,
        half_width: 0.0,
    };

    /// The radius of a score.
    pub(super) fn radius(self, score: Sixths) -> f64 {
        self.sixth * f64::from(score.count())
    }

    /// The radius of the outermost ring.
    pub(super) fn rim(self) -> f64 {
        self.radius(Sixths::level(5))
    }
}

/// The angle of an axis, clockwise from the top. Half a step is allowed.
pub(super) fn angle(axis: f64, axes: usize) -> f64 {
    TAU * axis / axes.max(1) as f64
}

/// The point at an angle and a radius.
pub(super) fn polar(angle: f64, radius: f64) -> Point {
    Point {
        x: radius * angle.sin(),
        y: -radius * angle.cos(),
    }
}

/// Scored axes next to one another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) points: Vec<Point>,
    /// Whether the run goes all the way round.
    pub(super) closed: bool,
}

/// The runs of scored axes, in order. An axis without a score ends a run: nothing is drawn across it, and never a zero.
pub(super) fn runs(scores: &[Option<Sixths>], size: Size) -> Vec<Run> {
    let point = |(position, score): (usize, &Option<Sixths>)| {
        score.map(|score| polar(angle(position as f64, scores.len()), size.radius(score)))
    };
    let points: Vec<_> = scores.iter().enumerate().map(point).collect();
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

    fn scores(levels: &[u8]) -> Vec<Option<Sixths>> {
        levels
            .iter()
            .map(|level| (*level > 0).then(|| Sixths::level(*level)))
            .collect()
    }

    fn check(levels: &[u8], expected: &[(usize, bool)]) {
        let runs = runs(&scores(levels), Size::WORDS);
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
        let runs = runs(&scores(&[5, 0, 0, 4]), Size::WORDS);
        let [run] = runs.as_slice() else {
            panic!("one run expected: {runs:?}")
        };
        assert!(run.points[0].x < -167.0 && run.points[1].y < -209.0, "{run:?}");
    }

    #[test]
    fn rings_are_evenly_spaced_and_the_first_is_not_the_centre() {
        let radii = [1, 2, 3, 4, 5].map(|level| Size::WORDS.radius(Sixths::level(level)));
        assert_eq!(radii, [42.0, 84.0, 126.0, 168.0, 210.0]);
    }

    #[test]
    fn the_first_axis_points_up_and_the_next_go_clockwise() {
        let top = polar(angle(0.0, 4), 10.0);
        let right = polar(angle(1.0, 4), 10.0);
        assert!(top.x.abs() < 1e-9 && (top.y + 10.0).abs() < 1e-9, "{top:?}");
        assert!((right.x - 10.0).abs() < 1e-9 && right.y.abs() < 1e-9, "{right:?}");
    }

    #[test]
    fn no_axis_at_all_is_no_panic() {
        assert_eq!(runs(&[], Size::WORDS).len(), 1);
        assert!(angle(0.0, 0).is_finite());
    }
}
