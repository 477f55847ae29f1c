//! Area scores, what counts as which kind of missing, and the index.

use crate::support::{answers, first_area, index_text, three_areas, twelve_areas, typed};
use oxymoron::domain::checklist::Depth::{self, Full, Quick};
use oxymoron::domain::level::Level;
use oxymoron::domain::score::{AreaResult, LevelScore, Outcome, Points, score};

/// A scored area in sixths of a level, or the reason why there is none.
fn check_area(depth: Depth, given: &str, expected: &str) {
    let outcome = match first_area(depth, given).outcome {
        Outcome::Scored(score) => score.sixths().to_string(),
        missing => format!("{missing:?}"),
    };
    assert_eq!(outcome, expected, "{depth:?} {given}");
}

#[test]
fn quick_is_the_anchored_question_alone() {
    check_area(Quick, "A01=1", "6");
    check_area(Quick, "A01=5", "30");
    check_area(Quick, "A01=2 A01a=5 A01b=5", "12");
    check_area(Quick, "A01a=5 A01b=5", "Unanswered");
}

#[test]
fn full_is_the_mean_of_what_was_answered_and_needs_two_of_three() {
    check_area(Full, "A01=2 A01a=3 A01b=3", "16"); // 8 / 3 = 2.67 = 16 sixths
    check_area(Full, "A01=1 A01a=1 A01b=5", "14"); // 7 / 3
    check_area(Full, "A01=2 A01a=3", "15"); // 5 / 2
    check_area(Full, "A01a=4 A01b=5", "27"); // 9 / 2
    check_area(Full, "A01=2 A01a=0 A01b=5", "21"); // 7 / 2
    check_area(Full, "A01=5", "Unanswered");
    check_area(Full, "A01b=5", "Unanswered");
    check_area(Full, "A01=5 A01a=0", "Unanswered"); // the third question can still give a score
}

#[test]
fn too_many_cannot_tell_is_a_finding_and_not_a_blank() {
    check_area(Quick, "A01=0", "CannotTell");
    check_area(Full, "A01=0 A01a=0", "CannotTell");
    check_area(Full, "A01=5 A01a=0 A01b=0", "CannotTell");
    check_area(Full, "A01=0", "Unanswered");
}

#[test]
fn four_kinds_of_low_give_four_results() {
    let outcome =
        |code| score(&three_areas(), &answers(&format!("A01=3 A02{code} A03=3")), Quick).areas[1].outcome;
    let unanswered = score(&three_areas(), &answers("A01=3 A03=3"), Quick).areas[1].outcome;
    assert_eq!(unanswered, Outcome::Unanswered);
    assert_eq!(outcome("=0"), Outcome::CannotTell);
    assert_eq!(outcome("=x"), Outcome::NotApplicable);
    assert_eq!(outcome("=1"), Outcome::Scored(Level::NotSeen.into()));
}

#[test]
fn not_applicable_settles_an_area_whatever_else_was_answered() {
    let card = score(&three_areas(), &answers("A02=x A02a=5 A02b=5"), Full);
    assert_eq!(card.areas[1].outcome, Outcome::NotApplicable);
    assert!(!card.areas[1].find_out_first());
    // Nobody can find out what does not exist here.
    let card = score(&three_areas(), &answers("A02=x A02a=0 A02b=0"), Full);
    assert!(!card.areas[1].find_out_first());
}

#[test]
fn not_applicable_counts_only_where_the_instrument_offers_it() {
    check_area(Quick, "A01=x", "Unanswered");
    check_area(Full, "A01=3 A01a=3 A01b=x", "18");
    check_area(Full, "A01=x A01a=3 A01b=3", "18");
    // Were A01 to leave, two of two areas would make 100.
    check_index(Quick, "A01=x A02=5 A03=5", "66.67 <= none <= 100.00");
}

fn check_find_out(depth: Depth, given: &str, expected: bool) {
    assert_eq!(
        first_area(depth, given).find_out_first(),
        expected,
        "{depth:?} {given}"
    );
}

#[test]
fn a_third_of_cannot_tell_means_find_out_first() {
    check_find_out(Quick, "A01=0", true);
    check_find_out(Quick, "A01=1", false);
    check_find_out(Quick, "", false);
    check_find_out(Full, "A01=3 A01a=0 A01b=3", true); // 1 of 3, scored all the same
    check_find_out(Full, "A01=0", true); // 1 of 3 asked, the rest still open
    check_find_out(Full, "A01=0 A01a=0 A01b=0", true);
    check_find_out(Full, "A01=1 A01a=1", false);
}

