//! A stand-in for the browser: a storage that can be full or blocked, and a clock that ticks once a second.

use oxymoron::app::action::{Action, Edit};
use oxymoron::app::effect::Effect;
use oxymoron::app::persist;
use oxymoron::app::route::Route;
use oxymoron::app::state::{State, StorageState, WriteError};
use oxymoron::app::update::{Surroundings, update};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::Checklist;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::record::{Key, Theme, read_assessment};
use std::collections::{BTreeMap, VecDeque};

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

pub struct World {
    pub state: State,
    pub disk: Disk,
    pub stored: BTreeMap<String, String>,
    pub replaced: Option<Route>,
    pub painted: Option<Theme>,
    pub files: Vec<(String, String)>,
    pub today: Day,
    checklist: Checklist,
    seconds: u64,
}

impl World {
    pub fn new(disk: Disk) -> Self {
        Self {
            state: State::prerendered(),
            disk,
            stored: BTreeMap::new(),
            replaced: None,
            painted: None,
            files: vec![],
            today: TODAY.parse().unwrap(),
            checklist: checklist(),
            seconds: 0,
        }
    }

    /// A page that has just been opened on what is stored.
    pub fn opened(stored: &[(&str, &str)]) -> Self {
        let mut world = Self::new(Disk::Working);
        world.stored = stored
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect();
        world.boot();
        world
    }

    pub fn boot(&mut self) {
        let storage = if self.disk == Disk::Blocked {
            StorageState::Blocked
        } else {
            StorageState::Working
        };
        let entries = self.stored.clone().into_iter().collect();
        self.happens(Action::Booted { entries, storage });
    }

    /// The same device after the page was closed and opened again.
    pub fn reopened(&self) -> Self {
        let mut world = Self::new(self.disk);
        world.stored.clone_from(&self.stored);
        world.seconds = self.seconds + 3600;
        world.boot();
        world
    }

    pub fn happens(&mut self, action: Action) {
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            self.seconds += 1;
            let fresh = AssessmentId(0xabc0_0000_0000_0000 + self.seconds);
            let around = Surroundings {
                now: Moment(self.seconds * 1000),
                fresh,
                today: self.today,
                dice: [0; 16],
            };
            let effects = update(&mut self.state, &self.checklist, action, around);
            for effect in effects {
                actions.extend(self.perform(effect));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::Write(key, text) => {
                let result = match self.disk {
                    Disk::Working => {
                        self.stored.insert(key.to_string(), text);
                        Ok(())
                    }
                    Disk::Full => Err(WriteError::Full),
                    Disk::Blocked => Err(WriteError::Refused),
                };
                return Some(Action::Wrote(key, result));
            }
            Effect::SetAside { from, to, text } => {
                if self.disk == Disk::Working {
                    self.stored.insert(to.to_string(), text);
                    self.stored.remove(&from.to_string());
                }
            }
            Effect::Remove(key) => {
                self.stored.remove(&key.to_string());
            }
            Effect::Replace(route) => self.replaced = Some(route),
            Effect::Paint(theme) => self.painted = Some(theme),
            Effect::Download { name, text } => self.files.push((name, text)),
        }
        None
    }

    pub fn begins(&mut self) -> AssessmentId {
        self.happens(Action::Moved(Route::New));
        match self.replaced.clone() {
            Some(Route::Assess(id, Some(_))) => id,
            other => panic!("a new assessment leads to its first step, not {other:?}"),
        }
    }

    pub fn edits(&mut self, id: AssessmentId, edit: Edit) {
        // What the store does before each edit: read what another window may have written.
        let key = Key::Assessment(id);
        if let Some(text) = self.stored.get(&key.to_string()).cloned() {
            for effect in persist::absorb(&mut self.state, &key, &text) {
                self.perform(effect);
            }
        }
        self.happens(Action::Edited(id, edit));
    }

    pub fn answers(&mut self, id: AssessmentId, question: &str, code: &str) {
        self.edits(
            id,
            Edit::Chose(question_id(question), Choice::from_code(code).unwrap()),
        );
    }

    pub fn answer(&self, id: AssessmentId, question: &str) -> Option<&'static str> {
        self.state
            .assessment(id)?
            .answer(question_id(question))
            .map(|answer| Choice::of(answer).code())
    }

    /// The assessment as it is on the device.
    pub fn on_disk(&self, id: AssessmentId) -> Option<Assessment> {
        let text = self.stored.get(&Key::Assessment(id).to_string())?;
        Some(read_assessment(id, text).unwrap().assessment)
    }
}

pub fn question_id(text: &str) -> QuestionId {
    text.parse().unwrap()
}
