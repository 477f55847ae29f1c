//! Two windows on one storage, of which neither has heard of the other: whatever is edited goes on top of what stands there.

use crate::exchange::{bring_in, export, preview, records};
use crate::world::{Disk, World, checklist, question_id};
use oxymoron::app::action::{Action, Edit};
use oxymoron::app::assessment::action::{AssessmentAction, Incoming};
use oxymoron::app::assessment::preview::ImportChoice;
use oxymoron::app::route::Route;
use oxymoron::app::state::DigitKeys;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::record::{Key, Theme, write_assessment};

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
        records: vec![Incoming {
            key: Key::Assessment(id),
            text,
            copied: true,
        }],
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

#[test]
fn undoing_a_deletion_keeps_what_another_window_has_answered_since() {
    let (here, there, id) = windows();
    here.happens(Action::Deleted(id));
    there.answers(id, "A02", "2");
    here.happens(Action::Undid);
    holds(&here, id, [("A01", "1"), ("A02", "2")]);

    // The same where it was heard of.
    here.happens(Action::Deleted(id));
    there.answers(id, "A03", "3");
    here.hears_of(&Key::Assessment(id).to_string());
    here.happens(Action::Undid);
    holds(&here, id, [("A01", "1"), ("A03", "3")]);
}

#[test]
fn a_deletion_that_is_undone_brings_back_what_another_window_wrote_before_it() {
    let (here, there, id) = windows();
    there.answers(id, "A02", "2");
    here.happens(Action::Deleted(id));
    assert!(here.stored().is_empty());
    here.happens(Action::Undid);
    holds(&here, id, [("A01", "1"), ("A02", "2")]);

    there.hears_of(&Key::Assessment(id).to_string());
    there.answers(id, "A03", "3");
    here.happens(Action::Assessment(AssessmentAction::DeletedEverything));
    here.happens(Action::Undid);
    holds(&here, id, [("A02", "2"), ("A03", "3")]);
}

#[test]
fn what_came_from_a_file_is_not_taken_back_from_under_another_window() {
    let (here, there, id) = windows();
    let elsewhere = here.reopened();
    elsewhere.answers(id, "A03", "3");
    let file = export(&elsewhere);
    bring_in(&here, &preview(&here, &[&file]));
    there.answers(id, "A02", "2");
    here.happens(Action::Undid);
    holds(&here, id, [("A02", "2"), ("A03", "3")]);
}

#[test]
fn an_undone_choice_leaves_another_window_s_alone() {
    let (here, there, _) = windows();
    here.happens(Action::ChosePalette(Theme::Dark));
    here.happens(Action::DeletedRecord(Key::Settings));
    there.happens(Action::ChosePalette(Theme::Light));
    here.happens(Action::Undid);
    assert_eq!(here.state().preferences().theme, Theme::Light);
    assert_eq!(here.painted(), Some(Theme::Light));

    let elsewhere = World::new(Disk::Working);
    elsewhere.happens(Action::ChosePalette(Theme::Dark));
    let file = export(&elsewhere);
    let mut found = preview(&here, &[&file]);
    found.choose(&Key::Settings, ImportChoice::Merge);
    bring_in(&here, &found);
    there.happens(Action::SwitchedDigitKeys(DigitKeys::Off));
    here.happens(Action::Undid);
    assert_eq!(here.state().preferences().theme, Theme::Dark);
    assert_eq!(here.state().preferences().digit_keys, DigitKeys::Off);
}

#[test]
fn of_choices_each_stays_that_another_window_made() {
    let (here, there, _) = windows();
    there.happens(Action::SwitchedDigitKeys(DigitKeys::Off));
    here.happens(Action::ChosePalette(Theme::Dark));
    assert_eq!(here.state().preferences().digit_keys, DigitKeys::Off);
    there.happens(Action::SwitchedDigitKeys(DigitKeys::On));
    assert_eq!(there.painted(), Some(Theme::Dark));
    assert_eq!(there.state().preferences().theme, Theme::Dark);
    let again = here.reopened();
    assert_eq!(again.state().preferences(), there.state().preferences());
}

#[test]
fn what_another_window_knows_of_copies_stays_known() {
    let (here, there, id) = windows();
    export(&there);
    let everything = there.state().backup.everything;
    here.happens(Action::DismissedReminder);
    assert_eq!(here.state().backup.everything, everything);

    let elsewhere = World::new(Disk::Working);
    elsewhere.begins();
    let file = export(&elsewhere);
    there.happens(Action::DismissedReminder);
    let waved_away = there.state().backup.dismissed;
    bring_in(&here, &preview(&here, &[&file]));
    assert_eq!(here.state().backup.dismissed, waved_away);

    there.happens(Action::DismissedReminder);
    export(&here);
    assert_eq!(here.state().backup.dismissed, there.state().backup.dismissed);

    here.happens(Action::Deleted(id));
    export(&there);
    here.happens(Action::DismissedUndo);
    assert_eq!(here.state().backup.everything, there.state().backup.everything);
    assert_eq!(here.reopened().state().backup, here.state().backup);
}

#[test]
fn a_choice_before_anything_reads_records_makes_no_copy_of_another_window_s() {
    let (here, there, _) = windows();
    here.reads_nothing();
    there.happens(Action::ChosePalette(Theme::Light));
    here.happens(Action::ChosePalette(Theme::Dark));
    assert!(here.state().raw_records.is_empty());
    assert_eq!(here.reopened().state().preferences().theme, Theme::Dark);
}

#[test]
fn what_is_heard_of_late_does_not_bring_back_what_stood_before() {
    let (here, there, id) = windows();
    let key = Key::Assessment(id).to_string();
    there.happens(Action::Deleted(id));
    there.happens(Action::Undid);
    here.answers(id, "A02", "2");
    // Of the deletion, of the undoing, and of both once more.
    for _ in 0..4 {
        here.hears_of(&key);
    }
    holds(&here, id, [("A01", "1"), ("A02", "2")]);
    here.happens(Action::ChosePalette(Theme::Dark));
    there.happens(Action::DeletedRecord(Key::Settings));
    here.hears_of(&Key::Settings.to_string());
    assert_eq!(here.state().settings, None);
}

#[test]
fn another_window_tells_what_left() {
    let (here, there, id) = windows();
    for number in 2..=12 {
        here.answers(id, &format!("A{number:02}"), "3");
    }
    let alone = || here.state().has_no_copy(&checklist());
    assert!(alone());
    export(&there);
    here.hears_of(&Key::Backup.to_string());
    assert!(!alone());
    there.happens(Action::DeletedRecord(Key::Backup));
    here.hears_of(&Key::Backup.to_string());
    assert!(alone());
}
