//! A workshop's record as a text among others: kept, taken to another laptop, taken back.

use crate::world::{Disk, World};
use oxymoron::app::action::Action;
use oxymoron::app::preview::{Choice, Preview, Row, What};
use oxymoron::app::state::{AsideReason, SaveState, WriteError};
use oxymoron::app::workshop::{Missing, tickets, workshop, workshops};
use oxymoron::domain::answer::Choice as Answered;
use oxymoron::domain::assessment::{AssessmentId, KnowDo};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::{Language, Roles};
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::{ResponseId, WorkshopId};
use oxymoron::domain::exchange::{Intake, Reason, Relation};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::record::{Key, ReadError, write_ticket, write_workshop};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::ticket::{Ending, Ticket};
use oxymoron::domain::workshop::{Seed, Settings, Workshop};

const ID: WorkshopId = WorkshopId(0x0123_4567_89ab_cdef);
const KEY: Key = Key::Workshop(ID);

fn response(id: u64) -> Response {
    let shape = Shape::new(Depth::Quick, KnowDo::LeftOut);
    let row = vec![Answered::from_code("3"); 12];
    Response {
        id: ResponseId(id),
        role: None,
        items: Items::new(shape, row).unwrap(),
    }
}

/// A workshop of two, at the vote, after twenty seconds.
fn voting() -> Workshop {
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

fn keeps(world: &mut World, workshop: &Workshop) {
    world.happens(Action::Kept(KEY, write_workshop(workshop)));
}

fn device(workshop: &Workshop) -> World {
    let mut world = World::new(Disk::Working);
    world.boot();
    keeps(&mut world, workshop);
    world
}

/// The file with everything of a device that has this workshop.
fn file(workshop: &Workshop) -> String {
    let mut world = device(workshop);
    world.happens(Action::AskedForEverything);
    world.files.pop().unwrap().1
}

fn preview(world: &World, file: &str) -> Preview {
    let mut preview = Preview::default();
    let mut intake = Intake::open(file.to_owned()).unwrap();
    while let Some(found) = intake.next() {
        preview.add(&world.state, found);
    }
    preview
}

fn bring_in(world: &mut World, preview: &Preview) {
    let records = preview.arrivals(|| AssessmentId(1));
    world.happens(Action::TookIn {
        records,
        continued: false,
    });
}

fn only(preview: &Preview) -> &Row {
    assert_eq!(
        (preview.rows.len(), preview.left_out.len()),
        (1, 0),
        "{preview:?}"
    );
    &preview.rows[0]
}

/// What stands on the device and in the state, which have to be the same.
fn stands(world: &World) -> Option<&str> {
    let stored = world.stored.get(&KEY.to_string()).map(String::as_str);
    let known = world.state.aside.get(&KEY).map(|aside| &*aside.text);
    assert_eq!(stored, known);
    stored
}

/// How a file's workshop stands to a device's, and what is done unless somebody chooses.
fn compared(ours: &Workshop, theirs: &Workshop) -> (Relation, Choice) {
    let found = preview(&device(ours), &file(theirs));
    let row = only(&found);
    assert_eq!((row.what, &*row.subject), (What::Workshop, "Field sales"));
    (row.relation, row.choice)
}

#[test]
fn it_comes_back_to_the_same_step_after_a_reload() {
    let world = device(&voting()).reopened();
    assert_eq!(world.state.aside[&KEY].reason, AsideReason::OfWorkshop);
    assert_eq!(workshop(ID, stands(&world)), Ok(voting()));
    assert_eq!(workshops(&world.state), [(ID, Ok(voting()))]);
    assert_eq!(world.state.save, SaveState::Untouched);
}

#[test]
fn another_laptop_goes_on_where_this_one_stopped() {
    let mut other = World::new(Disk::Working);
    other.boot();
    let found = preview(&other, &file(&voting()));
    let row = only(&found);
    assert_eq!((row.relation, row.choice), (Relation::New, Choice::Merge));
    assert_eq!(row.changed, Some(Moment(20_000)));
    bring_in(&mut other, &found);
    assert_eq!(
        stands(&other),
        Some(&*write_workshop(&voting())),
        "letter by letter"
    );
    let mut going_on = workshop(ID, stands(&other)).unwrap();
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
    check(&here, &ahead, (Relation::Newer, Choice::Merge));
    check(&ahead, &here, (Relation::Older, Choice::Skip));
    // Both went on: as many changes, or more of them and yet the earlier last one.
    check(&later(&here, 31), &ahead, (Relation::Conflicting, Choice::Skip));
    let more = later(&later(&here, 21), 22);
    check(&ahead, &more, (Relation::Conflicting, Choice::Skip));
    check(&more, &ahead, (Relation::Conflicting, Choice::Skip));
    // The same name, and it opens other codes.
    let mut stranger = later(&ahead, 99);
    stranger.seed = Seed([8; 32]);
    check(&here, &stranger, (Relation::Conflicting, Choice::Skip));
    let found = preview(&device(&here), &file(&here));
    let row = only(&found);
    assert_eq!((row.relation, row.offers()), (Relation::Same, &[][..]));
}

#[test]
fn what_was_brought_in_is_taken_back_and_the_former_text_stands_there_again() {
    let (mut here, ahead) = (device(&voting()), later(&voting(), 30));
    let found = preview(&here, &file(&ahead));
    bring_in(&mut here, &found);
    assert_eq!(stands(&here), Some(&*write_workshop(&ahead)));
    let mut edited = here.reopened();
    here.happens(Action::Undid);
    assert_eq!(stands(&here), Some(&*write_workshop(&voting())));
    assert_eq!(stands(&here.reopened()), Some(&*write_workshop(&voting())));

    edited.happens(Action::TookIn {
        records: found.arrivals(|| AssessmentId(1)),
        continued: false,
    });
    keeps(&mut edited, &later(&ahead, 40));
    edited.happens(Action::Undid);
    assert_eq!(
        stands(&edited),
        Some(&*write_workshop(&later(&ahead, 40))),
        "it went on"
    );
}

#[test]
fn of_two_that_went_on_the_chosen_one_stands_there() {
    let (ours, theirs) = (later(&voting(), 31), later(&voting(), 30));
    let mut world = device(&ours);
    let mut found = preview(&world, &file(&theirs));
    assert_eq!(found.chosen(), 0);
    found.choose(&KEY, Choice::KeepBoth);
    assert_eq!(found.chosen(), 0, "one name, one workshop");
    found.choose(&KEY, Choice::Merge);
    bring_in(&mut world, &found);
    assert_eq!(
        stands(&world),
        Some(&*write_workshop(&theirs)),
        "whole, and not mixed"
    );
    world.happens(Action::Undid);
    assert_eq!(stands(&world), Some(&*write_workshop(&ours)));
}

#[test]
fn what_cannot_be_read_here_is_not_written_over_unasked() {
    let newer = write_workshop(&voting()).replacen("\"schema\":2", "\"schema\":3", 1);
    let (key, file) = (KEY.to_string(), file(&later(&voting(), 30)));
    let world = World::opened(&[(&key, &newer)]);
    let mut found = preview(&world, &file);
    assert_eq!(
        (only(&found).what, only(&found).relation),
        (What::Later, Relation::Conflicting)
    );
    found.choose(&KEY, Choice::Merge);
    assert_eq!(found.chosen(), 0, "a later version's workshop stays");
    assert_eq!(
        workshops(&world.state),
        [(ID, Err(Missing::Unreadable(ReadError::Newer(3))))]
    );

    let mut world = World::opened(&[(&key, "{torn")]);
    assert_eq!(
        stands(&world),
        Some("{torn"),
        "it stays under its key, to be downloaded"
    );
    let mut found = preview(&world, &file);
    assert_eq!(
        (only(&found).relation, only(&found).choice),
        (Relation::Conflicting, Choice::Skip)
    );
    found.choose(&KEY, Choice::Merge);
    bring_in(&mut world, &found);
    assert!(workshop(ID, stands(&world)).is_ok());
    world.happens(Action::Undid);
    assert_eq!(stands(&world), Some("{torn"));
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
        &in_file(&text.replacen("\"schema\":2", "\"schema\":9", 1)),
    );
    assert_eq!(
        (only(&later).what, only(&later).choice),
        (What::Later, Choice::Merge)
    );
    let here = preview(
        &device(&voting()),
        &in_file(&text.replacen("\"schema\":2", "\"schema\":9", 1)),
    );
    assert_eq!(
        (only(&here).relation, only(&here).offers()),
        (Relation::Conflicting, &[Choice::Skip][..])
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
        codes: vec![],
        again: vec![],
    };
    let key = Key::Ticket(ID);
    let world = World::opened(&[(&key.to_string(), &write_ticket(&part(4, 1)))]);
    assert_eq!(tickets(&world.state), [part(4, 1)]);
    let relation = |theirs: &Ticket| {
        let other = World::opened(&[(&key.to_string(), &write_ticket(theirs))]);
        let mut other = other;
        other.happens(Action::AskedForEverything);
        only(&preview(&world, &other.files[0].1)).relation
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
    let mut world = device(&voting());
    world.happens(Action::DeletedEverything);
    assert!(world.stored.is_empty() && world.state.aside.is_empty());
    world.happens(Action::Undid);
    assert_eq!(workshop(ID, stands(&world)), Ok(voting()));
}

#[test]
fn a_full_device_says_so_and_the_page_goes_on() {
    let mut world = World::new(Disk::Full);
    world.boot();
    keeps(&mut world, &voting());
    assert_eq!(world.state.save, SaveState::Failed(WriteError::Full));
    let known = world.state.aside.get(&KEY).map(|aside| &*aside.text);
    assert_eq!(workshop(ID, known), Ok(voting()));
    world.disk = Disk::Working;
    keeps(&mut world, &later(&voting(), 30));
    assert_eq!(world.state.save, SaveState::Saved);
}

#[test]
fn another_window_s_change_is_seen() {
    let mut world = device(&voting());
    let text = write_workshop(&later(&voting(), 30));
    world.happens(Action::StoredElsewhere {
        key: KEY.to_string(),
        text: Some(text.clone()),
    });
    let known = world.state.aside.get(&KEY).map(|aside| &*aside.text);
    assert_eq!(known, Some(&*text));
    world.happens(Action::StoredElsewhere {
        key: KEY.to_string(),
        text: None,
    });
    assert_eq!(workshops(&world.state), []);
}
