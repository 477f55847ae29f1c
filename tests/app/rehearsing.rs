//! The invented room of a rehearsal: the same seed makes the same minute, and what arrives is read like anything else.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::Action;
use oxymoron::app::state::{RawRecord, State};
use oxymoron::app::update::Inputs;
use oxymoron::app::workshop::action::{TicketEvent, WorkshopAction};
use oxymoron::app::workshop::collecting::{Reading, Report, take};
use oxymoron::app::workshop::joining;
use oxymoron::app::workshop::past::earlier;
use oxymoron::app::workshop::rehearsing::{Accident, Arriving, Form, LAST, MINUTE, schedule, text};
use oxymoron::app::workshop::setup::Draft;
use oxymoron::app::workshop::{ticket, workshop};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::record::{Key, write_workshop};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::ticket::Ending;
use oxymoron::domain::workshop::{Seed, Workshop};

fn room(crowd: Crowd, seed: u32) -> Workshop {
    let mut draft = Draft {
        present: crowd.size().to_string(),
        ..Draft::default()
    };
    draft.roles[0] = "Leader".to_owned();
    draft.roles[1] = "Seller".to_owned();
    let settings = draft.settings(Language::new("en").unwrap()).unwrap();
    let mut workshop = Workshop::new(
        WorkshopId(9),
        Seed([3; 32]),
        settings,
        checklist().version,
        Moment(1_000),
    );
    workshop.rehearsal = Some(Rehearsal { crowd, seed });
    workshop.apply(Change::WentTo(Stage::Vote), Moment(2_000));
    workshop
}

/// Reads every text by itself, as the console does.
fn arrive(workshop: &mut Workshop, round: Round, arriving: &[Arriving]) -> Report {
    let mut all = Report::default();
    for one in arriving {
        let text = text(workshop, &checklist(), round, *one, "https://example.org/").unwrap();
        let mut reading = Reading::new(workshop, vec![text]).unwrap();
        while reading.step() {}
        let (batch, mut report) = reading.take();
        if !batch.responses.is_empty() {
            take(workshop, batch, &mut report, Moment(3_000));
        }
        all.add(report);
    }
    all
}

#[test]
fn everybody_is_in_after_a_minute_but_for_two_and_every_accident_is_named() {
    let rooms = Crowd::ALL.map(|crowd| (crowd, 77)).into_iter();
    for (crowd, seed) in rooms.chain((0..20).map(|seed| (Crowd::Five, seed))) {
        let mut workshop = room(crowd, seed);
        let all = schedule(workshop.rehearsal.unwrap(), Round::FIRST);
        let late: Vec<_> = all.iter().filter(|one| one.second > MINUTE).copied().collect();
        let in_time: Vec<_> = all.iter().filter(|one| one.second <= MINUTE).copied().collect();
        assert!(
            late.len() == 2
                && late
                    .iter()
                    .all(|one| one.accident == Accident::Late && one.second <= LAST)
        );
        let report = arrive(&mut workshop, Round::FIRST, &in_time);
        assert_eq!(workshop.received(), crowd.size() - 2, "{crowd:?} {seed}");
        assert_eq!(report.arrivals.duplicate, 1, "one comes twice");
        // One for another workshop, one that was changed on its way.
        assert_eq!((report.refusals[0], report.refusals[5]), (1, 1), "{report:?}");
        arrive(&mut workshop, Round::FIRST, &late);
        assert_eq!(workshop.received(), crowd.size());
        for form in [Form::Text, Form::Link, Form::Picture] {
            let comes = |one: &Arriving| one.form == form && one.accident == Accident::None;
            assert!(in_time.iter().any(comes), "{form:?} {crowd:?} {seed}");
        }
    }
}

#[test]
fn the_same_seed_makes_the_same_room_and_another_seed_another() {
    let answers = |seed: u32| {
        let mut workshop = room(Crowd::Fourteen, seed);
        let all = schedule(workshop.rehearsal.unwrap(), Round::FIRST);
        arrive(&mut workshop, Round::FIRST, &all);
        workshop.first
    };
    assert_eq!(answers(1), answers(1));
    assert_ne!(answers(1), answers(2));
}

#[test]
fn the_room_divides_and_comes_closer_in_the_second_vote() {
    for seed in 0..20 {
        let mut workshop = room(Crowd::Fourteen, seed);
        let all = schedule(workshop.rehearsal.unwrap(), Round::FIRST);
        arrive(&mut workshop, Round::FIRST, &all);
        workshop.apply(Change::WentTo(Stage::Reveal), Moment(4_000));
        let queue = workshop.room(&checklist()).unwrap().queue;
        assert!(!queue.is_empty(), "there is something to talk about: {seed}");
        for change in [
            Change::ChoseTopics(queue.clone()),
            Change::TurnedTo(0),
            Change::WentTo(Stage::Discuss),
            Change::OpenedSecondVote,
        ] {
            workshop.apply(change, Moment(5_000));
        }
        let round = workshop.open_round().unwrap();
        let all = schedule(workshop.rehearsal.unwrap(), round);
        arrive(&mut workshop, round, &all);
        workshop.apply(Change::ClosedSecondVote, Moment(6_000));
        let rounds = workshop.rounds(&checklist(), queue[0]).unwrap();
        let spread = |view: &oxymoron::domain::workshop::room::QuestionView| {
            view.picture
                .as_ref()
                .and_then(|picture| picture.figures.as_ref())
                .unwrap()
                .spread
        };
        assert!(spread(&rounds.second.unwrap()) < spread(&rounds.first), "{seed}");
    }
}

