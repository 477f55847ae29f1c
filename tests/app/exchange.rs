//! ExportSource everything out, looking at what a file holds, bringing it in, and taking that back.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::{Action, Copied, Edit};
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::another_view::{Names, another_views};
use oxymoron::app::assessment::preview::{ImportChoice, Preview, What};
use oxymoron::app::state::{SaveState, WriteError};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::exchange::{Intake, Reason, Relation};
use oxymoron::domain::record::{Key, Theme};
use std::collections::BTreeMap;

const BACKUP: &str = "oxymoron/1/backup/device";

/// What a file holds, compared with what a world has.
pub fn preview(world: &World, files: &[&str]) -> Preview {
    let mut preview = Preview::default();
    for file in files {
        let mut intake = Intake::open((*file).to_owned()).unwrap();
        while let Some(found) = intake.next() {
            preview.add(&world.state(), found);
        }
    }
    preview
}

/// Brings in what is chosen, two records at a time, as the screen does in its slices.
pub fn bring_in(world: &World, preview: &Preview) {
    let mut fresh = 0xf000;
    let arrivals = preview.arrivals(|| {
        fresh += 1;
        AssessmentId(fresh)
    });
    for (place, records) in arrivals.chunks(2).enumerate() {
        world.happens(Action::Assessment(AssessmentAction::Imported {
            records: records.to_vec(),
            continued: place > 0,
        }));
    }
}

pub fn export(world: &World) -> String {
    world.happens(Action::AskedForEverything);
    world.says_that_it_arrived();
    let (name, text) = world.last_file();
    assert_eq!(name, "oxymoron-everything.json");
    text
}

/// What is stored, without what is known of copies.
pub fn records(world: &World) -> BTreeMap<String, String> {
    let mut stored = world.stored().clone();
    stored.remove(BACKUP);
    stored
}

