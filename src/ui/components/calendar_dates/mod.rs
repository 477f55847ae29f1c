//! Each date of a plan as a calendar file of its own.

use crate::app::shared::planning::Dates;
use crate::app::text::Text;
use crate::domain::plan::{Plan, PlanDay};
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// A button for each date where there are several: some programs open a file with more than one entry as another calendar. `again` says
/// whether there is a day to assess again.
pub fn each_date(
    store: &Store,
    plan: &Plan,
    again: bool,
    download: impl Fn(Dates) -> Callback<MouseEvent>,
) -> Html {
    let set = |which: PlanDay| plan.day(which).value.is_some();
    let days = [
        (
            Dates::One(PlanDay::Stop),
            set(PlanDay::Stop),
            Text::PlanCalendarOnlyStop,
        ),
        (
            Dates::One(PlanDay::Review),
            set(PlanDay::Review),
            Text::PlanCalendarOnlyReview,
        ),
        (Dates::Again, again, Text::PlanCalendarOnlyAgain),
    ];
    let days: Vec<_> = days.into_iter().filter(|(_, set, _)| *set).collect();
    if days.len() < 2 {
        return Html::default();
    }
    let button = |(dates, _, label): (Dates, bool, Text)| {
        let onclick = download(dates);
        html! { <button type="button" class="link" {onclick}>{ store.text(label) }</button> }
    };
    html! { <>{ for days.into_iter().map(button) }</> }
}
