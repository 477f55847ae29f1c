//! When the one friendly question is asked.

use crate::support::{three_areas, twelve_areas, typed};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::straight_lining::asks_whether_meant;

fn check(line: &str, seconds: u64, expected: bool) {
    assert_eq!(
        asks_whether_meant(&twelve_areas(), &typed(line), seconds),
        expected,
        "{line} in {seconds} s"
    );
}

#[test]
fn ten_of_twelve() {
    check("333333333333", 30, true);
    check("333333333345", 30, true);
    check("333333333245", 30, false);
    check("343333333353", 30, true); // where they differ does not matter
    check("3333333333--", 30, true);
    check("333333333---", 30, false);
}

#[test]
fn under_55_seconds() {
    check("333333333333", 0, true);
    check("333333333333", 54, true);
    check("333333333333", 55, false);
    let almost = Moment(1_054_999).seconds_since(Moment(1_000_000));
    check("333333333333", almost, true);
}

#[test]
fn any_answer_can_be_the_identical_one() {
    check("000000000045", 30, true);
    check("000000000333", 30, false);
    check("------------", 0, false);
}

#[test]
fn a_shorter_checklist_asks_in_proportion() {
    // 10 / 12 of 3 is 2.5, so all three.
    assert!(asks_whether_meant(&three_areas(), &typed("333"), 30));
    assert!(!asks_whether_meant(&three_areas(), &typed("332"), 30));
    let mut nothing_asked = three_areas();
    nothing_asked.areas.clear();
    assert!(!asks_whether_meant(&nothing_asked, &typed(""), 0));
}
