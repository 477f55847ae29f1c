//! The stored form of a participant's part in a workshop, schema 2.

use super::fields::{Fields, Form, Id, Name, Number, Quoted, fields, push_list};
use super::json::{Value, number, push_number, required, text};
use super::migrate::migrate_ticket;
use super::{ReadError, begin, open, parse, quote};
use crate::domain::answer::Choice;
use crate::domain::assessment::AssessmentId;
use crate::domain::code::answer::RolePlace;
use crate::domain::code::{ResponseId, Round, Serial, WorkshopId};
use crate::domain::stamp::Revision;
use crate::domain::workshop::ticket::{Again, Ending, Made, Ticket};

/// The schema that this version writes.
pub const TICKET_SCHEMA: u64 = 2;
const KIND: &str = "ticket";

fields! {
    Ticket {
        "invite": Quoted => invite;
        "response": Id => response;
        "role": CountedFromOne => role;
        "assessment": Id => assessment;
        "ending": Name => ending;
        "serial": Number => serial;
        "codes": Rows => codes;
        "again": Rows => again;
    }
}

/// The place of a role, counted from 1; 0 for none.
struct CountedFromOne;

impl Form<Option<RolePlace>> for CountedFromOne {
    fn write(role: &Option<RolePlace>, out: &mut String) {
        push_number(out, role.map_or(0, |role| u64::from(role.place()) + 1));
    }

    fn read(value: Value<'_, '_>, role: &mut Option<RolePlace>) -> Option<()> {
        *role = match number::<u8>(value)?.checked_sub(1) {
            None => None,
            Some(place) => Some(RolePlace::new(place)?),
        };
        Some(())
    }
}

/// A list of lists; the later of two rows for the same round stands.
struct Rows;

impl Form<Vec<Made>> for Rows {
    fn write(codes: &Vec<Made>, out: &mut String) {
        push_list(out, codes, |out, made| {
            out.push('[');
            push_number(out, made.round.number().into());
            out.push(',');
            quote(out, &made.code);
            out.push(',');
            push_number(out, made.of.0.into());
            out.push(',');
            push_number(out, made.serial.0.into());
            out.push(']');
        });
    }

    fn read(rows: Value<'_, '_>, codes: &mut Vec<Made>) -> Option<()> {
        for row in rows.to_array().ok()? {
            let mut row = row.to_array().ok()?;
            let made = Made {
                round: Round::new(number(row.next()?)?)?,
                code: text(row.next()?)?,
                of: Revision(number(row.next()?)?),
                serial: Serial(number(row.next()?)?),
            };
            made.keep_in(codes);
            row.next().is_none().then_some(())?;
        }
        Some(())
    }
}

impl Form<Vec<Again>> for Rows {
    fn write(all: &Vec<Again>, out: &mut String) {
        push_list(out, all, |out, again| {
            out.push('[');
            push_number(out, again.round.number().into());
            out.push(',');
            quote(out, &again.area.to_string());
            out.push(',');
            quote(out, again.choice.code());
            out.push(',');
            push_number(out, again.revision.0.into());
            out.push(']');
        });
    }

    fn read(rows: Value<'_, '_>, all: &mut Vec<Again>) -> Option<()> {
        for row in rows.to_array().ok()? {
            let mut row = row.to_array().ok()?;
            let again = Again {
                round: Round::new(number(row.next()?)?)?,
                area: text(row.next()?)?.parse().ok()?,
                choice: Choice::from_code(&text(row.next()?)?)?,
                revision: Revision(number(row.next()?)?),
            };
            again.keep_in(all);
            row.next().is_none().then_some(())?;
        }
        Some(())
    }
}

/// Writes a ticket's record.
#[must_use]
pub fn write_ticket(ticket: &Ticket) -> String {
    let id = ticket.workshop.to_string();
    let mut out = begin(KIND, &id, TICKET_SCHEMA, ticket.revision.0);
    ticket.push(&mut out);
    out.push_str("}}");
    out
}

/// Reads a ticket's record, whole or not at all.
///
/// # Errors
/// [`ReadError`]. A record that cannot be read stays where it is.
pub fn read_ticket(workshop: WorkshopId, record: &str) -> Result<Ticket, ReadError> {
    let parsed = parse(record)?;
    let record = parsed.value();
    let body = open(record, KIND, &workshop.to_string(), TICKET_SCHEMA)?;
    if let Some(migrated) = migrate_ticket(record)? {
        return read_ticket(workshop, &migrated);
    }
    let revision = number(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    ticket(workshop, Revision(revision), body).ok_or(ReadError::Damaged)
}

/// The assessment that a ticket keeps from being one's own, and the invite that it was answered for.
///
/// None once it is kept, and for a record that says neither. A device with an assessment needs to know no more of a ticket than this.
#[must_use]
pub fn read_hold(workshop: WorkshopId, record: &str) -> Option<(AssessmentId, String)> {
    let parsed = parse(record).ok()?;
    let body = open(parsed.value(), KIND, &workshop.to_string(), TICKET_SCHEMA).ok()?;
    let read = |name| text(required(body, name).ok()?);
    let held = read("ending")? != Ending::Kept.name();
    held.then_some((read("assessment")?.parse().ok()?, read("invite")?))
}

fn ticket(workshop: WorkshopId, revision: Revision, body: Value<'_, '_>) -> Option<Ticket> {
    let mut ticket = Ticket {
        workshop,
        revision,
        invite: String::new(),
        response: ResponseId(0),
        role: None,
        assessment: AssessmentId(0),
        ending: Ending::Open,
        serial: Serial(0),
        codes: Vec::new(),
        again: Vec::new(),
    };
    ticket.fill(body)?;
    Some(ticket)
}
