//! The screen as markup, from a checklist and words that are the real ones.

use super::{Props, Results};
use crate::app::action::Copied;
use crate::app::state::{Pace, State};
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId, KnowDo};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::doors::Door;
use crate::domain::level::Level;
use crate::domain::plan::Chosen;
use crate::domain::question::QuestionId;
use crate::domain::stamp::Stamped;
use crate::ui::prelude::*;
use crate::ui::testing::{holds, lacks, screen};

const ID: AssessmentId = AssessmentId(7);

/// An assessment with answers such as `A01=3 A02=0 A12=x K1k=5`, in the codes of the form.
fn assessment(answers: &str) -> Assessment {
    let mut assessment = Assessment::new(ID, InstrumentVersion(1), Moment(0));
    for pair in answers.split_whitespace() {
        let (question, code) = pair.split_once('=').expect("question=code");
        let question: QuestionId = question.parse().expect("a question");
        let answer = Choice::from_code(code).expect("a code").answer(None);
        let revision = assessment.edit(Moment(0));
        assessment
            .answers
            .insert(question, Stamped::new(Some(answer), revision));
    }
    assessment
}

fn full_assessment(answers: &str) -> Assessment {
    let mut full = assessment(answers);
    full.depth.value = Depth::Full;
    full
}

fn drawn_in(mut state: State, assessment: Option<Assessment>) -> String {
    state.assessments.extend(assessment.map(|it| (ID, it)));
    screen(state, |_| html! { <Results ..Props { id: ID } /> })
}

fn drawn(assessment: Assessment) -> String {
    drawn_in(State::prerendered(), Some(assessment))
}

const ALL: &str = "A01=3 A02=2 A03=4 A04=3 A05=2 A06=1 A07=4 A08=3 A09=3 A10=4 A11=5 A12=2";
const HALF: &str = "A01=3 A02=2 A03=4 A04=3 A05=2 A06=3";

#[test]
fn a_full_scorecard_has_its_figure_and_what_it_rests_on() {
    let markup = drawn(assessment(ALL));
    // Levels sum to 36, so the index is 25 x (36 / 12 - 1) = 50; its standard error is 6.6, the smallest change 18.3.
    holds(
        &markup,
        &[
            "<b class=\"standing-number\">50</b> of 100",
            "<p class=\"standing-band\">Set up</p>",
            "Give or take 7 points: 43 to 57",
            "<li>12 of 12 areas that apply have a score.</li>",
            "off by 7 points or less two times in three",
            "more than 18.3 points apart",
            "<h2>4 areas at level 4 or higher</h2><ul><li><a href=\"#/results/0000000000000007\" class=\"area-jump\">Change skills</a>",
            "<h2>4 areas at level 2 or lower</h2><ul><li><a href=\"#/results/0000000000000007\" class=\"area-jump\">Hiring for change</a>",
            "href=\"#/assess/0000000000000007/A01\" class=\"results-action\">Look at the answers again",
        ],
    );
    assert_eq!(markup.matches("class=\"area-line\"").count(), 12);
    assert_eq!(markup.matches("class=\"radar-dot\"").count(), 12);
    lacks(
        &markup,
        &["Still open", "Not answered", "worst case", "Go on answering"],
    );
}

#[test]
fn pictures_are_named_by_what_they_show() {
    let markup = drawn(assessment(ALL));
    let finding = "Highest, at 5: Different to deal with. Lowest, at 1: Beyond blind compliance.";
    holds(
        &markup,
        &[
            "aria-label=\"50 on a ruler from 0 to 100",
            &format!("aria-label=\"{finding} Radar of"),
            &format!("aria-label=\"{finding} Bars of"),
            "<caption>Radar of",
        ],
    );
    holds(
        &drawn(assessment(HALF)),
        &[
            "aria-label=\"Between 22 and 73 on a ruler",
            "Highest, at 4: Change skills. Lowest, at 2: Hiring for change, Learning from failure.",
        ],
    );
    let many = "A01=3 A02=1 A03=3 A04=3 A05=3 A06=x A07=0";
    holds(
        &drawn(assessment(many)),
        &["Highest, at 3: 4 areas. Lowest, at 1: Hiring for change. Radar"],
    );
    holds(
        &drawn(assessment("A01=3 A02=3")),
        &["aria-label=\"Every area with a level stands at 3. Radar"],
    );
}

