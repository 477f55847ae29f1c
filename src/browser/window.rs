//! Address, colours and clock of the running window.

use super::events::Listening;
use super::language::at;
use super::page::document;
use crate::app::route::Route;
use crate::domain::calendar::{Day, Moment};
use crate::domain::record::Theme;

/// The place that the address names.
pub fn route() -> Route {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    Route::parse(&hash.unwrap_or_default())
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

/// Whether somebody else has changed the page: it is not as it was prerendered, or there are elements around its texts.
pub fn is_changed() -> bool {
    page_mark().is_some_and(|root| root.has_attribute("data-changed"))
}

/// Tells when somebody begins to put elements around the texts of the page; the inline script watches for it.
pub fn listen_for_changes(mut handle: impl FnMut() + 'static) -> Listening {
    Listening::to("changed", move |_| handle())
}

fn page_mark() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// Minutes that the device's clock is ahead of UTC at a moment.
#[expect(clippy::cast_possible_truncation, reason = "whole minutes, at most a day")]
pub(super) fn minutes_ahead(moment: Moment) -> i32 {
    -(at(moment).get_timezone_offset() as i32)
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
