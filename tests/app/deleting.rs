//! Deleting, undoing, and taking data out.

use crate::world::{Disk, World};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::export::record;
use oxymoron::domain::record::{Key, Theme};

#[test]
fn a_deletion_empties_the_disk_at_once_and_undo_brings_all_of_it_back() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A01", "4");
    let before = world.on_disk(id);
    world.happens(Action::Deleted(id));
    assert!(
        world.stored().is_empty(),
        "gone from the device, not only from the screen"
    );
    world.happens(Action::Undid);
    assert_eq!(world.on_disk(id), before);
    assert!(world.state().undo.is_empty());
}

#[test]
fn dismissing_the_offer_ends_it() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.happens(Action::Deleted(id));
    world.happens(Action::DismissedUndo);
    world.happens(Action::Undid);
    assert!(world.state().assessments.is_empty());
}

#[test]
fn what_was_deleted_one_by_one_is_brought_back_as_a_whole() {
    let world = World::new(Disk::Working);
    let ids = [world.begins(), world.begins(), world.begins()];
    for (turn, id) in (1..).zip(ids) {
        world.answers(id, "A01", "3");
        world.happens(Action::Deleted(id));
        assert_eq!(world.state().undo.len(), turn);
    }
    // Nothing is gone by deleting what is not there.
    world.happens(Action::Deleted(ids[0]));
    assert_eq!(world.state().undo.len(), 3);
    world.happens(Action::Undid);
    for id in ids {
        assert_eq!(world.answer(id, "A01"), Some("3"));
        assert!(world.on_disk(id).is_some());
    }
}

#[test]
fn what_is_chosen_and_deleted_twice_is_gone_twice_and_comes_back_as_it_was_last() {
    let world = World::new(Disk::Working);
    world.boot();
    for theme in [Theme::Light, Theme::Dark] {
        world.happens(Action::ChosePalette(theme));
        world.happens(Action::DeletedRecord(Key::Settings));
        assert!(world.stored().is_empty(), "{theme:?}");
        assert_eq!(
            (world.painted(), world.state().undo.len()),
            (Some(Theme::System), 1)
        );
    }
    world.happens(Action::Undid);
    assert_eq!(world.painted(), Some(Theme::Dark));
}

#[test]
fn deleting_everything_leaves_no_key_of_ours_and_can_be_undone() {
    let unknown = "oxymoron/1/plan/7";
    let world = World::opened(&[(unknown, "kept"), ("oxymoron/1/assessment/00000000000000aa", "{")]);
    let id = world.begins();
    world.answers(id, "A01", "4");
    world.happens(Action::ChosePalette(Theme::Light));
    let before = world.stored().clone();
    world.happens(Action::Assessment(AssessmentAction::DeletedEverything));
    assert!(world.stored().is_empty(), "{:?}", world.stored());
    world.happens(Action::Undid);
    assert_eq!(*world.stored(), before);
    assert_eq!(world.painted(), Some(Theme::Light));
}

#[test]
fn choices_can_be_deleted_and_brought_back() {
    let world = World::new(Disk::Working);
    world.happens(Action::ChosePalette(Theme::Dark));
    let before = world.stored().clone();
    world.happens(Action::DeletedRecord(Key::Settings));
    assert!(world.stored().is_empty());
    assert_eq!(world.painted(), Some(Theme::System));
    world.happens(Action::Undid);
    assert_eq!(*world.stored(), before);
    assert_eq!(world.painted(), Some(Theme::Dark));
}

#[test]
fn choices_of_a_later_version_stay_as_they_are() {
    let key = Key::Settings.to_string();
    let later = r#"{"schema":9,"kind":"settings","id":"device","revision":0,"body":{}}"#;
    let world = World::opened(&[(&key, later)]);
    world.happens(Action::ChosePalette(Theme::Dark));
    assert_eq!(world.painted(), Some(Theme::Dark));
    assert_eq!(world.stored().get(&key).map(String::as_str), Some(later));
}

#[test]
fn a_record_that_is_not_in_use_can_be_deleted_and_brought_back() {
    let key = "oxymoron/1/plan/7";
    let world = World::opened(&[(key, "from the future")]);
    world.happens(Action::DeletedRecord(key.parse().unwrap()));
    assert!(world.stored().is_empty());
    world.happens(Action::Undid);
    assert_eq!(
        world.stored().get(key).map(String::as_str),
        Some("from the future")
    );
}

#[test]
fn a_file_holds_the_record_as_it_is_stored() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A09", "0");
    let (name, text) = record(&world.state(), &Key::Assessment(id)).unwrap();
    assert_eq!(Some(&text), world.stored().get(&Key::Assessment(id).to_string()));
    assert!(!name.contains('/'), "{name}");
}

#[test]
fn one_file_holds_everything_by_key() {
    let world = World::opened(&[("oxymoron/1/assessment/00000000000000aa", "garbage")]);
    let id = world.begins();
    world.answers(id, "A01", "4");
    world.happens(Action::AskedForEverything);
    world.says_that_it_arrived();
    let (_, text) = world.last_file();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let records = file["records"].as_array().unwrap();
    assert_eq!(records.len(), 2, "{file}");
    assert_eq!(records[0][1]["id"], id.to_string());
    assert_eq!(records[1][1], "garbage");
}
