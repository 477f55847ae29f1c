//! The forms of what only a workshop's record holds.

use super::fields::{Fields, Form, at_most_one, push_counts, push_list};
use super::json::{Value, number, push_number, quote, text};
use super::parts::Parts;
use super::plan::{push_plan, read_plan};
use crate::domain::calendar::Moment;
use crate::domain::code::answer::Response;
use crate::domain::code::hands::Counted;
use crate::domain::code::invite::{Language, RoleLabel, Roles};
use crate::domain::code::{ResponseId, Round, Serial};
use crate::domain::level::Level;
use crate::domain::plan::Plan;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::stamp::Revision;
use crate::domain::workshop::address::PageAddress;
use crate::domain::workshop::ballot::Ballot;
use crate::domain::workshop::energy::Energy;
use crate::domain::workshop::stage::Timer;
use crate::domain::workshop::{SecondVote, Seed, Topic};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use litemap::LiteMap;

/// An object with fields of its own.
pub(super) struct Object;

impl Form<Ballot> for Object {
    fn write(ballot: &Ballot, out: &mut String) {
        out.push('{');
        ballot.push(out);
        out.push('}');
    }

    fn read(value: Value<'_, '_>, ballot: &mut Ballot) -> Option<()> {
        ballot.fill(value)
    }
}

impl Form<Plan> for Object {
    fn write(plan: &Plan, out: &mut String) {
        out.push('{');
        push_plan(out, plan);
        out.push('}');
    }

    fn read(value: Value<'_, '_>, plan: &mut Plan) -> Option<()> {
        let mut parts = Parts::new(Revision(0));
        read_plan(&mut parts, value, plan).ok()?;
        parts.is_whole().then_some(())
    }
}

/// A list of objects.
pub(super) struct Objects;

impl Form<Vec<Topic>> for Objects {
    fn write(topics: &Vec<Topic>, out: &mut String) {
        push_list(out, topics, |out, topic| {
            out.push('{');
            topic.push(out);
            out.push('}');
        });
    }

    fn read(value: Value<'_, '_>, topics: &mut Vec<Topic>) -> Option<()> {
        for stored in value.to_array().ok()? {
            let mut topic = Topic::new(AreaId::new(1)?);
            topic.fill(stored)?;
            topics.push(topic);
        }
        Some(())
    }
}

/// Bytes in base64.
pub(super) struct Secret;

impl Form<Seed> for Secret {
    fn write(seed: &Seed, out: &mut String) {
        quote(out, &URL_SAFE_NO_PAD.encode(seed.0));
    }

    fn read(value: Value<'_, '_>, seed: &mut Seed) -> Option<()> {
        *seed = Seed(URL_SAFE_NO_PAD.decode(text(value)?).ok()?.try_into().ok()?);
        Some(())
    }
}

/// A list of texts.
pub(super) struct Labels;

impl Form<Roles> for Labels {
    fn write(roles: &Roles, out: &mut String) {
        push_list(out, roles.labels(), |out, role| quote(out, role.text()));
    }

    fn read(value: Value<'_, '_>, roles: &mut Roles) -> Option<()> {
        let labels = value.to_array().ok()?;
        let labels: Option<_> = labels.map(|label| RoleLabel::new(&text(label)?).ok()).collect();
        *roles = Roles::new(labels?).ok()?;
        Some(())
    }
}

/// The tag of a language.
pub(super) struct Tag;

impl Form<Language> for Tag {
    fn write(language: &Language, out: &mut String) {
        quote(out, language.tag());
    }

    fn read(value: Value<'_, '_>, language: &mut Language) -> Option<()> {
        *language = Language::new(&text(value)?)?;
        Some(())
    }
}

/// A list with a moment, or with none.
pub(super) struct AtMostOne;

impl Form<Option<Moment>> for AtMostOne {
    fn write(moment: &Option<Moment>, out: &mut String) {
        push_list(out, moment, |out, moment| push_number(out, moment.0));
    }

    fn read(value: Value<'_, '_>, place: &mut Option<Moment>) -> Option<()> {
        *place = at_most_one(value, |moment| number(moment).map(Moment))?;
        Some(())
    }
}

/// A list of the seconds left and, where it runs, the moment since.
pub(super) struct Clock;

impl Form<Timer> for Clock {
    fn write(timer: &Timer, out: &mut String) {
        let since = timer.since.map(|since| since.0.to_string());
        let both = [timer.left.to_string()].into_iter().chain(since);
        push_list(out, both, |out, number| out.push_str(&number));
    }

    fn read(value: Value<'_, '_>, timer: &mut Timer) -> Option<()> {
        let mut both = value.to_array().ok()?;
        timer.left = number(both.next()?)?;
        timer.since = match both.next() {
            Some(since) => Some(Moment(number(since)?)),
            None => None,
        };
        both.next().is_none().then_some(())
    }
}

/// Counts by id.
pub(super) struct Counts;

impl Form<Energy> for Counts {
    fn write(energy: &Energy, out: &mut String) {
        push_counts(out, energy.counted().iter().map(|(area, hands)| (*area, *hands)));
    }

    fn read(value: Value<'_, '_>, energy: &mut Energy) -> Option<()> {
        for (area, hands) in value.to_object().ok()? {
            let area = text(area)?.parse().ok()?;
            energy.of(area).is_none().then_some(())?;
            energy.count(area, Some(number(hands)?));
        }
        Some(())
    }
}

