//! Dates, plurals and lists in the language of the words, written by the browser's own `Intl`.
//!
//! What writes is made when it is first asked for: the first date in a language takes a slow phone a tenth of a second, and the first
//! screen has none.

use crate::app::platform::Formatting;
use crate::app::text::PluralRule;
use crate::domain::calendar::{Day, Moment};
use js_sys::Intl::{DateTimeFormat, ListFormat, PluralRules};
use js_sys::{Array, Date, Function, Object, Reflect};
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A language, and what writes in it.
pub(super) struct Language {
    /// The person's own regions of the language, those preferred first, and then the language itself.
    tags: Array,
    moments: OnceCell<Function>,
    days: OnceCell<Function>,
    lists: OnceCell<ListFormat>,
}

impl Language {
    /// The language of a pack. "Nov 18, 2026" or "18 Nov 2026" is for the person's region to say, if it speaks the language.
    pub(super) fn new(tag: &str) -> Self {
        Self {
            tags: tags(tag),
            moments: OnceCell::new(),
            days: OnceCell::new(),
            lists: OnceCell::new(),
        }
    }

    fn dates(&self, how: &[(&str, &str)]) -> Function {
        DateTimeFormat::new(&self.tags, &options(how)).format()
    }
}

impl Formatting for Language {
    /// A moment as a date where the person is.
    fn date(&self, moment: Moment) -> String {
        let write = || self.dates(&[("dateStyle", "medium")]);
        written(self.moments.get_or_init(write), &at(moment))
    }

    /// A day; it has no time zone, so that of the device must not move it.
    fn day(&self, day: Day) -> String {
        let write = || self.dates(&[("dateStyle", "medium"), ("timeZone", "UTC")]);
        written(self.days.get_or_init(write), &midnight(day))
    }

    /// The time of a moment where the person is.
    fn time(&self, moment: Moment) -> String {
        written(&self.dates(&[("timeStyle", "short")]), &at(moment))
    }

    /// Several names in a row, without a word between the last two where the language can do without.
    fn list(&self, names: &[String]) -> String {
        let make = || ListFormat::new(&self.tags, &options(&[("type", "unit"), ("style", "short")]));
        let names: Array = names.iter().map(JsValue::from).collect();
        self.lists.get_or_init(make).format(&names).into()
    }

    /// How the language counts.
    fn plurals(&self) -> PluralRule {
        let (tags, rules) = (self.tags.clone(), OnceCell::new());
        PluralRule(Rc::new(move |n| {
            let rules = rules.get_or_init(|| PluralRules::new(&tags, &Object::new()));
            #[expect(clippy::cast_precision_loss, reason = "a number of things on one device")]
            let form = rules.select(n as f64);
            form.into()
        }))
    }
}

/// The person's own regions of a language, those preferred first, and then the language itself.
pub(super) fn tags(language: &str) -> Array {
    let regions = web_sys::window().map(|window| window.navigator().languages());
    let regions = regions.iter().flat_map(Array::iter);
    let regions = regions.filter_map(|region| region.as_string());
    let regions = regions.filter(|region| speaks(region, language));
    let tags = regions.chain([language.to_owned()]);
    tags.map(|tag| JsValue::from(latin(&tag))).collect()
}

/// A tag that asks for the digits and the calendar of all our texts. WebKit on Linux writes Arabic-Indic digits for `ar`, where
/// Chromium and Firefox write Latin ones; `ar-SA` is a Hijri date in all of them.
fn latin(tag: &str) -> String {
    [tag, "-u-nu-latn-ca-gregory"].concat()
}

/// Whether a tag is of a language, as `de`: that itself, or with a country, as `de-AT`. Whatever else there is goes without its region:
/// browsers name languages that their own `Intl` refuses, as `en-US@posix`.
fn speaks(region: &str, language: &str) -> bool {
    match region.as_bytes().strip_prefix(language.as_bytes()) {
        Some([b'-', country @ ..]) => country.len() == 2 && country.iter().all(u8::is_ascii_alphabetic),
        Some(rest) => rest.is_empty(),
        None => false,
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit a double")]
pub(super) fn at(moment: Moment) -> Date {
    Date::new(&JsValue::from_f64(moment.0 as f64))
}

/// A day's begin in UTC.
#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of four-digit years fit a double"
)]
pub(super) fn midnight(day: Day) -> Date {
    Date::new(&JsValue::from_f64((day.days() * 86_400_000) as f64))
}

pub(super) fn written(write: &Function, date: &Date) -> String {
    let text = write.call1(&JsValue::UNDEFINED, date);
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

pub(super) fn options(how: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in how {
        let _never = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

#[cfg(test)]
mod tests {
    use super::speaks;

    #[test]
    fn regions_of_the_language_are_taken_and_what_no_intl_reads_is_not() {
        for region in ["en", "en-US", "en-gb"] {
            assert!(speaks(region, "en"), "{region}");
        }
        for other in [
            "",
            "de",
            "en-US@posix",
            "en_US",
            "en-",
            "en-001",
            "english",
            "en-US-Latn",
            "en-US-u",
            "C",
            "en-1",
            "en-ab1",
        ] {
            assert!(!speaks(other, "en"), "{other}");
        }
    }
}
