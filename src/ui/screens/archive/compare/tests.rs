//! The screen as markup, from the real checklist and the real words.

use super::compare;
use crate::app::state::State;
use crate::domain::answer::Choice;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::doors::Door;
use crate::domain::plan::{Chosen, Status};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::{Revision, Stamped};
use crate::ui::testing::{holds, lacks, screen};

const FROM: AssessmentId = AssessmentId(1);
const TO: AssessmentId = AssessmentId(2);
const BEFORE: &str = "A01=3 A02=2 A03=4 A04=3 A05=2 A06=1 A07=4 A08=3 A09=3 A10=4 A11=5 A12=2";
const AFTER: &str = "A01=4 A02=4 A03=5 A04=4 A05=4 A06=3 A07=5 A08=4 A09=1 A10=5 A11=5 A12=4";

/// An assessment with answers such as `A01=3 A02=0 A12=x`, in the codes of the form.
fn assessment(id: AssessmentId, day: &str, answers: &str) -> Assessment {
    let mut assessment = Assessment::new(id, InstrumentVersion(1), Moment(0));
    assessment.subject.value = "Field sales".to_owned();
    assessment.day.value = day.parse().ok();
    for pair in answers.split_whitespace() {
        let (question, code) = pair.split_once('=').expect("question=code");
        let question: QuestionId = question.parse().expect("a question");
        let answer = Choice::from_code(code).expect("a code").answer(None);
        assessment
            .answers
            .insert(question, Stamped::new(Some(answer), Revision(1)));
    }
    assessment
}

fn both(before: &str, after: &str) -> [Assessment; 2] {
    [
        assessment(FROM, "2026-08-20", before),
        assessment(TO, "2026-11-23", after),
    ]
}

fn in_full(mut pair: [Assessment; 2]) -> [Assessment; 2] {
    for one in &mut pair {
        one.depth.value = Depth::Full;
    }
    pair
}

fn drawn(assessments: impl IntoIterator<Item = Assessment>) -> String {
    let mut state = State::prerendered();
    state
        .assessments
        .extend(assessments.into_iter().map(|one| (one.id, one)));
    screen(state, |_| compare(FROM, TO))
}

/// The three cells of an area's row.
fn row(markup: &str, area: &str) -> Vec<String> {
    let row = markup
        .split("role=\"rowheader\">")
        .find(|row| row.starts_with(area));
    let cells = row.expect("a row").split("<td ").skip(1);
    cells
        .filter_map(|cell| cell.split(['>', '<']).nth(1).map(str::to_owned))
        .collect()
}

#[test]
fn figures_and_verdicts_are_those_worked_out_by_hand() {
    let markup = drawn(both(BEFORE, AFTER));
    // 36 levels before: 25 x (36 / 12 - 1) = 50. 48 after: 75. They differ by more than 18.33.
    // Up by two: A02, A05, A06 and A12. Down by two: A09. Up by one: A01, A03, A04, A07, A08 and A10. A11 stays.
    holds(
        &markup,
        &[
            "What changed: Field sales",
            "From 2026-08-20 to 2026-11-23",
            "<h2 id=\"headline\">The index moved up</h2>",
            "From 50 to 75 of 100",
            "These two are 25.0 points apart. Results like them differ only when they are more than 18.3 points apart.",
            "<h3>4 areas moved up</h3><ul><li>Hiring for change</li><li>Learning from failure</li>",
            "<h3>1 area moved down</h3><ul><li>Provoking change</li>",
            "7 more areas show no change that counts.",
            "12 of 12 areas",
            "Both are quick",
            "Howard 1980",
            "#/compare/0000000000000002/0000000000000001",
        ],
    );
    assert_eq!(row(&markup, "Hiring for change"), ["2", "4", "Moved up"]);
    assert_eq!(row(&markup, "Provoking change"), ["3", "1", "Moved down"]);
    assert_eq!(
        row(&markup, "Change is our job"),
        ["3", "4", "No change that counts"]
    );
    // Five thick lines, and one in the legend.
    assert_eq!(markup.matches("slope-line slope-moved").count(), 6);
    assert_eq!(markup.matches("class=\"slope-leader\"").count(), 24);
    lacks(
        &markup,
        &["different names", "later one", "version", "compare-chosen"],
    );
}

#[test]
fn a_change_of_sixteen_points_does_not_count_and_says_so() {
    // 36 and 44 levels: 50 and 66.7, of which 18.3 would count.
    let after = "A01=4 A02=3 A03=5 A04=4 A05=3 A06=2 A07=5 A08=4 A09=3 A10=4 A11=5 A12=2";
    let markup = drawn(both(BEFORE, after));
    holds(
        &markup,
        &[
            "<h2 id=\"headline\">No change that counts</h2>",
            "From 50 to 67 of 100",
            "No area moved by more than answers vary anyway.",
        ],
    );
    lacks(&markup, &["moved up", "moved down", "Moved"]);
}

