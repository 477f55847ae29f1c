//! Taking everything out, looking at what a file holds, bringing it in, and taking that back.

use crate::world::{Disk, World, question_id};
use oxymoron::app::action::{Action, Copied, Edit};
use oxymoron::app::preview::{Choice, Preview, What};
use oxymoron::app::state::{SaveState, WriteError};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::exchange::{Intake, Reason, Relation};
use oxymoron::domain::record::{Key, Theme};
use std::collections::BTreeMap;

const BACKUP: &str = "oxymoron/1/backup/device";

/// What a file holds, compared with what a world has.
fn preview(world: &World, files: &[&str]) -> Preview {
    let mut preview = Preview::default();
    for file in files {
        let mut intake = Intake::open((*file).to_owned()).unwrap();
        while let Some(found) = intake.next() {
            preview.add(&world.state, found);
        }
    }
    preview
}

/// Brings in what is chosen, two records at a time, as the screen does in its slices.
fn bring_in(world: &mut World, preview: &Preview) {
    let mut fresh = 0xf000;
    let arrivals = preview.arrivals(|| {
        fresh += 1;
        AssessmentId(fresh)
    });
    for (place, records) in arrivals.chunks(2).enumerate() {
        world.happens(Action::TookIn {
            records: records.to_vec(),
            continued: place > 0,
        });
    }
}

fn take_out(world: &mut World) -> String {
    world.happens(Action::AskedForEverything);
    let (name, text) = world.files.pop().unwrap();
    assert_eq!(name, "oxymoron-everything.json");
    text
}

/// What is stored, without what is known of copies.
fn records(world: &World) -> BTreeMap<String, String> {
    let mut stored = world.stored.clone();
    stored.remove(BACKUP);
    stored
}

/// Two assessments, settings, a damaged record, one of a later version, and an unknown one.
fn full_world() -> (World, [AssessmentId; 2]) {
    let mut world = World::opened(&[
        ("oxymoron/1/assessment/00000000000000aa", "{damaged <b>"),
        (
            "oxymoron/1/assessment/00000000000000bb",
            r#"{"schema":9,"kind":"assessment","id":"00000000000000bb", "x":"\u003c"}"#,
        ),
        ("oxymoron/1/workshop/7", "from later"),
    ]);
    let ids = [world.begins(), world.begins()];
    world.answers(ids[0], "A01", "4");
    world.edits(
        ids[0],
        Edit::NamedSubject("Köln \"</script>\" 🙂\u{202e}".to_owned()),
    );
    world.answers(ids[1], "A02", "x");
    world.happens(Action::ChosePalette(Theme::Dark));
    (world, ids)
}

#[test]
fn out_and_in_again_is_the_same_byte_by_byte() {
    let (mut world, _) = full_world();
    let before = records(&world);
    let file = take_out(&mut world);
    let mut fresh = World::new(Disk::Working);
    fresh.boot();
    let found = preview(&fresh, &[&file]);
    assert!(
        found.rows.iter().all(|row| row.relation == Relation::New),
        "{found:?}"
    );
    assert_eq!(fresh.stored.len(), 0, "looking writes nothing");
    bring_in(&mut fresh, &found);
    assert_eq!(records(&fresh), before);
    assert_eq!(fresh.painted, Some(Theme::Dark));
    // The second file differs from the first in its moment alone.
    let again = take_out(&mut fresh);
    let without_moment = |file: &str| {
        let (head, rest) = file.split_once(",\"exported\":").unwrap();
        [head, rest.split_once(',').unwrap().1].concat()
    };
    assert_eq!(without_moment(&again), without_moment(&file));
    let reopened = fresh.reopened();
    assert_eq!(records(&reopened), before);
}

#[test]
fn brought_in_where_it_came_from_it_is_all_here_already() {
    let (mut world, _) = full_world();
    let file = take_out(&mut world);
    let found = preview(&world, &[&file]);
    assert_eq!(found.rows.len(), 6);
    assert!(
        found
            .rows
            .iter()
            .all(|row| row.relation == Relation::Same && row.offers().is_empty())
    );
    assert_eq!((found.chosen(), found.left_out), (0, vec![]));
}

