//! From the loaded page to the running application.

use super::events::Listening;
use super::outside::Browser;
use super::storage::Records;
use super::{page, panic_notice, window};
use crate::app::action::Action;
use crate::app::pack::Pack;
use crate::app::route::Route;
use crate::app::state::{State, StorageState};
use crate::domain::record::Key;
use crate::ui::app::{App, AppProps};
use crate::ui::store::{Store, StoreHandle};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, StorageEvent};
use yew::Callback;

/// Starts the application on the prerendered page.
///
/// # Errors
/// If the pack is not this version's or the page has no place to draw in; the page then shows its plain notice.
pub fn start(pack: &str) -> Result<(), JsValue> {
    panic_notice::install();
    let pack = Pack::from_json(pack).map_err(|_| JsValue::from_str("the pack belongs to another version"))?;
    let root = page::document().and_then(|document| document.get_element_by_id("app"));
    let root = root.ok_or_else(|| JsValue::from_str("the page has no #app"))?;
    let records = Rc::new(Records::open());
    let outside = Browser {
        records: Rc::clone(&records),
    };
    let store = Rc::new(Store::new(pack, State::prerendered(), outside));
    if window::route() == Route::Home {
        hydrate(root, store, records);
    } else {
        draw(root, store, records);
    }
    Ok(())
}

/// Takes the prerendered screen over as it stands; the records follow once it is alive.
fn hydrate(root: Element, store: Rc<Store>, records: Rc<Records>) {
    let alive = {
        let store = Rc::clone(&store);
        Callback::from(move |()| {
            boot(&store, &records);
            listen(Rc::clone(&store), Rc::clone(&records));
        })
    };
    let props = AppProps {
        store: StoreHandle(store),
        alive,
    };
    yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
}

/// Any other place is drawn afresh, with the records already there.
fn draw(root: Element, store: Rc<Store>, records: Rc<Records>) {
    boot(&store, &records);
    root.set_text_content(None);
    let props = AppProps {
        store: StoreHandle(Rc::clone(&store)),
        alive: Callback::noop(),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    listen(store, records);
}

fn boot(store: &Store, records: &Records) {
    let storage = if records.works() {
        StorageState::Working
    } else {
        StorageState::Blocked
    };
    let mut entries = records.entries();
    let early = Key::Early.to_string();
    if let Some(answer) = window::take_over().filter(|_| entries.iter().all(|(key, _)| *key != early)) {
        entries.push((early, answer));
    }
    store.dispatch(Action::Booted { entries, storage });
    store.dispatch(Action::Moved(window::route()));
}

fn listen(store: Rc<Store>, records: Rc<Records>) {
    let moved = Rc::clone(&store);
    Listening::to("hashchange", move |_| {
        moved.dispatch(Action::Moved(window::route()))
    })
    .forever();
    Listening::to("storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else {
            return;
        };
        let Some(key) = event.key() else { return };
        let text = event.new_value();
        if let Some(text) = &text {
            records.learn(&key, text);
        }
        store.dispatch(Action::StoredElsewhere { key, text });
    })
    .forever();
}
