//! What the facilitator sees and does once the vote is closed, stage by stage.

mod choose;
mod commit;
mod day;
mod discuss;
mod experiment;
mod hands;
mod held;
mod report;
mod reveal;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
mod topics;

pub use choose::choose;
pub use commit::commit;
pub use discuss::discuss;
pub use experiment::experiment;
pub use report::report;
pub use reveal::reveal;

use crate::app::shared::planning::text_name;
use crate::app::text::Text;
use crate::domain::plan::PlanText;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::room::RoomView;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

fn text(handle: &WorkshopHandle, text: Text) -> AttrValue {
    handle.store.text(text)
}

fn room(handle: &WorkshopHandle) -> Option<RoomView> {
    handle.workshop.room(&handle.store.pack.checklist)
}

/// What belongs to a stage, below the console's heading.
fn part(body: Html) -> Html {
    html! { <div class="stage">{ body }</div> }
}

/// A field for a text of more than one line.
fn lines(
    id: &'static str,
    label: AttrValue,
    hint: AttrValue,
    value: String,
    oninput: Callback<InputEvent>,
) -> Html {
    let hint_id = [id, "-hint"].concat();
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <p class="hint" id={hint_id.clone()}>{ hint }</p>
            <textarea {id} rows="2" aria-describedby={hint_id} {value} {oninput} />
        </div>
    }
}

/// A field for one line of the plan.
fn line(handle: &WorkshopHandle, which: PlanText, hint: Text) -> Html {
    let id = which.name();
    let hint_id = [id, "-hint"].concat();
    let value = handle.workshop.plan.text(which).value.clone();
    let oninput = handle.on_input(move |text| Change::WrotePlan(which, text));
    html! {
        <div class="field">
            <label for={id}>{ text(handle, text_name(which)) }</label>
            <p class="hint" id={hint_id.clone()}>{ text(handle, hint) }</p>
            <input {id} type="text" autocomplete="off" aria-describedby={hint_id} {value} {oninput} />
        </div>
    }
}
