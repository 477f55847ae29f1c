//! What the last session promised, and what came of it.

use crate::app::text::Text;
use crate::app::workshop::export;
use crate::browser;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::promise::{Came, Promise};
use crate::ui::components::room::words;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// The promise, four answers to what came of it, and what was learned; nothing for a session that goes on from none.
pub(super) fn promise(handle: &WorkshopHandle) -> Html {
    let Some(promise) = &handle.workshop.promise else {
        return Html::default();
    };
    let store = &handle.store;
    let lines = words::promised(store, promise);
    html! {
        <section class="card stage-card" aria-labelledby="promise">
            <h3 id="promise">{ store.text(Text::PromiseTitle) }</h3>
            <ul>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            { came(handle, promise) }
            <div class="field">
                <label for="promise-learned">{ store.text(Text::PlanLearned) }</label>
                <textarea id="promise-learned" rows="2" value={promise.learned.clone()}
                    oninput={handle.on_input(Change::WroteLearned)} />
            </div>
        </section>
    }
}

fn came(handle: &WorkshopHandle, promise: &Promise) -> Html {
    let choice = |came: Came| {
        let checked = promise.came == Some(came);
        let onchange = handle.on_change(move |_| Some(Change::SaidWhatCame(Some(came))));
        html! {
            <label class="check">
                <input type="radio" name="came" value={came.name()} {checked} {onchange} />
                <span>{ handle.store.text(export::came(came)) }</span>
            </label>
        }
    };
    let clear = {
        let handle = handle.clone();
        move |_: MouseEvent| {
            handle.change(Change::SaidWhatCame(None));
            browser::say(&handle.store.text(Text::AssessCleared));
            browser::after_paint(|| browser::focus("promise-learned"));
        }
    };
    html! {
        <fieldset class="stage-topics">
            <legend>{ handle.store.text(Text::PromiseCame) }</legend>
            <div class="stage-levels">{ for Came::ALL.map(choice) }</div>
            if promise.came.is_some() {
                <button type="button" class="link" data-clear-came="" onclick={clear}>
                    { handle.store.text(Text::AssessClear) }
                </button>
            }
        </fieldset>
    }
}
