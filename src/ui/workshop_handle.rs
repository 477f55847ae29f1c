//! A workshop at hand for its screens: what it is, and the way to say what happened in it.

use super::components::dead_end;
use super::components::question::tell;
use super::store::{Store, use_selector, use_store};
use crate::app::action::Action;
use crate::app::text::Text;
use crate::app::workshop::action::{WorkshopAction, WorkshopEvent};
use crate::app::workshop::collecting::{Batch, BatchUndo, Report, take};
use crate::app::workshop::{self, Missing};
use crate::browser;
use crate::domain::code::WorkshopId;
use crate::domain::record::Key;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::founding::Founding;
use crate::domain::workshop::{Seed, Settings, Workshop};
use crate::ui::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// A workshop, and the way to change it.
#[derive(Clone)]
pub struct WorkshopHandle {
    /// The store.
    pub store: Rc<Store>,
    /// The workshop.
    pub workshop: Rc<Workshop>,
    /// Asks before a change, where somebody is there to answer.
    asks: Option<Callback<Change>>,
}

impl PartialEq for WorkshopHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store) && Rc::ptr_eq(&self.workshop, &other.workshop)
    }
}

impl WorkshopHandle {
    /// A handle that asks nothing.
    #[must_use]
    pub const fn new(store: Rc<Store>, workshop: Rc<Workshop>) -> Self {
        let asks = None;
        Self {
            store,
            workshop,
            asks,
        }
    }

    /// The same, with somebody who asks before a change where that is needed, and then makes it.
    #[must_use]
    pub fn asking(&self, asks: Callback<Change>) -> Self {
        let asks = Some(asks);
        Self { asks, ..self.clone() }
    }

    /// The facilitator wants to change something that may have to be asked first.
    pub fn ask(&self, change: Change) {
        match &self.asks {
            Some(asks) => asks.emit(change),
            None => self.change(change),
        }
    }

    /// A handler of clicks that mean a change which may have to be asked first.
    #[must_use]
    pub fn on_ask(&self, change: Change) -> Callback<MouseEvent> {
        let handle = self.clone();
        clicked(move || handle.ask(change.clone()))
    }

    /// Something happened in it: applied on top of what another window may have stored, stored, shown.
    pub fn happened(&self, event: WorkshopEvent) {
        happened(&self.store, self.workshop.id, event);
    }

    /// The facilitator changed something.
    pub fn change(&self, change: Change) {
        self.happened(WorkshopEvent::Changed(change));
    }

    /// The workshop as it stands now, another window's changes included; none if it is gone.
    pub fn latest(&self) -> Option<Rc<Workshop>> {
        latest(&self.store, self.workshop.id).ok()
    }

    /// Takes answers into their vote and completes the report on them. The undo is none where nothing changed.
    pub fn receive(&self, batch: Batch, report: &mut Report) -> Option<BatchUndo> {
        let mut trial = Rc::unwrap_or_clone(self.latest()?);
        let undo = take(&mut trial, batch.clone(), report, self.store.inputs().now);
        self.happened(WorkshopEvent::Received(batch));
        undo
    }

    /// A handler of clicks that mean a change.
    #[must_use]
    pub fn on_click(&self, change: Change) -> Callback<MouseEvent> {
        let handle = self.clone();
        clicked(move || handle.change(change.clone()))
    }

    /// The same, said where nothing else tells that it was done.
    #[must_use]
    pub fn on_click_said(&self, change: Change) -> Callback<MouseEvent> {
        let handle = self.clone();
        clicked(move || {
            handle.change(change.clone());
            tell(&handle.store, "");
        })
    }

    /// A handler of input events that change what the new value means.
    #[must_use]
    pub fn on_input(&self, change: impl Fn(String) -> Change + 'static) -> Callback<InputEvent> {
        let handle = self.clone();
        Callback::from(move |event: InputEvent| handle.change(change(browser::value(&event))))
    }

