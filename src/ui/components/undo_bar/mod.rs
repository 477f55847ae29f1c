//! The offer to take a deletion back, or what a file brought in.

use crate::app::action::Action;
use crate::app::text::Text;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// A bar at the foot of the window, for as long as something can be undone: so many records deleted, or so many brought in.
///
/// `turn` tells one deletion from the next, which is then heard even where its words are the same.
pub fn undo_bar(store: &Rc<Store>, (deleted, arrived, turn): (usize, usize, u8)) -> Html {
    let texts = &store.pack.texts;
    let what = if arrived > 0 {
        texts.count(Text::NoticeArrivedOne, Text::NoticeArrivedMany, arrived)
    } else {
        texts.count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, deleted)
    };
    html! {
        <div class="undo-region" aria-live="polite">
            if deleted + arrived > 0 {
                <div class="undo" key={turn}>
                    <p>{ [&*what, " ", &*store.text(Text::NoticeUndoLimit)].concat() }</p>
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
