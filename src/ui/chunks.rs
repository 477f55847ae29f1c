//! The screens that nobody sees first, in three parts with a file each: what comes of an assessment is asked for once the page is alive,
//! what was kept when somebody comes again or goes there, workshops when somebody goes there.
//!
//! The build moves into each what only it leads to, and into further files what several do. Natively it is all in one piece. Their words
//! and their style come beside them, each as a file of its own.

use super::ahead::ahead;
use super::components::{languages, newer};
use super::rooms_part::rooms_part;
use super::screens::archive::{compare::compare, exchange, history::history, my_data::MyData, views};
use super::screens::assessment::{example, plan, reading, results::Results, returning};
use super::screens::workshop::{facilitate, invited, join, pass, sheet, wall};
use super::store::Store;
use crate::app;
use crate::app::action::Action;
use crate::app::assessment::example as made_up;
use crate::app::chunk::{Beside, Chunk, LoadState};
use crate::app::pack::{DamagedPack, Pack};
use crate::app::persist::Records;
use crate::app::place::Place;
use crate::app::platform::Platform;
use crate::app::records;
use crate::app::route::Route;
use crate::app::state::State;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::ui::prelude::*;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;

/// Takes in words that are not in yet, and gives the store what draws with them and what applies the chunk's actions.
type Open = fn(&Rc<Store>, &[(Beside, String)]) -> Result<(), DamagedPack>;

fn assessment(store: &Rc<Store>, route: &Route) -> Html {
    match route {
        Route::Home => returning::returning(store),
        Route::Results(AssessmentId::EXAMPLE) => {
            example::marked(store, route, html! { <Results id={AssessmentId::EXAMPLE} /> })
        }
        Route::Plan(AssessmentId::EXAMPLE) => {
            example::marked(store, route, plan::plan(AssessmentId::EXAMPLE))
        }
        Route::Results(id) => html! { <Results id={*id} /> },
        Route::Plan(id) => plan::plan(*id),
        Route::Method => reading::method(store),
        Route::Privacy => reading::privacy(store),
        _ => Html::default(),
    }
}

fn archive(store: &Rc<Store>, route: &Route) -> Html {
    match route {
        Route::History => history(),
        Route::Compare(from, to) => compare(*from, *to),
        Route::Views(one, other) => views::views(*one, *other),
        Route::MyData => html! { <MyData /> },
        Route::Exchange => exchange::exchange(store),
        _ => Html::default(),
    }
}

fn workshop(store: &Rc<Store>, route: &Route) -> Html {
    let Route::Workshop(place) = route else {
        return Html::default();
    };
    match place {
        Place::All => facilitate::all(store),
        Place::Console(id) => facilitate::console(store, *id),
        Place::Wall(id, picture) => wall::wall(store, *id, picture.clone()),
        Place::Pass(id) => pass::pass(store, *id),
        Place::Sheet(id) => sheet::sheet(store, *id),
        Place::Rooms(behind) => rooms_part(behind),
        Place::Invited => invited::invited(store),
        Place::Join(invite, second) => join::join(invite, *second),
        Place::Answer(code) => facilitate::answer(store, code),
    }
}

/// What comes later at the foot of every page, and out of sight.
fn foot(store: &Rc<Store>, here: &Route) -> Html {
    html! { <>{ newer::newer(store) }{ languages::languages(store, here) }{ ahead(store, here) }</> }
}

fn add_assessment(store: &Store) {
    store.add(Chunk::Assessment, assessment, |updates| {
        updates.records = records::records();
        updates.assessment = app::assessment::update::update;
    });
    store.dispatch(made_up::made(&store.pack, store.inputs()));
}

fn add_archive(store: &Store) {
    store.add(Chunk::Archive, archive, |updates| {
        updates.records = records::records();
        updates.assessment = app::assessment::update::update;
    });
}

fn add_workshop(store: &Store) {
    store.add(Chunk::Workshop, workshop, |updates| {
        updates.records = records::records();
        updates.workshop = app::workshop::update::update;
    });
}

/// In the browser nothing but [`opening_assessment`] may name this function, or everything is in the first file again.
fn open_assessment(store: &Rc<Store>, words: &[(Beside, String)]) -> Result<(), DamagedPack> {
    take_in(store, words)?;
    browser::keep_files(newer::LINE);
    // Not on the prerendered page, which has to be as the first load draws it.
    store.add_foot(foot);
    add_assessment(store);
    Ok(())
}

/// Nothing but [`opening_archive`] may name this function.
fn open_archive(store: &Rc<Store>, words: &[(Beside, String)]) -> Result<(), DamagedPack> {
    take_in(store, words)?;
    add_archive(store);
    Ok(())
}

/// Nothing but [`opening_workshop`] may name this function.
fn open_workshop(store: &Rc<Store>, words: &[(Beside, String)]) -> Result<(), DamagedPack> {
    take_in(store, words)?;
    add_workshop(store);
    Ok(())
}

