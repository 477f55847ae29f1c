//! A stand-in for the browser: windows on one storage that can be full or blocked, and a clock that ticks once a second.

use oxymoron::app::action::{Action, Edit};
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::effect::Effect;
use oxymoron::app::engine::Engine;
use oxymoron::app::platform::{Formatting, NoPlatform, Platform};
use oxymoron::app::route::Route;
use oxymoron::app::state::{State, StorageState, WriteError};
use oxymoron::app::update::{Inputs, Updates};
use oxymoron::app::workshop::action::{TicketEvent, WorkshopAction, WorkshopEvent};
use oxymoron::app::{assessment, records, workshop};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::Checklist;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::record::{Key, Theme, read_assessment};
use std::cell::{Cell, Ref, RefCell, RefMut};
use std::collections::BTreeMap;
use std::rc::Rc;

pub fn checklist() -> Checklist {
    toml::from_str(include_str!("../../assets/checklist.toml")).unwrap()
}

pub const TODAY: &str = "2026-11-23";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    Working,
    Full,
    Blocked,
}

/// What every window of a browser shares.
struct Device {
    disk: Cell<Disk>,
    stored: RefCell<BTreeMap<String, String>>,
    today: Cell<Day>,
    seconds: Cell<u64>,
}

impl Device {
    fn new(disk: Disk) -> Self {
        Self {
            disk: Cell::new(disk),
            stored: RefCell::default(),
            today: Cell::new(TODAY.parse().unwrap()),
            seconds: Cell::new(0),
        }
    }
}

/// What one window knows and has been asked for.
#[derive(Default)]
struct Window {
    /// The texts that it has read or written, so that others are news.
    known: RefCell<BTreeMap<Key, String>>,
    replaced: RefCell<Option<Route>>,
    painted: Cell<Option<Theme>>,
    files: RefCell<Vec<(String, String)>>,
    /// How often it has written.
    writes: Cell<usize>,
}

#[derive(Clone)]
struct Browser {
    device: Rc<Device>,
    window: Rc<Window>,
}

impl Platform for Browser {
    fn inputs(&self) -> Inputs {
        let seconds = self.device.seconds.get() + 1;
        self.device.seconds.set(seconds);
        Inputs {
            now: Moment(seconds * 1000),
            fresh: AssessmentId(0xabc0_0000_0000_0000 + seconds),
            today: self.device.today.get(),
            dice: [0; 16],
        }
    }

    fn changed_elsewhere(&self, key: &Key) -> Option<String> {
        let Some(text) = self.device.stored.borrow().get(&key.to_string()).cloned() else {
            self.window.known.borrow_mut().remove(key);
            return None;
        };
        let before = self.window.known.borrow_mut().insert(key.clone(), text.clone());
        Some(text).filter(|text| before.as_ref() != Some(text))
    }

    fn has(&self, key: &Key) -> bool {
        self.device.stored.borrow().contains_key(&key.to_string())
    }

    fn perform(&self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::Write(key, text) => return Some(Action::Wrote(key.clone(), self.write(key, text))),
            Effect::Quarantine { from, to, text } => {
                if self.write(to, text).is_ok() {
                    self.remove(&from);
                }
            }
            Effect::Remove(key) => self.remove(&key),
            Effect::Replace(route) => *self.window.replaced.borrow_mut() = Some(route),
            Effect::Paint(theme) => self.window.painted.set(Some(theme)),
            Effect::Download { name, text } => self.window.files.borrow_mut().push((name, text)),
        }
        None
    }

    fn formatting(&self, _language: &str) -> Rc<dyn Formatting> {
        Rc::new(NoPlatform::default())
    }

    fn minutes_ahead(&self, _moment: Moment) -> i32 {
        0
    }
}

impl Browser {
    fn write(&self, key: Key, text: String) -> Result<(), WriteError> {
        self.window.writes.set(self.window.writes.get() + 1);
        match self.device.disk.get() {
            Disk::Working => {
                self.device
                    .stored
                    .borrow_mut()
                    .insert(key.to_string(), text.clone());
                self.window.known.borrow_mut().insert(key, text);
                Ok(())
            }
            Disk::Full => Err(WriteError::Full),
            Disk::Blocked => Err(WriteError::Refused),
        }
    }

    fn remove(&self, key: &Key) {
        self.device.stored.borrow_mut().remove(&key.to_string());
        self.window.known.borrow_mut().remove(key);
    }
}

/// One window: the very loop of the application, with a stand-in for the browser around it.
pub struct World {
    engine: Engine,
    browser: Browser,
    pub checklist: Checklist,
}

impl World {
    pub fn new(disk: Disk) -> Self {
        let world = Self::on(Rc::new(Device::new(disk)));
        world.chunks_come();
        world
    }

    fn on(device: Rc<Device>) -> Self {
        let window = Rc::default();
        let browser = Browser { device, window };
        let engine = Engine::new(State::prerendered(), browser.clone());
        engine.add(|updates| updates.records = records::records());
        Self {
            engine,
            browser,
            checklist: checklist(),
        }
    }

    /// What is loaded later has come.
    pub fn chunks_come(&self) {
        self.engine.add(|updates| {
            *updates = Updates {
                records: records::records(),
                assessment: assessment::update::update,
                workshop: workshop::update::update,
            };
        });
    }

    /// What reads records has not come.
    pub fn reads_nothing(&self) {
        self.engine
            .add(|updates| updates.records = Updates::default().records);
    }

    /// A page that has just been opened on what is stored.
    pub fn opened(stored: &[(&str, &str)]) -> Self {
        let world = Self::before_chunks(stored);
        world.chunks_come();
        world
    }