#[test]
fn bars_start_with_the_highest_and_keep_the_order_of_equals() {
    let markup = drawn(assessment(ALL));
    let bars = markup.split("class=\"chart bars\"").nth(1).expect("bars");
    let numbers: Vec<_> = bars
        .split("class=\"bars-number\">")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect();
    assert_eq!(
        numbers,
        ["11", "3", "7", "10", "1", "4", "8", "9", "2", "5", "12", "6"]
    );
}

#[test]
fn nothing_answered_is_an_invitation() {
    let markup = drawn(assessment(""));
    holds(
        &markup,
        &[
            "The page is still blank",
            "Go on answering",
            "#/assess/0000000000000007/A01",
        ],
    );
    lacks(
        &markup,
        &["of 100", "<svg", "area-line", "standing-figure", ">0<"],
    );
}

#[test]
fn a_full_form_with_one_answer_in_each_area_says_what_each_still_needs() {
    let mut full = full_assessment(ALL);
    let markup = drawn(full.clone());
    holds(
        &markup,
        &[
            "Not enough for a level yet",
            "Answers so far: 12 of 36.",
            "; 9, and it has a figure.",
        ],
    );
    lacks(&markup, &["still blank", "after one answer"]);
    // One area has a level, another no answer: only that one is not answered.
    for (question, answer) in [("A01a", Some(Answer::Level(Level::SetUp))), ("A12", None)] {
        let question: QuestionId = question.parse().expect("a question");
        full.answers.insert(question, Stamped::new(answer, full.revision));
    }
    let markup = drawn(full);
    holds(
        &markup,
        &[
            "An area that is answered in part still counts as open.",
            "Not answered yet · Answered in part",
            "One more of its questions is needed",
        ],
    );
    let lines = |words: &str| markup.matches(&format!("area-open\">{words}")).count();
    assert_eq!((lines("Answered in part"), lines("Not answered yet")), (10, 1));
}

#[test]
fn a_quick_form_asks_for_as_many_answers_as_a_figure_needs() {
    holds(&drawn(assessment("")), &["after 9 it has a figure"]);
    holds(&drawn(assessment("A02=x A12=x")), &["after 8 it has a figure"]);
}

#[test]
fn half_unanswered_is_a_range_and_never_zero() {
    let markup = drawn(assessment(HALF));
    // The six levels sum to 17. Worst case all others at 1: 25 x (23 / 12 - 1) = 22.9; best case all at 5: 25 x (47 / 12 - 1) = 72.9.
    holds(
        &markup,
        &[
            "<b>Between 22 and 73 of 100</b>",
            "Fewer than three in four",
            "<li>6 of 12 areas that apply have a score.</li>",
            "It counts as open, never as zero.",
            "Still open",
            "Go on answering",
        ],
    );
    assert_eq!(
        markup
            .matches("class=\"area-level area-open\">Not answered yet")
            .count(),
        6
    );
    assert_eq!(markup.matches("class=\"radar-dot\"").count(), 6);
    assert_eq!(markup.matches("class=\"bars-bar\"").count(), 6);
    lacks(
        &markup,
        &[
            "standing-number",
            "ruler-mark",
            "radar-area",
            ">0<",
            "Level 0",
            "could easily land",
        ],
    );
}

#[test]
fn not_applicable_keeps_its_reason_and_leaves_the_count() {
    let mut without_hiring = assessment(&ALL.replace("A02=2", "A02=x"));
    let question: QuestionId = "A02".parse().expect("a question");
    let reason = "Nobody was hired & <b>never</b>".to_owned();
    let answer = Stamped::new(Some(Answer::NotApplicable(reason)), without_hiring.revision);
    without_hiring.answers.insert(question, answer);
    let markup = drawn(without_hiring);
    holds(
        &markup,
        &[
            "11 of 11 areas that apply",
            "What does not apply",
            "<li>Hiring for change: <bdi translate=\"no\">Nobody was hired &amp; &lt;b&gt;never&lt;/b&gt;</bdi></li>",
            "class=\"radar-dash\"",
        ],
    );
    lacks(&markup, &["<b>never", "What could not be told", "Still open"]);
}