    /// A handler of change events that change what the new value means, if it means anything.
    #[must_use]
    pub fn on_change(&self, change: impl Fn(String) -> Option<Change> + 'static) -> Callback<Event> {
        let handle = self.clone();
        Callback::from(move |event: Event| {
            if let Some(change) = change(browser::value(&event)) {
                handle.change(change);
            }
        })
    }
}

/// A handler of clicks. The second half of a double click means nothing: what is under it then was not seen when it was aimed at.
pub fn clicked(act: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.detail() < 2 {
            act();
        }
    })
}

/// Something happened in a workshop.
pub fn happened(store: &Store, id: WorkshopId, event: WorkshopEvent) {
    store.dispatch(Action::Workshop(WorkshopAction::Workshop(id, event).into()));
}

thread_local! {
    /// Whether workshops are being founded, or are and the screen that they were founded on has not gone yet.
    static FOUNDING: Cell<bool> = const { Cell::new(false) };
}

/// Draws for each of these settings a name and a secret whose invite no chat damages, and hands the workshops out, all of one moment. Nothing where the
/// browser has no secure random numbers, and where it is under way already. The settings are asked for once the focus has stepped aside: what had it
/// goes away.
pub fn founded(
    store: &Rc<Store>,
    settings: impl FnOnce() -> Vec<Settings> + 'static,
    done: impl FnOnce(Vec<Workshop>) + 'static,
) {
    if FOUNDING.replace(true) {
        return;
    }
    let store = Rc::clone(store);
    browser::step_aside(move || draw(&store, settings(), done));
}

fn draw(store: &Rc<Store>, settings: Vec<Settings>, done: impl FnOnce(Vec<Workshop>) + 'static) {
    let store = Rc::clone(store);
    let instrument = store.pack.checklist.version;
    let mut waiting = settings.into_iter();
    let mut under_way = None::<(Settings, Founding)>;
    let mut drawn = Vec::<(WorkshopId, Seed, Settings)>::new();
    let mut done = Some(done);
    let step = move || {
        let next = |settings: Settings| {
            let founding = Founding::new(&settings, instrument);
            (settings, founding)
        };
        let Some((settings, mut founding)) = under_way.take().or_else(|| waiting.next().map(next)) else {
            let now = store.inputs().now;
            let workshops = std::mem::take(&mut drawn).into_iter();
            let workshops =
                workshops.map(|(id, seed, settings)| Workshop::new(id, seed, settings, instrument, now));
            if let Some(done) = done.take() {
                done(workshops.collect());
            }
            browser::after_paint(|| FOUNDING.set(false));
            return false;
        };
        let Some((seed, name)) = browser::entropy().zip(browser::entropy()) else {
            FOUNDING.set(false);
            return false;
        };
        let name = name.first_chunk().copied().unwrap_or_default();
        if founding.step(WorkshopId(u64::from_be_bytes(name)), Seed(seed)) {
            under_way = Some((settings, founding));
        } else if let Some((id, seed)) = founding.finish() {
            drawn.push((id, seed, settings));
        }
        true
    };
    browser::in_slices(step, || ());
}

/// A workshop as it stands now, another window's changes included.
///
/// # Errors
/// [`Missing`].
pub fn latest(store: &Store, id: WorkshopId) -> Result<Rc<Workshop>, Missing> {
    store.reread(&Key::Workshop(id));
    workshop::workshop(&store.state(), id)
}

/// The workshop of an id; the component renders again whenever it has changed.
///
/// # Errors
/// [`Missing`], which [`missing`] draws.
#[hook]
pub fn use_workshop(id: WorkshopId) -> Result<WorkshopHandle, Missing> {
    let store = use_store();
    let workshop = use_selector(move |state, _| workshop::workshop(state, id));
    let workshop = (*workshop).clone()?;
    Ok(WorkshopHandle::new(store, workshop))
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
