//! What a person has to know before anything else: nothing can be stored, or something could not be read.

use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::state::{RawReason, SaveState, State, StorageState, WriteError};
use crate::app::text::Text;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// What there is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    storage: StorageState,
    full: bool,
    damaged: usize,
    newer: usize,
}

/// What the state gives reason to say.
#[must_use]
pub fn facts(state: &State) -> Facts {
    let count = |reason| {
        state
            .raw_records
            .values()
            .filter(|raw| raw.reason == reason)
            .count()
    };
    Facts {
        storage: state.storage,
        full: state.save == SaveState::Failed(WriteError::Full),
        damaged: count(RawReason::Damaged),
        newer: count(RawReason::Newer),
    }
}

/// The notices that apply.
pub fn notices(store: &Rc<Store>, facts: &Facts) -> Html {
    html! {
        <div class="notices">
            if facts.storage == StorageState::Blocked {
                <p class="notice">
                    { store.text(Text::NoticeBlocked) }{ " " }
                    <button type="button" class="link" onclick={store.on_click(Action::AskedForEverything)}>
                        { store.text(Text::NoticeDownload) }
                    </button>
                </p>
            }
            if facts.full {
                <p class="notice">
                    { store.text(Text::NoticeFull) }{ " " }
                    <button type="button" class="link" onclick={store.on_click(Action::AskedForEverything)}>
                        { store.text(Text::NoticeDownload) }
                    </button>
                    { " · " }
                    <a href={Route::MyData.to_string()}>{ store.text(Text::NoticeSeeData) }</a>
                </p>
            }
            if facts.damaged > 0 {
                <p class="notice">
                    { store.pack.texts.count(Text::NoticeDamagedOne, Text::NoticeDamagedMany, facts.damaged) }
                    { " " }
                    <a href={Route::MyData.to_string()}>{ store.text(Text::NoticeSeeData) }</a>
                </p>
            }
            if facts.newer > 0 {
                <p class="notice">{ store.text(Text::NoticeNewer) }</p>
            }
        </div>
    }
}
