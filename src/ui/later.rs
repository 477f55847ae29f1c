//! The screens that nobody sees first, in two parts with a file each: those about assessments are asked for once the page is alive,
//! those about workshops when somebody goes there.
//!
//! The build moves into each what only it leads to, and into a third file what both do. Natively it is all in one piece. Their words
//! and their style come beside them, each as a file of its own.

use super::screens::{
    compare::compare, history::history, join, missing, my_data::MyData, pass, plan, reading,
    results::Results, sheet, take, wall, workshop,
};
use super::store::Store;
use crate::app::action::Action;
use crate::app::pack::{DamagedPack, Pack};
use crate::app::route::Route;
use crate::app::state::{Later, Part};
use crate::app::workshop::place::Place;
use crate::browser;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Draws any of a part's screens.
pub type Draw = fn(&Rc<Store>, &Route) -> Html;

/// Takes the later words in, if they are not in yet, and hands out what draws with them.
type Open = fn(&Pack, &str) -> Result<Draw, DamagedPack>;

fn assessment(store: &Rc<Store>, route: &Route) -> Html {
    match route {
        Route::Results(id) => html! { <Results id={*id} /> },
        Route::Plan(id) => plan::plan(*id),
        Route::History => history(),
        Route::Compare(from, to) => compare(*from, *to),
        Route::Method => reading::method(store),
        Route::Privacy => reading::privacy(store),
        Route::MyData => html! { <MyData /> },
        Route::Take => take::take(store),
        Route::Workshop(_)
        | Route::Home
        | Route::Continue
        | Route::New
        | Route::Next(_)
        | Route::Assess(..)
        | Route::NotFound(_) => Html::default(),
    }
}

fn workshop(store: &Rc<Store>, route: &Route) -> Html {
    let Route::Workshop(path) = route else {
        return Html::default();
    };
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

/// In the browser nothing but [`opening_assessment`] may name this function, or everything is in the first file again.
fn open_assessment(pack: &Pack, words: &str) -> Result<Draw, DamagedPack> {
    pack.take_in(words)?;
    browser::keep_files();
    Ok(assessment)
}

/// Nothing but [`opening_workshop`] may name this function.
fn open_workshop(pack: &Pack, words: &str) -> Result<Draw, DamagedPack> {
    pack.take_in(words).map(|()| workshop as Draw)
}

/// Loads a part's file if it is not here yet. This is where the build splits the app.
#[wasm_split(assessment, fallible)]
fn opening_assessment() -> Result<Open, SplitLoaderError> {
    Ok(open_assessment)
}

/// Loads a part's file if it is not here yet, and splits the app as well.
#[wasm_split(workshop, fallible)]
fn opening_workshop() -> Result<Open, SplitLoaderError> {
    Ok(open_workshop)
}

/// What is here without asking: everything natively if its words are, nothing in the browser.
#[must_use]
#[cfg_attr(
    target_arch = "wasm32",
    expect(unused_variables, reason = "there it is never at once")
)]
pub fn at_once(pack: &Pack, part: Part) -> Option<Draw> {
    #[cfg(not(target_arch = "wasm32"))]
    return pack.is_whole().then_some(match part {
        Part::Assessment => assessment as Draw,
        Part::Workshop => workshop as Draw,
    });
    #[cfg(target_arch = "wasm32")]
    None
}

/// Asks for a part, unless it is here or on its way. What has failed is tried again. Who is in a workshop goes on to screens of the
/// other part, so that comes as well.
pub fn fetch(store: &Rc<Store>, part: Part) {
    if store.later(part).is_some() || store.state().later(part) == Later::Coming {
        return;
    }
    let store = Rc::clone(store);
    store.dispatch(Action::Later(part, Later::Coming));
    spawn_local(async move {
        let style = browser::later_style();
        let words = (!store.pack.is_whole()).then(browser::later_pack);
        let arrived = match part {
            Part::Assessment => opening_assessment().await,
            Part::Workshop => opening_workshop().await,
        };
        let styled = style.await;
        let words = match words {
            Some(words) => words.await,
            None => Some(String::new()),
        };
        // Three tasks, none of which holds an answer up for long: the file, its words, what changes on the page.
        browser::breath().await;
        let drawn = match (arrived, styled, words) {
            (Ok(open), true, Some(words)) => open(&store.pack, &words).ok(),
            _ => None,
        };
        browser::breath().await;
        let later = match drawn {
            Some(draw) => {
                store.set_later(part, draw);
                Later::Here
            }
            None => Later::Missing,
        };
        store.dispatch(Action::Later(part, later));
        if part == Part::Workshop {
            browser::when_idle(move || fetch(&store, Part::Assessment));
        }
    });
}