#[test]
fn taking_it_back_leaves_the_device_as_it_was() {
    let (mut world, ids) = full_world();
    let file = take_out(&mut world);
    let mut other = World::new(Disk::Working);
    other.boot();
    let before = other.stored.clone();
    let found = preview(&other, &[&file]);
    bring_in(&mut other, &found);
    assert_eq!(other.state.undo.arrived.len(), 6, "one offer for all of them");
    assert_eq!(other.state.undo.len(), 0);
    other.happens(Action::Undid);
    assert_eq!(records(&other), before);
    assert!(other.state.assessments.is_empty() && other.state.aside.is_empty());
    assert_eq!(other.painted, Some(Theme::System));
    assert_eq!(other.state.assessment(ids[0]), None);
}

/// A device and a file from before it, and one from another device that went on from there.
fn parted() -> (World, AssessmentId, String, String) {
    let mut world = World::new(Disk::Working);
    world.boot();
    let id = world.begins();
    world.answers(id, "A01", "2");
    let old = take_out(&mut world);
    let mut other = world.reopened();
    other.answers(id, "A02", "5");
    other.answers(id, "A03", "4");
    let theirs = take_out(&mut other);
    (world, id, old, theirs)
}

#[test]
fn newer_is_merged_and_older_is_left_out() {
    let (mut world, id, old, theirs) = parted();
    let found = preview(&world, &[&theirs]);
    assert_eq!(
        (found.rows[0].relation, found.rows[0].choice),
        (Relation::Newer, Choice::Merge)
    );
    bring_in(&mut world, &found);
    assert_eq!(
        (world.answer(id, "A01"), world.answer(id, "A02")),
        (Some("2"), Some("5"))
    );
    let found = preview(&world, &[&old]);
    assert_eq!(
        (found.rows[0].relation, found.rows[0].choice),
        (Relation::Older, Choice::Skip)
    );
    assert!(
        !found.rows[0].offers().contains(&Choice::Merge),
        "a merge would change nothing"
    );
}

#[test]
fn of_two_edited_copies_both_are_kept_unless_something_else_is_chosen() {
    let (mut world, id, _, theirs) = parted();
    world.answers(id, "A04", "1");
    let found = preview(&world, &[&theirs]);
    let row = &found.rows[0];
    assert_eq!(
        (row.relation, row.choice),
        (Relation::Conflicting, Choice::KeepBoth)
    );
    let stored = world.stored.clone();

    let mut both = world.reopened();
    bring_in(&mut both, &found);
    assert_eq!(both.state.assessments.len(), 2);
    assert_eq!(
        both.stored[&Key::Assessment(id).to_string()],
        stored[&Key::Assessment(id).to_string()]
    );
    let copy = both.on_disk(AssessmentId(0xf001)).unwrap();
    assert_eq!(copy.answers.len(), 3);
    both.happens(Action::Undid);
    assert_eq!(records(&both), {
        let mut stored = stored.clone();
        stored.remove(BACKUP);
        stored
    });

    let mut merged = world.reopened();
    let mut choosing = found.clone();
    choosing.choose_all(Relation::Conflicting, Choice::Merge);
    bring_in(&mut merged, &choosing);
    let answers = ["A01", "A02", "A03", "A04"].map(|question| merged.answer(id, question));
    // Their second edit is later than our first by its revision; both lists are whole.
    assert_eq!(answers, [Some("2"), Some("5"), Some("4"), Some("1")]);
    merged.happens(Action::Undid);
    assert_eq!(merged.answer(id, "A02"), None);
    assert_eq!(merged.answer(id, "A04"), Some("1"));

    let mut skipped = world.reopened();
    choosing.choose(&Key::Assessment(id), Choice::Skip);
    assert_eq!(choosing.chosen(), 0);
    bring_in(&mut skipped, &choosing);
    assert_eq!(skipped.stored, stored);
}

