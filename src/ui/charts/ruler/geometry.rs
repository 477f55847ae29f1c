//! Where the index and its range stand on the ruler.

use crate::ui::charts::number::Tenths;

/// A figure from 0 to 100; a number beyond is taken as 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OutOf100(u8);

impl OutOf100 {
    /// So many of a hundred.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        if number > 100 {
            Self(100)
        } else {
            Self(number as u8)
        }
    }

    /// From the left end, in per cent.
    pub(in crate::ui::charts) fn place(self) -> Tenths {
        Tenths(i32::from(self.0) * 10)
    }
}

/// The left end and the width of a range, at least one per cent, whichever end comes first.
pub(super) fn band(one: OutOf100, other: OutOf100) -> (Tenths, Tenths) {
    let (low, high) = (one.min(other).place(), one.max(other).place());
    let width = (high.0 - low.0).max(10);
    (Tenths(low.0.min(1000 - width)), Tenths(width))
}

/// The part of the ruler that is nearest to a level, 1 to 5: where it begins and how wide it is.
pub(super) fn zone(level: u8) -> (Tenths, Tenths) {
    let middle = 250 * (i32::from(level) - 1);
    let (start, end) = ((middle - 125).max(0), (middle + 125).min(1000));
    (Tenths(start), Tenths(end - start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_meet_half_way_between_the_words() {
        let starts = [1, 2, 3, 4, 5].map(|level| zone(level).0.0);
        assert_eq!(starts, [0, 125, 375, 625, 875]);
        let ends = [1, 2, 3, 4, 5].map(|level| zone(level).0.0 + zone(level).1.0);
        assert_eq!(ends, [125, 375, 625, 875, 1000]);
    }

    #[test]
    fn a_band_has_a_width_and_stays_on_the_ruler() {
        let check = |one, other, expected: (i32, i32)| {
            let (start, width) = band(OutOf100::new(one), OutOf100::new(other));
            assert_eq!((start.0, width.0), expected);
        };
        check(38, 62, (380, 240));
        check(62, 38, (380, 240));
        check(50, 50, (500, 10));
        check(100, 100, (990, 10));
        check(0, 100, (0, 1000));
    }
}
