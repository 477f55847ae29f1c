//! Two windows on one storage, of which neither has heard of the other: whatever is edited goes on top of what stands there.

use crate::exchange::{bring_in, export, preview, records};
use crate::world::{Disk, World, question_id};
use oxymoron::app::action::{Action, Edit};
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::route::Route;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::record::{Key, write_assessment};

/// Two windows that both know an assessment in which one question is answered.
fn windows() -> (World, World, AssessmentId) {
    let here = World::new(Disk::Working);
    here.boot();
    let id = here.begins();
    here.answers(id, "A01", "1");
    let there = here.beside();
    (here, there, id)
}

/// What stands on the device is what this window shows, and both answers are in it.
fn holds(world: &World, id: AssessmentId, answers: [(&str, &str); 2]) {
    assert_eq!(world.on_disk(id).as_ref(), world.state().assessment(id));
    for (question, code) in answers {
        assert_eq!(world.answer(id, question), Some(code), "{question}");
    }
}

#[test]
fn before_an_edit() {
    let (here, there, id) = windows();
    there.answers(id, "A02", "2");
    here.answers(id, "A03", "3");
    holds(&here, id, [("A02", "2"), ("A03", "3")]);
}

#[test]
fn before_a_name_for_several() {
    let (here, there, one) = windows();
    let other = here.begins();
    here.answers(other, "A01", "1");
    there.hears_of(&Key::Assessment(other).to_string());
    for id in [one, other] {
        there.answers(id, "A02", "2");
    }
    here.happens(Action::Assessment(AssessmentAction::Renamed(
        vec![one, other],
        "Field sales".to_owned(),
    )));
    for id in [one, other] {
        holds(&here, id, [("A01", "1"), ("A02", "2")]);
        assert_eq!(here.on_disk(id).unwrap().subject.value, "Field sales");
    }
}

#[test]
fn before_the_answer_on_the_first_screen() {
    let here = World::new(Disk::Working);
    here.boot();
    let chose = |code| Action::ChoseFirst(question_id("A01"), Choice::from_code(code).unwrap());
    here.happens(chose("1"));
    let id = here.state().draft.unwrap();
    here.beside().answers(id, "A02", "2");
    here.happens(chose("4"));
    holds(&here, id, [("A01", "4"), ("A02", "2")]);
}

#[test]
fn before_a_blank_next_one_is_gone_on_with() {
    let (here, _, previous) = windows();
    here.happens(Action::Moved(Route::Next(previous)));
    let blank = here.state().blank_after(previous).unwrap();
    here.beside().answers(blank, "A02", "2");
    here.happens(Action::Moved(Route::Next(previous)));
    assert_eq!(here.answer(blank, "A02"), Some("2"));
    assert_eq!(
        here.on_disk(blank).as_ref(),
        here.state().assessment(blank),
        "the answer is still stored"
    );
    let begun = here.state().blank_after(previous).unwrap();
    assert_ne!(begun, blank, "it is blank no more, so another one begins");
}

#[test]
fn before_a_file_s_records_are_merged() {
    let (here, there, id) = windows();
    let elsewhere = here.reopened();
    elsewhere.answers(id, "A03", "3");
    let text = write_assessment(elsewhere.state().assessment(id).unwrap());
    there.answers(id, "A02", "2");
    here.happens(Action::Assessment(AssessmentAction::Imported {
        records: vec![(Key::Assessment(id), text)],
        continued: false,
    }));
    holds(&here, id, [("A02", "2"), ("A03", "3")]);
}

#[test]
fn what_is_already_known_is_not_read_again() {
    let (here, there, id) = windows();
    there.answers(id, "A02", "2");
    here.hears_of(&Key::Assessment(id).to_string());
    there.edits(id, Edit::TookBack(question_id("A02")));
    // Of its own write, and of what it has heard, a window makes no news.
    here.hears_of(&Key::Assessment(id).to_string());
    let revision = here.state().assessment(id).unwrap().revision;
    here.answers(id, "A03", "3");
    let after = here.state().assessment(id).unwrap().revision;
    assert_eq!(after, revision.next());
    assert_eq!(
        (here.answer(id, "A02"), here.answer(id, "A03")),
        (None, Some("3"))
    );
}

#[test]
fn where_nothing_reads_records_yet_the_other_window_s_is_kept_as_a_copy_before_an_edit() {
    let (here, there, id) = windows();
    here.reads_nothing();
    there.answers(id, "A02", "5");
    let theirs = there.stored()[&Key::Assessment(id).to_string()].clone();
    here.answers(id, "A03", "2");
    assert_eq!(here.answer(id, "A03"), Some("2"));
    let copy = Key::Assessment(id).quarantine();
    assert_eq!(here.stored()[&copy.to_string()], theirs);
    let again = here.reopened();
    assert_eq!(again.state().raw_records[&copy].text.to_string(), theirs);
}

#[test]
fn where_nothing_reads_records_they_leave_quoted_and_come_back_the_same() {
    let world = World::opened(&[("oxymoron/1/later/7", r#"{"a":[1]}"#)]);
    assert!(export(&world).contains(r#",{"a":[1]}]"#));
    let before = records(&world);
    world.reads_nothing();
    let file = export(&world);
    assert!(file.contains(r#","{\"a\":[1]}"]"#), "{file}");
    let fresh = World::new(Disk::Working);
    fresh.boot();
    bring_in(&fresh, &preview(&fresh, &[&file]));
    assert_eq!(records(&fresh), before);
}