#[test]
fn what_was_edited_after_it_came_is_not_taken_back() {
    let (mut world, id, _, theirs) = parted();
    let found = preview(&world, &[&theirs]);
    bring_in(&mut world, &found);
    world.answers(id, "A05", "3");
    world.happens(Action::Undid);
    assert_eq!(
        (world.answer(id, "A02"), world.answer(id, "A05")),
        (Some("5"), Some("3"))
    );
}

#[test]
fn what_cannot_be_read_is_kept_out_by_name() {
    let world = World::opened(&[]);
    let file = r#"{"format":"oxymoron","version":1,"records":[
        ["oxymoron/1/assessment/0000000000000001",{"schema":1}],
        ["oxymoron/1/assessment/0000000000000002",{"schema":1,"kind":"assessment","id":"0000000000000003"}],
        ["oxymoron/1/settings/device",{"schema":1,"kind":"settings","id":"device","revision":0,"body":{"theme":"pink"}}]]}"#;
    let found = preview(&world, &[file]);
    assert_eq!(found.rows, []);
    let reasons: Vec<_> = found.left_out.iter().map(|left| left.reason).collect();
    assert_eq!(reasons, [Reason::Damaged, Reason::NotARecord, Reason::Damaged]);
    assert!(found.left_out[0].name.ends_with("0001"));
}

#[test]
fn an_impossible_date_costs_that_part_and_is_said() {
    let (mut world, id, _, theirs) = parted();
    let bad = theirs.replacen("\"day\":[\"\"", "\"day\":[\"2026-02-31\"", 1);
    assert_ne!(bad, theirs);
    let found = preview(&world, &[&bad]);
    assert_eq!(found.rows[0].problems, ["day"]);
    bring_in(&mut world, &found);
    assert_eq!(world.state.assessment(id).unwrap().day.value, None);
    assert_eq!(world.state.aside.len(), 1, "the whole text is kept aside");
    world.happens(Action::Undid);
    assert!(world.state.aside.is_empty(), "and goes with the rest");
}

#[test]
fn a_record_of_a_later_version_never_takes_the_place_of_one_in_use() {
    let (world, id, _, _) = parted();
    let later = format!("{{\"schema\":9,\"kind\":\"assessment\",\"id\":\"{id}\"}}");
    let file = format!("{{\"{}\":{later}}}", Key::Assessment(id));
    let mut found = preview(&world, &[&file]);
    assert_eq!(
        (found.rows[0].what, found.rows[0].relation),
        (What::Later, Relation::Conflicting)
    );
    found.choose(&Key::Assessment(id), Choice::Merge);
    assert_eq!(found.chosen(), 0);
}

#[test]
fn a_second_text_of_a_set_aside_record_gets_a_key_of_its_own() {
    let key = "oxymoron/1/quarantine/assessment/00000000000000aa";
    let mut world = World::opened(&[(key, "mine")]);
    let file = format!("{{\"{key}\":\"theirs\"}}");
    let found = preview(&world, &[&file]);
    assert_eq!(
        (found.rows[0].what, found.rows[0].choice),
        (What::Kept, Choice::KeepBoth)
    );
    bring_in(&mut world, &found);
    assert_eq!(world.stored[key], "mine");
    assert_eq!(world.stored[&format!("{key}~2")], "theirs");
}

#[test]
fn two_files_with_two_versions_of_one_record_say_so() {
    let (mut world, id, old, theirs) = parted();
    world.happens(Action::Deleted(id));
    let found = preview(&world, &[&old, &theirs, &old]);
    assert_eq!(found.rows.len(), 1);
    assert_eq!(found.left_out.len(), 1);
    assert_eq!(found.left_out[0].reason, Reason::Twice);
}

