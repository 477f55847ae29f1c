//! The loop: an action changes the state, its effects are carried out, and what they report is an action again.
//!
//! Before an edit goes on top of a record, what another window has stored there since is taken in.

use super::action::Action;
use super::effect::Effect;
use super::platform::Platform;
use super::state::State;
use super::update::{Updates, update};
use crate::domain::checklist::Checklist;
use crate::domain::record::Key;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;

/// The state, and the way out of it.
pub struct Engine {
    state: RefCell<State>,
    platform: Box<dyn Platform>,
    updates: Cell<Updates>,
}

impl Engine {
    /// An engine with a first state.
    #[must_use]
    pub fn new(state: State, platform: impl Platform + 'static) -> Self {
        Self {
            state: RefCell::new(state),
            platform: Box::new(platform),
            updates: Cell::default(),
        }
    }

    /// Takes up what a chunk that has come hands out.
    pub fn add(&self, chunk: impl FnOnce(&mut Updates)) {
        let mut updates = self.updates.get();
        chunk(&mut updates);
        self.updates.set(updates);
    }

    /// The state as it is now.
    #[must_use]
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// The browser, or what stands for it.
    #[must_use]
    pub fn platform(&self) -> &dyn Platform {
        &*self.platform
    }

    /// Applies an action and everything that follows from it. The state is free while an effect is carried out.
    pub fn dispatch(&self, checklist: &Checklist, action: Action) {
        let inputs = self.platform.inputs();
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            let mut state = self.state.borrow_mut();
            let mut effects = self.catch_up(&mut state, &action);
            effects.extend(update(&mut state, checklist, action, inputs, self.updates.get()));
            drop(state);
            let reports = effects
                .into_iter()
                .filter_map(|effect| self.platform.perform(effect));
            actions.extend(reports);
        }
    }

    /// Takes in what another window has stored under a key, as if it had been heard of; false if that is nothing new.
    pub fn reread(&self, checklist: &Checklist, key: &Key) -> bool {
        let Some(text) = self.platform.changed_elsewhere(key) else {
            return false;
        };
        let (key, text) = (key.clone(), Some(text));
        self.dispatch(checklist, Action::StoredElsewhere { key, text });
        true
    }

    /// Another window was heard to have written or removed a record: what counts is what stands there by now.
    pub fn hear_of(&self, checklist: &Checklist, key: &str) {
        let Ok(key) = key.parse() else { return };
        if !self.reread(checklist, &key) && !self.platform.has(&key) {
            self.dispatch(checklist, Action::StoredElsewhere { key, text: None });
        }
    }

    /// Reads what another window stored before an edit goes on top of it.
    fn catch_up(&self, state: &mut State, action: &Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        let records = self.updates.get().records;
        for key in touched(state, action, records.touched) {
            if let Some(text) = self.platform.changed_elsewhere(&key) {
                effects.extend((records.ingest)(state, &key, &text));
            }
        }
        effects
    }
}

/// The records that an action is about to edit, remove or bring back.
fn touched(state: &State, action: &Action, later: fn(&State, &Action) -> Vec<Key>) -> Vec<Key> {
    match action {
        Action::Edited(id, _) | Action::Deleted(id) => vec![Key::Assessment(*id)],
        Action::ChoseFirst(..) => state.draft.map(Key::Assessment).into_iter().collect(),
        Action::Undid => state.undo.keys(),
        other => later(state, other),
    }
}
