//! Where a bar and its range stand on the track.

use crate::ui::charts::number::Tenths;
use crate::ui::charts::scale::along;
use crate::ui::charts::score::Sixths;

/// What the score would be if every open question turned out at level 1, and at level 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarRange {
    low: Sixths,
    high: Sixths,
}

impl BarRange {
    /// A range with two different ends, in either order; an area that is answered in full has none.
    #[must_use]
    pub fn new(one: Sixths, other: Sixths) -> Option<Self> {
        (one != other).then(|| Self {
            low: one.min(other),
            high: one.max(other),
        })
    }

    pub(super) fn ends(self) -> [Tenths; 2] {
        [along(self.low), along(self.high)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_two_different_ends_in_order() {
        let (two, four) = (Sixths::level(2), Sixths::level(4));
        assert_eq!(BarRange::new(two, two), None);
        assert_eq!(BarRange::new(two, four), BarRange::new(four, two));
        assert_eq!(
            BarRange::new(four, two).map(BarRange::ends),
            Some([Tenths(330), Tenths(770)])
        );
    }
}
