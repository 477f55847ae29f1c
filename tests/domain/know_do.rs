//! What is espoused against what was done.

use crate::arbitrary::settings;
use crate::support::{answers, twelve_areas};
use oxymoron::domain::know_do::know_do_gaps;
use proptest::prelude::*;

/// The gaps in levels, how many are wide, and the second figure to two places.
fn check(given: &str, gaps: &[i8], wide: usize, points: Option<&str>) {
    let result = know_do_gaps(&twelve_areas(), &answers(given));
    let levels: Vec<_> = result.gaps.iter().map(|gap| gap.levels()).collect();
    assert_eq!(levels, gaps, "{given}");
    assert_eq!(result.wide(), wide, "{given}");
    let figure = result.points.map(|points| format!("{:.2}", points.value()));
    assert_eq!(figure.as_deref(), points, "{given}");
}

#[test]
fn no_pair_no_figure() {
    check("", &[], 0, None);
    check("K1k=5 K2d=1", &[], 0, None);
    check("K1k=5 K1d=0", &[], 0, None);
    check("K1k=x K1d=3", &[], 0, None);
}

#[test]
fn a_gap_is_wide_from_two_levels() {
    check("K1k=3 K1d=3", &[0], 0, Some("0.00"));
    check("K1k=4 K1d=3", &[1], 0, Some("25.00"));
    check("K1k=5 K1d=3", &[2], 1, Some("50.00"));
    check("K1k=5 K1d=1", &[4], 1, Some("100.00"));
}

#[test]
fn doing_more_than_is_said_does_not_make_up_for_a_gap() {
    check("K1k=1 K1d=5", &[-4], 0, Some("0.00"));
    check("K1k=1 K1d=5 K2k=5 K2d=1", &[-4, 4], 1, Some("50.00")); // 25 x (0 + 4) / 2
}

#[test]
fn six_pairs() {
    // 2, 0, 3, 1, -1, can't tell: 25 x (2 + 0 + 3 + 1 + 0) / 5 = 30
    let given = "K1k=5 K1d=3 K2k=2 K2d=2 K3k=4 K3d=1 K4k=3 K4d=2 K5k=3 K5d=4 K7k=5 K7d=0";
    check(given, &[2, 0, 3, 1, -1], 2, Some("30.00"));
}

#[test]
fn quota_attainment_is_never_part_of_it() {
    check("K6=1", &[], 0, None);
    check("K6=1 K6k=5 K6d=1 K1k=3 K1d=3", &[0], 0, Some("0.00"));
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn saying_more_never_narrows_the_gap(know in 1_u8..=4, done in 1_u8..=5, others in 1_u8..=5) {
        let gaps = |know| know_do_gaps(&twelve_areas(), &answers(&format!("K1k={know} K1d={done} K2k={others} K2d=3")));
        prop_assert!(gaps(know).points <= gaps(know + 1).points);
        prop_assert!(gaps(know).wide() <= gaps(know + 1).wide());
    }
}
