//! An answer that was given before the application had started.

use crate::world::{Disk, World};
use oxymoron::app::action::Action;
use oxymoron::app::state::StorageState;
use oxymoron::domain::answer::Choice;

const EARLY: &str = "oxymoron/1/early/A01";

#[test]
fn it_becomes_an_assessment_and_its_key_goes_only_then() {
    let world = World::opened(&[(EARLY, "4")]);
    let id = world.state().draft.unwrap();
    assert_eq!(world.reopened().answer(id, "A01"), Some("4"));
    assert!(!world.stored().contains_key(EARLY));
}

#[test]
fn it_stays_where_it_is_while_the_assessment_cannot_be_stored() {
    let world = World::new(Disk::Full);
    world.stored_mut().insert(EARLY.to_owned(), "4".to_owned());
    world.boot();
    assert_eq!(world.stored().get(EARLY).map(String::as_str), Some("4"));
    let id = world.state().draft.unwrap();
    world.set_disk(Disk::Working);
    world.answers(id, "A02", "2");
    assert!(
        !world.stored().contains_key(EARLY),
        "taken over with the next write"
    );
    assert_eq!(world.reopened().answer(id, "A01"), Some("4"));
}

#[test]
fn it_is_taken_over_where_nothing_can_be_stored() {
    let world = World::new(Disk::Blocked);
    let entries = vec![(EARLY.to_owned(), "0".to_owned())];
    world.happens(Action::Booted {
        entries,
        storage: StorageState::Blocked,
    });
    assert_eq!(world.answer(world.state().draft.unwrap(), "A01"), Some("0"));
}

#[test]
fn garbage_is_kept_aside() {
    for garbage in ["", "6", "<script>", "33"] {
        let world = World::opened(&[(EARLY, garbage)]);
        assert!(world.state().assessments.is_empty(), "{garbage:?}");
        assert!(
            world.stored().values().any(|text| text == garbage),
            "{garbage:?} is lost"
        );
    }
}

#[test]
fn an_answer_before_the_records_are_here_is_left_to_the_page() {
    let world = World::new(Disk::Working);
    world.stored_mut().insert(EARLY.to_owned(), "4".to_owned());
    world.happens(Action::ChoseFirst(
        "A01".parse().unwrap(),
        Choice::from_code("2").unwrap(),
    ));
    assert!(world.state().assessments.is_empty());
    assert_eq!(world.stored().len(), 1);
    world.boot();
    assert_eq!(world.answer(world.state().draft.unwrap(), "A01"), Some("4"));
}
