//! What happens in a workshop and in a participant's part: each on top of what another window has stored, each stored at once.

use crate::workshops::{ID, KEY, response, voting};
use crate::world::{Disk, World, checklist};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::action::{AssessmentAction, Incoming};
use oxymoron::app::state::{RawReason, SaveState};
use oxymoron::app::workshop::action::{TicketEvent, WorkshopAction, WorkshopEvent};
use oxymoron::app::workshop::collecting::{Batch, Report, take};
use oxymoron::app::workshop::joining::assessment;
use oxymoron::app::workshop::receipts::take_out;
use oxymoron::app::workshop::{Missing, ticket, workshop};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::{ResponseId, Round, Serial};
use oxymoron::domain::question::AreaId;
use oxymoron::domain::record::{Key, read_ticket, read_workshop, write_ticket, write_workshop};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::ballot::Surplus;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::ticket::{Again, Ending, Made, Ticket};
use std::rc::Rc;

/// Two consoles on one workshop, of which neither has heard of the other.
fn consoles() -> (World, World) {
    let here = World::new(Disk::Working);
    here.boot();
    here.facilitates(ID, WorkshopEvent::Founded(Box::new(voting())));
    let there = here.beside();
    (here, there)
}

fn changes(world: &World, change: Change) {
    world.facilitates(ID, WorkshopEvent::Changed(change));
}

fn notes(text: &str) -> Change {
    Change::WroteNotes(text.to_owned())
}

/// The workshop of a window, which is what stands on the device.
fn stands(world: &World) -> Rc<Workshop> {
    let known = workshop(&world.state(), ID).unwrap();
    let stored = world.stored()[&KEY.to_string()].clone();
    assert_eq!(read_workshop(ID, &stored).as_ref(), Ok(&*known));
    known
}

fn batch(ids: &[u64]) -> Batch {
    Batch {
        round: Round::FIRST,
        responses: ids.iter().copied().map(response).collect(),
    }
}

#[test]
fn a_change_goes_on_top_of_another_console_s() {
    let (here, there) = consoles();
    changes(&there, notes("from there"));
    changes(&here, Change::WentTo(Stage::Close));
    let both = stands(&here);
    assert_eq!((&*both.notes, both.stage), ("from there", Stage::Close));
    assert_eq!(both.revision, voting().revision.next().next());
    there.hears_of(&KEY.to_string());
    assert_eq!(stands(&there), both);
}

#[test]
fn of_two_changes_to_the_same_thing_the_later_stands_in_both() {
    let (here, there) = consoles();
    changes(&there, notes("first"));
    changes(&here, notes("second"));
    there.hears_of(&KEY.to_string());
    assert_eq!([&stands(&here).notes, &stands(&there).notes], ["second"; 2]);
}

#[test]
fn answers_come_in_on_top_of_another_console_s() {
    let (here, there) = consoles();
    there.facilitates(ID, WorkshopEvent::Received(batch(&[3])));
    here.facilitates(ID, WorkshopEvent::Received(batch(&[4, 5])));
    assert_eq!(stands(&here).received(), 5);
}

#[test]
fn answers_to_a_vote_that_another_console_has_closed_are_late_and_nothing_is_written() {
    let (here, there) = consoles();
    changes(&there, Change::WentTo(Stage::Reveal));
    let before = stands(&there);
    there.hears_of(&KEY.to_string());
    let writes = here.writes();
    here.facilitates(ID, WorkshopEvent::Received(batch(&[3])));
    assert_eq!((stands(&here), here.writes()), (before, writes));
}

#[test]
fn a_batch_is_taken_back_unless_another_console_took_more_since() {
    let (here, there) = consoles();
    let took = |world: &World, ids: &[u64]| {
        let mut trial = Rc::unwrap_or_clone(stands(world));
        let undo = take(&mut trial, batch(ids), &mut Report::default(), Moment(0)).unwrap();
        world.facilitates(ID, WorkshopEvent::Received(batch(ids)));
        assert_eq!(
            stands(world).first,
            trial.first,
            "what was foreseen is what happened"
        );
        undo
    };
    let undo = took(&here, &[3, 4]);
    here.facilitates(ID, WorkshopEvent::TookBack(undo));
    assert_eq!(stands(&here).received(), 2);
    let undo = took(&here, &[3, 4]);
    there.facilitates(ID, WorkshopEvent::Received(batch(&[5])));
    here.facilitates(ID, WorkshopEvent::TookBack(undo));
    assert_eq!(stands(&here).received(), 5);
}