#[test]
fn what_is_said_of_a_change_never_contradicts_its_verdict() {
    // 19 and 28 levels: 14.6 and 33.3, which read 15 and 33, are 18.75 apart.
    let ones = "A01=1 A02=1 A03=1 A04=1 A05=1 A06=2 A07=2 A08=2 A09=2 A10=2 A11=2 A12=2";
    let more = "A01=2 A02=2 A03=2 A04=2 A05=2 A06=2 A07=2 A08=2 A09=3 A10=3 A11=3 A12=3";
    let markup = drawn(both(ones, more));
    holds(
        &markup,
        &[
            "The index moved up",
            "From 15 to 33 of 100",
            "18.8 points apart",
            "more than 18.3",
        ],
    );
    // Ten areas in full, 15.83 apart of which 15.80 count: a decimal more where one would say that they are equal.
    let levels = |twos: usize| -> String {
        let questions = (1..=10).flat_map(|area| ["", "a", "b"].map(|part| format!("A{area:02}{part}")));
        let given = questions.zip(0..).map(|(question, place)| {
            let level = if place < twos { 2 } else { 1 };
            format!("{question}={level} ")
        });
        given.collect()
    };
    let markup = drawn(in_full(both(&levels(0), &levels(19))));
    holds(
        &markup,
        &[
            "The index moved up",
            "15.83 points apart",
            "more than 15.80 points apart",
        ],
    );
}

#[test]
fn full_against_quick_is_compared_on_the_anchored_questions() {
    let mut full = assessment(FROM, "2026-08-20", "A01=3 A01a=5 A01b=5");
    full.depth.value = Depth::Full;
    let markup = drawn([full, assessment(TO, "2026-11-23", "A01=5")]);
    holds(
        &markup,
        &[
            "One is quick, one is full.",
            "Too little for a figure",
            "1 of 12 areas",
        ],
    );
    assert_eq!(row(&markup, "Change is our job"), ["3", "5", "Moved up"]);
}

#[test]
fn two_full_ones_have_averages() {
    let markup = drawn(in_full(both("A01=3 A01a=3 A01b=3", "A01=4 A01a=4 A01b=5")));
    holds(&markup, &["more than one level apart"]);
    assert_eq!(row(&markup, "Change is our job"), ["3.0", "4.3", "Moved up"]);
}

#[test]
fn what_has_no_score_says_which_side_and_why() {
    let markup = drawn(both("A01=0 A02=x A03=3 A05=0", "A01=3 A02=4 A04=4"));
    let cases = [
        (
            "Change is our job",
            ["can’t tell", "3", "Not comparable: “can’t tell” the first time"],
        ),
        (
            "Hiring for change",
            [
                "does not apply",
                "4",
                "Not comparable: “does not apply” the first time",
            ],
        ),
        (
            "Change skills",
            ["3", "unanswered", "Not comparable: “unanswered” the second time"],
        ),
        (
            "Learning from failure",
            [
                "can’t tell",
                "unanswered",
                "Not comparable: “can’t tell” the first time, “unanswered” the second",
            ],
        ),
    ];
    for (area, expected) in cases {
        assert_eq!(row(&markup, area), expected);
    }
    lacks(&markup, &["class=\"chart slope\""]);
}

#[test]
fn an_index_on_fewer_areas_says_that_it_may_differ() {
    // A12 is open the second time: 34 of eleven areas before, 44 after; 52.3 and 75 points.
    let markup = drawn(both(BEFORE, &AFTER.replace(" A12=4", "")));
    holds(
        &markup,
        &[
            "From 52 to 75 of 100",
            "more than 18.7 points apart",
            "11 of 12 areas",
            "rests on these alone",
        ],
    );
    lacks(&drawn(both(BEFORE, AFTER)), &["rests on these alone"]);
}

#[test]
fn another_version_of_the_questions_is_said() {
    let mut pair = both(BEFORE, AFTER);
    pair[1].instrument = InstrumentVersion(2);
    holds(
        &drawn(pair),
        &["from version 1 to version 2", "The index moved up"],
    );
}

#[test]
fn two_teams_and_two_in_the_wrong_order_are_pointed_out() {
    let mut pair = both(BEFORE, AFTER);
    pair[0].subject.value = "<b>North</b>".to_owned();
    pair[0].day.value = "2026-12-01".parse().ok();
    let markup = drawn(pair);
    holds(
        &markup,
        &[
            ">What changed</h1>",
            "different names: &lt;b&gt;North&lt;/b&gt; and Field sales.",
            "The first of the two is the later one.",
        ],
    );
    let mut pair = both(BEFORE, AFTER);
    pair[0].subject.value = " FIELD\u{a0}sales".to_owned();
    lacks(&drawn(pair), &["different names"]);
}

#[test]
fn the_chosen_area_stands_beside_its_change() {
    let mut pair = both(BEFORE, AFTER);
    let area = AreaId::new(5).expect("an area");
    pair[0].plan.chosen.value = Some(Chosen::new(area, Door::Chance, None));
    pair[0].plan.experiment.value = "Review three losses <together>".to_owned();
    pair[0].plan.status.value = Status::Done;
    let markup = drawn(pair);
    holds(
        &markup,
        &[
            "<h2 id=\"chosen\">Learning from failure</h2>",
            "From level 2 to 4. Moved up",
            "<dt>What was tried</dt><dd translate=\"no\">Review three losses &lt;together&gt;</dd>",
            "<dd>Done</dd>",
        ],
    );
    lacks(&markup, &["What was counted", "What was learned"]);
}

#[test]
fn one_that_is_not_here_is_gone() {
    holds(&drawn([]), &["not on this device"]);
    holds(
        &drawn(both(BEFORE, AFTER).into_iter().take(1)),
        &["not on this device"],
    );
}

#[test]
fn the_window_and_so_a_printed_file_is_called_what_it_is_and_its_days() {
    holds(
        &drawn(both(BEFORE, AFTER)),
        &[" data-title=\"What changed: Field sales · From 2026-08-20 to 2026-11-23\""],
    );
}
