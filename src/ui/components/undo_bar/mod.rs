//! The offer to take a deletion back, or what a file brought in.

use crate::app::action::Action;
use crate::app::text::Text;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// A bar at the foot of the window, for as long as something can be undone: so many records deleted, or so many brought in.
pub fn undo_bar(store: &Rc<Store>, (deleted, arrived): (usize, usize)) -> Html {
    let texts = &store.pack.texts;
    let what = if arrived > 0 {
        texts.count(Text::NoticeArrivedOne, Text::NoticeArrivedMany, arrived)
    } else {
        texts.count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, deleted)
    };
    html! {
        <div class="undo-region" role="status">
            if deleted + arrived > 0 {
                <div class="undo">
                    <p>
                        { what }{ " " }{ store.text(Text::NoticeUndoLimit) }
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
