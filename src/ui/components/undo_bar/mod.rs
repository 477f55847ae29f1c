//! The offer to take a deletion back.

use crate::app::action::Action;
use crate::app::text::Text;
use crate::ui::store::Store;
use std::rc::Rc;
use yew::prelude::*;

/// A bar at the foot of the window, for as long as the last deletion can be undone.
pub fn undo_bar(store: &Rc<Store>, deleted: usize) -> Html {
    html! {
        <div class="undo-region" role="status">
            if deleted > 0 {
                <div class="undo">
                    <p>
                        { store.pack.texts.count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, deleted) }
                        { " " }{ store.text(Text::NoticeUndoLimit) }
                    </p>
                    <button type="button" class="button" onclick={store.on_click(Action::Undid)}>
                        { store.text(Text::NoticeUndo) }
                    </button>
                    <button type="button" class="button button-quiet" onclick={store.on_click(Action::DismissedUndo)}>
                        { store.text(Text::NoticeDismiss) }
                    </button>
                </div>
            }
        </div>
    }
}
