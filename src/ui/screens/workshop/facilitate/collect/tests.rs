//! The ways to collect as markup.

use crate::domain::code::hands::Counted;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::modes::Mode;
use crate::domain::workshop::stage::Stage;
use crate::ui::screens::workshop::facilitate::tests::{NOW, at, console_of, workshop};
use crate::ui::testing::{holds, lacks};

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
    for change in [
        Change::ChoseTopics(vec![AreaId::new(5).expect("an area")]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
    ] {
        again.apply(change, NOW);
    }
    let again = console_of(&again);
    holds(
        &again,
        &[
            "id=\"paste\"",
            "Second vote: Learning from failure",
            "/2/A05",
            "one character",
        ],
    );
    lacks(&again, &["id=\"hands-question\""]);
}
