//! From the loaded page to the running application: the one place that knows both the screens and the browser.

use crate::app::action::Action;
use crate::app::chunk::Chunk;
use crate::app::pack::Pack;
use crate::app::route::Route;
use crate::app::state::{State, StorageState};
use crate::browser::{self, Browser, Records, Root};
use crate::domain::record::Key;
use crate::ui::anchored;
use crate::ui::app::{App, AppProps};
use crate::ui::chunks;
use crate::ui::store::{Store, StoreHandle};
use std::hint::black_box;
use std::panic::Location;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::{AppHandle, Callback};

/// Why the application did not start; the page then shows its plain notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartError {
    /// The pack is cut off or another version's.
    Pack,
    /// The page has no place to draw in.
    Page,
}

/// Starts the application on the prerendered page.
///
/// # Errors
/// [`StartError`] if the page or the pack is not this version's.
pub fn start(pack: &str) -> Result<(), StartError> {
    browser::install_panic_notice();
    let pack = Pack::from_text(pack).map_err(|_| StartError::Pack)?;
    let root = browser::root().ok_or(StartError::Page)?;
    let records = Rc::new(Records::open());
    let platform = Browser(Rc::clone(&records));
    let store = Rc::new(chunks::store(pack, State::prerendered(), platform));
    if browser::route() == Route::Home {
        spawn_local(async move {
            browser::next_task().await;
            if browser::is_changed() {
                draw(root, store, records);
            } else {
                hydrate(root, store, records);
            }
        });
    } else {
        draw(root, store, records);
    }
    Ok(())
}

/// Takes the prerendered screen over as it stands; the records follow once it is alive. Both are tasks of their own, so that a slow
/// processor answers in between.
fn hydrate(root: Root, store: Rc<Store>, records: Rc<Records>) {
    let alive = {
        let store = Rc::clone(&store);
        Callback::from(move |()| {
            let (store, records) = (Rc::clone(&store), Rc::clone(&records));
            spawn_local(async move {
                browser::next_task().await;
                if boot(&store, &records).await {
                    listen(Rc::clone(&store));
                    fetch_the_rest(&store);
                }
            });
        })
    };
    let props = AppProps {
        store: StoreHandle(Rc::clone(&store)),
        alive,
    };
    // Named here as values, so that they are there and take what they say.
    black_box(name_as_it_is as fn(&str) -> String);
    black_box(fail_at_cut as fn(&str, usize, usize, &Location<'_>) -> !);
    black_box(fail_at_another_element as fn(usize, usize, usize) -> !);
    let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).hydrate();
    redraw_when_changed(app, root, store);
}

/// What the build calls in the place of `str::to_lowercase` where Yew words a panic, so that the letters of all scripts can come later
/// (`xtask/src/build/relink.rs`).
#[inline(never)]
fn name_as_it_is(name: &str) -> String {
    name.to_owned()
}

/// What the build calls where the standard library panics because a text was cut within a character: it would quote that one, and brings a
/// table of all that can be seen.
#[inline(never)]
#[expect(clippy::panic, reason = "it stands in for a panic")]
fn fail_at_cut(_text: &str, from: usize, to: usize, at: &Location<'_>) -> ! {
    panic!("a text was cut at byte {from} or {to}, which is within a character or beyond its end: {at}")
}

/// Likewise where Yew asserts that an element is the one that it drew: of both names, and of the place, nothing is said.
#[inline(never)]
#[expect(clippy::panic, reason = "it stands in for a panic")]
fn fail_at_another_element(_one: usize, _other: usize, _at: usize) -> ! {
    panic!("the page has another element than was drawn")
}

/// Any other place is drawn afresh, with the records already there; and so is the first screen if it is not as it was prerendered.
fn draw(root: Root, store: Rc<Store>, records: Rc<Records>) {
    spawn_local(async move {
        if boot(&store, &records).await {
            let app = render(&root, &store);
            redraw_when_changed(app, root, Rc::clone(&store));
            fetch_the_rest(&store);
            listen(store);
        }
    });
}

fn render(root: &Root, store: &Rc<Store>) -> AppHandle<App> {
    if browser::is_changed() {
        anchored::begin();
    }
    root.set_text_content(None);
    let props = AppProps {
        store: StoreHandle(Rc::clone(store)),
        alive: Callback::noop(),
    };
    yew::Renderer::<App>::with_root_and_props(root.clone(), props).render()
}

/// Draws everything afresh when somebody begins to put elements around its texts: once, since from then on they are anchored.
fn redraw_when_changed(app: AppHandle<App>, root: Root, store: Rc<Store>) {
    let mut app = Some(app);
    browser::listen_for_changes(move || {
        if let Some(app) = app.take() {
            app.destroy();
            drop(render(&root, &store));
        }
    })
    .forever();
}

/// As soon as there is nothing else to do, so that the page soon works without a network. A screen of another part asks itself.
fn fetch_the_rest(store: &Rc<Store>) {
    if matches!(
        store.state().route.chunk(),
        Some(Chunk::Archive | Chunk::Workshop)
    ) {
        return;
    }
    let store = Rc::clone(store);
    browser::when_idle(move || chunks::fetch(&store, Chunk::Assessment));
}

/// Takes in what is stored. What reads records is asked for where there are any; without it nothing has happened to them, and the page says so.
async fn boot(store: &Store, records: &Records) -> bool {
    let storage = if records.works() {
        StorageState::Working
    } else {
        StorageState::Blocked
    };
    let early = Key::Early.to_string();
    if records.keys().iter().any(|key| *key != early) && !chunks::read_records(store).await {
        browser::say_that_files_are_missing();
        return false;
    }
    let mut entries = records.entries();
    if let Some(answer) = browser::take_over().filter(|_| entries.iter().all(|(key, _)| *key != early)) {
        entries.push((early, answer));
    }
    store.dispatch(Action::Booted { entries, storage });
    store.dispatch(Action::Moved(browser::route()));
    true
}

fn listen(store: Rc<Store>) {
    browser::keep_focus();
    let moved = Rc::clone(&store);
    browser::listen_for_moves(move || moved.dispatch(Action::Moved(browser::route()))).forever();
    browser::listen_for_storage(move |key| {
        let store = Rc::clone(&store);
        spawn_local(async move {
            // Where it does not come, the record is still news to the next edit of it.
            if chunks::read_records(&store).await {
                store.hear_of(&key);
            }
        });
    })
    .forever();
}
