//! The invented room of a rehearsal: the same seed makes the same minute, and what arrives is read like anything else.

use crate::world::checklist;
use oxymoron::app::state::{RawRecord, State};
use oxymoron::app::workshop::collecting::{Reading, Report, take};
use oxymoron::app::workshop::past::earlier;
use oxymoron::app::workshop::rehearsing::{Accident, Arriving, Form, LAST, MINUTE, schedule, text};
use oxymoron::app::workshop::setup::Draft;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::record::Key;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::Stage;
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
    for crowd in Crowd::ALL {
        let mut workshop = room(crowd, 77);
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
        assert_eq!(workshop.received(), crowd.size() - 2, "{crowd:?}");
        assert_eq!(report.arrivals.duplicate, 1, "one comes twice");
        // One for another workshop, one that was changed on its way.
        assert_eq!((report.refusals[0], report.refusals[5]), (1, 1), "{report:?}");
        arrive(&mut workshop, Round::FIRST, &late);
        assert_eq!(workshop.received(), crowd.size());
        for form in [Form::Text, Form::Link, Form::Picture] {
            assert!(
                crowd == Crowd::Five || all.iter().any(|one| one.form == form),
                "{form:?}"
            );
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
