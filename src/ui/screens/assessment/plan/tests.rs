//! The screen as markup, with the real checklist and words.

use super::plan;
use crate::app::state::State;
use crate::domain::answer::Choice;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::doors::Door;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanDay, PlanText, Status};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::{Revision, Stamped};
use crate::ui::testing::{bare, holds, lacks, screen};

const ID: AssessmentId = AssessmentId(7);

fn drawn_in(assessment: Option<Assessment>) -> String {
    let mut state = State::prerendered();
    state.assessments.extend(assessment.map(|it| (ID, it)));
    screen(state, |_| plan(ID))
}

/// The levels of the areas in their order; `x` for not applicable, `-` for unanswered.
fn assessment(line: &str) -> Assessment {
    let mut assessment = Assessment::new(ID, InstrumentVersion(1), Moment(0));
    for (number, code) in (1..).zip(line.chars()).filter(|(_, code)| *code != '-') {
        let question = QuestionId::Anchored(AreaId::new(number).expect("an area"));
        let answer = Choice::from_code(&code.to_string()).expect("a code").answer(None);
        let revision = assessment.edit(Moment(0));
        assessment
            .answers
            .insert(question, Stamped::new(Some(answer), revision));
    }
    assessment
}

/// With "Debate and experiments" chosen, from level 2 to level 3.
fn planned() -> Assessment {
    let mut assessment = assessment("324221433452");
    let chosen = Chosen {
        area: AreaId::new(4).expect("an area"),
        door: Door::Chance,
        from: Some(Level::NowAndThen),
        to: Some(Level::SetUp),
    };
    assessment.plan.chosen = Stamped::new(Some(chosen), Revision(20));
    assessment
}

fn count(markup: &str, piece: &str) -> usize {
    markup.matches(piece).count()
}

#[test]
fn three_doors_of_the_same_weight_and_none_for_groups() {
    let markup = drawn_in(Some(assessment("324321433452")));
    assert_eq!(count(&markup, "<li class=\"card door\">"), 3);
    holds(
        &markup,
        &[
            "The lowest score",
            "Start with “Beyond blind compliance”",
            "The most energy",
            "Pick one for me",
        ],
    );
    lacks(
        &markup,
        &[
            "The most disagreement",
            "class=\"button\"",
            "best place",
            "recommended",
        ],
    );
    assert_eq!(
        count(&markup, "class=\"button button-quiet\""),
        3,
        "one each, all quiet"
    );
    assert_eq!(count(&markup, "<h1"), 1);
}

#[test]
fn all_that_tie_for_the_lowest_score_are_offered() {
    let markup = drawn_in(Some(assessment("112345443452")));
    holds(&markup, &["2 areas share it"]);
    let door = markup
        .split("2 areas share it")
        .nth(1)
        .and_then(|rest| rest.split("</ul>").next())
        .unwrap_or_default();
    assert_eq!(count(door, "class=\"link\""), 1 + 1, "{door}");
    holds(door, &["Hiring for change"]);
}

#[test]
fn where_every_area_is_at_the_top_no_door_speaks_of_the_way_there() {
    let markup = drawn_in(Some(assessment("555555555555")));
    holds(
        &markup,
        &["Every area with a level is at the top", "12 areas share it"],
    );
    lacks(&markup, &["furthest from the top"]);
}

#[test]
fn a_plan_for_an_area_that_does_not_apply_any_more_says_so_in_place_of_its_levels() {
    let mut planned = assessment("3x4221433452");
    let chosen = Chosen {
        area: AreaId::new(2).expect("an area"),
        door: Door::Chance,
        from: Some(Level::NotSeen),
        to: Some(Level::NowAndThen),
    };
    planned.plan.chosen = Stamped::new(Some(chosen), Revision(20));
    let markup = drawn_in(Some(planned));
    // On the form and on paper.
    let said = "<p class=\"lead\">You said that this area does not apply.</p>";
    assert_eq!(count(&markup, said), 2);
    lacks(&markup, &["From level", "plan-towards"]);
}

#[test]
fn what_does_not_apply_or_has_no_score_is_treated_as_such() {
    let markup = drawn_in(Some(assessment("-x----------")));
    holds(&markup, &["No area has a score yet"]);
    assert_eq!(
        count(&markup, "class=\"link\""),
        11,
        "twelve areas, of which one does not apply"
    );
}

#[test]
fn the_map_has_twelve_buttons_in_three_tiers_and_a_table_of_29_links() {
    let markup = bare(&drawn_in(Some(assessment("324321433452"))));
    assert_eq!(count(&markup, "class=\"influence-node\""), 12);
    assert_eq!(count(&markup, "class=\"influence-tier\""), 3);
    assert_eq!(count(&markup, "<th scope=\"row\">"), 29);
    assert_eq!(count(&markup, "class=\"influence-line\""), 2 * 29);
    assert_eq!(count(&markup, "<td>the text links them</td>"), 12);
    assert_eq!(count(&markup, "<td>implied</td>"), 15);
    assert_eq!(count(&markup, "<td>our own reading</td>"), 2);
    holds(&markup, &["A reading of one post"]);
    lacks(&markup, &["What it opens next", " style="]);
}

