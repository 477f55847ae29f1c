//! The offer to take a deletion back.

use crate::app::action::Action;
use crate::app::text::Text;
use crate::ui::store::{use_selector, use_store};
use yew::prelude::*;

/// A bar at the foot of the window, for as long as the last deletion can be undone.
#[component]
pub fn UndoBar() -> Html {
    let store = use_store();
    let deleted = use_selector(|state, _| state.undo.len());
    let act = |action: fn() -> Action| {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(action())
    };
    html! {
        <div class="undo-region" role="status">
            if *deleted > 0 {
                <div class="undo">
                    <p>
                        { store.pack.texts.count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, *deleted) }
                        { " " }{ store.text(Text::NoticeUndoLimit) }
                    </p>
                    <button type="button" class="button" onclick={act(|| Action::Undid)}>
                        { store.text(Text::NoticeUndo) }
                    </button>
                    <button type="button" class="button button-quiet" onclick={act(|| Action::DismissedUndo)}>
                        { store.text(Text::NoticeDismiss) }
                    </button>
                </div>
            }
        </div>
    }
}
