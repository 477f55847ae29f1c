//! The level word for an index.

use super::checklist::Depth;
use super::level::Level;
use super::precision::index_standard_error;
use super::score::Points;

/// The word for an index, or the two words between which it cannot be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// The nearest level, a standard error away from both boundaries.
    One(Level),
    /// A boundary lies within one standard error of measurement.
    Between(Level, Level),
}

/// The band of an index that rests on a number of areas.
///
/// Level `l` sits at `25 x (l - 1)` points and the boundaries halfway between, at 12.5, 37.5, 62.5 and 87.5.
#[must_use]
pub fn band(index: Points, depth: Depth, areas: usize) -> Band {
    let error = index_standard_error(depth, areas);
    let lower = nearest(index.value() - error);
    let upper = nearest(index.value() + error);
    if lower == upper {
        Band::One(lower)
    } else {
        Band::Between(lower, upper)
    }
}

fn nearest(points: f64) -> Level {
    let boundaries = [12.5, 37.5, 62.5, 87.5];
    let position = boundaries.iter().filter(|boundary| points >= **boundary).count();
    Level::ALL.get(position).copied().unwrap_or(Level::RenewingItself)
}
