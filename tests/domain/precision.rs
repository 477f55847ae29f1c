//! The table of standard errors, recomputed from a covariance matrix, and the changes that count.

use crate::support::{first_area, points};
use oxymoron::domain::checklist::Depth::{self, Full, Quick};
use oxymoron::domain::precision::Movement::{self, MovedDown, MovedUp, NoneThatCounts};
use oxymoron::domain::precision::{
    Said, area_change, area_standard_error, index_change, index_standard_error, said, smallest_change,
    tenths_of_points, whole_points,
};
use oxymoron::domain::score::{LevelScore, Points};

/// The standard deviation of the mean of a number of errors, by adding up their whole covariance matrix.
fn error_of_mean(count: u16, correlation: f64) -> f64 {
    let variance = 1.0 - 0.6; // reliability 0.6 of a standard deviation of 1
    let mut sum = 0.0;
    for row in 0..count {
        for column in 0..count {
            sum += if row == column {
                variance
            } else {
                correlation * variance
            };
        }
    }
    sum.sqrt() / f64::from(count)
}

/// Recomputed figure, the domain's, and both as the table prints them.
fn check(recomputed: f64, error: f64, printed: &str, printed_change: &str, places: usize) {
    assert!((recomputed - error).abs() < 1e-12, "{recomputed} {error}");
    assert_eq!(format!("{error:.places$}"), printed);
    let difference_of_two = (2.0 * recomputed.powi(2)).sqrt();
    assert!((1.96 * difference_of_two - smallest_change(error)).abs() < 1e-12);
    let change_places = if places == 2 { 2 } else { 0 };
    assert_eq!(
        format!("{:.change_places$}", smallest_change(error)),
        printed_change
    );
}

#[test]
fn the_four_rows() {
    check(
        error_of_mean(1, 0.0),
        area_standard_error(Quick),
        "0.63",
        "1.75",
        2,
    );
    check(
        error_of_mean(3, 0.0),
        area_standard_error(Full),
        "0.37",
        "1.01",
        2,
    );
    check(
        25.0 * error_of_mean(12, 0.1),
        index_standard_error(Quick, 12),
        "6.6",
        "18",
        1,
    );
    check(
        25.0 * error_of_mean(36, 0.1),
        index_standard_error(Full, 12),
        "5.6",
        "15",
        1,
    );
}

#[test]
fn an_index_over_fewer_areas_is_less_sure() {
    assert!((index_standard_error(Quick, 9) - 25.0 * error_of_mean(9, 0.1)).abs() < 1e-12);
    assert!((index_standard_error(Full, 3) - 25.0 * error_of_mean(9, 0.1)).abs() < 1e-12);
    assert!(index_standard_error(Quick, 0).is_finite());
}

/// A mean of areas, so many sixths above level 1.
fn of_sixths(above: u32, areas: u32) -> Points {
    Points::of_mean(6 * areas + above, areas).unwrap()
}

#[test]
fn what_is_said_of_two_indexes_never_contradicts_the_verdict() {
    for (depth, step) in [(Quick, 6), (Full, 1)] {
        for areas in 1..=12 {
            let smallest = smallest_change(index_standard_error(depth, areas as usize));
            let all = || (0..=24 * areas).step_by(step);
            for (from, to) in all().flat_map(|from| all().map(move |to| (from, to))) {
                let [from, to] = [from, to].map(|above| of_sixths(above, areas));
                let said = said((to.value() - from.value()).abs(), smallest);
                let moved = index_change(from, to, depth, areas as usize) != NoneThatCounts;
                assert_eq!(
                    said.difference > said.smallest,
                    moved,
                    "{from:?} {to:?} {depth:?} {said:?}"
                );
                assert!(said.decimals <= 2);
            }
        }
    }
}

#[test]
fn two_decimals_are_said_only_where_one_would_contradict() {
    let check = |difference, smallest, expected: (u32, u32, u8)| {
        let Said {
            difference: larger,
            smallest: least,
            decimals,
        } = said(difference, smallest);
        assert_eq!(
            (larger, least, decimals),
            expected,
            "{difference} beside {smallest}"
        );
    };
    check(20.0, 18.33, (200, 183, 1));
    check(5.0, 18.33, (50, 183, 1));
    check(18.33, 18.33, (183, 183, 1));
    // 18.3 and 18.3 would say that the one is not larger.
    check(18.34, 18.31, (1834, 1831, 2));
    // 18.4 and 18.3 do say it.
    check(18.36, 18.34, (184, 183, 1));
}

#[test]
fn points_are_said_whole_or_in_tenths_and_halves_go_up() {
    assert_eq!(
        [0.0, 6.61, 12.5, 18.33, 100.0].map(whole_points),
        [0, 7, 13, 18, 100]
    );
    assert_eq!([0.0, 6.61, 12.25, 18.33].map(tenths_of_points), [0, 66, 123, 183]);
}

fn area(depth: Depth, given: &str) -> LevelScore {
    first_area(depth, given).score().unwrap()
}

fn check_area(depth: Depth, before: &str, after: &str, expected: Movement) {
    assert_eq!(
        area_change(area(depth, before), area(depth, after), depth),
        expected,
        "{before} to {after}"
    );
}

#[test]
fn a_quick_area_moves_by_two_levels() {
    check_area(Quick, "A01=3", "A01=3", NoneThatCounts);
    check_area(Quick, "A01=3", "A01=4", NoneThatCounts);
    check_area(Quick, "A01=3", "A01=2", NoneThatCounts);
    check_area(Quick, "A01=3", "A01=5", MovedUp);
    check_area(Quick, "A01=3", "A01=1", MovedDown);
}

#[test]
fn a_full_area_moves_by_just_over_one_level() {
    let three = "A01=3 A01a=3 A01b=3";
    check_area(Full, three, "A01=4 A01a=4 A01b=4", NoneThatCounts); // 1.00
    check_area(Full, three, "A01=5 A01a=4 A01b=4", MovedUp); // 1.33
    check_area(Full, three, "A01=1 A01a=2 A01b=2", MovedDown); // 1.33
    check_area(Full, "A01=2 A01a=3", "A01=3 A01a=4 A01b=4", MovedUp); // 3.67 - 2.5 = 1.17
    check_area(Full, three, "A01=3 A01a=5", NoneThatCounts); // 1.00
}

fn check_index(depth: Depth, before: u32, after: u32, expected: Movement) {
    assert_eq!(
        index_change(points(before), points(after), depth, 12),
        expected,
        "{before} to {after}"
    );
}

#[test]
fn the_index_moves_past_18_points_quick_and_15_full() {
    check_index(Quick, 40, 58, NoneThatCounts); // 18.33 counts
    check_index(Quick, 40, 59, MovedUp);
    check_index(Quick, 59, 40, MovedDown);
    check_index(Full, 40, 55, NoneThatCounts); // 15.49 counts
    check_index(Full, 40, 56, MovedUp);
    check_index(Full, 56, 40, MovedDown);
}
