//! The word, or the two words, for an index.

use crate::support::points;
use oxymoron::domain::band::{Band, band};
use oxymoron::domain::checklist::Depth::{self, Full, Quick};
use oxymoron::domain::level::Level;

/// One level's number, or two.
fn check(index: u32, depth: Depth, expected: &[u8]) {
    let levels = match band(points(index), depth, 12) {
        Band::One(level) => vec![level.number()],
        Band::Between(lower, upper) => vec![lower.number(), upper.number()],
    };
    assert_eq!(levels, expected, "{index} {depth:?}");
}

#[test]
fn levels_sit_a_quarter_apart() {
    for (level, index) in Level::ALL.into_iter().zip([0, 25, 50, 75, 100]) {
        check(index, Quick, &[level.number()]);
        check(index, Full, &[level.number()]);
    }
}

#[test]
fn two_words_within_one_standard_error_of_a_boundary() {
    // Quick, 6.61 points around 37.5: 30.89 to 44.11.
    check(30, Quick, &[2]);
    check(31, Quick, &[2, 3]);
    check(44, Quick, &[2, 3]);
    check(45, Quick, &[3]);
    // Full, 5.59 points around 37.5: 31.91 to 43.09.
    check(31, Full, &[2]);
    check(32, Full, &[2, 3]);
    check(43, Full, &[2, 3]);
    check(44, Full, &[3]);
}

#[test]
fn every_boundary() {
    for (boundary, lower) in [(12, 1), (37, 2), (62, 3), (87, 4)] {
        check(boundary, Quick, &[lower, lower + 1]);
        check(boundary + 1, Full, &[lower, lower + 1]);
    }
    check(5, Quick, &[1]); // 5 + 6.61 < 12.5
    check(6, Quick, &[1, 2]);
    check(94, Quick, &[4, 5]); // 94 - 6.61 < 87.5
    check(95, Quick, &[5]);
}

#[test]
fn fewer_areas_make_the_word_less_sure() {
    // Three areas, quick: 15.81 x sqrt((1 + 2 x 0.1) / 3) = 10.0 points.
    assert_eq!(
        band(points(28), Quick, 3),
        Band::Between(Level::NowAndThen, Level::SetUp)
    );
    assert_eq!(band(points(28), Quick, 12), Band::One(Level::NowAndThen));
    // One area, quick: 15.81 points, so all of a level lies between the two words.
    assert_eq!(
        band(points(50), Quick, 1),
        Band::Between(Level::NowAndThen, Level::Working)
    );
}