#[test]
fn not_applicable_without_a_reason_says_so() {
    holds(
        &drawn(assessment(&ALL.replace("A02=2", "A02=x"))),
        &["<li>Hiring for change: No reason given.</li>"],
    );
}

#[test]
fn what_cannot_be_told_is_a_finding() {
    let markup = drawn(assessment(&ALL.replace("A05=2", "A05=0")));
    holds(
        &markup,
        &[
            "<h2 id=\"untold\">What could not be told</h2>",
            "<a href=\"#/assess/0000000000000007/A05\">Learning from failure</a>: ",
            "<dt>Find out first</dt>",
            "class=\"radar-question\"",
            "11 of 12 areas",
        ],
    );
    lacks(&markup, &["Still open", "Not answered"]);
}

#[test]
fn full_depth_has_averages_and_what_they_could_become() {
    let full = full_assessment("A01=3 A01a=4 A01b=4 A02=2 A02a=3 A03=5");
    let markup = drawn(full);
    holds(
        &markup,
        &[
            "<span class=\"area-level-words\">Level 3: Set up</span>",
            "<p class=\"hint\">average 3.7</p>",
            "the average lies between 2.0 and 3.3",
            "One more of its questions is needed",
        ],
    );
}

#[test]
fn the_ends_count_the_levels_that_the_lines_below_are_at() {
    // Averages of 2.7, 2.5, 4.5 and 3.7: levels 2, 2, 4 and 3.
    let full = full_assessment("A01=2 A01a=3 A01b=3 A02=2 A02a=3 A03=4 A03a=5 A04=4 A04a=4 A04b=3");
    let markup = drawn(full);
    holds(
        &markup,
        &[
            "<h2>2 areas at level 2 or lower</h2>",
            "<h2>1 area at level 4 or higher</h2>",
        ],
    );
    assert_eq!(markup.matches("area-level-words\">Level 2:").count(), 2);
    assert_eq!(markup.matches("area-level-words\">Level 4:").count(), 1);
}

#[test]
fn the_top_level_has_no_step_above() {
    let markup = drawn(assessment("A11=5"));
    holds(&markup, &["Level 5: Renewing itself", "This is the top level."]);
    lacks(&markup, &["<dt>One step there"]);
}

#[test]
fn know_and_do_are_offered_or_shown() {
    holds(&drawn(assessment(ALL)), &["Add the know-do check"]);
    let mut checked = assessment(&format!(
        "{ALL} K1k=5 K1d=2 K2k=4 K2d=1 K3k=3 K3d=3 K4k=4 K4d=3 K6=3"
    ));
    checked.know_do.value = KnowDo::Included;
    let markup = drawn(checked);
    // Gaps 3, 3, 0 and 1: two wide, 25 x 7 / 4 = 43.75.
    holds(
        &markup,
        &[
            "2 principles stand two levels or more above practice.",
            "words are 44 of 100 points ahead of deeds; where deeds are ahead, a pair counts as 0. Pairs with both answers: 4 of 6.",
            "class=\"chart dumbbell\"",
            "Answer the know-do check",
            "never part of a gap",
        ],
    );
    lacks(&markup, &["Add the know-do check"]);
}

#[test]
fn deeds_that_are_ahead_count_as_nothing_and_the_sentence_says_so() {
    let said = |answers: &str| {
        let mut checked = assessment(&format!("{ALL} {answers}"));
        checked.know_do.value = KnowDo::Included;
        drawn(checked)
    };
    // Gaps 4 and -4: 25 x (4 + 0) / 2 = 50, while their average is 0.
    let both = said("K1k=5 K1d=1 K2k=1 K2d=5");
    holds(
        &both,
        &["words are 50 of 100 points ahead of deeds; where deeds are ahead, a pair counts as 0."],
    );
    lacks(&both, &["On average"]);
    holds(
        &said("K1k=1 K1d=5 K2k=3 K2d=3"),
        &["In no pair are words ahead of deeds."],
    );
}

