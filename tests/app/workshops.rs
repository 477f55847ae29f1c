//! A workshop's record as a text among others: kept, taken to another laptop, taken back.

use crate::world::{Disk, World};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::preview::{ImportChoice, Preview, Row, What};
use oxymoron::app::state::{RawReason, SaveState, WriteError};
use oxymoron::app::workshop::action::WorkshopEvent;
use oxymoron::app::workshop::{Missing, has_no_copy, tickets, workshop, workshops};
use oxymoron::domain::answer::Choice as Answered;
use oxymoron::domain::assessment::{AssessmentId, KnowDo};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::{Language, Roles};
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::{ResponseId, Serial, WorkshopId};
use oxymoron::domain::exchange::{Intake, Reason, Relation};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::record::{Key, ReadError, write_ticket, write_workshop};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::merge::merge;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::ticket::{Ending, Ticket};
use oxymoron::domain::workshop::{Seed, Settings, Workshop};
use std::rc::Rc;

pub const ID: WorkshopId = WorkshopId(0x0123_4567_89ab_cdef);
pub const KEY: Key = Key::Workshop(ID);

pub fn response(id: u64) -> Response {
    let shape = Shape::new(Depth::Quick, KnowDo::LeftOut);
    let row = vec![Answered::from_code("3"); 12];
    Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: None,
        items: Items::new(shape, row).unwrap(),
    }
}

