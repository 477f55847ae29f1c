//! The stored form of a participant's part in a workshop, schema 1.

use super::json::{Value, number, push_number, push_quoted, required, text};
use super::{ReadError, begin, open, parse, quote};
use crate::domain::answer::Choice;
use crate::domain::assessment::AssessmentId;
use crate::domain::code::answer::RolePlace;
use crate::domain::code::{ResponseId, Round, WorkshopId};
use crate::domain::stamp::Revision;
use crate::domain::workshop::ticket::{Again, Ending, Made, Ticket};

/// The schema that this version writes.
pub const TICKET_SCHEMA: u64 = 1;
const KIND: &str = "ticket";

/// Writes a ticket's record.
#[must_use]
pub fn write_ticket(ticket: &Ticket) -> String {
    let mut out = begin(
        KIND,
        &ticket.workshop.to_string(),
        TICKET_SCHEMA,
        ticket.revision.0,
    );
    push_quoted(&mut out, "invite", &ticket.invite);
    push_quoted(&mut out, "response", &AssessmentId(ticket.response.0).to_string());
    out.push_str(",\"role\":");
    push_number(
        &mut out,
        ticket.role.map_or(0, |role| u64::from(role.place()) + 1),
    );
    push_quoted(&mut out, "assessment", &ticket.assessment.to_string());
    push_quoted(&mut out, "ending", ticket.ending.name());
    out.push_str(",\"codes\":[");
    for (place, made) in ticket.codes.iter().enumerate() {
        out.push_str(if place > 0 { ",[" } else { "[" });
        push_number(&mut out, made.round.number().into());
        out.push(',');
        quote(&mut out, &made.code);
        out.push(',');
        push_number(&mut out, made.of.0.into());
        out.push(']');
    }
    out.push_str("],\"again\":[");
    for (place, again) in ticket.again.iter().enumerate() {
        out.push_str(if place > 0 { ",[" } else { "[" });
        push_number(&mut out, again.round.number().into());
        out.push(',');
        quote(&mut out, &again.area.to_string());
        out.push(',');
        quote(&mut out, again.choice.code());
        out.push(',');
        push_number(&mut out, again.revision.0.into());
        out.push(']');
    }
    out.push_str("]}}");
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
    let revision = number(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    ticket(workshop, Revision(revision), body).ok_or(ReadError::Damaged)
}

/// The assessment that a ticket keeps from being one's own, and the invite that it was answered for.
///
/// None once it is kept, and for a record that says neither. The first load reads no more of a ticket than this.
#[must_use]
pub fn read_hold(workshop: WorkshopId, record: &str) -> Option<(AssessmentId, String)> {
    let parsed = parse(record).ok()?;
    let body = open(parsed.value(), KIND, &workshop.to_string(), TICKET_SCHEMA).ok()?;
    let read = |name| text(required(body, name).ok()?);
    let held = read("ending")? != Ending::Kept.name();
    held.then_some((read("assessment")?.parse().ok()?, read("invite")?))
}

fn ticket(workshop: WorkshopId, revision: Revision, body: Value<'_, '_>) -> Option<Ticket> {
    let member = |name| required(body, name).ok();
    let read = |name| text(member(name)?);
    let response: AssessmentId = read("response")?.parse().ok()?;
    let role: u8 = number(member("role")?)?;
    let mut ticket = Ticket {
        workshop,
        revision,
        invite: read("invite")?,
        response: ResponseId(response.0),
        role: match role {
            0 => None,
            place => Some(RolePlace::new(place - 1)?),
        },
        assessment: read("assessment")?.parse().ok()?,
        ending: Ending::from_name(&read("ending")?)?,
        codes: Vec::new(),
        again: Vec::new(),
    };
    for made in member("codes")?.to_array().ok()? {
        let mut made = made.to_array().ok()?;
        ticket.keep_code(Made {
            round: Round::new(number(made.next()?)?)?,
            code: text(made.next()?)?,
            of: Revision(number(made.next()?)?),
        });
        made.next().is_none().then_some(())?;
    }
    for again in member("again")?.to_array().ok()? {
        let mut again = again.to_array().ok()?;
        ticket.keep_again(Again {
            round: Round::new(number(again.next()?)?)?,
            area: text(again.next()?)?.parse().ok()?,
            choice: Choice::from_code(&text(again.next()?)?)?,
            revision: Revision(number(again.next()?)?),
        });
        again.next().is_none().then_some(())?;
    }
    Some(ticket)
}
