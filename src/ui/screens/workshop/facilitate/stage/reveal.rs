//! The room looks at what it said, and chooses what to talk about.

use super::{part, room, text, topics};
use crate::app::text::Text;
use crate::domain::workshop::room::RoomView;
use crate::ui::components::room::{self as parts, words};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// The twelve strips, what to talk about first, and the choice of topics.
pub fn reveal(handle: &WorkshopHandle) -> Html {
    let Some(room) = room(handle) else {
        return Html::default();
    };
    let body = html! {
        <>
            <p class="lead">{ words::presence(&handle.store, &room) }</p>
            if parts::shows_anything(&room) {
                { seen(handle, &room) }
            } else {
                { parts::too_few(&handle.store, &handle.workshop) }
            }
            { topics::topics(handle) }
        </>
    };
    part(body)
}

fn seen(handle: &WorkshopHandle, room: &RoomView) -> Html {
    let store = &handle.store;
    let gap = words::gap(store, room, &handle.workshop.settings.roles);
    html! {
        <>
            <div class="stage-pair">
                <section class="card stage-card" aria-labelledby="queue">
                    <h3 id="queue">{ text(handle, Text::StageQueue) }</h3>
                    { parts::queue(store, room) }
                </section>
                if let Some(gap) = gap {
                    <section class="card stage-card" aria-labelledby="gap">
                        <h3 id="gap">{ text(handle, Text::StageGapTitle) }</h3>
                        <p>{ gap }</p>
                    </section>
                }
            </div>
            <section class="stage-part" aria-labelledby="strips">
                <h3 id="strips">{ text(handle, Text::StageStrips) }</h3>
                { parts::strips(store, room) }
            </section>
        </>
    }
}
