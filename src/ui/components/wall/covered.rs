//! What stands in place of the stage: a blank page, or a break with the time to be back.

use super::View;
use crate::app::text::Text;
use crate::domain::calendar::Moment;
use crate::domain::workshop::cover::Break;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// Nothing to look at.
pub(super) fn blank(view: &View) -> Html {
    html! {
        <div class="wall">
            <div class="wall-head">{ view.button.clone() }</div>
            <h1 tabindex="-1" aria-label={view.text(Text::WallBlank)} />
        </div>
    }
}

/// A break, and when everybody is back.
pub(super) fn pause(view: &View, pause: Break) -> Html {
    html! {
        <div class="wall">
            <div class="wall-head">{ view.button.clone() }</div>
            <div class="wall-body wall-middle">
                <h1 class="wall-count" tabindex="-1">{ view.text(Text::WallBreak) }</h1>
                if let Some(back) = pause.back {
                    <p class="wall-first">{ view.store.fill(Text::WallBackAt, &[("time", &time(view.store, back, view.now))]) }</p>
                }
            </div>
        </div>
    }
}

/// "14:05", with the day before it where that is another one.
fn time(store: &Store, at: Moment, now: Moment) -> AttrValue {
    let time = store.time(at);
    let day = store.day_of(at);
    if day == store.day_of(now) {
        time
    } else {
        store.fill(Text::SiteBoth, &[("one", &store.day(day)), ("two", &time)])
    }
}
