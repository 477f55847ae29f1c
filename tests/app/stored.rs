//! What is found in storage: good, damaged, from the future, and changed by another window.

use crate::world::{Disk, World, question_id};
use oxymoron::app::action::{Action, Edit};
use oxymoron::app::state::{RawReason, SaveState, WriteError};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::record::Key;

const ID: AssessmentId = AssessmentId(0xaa);
const KEY: &str = "oxymoron/1/assessment/00000000000000aa";
const QUARANTINE: &str = "oxymoron/1/quarantine/assessment/00000000000000aa";

/// A good record, made by the application itself.
fn good() -> String {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A01", "2");
    world.answers(id, "A02", "3");
    world.stored()[&Key::Assessment(id).to_string()].replace(&id.to_string(), &ID.to_string())
}

#[test]
fn what_cannot_be_read_is_set_aside_untouched() {
    let cut_off = good()[..40].to_owned();
    for text in [
        "",
        "garbage",
        "[]",
        "{}",
        "null",
        "{\"schema\":\"1\"}",
        cut_off.as_str(),
    ] {
        let world = World::opened(&[(KEY, text)]);
        assert!(world.state().assessments.is_empty(), "{text:?}");
        assert_eq!(world.stored().get(QUARANTINE).map(String::as_str), Some(text));
        assert!(!world.stored().contains_key(KEY));
        assert_eq!(
            world.reopened().state().raw_records.len(),
            1,
            "seen again after a reload, once"
        );
    }
}

#[test]
fn nothing_is_removed_while_the_copy_cannot_be_written() {
    let world = World::new(Disk::Full);
    world.stored_mut().insert(KEY.to_owned(), "garbage".to_owned());
    world.boot();
    assert_eq!(world.stored().get(KEY).map(String::as_str), Some("garbage"));
    assert_eq!(world.state().raw_records.len(), 1, "and it is shown all the same");
}

#[test]
fn a_second_damaged_text_does_not_replace_the_first_copy() {
    let world = World::opened(&[(QUARANTINE, "first"), (KEY, "second")]);
    let stored = world.stored();
    let mut texts: Vec<_> = stored.values().map(String::as_str).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["first", "second"]);
}

#[test]
fn a_newer_record_is_left_alone_even_when_an_edit_is_due() {
    let newer = good().replacen("\"schema\":3", "\"schema\":4", 1);
    let world = World::opened(&[(KEY, &newer)]);
    assert_eq!(
        world.state().raw_records[&Key::Assessment(ID)].reason,
        RawReason::Newer
    );
    world.answers(ID, "A01", "5");
    assert_eq!(world.stored()[KEY], newer);
}

#[test]
fn a_newer_version_in_another_window_stops_this_one_from_writing() {
    let world = World::opened(&[(KEY, &good())]);
    let newer = good().replacen("\"schema\":3", "\"schema\":4", 1);
    world.stored_mut().insert(KEY.to_owned(), newer.clone());
    world.answers(ID, "A03", "5");
    assert_eq!(world.state().save, SaveState::Failed(WriteError::Newer));
    assert_eq!(world.stored()[KEY], newer);
    assert_eq!(
        world.answer(ID, "A03"),
        Some("5"),
        "the page still shows what was answered"
    );
}

#[test]
fn an_answer_out_of_range_costs_that_answer_only_and_keeps_a_copy() {
    let text = good().replacen("[\"3\",", "[\"9\",", 1);
    let world = World::opened(&[(KEY, &text)]);
    assert_eq!(world.answer(ID, "A01"), Some("2"));
    assert_eq!(world.answer(ID, "A02"), None);
    assert_eq!(world.stored()[QUARANTINE], text);
    assert_eq!(
        world.reopened().state().raw_records.len(),
        1,
        "one copy, however often the page is opened"
    );
}

#[test]
fn a_key_that_this_version_does_not_know_is_left_alone() {
    let world = World::opened(&[("oxymoron/1/workshop/1", "{}"), ("somebody else", "x")]);
    assert_eq!(world.stored().len(), 2);
    assert_eq!(
        world.state().raw_records.len(),
        1,
        "a key of somebody else is none of our business"
    );
}

#[test]
fn two_windows_answering_different_questions_lose_nothing() {
    let one = World::opened(&[(KEY, &good())]);
    let other = one.beside();
    one.answers(ID, "A05", "1");
    other.answers(ID, "A06", "2");
    one.hears_of(KEY);
    for world in [&one, &other] {
        assert_eq!(
            (world.answer(ID, "A05"), world.answer(ID, "A06")),
            (Some("1"), Some("2"))
        );
    }
}

#[test]
fn of_two_answers_to_the_same_question_the_later_stands_in_both_windows() {
    let one = World::opened(&[(KEY, &good())]);
    let other = one.beside();
    one.answers(ID, "A05", "5");
    other.edits(ID, Edit::TookBack(question_id("A05")));
    one.hears_of(KEY);
    assert_eq!((one.answer(ID, "A05"), other.answer(ID, "A05")), (None, None));
}

#[test]
fn what_another_window_deleted_disappears_here() {
    let world = World::opened(&[(KEY, &good())]);
    world.happens(Action::StoredElsewhere {
        key: KEY.parse().unwrap(),
        text: None,
    });
    assert!(world.state().assessments.is_empty());
}

#[test]
fn garbage_settings_are_set_aside_and_the_defaults_hold() {
    let world = World::opened(&[(
        "oxymoron/1/settings/device",
        "{\"schema\":1,\"body\":{\"theme\":\"pink\"}}",
    )]);
    assert_eq!(
        world.state().preferences(),
        oxymoron::domain::record::Settings::DEFAULT
    );
    assert_eq!(world.state().raw_records.len(), 1);
}
