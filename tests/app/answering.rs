//! Answers, notes and everything else that changes an assessment.

use crate::world::{Disk, World, question_id};
use oxymoron::app::action::{Action, Edit};
use oxymoron::app::state::{DigitKeys, SaveState, WriteError};
use oxymoron::domain::answer::{Answer, Choice};
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::record::Theme;

#[test]
fn an_answer_is_stored_before_the_screen_says_saved() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    assert_eq!(world.state().save, SaveState::Untouched);
    world.answers(id, "A05", "3");
    assert_eq!(world.state().save, SaveState::Saved);
    assert_eq!(world.reopened().answer(id, "A05"), Some("3"));
}

#[test]
fn a_full_disk_is_said_and_loses_nothing_that_was_stored() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A01", "2");
    world.set_disk(Disk::Full);
    world.answers(id, "A02", "4");
    assert_eq!(world.state().save, SaveState::Failed(WriteError::Full));
    assert_eq!(world.answer(id, "A02"), Some("4"), "the page still knows");
    assert_eq!(world.reopened().answer(id, "A01"), Some("2"));
    world.set_disk(Disk::Working);
    world.answers(id, "A03", "5");
    assert_eq!(world.state().save, SaveState::Saved);
    assert_eq!(
        world.reopened().answer(id, "A02"),
        Some("4"),
        "stored with the next answer"
    );
}

#[test]
fn a_blocked_disk_works_in_memory_and_says_so() {
    let world = World::new(Disk::Blocked);
    world.boot();
    let id = world.begins();
    world.answers(id, "A01", "1");
    assert_eq!(world.state().save, SaveState::InMemory);
    assert_eq!(world.answer(id, "A01"), Some("1"));
}

#[test]
fn every_edit_reaches_the_disk() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    let day = "2026-09-30".parse().ok();
    let edits = [
        Edit::Chose(question_id("A02"), Choice::NotApplicable),
        Edit::GaveReason(question_id("A02"), "we hire nobody".to_owned()),
        Edit::WroteNote(question_id("A07").area().unwrap(), "x".repeat(10_000)),
        Edit::ChoseDepth(Depth::Full),
        Edit::ChoseKnowDo(KnowDo::Included),
        Edit::NamedSubject("Nord \u{202e}<b>🦀</b>".to_owned()),
        Edit::SetDay(day),
    ];
    for edit in edits {
        world.edits(id, edit);
    }
    let stored = world.on_disk(id).unwrap();
    let reason = Answer::NotApplicable("we hire nobody".to_owned());
    assert_eq!(stored.answer(question_id("A02")), Some(&reason));
    assert_eq!(stored.note(question_id("A07").area().unwrap()).len(), 10_000);
    assert_eq!(
        (stored.depth.value, stored.know_do.value),
        (Depth::Full, KnowDo::Included)
    );
    assert_eq!(stored.subject.value, "Nord \u{202e}<b>🦀</b>");
    assert_eq!(stored.day.value, day);
}

#[test]
fn choosing_not_applicable_again_keeps_the_reason() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A12", "x");
    world.edits(
        id,
        Edit::GaveReason(question_id("A12"), "no such team".to_owned()),
    );
    world.answers(id, "A12", "x");
    let stored = world.on_disk(id).unwrap();
    assert_eq!(
        stored.answer(question_id("A12")),
        Some(&Answer::NotApplicable("no such team".to_owned()))
    );
}

#[test]
fn a_wrong_click_loses_no_reason() {
    let world = World::new(Disk::Working);
    let (id, other) = (world.begins(), question_id("A11"));
    let given = Answer::NotApplicable("no such team".to_owned());
    let stored = |question| world.on_disk(id).unwrap().answer(question).cloned();
    world.answers(id, "A12", "x");
    world.edits(
        id,
        Edit::GaveReason(question_id("A12"), "no such team".to_owned()),
    );
    for slip in ["3", "0", "-"] {
        if slip == "-" {
            world.edits(id, Edit::TookBack(question_id("A12")));
        } else {
            world.answers(id, "A12", slip);
        }
        world.answers(id, "A11", "x");
        assert_eq!(
            stored(other),
            Some(Answer::NotApplicable(String::new())),
            "{slip}"
        );
        world.answers(id, "A12", "x");
        assert_eq!(stored(question_id("A12")), Some(given.clone()), "{slip}");
    }
    // What is chosen afresh on another assessment has none.
    let another = world.begins();
    world.answers(id, "A12", "1");
    world.answers(another, "A12", "x");
    let on_disk = world.on_disk(another).unwrap();
    assert_eq!(
        on_disk.answer(question_id("A12")),
        Some(&Answer::NotApplicable(String::new()))
    );
}

#[test]
fn an_answer_taken_back_is_unanswered_after_a_reload() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A01", "4");
    world.edits(id, Edit::TookBack(question_id("A01")));
    assert_eq!(world.reopened().answer(id, "A01"), None);
}

#[test]
fn going_from_full_to_quick_and_back_loses_no_answer() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.edits(id, Edit::ChoseDepth(Depth::Full));
    world.answers(id, "A01a", "5");
    world.edits(id, Edit::ChoseDepth(Depth::Quick));
    world.edits(id, Edit::ChoseDepth(Depth::Full));
    assert_eq!(world.answer(id, "A01a"), Some("5"));
}

#[test]
fn an_edit_of_an_assessment_that_is_not_here_does_nothing() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.happens(Action::Deleted(id));
    let stored = world.stored().clone();
    world.answers(id, "A01", "1");
    assert_eq!(*world.stored(), stored);
}

#[test]
fn the_first_screen_starts_one_assessment_and_keeps_to_it() {
    let world = World::opened(&[]);
    let first = question_id("A01");
    world.happens(Action::ChoseFirst(first, Choice::from_code("2").unwrap()));
    world.happens(Action::ChoseFirst(first, Choice::from_code("3").unwrap()));
    assert_eq!(world.state().assessments.len(), 1);
    let id = world.state().draft.unwrap();
    assert_eq!(world.reopened().answer(id, "A01"), Some("3"));
}

#[test]
fn pace_is_known_for_answers_given_in_this_page_only_and_never_stored() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    for number in 1..=12 {
        world.answers(id, &format!("A{number:02}"), "3");
    }
    let seconds = world.state().seconds(id).unwrap();
    assert!((11..55).contains(&seconds), "{seconds}");
    assert_eq!(world.reopened().state().seconds(id), None);
    world.happens(Action::MeantIt(id));
    assert!(world.state().meant.contains(&id));
}

#[test]
fn settings_are_stored_and_painted() {
    let world = World::new(Disk::Working);
    world.happens(Action::ChosePalette(Theme::Dark));
    world.happens(Action::SwitchedDigitKeys(DigitKeys::Off));
    assert_eq!(world.painted(), Some(Theme::Dark));
    let later = world.reopened();
    assert_eq!(later.painted(), Some(Theme::Dark));
    assert_eq!(later.state().preferences().digit_keys, DigitKeys::Off);
}
