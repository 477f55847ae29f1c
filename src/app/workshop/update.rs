//! What each action does to a workshop's record, and to a participant's.

use super::action::{PassedOn, TicketEvent, WorkshopAction, WorkshopEvent};
use super::collecting::{self, Report};
use super::{Missing, is_rehearsal, of_rehearsal, ticket, workshop};
use crate::app::effect::Effect;
use crate::app::persist;
use crate::app::state::{Arrival, RawReason, RawRecord, State, Undo};
use crate::app::text::Text;
use crate::app::update::{Inputs, delete};
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::record::{Key, roll_up_key};
use crate::domain::stamp::Revision;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::ticket::{Again, Ending, Ticket};
use std::rc::Rc;

/// Applies an action. What does not fit the record as it stands, or finds none that can be read, changes nothing.
pub fn update(state: &mut State, checklist: &Checklist, action: PassedOn, inputs: Inputs) -> Vec<Effect> {
    match action.take() {
        WorkshopAction::Workshop(id, event) => {
            let changed = facilitated(state, id, event, inputs.now, checklist);
            changed.map_or_else(Vec::new, |workshop| {
                keep(state, Key::Workshop(id), RawRecord::of_workshop(workshop))
            })
        }
        WorkshopAction::Room { workshop, first } => found_room(state, *workshop, first),
        WorkshopAction::RehearsalOver(id) => end_rehearsal(state, id),
        WorkshopAction::Ticket(id, event) => took_part(state, id, event),
        WorkshopAction::Began(assessment) => {
            let id = assessment.id;
            persist::merge(state, *assessment);
            persist::save(state, id)
        }
        WorkshopAction::Rooms(id, event) => {
            let changed = event.record(state, id, inputs.now);
            changed.map_or_else(Vec::new, |text| {
                keep(state, roll_up_key(id), RawRecord::new(text, RawReason::Unknown))
            })
        }
    }
}

/// Deletes a rehearsal with everything that it left on this device: its record, this device's own part and answers, and what was set
/// aside of each.
fn end_rehearsal(state: &mut State, id: WorkshopId) -> Vec<Effect> {
    if !is_rehearsal(state, id) {
        return vec![];
    }
    let mut keys = of_rehearsal(state, id);
    let copies: Vec<_> = keys.iter().map(|key| key.quarantine().to_string()).collect();
    let is_copy = |known: &&Key| {
        let name = known.to_string();
        matches!(known, Key::Quarantine(_)) && copies.iter().any(|copy| name.starts_with(copy))
    };
    let set_aside: Vec<_> = state.raw_records.keys().filter(is_copy).cloned().collect();
    keys.retain(|key| match key {
        Key::Assessment(id) => state.assessments.contains_key(id) || state.raw_records.contains_key(key),
        _ => state.raw_records.contains_key(key),
    });
    keys.extend(set_aside);
    delete(state, &keys)
}

/// Stores a room of a set. Undoing takes it back with the others, as long as nothing has become of it.
fn found_room(state: &mut State, room: Workshop, first: bool) -> Vec<Effect> {
    let key = Key::Workshop(room.id);
    if first {
        state.undo = Undo {
            turn: state.undo.turn.wrapping_add(1),
            made: Some(Text::RoomsMadeMany),
            ..Undo::default()
        };
    }
    if state.raw_records.contains_key(&key) {
        return vec![];
    }
    let record = RawRecord::of_workshop(room);
    state.undo.arrived.push(Arrival::AsItCame {
        key: key.clone(),
        before: None,
        arrived: Rc::clone(&record.text),
    });
    keep(state, key, record)
}

/// The workshop after an event; none if nothing has changed.
fn facilitated(
    state: &State,
    id: WorkshopId,
    event: WorkshopEvent,
    now: Moment,
    checklist: &Checklist,
) -> Option<Workshop> {
    match (event, workshop(state, id)) {
        (WorkshopEvent::Founded(workshop), Err(Missing::NotHere)) => Some(*workshop),
        (WorkshopEvent::Founded(_), _) | (_, Err(_)) => None,
        (event, Ok(known)) => {
            let mut workshop = Rc::unwrap_or_clone(known);
            let (before, was_revealed) = (workshop.revision, workshop.revealed.is_some());
            let stage = workshop.stage;
            apply(&mut workshop, event, now);
            let turned = workshop.stage != stage && matches!(workshop.stage, Stage::Reveal | Stage::Discuss);
            if (turned || !was_revealed) && workshop.revealed.is_some() {
                take_topics(&mut workshop, checklist, now);
            }
            (workshop.revision != before).then_some(workshop)
        }
    }
}

/// What the figures put first is chosen with the reveal; later on as well, where an earlier version has chosen nothing.
fn take_topics(workshop: &mut Workshop, checklist: &Checklist, now: Moment) {
    let queue = workshop.room(checklist).map(|room| room.queue);
    if let Some(queue) = queue.filter(|queue| workshop.topics.is_empty() && !queue.is_empty()) {
        workshop.apply(Change::ChoseTopics(queue), now);
    }
}

fn apply(workshop: &mut Workshop, event: WorkshopEvent, now: Moment) {
    match event {
        WorkshopEvent::Founded(_) => {}
        WorkshopEvent::Changed(change) => workshop.apply(change, now),
        WorkshopEvent::Received(batch) => {
            collecting::take(workshop, batch, &mut Report::default(), now);
        }
        WorkshopEvent::TookBack(undo) => undo.apply(workshop, now),
        WorkshopEvent::TookOut(surplus) => {
            if workshop.take_out(&surplus).is_some() {
                workshop.touch(now);
            }
        }
        WorkshopEvent::PutBack(taken) => taken.put_back(workshop, now),
    }
}

fn took_part(state: &mut State, id: WorkshopId, event: TicketEvent) -> Vec<Effect> {
    let changed = match (event, ticket(state, id)) {
        (TicketEvent::Joined(ticket), Err(Missing::NotHere)) => *ticket,
        (TicketEvent::Joined(_), _) | (_, Err(_)) => return vec![],
        (event, Ok(known)) => {
            // What was answered in a rehearsal is nobody's own view.
            if event == TicketEvent::Kept && is_rehearsal(state, id) {
                return vec![];
            }
            let mut ticket = Rc::unwrap_or_clone(known);
            go_on(&mut ticket, event);
            ticket
        }
    };
    keep(state, Key::Ticket(id), RawRecord::of_ticket(changed))
}

fn go_on(ticket: &mut Ticket, event: TicketEvent) {
    let revision = ticket.edit();
    match event {
        TicketEvent::Joined(_) => {}
        TicketEvent::BeganAgain => {
            // Whatever is answered from now on is later than what an earlier code holds.
            let first = ticket.codes.iter_mut().filter(|made| made.round == Round::FIRST);
            first.for_each(|made| made.of = Revision::default());
        }
        TicketEvent::AnsweredAgain { round, area, choice } => ticket.keep_again(Again {
            round,
            area,
            choice,
            revision,
        }),
        TicketEvent::BeganCode => {
            ticket.number();
        }
        TicketEvent::MadeCode(made) => ticket.keep_code(made),
        TicketEvent::Kept => ticket.ending = Ending::Kept,
    }
}

fn keep(state: &mut State, key: Key, record: RawRecord) -> Vec<Effect> {
    let text = record.text.to_string();
    state.raw_records.insert(key.clone(), record);
    vec![Effect::Write(key, text)]
}