    /// A page that has just been opened, before anything has come that is loaded later.
    pub fn before_chunks(stored: &[(&str, &str)]) -> Self {
        let world = Self::on(Rc::new(Device::new(Disk::Working)));
        let entries = stored
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        world.browser.device.stored.borrow_mut().extend(entries);
        world.boot();
        world
    }

    pub fn boot(&self) {
        let storage = if self.browser.device.disk.get() == Disk::Blocked {
            StorageState::Blocked
        } else {
            StorageState::Working
        };
        let entries: Vec<_> = self.stored().clone().into_iter().collect();
        let known = entries
            .iter()
            .filter_map(|(key, text)| Some((key.parse().ok()?, text.clone())));
        self.browser.window.known.borrow_mut().extend(known);
        self.happens(Action::Booted { entries, storage });
    }

    /// A window beside this one, on the same storage; neither hears of the other but by reading.
    pub fn beside(&self) -> Self {
        let other = Self::on(Rc::clone(&self.browser.device));
        other.chunks_come();
        other.boot();
        other
    }

    /// Reads again what stands under a key; false if that is nothing new.
    pub fn rereads(&self, key: &Key) -> bool {
        self.engine.reread(&self.checklist, key)
    }

    /// The event by which this window hears that another one wrote or removed a record, at once or long after.
    pub fn hears_of(&self, key: &str) {
        self.engine.hear_of(&self.checklist, key);
    }

    /// Another window stores a record, and this one hears of it.
    pub fn finds(&self, key: &Key, text: String) {
        self.stored_mut().insert(key.to_string(), text);
        self.hears_of(&key.to_string());
    }

    /// Something happens in a workshop that this device facilitates.
    pub fn facilitates(&self, id: WorkshopId, event: WorkshopEvent) {
        self.happens(Action::Workshop(WorkshopAction::Workshop(id, event).into()));
    }

    /// Something happens in this device's part in a workshop.
    pub fn takes_part(&self, id: WorkshopId, event: TicketEvent) {
        self.happens(Action::Workshop(WorkshopAction::Ticket(id, event).into()));
    }

    /// The same device after the page was closed and opened again an hour later.
    pub fn reopened(&self) -> Self {
        let device = &self.browser.device;
        let world = Self::new(device.disk.get());
        world.set_today(device.today.get());
        world.stored_mut().clone_from(&device.stored.borrow());
        world.browser.device.seconds.set(device.seconds.get() + 3600);
        world.boot();
        world
    }

    pub fn happens(&self, action: Action) {
        self.engine.dispatch(&self.checklist, action);
    }

    pub fn state(&self) -> Ref<'_, State> {
        self.engine.state()
    }

    pub fn stored(&self) -> Ref<'_, BTreeMap<String, String>> {
        self.browser.device.stored.borrow()
    }

    /// What stands in the storage, to be changed behind the application's back.
    pub fn stored_mut(&self) -> RefMut<'_, BTreeMap<String, String>> {
        self.browser.device.stored.borrow_mut()
    }

    pub fn files(&self) -> Ref<'_, Vec<(String, String)>> {
        self.browser.window.files.borrow()
    }

    /// How often this window has written, or tried to.
    pub fn writes(&self) -> usize {
        self.browser.window.writes.get()
    }

    /// What somebody says who has looked where the file went.
    pub fn says_that_it_arrived(&self) {
        let handed = self.state().handed;
        if let Some((copy, made)) = handed {
            self.happens(Action::Assessment(AssessmentAction::FileArrived(copy, made)));
        }
    }

    /// The last file that was handed over, with its name.
    pub fn last_file(&self) -> (String, String) {
        self.files().last().unwrap().clone()
    }

    pub fn replaced(&self) -> Option<Route> {
        self.browser.window.replaced.borrow().clone()
    }

    pub fn forget_replaced(&self) {
        *self.browser.window.replaced.borrow_mut() = None;
    }

    pub fn painted(&self) -> Option<Theme> {
        self.browser.window.painted.get()
    }

    pub fn set_disk(&self, disk: Disk) {
        self.browser.device.disk.set(disk);
    }

    pub fn today(&self) -> Day {
        self.browser.device.today.get()
    }

    pub fn set_today(&self, today: Day) {
        self.browser.device.today.set(today);
    }

    /// What the clock says.
    pub fn now(&self) -> Moment {
        self.browser.inputs().now
    }

    /// So many seconds go by.
    pub fn waits(&self, seconds: u64) {
        let clock = &self.browser.device.seconds;
        clock.set(clock.get() + seconds);
    }

    pub fn begins(&self) -> AssessmentId {
        self.happens(Action::Moved(Route::New));
        match self.replaced() {
            Some(Route::Assess(id, Some(_))) => id,
            other => panic!("a new assessment leads to its first step, not {other:?}"),
        }
    }

    pub fn edits(&self, id: AssessmentId, edit: Edit) {
        self.happens(Action::Edited(id, edit));
    }

    pub fn answers(&self, id: AssessmentId, question: &str, code: &str) {
        self.edits(
            id,
            Edit::Chose(question_id(question), Choice::from_code(code).unwrap()),
        );
    }

    pub fn answer(&self, id: AssessmentId, question: &str) -> Option<&'static str> {
        self.state()
            .assessment(id)?
            .answer(question_id(question))
            .map(|answer| Choice::of(answer).code())
    }

    /// The assessment as it is on the device.
    pub fn on_disk(&self, id: AssessmentId) -> Option<Assessment> {
        let stored = self.stored();
        let text = stored.get(&Key::Assessment(id).to_string())?;
        Some(read_assessment(id, text).unwrap().assessment)
    }
}

pub fn question_id(text: &str) -> QuestionId {
    text.parse().unwrap()
}