#[test]
fn answers_are_counted_in_the_areas_that_apply() {
    let check = |depth, given: &str, expected| {
        let card = score(&three_areas(), &answers(given), depth);
        assert_eq!(card.answered(), expected, "{depth:?} {given}");
    };
    check(Quick, "", (0, 3));
    check(Quick, "A01=3 A03=0", (2, 3));
    check(Quick, "A01=3 A01a=5 A02=x A03=1", (2, 2));
    check(Full, "A01=3 A01a=0 A02b=2", (3, 9));
    check(Full, "A01=3 A02=x A02a=5 A02b=5", (1, 6));
}

#[test]
fn an_area_is_begun_with_some_answers_and_too_few() {
    let check = |depth, given: &str, expected| {
        assert_eq!(first_area(depth, given).begun(), expected, "{depth:?} {given}");
        let card = score(&three_areas(), &answers(given), depth);
        assert_eq!(card.begun(), expected, "{depth:?} {given}, one of three");
    };
    check(Full, "A01=3", true);
    check(Full, "A01a=0", true);
    check(Full, "", false);
    check(Full, "A01=3 A01a=3", false); // has a score
    check(Full, "A01=0 A01a=0", false); // a finding
    check(Quick, "A01=3", false);
    check(Quick, "A01a=3", false); // not asked
}

fn check_reached(given: &str, level: Level, tenths: u16) {
    let reached = first_area(Full, given)
        .score()
        .map(|score| (score.reached(), score.tenths()));
    assert_eq!(reached, Some((level, tenths)), "{given}");
}

#[test]
fn a_level_is_reached_when_it_is_reached_in_full() {
    check_reached("A01=1 A01a=1 A01b=1", Level::NotSeen, 10);
    check_reached("A01=2 A01a=3 A01b=3", Level::NowAndThen, 27); // 2.67
    check_reached("A01=3 A01a=3 A01b=3", Level::SetUp, 30);
    check_reached("A01=5 A01a=5 A01b=4", Level::Working, 47); // 4.67
    check_reached("A01=5 A01a=5 A01b=5", Level::RenewingItself, 50);
    check_reached("A01=2 A01a=3", Level::NowAndThen, 25);
    check_reached("A01=1 A01a=1 A01b=2", Level::NotSeen, 13); // 1.33
}

fn check_index(depth: Depth, given: &str, expected: &str) {
    assert_eq!(
        index_text(&score(&three_areas(), &answers(given), depth)),
        expected,
        "{depth:?} {given}"
    );
}

#[test]
fn index_of_three_areas() {
    check_index(Quick, "A01=1 A02=1 A03=1", "0.00 <= 0.00 <= 0.00");
    check_index(Quick, "A01=5 A02=5 A03=5", "100.00 <= 100.00 <= 100.00");
    check_index(Quick, "A01=1 A02=2 A03=4", "33.33 <= 33.33 <= 33.33"); // 25 x (7/3 - 1)
    check_index(Quick, "A01=2 A02=x A03=4", "50.00 <= 50.00 <= 50.00"); // 25 x (6/2 - 1)
    // Areas weigh the same, however many of their questions were answered: (1 + 3 + 5) / 3 = 3.
    check_index(
        Full,
        "A01=1 A01a=1 A01b=1 A02=3 A02a=3 A02b=3 A03=5 A03a=5 A03b=5",
        "50.00 <= 50.00 <= 50.00",
    );
}

#[test]
fn no_area_no_index() {
    let mut checklist = three_areas();
    checklist.areas.retain(|area| area.may_be_not_applicable);
    assert_eq!(score(&checklist, &answers("A02=x"), Quick).index, None);
    checklist.areas.clear();
    assert_eq!(score(&checklist, &answers(""), Quick).index, None);
}

/// Index, applicable areas, scored areas, areas at 2 or lower, areas at 4 or higher.
fn check_twelve(line: &str, index: &str, counts: [usize; 4]) {
    let card = score(&twelve_areas(), &typed(line), Quick);
    assert_eq!(index_text(&card), index, "{line}");
    let count = |holds: fn(LevelScore) -> bool| {
        let scores = card.areas.iter().filter_map(AreaResult::score);
        scores.filter(|score| holds(*score)).count()
    };
    let counted = [
        card.applicable(),
        card.scored(),
        count(LevelScore::is_low),
        count(LevelScore::is_high),
    ];
    assert_eq!(counted, counts, "{line}");
}

