//! The room looks at what it said, and chooses what to talk about.

use super::{part, room, text, topics};
use crate::app::text::Text;
use crate::domain::workshop::room::Room;
use crate::ui::components::room::{self as parts, words};
use crate::ui::desk::Desk;
use yew::prelude::*;

/// The twelve strips, what to talk about first, and the choice of topics.
pub fn reveal(desk: &Desk) -> Html {
    let Some(room) = room(desk) else {
        return Html::default();
    };
    let body = html! {
        <>
            <p class="lead">{ words::presence(&desk.store, &room) }</p>
            if parts::shows_anything(&room) {
                { seen(desk, &room) }
            } else {
                { parts::too_few(&desk.store, &desk.workshop) }
            }
            { topics::topics(desk, &room) }
        </>
    };
    part(body)
}

fn seen(desk: &Desk, room: &Room) -> Html {
    let store = &desk.store;
    let gap = words::gap(store, room, &desk.workshop.settings.roles);
    html! {
        <>
            <div class="stage-pair">
                <section class="card stage-card" aria-labelledby="queue">
                    <h3 id="queue">{ text(desk, Text::StageQueue) }</h3>
                    { parts::queue(store, room) }
                </section>
                if let Some(gap) = gap {
                    <section class="card stage-card" aria-labelledby="gap">
                        <h3 id="gap">{ text(desk, Text::StageGapTitle) }</h3>
                        <p>{ gap }</p>
                    </section>
                }
            </div>
            <section class="stage-part" aria-labelledby="strips">
                <h3 id="strips">{ text(desk, Text::StageStrips) }</h3>
                { parts::strips(store, room) }
            </section>
        </>
    }
}
