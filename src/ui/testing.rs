//! Screens and their pieces as text, for their tests: the real checklist, the real words, and nothing outside.

use super::store::{Store, StoreHandle};
use crate::app::compile::compile;
use crate::app::outside::Nowhere;
use crate::app::pack::Pack;
use crate::app::state::State;
use std::rc::Rc;
use yew::prelude::*;

/// The words and the checklist that the app is built with.
pub fn pack() -> Pack {
    let checklist = include_str!("../../assets/checklist.toml");
    compile("en", checklist, include_str!("../../assets/en.toml")).expect("the assets")
}

/// A store in a state.
pub fn store(state: State) -> Rc<Store> {
    Rc::new(Store::new(pack(), state, Nowhere))
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