#[test]
fn twelve_areas_quick() {
    // 2+3+1+4+2+3+5+2+1+3+2+4 = 32; 25 x (32/12 - 1) = 41.67
    check_twelve("231423521324", "41.67 <= 41.67 <= 41.67", [12, 12, 6, 3]);
    // A02 leaves; A09 open, A12 can't tell: 24 over 9 of 11. 25 x (24/9 - 1) = 41.67;
    // low 25 x (26/11 - 1) = 34.09; high 25 x (34/11 - 1) = 52.27
    check_twelve("2x142352-320", "34.09 <= 41.67 <= 52.27", [11, 9, 5, 2]);
    check_twelve("------------", "0.00 <= none <= 100.00", [12, 0, 0, 0]);
}

#[test]
fn single_figure_from_three_quarters_of_the_applicable_areas() {
    // 9 of 12: low 25 x (30/12 - 1), high 25 x (42/12 - 1)
    check_twelve("333333333---", "37.50 <= 50.00 <= 62.50", [12, 9, 0, 0]);
    check_twelve("333333333000", "37.50 <= 50.00 <= 62.50", [12, 9, 0, 0]);
    // 8 of 12: low 25 x (28/12 - 1), high 25 x (44/12 - 1)
    check_twelve("33333333----", "33.33 <= none <= 66.67", [12, 8, 0, 0]);
    // 8 of 11 is 73 %: low 25 x (27/11 - 1), high 25 x (39/11 - 1)
    check_twelve("33333333---x", "36.36 <= none <= 63.64", [11, 8, 0, 0]);
    // 8 of 10: low 25 x (26/10 - 1), high 25 x (34/10 - 1)
    check_twelve("3x3333333--x", "40.00 <= 50.00 <= 60.00", [10, 8, 0, 0]);
    let needed = |line: &str| score(&twelve_areas(), &typed(line), Quick).needed();
    assert_eq!(
        ["", "-x", "-x---------x"].map(needed),
        [9, 9, 8],
        "of 12, 11 and 10"
    );
}

#[test]
fn twelve_areas_full() {
    // Nine areas at (3 + 4 + 4) / 3 = 11/3, A02 not applicable, A11 with one level only, A12 at (2 + 3) / 2 = 5/2.
    let nine = (1..=10)
        .filter(|number| *number != 2)
        .map(|n| format!("A{n:02}=3 A{n:02}a=4 A{n:02}b=4 "));
    let given = nine.collect::<String>() + "A02=x A11=5 A12=2 A12a=3 A12b=0";
    let card = score(&twelve_areas(), &answers(&given), Full);
    // Figure: (9 x 11/3 + 5/2) / 10 = 3.55, 25 x 2.55 = 63.75.
    // Low: (33 + 1 + 6/3) / 11 = 36/11, 25 x 25/11 = 56.82. High: (33 + 5 + 10/3) / 11 = 124/33, 25 x 91/33 = 68.94.
    assert_eq!(index_text(&card), "56.82 <= 63.75 <= 68.94");
    assert_eq!([card.applicable(), card.scored()], [11, 10]);
    assert_eq!(card.areas[10].outcome, Outcome::Unanswered);
    assert!(card.areas[11].find_out_first());
}

fn check_rounding(sum: u32, count: u32, floor: u32, rounded: u32, ceil: u32) {
    let points = Points::of_levels(sum, count).unwrap();
    assert_eq!(
        [points.floor(), points.rounded(), points.ceil()],
        [floor, rounded, ceil],
        "25 x {sum} / {count}"
    );
}

#[test]
fn points_round_halves_up() {
    check_rounding(0, 1, 0, 0, 0);
    check_rounding(1, 2, 12, 13, 13); // 12.5
    check_rounding(1, 3, 8, 8, 9); // 8.33
    check_rounding(2, 3, 16, 17, 17); // 16.67
    check_rounding(4, 1, 100, 100, 100);
}

#[test]
fn equal_points_are_equal_however_they_came_about() {
    assert_eq!(Points::of_levels(1, 2), Points::of_levels(6, 12));
    assert!(Points::of_levels(1, 3) < Points::of_levels(1, 2));
    assert_ne!(Points::of_levels(1, 3), Points::of_levels(1, 2));
    assert_eq!(Points::of_mean(0, 0), None);
    assert_eq!(Points::of_levels(0, 0), None);
    assert_eq!(Points::of_mean(5, 1), None, "less than level 1");
}