/// A workshop of two, at the vote, after twenty seconds.
pub fn voting() -> Workshop {
    let settings = Settings {
        title: "Field sales".to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::default(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(2),
        agenda: Agenda::Sixty,
        language: Language::new("en").unwrap(),
    };
    let mut workshop = Workshop::new(ID, Seed([7; 32]), settings, InstrumentVersion(1), Moment(0));
    workshop.apply(Change::WentTo(Stage::Vote), Moment(10_000));
    workshop.apply(Change::Received(vec![response(1), response(2)]), Moment(20_000));
    workshop
}

/// The same after another change at a second.
fn later(workshop: &Workshop, second: u64) -> Workshop {
    let mut later = workshop.clone();
    later.apply(Change::WroteNotes(format!("at {second}")), Moment(second * 1000));
    later
}

fn keeps(world: &World, workshop: &Workshop) {
    world.finds(&KEY, write_workshop(workshop));
}

fn device(workshop: &Workshop) -> World {
    let world = World::new(Disk::Working);
    world.boot();
    keeps(&world, workshop);
    world
}

/// The file with everything of a device that has this workshop.
fn file(workshop: &Workshop) -> String {
    let world = device(workshop);
    world.happens(Action::AskedForEverything);
    world.says_that_it_arrived();
    world.last_file().1
}

fn preview(world: &World, file: &str) -> Preview {
    let mut preview = Preview::default();
    let mut intake = Intake::open(file.to_owned()).unwrap();
    while let Some(found) = intake.next() {
        preview.add(&world.state(), found);
    }
    preview
}

fn bring_in(world: &World, preview: &Preview) {
    let records = preview.arrivals(|| AssessmentId(1));
    world.happens(Action::Assessment(AssessmentAction::Imported {
        records,
        continued: false,
    }));
}

fn only(preview: &Preview) -> &Row {
    assert_eq!(
        (preview.rows.len(), preview.left_out.len()),
        (1, 0),
        "{preview:?}"
    );
    &preview.rows[0]
}

fn known(world: &World) -> Option<String> {
    let state = world.state();
    state.raw_records.get(&KEY).map(|raw| raw.text.to_string())
}

/// What stands on the device and in the state, which have to be the same.
fn stands(world: &World) -> Option<String> {
    let stored = world.stored().get(&KEY.to_string()).cloned();
    assert_eq!(stored, known(world));
    stored
}

/// How a file's workshop stands to a device's, and what is done unless somebody chooses.
fn compared(ours: &Workshop, theirs: &Workshop) -> (Relation, ImportChoice) {
    let found = preview(&device(ours), &file(theirs));
    let row = only(&found);
    assert_eq!((row.what, &*row.subject), (What::Workshop, "Field sales"));
    (row.relation, row.choice)
}

#[test]
fn it_comes_back_to_the_same_step_after_a_reload() {
    let world = device(&voting()).reopened();
    assert_eq!(world.state().raw_records[&KEY].reason, RawReason::OfWorkshop);
    assert_eq!(workshop(&world.state(), ID), Ok(Rc::new(voting())));
    assert_eq!(workshops(&world.state()), [(ID, Ok(Rc::new(voting())))]);
    assert_eq!(world.state().save, SaveState::Untouched);
}

#[test]
fn another_laptop_goes_on_where_this_one_stopped() {
    let other = World::new(Disk::Working);
    other.boot();
    let found = preview(&other, &file(&voting()));
    let row = only(&found);
    assert_eq!((row.relation, row.choice), (Relation::New, ImportChoice::Merge));
    assert_eq!(row.changed, Some(Moment(20_000)));
    bring_in(&other, &found);
    assert_eq!(
        stands(&other),
        Some(write_workshop(&voting())),
        "letter by letter"
    );
    let mut going_on = Rc::unwrap_or_clone(workshop(&other.state(), ID).unwrap());
    assert_eq!(going_on.receive([response(2), response(3)]).new, 1);
    assert_eq!(
        going_on.key().public(),
        voting().key().public(),
        "and opens the same codes"
    );
    other.happens(Action::Undid);
    assert_eq!(stands(&other), None);
}

#[test]
fn how_a_file_s_workshop_stands_to_the_one_here() {
    let (here, ahead) = (voting(), later(&voting(), 30));
    let check = |ours: &Workshop, theirs: &Workshop, expected| {
        assert_eq!(compared(ours, theirs), expected);
    };
    check(&here, &ahead, (Relation::Newer, ImportChoice::Merge));
    check(&ahead, &here, (Relation::Older, ImportChoice::Skip));
    // Both went on: as many changes, or more of them and yet the earlier last one.
    check(
        &later(&here, 31),
        &ahead,
        (Relation::Conflicting, ImportChoice::Merge),
    );
    let more = later(&later(&here, 21), 22);
    check(&ahead, &more, (Relation::Conflicting, ImportChoice::Merge));
    check(&more, &ahead, (Relation::Conflicting, ImportChoice::Merge));
    // The same name, and it opens other codes.
    let mut stranger = later(&ahead, 99);
    stranger.seed = Seed([8; 32]);
    check(&here, &stranger, (Relation::Conflicting, ImportChoice::Skip));
    let found = preview(&device(&here), &file(&here));
    let row = only(&found);
    assert_eq!((row.relation, row.offers()), (Relation::Same, &[][..]));
}

#[test]
fn what_was_brought_in_is_taken_back_and_the_former_text_stands_there_again() {
    let (here, ahead) = (device(&voting()), later(&voting(), 30));
    let found = preview(&here, &file(&ahead));
    bring_in(&here, &found);
    assert_eq!(stands(&here), Some(write_workshop(&ahead)));
    let edited = here.reopened();
    here.happens(Action::Undid);
    assert_eq!(stands(&here), Some(write_workshop(&voting())));
    assert_eq!(stands(&here.reopened()), Some(write_workshop(&voting())));

    edited.happens(Action::Assessment(AssessmentAction::Imported {
        records: found.arrivals(|| AssessmentId(1)),
        continued: false,
    }));
    keeps(&edited, &later(&ahead, 40));
    edited.happens(Action::Undid);
    assert_eq!(
        stands(&edited),
        Some(write_workshop(&later(&ahead, 40))),
        "it went on"
    );
}

#[test]
fn of_two_that_went_on_both_are_merged_unless_one_is_left_out() {
    let (ours, theirs) = (later(&voting(), 31), later(&voting(), 30));
    let world = device(&ours);
    let mut found = preview(&world, &file(&theirs));
    assert_eq!(found.chosen(), 1);
    found.choose(&KEY, ImportChoice::Skip);
    found.choose(&KEY, ImportChoice::KeepBoth);
    assert_eq!(found.chosen(), 0, "one name, one workshop");
    found.choose(&KEY, ImportChoice::Merge);
    bring_in(&world, &found);
    let (whole, _) = merge(&ours, &theirs).unwrap();
    assert_eq!(stands(&world), Some(write_workshop(&whole)));
    world.happens(Action::Undid);
    assert_eq!(stands(&world), Some(write_workshop(&ours)));
}

#[test]
fn both_as_one_have_no_copy_until_they_leave_together() {
    let mut seen = voting();
    seen.apply(Change::WentTo(Stage::Reveal), Moment(25_000));
    let (ours, theirs) = (later(&seen, 31), later(&seen, 30));
    let world = device(&ours);
    let alone = |world: &World| has_no_copy(&world.state().backup, &workshop(&world.state(), ID).unwrap());
    assert!(alone(&world));
    world.waits(60);
    bring_in(&world, &preview(&world, &file(&theirs)));
    assert!(alone(&world), "no file holds what was merged here");
    let fresh = World::new(Disk::Working);
    fresh.waits(60);
    bring_in(&fresh, &preview(&fresh, &file(&theirs)));
    assert!(!alone(&fresh));
}

#[test]
fn what_cannot_be_read_here_is_not_written_over_unasked() {
    let newer = write_workshop(&voting()).replacen("\"schema\":5", "\"schema\":6", 1);
    let (key, file) = (KEY.to_string(), file(&later(&voting(), 30)));
    let world = World::opened(&[(&key, &newer)]);
    let mut found = preview(&world, &file);
    assert_eq!(
        (only(&found).what, only(&found).relation),
        (What::Newer, Relation::Conflicting)
    );
    found.choose(&KEY, ImportChoice::Merge);
    assert_eq!(found.chosen(), 0, "a later version's workshop stays");
    assert_eq!(
        workshops(&world.state()),
        [(ID, Err(Missing::Unreadable(ReadError::Newer(6))))]
    );

    let world = World::opened(&[(&key, "{torn")]);
    assert_eq!(
        stands(&world),
        Some("{torn".to_owned()),
        "it stays under its key, to be downloaded"
    );
    let mut found = preview(&world, &file);
    assert_eq!(
        (only(&found).relation, only(&found).choice),
        (Relation::Conflicting, ImportChoice::Skip)
    );
    found.choose(&KEY, ImportChoice::Merge);
    bring_in(&world, &found);
    assert!(workshop(&world.state(), ID).is_ok());
    world.happens(Action::Undid);
    assert_eq!(stands(&world), Some("{torn".to_owned()));
}

#[test]
fn a_file_s_damaged_misplaced_and_later_workshops() {
    let text = write_workshop(&voting());
    let in_file =
        |text: &str| format!("{{\"format\":\"oxymoron\",\"version\":1,\"records\":[[\"{KEY}\",{text}]]}}");
    let world = World::opened(&[]);
    let reason = |text: &str| preview(&world, &in_file(text)).left_out[0].reason;
    assert_eq!(
        reason(&text.replacen("\"turn\":0", "\"turn\":7", 1)),
        Reason::Damaged
    );
    assert_eq!(
        reason(&text.replacen("\"kind\":\"workshop\"", "\"kind\":\"ticket\"", 1)),
        Reason::NotARecord
    );
    let later = preview(
        &world,
        &in_file(&text.replacen("\"schema\":5", "\"schema\":9", 1)),
    );
    assert_eq!(
        (only(&later).what, only(&later).choice),
        (What::Newer, ImportChoice::Merge)
    );
    let here = preview(
        &device(&voting()),
        &in_file(&text.replacen("\"schema\":5", "\"schema\":9", 1)),
    );
    assert_eq!(
        (only(&here).relation, only(&here).offers()),
        (Relation::Conflicting, &[ImportChoice::Skip][..])
    );
}

#[test]
fn a_part_in_a_workshop_goes_the_same_way() {
    let part = |revision, response| Ticket {
        workshop: ID,
        revision: Revision(revision),
        invite: String::new(),
        response: ResponseId(response),
        role: None,
        assessment: AssessmentId(5),
        ending: Ending::Open,
        serial: Serial::NONE,
        codes: vec![],
        again: vec![],
    };
    let key = Key::Ticket(ID);
    let world = World::opened(&[(&key.to_string(), &write_ticket(&part(4, 1)))]);
    assert_eq!(tickets(&world.state()), [Rc::new(part(4, 1))]);
    let relation = |theirs: &Ticket| {
        let other = World::opened(&[(&key.to_string(), &write_ticket(theirs))]);
        let other = other;
        other.happens(Action::AskedForEverything);
        other.says_that_it_arrived();
        only(&preview(&world, &other.files()[0].1)).relation
    };
    assert_eq!(relation(&part(5, 1)), Relation::Newer);
    assert_eq!(relation(&part(3, 1)), Relation::Older);
    assert_eq!(relation(&part(4, 1)), Relation::Same);
    assert_eq!(
        relation(&part(5, 2)),
        Relation::Conflicting,
        "another person's on one device"
    );
}

#[test]
fn deleting_everything_takes_the_secret_along_and_undo_brings_it_back() {
    let world = device(&voting());
    world.happens(Action::Assessment(AssessmentAction::DeletedEverything));
    assert!(world.stored().is_empty() && world.state().raw_records.is_empty());
    world.happens(Action::Undid);
    assert_eq!(workshop(&world.state(), ID), Ok(Rc::new(voting())));
}

#[test]
fn a_full_device_says_so_and_the_page_goes_on() {
    let world = World::new(Disk::Full);
    world.boot();
    world.facilitates(ID, WorkshopEvent::Founded(Box::new(voting())));
    assert_eq!(world.state().save, SaveState::Failed(WriteError::Full));
    assert_eq!(workshop(&world.state(), ID), Ok(Rc::new(voting())));
    world.set_disk(Disk::Working);
    world.facilitates(ID, WorkshopEvent::Changed(Change::WroteNotes("Later".to_owned())));
    assert_eq!(world.state().save, SaveState::Saved);
    assert!(stands(&world).unwrap().contains("Later"));
}

#[test]
fn another_window_s_change_is_seen() {
    let world = device(&voting());
    let text = write_workshop(&later(&voting(), 30));
    world.happens(Action::StoredElsewhere {
        key: KEY,
        text: Some(text.clone()),
    });
    assert_eq!(known(&world), Some(text));
    world.happens(Action::StoredElsewhere { key: KEY, text: None });
    assert_eq!(workshops(&world.state()), []);
}

#[test]
fn a_rehearsal_is_called_one_before_it_is_brought_in() {
    let mut rehearsal = voting();
    let real = preview(&World::opened(&[]), &file(&rehearsal));
    rehearsal.rehearsal = Some(Rehearsal {
        crowd: Crowd::Five,
        seed: 1,
    });
    let found = preview(&World::opened(&[]), &file(&rehearsal));
    assert_eq!([&real, &found].map(|found| only(found).rehearsal), [false, true]);
}
