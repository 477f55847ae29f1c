//! Screens and their pieces as text, for their tests: the real checklist, the real words, and nothing outside.

use super::chunks;
use super::store::{Store, StoreHandle};
use crate::app::compile::compile;
use crate::app::pack::Pack;
use crate::app::platform::NoPlatform;
use crate::app::state::State;
use crate::app::workshop::setup::Draft;
use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::WorkshopId;
use crate::domain::code::invite::Language;
use crate::domain::workshop::{Seed, Workshop};
use crate::ui::prelude::*;
use std::rc::Rc;

thread_local! {
    /// Compiled once for each test, which asks for it at every turn.
    static PACK: Pack = {
        let checklist = include_str!("../../assets/checklist.toml");
        compile("en", checklist, include_str!("../../assets/en.toml")).expect("the assets")
    };
}

/// The words and the checklist that the app is built with.
pub fn pack() -> Pack {
    PACK.with(Pack::clone)
}

/// A workshop of six people, at its invite.
pub fn workshop() -> Workshop {
    let draft = Draft {
        present: "6".to_owned(),
        ..Draft::default()
    };
    let settings = draft.settings(Language::new("en").expect("a language"));
    Workshop::new(
        WorkshopId(7),
        Seed([7; 32]),
        settings.expect("settings"),
        InstrumentVersion(1),
        Moment(0),
    )
}

/// A store in a state.
pub fn store(state: State) -> Rc<Store> {
    Rc::new(chunks::store(pack(), state, NoPlatform::default()))
}

#[derive(PartialEq, Properties)]
struct Props {
    html: Html,
}

#[component]
fn Drawn(props: &Props) -> Html {
    props.html.clone()
}

/// Markup as the prerenderer writes it, without the notes for hydration.
pub fn rendered(html: Html) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without I/O");
    let renderer = yew::LocalServerRenderer::<Drawn>::with_props(Props { html }).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// The markup of a screen, whose components find the store.
pub fn screen(state: State, draw: impl FnOnce(&Rc<Store>) -> Html) -> String {
    let store = store(state);
    let html = draw(&store);
    rendered(html! {
        <ContextProvider<StoreHandle> context={StoreHandle(store)}>{ html }</ContextProvider<StoreHandle>>
    })
}

/// Every piece is in the markup.
pub fn holds(markup: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(markup.contains(piece), "{piece:?} is missing in {markup}");
    }
}

/// None of the pieces is in the markup.
pub fn lacks(markup: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(!markup.contains(piece), "{piece:?} is there in {markup}");
    }
}

/// Markup whose table cells are without what they say to a screen reader and to a style sheet.
pub fn bare(markup: &str) -> String {
    let mut bare = String::new();
    for (place, piece) in markup.split(" data-label=\"").enumerate() {
        let rest = match place {
            0 => piece,
            _ => piece.split_once('"').map_or("", |(_, rest)| rest),
        };
        bare.push_str(rest);
    }
    bare.replace(" role=\"cell\"", "")
        .replace(" role=\"rowheader\"", "")
}
