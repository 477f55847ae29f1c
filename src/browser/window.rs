//! Address, colours and dates of the running window.

use super::page::document;
use crate::app::route::Route;
use crate::domain::calendar::{Day, Moment};
use crate::domain::record::Theme;
use wasm_bindgen::JsValue;

/// The place that the address names.
pub fn route() -> Route {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    Route::parse(&hash.unwrap_or_default())
}

/// Goes to a place without leaving an entry in the history.
pub(super) fn replace(route: &Route) {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().replace(&route.to_string());
    }
}

/// Shows the colours of a theme.
pub(super) fn paint(theme: Theme) {
    if let Some(root) = page_mark() {
        let _refused = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.name()),
        };
    }
}

/// Tells the inline script that the application answers from here on, and hands over an answer that it could not store.
pub fn take_over() -> Option<String> {
    let root = page_mark()?;
    let early = root.get_attribute("data-early-answer");
    let _refused = root.set_attribute("data-alive", "");
    for mark in ["data-early", "data-early-answer", "data-elsewhere"] {
        let _refused = root.remove_attribute(mark);
    }
    early
}

fn page_mark() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// A moment as a date in the browser's language.
pub(super) fn date(moment: Moment) -> String {
    written(&at(moment), &[("dateStyle", "medium")])
}

/// A day in the browser's language; a day has no time zone, so that of the device must not move it.
pub(super) fn day(day: Day) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of four-digit years fit a double"
    )]
    let midnight = js_sys::Date::new(&JsValue::from_f64((day.days() * 86_400_000) as f64));
    written(&midnight, &[("dateStyle", "medium"), ("timeZone", "UTC")])
}

/// Minutes that the device's clock is ahead of UTC at a moment.
#[expect(clippy::cast_possible_truncation, reason = "whole minutes, at most a day")]
pub(super) fn minutes_ahead(moment: Moment) -> i32 {
    -(at(moment).get_timezone_offset() as i32)
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit a double")]
fn at(moment: Moment) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(moment.0 as f64))
}

fn written(date: &js_sys::Date, how: &[(&str, &str)]) -> String {
    let options = js_sys::Object::new();
    for (name, value) in how {
        let _never = js_sys::Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    String::from(date.to_locale_date_string("default", &options))
}

/// The day in the person's time zone.
pub(super) fn today() -> Day {
    let date = js_sys::Date::new_0();
    let part = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(date.get_full_year()).ok();
    let day = year.zip(part(date.get_month())).zip(part(date.get_date()));
    day.and_then(|((year, month), day)| Day::new(year, month + 1, day))
        .unwrap_or(Day::EPOCH)
}

/// Where the application draws.
pub type Root = web_sys::Element;

/// The element that the prerendered screen is in.
pub fn root() -> Option<Root> {
    document()?.get_element_by_id("app")
}
