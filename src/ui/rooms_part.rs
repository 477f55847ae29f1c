//! Many rooms in one picture are a part of their own, which the workshop's part asks for when somebody goes there.
//!
//! The first load knows nothing of it but the way to its file. The app in one file does without.

use super::components::stand_in::stand_in;
use super::screens::workshop::rooms;
use super::store::{Store, use_store};
use crate::app::chunk::LoadState;
use crate::app::text::Text;
use crate::browser;
use crate::ui::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;

/// Draws the screen of what stands behind its place in the link.
type Draw = fn(&Rc<Store>, &str) -> Html;

thread_local! {
    static HERE: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// What draws, once it is here. Natively it always is.
fn here() -> Option<Draw> {
    #[cfg(not(target_arch = "wasm32"))]
    HERE.set(Some(rooms::rooms));
    HERE.get()
}

/// Loads the part's file if it is not here yet, and splits the app as well. Nothing else may name what it hands out.
#[wasm_split(rooms, fallible)]
fn opening_rooms() -> Result<Draw, SplitLoaderError> {
    Ok(rooms::rooms)
}

/// The screen, or what stands in for it until its part is here.
pub fn rooms_part(behind: &str) -> Html {
    html! { <Part behind={behind.to_owned()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    behind: String,
}

#[component]
fn Part(props: &PartProps) -> Html {
    let store = use_store();
    let load = use_state_eq(|| match here() {
        Some(_) => LoadState::Here,
        None => LoadState::Unasked,
    });
    {
        let load = load.clone();
        use_effect_with(*load, move |state| {
            if *state == LoadState::Unasked && !browser::is_one_file() {
                ask(load);
            }
        });
    }
    match here() {
        Some(draw) => draw(&store, &props.behind),
        None => instead(&store, &load),
    }
}

fn ask(load: UseStateHandle<LoadState>) {
    load.set(LoadState::Coming);
    spawn_local(async move {
        let arrived = opening_rooms().await;
        let now = match arrived {
            Ok(draw) => {
                HERE.set(Some(draw));
                LoadState::Here
            }
            Err(_) => LoadState::Missing,
        };
        if browser::heading_has_focus() {
            // Another heading takes the place of this one.
            browser::step_aside(move || {
                load.set(now);
                browser::after_paint(browser::focus_heading);
            });
        } else {
            load.set(now);
        }
    });
}

fn instead(store: &Store, load: &UseStateHandle<LoadState>) -> Html {
    let text = match **load {
        _ if browser::is_one_file() => Text::RoomsElsewhere,
        LoadState::Missing => Text::LaterMissing,
        LoadState::Unasked | LoadState::Coming | LoadState::Here => Text::LaterComing,
    };
    let again = load.clone();
    let retry = Callback::from(move |_: MouseEvent| {
        browser::focus_heading();
        ask(again.clone());
    });
    stand_in(store, store.text(Text::RoomsTitle), text, retry)
}
