//! Dates as people say them: "The test stops in 9 days", "The review was due on Monday".

use crate::app::text::Text;
use crate::browser::{Unit, counted, weekday};
use crate::domain::calendar::Day;
use crate::domain::plan::PlanDay;
use crate::domain::relative::RelativeDay;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// The next date of a plan as a sentence.
pub(super) fn next(store: &Store, today: Day, (which, day): (PlanDay, Day)) -> AttrValue {
    let text = match (which, day >= today) {
        (PlanDay::Start, true) => Text::ReturnStartAhead,
        (PlanDay::Start, false) => Text::ReturnStartPast,
        (PlanDay::Stop, true) => Text::ReturnStopAhead,
        (PlanDay::Stop, false) => Text::ReturnStopPast,
        (PlanDay::Review, true) => Text::ReturnReviewAhead,
        (PlanDay::Review, false) => Text::ReturnReviewPast,
    };
    ahead(store, text, today, day)
}

/// A sentence with the day in it.
pub(super) fn ahead(store: &Store, text: Text, today: Day, day: Day) -> AttrValue {
    store.fill(text, &[("when", &when(store, today, day))])
}

/// Whether the sentence says how far away the day is, and not which one it is.
pub(super) fn is_counted(today: Day, day: Day) -> bool {
    !matches!(RelativeDay::new(today, day), RelativeDay::Date(_))
}

fn when(store: &Store, today: Day, day: Day) -> AttrValue {
    let language = &store.pack.language;
    let on = |name: &str| store.fill(Text::ReturnOn, &[("day", name)]);
    match RelativeDay::new(today, day) {
        RelativeDay::Days(count) => counted(language, count, Unit::Day).into(),
        RelativeDay::Weeks(count) => counted(language, count, Unit::Week).into(),
        RelativeDay::Weekday(day) => on(&weekday(language, day)),
        RelativeDay::Date(day) => on(&store.day(day)),
    }
}
