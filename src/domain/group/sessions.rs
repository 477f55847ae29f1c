//! One session against another, when nobody knows who voted what in either.

use super::Votes;
use super::discussion::FEWEST_FOR_SPREAD;

/// What two sessions say about one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionChange {
    /// The middle is higher by more than chance would explain.
    MovedUp,
    /// The middle is lower by more than chance would explain.
    MovedDown,
    /// No change that counts.
    NoChangeThatCounts,
}

/// Compares two sessions with unlinked voters. None if fewer than five voted in one of them: so few have no middle answer.
///
/// "Moved" takes a shift of the interpolated median of at least half a level and at least the smallest detectable change of the
/// mean at 95 %, 1.96 x 0.9 x sqrt(1/n + 1/m), which for equal numbers is 1.96 x sqrt(2) x 0.9 / sqrt(n). Decided in whole
/// numbers: (1.96 x 0.9)^2 = 3.111696.
#[must_use]
pub fn session_change(before: &Votes, after: &Votes) -> Option<SessionChange> {
    if before.total().min(after.total()) < FEWEST_FOR_SPREAD {
        return None;
    }
    let (difference, denominator) = after.median()?.minus(before.median()?);
    let (n, m) = (i128::from(before.total()), i128::from(after.total()));
    let (shift, whole) = (i128::from(difference), i128::from(denominator));
    let half_a_level = 2 * shift.abs() >= whole;
    let beyond_chance = 1_000_000 * shift * shift * n * m >= 3_111_696 * (n + m) * whole * whole;
    Some(match difference {
        1.. if half_a_level && beyond_chance => SessionChange::MovedUp,
        ..=-1 if half_a_level && beyond_chance => SessionChange::MovedDown,
        _ => SessionChange::NoChangeThatCounts,
    })
}
