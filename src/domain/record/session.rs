//! What stands in a workshop's record about the day around its votes: agenda, remembered times, breaks, modes of collection, the last
//! promise, a rehearsal.

use super::fields::{Fields, Form, Id, Number, Quoted, at_most_one, fields, push_counts, push_list};
use super::json::{Value, number, push_number, quote, text, truth};
use super::parts::{day_from, day_text};
use crate::domain::calendar::{Day, Moment};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::question::AreaId;
use crate::domain::workshop::cover::{Break, Cover};
use crate::domain::workshop::modes::{Mode, Modes};
use crate::domain::workshop::promise::{Came, Promise};
use crate::domain::workshop::rehearsal::{Crowd, Rehearsal};
use crate::domain::workshop::stage::{Agenda, OwnMinutes, Stage};
use litemap::LiteMap;
use nojson::JsonValueKind;

/// How each of these stands in the record: a list with what there is, and an empty one for nothing.
pub(super) struct OfSession;

macro_rules! forms {
    ($($kind:ty: $push:expr, $read:expr;)*) => {
        $(impl Form<$kind> for OfSession {
            fn write(value: &$kind, out: &mut String) {
                $push(out, value);
            }

            fn read(value: Value<'_, '_>, place: &mut $kind) -> Option<()> {
                *place = $read(value)?;
                Some(())
            }
        })*
    };
}

forms! {
    Agenda: |out, agenda: &Agenda| push_agenda(out, *agenda), agenda;
    Cover: |out, cover: &Cover| push_cover(out, *cover), cover;
    LiteMap<Stage, i64>: push_left, left;
    Modes: push_modes, modes;
    Option<i64>: push_seconds, |value| at_most_one(value, number);
    Option<MinimumGroup>: push_minimum, minimum;
    Option<Promise>: push_promises, |value| at_most_one(value, promise);
    Option<Rehearsal>: push_rehearsal, rehearsal;
}

fn push_agenda(out: &mut String, agenda: Agenda) {
    match agenda {
        Agenda::Sixty | Agenda::Ninety => out.push_str(&agenda.minutes().to_string()),
        Agenda::Own(own) => push_list(out, own.all(), push_small),
    }
}

fn agenda(value: Value<'_, '_>) -> Option<Agenda> {
    if value.kind() == JsonValueKind::Integer {
        return Agenda::of_minutes(number(value)?);
    }
    let minutes: Option<Vec<u8>> = value.to_array().ok()?.map(number).collect();
    OwnMinutes::new(minutes?.try_into().ok()?).map(Agenda::Own)
}

fn push_small(out: &mut String, number: impl Into<u64>) {
    push_number(out, number.into());
}

fn push_left(out: &mut String, times: &LiteMap<Stage, i64>) {
    push_counts(out, times.iter().map(|(stage, left)| (stage.name(), *left)));
}

fn left(value: Value<'_, '_>) -> Option<LiteMap<Stage, i64>> {
    let mut times = LiteMap::new();
    for (stage, left) in value.to_object().ok()? {
        let stage = Stage::from_name(&text(stage)?)?;
        if times.insert(stage, number(left)?).is_some() {
            return None;
        }
    }
    Some(times)
}

fn push_seconds(out: &mut String, left: &Option<i64>) {
    push_list(out, left, |out, left| out.push_str(&left.to_string()));
}

fn push_minimum(out: &mut String, before: &Option<MinimumGroup>) {
    push_list(out, before, |out, before| push_small(out, before.size()));
}

fn minimum(value: Value<'_, '_>) -> Option<Option<MinimumGroup>> {
    at_most_one(value, |size| MinimumGroup::try_from(number::<u32>(size)?).ok())
}

fn push_modes(out: &mut String, modes: &Modes) {
    push_list(out, modes.iter(), |out, mode| quote(out, mode.name()));
}

fn modes(value: Value<'_, '_>) -> Option<Modes> {
    let modes = value.to_array().ok()?;
    modes.map(|mode| Mode::from_name(&text(mode)?)).collect()
}

fn push_promises(out: &mut String, promise: &Option<Promise>) {
    push_list(out, promise, |out, promise| {
        out.push('{');
        promise.push(out);
        out.push('}');
    });
}

fn push_rehearsal(out: &mut String, rehearsal: &Option<Rehearsal>) {
    let both = rehearsal.map(|it| [it.crowd.size(), it.seed]);
    push_list(out, both.into_iter().flatten(), push_small);
}

fn push_cover(out: &mut String, cover: Cover) {
    match cover {
        Cover::Open => out.push_str("[]"),
        Cover::Blank => out.push_str("[\"blank\"]"),
        Cover::Break(Break { back, ran }) => {
            out.push_str(if ran {
                "[\"break\",true"
            } else {
                "[\"break\",false"
            });
            if let Some(back) = back {
                out.push(',');
                push_number(out, back.0);
            }
            out.push(']');
        }
    }
}

fn cover(value: Value<'_, '_>) -> Option<Cover> {
    let mut parts = value.to_array().ok()?;
    let Some(kind) = parts.next() else {
        return Some(Cover::Open);
    };
    let cover = match &*text(kind)? {
        "blank" => Cover::Blank,
        "break" => Cover::Break(Break {
            ran: truth(parts.next()?)?,
            back: match parts.next() {
                Some(back) => Some(Moment(number(back)?)),
                None => None,
            },
        }),
        _ => return None,
    };
    parts.next().is_none().then_some(cover)
}

fields! {
    Promise {
        "area": Id => area;
        "held": Number => held;
        "experiment": Quoted => experiment;
        "counted": Quoted => counted;
        "owner": Quoted => owner;
        "stop": TextOrNothing => stop;
        "review": TextOrNothing => review;
        "came": TextOrNothing => came;
        "learned": Quoted => learned;
    }
}

/// A text in quotes, an empty one for nothing.
pub(super) struct TextOrNothing;

impl Form<Option<Day>> for TextOrNothing {
    fn write(day: &Option<Day>, out: &mut String) {
        quote(out, &day_text(*day));
    }

    fn read(value: Value<'_, '_>, day: &mut Option<Day>) -> Option<()> {
        *day = day_from(&text(value)?)?;
        Some(())
    }
}

impl Form<Option<Came>> for TextOrNothing {
    fn write(came: &Option<Came>, out: &mut String) {
        quote(out, came.map_or("", Came::name));
    }

    fn read(value: Value<'_, '_>, came: &mut Option<Came>) -> Option<()> {
        *came = match &*text(value)? {
            "" => None,
            name => Some(Came::from_name(name)?),
        };
        Some(())
    }
}

fn promise(stored: Value<'_, '_>) -> Option<Promise> {
    let mut promise = Promise {
        held: Moment(0),
        area: AreaId::new(1)?,
        experiment: String::new(),
        counted: String::new(),
        owner: String::new(),
        stop: None,
        review: None,
        came: None,
        learned: String::new(),
    };
    promise.fill(stored)?;
    Some(promise)
}

fn rehearsal(value: Value<'_, '_>) -> Option<Option<Rehearsal>> {
    let numbers: Option<Vec<u32>> = value.to_array().ok()?.map(number).collect();
    match *numbers? {
        [] => Some(None),
        [size, seed] => Some(Some(Rehearsal {
            crowd: Crowd::of_size(size)?,
            seed,
        })),
        _ => None,
    }
}