fn take_in(store: &Rc<Store>, words: &[(Beside, String)]) -> Result<(), DamagedPack> {
    store.pack.take_in_all(words)?;
    keep_title(store);
    Ok(())
}

/// Screens that are loaded later say more while they are open: a name is written, an area chosen. The first part that comes sees to it.
fn keep_title(store: &Rc<Store>) {
    if Chunk::ALL.iter().all(|chunk| store.drawing(*chunk).is_none()) {
        let store = Rc::clone(store);
        browser::listen_for_screen_names(move || name_window(&store.spoken()));
    }
}

/// Names the window after the screen.
pub fn name_window(store: &Store) {
    if let Some(name) = browser::screen_name() {
        browser::set_title(&store.fill(Text::SiteTitle, &[("screen", &name)]));
    }
}

/// Loads a part's file if it is not here yet. This is where the build splits the app.
#[wasm_split(assessment, fallible)]
fn opening_assessment() -> Result<Open, SplitLoaderError> {
    Ok(open_assessment)
}

/// Loads a part's file if it is not here yet, and splits the app as well.
#[wasm_split(archive, fallible)]
fn opening_archive() -> Result<Open, SplitLoaderError> {
    Ok(open_archive)
}

/// Loads a part's file if it is not here yet, and splits the app as well.
#[wasm_split(workshop, fallible)]
fn opening_workshop() -> Result<Open, SplitLoaderError> {
    Ok(open_workshop)
}

/// Asks for all files of a chunk at the same time; nothing if one does not come.
async fn arrival(store: &Store, chunk: Chunk) -> Option<(Open, Vec<(Beside, String)>)> {
    let beside: Vec<_> = chunk.beside().iter().map(|beside| ask(store, *beside)).collect();
    let open = match chunk {
        Chunk::Assessment => opening_assessment().await,
        Chunk::Archive => opening_archive().await,
        Chunk::Workshop => opening_workshop().await,
    };
    // Each is waited for, also behind one that did not come: else the next attempt would ask for what is still on its way.
    let mut all = Vec::new();
    for coming in beside {
        all.push(coming.await);
    }
    let words: Vec<_> = all.into_iter().collect::<Option<_>>()?;
    Some((open.ok()?, words.into_iter().flatten().collect()))
}

/// Loads what reads records, and splits the app as well.
#[wasm_split(records, fallible)]
fn opening_records() -> Result<Records, SplitLoaderError> {
    Ok(records::records())
}

/// Sees to it that records can be read; false if the file for that did not come.
pub async fn read_records(store: &Store) -> bool {
    let arrived = opening_records().await;
    let came = arrived.is_ok();
    if let Ok(records) = arrived {
        store.learn(|updates| updates.records = records);
    }
    came
}

/// A store. Natively everything is here at once if its words are; in the browser nothing is.
#[must_use]
pub fn store(pack: Pack, state: State, platform: impl Platform + 'static) -> Store {
    let store = Store::new(pack, state, platform);
    #[cfg(not(target_arch = "wasm32"))]
    if store.pack.has(Beside::Later) {
        add_assessment(&store);
        add_archive(&store);
        add_workshop(&store);
    }
    store
}

/// Asks for a chunk, unless it is here or on its way, and then for the one that follows it. What has failed is tried again.
pub fn fetch(store: &Rc<Store>, chunk: Chunk) {
    if store.drawing(chunk).is_some() || *store.state().chunks.of(chunk) == LoadState::Coming {
        return;
    }
    // In the words of now: it may have been asked for in those of before.
    let store = store.spoken();
    store.dispatch(Action::Loading(chunk, LoadState::Coming));
    spawn_local(async move {
        let come = match arrival(&store, chunk).await {
            // A network fails for a moment, and so does an engine: Firefox 153 has no memory for a module now and then, and has it at once.
            None => arrival(&store, chunk).await,
            come => come,
        };
        let load = match come {
            Some((open, words)) if open(&store, &words).is_ok() => LoadState::Here,
            _ => LoadState::Missing,
        };
        store.dispatch(Action::Loading(chunk, load));
        if let Some(next) = next(&store, chunk) {
            browser::when_idle(move || fetch(&store, next));
        }
    });
}

/// What is likely to be wanted after a chunk: the result, and what was kept by who has been here before.
fn next(store: &Store, chunk: Chunk) -> Option<Chunk> {
    match chunk {
        Chunk::Archive | Chunk::Workshop => Some(Chunk::Assessment),
        Chunk::Assessment => store
            .state()
            .has_finished(&store.pack.checklist)
            .then_some(Chunk::Archive),
    }
}

/// Asks for a style sheet and, unless they are here, for words; nothing if either does not come.
fn ask(store: &Store, beside: Beside) -> impl Future<Output = Option<Option<(Beside, String)>>> + use<> {
    let style = browser::style(beside);
    let words = (!store.pack.has(beside)).then(|| browser::words(beside));
    async move {
        let styled = style.await;
        let words = match words {
            Some(words) => Some((beside, words.await?)),
            None => None,
        };
        styled.then_some(words)
    }
}
