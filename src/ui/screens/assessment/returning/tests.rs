//! The part as markup. Today is Thursday, 1970-01-01.

use super::returning;
use crate::app::state::State;
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::doors::Door;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanDay, PlanText, Status};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::{Revision, Stamped};
use crate::ui::testing::{holds, lacks, screen};

/// The levels of the areas in their order; `-` for unanswered.
fn one(id: u64, subject: &str, day: &str, line: &str) -> Assessment {
    let mut one = Assessment::new(AssessmentId(id), InstrumentVersion(1), Moment(0));
    one.subject.value = subject.to_owned();
    one.day.value = day.parse().ok();
    for (number, code) in (1..).zip(line.chars()).filter(|(_, code)| *code != '-') {
        let question = QuestionId::Anchored(AreaId::new(number).expect("an area"));
        let answer = Choice::from_code(&code.to_string()).expect("a code").answer(None);
        let answer = Stamped::new(Some(answer), Revision(1));
        one.answers.insert(question, answer);
    }
    one
}

/// With "Debate and experiments" chosen, under way.
fn planned(mut one: Assessment, stop: &str, review: &str) -> Assessment {
    one.plan.chosen.value = Some(Chosen {
        area: AreaId::new(4).expect("an area"),
        door: Door::Chance,
        from: Some(Level::NowAndThen),
        to: Some(Level::SetUp),
    });
    one.plan.status.value = Status::Running;
    one.plan.day_mut(PlanDay::Stop).value = stop.parse().ok();
    one.plan.day_mut(PlanDay::Review).value = review.parse().ok();
    one.plan.text_mut(PlanText::Experiment).value = "Argue <b> for two weeks".to_owned();
    one.plan.text_mut(PlanText::Owner).value = "Ada".to_owned();
    one
}

fn drawn(list: impl IntoIterator<Item = Assessment>) -> String {
    let mut state = State::prerendered();
    state
        .assessments
        .extend(list.into_iter().map(|one| (one.id, one)));
    screen(state, returning)
}

const LINE: &str = "324221433452";

#[test]
fn before_anything_is_finished_there_is_nothing_to_come_back_to() {
    assert_eq!(drawn([]), "");
    assert_eq!(drawn([one(1, "North", "1969-12-01", "3242214334--")]), "");
}

#[test]
fn a_result_without_a_plan_leads_to_one() {
    let markup = drawn([one(1, "North", "1969-12-30", LINE)]);
    holds(
        &markup,
        &[
            "Choose one area, start there",
            "href=\"#/plan/0000000000000001\"",
            "href=\"#/next/0000000000000001\"",
            "Last time, 1969-12-30: 48 of 100",
            "<h3>1 assessment</h3>",
            "Assess again on 1970-03-31",
            "From the second one on",
        ],
    );
    lacks(&markup, &["#/compare/"]);
}

/// The headline of a plan with these dates.
fn headline(stop: &str, review: &str, expected: &str) {
    let markup = drawn([planned(one(1, "North", "1969-12-01", LINE), stop, review)]);
    holds(&markup, &[&format!("<h3>{expected}</h3>")]);
}

#[test]
fn the_plan_says_its_next_date_as_people_do() {
    headline("1970-01-10", "1970-02-21", "The test stops in 9 days");
    headline("1970-01-02", "", "The test stops tomorrow");
    headline("1970-01-01", "", "The test stops today");
    headline("1970-01-05", "", "The test stops on Monday");
    headline("1970-01-22", "", "The test stops in 3 weeks");
    headline("1970-04-01", "", "The test stops on 1970-04-01");
    headline("1969-12-20", "1969-12-29", "The review was due on Monday");
    headline("1969-12-20", "1969-12-31", "The review was due yesterday");
    headline("1969-12-20", "1970-01-01", "The review is due today");
    headline("1969-12-24", "", "The test was to stop 8 days ago");
    headline("", "", "The test has no date yet");
}

#[test]
fn the_plan_shows_the_area_the_climb_what_is_tried_and_who_sees_to_it() {
    let markup = drawn([planned(one(1, "North", "1969-12-01", LINE), "1970-01-10", "")]);
    holds(
        &markup,
        &[
            "Your plan: Debate and experiments, from level 2 to 3",
            "Argue &lt;b&gt; for two weeks",
            "Owner: <span translate=\"no\">Ada</span>",
            "<p class=\"hint\">1970-01-10</p>",
        ],
    );
    lacks(&markup, &["<b> for"]);
}

#[test]
fn a_plan_whose_area_does_not_apply_any_more_shows_no_climb() {
    let mut planned = planned(one(1, "North", "1969-12-01", LINE), "1970-01-10", "");
    let hiring = AreaId::new(2).expect("an area");
    if let Some(chosen) = &mut planned.plan.chosen.value {
        chosen.area = hiring;
    }
    let reason = Answer::NotApplicable(String::new());
    planned.answers.insert(
        QuestionId::Anchored(hiring),
        Stamped::new(Some(reason), Revision(1)),
    );
    holds(
        &drawn([planned]),
        &["Your plan: Hiring for change · Does not apply"],
    );
}

#[test]
fn a_quarter_later_comparing_is_one_click_away() {
    let first = planned(one(1, "North", "1969-09-01", LINE), "", "");
    let markup = drawn([first, one(2, "north ", "1969-12-01", "444444444444")]);
    holds(
        &markup,
        &[
            "href=\"#/compare/0000000000000001/0000000000000002\"",
            "What changed since 1969-09-01",
            "href=\"#/next/0000000000000002\"",
            "href=\"#/plan/0000000000000001\"",
            "<h3>2 assessments</h3>",
        ],
    );
    let due = drawn([one(1, "North", "1969-09-01", LINE)]);
    holds(&due, &["<h3>Time to assess again</h3>"]);
}

#[test]
fn the_organisation_whose_date_comes_first_is_on_top_and_the_others_a_line() {
    let markup = drawn([
        planned(one(1, "North", "1969-12-20", LINE), "1970-01-10", ""),
        planned(one(2, "South", "1969-12-01", LINE), "1970-01-02", ""),
        one(3, "West", "1969-12-31", LINE),
    ]);
    let top = markup.split("return-others").next().unwrap_or_default();
    holds(top, &["South", "The test stops tomorrow"]);
    lacks(top, &["North", "West"]);
    holds(&markup, &["Other plans", ">North</a> · The test stops in 9 days"]);
}