#[test]
fn a_rehearsal_is_compared_with_no_real_workshop() {
    let stored = |id: u64, created: u64, rehearsal: bool| {
        let mut workshop = room(Crowd::Five, 1);
        workshop.id = WorkshopId(id);
        workshop.created = Moment(created);
        workshop.rehearsal = workshop.rehearsal.filter(|_| rehearsal);
        workshop.apply(Change::WentTo(Stage::Reveal), Moment(created + 9));
        workshop
    };
    let mut state = State::prerendered();
    for (id, rehearsal) in [(1, true), (2, false), (3, true), (4, false)] {
        let workshop = stored(id, 10_000 * id, rehearsal);
        state
            .raw_records
            .insert(Key::Workshop(workshop.id), RawRecord::of_workshop(workshop));
    }
    let known = |id: u64, rehearsal: bool| {
        let found = earlier(&state, &stored(id, 10_000 * id, rehearsal));
        found.iter().map(|one| one.id.0).collect::<Vec<_>>()
    };
    assert_eq!((known(4, false), known(3, true)), (vec![2], vec![1]));
}

/// A device on which the facilitator has voted too, and something of that could not be read.
fn voted_too(rehearsal: bool) -> World {
    let world = World::new(Disk::Working);
    world.boot();
    let mut here = room(Crowd::Five, 1);
    here.rehearsal = here.rehearsal.filter(|_| rehearsal);
    world.finds(&Key::Workshop(here.id), write_workshop(&here));
    let mut inputs = Inputs {
        now: Moment(2_000),
        fresh: AssessmentId(7),
        today: Day::EPOCH,
        dice: [5; 16],
    };
    let part = joining::ticket(&here.invite(), None, Ending::Open, inputs);
    inputs.now = Moment(3_000);
    world.takes_part(here.id, TicketEvent::Joined(Box::new(part)));
    let answers = joining::assessment(&here.invite(), String::new(), AssessmentId(7), inputs.now);
    world.happens(Action::Workshop(WorkshopAction::Began(Box::new(answers)).into()));
    world.finds(&Key::Ticket(here.id).quarantine(), "{torn".to_owned());
    world.finds(&Key::Workshop(WorkshopId(77)).quarantine(), "{torn".to_owned());
    assert_eq!(world.stored().len(), 5);
    world
}

const ROOM: WorkshopId = WorkshopId(9);

#[test]
fn a_rehearsal_goes_with_everything_that_it_left_and_comes_back_at_once() {
    let world = voted_too(true);
    let before = world.stored().clone();
    world.happens(Action::Workshop(WorkshopAction::RehearsalOver(ROOM).into()));
    let left: Vec<_> = world.stored().keys().cloned().collect();
    assert_eq!(left, [Key::Workshop(WorkshopId(77)).quarantine().to_string()]);
    assert!(workshop(&world.state(), ROOM).is_err() && ticket(&world.state(), ROOM).is_err());
    world.happens(Action::Undid);
    assert_eq!(*world.stored(), before, "one undo brings all of it back");
}

#[test]
fn a_rehearsal_that_is_undone_has_what_another_window_did_in_it_before() {
    let here = voted_too(true);
    let there = here.beside();
    there.takes_part(ROOM, TicketEvent::BeganCode);
    there.answers(AssessmentId(7), "A01", "4");
    let before = here.stored().clone();
    here.happens(Action::Workshop(WorkshopAction::RehearsalOver(ROOM).into()));
    here.happens(Action::Undid);
    assert_eq!(*here.stored(), before);
}

#[test]
fn a_real_workshop_is_no_rehearsal_that_goes() {
    let world = voted_too(false);
    world.happens(Action::Workshop(WorkshopAction::RehearsalOver(ROOM).into()));
    assert_eq!(world.stored().len(), 5);
}

#[test]
fn what_was_answered_in_a_rehearsal_is_never_kept_as_one_s_own() {
    for rehearsal in [true, false] {
        let world = voted_too(rehearsal);
        world.takes_part(ROOM, TicketEvent::Kept);
        let held = world.state().held(AssessmentId(7)).is_some();
        assert_eq!(held, rehearsal, "held back from history, results and comparison");
    }
}