#[test]
fn settings_that_differ_stay_unless_the_others_are_chosen() {
    let (mut world, _) = full_world();
    let file = take_out(&mut world);
    world.happens(Action::ChosePalette(Theme::Light));
    let mut found = preview(&world, &[&file]);
    let row = found.rows.iter().find(|row| row.key == Key::Settings).unwrap();
    assert_eq!((row.relation, row.choice), (Relation::Conflicting, Choice::Skip));
    found.choose(&Key::Settings, Choice::Merge);
    bring_in(&mut world, &found);
    assert_eq!(world.painted, Some(Theme::Dark));
    world.happens(Action::Undid);
    assert_eq!(world.painted, Some(Theme::Light));
}

#[test]
fn a_full_device_says_that_it_could_not_store_what_came() {
    let (_, _, _, theirs) = parted();
    let mut full = World::new(Disk::Full);
    full.boot();
    let found = preview(&full, &[&theirs]);
    bring_in(&mut full, &found);
    assert_eq!(full.state.save, SaveState::Failed(WriteError::Full));
    assert!(full.stored.is_empty());
}

#[test]
fn everything_that_left_is_remembered_and_only_that() {
    let (mut world, ids) = full_world();
    for number in 1..=12 {
        world.answers(ids[0], &format!("A{number:02}"), "3");
    }
    let alone = |world: &World| world.state.has_no_copy(&crate::world::checklist());
    assert!(alone(&world), "finished, and never taken out");
    world.happens(Action::TookOut {
        name: "a.csv".to_owned(),
        text: String::new(),
        copy: Copied::Nothing,
    });
    assert!(alone(&world), "a table cannot be brought back");
    let unfinished = world.begins();
    world.happens(Action::TookOut {
        name: "a.html".to_owned(),
        text: String::new(),
        copy: Copied::One(ids[0]),
    });
    assert!(!alone(&world));
    assert!(!alone(&world.reopened()), "it is stored");
    for number in 1..=12 {
        world.answers(unfinished, &format!("A{number:02}"), "3");
    }
    assert!(alone(&world), "the next one has not left");
    world.happens(Action::DismissedReminder);
    assert!(!alone(&world) && !alone(&world.reopened()));
    world.answers(unfinished, "A01", "4");
    assert!(alone(&world), "it has changed since");
    world.happens(Action::AskedForEverything);
    assert!(!alone(&world));
    assert!(
        !world.files.last().unwrap().1.contains("backup/device"),
        "that is about this device"
    );
}

#[test]
fn what_came_from_a_file_has_a_copy() {
    let (mut world, id, _, _) = parted();
    for number in 1..=12 {
        world.answers(id, &format!("A{number:02}"), "3");
    }
    let file = take_out(&mut world);
    let mut other = World::new(Disk::Working);
    other.boot();
    let found = preview(&other, &[&file]);
    bring_in(&mut other, &found);
    assert!(!other.state.has_no_copy(&crate::world::checklist()));
}

#[test]
fn deleting_everything_takes_the_memory_of_copies_too_and_undo_brings_it_back() {
    let (mut world, _) = full_world();
    take_out(&mut world);
    let before = world.stored.clone();
    assert!(before.contains_key(BACKUP));
    world.happens(Action::DeletedEverything);
    assert!(world.stored.is_empty());
    world.happens(Action::Undid);
    assert_eq!(world.stored, before);
}

#[test]
fn another_window_tells_what_left() {
    let (mut world, id, _, _) = parted();
    for number in 1..=12 {
        world.edits(
            id,
            Edit::Chose(
                question_id(&format!("A{number:02}")),
                oxymoron::domain::answer::Choice::CannotTell,
            ),
        );
    }
    let text = world.stored.remove(BACKUP);
    world.happens(Action::StoredElsewhere {
        key: BACKUP.to_owned(),
        text: None,
    });
    assert!(world.state.has_no_copy(&crate::world::checklist()));
    world.happens(Action::StoredElsewhere {
        key: BACKUP.to_owned(),
        text,
    });
    assert!(!world.state.has_no_copy(&crate::world::checklist()));
}
