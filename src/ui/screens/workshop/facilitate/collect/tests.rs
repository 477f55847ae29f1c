//! The ways to collect as markup.

use super::report::line_words;
use crate::app::state::State;
use crate::domain::code::digits::{LineError, RefusedLine};
use crate::domain::code::hands::Counted;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::modes::Mode;
use crate::domain::workshop::stage::Stage;
use crate::ui::screens::workshop::facilitate::tests::{NOW, at, console_of, workshop};
use crate::ui::testing::{holds, lacks, store};

#[test]
fn the_ways_that_were_used_are_unfolded() {
    let fresh = at(Stage::Vote, 2);
    let unfolded = |workshop: &Workshop| {
        let page = console_of(workshop);
        let ways = Mode::ALL.map(Mode::name).into_iter();
        let open = ways.filter(|way| page.contains(&format!("data-way=\"{way}\" open")));
        open.collect::<Vec<_>>()
    };
    assert!(unfolded(&fresh).is_empty());
    let mut used = fresh;
    used.apply(Change::Collected(Mode::PassedDevice), NOW);
    let question = QuestionId::Anchored(AreaId::new(1).expect("an area"));
    used.apply(Change::CountedHands(question, Counted::default()), NOW);
    assert_eq!(unfolded(&used), ["device", "hands"]);
    let mut next = workshop();
    next.goes_on_from(&used);
    assert_eq!(unfolded(&next), ["device", "hands"]);
}

#[test]
fn answers_are_collected_while_a_vote_is_open_and_never_else() {
    for stage in [Stage::Invite, Stage::Vote] {
        holds(
            &console_of(&at(stage, 2)),
            &["id=\"paste\"", "/pass\"", "id=\"digits\"", "class=\"hands\""],
        );
    }
    for stage in [Stage::Close, Stage::Reveal, Stage::Discuss] {
        lacks(&console_of(&at(stage, 2)), &["id=\"paste\"", "id=\"digits\""]);
    }
    let mut again = at(Stage::Reveal, 6);
    to_second_vote(&mut again, 5);
    let again = console_of(&again);
    holds(
        &again,
        &[
            "id=\"paste\"",
            "Second vote: Learning from failure",
            "/2/A05",
            "one character: 1 to 5, ? for can’t tell.",
        ],
    );
    lacks(&again, &["id=\"hands-question\""]);
}

fn to_second_vote(workshop: &mut Workshop, area: u8) {
    for change in [
        Change::ChoseTopics(vec![AreaId::new(area).expect("an area")]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
    ] {
        workshop.apply(change, NOW);
    }
}

#[test]
fn not_applicable_is_offered_where_the_question_offers_it() {
    for (area, offered) in [(2, true), (5, false), (12, true)] {
        let mut again = at(Stage::Reveal, 6);
        to_second_vote(&mut again, area);
        let page = console_of(&again);
        assert_eq!(page.contains("x for not applicable"), offered, "area {area}");
    }
}

#[test]
fn a_line_is_too_long_for_one_question_or_for_many() {
    let words = |questions| {
        let why = LineError::TooLong {
            answers: 3,
            questions,
        };
        line_words(&store(State::prerendered()), &RefusedLine { line: 1, why })
    };
    assert_eq!(words(1), "Line 1 is too long: 3 answers to one question");
    assert_eq!(words(12), "Line 1 is too long: 3 answers to 12 questions");
}
