//! The screens that nobody sees first: in a file of their own, asked for once the page is alive.
//!
//! The build moves there whatever only [`open`] leads to. Natively it is all in one piece. Their words and their style come
//! beside it, each as a file of its own.

use super::screens::{
    compare::compare, history::history, join, missing, my_data::MyData, pass, plan, reading,
    results::Results, sheet, take, wall, workshop,
};
use super::store::Store;
use crate::app::action::Action;
use crate::app::pack::{DamagedPack, Pack};
use crate::app::route::Route;
use crate::app::state::Later;
use crate::app::workshop::place::Place;
use crate::browser;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Draws any of the later screens.
pub type Draw = fn(&Rc<Store>, &Route) -> Html;

/// Takes the later words in and hands out what draws with them.
type Open = fn(&Pack, &str) -> Result<Draw, DamagedPack>;

fn draw(store: &Rc<Store>, route: &Route) -> Html {
    match route {
        Route::Results(id) => html! { <Results id={*id} /> },
        Route::Plan(id) => plan::plan(*id),
        Route::History => history(),
        Route::Compare(from, to) => compare(*from, *to),
        Route::Method => reading::method(store),
        Route::Privacy => reading::privacy(store),
        Route::MyData => html! { <MyData /> },
        Route::Take => take::take(store),
        Route::Workshop(path) => workshop_screen(store, path),
        Route::Home
        | Route::Continue
        | Route::New
        | Route::Next(_)
        | Route::Assess(..)
        | Route::NotFound(_) => Html::default(),
    }
}

fn workshop_screen(store: &Rc<Store>, path: &str) -> Html {
    match Place::parse(path) {
        Some(Place::All) => workshop::all(store),
        Some(Place::Console(id)) => workshop::console(store, id),
        Some(Place::Wall(id)) => wall::wall(store, id),
        Some(Place::Pass(id)) => pass::pass(store, id),
        Some(Place::Sheet(id)) => sheet::sheet(store, id),
        Some(Place::Join(invite, second)) => join::join(&invite, second),
        Some(Place::Answer(code)) => workshop::answer(store, &code),
        None => missing::missing(store, path),
    }
}

/// In the browser nothing but [`opening`] may name this function, or everything is in the first file again.
fn open(pack: &Pack, words: &str) -> Result<Draw, DamagedPack> {
    pack.take_in(words).map(|()| draw as Draw)
}

/// Loads the later file if it is not here yet. This is where the build splits the app.
#[wasm_split(later, fallible)]
fn opening() -> Result<Open, SplitLoaderError> {
    Ok(open)
}

/// What is here without asking: everything natively if its words are, nothing in the browser.
#[must_use]
#[cfg_attr(
    target_arch = "wasm32",
    expect(unused_variables, reason = "there it is never at once")
)]
pub fn at_once(pack: &Pack) -> Option<Draw> {
    #[cfg(not(target_arch = "wasm32"))]
    return pack.is_whole().then_some(draw);
    #[cfg(target_arch = "wasm32")]
    None
}

/// Asks for the later screens, unless they are here or on their way. What has failed is tried again.
pub fn fetch(store: &Rc<Store>) {
    if store.later().is_some() || store.state().later == Later::Coming {
        return;
    }
    let store = Rc::clone(store);
    store.dispatch(Action::Later(Later::Coming));
    spawn_local(async move {
        let (style, words) = (browser::later_style(), browser::later_pack());
        let arrived = opening().await;
        let (styled, words) = (style.await, words.await);
        // Three tasks, none of which holds an answer up for long: the file, its words, what changes on the page.
        browser::breath().await;
        let drawn = match (arrived, styled, words) {
            (Ok(open), true, Some(words)) => open(&store.pack, &words).ok(),
            _ => None,
        };
        browser::breath().await;
        let later = match drawn {
            Some(draw) => {
                store.set_later(draw);
                Later::Here
            }
            None => Later::Missing,
        };
        store.dispatch(Action::Later(later));
    });
}
