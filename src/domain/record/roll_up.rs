//! The stored form of a roll-up, schema 1: rooms as their own files show them.

use super::fields::{Fields, Form, Id, Name, Number, Quoted, at_most_one, fields, push_list};
use super::forms::{AtMostOne, Counts};
use super::json::{Value, number, push_number, quote, required, text};
use super::session::TextOrNothing;
use super::{Key, ReadError, begin, open, parse};
use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::Round;
use crate::domain::code::hands::Counted;
use crate::domain::code::invite::Language;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::plan::Status;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::rollup::gathering::{Gathering, RollUp, RollUpId};
use crate::domain::rollup::room::{Kept, Room, RoomName, RoomPlan};
use crate::domain::stamp::Revision;
use litemap::LiteMap;

/// The schema that this version writes.
pub const ROLL_UP_SCHEMA: u64 = 1;
const KIND: &str = "roll-up";

fields! {
    RollUp {
        "title": Quoted => title;
        "created": Number => created;
        "changed": Number => changed;
        "rooms": Rooms => rooms;
    }
}

fields! {
    Room {
        "title": Quoted => title;
        "day": TextOrNothing => day;
        // Behind title and day, which are its name where it has no other.
        "workshop": OwnName;
        "instrument": Number => instrument;
        "language": TagIfAny => language;
        "people": Number => people;
        "headcount": Number => headcount;
        "minimum": Number => minimum;
        "changed": AtMostOne => changed;
        // Behind the smallest group, below which none is taken up.
        "votes": FirstVotes;
        "again": SecondVotes;
        "hands": Counts => hands;
        "plan": AtMostOneObject => plan;
        "before": AtMostOneObject => before;
    }
}

fields! {
    RoomPlan {
        "area": Id => area;
        "hypothesis": Quoted => hypothesis;
        "experiment": Quoted => experiment;
        "counted": Quoted => counted;
        "stop": TextOrNothing => stop;
        "review": TextOrNothing => review;
        "status": Name => status;
        "learned": Quoted => learned;
    }
}

fields! {
    Kept {
        "area": Id => area;
        "experiment": Quoted => experiment;
        "came": TextOrNothing => came;
        "learned": Quoted => learned;
    }
}

struct Rooms;

impl Form<Gathering> for Rooms {
    fn write(rooms: &Gathering, out: &mut String) {
        push_list(out, rooms.rooms(), |out, room| {
            out.push('{');
            room.push(out);
            out.push('}');
        });
    }

    fn read(value: Value<'_, '_>, rooms: &mut Gathering) -> Option<()> {
        for stored in value.to_array().ok()? {
            let name = RoomName::Titled(String::new(), None);
            let mut room = Room::new(name, InstrumentVersion(0), MinimumGroup::STANDARD);
            room.fill(stored)?;
            rooms.take(room);
        }
        Some(())
    }
}

/// A workshop's own name, or an empty text.
struct OwnName;

impl Form<Room> for OwnName {
    fn write(room: &Room, out: &mut String) {
        quote(out, &room.name.id());
    }

    fn read(value: Value<'_, '_>, room: &mut Room) -> Option<()> {
        let stored = text(value)?;
        room.name = RoomName::from_id(&stored, || RoomName::Titled(room.title.clone(), room.day))?;
        Some(())
    }
}

/// The tag of a language, or an empty text.
struct TagIfAny;

impl Form<Option<Language>> for TagIfAny {
    fn write(language: &Option<Language>, out: &mut String) {
        quote(out, language.as_ref().map_or("", Language::tag));
    }

    fn read(value: Value<'_, '_>, language: &mut Option<Language>) -> Option<()> {
        let tag = text(value)?;
        *language = match &*tag {
            "" => None,
            tag => Some(Language::new(tag)?),
        };
        Some(())
    }
}

/// By question a list of seven counts, or an empty one where there were too few to show.
struct FirstVotes;

