//! The offer to take back what was deleted, brought in from a file, or made all at once.

use crate::app::action::Action;
use crate::app::state::State;
use crate::app::text::Text;
use crate::browser;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// What can be undone: so many records deleted, or so many that came, what is said of these if no file brought them, and which turn it is.
pub type Facts = (usize, usize, Option<Text>, u8);

/// What the bar needs to know.
pub fn facts(state: &State) -> Facts {
    let undo = &state.undo;
    (undo.len(), undo.arrived.len(), undo.made, undo.turn)
}

/// A bar at the foot of the window, for as long as something can be undone.
///
/// The turn tells one deletion from the next, which is then heard even where its words are the same.
pub fn undo_bar(store: &Rc<Store>, (deleted, arrived, made, turn): Facts) -> Html {
    let texts = &store.pack.texts;
    let what = match made {
        Some(made) => texts.count(made, made, arrived),
        None if arrived > 0 => texts.count(Text::NoticeArrivedOne, Text::NoticeArrivedMany, arrived),
        None => texts.count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, deleted),
    };
    let undo = {
        let store = Rc::clone(store);
        move |_: MouseEvent| {
            store.dispatch(Action::Undid);
            browser::say(&store.text(Text::NoticeUndone));
        }
    };
    html! {
        <div class="undo-region" aria-live="polite">
            if deleted + arrived > 0 {
                <div class="undo" key={turn}>
                    <p>{ [&*what, " ", &*store.text(Text::NoticeUndoLimit)].concat() }</p>
                    <button type="button" class="button" onclick={undo}>
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
