//! The screen as markup.

use super::views;
use crate::app::state::State;
use crate::domain::answer::Choice;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::{Revision, Stamped};
use crate::ui::testing::{holds, lacks, screen};

const ONE: AssessmentId = AssessmentId(1);
const OTHER: AssessmentId = AssessmentId(2);

fn assessment(id: AssessmentId, subject: &str, line: &str) -> Assessment {
    let mut one = Assessment::new(id, InstrumentVersion(1), Moment(0));
    one.subject.value = subject.to_owned();
    for (number, code) in (1..).zip(line.chars()) {
        let question = QuestionId::Anchored(AreaId::new(number).expect("an area"));
        let answer = Choice::from_code(&code.to_string()).expect("a code").answer(None);
        one.answers
            .insert(question, Stamped::new(Some(answer), Revision(1)));
    }
    one
}

fn drawn(mine: &str, theirs: &str) -> String {
    let mut state = State::prerendered();
    let area = AreaId::new(4).expect("an area");
    let mut other = assessment(OTHER, "North, another view", theirs);
    other
        .notes
        .insert(area, Stamped::new("Said <i>twice".to_owned(), Revision(1)));
    for one in [assessment(ONE, "North", mine), other] {
        state.assessments.insert(one.id, one);
    }
    screen(state, |_| views(ONE, OTHER))
}

#[test]
fn what_divides_comes_first_in_the_words_of_both() {
    let markup = drawn("324121433452", "334421433450");
    holds(
        &markup,
        &[
            "<h1 tabindex=\"-1\" data-title=\"Two views: North · 1970-01-01\">Two views: North</h1>",
            "One area where you are two levels or more apart",
            "One view: level 1",
            "Nobody says it in meetings.",
            "The other view: level 4",
            "It becomes a trial with an end date.",
            "Said &lt;i&gt;twice",
            "What became of the last doubt someone raised here?",
            "<dt>Hiring for change</dt><dd>“level 2” and “level 3”</dd>",
            "<dt>Ops and enablement own innovation</dt><dd>“level 2” and “can’t tell”</dd>",
            "<dt>Change is our job</dt><dd>level 3</dd>",
        ],
    );
}

#[test]
fn nothing_in_it_is_called_a_change_or_right_or_wrong() {
    for theirs in ["324121433452", "334421433450", "555555555555"] {
        let markup = drawn("324121433452", theirs);
        let said = markup
            .to_lowercase()
            .replace("this is not what changed over time", "")
            .replace("change is our job", "")
            .replace("neither is right", "");
        let parts: Vec<_> = said.split("views-two").collect();
        let head = parts.first().copied().unwrap_or_default();
        lacks(head, &["moved", "changed", "better", "worse", "wrong", "correct"]);
    }
}

#[test]
fn who_agrees_on_everything_is_told_so() {
    let markup = drawn("324121433452", "324121433452");
    holds(&markup, &["Nowhere are you two levels or more apart"]);
    lacks(&markup, &["views-card", "id=\"near\"", "id=\"untold\""]);
    let nowhere = drawn("111111111111", "555555555555");
    holds(
        &nowhere,
        &["In no area do you say the same.", "12 areas where you are"],
    );
}

#[test]
fn of_two_full_views_more_than_one_level_is_apart_and_the_words_say_so() {
    let full = |id, subject, levels: [&str; 2]| {
        let mut one = assessment(id, subject, "");
        one.depth.value = Depth::Full;
        for (area, levels) in ["A01", "A02"].into_iter().zip(levels) {
            for (part, code) in ["", "a", "b"].into_iter().zip(levels.chars()) {
                let question: QuestionId = format!("{area}{part}").parse().expect("a question");
                let answer = Choice::from_code(&code.to_string()).expect("a code").answer(None);
                one.answers
                    .insert(question, Stamped::new(Some(answer), Revision(1)));
            }
        }
        one
    };
    let laid = |mine, theirs| {
        let mut state = State::prerendered();
        for one in [full(ONE, "North", mine), full(OTHER, "South", theirs)] {
            state.assessments.insert(one.id, one);
        }
        screen(state, |_| views(ONE, OTHER))
    };
    // 2.0 against 3.7, and 3.0 against 4.0, which is not more than the 1.01 that a comparison asks for.
    let markup = laid(["222", "333"], ["344", "444"]);
    holds(
        &markup,
        &[
            "One area where you are more than one level apart",
            "One view: level 2.0",
            "The other view: level 3.7",
            "<h2 id=\"near\">No more than one level apart</h2>",
            "<dt>Hiring for change</dt><dd>“level 3.0” and “level 4.0”</dd>",
        ],
    );
    lacks(&markup, &["two levels"]);
    holds(
        &laid(["222", "333"], ["222", "433"]),
        &["Nowhere are you more than one level apart"],
    );
}

#[test]
fn one_that_is_not_here_is_said_to_be_gone() {
    let markup = screen(State::prerendered(), |_| views(ONE, OTHER));
    holds(&markup, &["This assessment is not on this device"]);
}
