//! How sure a figure is: standard errors and the smallest change that counts.

use super::checklist::Depth;
use super::score::{LevelScore, Points};

/// What is assumed about the questions. Unpiloted: no field data stands behind these figures yet.
#[derive(Debug, Clone, Copy)]
pub struct Assumptions {
    /// Standard deviation of one question between organisations, in levels.
    pub item_standard_deviation: f64,
    /// Reliability of one question, 0 to 1.
    pub reliability: f64,
    /// Correlation of the errors of two questions answered by the same person; used for the index only.
    pub error_correlation: f64,
}

/// The assumptions that the Method page prints.
pub const ASSUMPTIONS: Assumptions = Assumptions {
    item_standard_deviation: 1.0,
    reliability: 0.6,
    error_correlation: 0.1,
};

const NORMAL_95: f64 = 1.96;
const POINTS_PER_LEVEL: f64 = 25.0;

impl Assumptions {
    fn item_standard_error(self) -> f64 {
        self.item_standard_deviation * (1.0 - self.reliability).sqrt()
    }
}

/// Standard error of an area's score, in levels: 0.63 quick, 0.37 full.
#[must_use]
pub fn area_standard_error(depth: Depth) -> f64 {
    ASSUMPTIONS.item_standard_error() / f64::from(depth.questions_per_area()).sqrt()
}

/// Standard error of the index over a number of areas, in points: 6.6 quick and 5.6 full for twelve.
#[must_use]
pub fn index_standard_error(depth: Depth, areas: usize) -> f64 {
    let areas = u16::try_from(areas.max(1)).unwrap_or(u16::MAX);
    let items = f64::from(areas) * f64::from(depth.questions_per_area());
    let inflation = 1.0 + (items - 1.0) * ASSUMPTIONS.error_correlation;
    POINTS_PER_LEVEL * ASSUMPTIONS.item_standard_error() * (inflation / items).sqrt()
}

/// The smallest difference between two measurements that counts, at 95 % (Jacobson and Truax 1991), in the unit of the error.
#[must_use]
pub fn smallest_change(standard_error: f64) -> f64 {
    NORMAL_95 * std::f64::consts::SQRT_2 * standard_error
}

/// What two measurements of the same thing say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Higher than error alone would explain.
    MovedUp,
    /// Lower than error alone would explain.
    MovedDown,
    /// Within what error alone would explain; not the same as "nothing changed".
    NoneThatCounts,
}

fn change(difference: f64, smallest: f64) -> Movement {
    match difference {
        up if up > smallest => Movement::MovedUp,
        down if -down > smallest => Movement::MovedDown,
        _ => Movement::NoneThatCounts,
    }
}

/// Whether an area moved between two assessments of one person at the same depth.
#[must_use]
pub fn area_change(before: LevelScore, after: LevelScore, depth: Depth) -> Movement {
    let sixths = f64::from(after.sixths()) - f64::from(before.sixths());
    change(
        sixths / f64::from(LevelScore::SIXTHS),
        smallest_change(area_standard_error(depth)),
    )
}

/// Whether the index over a number of areas moved between two assessments of one person at the same depth.
#[must_use]
pub fn index_change(before: Points, after: Points, depth: Depth, areas: usize) -> Movement {
    change(
        after.value() - before.value(),
        smallest_change(index_standard_error(depth, areas)),
    )
}

/// A few points as they are said: a whole number, halves up. Not negative, and nobody says more than a hundred.
#[must_use]
pub fn whole_points(points: f64) -> u32 {
    scaled(points, 0)
}

/// Likewise in tenths, as a change that counts is said: 18.3 is 183.
#[must_use]
pub fn tenths_of_points(points: f64) -> u32 {
    scaled(points, 1)
}

/// In units of so many decimals.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive figure"
)]
fn scaled(points: f64, decimals: u8) -> u32 {
    (points * 10_f64.powi(decimals.into()) + 0.5) as u32
}

/// A difference and the smallest that counts, as they are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// The difference, in units of the decimals.
    pub difference: u32,
    /// The smallest that counts, likewise.
    pub smallest: u32,
    /// One or two: as few as it takes that what is said does not contradict which of the two is larger.
    pub decimals: u8,
}

/// Says how far apart two figures are beside the smallest difference that counts.
#[must_use]
pub fn said(difference: f64, smallest: f64) -> Said {
    let with = |decimals| Said {
        difference: scaled(difference, decimals),
        smallest: scaled(smallest, decimals),
        decimals,
    };
    let tenths = with(1);
    if (tenths.difference > tenths.smallest) == (difference > smallest) {
        tenths
    } else {
        with(2)
    }
}
