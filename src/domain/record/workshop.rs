//! The stored form of a workshop, schema 5.

use super::fields::{Fields, Id, Name, Number, Quoted, Truth, fields};
use super::forms::{
    Address, AtMostOne, Clock, Counts, Labels, LastNumbers, Object, Objects, OrNothing, Responses, Secret,
    Tag, WhetherBegun,
};
use super::json::{Value, number, required};
use super::migrate::migrate_workshop;
use super::plan::latest;
use super::session::OfSession;
use super::{ReadError, begin, open, parse};
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::hands::Headcount;
use crate::domain::code::invite::{Language, Roles};
use crate::domain::code::items::Shape;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::stamp::Revision;
use crate::domain::workshop::ballot::Ballot;
use crate::domain::workshop::stage::{Agenda, Stage};
use crate::domain::workshop::{MOST_TOPICS, Seed, Settings, Topic, Workshop};

/// The schema that this version writes.
pub const WORKSHOP_SCHEMA: u64 = 5;
const KIND: &str = "workshop";

fields! {
    Workshop {
        "instrument": Number => instrument;
        "created": Number => created;
        "changed": Number => changed;
        "secret": Secret => seed;
        "title": Quoted => settings.title;
        "depth": Name => settings.shape.depth;
        "know_do": Truth => settings.shape.know_do;
        "roles": Labels => settings.roles;
        "minimum": Number => settings.minimum;
        "headcount": Number => settings.present;
        "agenda": OfSession => settings.agenda;
        "language": Tag => settings.language;
        "stage": Name => stage;
        "turn": Number => turn;
        "revealed": AtMostOne => revealed;
        "timer": Clock => timer;
        "sound": Truth => sound;
        "first": Object => first;
        "topics": Objects => topics;
        "hands_each": Name => energy.each;
        "energy": Counts => energy;
        "hypothesis": Quoted => hypothesis;
        "plan": Object => plan;
        "address": Address => address;
        "notes": Quoted => notes;
        "left": OfSession => left;
        "cover": OfSession => cover;
        "minimum_before": OfSession => minimum_before;
        "modes": OfSession => modes;
        "promise": OfSession => promise;
        "rehearsal": OfSession => rehearsal;
    }
}

fields! {
    Topic {
        "area": Id => area;
        "second": WhetherBegun => second;
        // Behind the progress, which says whether there is one.
        "round": OrNothing => second;
        "ballot": Object => ballot;
        "agreed": OrNothing => agreed;
        "dissent": Quoted => dissent;
        "note": Quoted => note;
        "left": OfSession => left;
    }
}

fields! {
    Ballot {
        "responses": Responses;
        // Behind the responses, none of which is taken out.
        "taken_out": LastNumbers;
        "hands": Counts => hands;
    }
}

/// Writes a workshop's record.
#[must_use]
pub fn write_workshop(workshop: &Workshop) -> String {
    let id = workshop.id.to_string();
    let mut out = begin(KIND, &id, WORKSHOP_SCHEMA, workshop.revision.0);
    workshop.push(&mut out);
    out.push_str("}}");
    out
}

/// Reads a workshop's record, whole or not at all.
///
/// # Errors
/// [`ReadError`]. A record that cannot be read stays where it is.
pub fn read_workshop(id: WorkshopId, record: &str) -> Result<Workshop, ReadError> {
    let parsed = parse(record)?;
    let record = parsed.value();
    let body = open(record, KIND, &id.to_string(), WORKSHOP_SCHEMA)?;
    if let Some(migrated) = migrate_workshop(record)? {
        return read_workshop(id, &migrated);
    }
    let revision = number(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    workshop(id, Revision(revision), body).ok_or(ReadError::Damaged)
}

fn workshop(id: WorkshopId, revision: Revision, body: Value<'_, '_>) -> Option<Workshop> {
    let nothing_decided = Settings {
        title: String::new(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::default(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(0),
        agenda: Agenda::default(),
        language: Language::new("en")?,
    };
    let (seed, never) = (Seed([0; 32]), Moment(0));
    let mut workshop = Workshop::new(id, seed, nothing_decided, InstrumentVersion(0), never);
    workshop.fill(body)?;
    workshop.revision = revision.max(latest(&workshop.plan));
    is_sound(&workshop).then_some(workshop)
}

/// Whether changes could have led to it: what was never shown is not open to be shown, and no second vote is the first one.
fn is_sound(workshop: &Workshop) -> bool {
    let topics = &workshop.topics;
    let apart = |(place, topic): (usize, &Topic)| {
        let mut later = topics.iter().skip(place + 1);
        let round = topic.second.round();
        later.all(|other| other.area != topic.area && (round.is_none() || other.second.round() != round))
    };
    let in_order = |topic: &Topic| match topic.second.round() {
        None => topic.ballot.is_empty(),
        Some(round) => {
            let mut raised = topic.ballot.hands.keys();
            workshop.revealed.is_some()
                && round > Round::FIRST
                && raised.all(|question| *question == topic.question())
        }
    };
    topics.len() <= MOST_TOPICS
        && workshop.turn < topics.len().max(1)
        && (workshop.revealed.is_some() || workshop.stage < Stage::Reveal)
        && workshop
            .minimum_before
            .is_none_or(|before| workshop.revealed.is_some() && before < workshop.settings.minimum)
        && topics.iter().enumerate().all(apart)
        && topics.iter().all(in_order)
        && workshop
            .first
            .hands
            .keys()
            .all(|question| workshop.settings.shape.asks(*question))
}
