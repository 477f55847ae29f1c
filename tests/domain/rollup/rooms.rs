//! One room: what it is called in files, what it takes over from its session, and what two copies of it come to.

use super::{NOW, area, first, levels, room};
use crate::support::twelve_areas;
use crate::workshop::{after, question};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::doors::Door;
use oxymoron::domain::plan::{Chosen, PlanDay, PlanText, Status};
use oxymoron::domain::rollup::room::{Contradiction, Copy, Room, RoomName, RoomPlan};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;

#[test]
fn a_letter_before_its_id_keeps_it_from_being_taken_for_a_number() {
    let id = WorkshopId(0x12);
    let titled = RoomName::Titled("North".to_owned(), Day::new(2026, 11, 23));
    for (name, written) in [
        (RoomName::Workshop(id), "w0000000000000012"),
        (RoomName::Rehearsal(id), "r0000000000000012"),
        (titled, ""),
    ] {
        assert_eq!(name.in_table(), written);
    }
}

#[test]
fn a_room_has_voted_again_once_a_second_vote_is_among_its_votes() {
    let mut north = room(1, &[]);
    assert!(!north.voted_again());
    north.show(first(1), Some(levels([1, 2, 3, 0, 0])));
    assert!(!north.voted_again());
    // Even where there were too few to show.
    north.show((Round::new(2).unwrap(), first(1).1), None);
    assert!(north.voted_again());
}

#[test]
fn what_it_chose_comes_along_without_its_owner() {
    let stop = Day::new(2026, 12, 7);
    let counted = Counted {
        levels: [1, 2, 3, 0, 0],
        ..Counted::default()
    };
    let chosen = Chosen {
        area: area(4),
        door: Door::Chance,
        from: None,
        to: None,
    };
    let text = |which, text: &str| Change::WrotePlan(which, text.to_owned());
    let workshop = after([
        Change::CountedHands(question(1), counted),
        Change::WentTo(Stage::Choose),
        Change::Chose(Some(chosen)),
        Change::WroteHypothesis(" We rarely say what we doubt ".to_owned()),
        text(PlanText::Experiment, "One doubt in every call"),
        text(PlanText::Counted, "Doubts"),
        text(PlanText::Owner, "Ruth"),
        Change::SetPlanDay(PlanDay::Stop, stop),
    ]);
    let room = Room::of(&workshop, &twelve_areas(), stop.unwrap()).unwrap();
    let expected = RoomPlan {
        area: area(4),
        hypothesis: "We rarely say what we doubt".to_owned(),
        experiment: "One doubt in every call".to_owned(),
        counted: "Doubts".to_owned(),
        stop,
        review: None,
        status: Status::Planned,
        learned: String::new(),
    };
    assert_eq!(room.plan, Some(expected));
}

#[test]
fn what_one_copy_hides_the_other_does_not_show() {
    let shown = room(1, &[[1, 2, 3, 0, 0], [6, 0, 0, 0, 0]]);
    let mut hidden = shown.clone();
    hidden.show(first(1), None);
    for (one, other) in [(&shown, &hidden), (&hidden, &shown)] {
        let (whole, _) = one.with(other).unwrap();
        assert_eq!(whole.vote(first(1)), Some(None));
        assert_eq!(whole.vote(first(2)), shown.vote(first(2)));
    }
}

/// Of two that say as much, and neither of them later, the one that is there stands.
#[test]
fn a_copy_that_is_no_later_overwrites_nothing() {
    let mut north = room(1, &[[1, 2, 3, 0, 0]]);
    north.changed = Some(NOW);
    north.language = Language::new("en");
    north.hands.insert(area(4), 7);
    let mut other = north.clone();
    other.language = Language::new("de");
    other.hands.insert(area(4), 5);
    assert_eq!(north.with(&other), Ok((north.clone(), Copy::Older)));
    assert_eq!(other.with(&north), Ok((other.clone(), Copy::Older)));
    other.changed = Some(Moment(NOW.0 + 1));
    assert_eq!(north.with(&other), Ok((other.clone(), Copy::Newer)));
    other.people += 1;
    assert_eq!(north.with(&other), Err(Contradiction));
}
