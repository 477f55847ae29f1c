//! The stored form of a workshop, schema 2.

use super::assessment::Parts;
use super::json::{Value, number, push_number, push_quoted, required, text, truth};
use super::migrate::migrate_workshop;
use super::plan::{push_plan, read_plan};
use super::{ReadError, begin, open, parse, quote};
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::answer::Response;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::{Language, RoleLabel, Roles};
use crate::domain::code::items::Shape;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::level::Level;
use crate::domain::question::QuestionId;
use crate::domain::stamp::Revision;
use crate::domain::workshop::ballot::Ballot;
use crate::domain::workshop::energy::HandsEach;
use crate::domain::workshop::stage::{Agenda, Stage, Timer};
use crate::domain::workshop::{MOST_TOPICS, SecondVote, Seed, Settings, Topic, Workshop};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The schema that this version writes.
pub const WORKSHOP_SCHEMA: u64 = 2;
const KIND: &str = "workshop";

/// Writes a workshop's record.
#[must_use]
pub fn write_workshop(workshop: &Workshop) -> String {
    let settings = &workshop.settings;
    let mut out = begin(
        KIND,
        &workshop.id.to_string(),
        WORKSHOP_SCHEMA,
        workshop.revision.0,
    );
    out.push_str("\"instrument\":");
    push_number(&mut out, workshop.instrument.0.into());
    push_named(&mut out, "created", workshop.created.0);
    push_named(&mut out, "changed", workshop.changed.0);
    push_quoted(&mut out, "secret", &URL_SAFE_NO_PAD.encode(workshop.seed.0));
    push_quoted(&mut out, "title", &settings.title);
    push_quoted(&mut out, "depth", settings.shape.depth.name());
    push_truth(&mut out, "know_do", settings.shape.know_do == KnowDo::Included);
    out.push_str(",\"roles\":[");
    for (place, role) in settings.roles.labels().iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        quote(&mut out, role.text());
    }
    out.push(']');
    push_named(&mut out, "minimum", settings.minimum.size().into());
    push_named(&mut out, "headcount", settings.present.0.into());
    push_named(&mut out, "agenda", settings.agenda.minutes().into());
    push_quoted(&mut out, "language", settings.language.tag());
    push_quoted(&mut out, "stage", workshop.stage.name());
    push_named(&mut out, "turn", workshop.turn as u64);
    out.push_str(",\"revealed\":[");
    if let Some(moment) = workshop.revealed {
        push_number(&mut out, moment.0);
    }
    out.push_str("],\"timer\":[");
    out.push_str(&workshop.timer.left.to_string());
    if let Some(since) = workshop.timer.since {
        out.push(',');
        push_number(&mut out, since.0);
    }
    out.push(']');
    push_truth(&mut out, "sound", workshop.sound);
    out.push_str(",\"first\":");
    push_ballot(&mut out, &workshop.first);
    out.push_str(",\"topics\":[");
    for (place, topic) in workshop.topics.iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        push_topic(&mut out, topic);
    }
    out.push(']');
    push_quoted(&mut out, "hands_each", workshop.energy.each.name());
    out.push_str(",\"energy\":{");
    for (place, (area, hands)) in workshop.energy.counted().iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        quote(&mut out, &area.to_string());
        out.push(':');
        push_number(&mut out, u64::from(*hands));
    }
    out.push('}');
    push_quoted(&mut out, "hypothesis", &workshop.hypothesis);
    out.push_str(",\"plan\":{");
    push_plan(&mut out, &workshop.plan);
    out.push('}');
    push_quoted(&mut out, "notes", &workshop.notes);
    out.push_str("}}");
    out
}

fn push_named(out: &mut String, name: &str, value: u64) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str("\":");
    push_number(out, value);
}

fn push_truth(out: &mut String, name: &str, value: bool) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str(if value { "\":true" } else { "\":false" });
}

fn push_topic(out: &mut String, topic: &Topic) {
    out.push_str("{\"area\":");
    quote(out, &topic.area.to_string());
    let (second, round) = match topic.second {
        SecondVote::NotYet => ("not yet", None),
        SecondVote::Open(round) => ("open", Some(round)),
        SecondVote::Closed(round) => ("closed", Some(round)),
    };
    push_quoted(out, "second", second);
    push_named(out, "round", round.map_or(0, |round| round.number().into()));
    out.push_str(",\"ballot\":");
    push_ballot(out, &topic.ballot);
    push_named(
        out,
        "agreed",
        topic.agreed.map_or(0, |level| level.number().into()),
    );
    push_quoted(out, "dissent", &topic.dissent);
    push_quoted(out, "note", &topic.note);
    out.push('}');
}

