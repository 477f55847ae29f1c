//! What the facilitator sees and does once the vote is closed, stage by stage.

use crate::app::text::Text;
use crate::ui::desk::Desk;
use yew::prelude::*;

fn heading(desk: &Desk) -> Html {
    html! { <h2>{ desk.store.text(Text::StageTitle) }</h2> }
}

/// The room looks at what it said.
pub fn reveal(desk: &Desk) -> Html {
    heading(desk)
}

/// An area is talked about and voted on again.
pub fn discuss(desk: &Desk) -> Html {
    heading(desk)
}

/// The room chooses one area.
pub fn choose(desk: &Desk) -> Html {
    heading(desk)
}

/// One experiment.
pub fn experiment(desk: &Desk) -> Html {
    heading(desk)
}

/// Owner and dates.
pub fn commit(desk: &Desk) -> Html {
    heading(desk)
}

/// What everybody takes along.
pub fn report(desk: &Desk) -> Html {
    heading(desk)
}
