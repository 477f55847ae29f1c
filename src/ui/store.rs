//! The state in one place, and components that render again only when what they show has changed.

use super::later::{self, Draw};
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::outside::Outside;
use crate::app::pack::Pack;
use crate::app::persist;
use crate::app::route::Route;
use crate::app::state::{Part, State};
use crate::app::text::Text;
use crate::app::update::{Surroundings, update};
use crate::browser;
use crate::domain::calendar::{Day, Moment};
use crate::domain::record::Key;
use std::any::Any;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use yew::prelude::*;

type Subscriber = Rc<dyn Fn()>;

/// The state, the words and the way out.
pub struct Store {
    /// Checklist, words and copy.
    pub pack: Pack,
    state: RefCell<State>,
    outside: Box<dyn Outside>,
    subscribers: RefCell<Vec<Option<Subscriber>>>,
    later: [Cell<Option<Draw>>; 2],
}

impl Store {
    /// A store with a first state.
    #[must_use]
    pub fn new(pack: Pack, state: State, outside: impl Outside + 'static) -> Self {
        let subscribers = RefCell::default();
        let later = [Part::Assessment, Part::Workshop].map(|part| Cell::new(later::at_once(&pack, part)));
        Self {
            pack,
            state: RefCell::new(state),
            outside: Box::new(outside),
            subscribers,
            later,
        }
    }

    /// What draws the screens of a part, once it is here.
    #[must_use]
    pub fn later(&self, part: Part) -> Option<Draw> {
        self.part(part).get()
    }

    /// Keeps what draws the screens of a part.
    pub fn set_later(&self, part: Part, draw: Draw) {
        self.part(part).set(Some(draw));
    }

    const fn part(&self, part: Part) -> &Cell<Option<Draw>> {
        let [assessment, workshop] = &self.later;
        match part {
            Part::Assessment => assessment,
            Part::Workshop => workshop,
        }
    }

    /// The state as it is now.
    #[must_use]
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// Applies an action and everything that follows from it, then lets the components know once.
    pub fn dispatch(&self, action: Action) {
        let around = self.outside.surroundings();
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            let mut state = self.state.borrow_mut();
            let mut effects = self.catch_up(&mut state, &action);
            effects.extend(update(&mut state, &self.pack.checklist, action, around));
            drop(state);
            actions.extend(
                effects
                    .into_iter()
                    .filter_map(|effect| self.outside.perform(effect)),
            );
        }
        let subscribers = self.subscribers.borrow().clone();
        subscribers.iter().flatten().for_each(|notify| notify());
    }

    /// Reads what another window stored before an edit goes on top of it.
    fn catch_up(&self, state: &mut State, action: &Action) -> Vec<Effect> {
        let keys = match action {
            Action::Edited(id, _) => vec![Key::Assessment(*id)],
            Action::Renamed(ids, _) => ids.iter().copied().map(Key::Assessment).collect(),
            Action::ChoseFirst(..) => state.draft.map(Key::Assessment).into_iter().collect(),
            Action::Moved(Route::Next(previous)) => {
                let blank = state.blank_after(*previous);
                blank.map(Key::Assessment).into_iter().collect()
            }
            Action::TookIn { records, .. } => records.iter().map(|(key, _)| key.clone()).collect(),
            _ => vec![],
        };
        let mut effects = Vec::new();
        for key in keys {
            if let Some(text) = self.outside.changed_elsewhere(&key) {
                effects.extend(persist::absorb(state, &key, &text));
            }
        }
        effects
    }

    /// A record that is kept as a text, as it stands now: what another window has written since is taken over first.
    pub fn document(&self, key: &Key) -> Option<String> {
        if let Some(text) = self.outside.changed_elsewhere(key) {
            self.dispatch(Action::StoredElsewhere {
                key: key.to_string(),
                text: Some(text),
            });
        }
        let state = self.state();
        state.aside.get(key).map(|aside| aside.text.clone())
    }

    /// A piece of copy.
    #[must_use]
    pub fn text(&self, text: Text) -> AttrValue {
        self.pack.texts.get(text).into()
    }

    /// A piece of copy with its `{names}` filled in.
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        self.pack.texts.fill(text, values).into()
    }

    /// A handler of clicks that dispatches an action.
    #[must_use]
    pub fn on_click(self: &Rc<Self>, action: Action) -> Callback<MouseEvent> {
        let store = Rc::clone(self);
        Callback::from(move |_| store.dispatch(action.clone()))
    }

    /// A handler of input events that dispatches what the new value means.
    #[must_use]
    pub fn on_input(self: &Rc<Self>, action: impl Fn(String) -> Action + 'static) -> Callback<InputEvent> {
        let store = Rc::clone(self);
        Callback::from(move |event: InputEvent| store.dispatch(action(browser::value(&event))))
    }

    /// A handler of change events that dispatches what the new value means.
    #[must_use]
    pub fn on_change(self: &Rc<Self>, action: impl Fn(String) -> Action + 'static) -> Callback<Event> {
        let store = Rc::clone(self);
        Callback::from(move |event: Event| store.dispatch(action(browser::value(&event))))
    }

    /// What changes between two runs: the clock, the day, randomness.
    #[must_use]
    pub fn surroundings(&self) -> Surroundings {
        self.outside.surroundings()
    }

    /// A moment in the person's language.
    #[must_use]
    pub fn date(&self, moment: Moment) -> AttrValue {
        self.outside.date(moment).into()
    }

    /// A day in the person's language.
    #[must_use]
    pub fn day(&self, day: Day) -> AttrValue {
        self.outside.day(day).into()
    }

    /// The day of a moment on the person's own calendar.
    #[must_use]
    pub fn day_of(&self, moment: Moment) -> Day {
        Day::of(moment, self.outside.minutes_ahead(moment))
    }

    fn subscribe(&self, subscriber: Subscriber) -> usize {
        let mut subscribers = self.subscribers.borrow_mut();
        let free = subscribers.iter().position(Option::is_none);
        match free.and_then(|place| subscribers.get_mut(place).map(|slot| (place, slot))) {
            Some((place, slot)) => {
                *slot = Some(subscriber);
                place
            }
            None => {
                subscribers.push(Some(subscriber));
                subscribers.len() - 1
            }
        }
    }

    fn unsubscribe(&self, place: usize) {
        if let Some(slot) = self.subscribers.borrow_mut().get_mut(place) {
            *slot = None;
        }
    }
}