fn push_ballot(out: &mut String, ballot: &Ballot) {
    out.push_str("{\"responses\":[");
    for (place, response) in ballot.responses().enumerate() {
        out.push_str(if place > 0 { ",\"" } else { "\"" });
        out.push_str(&URL_SAFE_NO_PAD.encode(response.pack()));
        out.push('"');
    }
    out.push_str("],\"hands\":{");
    for (place, (question, counted)) in ballot.hands.iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        quote(out, &question.to_string());
        out.push_str(":[");
        let others = [counted.cannot_tell, counted.not_applicable];
        for (place, count) in counted.levels.iter().chain(&others).enumerate() {
            out.push_str(if place > 0 { "," } else { "" });
            push_number(out, u64::from(*count));
        }
        out.push(']');
    }
    out.push_str("}}");
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
    let member = |name| required(body, name).ok();
    let read = |name| text(member(name)?);
    let know_do = if truth(member("know_do")?)? {
        KnowDo::Included
    } else {
        KnowDo::LeftOut
    };
    let labels: Option<Vec<_>> = (member("roles")?.to_array().ok()?)
        .map(|label| RoleLabel::new(&text(label)?).ok())
        .collect();
    let settings = Settings {
        title: read("title")?,
        shape: Shape::new(Depth::from_name(&read("depth")?)?, know_do),
        roles: Roles::new(labels?).ok()?,
        minimum: MinimumGroup::try_from(number::<u32>(member("minimum")?)?).ok()?,
        present: Headcount(number(member("headcount")?)?),
        agenda: Agenda::of_minutes(number(member("agenda")?)?)?,
        language: Language::new(&read("language")?)?,
    };
    let seed = URL_SAFE_NO_PAD.decode(read("secret")?).ok()?;
    let mut clock = member("timer")?.to_array().ok()?;
    let timer = Timer {
        left: number(clock.next()?)?,
        since: match clock.next() {
            Some(since) => Some(Moment(number(since)?)),
            None => None,
        },
    };
    let topics: Option<Vec<_>> = member("topics")?.to_array().ok()?.map(topic).collect();
    let mut workshop = Workshop::new(
        id,
        Seed(seed.try_into().ok()?),
        settings,
        InstrumentVersion(number(member("instrument")?)?),
        Moment(number(member("created")?)?),
    );
    workshop.changed = Moment(number(member("changed")?)?);
    workshop.stage = Stage::from_name(&read("stage")?)?;
    workshop.turn = number(member("turn")?)?;
    workshop.revealed = at_most_one(member("revealed")?)?;
    workshop.timer = timer;
    workshop.sound = truth(member("sound")?)?;
    workshop.first = ballot(member("first")?)?;
    workshop.topics = topics?;
    workshop.energy.each = HandsEach::from_name(&read("hands_each")?)?;
    for (area, hands) in member("energy")?.to_object().ok()? {
        let area = text(area)?.parse().ok()?;
        if workshop.energy.of(area).is_some() {
            return None;
        }
        workshop.energy.count(area, Some(number(hands)?));
    }
    workshop.hypothesis = read("hypothesis")?;
    workshop.notes = read("notes")?;
    let mut parts = Parts::new(revision);
    read_plan(&mut parts, member("plan")?, &mut workshop.plan).ok()?;
    workshop.revision = parts.latest();
    (parts.is_whole() && clock.next().is_none() && is_sound(&workshop)).then_some(workshop)
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
        && topics.iter().enumerate().all(apart)
        && topics.iter().all(in_order)
        && workshop
            .first
            .hands
            .keys()
            .all(|question| workshop.settings.shape.asks(*question))
}

/// A moment in an array, or none.
fn at_most_one(moments: Value<'_, '_>) -> Option<Option<Moment>> {
    let mut moments = moments.to_array().ok()?;
    let moment = match moments.next() {
        Some(moment) => Some(Moment(number(moment)?)),
        None => None,
    };
    moments.next().is_none().then_some(moment)
}

fn topic(topic: Value<'_, '_>) -> Option<Topic> {
    let member = |name| required(topic, name).ok();
    let read = |name| text(member(name)?);
    let round = Round::new(number(member("round")?)?);
    let agreed: u8 = number(member("agreed")?)?;
    Some(Topic {
        area: read("area")?.parse().ok()?,
        second: match (&*read("second")?, round) {
            ("not yet", None) => SecondVote::NotYet,
            ("open", Some(round)) => SecondVote::Open(round),
            ("closed", Some(round)) => SecondVote::Closed(round),
            _ => return None,
        },
        ballot: ballot(member("ballot")?)?,
        agreed: match agreed {
            0 => None,
            level => Some(Level::from_number(level)?),
        },
        dissent: read("dissent")?,
        note: read("note")?,
    })
}

fn ballot(stored: Value<'_, '_>) -> Option<Ballot> {
    let mut ballot = Ballot::default();
    for response in required(stored, "responses").ok()?.to_array().ok()? {
        let packed = URL_SAFE_NO_PAD
            .decode(&*response.to_unquoted_string_str().ok()?)
            .ok()?;
        ballot.take(Response::unpack(&packed)?);
    }
    for (question, counts) in required(stored, "hands").ok()?.to_object().ok()? {
        let question: QuestionId = text(question)?.parse().ok()?;
        let counts: Option<Vec<u32>> = counts.to_array().ok()?.map(number).collect();
        let [levels @ .., cannot_tell, not_applicable] = &*counts? else {
            return None;
        };
        let counted = Counted {
            levels: levels.try_into().ok()?,
            cannot_tell: *cannot_tell,
            not_applicable: *not_applicable,
        };
        ballot.hands.insert(question, counted);
    }
    Some(ballot)
}
