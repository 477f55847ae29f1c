//! The stored form of a plan, inside its assessment.

use super::ReadError;
use super::json::{Value, push_part, required, text};
use super::parts::{Parts, day_from, day_text};
use crate::domain::doors::Door;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, Plan, PlanDay, PlanText, Status};
use crate::domain::stamp::Revision;

/// `A04 lowest 2 3`: the area, the door, and where they are known the level it stood at and the one above; nothing for no choice.
fn chosen_text(chosen: Option<Chosen>) -> String {
    let Some(chosen) = chosen else {
        return String::new();
    };
    let mut out = [&*chosen.area.to_string(), chosen.door.name()].join(" ");
    for level in chosen.from.into_iter().chain(chosen.to) {
        out.push(' ');
        out.push(char::from(b'0' + level.number()));
    }
    out
}

/// None for a text that [`chosen_text`] never writes.
fn chosen_from(text: &str) -> Option<Option<Chosen>> {
    if text.is_empty() {
        return Some(None);
    }
    let mut words = text.split(' ');
    let (area, door) = (words.next()?.parse().ok()?, Door::from_name(words.next()?)?);
    let (from, to) = match (words.next(), words.next()) {
        (None, _) => (None, None),
        (Some(from), to) => (Some(level(from)?), to.map(level)),
    };
    let to = match to {
        Some(level) => Some(level?),
        None => None,
    };
    let chosen = Chosen { area, door, from, to };
    words.next().is_none().then_some(Some(chosen))
}

fn level(text: &str) -> Option<Level> {
    match text.as_bytes() {
        [digit @ b'1'..=b'5'] => Level::from_number(digit - b'0'),
        _ => None,
    }
}

pub(super) fn push_plan(out: &mut String, plan: &Plan) {
    push_part(
        out,
        "chosen",
        &chosen_text(plan.chosen.value),
        plan.chosen.revision,
    );
    for which in PlanText::ALL {
        let text = plan.text(which);
        push_part(out, which.name(), &text.value, text.revision);
    }
    for which in PlanDay::ALL {
        let day = plan.day(which);
        push_part(out, which.name(), &day_text(day.value), day.revision);
    }
    push_part(out, "status", plan.status.value.name(), plan.status.revision);
}

/// The latest revision of any part.
pub(super) fn latest(plan: &Plan) -> Revision {
    let texts = PlanText::ALL.map(|which| plan.text(which).revision);
    let days = PlanDay::ALL.map(|which| plan.day(which).revision);
    let parts = texts.into_iter().chain(days);
    parts.fold(plan.chosen.revision.max(plan.status.revision), Revision::max)
}

/// Reads every part of a plan that can be read.
pub(super) fn read_plan(parts: &mut Parts, stored: Value<'_, '_>, plan: &mut Plan) -> Result<(), ReadError> {
    let member = |name| required(stored, name);
    parts.read("chosen", member("chosen")?, &mut plan.chosen, |value| {
        chosen_from(&text(value)?)
    });
    for which in PlanText::ALL {
        parts.read(which.name(), member(which.name())?, plan.text_mut(which), text);
    }
    for which in PlanDay::ALL {
        parts.read(
            which.name(),
            member(which.name())?,
            plan.day_mut(which),
            |value| day_from(&text(value)?),
        );
    }
    parts.read("status", member("status")?, &mut plan.status, |value| {
        Status::from_name(&text(value)?)
    });
    Ok(())
}