#[test]
fn the_result_ends_in_a_choice_or_shows_the_plan_in_one_line() {
    let offered = drawn(assessment(ALL));
    holds(
        &offered,
        &[
            "Choose one area, start there",
            "href=\"#/plan/0000000000000007\"",
            "Start with “Beyond blind compliance”",
            "The most energy",
            ">Pick one<",
        ],
    );
    lacks(
        &drawn_in(State::prerendered(), Some(assessment(""))),
        &["#/plan/"],
    );

    let mut chosen = assessment(ALL);
    let area: QuestionId = "A04".parse().expect("a question");
    let answer = chosen.answer(area).and_then(Answer::level);
    chosen.plan.chosen.value = Some(Chosen {
        area: area.area().expect("an area"),
        door: Door::MostEnergy,
        from: answer,
        to: answer.and_then(Level::above),
    });
    chosen.plan.stop.value = "2026-12-07".parse().ok();
    let markup = drawn(chosen.clone());
    let level = answer.map_or(0, Level::number);
    let line = format!(
        "<p>Debate and experiments · from level {level} to {} · Planned · stop 2026-12-07</p>",
        level + 1
    );
    holds(&markup, &["Your plan", &line, "Open the plan"]);
    lacks(&markup, &["Choose one area, start there", "review 20"]);

    let hiring: QuestionId = "A02".parse().expect("a question");
    chosen.plan.chosen.value = Some(Chosen {
        area: hiring.area().expect("an area"),
        door: Door::MostEnergy,
        from: answer,
        to: answer.and_then(Level::above),
    });
    let reason = Answer::NotApplicable(String::new());
    chosen
        .answers
        .insert(hiring, Stamped::new(Some(reason), chosen.revision));
    holds(
        &drawn(chosen),
        &["<p>Hiring for change · Does not apply · Planned · stop 2026-12-07</p>"],
    );
}

#[test]
fn what_people_type_is_escaped() {
    let mut hostile = assessment(HALF);
    hostile.subject.value = "<img src=x>".to_owned();
    let area = "A01".parse::<QuestionId>().expect("a question");
    let QuestionId::Anchored(area) = area else {
        panic!("an area")
    };
    hostile
        .notes
        .insert(area, Stamped::new("</dd><script>".to_owned(), hostile.revision));
    let markup = drawn(hostile);
    holds(
        &markup,
        &["Where &lt;img src=x&gt; stands", "&lt;/dd&gt;&lt;script&gt;"],
    );
    lacks(&markup, &["<img", "<script"]);
}

#[test]
fn an_assessment_from_elsewhere_is_gone() {
    let markup = drawn_in(State::prerendered(), None);
    holds(&markup, &["This assessment is not on this device"]);
}

#[test]
fn haste_is_asked_about_once() {
    let all_three: String = (1..=12).map(|area| format!("A{area:02}=3 ")).collect();
    let mut state = State::prerendered();
    state.pace = Some(Pace {
        id: ID,
        first: Moment(0),
        last: Moment(54_000),
    });
    let asked = drawn_in(state.clone(), Some(assessment(&all_three)));
    holds(&asked, &["That was quick", "#/assess/0000000000000007/A01"]);
    lacks(&asked, &["of 100"]);
    state.meant.push(ID);
    let meant = drawn_in(state, Some(assessment(&all_three)));
    holds(&meant, &["<b class=\"standing-number\">50</b>"]);
}

#[test]
fn the_window_and_so_a_printed_file_is_called_what_it_is_and_its_day() {
    let mut named = assessment(ALL);
    named.subject.value = "North".to_owned();
    named.day.value = "2026-11-23".parse().ok();
    holds(
        &drawn(named),
        &[" data-title=\"Where North stands · 2026-11-23\""],
    );
}

#[test]
fn what_became_of_a_file_is_asked_where_it_was_asked_for() {
    let mut state = State::prerendered();
    state.handed = Some((Copied::One(ID), Moment(0)));
    let markup = drawn_in(state, Some(assessment(ALL)));
    // Both places can say it, so that it is heard there; before anything was pressed here the end of the page does.
    assert_eq!(markup.matches("data-handed=\"true\"").count(), 1);
    assert_eq!(markup.matches("Did the file arrive?").count(), 1);
}