impl Form<Room> for FirstVotes {
    fn write(room: &Room, out: &mut String) {
        out.push('{');
        let first = room.votes().filter(|((round, _), _)| *round == Round::FIRST);
        for (place, ((_, question), counts)) in first.enumerate() {
            out.push_str(if place > 0 { "," } else { "" });
            quote(out, &question.to_string());
            out.push(':');
            push_counted(out, counts);
        }
        out.push('}');
    }

    fn read(value: Value<'_, '_>, room: &mut Room) -> Option<()> {
        for (question, counts) in value.to_object().ok()? {
            let question: QuestionId = question.to_unquoted_string_str().ok()?.parse().ok()?;
            room.show((Round::FIRST, question), counted(counts)?);
        }
        Some(())
    }
}

/// A list of rounds, each with its question and its counts.
struct SecondVotes;

impl Form<Room> for SecondVotes {
    fn write(room: &Room, out: &mut String) {
        let again = room.votes().filter(|((round, _), _)| *round != Round::FIRST);
        push_list(out, again, |out, ((round, question), counts)| {
            out.push('[');
            push_number(out, round.number().into());
            out.push(',');
            quote(out, &question.to_string());
            out.push(',');
            push_counted(out, counts);
            out.push(']');
        });
    }

    fn read(value: Value<'_, '_>, room: &mut Room) -> Option<()> {
        for row in value.to_array().ok()? {
            let mut row = row.to_array().ok()?;
            let round = Round::new(number(row.next()?)?).filter(|round| *round != Round::FIRST)?;
            let question = text(row.next()?)?.parse().ok()?;
            room.show((round, question), counted(row.next()?)?);
            row.next().is_none().then_some(())?;
        }
        Some(())
    }
}

fn push_counted(out: &mut String, counts: Option<&Counted>) {
    let all = counts.map(|counts| {
        let [a, b, c, d, e] = counts.levels;
        [a, b, c, d, e, counts.cannot_tell, counts.not_applicable]
    });
    push_list(out, all.into_iter().flatten(), |out, count| {
        push_number(out, u64::from(count));
    });
}

#[expect(clippy::option_option, reason = "a vote that shows nothing is a vote")]
fn counted(value: Value<'_, '_>) -> Option<Option<Counted>> {
    let mut numbers = value.to_array().ok()?.map(number::<u32>);
    let Some(first) = numbers.next() else {
        return Some(None);
    };
    let mut next = || numbers.next()?;
    let counted = Counted {
        levels: [first?, next()?, next()?, next()?, next()?],
        cannot_tell: next()?,
        not_applicable: next()?,
    };
    numbers.next().is_none().then_some(Some(counted))
}

impl Form<LiteMap<AreaId, u16>> for Counts {
    fn write(hands: &LiteMap<AreaId, u16>, out: &mut String) {
        super::fields::push_counts(out, hands.iter().map(|(area, hands)| (*area, *hands)));
    }

    fn read(value: Value<'_, '_>, hands: &mut LiteMap<AreaId, u16>) -> Option<()> {
        for (area, count) in value.to_object().ok()? {
            hands.insert(text(area)?.parse().ok()?, number(count)?);
        }
        Some(())
    }
}

/// A list with an object, or with none.
struct AtMostOneObject;

fn push_object<T: Fields>(out: &mut String, one: &Option<T>) {
    push_list(out, one, |out, one| {
        out.push('{');
        one.push(out);
        out.push('}');
    });
}

impl Form<Option<RoomPlan>> for AtMostOneObject {
    fn write(plan: &Option<RoomPlan>, out: &mut String) {
        push_object(out, plan);
    }

    fn read(value: Value<'_, '_>, place: &mut Option<RoomPlan>) -> Option<()> {
        *place = at_most_one(value, |stored| {
            let mut plan = RoomPlan {
                area: AreaId::new(1)?,
                hypothesis: String::new(),
                experiment: String::new(),
                counted: String::new(),
                stop: None,
                review: None,
                status: Status::Planned,
                learned: String::new(),
            };
            plan.fill(stored)?;
            Some(plan)
        })?;
        Some(())
    }
}

