//! The state in one place, and components that render again only when what they show has changed.

use crate::app::action::Action;
use crate::app::chunk::{ByChunk, Chunk};
use crate::app::engine::Engine;
use crate::app::pack::Pack;
use crate::app::platform::{Formatting, Platform};
use crate::app::route::Route;
use crate::app::state::State;
use crate::app::text::Text;
use crate::app::update::{Inputs, Updates};
use crate::browser;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::{Day, Moment};
use crate::domain::history::OfDay;
use crate::domain::record::Key;
use crate::ui::prelude::*;
use std::any::Any;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// Draws any of a part's screens.
pub type Draw = fn(&Rc<Store>, &Route) -> Html;

type Subscriber = Rc<dyn Fn()>;

/// Draws what comes later at the foot of every page.
pub type DrawFoot = fn(&Rc<Store>, &Route) -> Html;

/// The state, the words and the way out. In another language it is another store with the same state: whoever holds the one before
/// goes on in its words and misses nothing.
pub struct Store {
    /// Checklist, words and copy.
    pub pack: Pack,
    formatting: Rc<dyn Formatting>,
    common: Rc<Common>,
}

/// What is the same in all languages.
struct Common {
    engine: Engine,
    subscribers: RefCell<Vec<Option<Subscriber>>>,
    drawing: ByChunk<Cell<Option<Draw>>>,
    foot: Cell<Option<DrawFoot>>,
    /// The store of the language that was chosen last; none while it is that of the page.
    chosen: RefCell<Option<Rc<Store>>>,
    root: RefCell<Option<Subscriber>>,
}

impl Store {
    /// A store with a first state, before any chunk has come.
    #[must_use]
    pub fn new(pack: Pack, state: State, platform: impl Platform + 'static) -> Self {
        let subscribers = RefCell::default();
        let common = Common {
            engine: Engine::new(state, platform),
            subscribers,
            drawing: ByChunk {
                assessment: Cell::new(None),
                archive: Cell::new(None),
                workshop: Cell::new(None),
            },
            foot: Cell::new(None),
            chosen: RefCell::default(),
            root: RefCell::default(),
        };
        Self::with(pack, Rc::new(common))
    }

    fn with(mut pack: Pack, common: Rc<Common>) -> Self {
        let formatting = common.engine.platform().formatting(&pack.language);
        pack.texts.plurals = formatting.plurals();
        Self {
            pack,
            formatting,
            common,
        }
    }

    /// Goes on in the words of another pack, and has everything drawn in them.
    pub fn speak(&self, pack: Pack) -> Rc<Self> {
        let store = Rc::new(self.in_words(pack));
        *self.common.chosen.borrow_mut() = Some(Rc::clone(&store));
        let root = self.common.root.borrow().clone();
        if let Some(redraw) = root {
            redraw();
        }
        store
    }

    /// The same state in the words of another pack, for a part of what is drawn.
    #[must_use]
    pub fn in_words(&self, pack: Pack) -> Self {
        Self::with(pack, Rc::clone(&self.common))
    }

    /// The store in the language that was chosen last.
    #[must_use]
    pub fn spoken(self: &Rc<Self>) -> Rc<Self> {
        let chosen = self.common.chosen.borrow().clone();
        chosen.unwrap_or_else(|| Rc::clone(self))
    }

    /// Calls whenever another language was chosen.
    pub fn when_spoken(&self, root: impl Fn() + 'static) {
        *self.common.root.borrow_mut() = Some(Rc::new(root));
    }

    /// What comes later at the foot of every page, once it is here.
    #[must_use]
    pub fn foot(&self) -> Option<DrawFoot> {
        self.common.foot.get()
    }

    /// Takes up what comes later at the foot of every page.
    pub fn add_foot(&self, draw: DrawFoot) {
        self.common.foot.set(Some(draw));
    }

    /// What draws the screens of a chunk, once it is here.
    #[must_use]
    pub fn drawing(&self, chunk: Chunk) -> Option<Draw> {
        self.common.drawing.of(chunk).get()
    }

