//! One table of fields for a record that is read whole or not at all: what writes it and what reads it follow the same lines.

use super::json::{Value, number, push_number, quote, text, truth};
use crate::domain::assessment::{AssessmentId, KnowDo};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::hands::Headcount;
use crate::domain::code::{ResponseId, Serial};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::plan::Status;
use crate::domain::question::AreaId;
use crate::domain::workshop::energy::HandsEach;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::ticket::Ending;

/// How a value of a type stands in a record. One type may stand in several forms.
pub(super) trait Form<T> {
    /// Whether a record may be without it; the place is then left as it is.
    const MAY_BE_MISSING: bool = false;

    /// Whether there is anything to write.
    fn is_there(_value: &T) -> bool {
        true
    }

    /// Writes the value.
    fn write(value: &T, out: &mut String);

    /// Reads the value into its place; none if it is not of this form.
    fn read(value: Value<'_, '_>, place: &mut T) -> Option<()>;
}

/// A record whose fields are listed by [`fields!`].
pub(super) trait Fields {
    /// Writes all fields, in the order of the table, with a comma before all but the first.
    fn push(&self, out: &mut String);

    /// Reads all fields; none if one is missing or not of its form.
    fn fill(&mut self, object: Value<'_, '_>) -> Option<()>;
}

/// Lists the fields of a type: the name in the record, the form, and the place; without a place it is the whole value.
macro_rules! fields {
    ($record:ty { $($name:literal: $form:ty $(=> $($place:ident).+)?;)* }) => {
        impl $crate::domain::record::fields::Fields for $record {
            fn push(&self, out: &mut String) {
                $($crate::domain::record::fields::push::<_, $form>(out, $name, &self $(.$($place).+)?);)*
            }

            fn fill(&mut self, object: $crate::domain::record::json::Value<'_, '_>) -> Option<()> {
                $($crate::domain::record::fields::fill::<_, $form>(object, $name, fields!(@place self $(.$($place).+)?))?;)*
                Some(())
            }
        }
    };
    (@place $it:ident) => { $it };
    (@place $it:ident . $($place:ident).+) => { &mut $it.$($place).+ };
}
pub(super) use fields;

/// Writes one field.
pub(super) fn push<T, F: Form<T>>(out: &mut String, name: &str, value: &T) {
    if F::is_there(value) {
        if !out.ends_with('{') {
            out.push(',');
        }
        quote(out, name);
        out.push(':');
        F::write(value, out);
    }
}

/// Reads one field into its place.
pub(super) fn fill<T, F: Form<T>>(object: Value<'_, '_>, name: &str, place: &mut T) -> Option<()> {
    match super::json::optional(object, name).ok()? {
        Some(value) => F::read(value, place),
        None => F::MAY_BE_MISSING.then_some(()),
    }
}

/// A list of values, each written by a function.
pub(super) fn push_list<T>(
    out: &mut String,
    all: impl IntoIterator<Item = T>,
    push: impl Fn(&mut String, T),
) {
    out.push('[');
    for (place, one) in all.into_iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        push(out, one);
    }
    out.push(']');
}

/// What is in a list, or none; more than one is damage.
pub(super) fn at_most_one<'text, 'parsed, T>(
    values: Value<'text, 'parsed>,
    read: impl FnOnce(Value<'text, 'parsed>) -> Option<T>,
) -> Option<Option<T>> {
    let mut values = values.to_array().ok()?;
    let value = match values.next() {
        Some(value) => Some(read(value)?),
        None => None,
    };
    values.next().is_none().then_some(value)
}

/// An object of counts by id.
pub(super) fn push_counts<Id: ToString, Count: ToString>(
    out: &mut String,
    counts: impl Iterator<Item = (Id, Count)>,
) {
    out.push('{');
    for (place, (id, count)) in counts.enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        quote(out, &id.to_string());
        out.push(':');
        out.push_str(&count.to_string());
    }
    out.push('}');
}

/// A text in quotes.
pub(super) struct Quoted;

impl Form<String> for Quoted {
    fn write(value: &String, out: &mut String) {
        quote(out, value);
    }

    fn read(value: Value<'_, '_>, place: &mut String) -> Option<()> {
        *place = text(value)?;
        Some(())
    }
}

/// `true` or `false`.
pub(super) struct Truth;

impl Form<bool> for Truth {
    fn write(value: &bool, out: &mut String) {
        out.push_str(if *value { "true" } else { "false" });
    }

    fn read(value: Value<'_, '_>, place: &mut bool) -> Option<()> {
        *place = truth(value)?;
        Some(())
    }
}

impl Form<KnowDo> for Truth {
    fn write(value: &KnowDo, out: &mut String) {
        Self::write(&(*value == KnowDo::Included), out);
    }

    fn read(value: Value<'_, '_>, place: &mut KnowDo) -> Option<()> {
        *place = match truth(value)? {
            true => KnowDo::Included,
            false => KnowDo::LeftOut,
        };
        Some(())
    }
}

/// A whole number.
pub(super) struct Number;

macro_rules! numbers {
    ($($kind:ty: $it:ident => $number:expr, $read:expr;)*) => {
        $(impl Form<$kind> for Number {
            fn write($it: &$kind, out: &mut String) {
                push_number(out, $number);
            }

            fn read(value: Value<'_, '_>, place: &mut $kind) -> Option<()> {
                *place = number(value).and_then($read)?;
                Some(())
            }
        })*
    };
}

numbers! {
    usize: it => *it as u64, Some;
    u32: it => u64::from(*it), Some;
    Moment: it => it.0, |number| Some(Moment(number));
    InstrumentVersion: it => it.0.into(), |number| Some(InstrumentVersion(number));
    Headcount: it => it.0.into(), |number| Some(Headcount(number));
    Serial: it => it.0.into(), |number| Some(Serial(number));
    MinimumGroup: it => it.size().into(), |number: u32| MinimumGroup::try_from(number).ok();
}

/// A whole number where there is one.
pub(super) struct NumberIfAny;

impl Form<Option<Moment>> for NumberIfAny {
    const MAY_BE_MISSING: bool = true;

    fn is_there(value: &Option<Moment>) -> bool {
        value.is_some()
    }

    fn write(value: &Option<Moment>, out: &mut String) {
        push_number(out, value.map_or(0, |moment| moment.0));
    }

    fn read(value: Value<'_, '_>, place: &mut Option<Moment>) -> Option<()> {
        *place = Some(Moment(number(value)?));
        Some(())
    }
}

/// An id, in quotes.
pub(super) struct Id;

/// One of several names, in quotes.
pub(super) struct Name;

macro_rules! texts {
    ($form:ident { $($kind:ty: $it:ident => $text:expr, $read:expr;)* }) => {
        $(impl Form<$kind> for $form {
            fn write($it: &$kind, out: &mut String) {
                quote(out, $text);
            }

            fn read(value: Value<'_, '_>, place: &mut $kind) -> Option<()> {
                *place = text(value).and_then($read)?;
                Some(())
            }
        })*
    };
}

texts! {
    Id {
        AreaId: it => &it.to_string(), |text| text.parse().ok();
        AssessmentId: it => &it.to_string(), |text| text.parse().ok();
        ResponseId: it => &it.to_string(), |text| text.parse().ok();
    }
}

texts! {
    Name {
        Depth: it => it.name(), |text| Depth::from_name(&text);
        Stage: it => it.name(), |text| Stage::from_name(&text);
        HandsEach: it => it.name(), |text| HandsEach::from_name(&text);
        Ending: it => it.name(), |text| Ending::from_name(&text);
        Status: it => it.name(), |text| Status::from_name(&text);
    }
}
