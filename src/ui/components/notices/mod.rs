//! What a person has to know before anything else: nothing can be stored, or something could not be read.

use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::state::{AsideReason, State, StorageState};
use crate::app::text::Text;
use crate::ui::store::{Store, use_selector, use_store};
use yew::prelude::*;

#[derive(PartialEq)]
struct Facts {
    blocked: bool,
    damaged: usize,
    newer: bool,
}

fn facts(state: &State) -> Facts {
    let count = |reason| {
        state
            .aside
            .values()
            .filter(|aside| aside.reason == reason)
            .count()
    };
    Facts {
        blocked: state.storage == StorageState::Blocked,
        damaged: count(AsideReason::Damaged),
        newer: count(AsideReason::Newer) > 0,
    }
}

/// The notices that apply.
#[component]
pub fn Notices() -> Html {
    let store = use_store();
    let facts = use_selector(|state, _| facts(state));
    html! {
        <div class="notices">
            if facts.blocked {
                { blocked(&store) }
            }
            if facts.damaged > 0 {
                <p class="notice">
                    { store.pack.texts.count(Text::NoticeDamagedOne, Text::NoticeDamagedMany, facts.damaged) }
                    { " " }
                    <a href={Route::MyData.to_string()}>{ store.text(Text::NoticeSeeData) }</a>
                </p>
            }
            if facts.newer {
                <p class="notice">{ store.text(Text::NoticeNewer) }</p>
            }
        </div>
    }
}

fn blocked(store: &std::rc::Rc<Store>) -> Html {
    let onclick = {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::AskedForEverything)
    };
    html! {
        <p class="notice">
            { store.text(Text::NoticeBlocked) }{ " " }
            <button type="button" class="link" {onclick}>{ store.text(Text::NoticeDownload) }</button>
        </p>
    }
}
