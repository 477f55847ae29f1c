//! What stands in place of the stage: a blank page, or a break with the time to be back. Both bear the mark of a rehearsal. In a break
//! whoever comes may still take part in an open vote; a blank page has nothing to look at, so it has no code.

use super::{View, early};
use crate::app::text::Text;
use crate::domain::calendar::Moment;
use crate::domain::workshop::cover::Break;
use crate::ui::prelude::*;
use crate::ui::store::Store;

fn head(view: &View) -> Html {
    html! {
        <div class="wall-head">
            <div class="wall-feet">{ view.mark() }</div>
            { view.button.clone() }
        </div>
    }
}

/// Nothing to look at.
pub(super) fn blank(view: &View) -> Html {
    view.frame(html! {
        <>
            { head(view) }
            <h1 tabindex="-1" aria-label={view.text(Text::WallBlank)} />
        </>
    })
}

/// A break, and when everybody is back.
pub(super) fn pause(view: &View, pause: Break) -> Html {
    view.frame(html! {
        <>
            { head(view) }
            <div class="wall-body wall-middle">
                <h1 class="wall-count" tabindex="-1">{ view.text(Text::WallBreak) }</h1>
                if let Some(back) = pause.back {
                    <p class="wall-first">{ back_at(view.store, back, view.now) }</p>
                }
            </div>
            { early::code(view) }
        </>
    })
}

/// "Back at 14:05".
pub fn back_at(store: &Store, back: Moment, now: Moment) -> AttrValue {
    store.fill(Text::WallBackAt, &[("time", &time(store, back, now))])
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