/// Two assessments, settings, a damaged record, one of a later version, and an unknown one.
fn full_world() -> (World, [AssessmentId; 2]) {
    let world = World::opened(&[
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

/// A finished assessment of this name in a world.
fn finished(world: &World, name: &str) -> AssessmentId {
    let id = world.begins();
    for number in 1..=12 {
        world.answers(id, &format!("A{number:02}"), "3");
    }
    world.edits(id, Edit::NamedSubject(name.to_owned()));
    id
}

/// The text of a record, under an id that another device has drawn.
fn from_elsewhere(name: &str) -> String {
    let elsewhere = World::new(Disk::Working);
    elsewhere.waits(5_000);
    finished(&elsewhere, name);
    export(&elsewhere)
}

#[test]
fn a_colleagues_view_is_laid_beside_ones_own_of_the_same_name() {
    let world = World::new(Disk::Working);
    let own = finished(&world, "North");
    finished(&world, "South");
    let file = from_elsewhere("north ");
    bring_in(&world, &preview(&world, &[&file]));
    let views = another_views(&world.state(), &checklist(), 3, &str::to_lowercase);
    assert_eq!(views.len(), 1);
    assert_eq!((views[0].own, views[0].names), (own, Names::Same));

    // Kept apart, it stands in a history of its own, and can still be taken back.
    let arrived = views[0].arrived;
    let rename = AssessmentAction::Renamed(vec![arrived], "north, another view".to_owned());
    world.happens(Action::Assessment(rename));
    let views = another_views(&world.state(), &checklist(), 3, &str::to_lowercase);
    assert_eq!(views[0].names, Names::Different);
    assert_eq!(
        world.on_disk(arrived).unwrap().subject.value,
        "north, another view"
    );
    world.happens(Action::Undid);
    assert!(world.state().assessment(arrived).is_none());
    assert!(world.on_disk(arrived).is_none());
    assert!(another_views(&world.state(), &checklist(), 3, &str::to_lowercase).is_empty());
}

#[test]
fn nothing_is_laid_beside_nothing_and_nothing_beside_itself() {
    let world = World::new(Disk::Working);
    let file = from_elsewhere("North");
    bring_in(&world, &preview(&world, &[&file]));
    assert!(
        another_views(&world.state(), &checklist(), 3, &str::to_lowercase).is_empty(),
        "none of one's own"
    );
    let other = World::new(Disk::Working);
    finished(&other, "South");
    bring_in(&other, &preview(&other, &[&file]));
    let views = another_views(&other.state(), &checklist(), 3, &str::to_lowercase);
    assert_eq!(views[0].names, Names::Different);
    // What was here before in another state is one's own.
    bring_in(&other, &preview(&other, &[&file]));
    assert!(another_views(&other.state(), &checklist(), 0, &str::to_lowercase).is_empty());
}

#[test]
fn out_and_in_again_is_the_same_byte_by_byte() {
    let (world, _) = full_world();
    let before = records(&world);
    let file = export(&world);
    let fresh = World::new(Disk::Working);
    fresh.boot();
    let found = preview(&fresh, &[&file]);
    assert!(
        found.rows.iter().all(|row| row.relation == Relation::New),
        "{found:?}"
    );
    assert_eq!(fresh.stored().len(), 0, "looking writes nothing");
    bring_in(&fresh, &found);
    assert_eq!(records(&fresh), before);
    assert_eq!(fresh.painted(), Some(Theme::Dark));
    // The second file differs from the first in its moment alone.
    let again = export(&fresh);
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
    let (world, _) = full_world();
    let file = export(&world);
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
    let (world, ids) = full_world();
    let file = export(&world);
    let other = World::new(Disk::Working);
    other.boot();
    let before = other.stored().clone();
    let found = preview(&other, &[&file]);
    bring_in(&other, &found);
    assert_eq!(other.state().undo.arrived.len(), 6, "one offer for all of them");
    assert_eq!(other.state().undo.len(), 0);
    other.happens(Action::Undid);
    assert_eq!(records(&other), before);
    assert!(other.state().assessments.is_empty() && other.state().raw_records.is_empty());
    assert_eq!(other.painted(), Some(Theme::System));
    assert_eq!(other.state().assessment(ids[0]), None);
}

/// A device and a file from before it, and one from another device that went on from there.
fn parted() -> (World, AssessmentId, String, String) {
    let world = World::new(Disk::Working);
    world.boot();
    let id = world.begins();
    world.answers(id, "A01", "2");
    let old = export(&world);
    let other = world.reopened();
    other.answers(id, "A02", "5");
    other.answers(id, "A03", "4");
    let theirs = export(&other);
    (world, id, old, theirs)
}

#[test]
fn newer_is_merged_and_older_is_left_out() {
    let (world, id, old, theirs) = parted();
    let found = preview(&world, &[&theirs]);
    assert_eq!(
        (found.rows[0].relation, found.rows[0].choice),
        (Relation::Newer, ImportChoice::Merge)
    );
    bring_in(&world, &found);
    assert_eq!(
        (world.answer(id, "A01"), world.answer(id, "A02")),
        (Some("2"), Some("5"))
    );
    assert!(world.state().backup.single.contains_key(&id.into()));
    let found = preview(&world, &[&old]);
    assert_eq!(
        (found.rows[0].relation, found.rows[0].choice),
        (Relation::Older, ImportChoice::Skip)
    );
    assert!(
        !found.rows[0].offers().contains(&ImportChoice::Merge),
        "a merge would change nothing"
    );
}

#[test]
fn of_two_edited_copies_both_are_kept_unless_something_else_is_chosen() {
    let (world, id, _, theirs) = parted();
    world.answers(id, "A04", "1");
    let found = preview(&world, &[&theirs]);
    let row = &found.rows[0];
    assert_eq!(
        (row.relation, row.choice),
        (Relation::Conflicting, ImportChoice::KeepBoth)
    );
    assert!(found.has_assessment(Relation::Conflicting) && !found.has_assessment(Relation::New));
    let stored = world.stored().clone();

    let both = world.reopened();
    bring_in(&both, &found);
    assert_eq!(both.state().assessments.len(), 2);
    assert_eq!(
        both.stored()[&Key::Assessment(id).to_string()],
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

    let merged = world.reopened();
    let mut choosing = found.clone();
    choosing.choose_all(Relation::Conflicting, ImportChoice::Merge);
    bring_in(&merged, &choosing);
    let answers = ["A01", "A02", "A03", "A04"].map(|question| merged.answer(id, question));
    // Their second edit is later than our first by its revision; both lists are whole.
    assert_eq!(answers, [Some("2"), Some("5"), Some("4"), Some("1")]);
    let came = |world: &World| world.state().backup.single.contains_key(&id.into());
    assert!(!came(&merged), "no file holds both as one");
    merged.happens(Action::Undid);
    assert_eq!(merged.answer(id, "A02"), None);
    assert_eq!(merged.answer(id, "A04"), Some("1"));

    let skipped = world.reopened();
    choosing.choose(&Key::Assessment(id), ImportChoice::Skip);
    assert_eq!(choosing.chosen(), 0);
    bring_in(&skipped, &choosing);
    assert_eq!(*skipped.stored(), stored);
}

#[test]
fn what_was_edited_after_it_came_is_not_taken_back() {
    let (world, id, _, theirs) = parted();
    let found = preview(&world, &[&theirs]);
    bring_in(&world, &found);
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
    let (world, id, _, theirs) = parted();
    let bad = theirs.replacen("\"day\":[\"\"", "\"day\":[\"2026-02-31\"", 1);
    assert_ne!(bad, theirs);
    let found = preview(&world, &[&bad]);
    assert_eq!(found.rows[0].problems, ["day"]);
    bring_in(&world, &found);
    assert_eq!(world.state().assessment(id).unwrap().day.value, None);
    assert_eq!(world.state().raw_records.len(), 1, "the whole text is kept aside");
    world.happens(Action::Undid);
    assert!(world.state().raw_records.is_empty(), "and goes with the rest");
}

#[test]
fn a_record_of_a_later_version_never_takes_the_place_of_one_in_use() {
    let (world, id, _, _) = parted();
    let later = format!("{{\"schema\":9,\"kind\":\"assessment\",\"id\":\"{id}\"}}");
    let file = format!("{{\"{}\":{later}}}", Key::Assessment(id));
    let mut found = preview(&world, &[&file]);
    assert_eq!(
        (found.rows[0].what, found.rows[0].relation),
        (What::Newer, Relation::Conflicting)
    );
    found.choose(&Key::Assessment(id), ImportChoice::Merge);
    assert_eq!(found.chosen(), 0);
}

#[test]
fn a_second_text_of_a_set_aside_record_gets_a_key_of_its_own() {
    let key = "oxymoron/1/quarantine/assessment/00000000000000aa";
    let world = World::opened(&[(key, "mine")]);
    let file = format!("{{\"{key}\":\"theirs\"}}");
    let found = preview(&world, &[&file]);
    assert_eq!(
        (found.rows[0].what, found.rows[0].choice),
        (What::Kept, ImportChoice::KeepBoth)
    );
    bring_in(&world, &found);
    assert_eq!(world.stored()[key], "mine");
    assert_eq!(world.stored()[&format!("{key}~2")], "theirs");
}

#[test]
fn two_files_with_two_versions_of_one_record_say_so() {
    let (world, id, old, theirs) = parted();
    world.happens(Action::Deleted(id));
    let found = preview(&world, &[&old, &theirs, &old]);
    assert_eq!(found.rows.len(), 1);
    assert_eq!(found.left_out.len(), 1);
    assert_eq!(found.left_out[0].reason, Reason::Twice);
}

#[test]
fn settings_that_differ_stay_unless_the_others_are_chosen() {
    let (world, _) = full_world();
    let file = export(&world);
    world.happens(Action::ChosePalette(Theme::Light));
    let mut found = preview(&world, &[&file]);
    let row = found.rows.iter().find(|row| row.key == Key::Settings).unwrap();
    assert_eq!(
        (row.relation, row.choice),
        (Relation::Conflicting, ImportChoice::Skip)
    );
    found.choose(&Key::Settings, ImportChoice::Merge);
    bring_in(&world, &found);
    assert_eq!(world.painted(), Some(Theme::Dark));
    world.happens(Action::Undid);
    assert_eq!(world.painted(), Some(Theme::Light));
}

#[test]
fn a_full_device_says_that_it_could_not_store_what_came() {
    let (_, _, _, theirs) = parted();
    let full = World::new(Disk::Full);
    full.boot();
    let found = preview(&full, &[&theirs]);
    bring_in(&full, &found);
    assert_eq!(full.state().save, SaveState::Failed(WriteError::Full));
    assert!(full.stored().is_empty());
}

#[test]
fn everything_that_left_is_remembered_and_only_that() {
    let (world, ids) = full_world();
    for number in 1..=12 {
        world.answers(ids[0], &format!("A{number:02}"), "3");
    }
    let alone = |world: &World| world.state().has_no_copy(&crate::world::checklist());
    assert!(alone(&world), "finished, and never taken out");
    world.happens(Action::Exported {
        name: "a.csv".to_owned(),
        text: String::new(),
        copy: None,
    });
    assert!(alone(&world), "a table cannot be brought back");
    let unfinished = world.begins();
    world.happens(Action::Exported {
        name: "a.html".to_owned(),
        text: String::new(),
        copy: Some((Copied::One(ids[0]), Moment(1))),
    });
    assert!(alone(&world), "nobody knows yet whether it arrived");
    world.happens(Action::Assessment(AssessmentAction::FileDidNotArrive));
    assert!(alone(&world) && world.state().handed.is_none());
    let shared = AssessmentAction::FileShared(Copied::One(ids[0]), Moment(1));
    world.happens(Action::Assessment(shared));
    assert!(
        alone(&world) && world.state().handed.is_some(),
        "another app has it, and is asked about"
    );
    world.happens(Action::Assessment(AssessmentAction::FileDidNotArrive));
    world.happens(Action::Exported {
        name: "a.html".to_owned(),
        text: String::new(),
        copy: Some((Copied::One(ids[0]), Moment(1))),
    });
    world.says_that_it_arrived();
    assert!(world.state().handed.is_none());
    let left = world.state().backup.single.get(&ids[0].into()).copied();
    assert_eq!(left, Some(Moment(1)), "it counts from when the file was made");
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
    world.says_that_it_arrived();
    assert!(!alone(&world));
    assert!(
        !world.files().last().unwrap().1.contains("backup/device"),
        "that is about this device"
    );
}

#[test]
fn what_came_from_a_file_has_a_copy() {
    let (world, id, _, _) = parted();
    for number in 1..=12 {
        world.answers(id, &format!("A{number:02}"), "3");
    }
    let file = export(&world);
    let other = World::new(Disk::Working);
    other.boot();
    let found = preview(&other, &[&file]);
    bring_in(&other, &found);
    assert!(!other.state().has_no_copy(&crate::world::checklist()));
    assert_eq!(
        other.state().backup.everything,
        None,
        "nothing was taken out here"
    );
}

#[test]
fn deleting_everything_takes_the_memory_of_copies_too_and_undo_brings_it_back() {
    let (world, _) = full_world();
    export(&world);
    let before = world.stored().clone();
    assert!(before.contains_key(BACKUP));
    world.happens(Action::Assessment(AssessmentAction::DeletedEverything));
    assert!(world.stored().is_empty());
    world.happens(Action::Undid);
    assert_eq!(*world.stored(), before);
}