impl Form<Option<Kept>> for AtMostOneObject {
    fn write(kept: &Option<Kept>, out: &mut String) {
        push_object(out, kept);
    }

    fn read(value: Value<'_, '_>, place: &mut Option<Kept>) -> Option<()> {
        *place = at_most_one(value, |stored| {
            let mut kept = Kept {
                area: AreaId::new(1)?,
                experiment: String::new(),
                came: None,
                learned: String::new(),
            };
            kept.fill(stored)?;
            Some(kept)
        })?;
        Some(())
    }
}

/// The key of a roll-up. What is loaded first keeps its text without knowing what it is.
#[must_use]
pub fn roll_up_key(id: RollUpId) -> Key {
    Key::Unknown([KIND, "/", &id.to_string()].concat())
}

/// The roll-up that a key is of, if it is of one.
#[must_use]
pub fn roll_up_id(key: &Key) -> Option<RollUpId> {
    let Key::Unknown(rest) = key else { return None };
    rest.strip_prefix(KIND)?.strip_prefix('/')?.parse().ok()
}

/// Writes a roll-up's record.
#[must_use]
pub fn write_roll_up(roll_up: &RollUp) -> String {
    let id = roll_up.id.to_string();
    let mut out = begin(KIND, &id, ROLL_UP_SCHEMA, roll_up.revision.0);
    roll_up.push(&mut out);
    out.push_str("}}");
    out
}

/// What is said of a roll-up without looking at its rooms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutRollUp {
    /// Counts every change.
    pub revision: Revision,
    /// What it is called, may be empty.
    pub title: String,
    /// When it was last changed.
    pub changed: Moment,
    /// Whether every room in it is a rehearsal's: its people are invented, and it is of no use to anybody.
    pub rehearsed: bool,
}

/// Reads what a roll-up's record says of itself. Its rooms may still be damaged.
///
/// # Errors
/// [`ReadError`].
pub fn read_about_roll_up(id: RollUpId, record: &str) -> Result<AboutRollUp, ReadError> {
    let parsed = parse(record)?;
    let record = parsed.value();
    let body = open(record, KIND, &id.to_string(), ROLL_UP_SCHEMA)?;
    let revision = number(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    let changed = number(required(body, "changed")?).ok_or(ReadError::Damaged)?;
    let rooms = || {
        required(body, "rooms")?
            .to_array()
            .map_err(|_| ReadError::Damaged)
    };
    let rehearsed = rooms()?.next().is_some() && rooms()?.all(is_rehearsal);
    Ok(AboutRollUp {
        revision: Revision(revision),
        title: text(required(body, "title")?).ok_or(ReadError::Damaged)?,
        changed: Moment(changed),
        rehearsed,
    })
}

/// Whether a stored room is a rehearsal's, whatever else it says.
fn is_rehearsal(room: Value<'_, '_>) -> bool {
    let name = required(room, "workshop").ok().and_then(text);
    let name = name.and_then(|name| RoomName::from_id(&name, || RoomName::Titled(String::new(), None)));
    matches!(name, Some(RoomName::Rehearsal(_)))
}

/// Reads a roll-up's record, whole or not at all.
///
/// # Errors
/// [`ReadError`]. A record that cannot be read stays where it is.
pub fn read_roll_up(id: RollUpId, record: &str) -> Result<RollUp, ReadError> {
    let parsed = parse(record)?;
    let record = parsed.value();
    let body = open(record, KIND, &id.to_string(), ROLL_UP_SCHEMA)?;
    let revision = number(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    let mut roll_up = RollUp::new(id, Moment(0));
    roll_up.revision = Revision(revision);
    roll_up.fill(body).ok_or(ReadError::Damaged)?;
    Ok(roll_up)
}
