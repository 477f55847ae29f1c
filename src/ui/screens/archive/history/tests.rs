//! The screen as markup, from the real checklist and the real words.

use super::history;
use crate::app::state::{RawReason, RawRecord, State};
use crate::domain::answer::Choice;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::WorkshopId;
use crate::domain::record::Key;
use crate::domain::stamp::{Revision, Stamped};
use crate::ui::testing::{holds, lacks, screen};

/// One character for each anchored question, `-` for unanswered.
fn one(id: u64, subject: &str, day: &str, line: &str) -> Assessment {
    let mut one = Assessment::new(AssessmentId(id), InstrumentVersion(1), Moment(0));
    one.subject.value = subject.to_owned();
    one.day.value = day.parse().ok();
    for (number, code) in (1..).zip(line.chars()).filter(|(_, code)| *code != '-') {
        let question = format!("A{number:02}").parse().expect("a question");
        let choice = Choice::from_code(&code.to_string()).expect("a code");
        one.answers
            .insert(question, Stamped::new(Some(choice.answer(None)), Revision(1)));
    }
    one
}

fn drawn(assessments: impl IntoIterator<Item = Assessment>) -> String {
    drawn_in(State::prerendered(), assessments)
}

fn drawn_in(mut state: State, assessments: impl IntoIterator<Item = Assessment>) -> String {
    state
        .assessments
        .extend(assessments.into_iter().map(|one| (one.id, one)));
    screen(state, |_| history())
}

const ALL: &str = "324321433452";

#[test]
fn nothing_stored_is_an_invitation() {
    let markup = drawn([]);
    holds(
        &markup,
        &["Nothing to look back on yet.", "Answer the first question"],
    );
    lacks(&markup, &["<section", "<select"]);
}

#[test]
fn one_alone_can_be_opened_and_followed_but_not_compared() {
    let markup = drawn([one(1, "North", "2026-11-23", ALL)]);
    // Levels sum to 36: 25 x (36 / 12 - 1) = 50.
    holds(
        &markup,
        &[
            ">North</h2>",
            "1 assessment<",
            "<h3>2026-11-23</h3>",
            "50 of 100 · Set up",
            "#/results/0000000000000001",
            "#/next/0000000000000001",
            "Delete: North, 2026-11-23",
        ],
    );
    lacks(&markup, &["<svg", "<select", "#/compare/", "not finished"]);
}

#[test]
fn a_team_is_a_timeline_with_its_newest_on_top() {
    let mut full = one(3, "NORTH ", "2026-11-23", ALL);
    full.depth.value = Depth::Full;
    let markup = drawn([
        one(1, "North", "2026-05-01", ALL),
        one(2, "north", "2026-08-20", "444444444444"),
        full,
        one(4, "North", "2026-09-01", "324323------"),
    ]);
    holds(
        &markup,
        &[
            ">NORTH</h2>",
            "4 assessments<",
            "Between 22 and 73 of 100",
            "75 of 100 · Working",
            "No score yet",
            "Full · not finished",
            "Compare with the one before: NORTH, 2026-08-20",
            "#/compare/0000000000000001/0000000000000002",
        ],
    );
    // One of three questions is no score, so three of the four stand on the timeline; two with a figure.
    assert_eq!(markup.matches("class=\"timeline-dot\"").count(), 2);
    assert_eq!(markup.matches("class=\"timeline-range\"").count(), 1);
    let days: Vec<_> = markup
        .split("<h3>")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect();
    assert_eq!(days, ["2026-11-23", "2026-09-01", "2026-08-20", "2026-05-01"]);
}

#[test]
fn the_last_two_of_a_team_are_offered_for_comparison() {
    let markup = drawn([
        one(1, "North", "2026-05-01", ALL),
        one(2, "North", "2026-08-20", ALL),
        one(3, "North", "2026-10-20", ALL),
        one(4, "South", "2026-11-20", ALL),
    ]);
    holds(
        &markup,
        &[
            "href=\"#/compare/0000000000000002/0000000000000003\" class=\"button\"",
            "<optgroup label=\"South\">",
        ],
    );
    let selected: Vec<_> = markup
        .split("<option ")
        .filter(|option| option.contains("selected"))
        .map(|option| option.contains("0000000000000003"))
        .collect();
    assert_eq!(selected, [false, true], "from and to: {markup}");
}

#[test]
fn two_teams_of_one_can_be_compared_all_the_same() {
    let markup = drawn([one(1, "North", "2026-05-01", ALL), one(2, "", "2026-08-20", ALL)]);
    holds(
        &markup,
        &[
            "#/compare/0000000000000001/0000000000000002",
            "Assessment without a name",
        ],
    );
    lacks(&markup, &["Compare with the one before"]);
}

#[test]
fn names_are_text_and_nothing_else() {
    let markup = drawn([
        one(1, "<img src=x>", "2026-05-01", ALL),
        one(2, "<img src=x>", "2026-06-01", ALL),
    ]);
    holds(&markup, &["&lt;img src=x&gt;"]);
    lacks(&markup, &["<img"]);
}

#[test]
fn what_was_answered_for_a_workshop_shows_only_once_it_is_kept() {
    let shown = |ending: &str| {
        let mut state = State::prerendered();
        let text = format!(
            "{{\"schema\":1,\"kind\":\"ticket\",\"id\":\"000000000000abcd\",\"revision\":1,\"body\":{{\"invite\":\"oxyi.A\",\
             \"response\":\"0000000000000005\",\"role\":0,\"assessment\":\"0000000000000002\",\"ending\":\"{ending}\",\
             \"codes\":[],\"again\":[]}}}}"
        );
        let reason = RawReason::OfWorkshop;
        state.raw_records.insert(
            Key::Ticket(WorkshopId(0xabcd)),
            RawRecord::new(text, reason).held_for(WorkshopId(0xabcd)),
        );
        drawn_in(
            state,
            [
                one(1, "Our own", "2026-05-01", ALL),
                one(2, "For a workshop", "2026-06-01", ALL),
            ],
        )
    };
    for ending in ["open", "forget"] {
        let markup = shown(ending);
        holds(&markup, &["Our own"]);
        lacks(&markup, &["For a workshop"]);
    }
    holds(&shown("kept"), &["Our own", "For a workshop"]);
}