#[test]
fn an_answer_is_taken_out_and_put_back_on_top_of_another_console_s() {
    let (here, there) = consoles();
    changes(&here, Change::WentTo(Stage::Close));
    let receipt = stands(&here).receipts().unwrap()[0];
    let out = take_out(
        &mut Rc::unwrap_or_clone(stands(&here)),
        &checklist(),
        &receipt.to_string(),
        Moment(0),
    )
    .unwrap();
    assert_eq!(out.surplus, Surplus::Receipt(receipt));
    changes(&there, notes("from there"));
    here.facilitates(ID, WorkshopEvent::TookOut(out.surplus.clone()));
    assert_eq!(
        (stands(&here).received(), &*stands(&here).notes),
        (1, "from there")
    );
    let once = stands(&here);
    here.facilitates(ID, WorkshopEvent::TookOut(out.surplus.clone()));
    assert_eq!(stands(&here), once, "it is out already");
    changes(&there, notes("again"));
    here.facilitates(ID, WorkshopEvent::PutBack(out));
    assert_eq!((stands(&here).received(), &*stands(&here).notes), (2, "again"));
    assert_eq!(stands(&here).first, voting().first);
}

#[test]
fn codes_that_came_in_at_another_console_outlive_a_deletion_that_is_undone() {
    let (here, there) = consoles();
    here.happens(Action::DeletedRecord(KEY));
    there.facilitates(ID, WorkshopEvent::Received(batch(&[3, 4])));
    here.happens(Action::Undid);
    assert_eq!(stands(&here).received(), 4);

    there.facilitates(ID, WorkshopEvent::Received(batch(&[5])));
    here.happens(Action::DeletedRecord(KEY));
    here.happens(Action::Undid);
    assert_eq!(stands(&here).received(), 5, "what is deleted is what stood there");
}

#[test]
fn a_session_from_a_file_is_not_taken_back_from_under_another_console() {
    let (here, there) = consoles();
    let mut later = voting();
    later.apply(Change::WentTo(Stage::Reveal), Moment(90_000));
    here.happens(Action::Assessment(AssessmentAction::Imported {
        records: vec![Incoming {
            key: KEY,
            text: write_workshop(&later),
            copied: true,
        }],
        continued: false,
    }));
    changes(&there, notes("from there"));
    here.happens(Action::Undid);
    let both = stands(&here);
    assert_eq!((&*both.notes, both.stage), ("from there", Stage::Reveal));
}

#[test]
fn a_change_that_is_heard_of_late_takes_nothing_back() {
    let (here, there) = consoles();
    changes(&there, notes("from there"));
    changes(&here, Change::WentTo(Stage::Close));
    let both = stands(&here);
    here.hears_of(&KEY.to_string());
    assert_eq!(stands(&here), both);
    assert!(
        Rc::ptr_eq(&workshop(&here.state(), ID).unwrap(), &both),
        "and is not read again"
    );
}

#[test]
fn what_another_console_stored_is_there_before_something_is_worked_out_from_it() {
    let (here, there) = consoles();
    changes(&there, notes("from there"));
    assert!(here.rereads(&KEY));
    assert_eq!(stands(&here).notes, "from there");
    assert!(!here.rereads(&KEY), "there is nothing new");
    assert_eq!(here.state().save, SaveState::Saved, "and nothing was written");
}

#[test]
fn a_workshop_is_founded_once_and_only_what_can_be_read_is_changed() {
    let (here, _) = consoles();
    changes(&here, notes("kept"));
    here.facilitates(ID, WorkshopEvent::Founded(Box::new(voting())));
    assert_eq!(stands(&here).notes, "kept");

    let newer = write_workshop(&voting()).replacen("\"schema\":5", "\"schema\":6", 1);
    for text in ["{torn", &newer] {
        let world = World::opened(&[(&KEY.to_string(), text)]);
        changes(&world, notes("lost"));
        world.facilitates(ID, WorkshopEvent::Founded(Box::new(voting())));
        assert_eq!(world.stored()[&KEY.to_string()], text);
        assert!(matches!(
            workshop(&world.state(), ID),
            Err(Missing::Unreadable(_))
        ));
    }
    let nobody = World::opened(&[]);
    changes(&nobody, notes("lost"));
    assert!(nobody.stored().is_empty());
}

#[test]
fn until_the_screens_are_here_a_record_stands_as_it_came_and_nothing_happens_in_it() {
    let text = write_workshop(&voting()).replacen("\"body\":{", "\"body\": {", 1);
    let world = World::before_chunks(&[(&KEY.to_string(), &text)]);
    changes(&world, notes("too early"));
    assert_eq!(world.stored()[&KEY.to_string()], text);
    let raw = world.state().raw_records[&KEY].clone();
    assert_eq!((&*raw.text, raw.reason), (&*text, RawReason::OfWorkshop));
    world.chunks_come();
    assert_eq!(workshop(&world.state(), ID), Ok(Rc::new(voting())));
    assert_eq!(
        world.state().raw_records[&KEY].text,
        text.into(),
        "reading changes nothing"
    );
    let [one, other] = [(), ()].map(|()| workshop(&world.state(), ID).unwrap());
    assert!(Rc::ptr_eq(&one, &other), "it is read once");
    changes(&world, notes("now"));
    assert_eq!(stands(&world).notes, "now");
}

