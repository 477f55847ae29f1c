//! A workshop at hand: read once for each stored text, changed on top of what stands there, written before it is shown.

use super::components::dead_end;
use super::store::{Store, use_selector, use_store};
use crate::app::action::Action;
use crate::app::text::Text;
use crate::app::workshop::{self, Missing};
use crate::domain::code::WorkshopId;
use crate::domain::record::{Key, write_workshop};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use std::rc::Rc;
use yew::prelude::*;

/// A workshop, and the way to change it.
#[derive(Clone)]
pub struct Desk {
    /// The store.
    pub store: Rc<Store>,
    /// The workshop as it was read last.
    pub workshop: Rc<Workshop>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store) && Rc::ptr_eq(&self.workshop, &other.workshop)
    }
}

impl Desk {
    /// Stores a change, and shows it.
    pub fn change(&self, change: Change) {
        let now = self.store.surroundings().now;
        self.edit(|workshop| workshop.apply(change, now));
    }

    /// Stores what an edit makes of the workshop as it stands now, another window's changes included.
    pub fn edit<T>(&self, edit: impl FnOnce(&mut Workshop) -> T) -> Option<T> {
        let key = Key::Workshop(self.workshop.id);
        let text = self.store.document(&key);
        let mut workshop = workshop::workshop(self.workshop.id, text.as_deref()).ok()?;
        let made = edit(&mut workshop);
        self.store.dispatch(Action::Kept(key, write_workshop(&workshop)));
        Some(made)
    }

    /// A handler of clicks that stores a change.
    #[must_use]
    pub fn on_click(&self, change: Change) -> Callback<MouseEvent> {
        let desk = self.clone();
        Callback::from(move |_| desk.change(change.clone()))
    }

    /// A handler of input events that stores what the new value means.
    #[must_use]
    pub fn on_input(&self, change: impl Fn(String) -> Change + 'static) -> Callback<InputEvent> {
        let desk = self.clone();
        Callback::from(move |event: InputEvent| desk.change(change(crate::browser::value(&event))))
    }

    /// A handler of change events that stores what the new value means, if it means anything.
    #[must_use]
    pub fn on_change(&self, change: impl Fn(String) -> Option<Change> + 'static) -> Callback<Event> {
        let desk = self.clone();
        Callback::from(move |event: Event| {
            if let Some(change) = change(crate::browser::value(&event)) {
                desk.change(change);
            }
        })
    }
}

/// The workshop of an id; the component renders again whenever it has changed.
///
/// # Errors
/// [`Missing`], which [`missing`] draws.
#[hook]
pub fn use_desk(id: WorkshopId) -> Result<Desk, Missing> {
    let store = use_store();
    let text = use_selector(move |state, _| {
        let aside = state.aside.get(&Key::Workshop(id));
        aside.map(|aside| aside.text.clone())
    });
    let read = use_memo((id, text), |(id, text)| {
        workshop::workshop(*id, text.as_deref()).map(Rc::new)
    });
    let workshop = (*read).clone()?;
    Ok(Desk { store, workshop })
}

/// Says why there is no workshop to show.
pub fn missing(store: &Rc<Store>, missing: &Missing) -> Html {
    use crate::domain::record::ReadError;
    let (title, text) = match missing {
        Missing::NotHere => (Text::WorkshopNotHere, Text::WorkshopNotHereText),
        Missing::Unreadable(ReadError::Newer(_)) => (Text::HeadingWorkshop, Text::WorkshopNewer),
        Missing::Unreadable(_) => (Text::HeadingWorkshop, Text::WorkshopUnreadable),
    };
    dead_end::dead_end(store, title, store.text(text))
}
