//! A workshop's session file, and the reminder that what stands here is nowhere else.

use crate::app::action::Copied;
use crate::app::state::State;
use crate::app::text::Text;
use crate::app::workshop::export::{Meeting, session_file};
use crate::app::workshop::has_no_copy;
use crate::domain::code::WorkshopId;
use crate::domain::workshop::Workshop;
use crate::ui::components::handed_over::{HandedOver, hand_over};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::latest;
use std::rc::Rc;

/// A workshop as it is taken along today.
pub fn meeting<'a>(store: &'a Store, workshop: &'a Workshop) -> Meeting<'a> {
    Meeting {
        pack: &store.pack,
        workshop,
        day: store.day_of(workshop.held()),
        today: store.inputs().today,
    }
}

/// Hands the session file over, as the workshop stands now.
pub fn export(store: &Rc<Store>, id: WorkshopId) {
    let Ok(workshop) = latest(store, id) else {
        return;
    };
    let page = store.pack.checklist.version;
    let name = meeting(store, &workshop).file_name("json");
    let now = store.inputs().now;
    let text = session_file(&workshop, page, now);
    hand_over(store, name, text, (Copied::Workshop(id), now));
}

/// What there is to say of copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyStanding {
    /// Nothing: it has left as it stands, or has nothing yet that the room has seen.
    Fine,
    /// It never left this browser.
    Never,
    /// It has changed since it left.
    Changed,
}

/// How a workshop stands to its copies.
pub fn standing(state: &State, workshop: &Workshop) -> CopyStanding {
    match state.backup.workshop_left(workshop.id) {
        _ if !has_no_copy(&state.backup, workshop) => CopyStanding::Fine,
        None => CopyStanding::Never,
        Some(_) => CopyStanding::Changed,
    }
}

/// A calm line with the way out; nothing where nothing is to be said.
pub fn reminder(store: &Rc<Store>, id: WorkshopId, standing: CopyStanding) -> Html {
    let words = match standing {
        CopyStanding::Fine => return Html::default(),
        CopyStanding::Never => Text::SessionNever,
        CopyStanding::Changed => Text::SessionChanged,
    };
    let onclick = {
        let store = Rc::clone(store);
        move |_: MouseEvent| export(&store, id)
    };
    html! {
        <div class="screen-only">
            <p class="hint reminder">
                { store.text(words) }{ " " }
                <button type="button" class="link" data-take="session" {onclick}>{ store.text(Text::SessionTake) }</button>
            </p>
            <HandedOver />
        </div>
    }
}
