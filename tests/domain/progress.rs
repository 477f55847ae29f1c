//! Which screens there are and which of them are done.

use crate::support::{answers, area_id, pair_id, three_areas, twelve_areas};
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Depth::{self, Full, Quick};
use oxymoron::domain::checklist::{InstrumentVersion, Step};
use oxymoron::domain::stamp::Stamped;

fn assessment(depth: Depth, given: &str) -> Assessment {
    let mut assessment = Assessment::new(AssessmentId(1), InstrumentVersion(1), Moment(1000));
    let revision = assessment.edit(Moment(2000));
    assessment.depth = Stamped::new(depth, revision);
    let answers = answers(given).into_iter();
    assessment.answers = answers
        .map(|(id, answer)| (id, Stamped::new(Some(answer), revision)))
        .collect();
    assessment
}

fn check(depth: Depth, given: &str, first_open: Option<Step>) {
    assert_eq!(
        assessment(depth, given).first_open(&three_areas()),
        first_open,
        "{depth:?} {given}"
    );
}

#[test]
fn first_open_screen() {
    check(Quick, "", Some(Step::Area(area_id(1))));
    check(Quick, "A01=3 A03=3", Some(Step::Area(area_id(2))));
    check(Quick, "A01=3 A02=0 A03=3", None);
    check(Full, "A01=3", Some(Step::Area(area_id(1))));
    check(Full, "A01=3 A01a=3 A01b=0", Some(Step::Area(area_id(2))));
}

#[test]
fn not_applicable_settles_an_area_where_it_is_offered() {
    check(Quick, "A01=3 A02=x A03=3", None);
    check(Full, "A01=3 A01a=3 A01b=0 A02=x A03=1 A03a=1 A03b=1", None);
    check(Quick, "A01=x A02=x A03=3", Some(Step::Area(area_id(1))));
    check(Full, "A01=3 A01a=x A01b=0", Some(Step::Area(area_id(1))));
}

#[test]
fn an_area_applies_unless_not_applicable_was_said_where_it_is_offered() {
    let applies = |given: &str| {
        let assessment = assessment(Quick, given);
        [1, 2].map(|number| assessment.applies(&three_areas(), area_id(number)))
    };
    assert_eq!(applies(""), [true, true]);
    assert_eq!(applies("A01=1 A02=0"), [true, true]);
    assert_eq!(applies("A01=x A02=x"), [true, false]);
}

#[test]
fn an_answer_taken_back_is_open_again() {
    let mut assessment = assessment(Quick, "A01=3 A02=3 A03=3");
    let revision = assessment.edit(Moment(3000));
    assessment
        .answers
        .insert("A02".parse().unwrap(), Stamped::new(None, revision));
    assert_eq!(
        assessment.first_open(&three_areas()),
        Some(Step::Area(area_id(2)))
    );
    assert_eq!(assessment.given(), answers("A01=3 A03=3"));
}

#[test]
fn know_do_follows_the_areas_when_it_is_included() {
    let mut assessment = assessment(Quick, "A01=3 A02=3 A03=3 K1k=3");
    assert_eq!(assessment.steps(&three_areas()).len(), 3);
    assessment.know_do = Stamped::new(KnowDo::Included, assessment.edit(Moment(3000)));
    assert_eq!(
        assessment.first_open(&three_areas()),
        Some(Step::Pair(pair_id(1)))
    );
    let steps = assessment.steps(&twelve_areas());
    assert_eq!(steps.len(), 12 + 6 + 1);
    assert_eq!(steps.last(), Some(&Step::Context(pair_id(6))));
    let asked: usize = steps
        .iter()
        .map(|step| twelve_areas().questions(*step, Full).len())
        .sum();
    assert_eq!(asked, 36 + 13);
}

#[test]
fn a_clock_that_goes_back_does_not_undo_a_change() {
    let mut assessment = assessment(Quick, "");
    let revision = assessment.edit(Moment(500));
    assert_eq!((revision.0, assessment.changed), (2, Moment(2000)));
}