#[test]
fn the_chosen_area_shows_what_it_opens_and_what_feeds_it() {
    let markup = drawn_in(Some(planned()));
    holds(
        &markup,
        &[
            "<h4>What it opens next</h4>",
            "<b>Learning from failure</b>: Experiments fail now and then",
            "<b>Hiring for change</b>: Different backgrounds",
            "<span class=\"hint\">(implied)</span>",
        ],
    );
    assert_eq!(count(&markup, "aria-pressed=\"true\""), 1);
    // A05 is opened by A04 and feeds it, too.
    assert_eq!(
        count(&markup, "influence-node influence-opened influence-feeding"),
        1
    );
    assert_eq!(count(&markup, "influence-end influence-opens"), 2 * 3);
    assert_eq!(count(&markup, "influence-end influence-feeds"), 2 * 5);
}

#[test]
fn the_form_says_from_where_to_where_and_shows_what_is_written() {
    let mut assessment = planned();
    let text = |text: &str| Stamped::new(text.to_owned(), Revision(21));
    *assessment.plan.text_mut(PlanText::Owner) = text("Ada <b>");
    *assessment.plan.text_mut(PlanText::Experiment) = text("Argue </textarea>\nfor two weeks");
    assessment.plan.status.value = Status::Running;
    let markup = drawn_in(Some(assessment));
    holds(
        &markup,
        &[
            ">Start with: Debate and experiments</h1>",
            "From level 2, Now and then, to level 3, Set up",
            "Chosen through: Pick one for me",
            "Saved in this browser",
            "Ada &lt;b&gt;",
            "Argue &lt;/textarea&gt;",
            "value=\"running\" checked",
            "Start today, stop two weeks later",
            "With a stop or review date",
        ],
    );
    assert_eq!(count(&markup, ">Use this one<"), 2);
    lacks(&markup, &["Ada <b>", "Download the dates", "Both are kept"]);
}

#[test]
fn dates_are_checked_in_words_and_make_a_calendar() {
    let mut assessment = planned();
    let day = |text: &str| Stamped::new(text.parse().ok(), Revision(21));
    *assessment.plan.day_mut(PlanDay::Start) = day("2026-12-07");
    *assessment.plan.day_mut(PlanDay::Stop) = day("2026-11-23");
    *assessment.plan.day_mut(PlanDay::Review) = day("2027-01-18");
    let markup = drawn_in(Some(assessment));
    holds(
        &markup,
        &[
            "The stop is before the start. Both are kept",
            "value=\"2026-12-07\"",
            "value=\"2026-11-23\"",
            "Download the dates for a calendar",
        ],
    );
    lacks(&markup, &["Start today, stop two weeks later"]);
}

#[test]
fn a_day_to_assess_again_is_offered_while_it_is_ahead() {
    let mut answered = planned();
    answered.plan.stop = Stamped::new("2026-12-01".parse().ok(), Revision(21));
    holds(&drawn_in(Some(answered.clone())), &["Only the next assessment"]);
    // Nothing outside: it is 1970.
    answered.day = Stamped::new("1960-01-01".parse().ok(), Revision(22));
    lacks(&drawn_in(Some(answered)), &["Only the next assessment"]);
}

#[test]
fn offered_days_are_told_apart_by_more_than_the_comma_of_a_day() {
    let mut begun = planned();
    begun.plan.start = Stamped::new("2026-12-01".parse().ok(), Revision(21));
    let markup = drawn_in(Some(begun));
    let offer = markup
        .split("<p class=\"plan-offer\">")
        .nth(1)
        .and_then(|rest| rest.split("</span>").next())
        .unwrap_or_default();
    assert_eq!(count(offer, "2026"), 1, "{offer}");
    assert_eq!(count(offer, " · "), 1, "{offer}");
    assert_eq!(count(offer, "2027"), 1, "{offer}");
}

#[test]
fn the_sheet_of_paper_has_everything_and_lines_for_the_rest() {
    let mut assessment = planned();
    *assessment.plan.text_mut(PlanText::Counted) =
        Stamped::new("Plans that changed".to_owned(), Revision(21));
    let markup = drawn_in(Some(assessment));
    let paper = markup
        .split("<section class=\"plan-paper\">")
        .nth(1)
        .and_then(|rest| rest.split("</section>").next())
        .unwrap_or_default();
    holds(
        paper,
        &[
            "From level 2",
            "<dd><span translate=\"no\">Plans that changed</span></dd>",
            "What it opens next",
            "A reading of one post",
        ],
    );
    assert_eq!(count(paper, "class=\"plan-blank\""), 6, "{paper}");
    lacks(paper, &["<button", "<input"]);
}

#[test]
fn an_assessment_from_elsewhere_is_gone() {
    holds(&drawn_in(None), &["This assessment is not on this device"]);
}

#[test]
fn the_window_and_so_a_printed_file_is_called_what_it_is_and_its_day() {
    let mut named = planned();
    named.subject.value = "North".to_owned();
    named.day.value = "2026-11-23".parse().ok();
    holds(
        &drawn_in(Some(named)),
        &[" data-title=\"Start with: Debate and experiments · North · 2026-11-23\""],
    );
}
