//! The instrument's structure file.

use crate::support::{answers, area_id, twelve_areas};
use oxymoron::domain::checklist::Checklist;
use oxymoron::domain::influence::Influence;

#[test]
fn the_file_holds_the_twelve_areas_and_six_pairs() {
    let mut file: Checklist = toml::from_str(include_str!("../../assets/checklist.toml")).unwrap();
    file.influence = Influence::default(); // its own tests have it
    assert_eq!(file, twelve_areas());
}

fn check_contains(question: &str, expected: bool) {
    assert_eq!(
        twelve_areas().contains(question.parse().unwrap()),
        expected,
        "{question}"
    );
}

#[test]
fn questions_of_this_instrument() {
    for known in ["A01", "A12b", "K1k", "K7d", "K6"] {
        check_contains(known, true);
    }
    for unknown in ["A13", "A99a", "K6k", "K6d", "K8k", "K1"] {
        check_contains(unknown, false);
    }
}

#[test]
fn not_applicable_is_offered_on_two_questions_only() {
    let checklist = twelve_areas();
    let all = checklist
        .steps(true)
        .flat_map(|step| checklist.questions(step, oxymoron::domain::checklist::Depth::Full));
    let offered: Vec<_> = all.filter(|id| checklist.may_be_not_applicable(*id)).collect();
    let expected: Vec<_> = answers("A02=x A12=x").keys().copied().collect();
    assert_eq!(offered, expected);
    assert!(checklist.area(area_id(13)).is_none());
}