    /// Takes up what a chunk hands out: what draws its screens, and what applies its actions.
    pub fn add(&self, chunk: Chunk, draw: Draw, update: impl FnOnce(&mut Updates)) {
        self.common.drawing.of(chunk).set(Some(draw));
        self.common.engine.add(update);
    }

    /// Takes up what does not draw.
    pub fn learn(&self, update: impl FnOnce(&mut Updates)) {
        self.common.engine.add(update);
    }

    /// The state as it is now.
    #[must_use]
    pub fn state(&self) -> Ref<'_, State> {
        self.common.engine.state()
    }

    /// Applies an action and everything that follows from it, then lets the components know once.
    pub fn dispatch(&self, action: Action) {
        self.common.engine.dispatch(&self.pack.checklist, action);
        self.notify();
    }

    fn notify(&self) {
        let subscribers = self.common.subscribers.borrow().clone();
        subscribers.iter().flatten().for_each(|notify| notify());
    }

    /// Takes over what another window has written under a key, for what is worked out before it is changed.
    pub fn reread(&self, key: &Key) {
        if self.common.engine.reread(&self.pack.checklist, key) {
            self.notify();
        }
    }

    /// Takes over what another window was heard to have done under a key.
    pub fn hear_of(&self, key: &str) {
        self.common.engine.hear_of(&self.pack.checklist, key);
        self.notify();
    }

    /// A piece of copy.
    #[must_use]
    pub fn text(&self, text: Text) -> AttrValue {
        self.pack.texts.get(text).into()
    }

    /// What stands between two texts of which one is about the other.
    #[must_use]
    pub fn colon(&self) -> AttrValue {
        self.text(Text::LanguagesColon)
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
    pub fn inputs(&self) -> Inputs {
        self.common.engine.platform().inputs()
    }

    /// Several names in a row, in the language of the words.
    #[must_use]
    pub fn list(&self, names: &[String]) -> AttrValue {
        self.formatting.list(names).into()
    }

    /// A moment in the language of the words.
    #[must_use]
    pub fn date(&self, moment: Moment) -> AttrValue {
        self.formatting.date(moment).into()
    }

    /// The time of a moment, as the person's clock shows it.
    #[must_use]
    pub fn time(&self, moment: Moment) -> AttrValue {
        self.formatting.time(moment).into()
    }

    /// A day in the language of the words.
    #[must_use]
    pub fn day(&self, day: Day) -> AttrValue {
        self.formatting.day(day).into()
    }

    /// A day in the language of the words, and which of that day it is where there are several.
    #[must_use]
    pub fn day_in_row(&self, day: Day, of_day: Option<OfDay>) -> AttrValue {
        let day = self.day(day);
        of_day.map_or(day.clone(), |OfDay { n, total }| {
            let [n, total] = [n, total].map(|count| count.to_string());
            self.fill(Text::HistoryNth, &[("day", &day), ("n", &n), ("total", &total)])
        })
    }

    /// The day of a moment on the person's own calendar.
    #[must_use]
    pub fn day_of(&self, moment: Moment) -> Day {
        Day::of(moment, self.common.engine.platform().minutes_ahead(moment))
    }

    /// The day that an assessment is about; where none was given, the day of its answers.
    #[must_use]
    pub fn day_about(&self, assessment: &Assessment) -> Day {
        let day = assessment.day.value;
        day.unwrap_or_else(|| self.day_of(assessment.answered_at()))
    }

    /// The name of an organisation or team, or words in its place.
    #[must_use]
    pub fn subject(&self, name: &str) -> AttrValue {
        if name.is_empty() {
            self.text(Text::HomeUnnamed)
        } else {
            name.to_owned().into()
        }
    }

    fn subscribe(&self, subscriber: Subscriber) -> usize {
        let mut subscribers = self.common.subscribers.borrow_mut();
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
        if let Some(slot) = self.common.subscribers.borrow_mut().get_mut(place) {
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