impl Form<LiteMap<QuestionId, Counted>> for Counts {
    fn write(hands: &LiteMap<QuestionId, Counted>, out: &mut String) {
        out.push('{');
        for (place, (question, counted)) in hands.iter().enumerate() {
            out.push_str(if place > 0 { "," } else { "" });
            quote(out, &question.to_string());
            out.push(':');
            let others = [counted.cannot_tell, counted.not_applicable];
            let counts = counted.levels.iter().chain(&others);
            push_list(out, counts, |out, count| push_number(out, u64::from(*count)));
        }
        out.push('}');
    }

    fn read(value: Value<'_, '_>, hands: &mut LiteMap<QuestionId, Counted>) -> Option<()> {
        for (question, counts) in value.to_object().ok()? {
            let question = text(question)?.parse().ok()?;
            let counts: Option<Vec<u32>> = counts.to_array().ok()?.map(number).collect();
            let [levels @ .., cannot_tell, not_applicable] = &*counts? else {
                return None;
            };
            let counted = Counted {
                levels: levels.try_into().ok()?,
                cannot_tell: *cannot_tell,
                not_applicable: *not_applicable,
            };
            hands.insert(question, counted);
        }
        Some(())
    }
}

/// Packed answers in base64.
pub(super) struct Responses;

impl Form<Ballot> for Responses {
    fn write(ballot: &Ballot, out: &mut String) {
        push_list(out, ballot.responses(), |out, response| {
            quote(out, &URL_SAFE_NO_PAD.encode(response.pack()));
        });
    }

    fn read(value: Value<'_, '_>, ballot: &mut Ballot) -> Option<()> {
        for response in value.to_array().ok()? {
            let packed = URL_SAFE_NO_PAD.decode(&*response.to_unquoted_string_str().ok()?);
            ballot.take(Response::unpack(&packed.ok()?)?);
        }
        Some(())
    }
}

/// The number of the last code of each response that was taken out.
pub(super) struct LastNumbers;

impl Form<Ballot> for LastNumbers {
    fn write(ballot: &Ballot, out: &mut String) {
        push_counts(out, ballot.taken_out().map(|(id, last)| (id, last.0)));
    }

    fn read(value: Value<'_, '_>, ballot: &mut Ballot) -> Option<()> {
        for (id, last) in value.to_object().ok()? {
            let id: ResponseId = text(id)?.parse().ok()?;
            let is_in = ballot.responses().any(|response| response.id == id);
            (!is_in).then_some(())?;
            ballot.keep_out(id, Serial(number(last)?));
        }
        Some(())
    }
}

/// An address, or an empty text.
pub(super) struct Address;

impl Form<Option<PageAddress>> for Address {
    fn write(address: &Option<PageAddress>, out: &mut String) {
        quote(out, address.as_ref().map_or("", PageAddress::text));
    }

    fn read(value: Value<'_, '_>, place: &mut Option<PageAddress>) -> Option<()> {
        let stored = text(value)?;
        *place = match &*stored {
            "" => None,
            address => Some(
                PageAddress::new(address)
                    .ok()
                    .filter(|known| known.text() == address)?,
            ),
        };
        Some(())
    }
}

/// How far a second vote is, apart from its round.
pub(super) struct WhetherBegun;

impl Form<SecondVote> for WhetherBegun {
    fn write(second: &SecondVote, out: &mut String) {
        let name = match second {
            SecondVote::NotYet => "not yet",
            SecondVote::Open(_) => "open",
            SecondVote::Held(_) => "held",
            SecondVote::Closed(_) => "closed",
        };
        quote(out, name);
    }

    fn read(value: Value<'_, '_>, second: &mut SecondVote) -> Option<()> {
        *second = match &*text(value)? {
            "not yet" => SecondVote::NotYet,
            "open" => SecondVote::Open(Round::FIRST),
            "held" => SecondVote::Held(Round::FIRST),
            "closed" => SecondVote::Closed(Round::FIRST),
            _ => return None,
        };
        Some(())
    }
}

/// A number, or 0 for nothing.
pub(super) struct OrNothing;

impl Form<SecondVote> for OrNothing {
    fn write(second: &SecondVote, out: &mut String) {
        push_number(out, second.round().map_or(0, |round| round.number().into()));
    }

    fn read(value: Value<'_, '_>, second: &mut SecondVote) -> Option<()> {
        *second = match (*second, Round::new(number(value)?)) {
            (SecondVote::NotYet, None) => SecondVote::NotYet,
            (SecondVote::Open(_), Some(round)) => SecondVote::Open(round),
            (SecondVote::Held(_), Some(round)) => SecondVote::Held(round),
            (SecondVote::Closed(_), Some(round)) => SecondVote::Closed(round),
            _ => return None,
        };
        Some(())
    }
}

impl Form<Option<Level>> for OrNothing {
    fn write(level: &Option<Level>, out: &mut String) {
        push_number(out, level.map_or(0, |level| level.number().into()));
    }

    fn read(value: Value<'_, '_>, place: &mut Option<Level>) -> Option<()> {
        *place = match number(value)? {
            0_u8 => None,
            level => Some(Level::from_number(level)?),
        };
        Some(())
    }
}