/// The store as handed down through the tree.
#[derive(Clone)]
pub struct StoreHandle(pub Rc<Store>);

impl PartialEq for StoreHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The store.
///
/// # Panics
/// Outside of [`super::app::App`], which provides it.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "the tree's root provides the store; without it there is nothing to draw"
)]
pub fn use_store() -> Rc<Store> {
    use_context::<StoreHandle>()
        .expect("the tree's root provides the store")
        .0
}

/// A selected part of some type, so that one compiled hook serves every selector.
trait Selected: Any {
    fn is(&self, other: &dyn Selected) -> bool;
    fn any(self: Rc<Self>) -> Rc<dyn Any>;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Selected for T {
    fn is(&self, other: &dyn Selected) -> bool {
        other.as_any().downcast_ref::<T>() == Some(self)
    }

    fn any(self: Rc<Self>) -> Rc<dyn Any> {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

type Select = Box<dyn Fn(&State, &Pack) -> Rc<dyn Selected>>;

/// A part of the state; the component renders again only when this part has changed.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "the selected part is of the selector's own type"
)]
pub fn use_selector<T, S>(select: S) -> Rc<T>
where
    T: PartialEq + 'static,
    S: Fn(&State, &Pack) -> T + 'static,
{
    let selected = use_selected(Box::new(move |state, pack| Rc::new(select(state, pack))));
    selected
        .any()
        .downcast()
        .expect("the selected part is of the selector's own type")
}

/// What was drawn last, and how it was selected.
type Shown = RefCell<Option<(Rc<dyn Selected>, Select)>>;

#[hook]
fn use_selected(select: Select) -> Rc<dyn Selected> {
    let store = use_store();
    let rerender = use_force_update();
    let value = select(&store.state(), &store.pack);
    let shown: Rc<Shown> = use_mut_ref(|| None);
    *shown.borrow_mut() = Some((Rc::clone(&value), select));
    use_effect_with(StoreHandle(store), move |store| {
        let store = Rc::clone(&store.0);
        let check = {
            let store = Rc::downgrade(&store);
            move || {
                let Some(store) = store.upgrade() else { return };
                let shown = shown.borrow();
                let stale = |(value, select): &(Rc<dyn Selected>, Select)| {
                    !value.is(&*select(&store.state(), &store.pack))
                };
                if shown.as_ref().is_some_and(stale) {
                    rerender.force_update();
                }
            }
        };
        check();
        let place = store.subscribe(Rc::new(check));
        move || store.unsubscribe(place)
    });
    value
}
