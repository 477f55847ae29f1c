//! The screens that nobody sees first: in a file of their own, asked for once the page is alive.
//!
//! The build moves there whatever only [`draw`] leads to. Natively it is all in one piece.

use super::screens::{
    compare::compare, history::history, join, missing, my_data::MyData, pass, plan, reading,
    results::Results, sheet, take, wall, workshop,
};
use super::store::Store;
use crate::app::action::Action;
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

/// In the browser nothing but [`drawing`] may name this function, or everything is in the first file again.
fn draw(store: &Rc<Store>, route: &Route) -> Html {
    match route {
        Route::Results(id) => join::instead_of_result(*id, html! { <Results id={*id} /> }),
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

/// Loads the later file if it is not here yet. This is where the build splits the app.
#[wasm_split(later, fallible)]
fn drawing() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// What is here without asking: everything natively, nothing in the browser.
#[must_use]
pub fn at_once() -> Option<Draw> {
    #[cfg(not(target_arch = "wasm32"))]
    return Some(draw);
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
        let style = browser::later_style();
        let arrived = drawing().await;
        let styled = style.await;
        let later = match arrived {
            Ok(draw) if styled => {
                store.set_later(draw);
                Later::Here
            }
            _ => Later::Missing,
        };
        store.dispatch(Action::Later(later));
    });
}