const PART: Key = Key::Ticket(ID);

fn joined() -> Ticket {
    Ticket {
        workshop: ID,
        revision: Revision(0),
        invite: "oxyi.x".to_owned(),
        response: ResponseId(1),
        role: None,
        assessment: AssessmentId(5),
        ending: Ending::Open,
        serial: Serial::NONE,
        codes: vec![],
        again: vec![],
    }
}

/// Two windows of one participant.
fn windows() -> (World, World) {
    let here = World::new(Disk::Working);
    here.boot();
    here.takes_part(ID, TicketEvent::Joined(Box::new(joined())));
    let there = here.beside();
    (here, there)
}

fn part(world: &World) -> Rc<Ticket> {
    let known = ticket(&world.state(), ID).unwrap();
    let stored = world.stored()[&PART.to_string()].clone();
    assert_eq!(read_ticket(ID, &stored).as_ref(), Ok(&*known));
    known
}

fn again(round: u8, code: &str) -> TicketEvent {
    TicketEvent::AnsweredAgain {
        round: Round::new(round).unwrap(),
        area: AreaId::new(3).unwrap(),
        choice: Choice::from_code(code).unwrap(),
    }
}

fn made(round: Round, serial: Serial) -> Made {
    Made {
        round,
        code: format!("oxya.{}", serial.0),
        of: Revision(7),
        serial,
    }
}

#[test]
fn what_happens_in_one_s_part_goes_on_top_of_another_window_s() {
    let (here, there) = windows();
    there.takes_part(ID, again(2, "4"));
    here.takes_part(ID, TicketEvent::BeganCode);
    there.takes_part(ID, TicketEvent::BeganCode);
    assert_eq!((part(&there).serial, part(&there).again.len()), (Serial(2), 1));
    there.takes_part(ID, TicketEvent::MadeCode(made(Round::FIRST, Serial(2))));
    here.takes_part(ID, again(3, "1"));
    here.takes_part(ID, TicketEvent::Kept);
    let both = part(&here);
    assert_eq!(
        (both.serial, both.ending, both.codes.len(), both.again.len()),
        (Serial(2), Ending::Kept, 1, 2)
    );
    let expected = Again {
        round: Round::new(3).unwrap(),
        area: AreaId::new(3).unwrap(),
        choice: Choice::from_code("1").unwrap(),
        revision: Revision(5),
    };
    assert_eq!(both.again[1], expected);
    assert_eq!(both.revision, Revision(6));
}

#[test]
fn beginning_again_makes_what_an_earlier_code_holds_outdated() {
    let (here, there) = windows();
    let second = Round::new(2).unwrap();
    for round in [Round::FIRST, second] {
        there.takes_part(ID, TicketEvent::MadeCode(made(round, Serial(1))));
    }
    here.takes_part(ID, TicketEvent::BeganAgain);
    assert_eq!(part(&here).code(Round::FIRST).unwrap().of, Revision(0));
    assert_eq!(part(&here).code(second).unwrap().of, Revision(7));
}

#[test]
fn somebody_joins_once_and_what_was_forgotten_stays_so() {
    let (here, there) = windows();
    there.takes_part(ID, again(2, "4"));
    let before = part(&there);
    here.takes_part(ID, TicketEvent::Joined(Box::new(joined())));
    assert_eq!(part(&here), before);

    here.happens(Action::DeletedRecord(PART));
    here.happens(Action::DismissedUndo);
    here.takes_part(ID, TicketEvent::MadeCode(made(Round::FIRST, Serial(1))));
    assert_eq!(ticket(&here.state(), ID), Err(Missing::NotHere));
    assert!(here.stored().is_empty());

    let newer = write_ticket(&joined()).replacen("\"schema\":2", "\"schema\":3", 1);
    let world = World::opened(&[(&PART.to_string(), &newer)]);
    world.takes_part(ID, TicketEvent::Joined(Box::new(joined())));
    world.takes_part(ID, TicketEvent::Kept);
    assert_eq!(world.stored()[&PART.to_string()], newer);
}

#[test]
fn the_answers_are_begun_on_top_of_what_another_window_has_begun() {
    let (here, there) = windows();
    let id = joined().assessment;
    let begun = |second: u64| {
        let invite = voting().invite();
        let begun = assessment(&invite, "Workshop".to_owned(), id, Moment(second));
        Action::Workshop(WorkshopAction::Began(Box::new(begun)).into())
    };
    there.happens(begun(1));
    there.answers(id, "A01", "4");
    here.happens(begun(2));
    assert_eq!(here.answer(id, "A01"), Some("4"));
    assert_eq!(here.on_disk(id).as_ref(), here.state().assessment(id));
    assert_eq!(here.state().assessment(id).unwrap().subject.value, "Workshop");
}
