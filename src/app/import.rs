//! Taking back what was brought in from a file.

use super::effect::Effect;
use super::persist::choose;
use super::state::{Arrival, RawReason, State};
use super::{export, persist};
use crate::domain::record::Key;

/// Puts back what stood there before; what was edited since stays.
pub(super) fn undo(state: &mut State, arrived: Vec<Arrival>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for arrival in arrived {
        effects.extend(leave(state, arrival));
    }
    if !effects.is_empty() {
        effects.extend(export::remember(state, state.backup.clone()));
    }
    effects
}

fn leave(state: &mut State, arrival: Arrival) -> Vec<Effect> {
    match arrival {
        Arrival::Assessment { id, revision, .. }
            if state.assessment(id).map(|known| known.revision) != Some(revision) =>
        {
            vec![]
        }
        Arrival::Assessment {
            id,
            before: Some(before),
            ..
        } => {
            state.assessments.insert(id, *before);
            persist::save(state, id)
        }
        Arrival::Assessment { id, before: None, .. } => {
            state.assessments.remove(&id);
            remove(state, Key::Assessment(id))
        }
        Arrival::Settings(Some(before)) => choose(state, Some(before)),
        Arrival::Settings(None) => {
            let mut effects = choose(state, None);
            effects.extend(remove(state, Key::Settings));
            effects
        }
        Arrival::OfWorkshop { key, before, arrived } => {
            if let Key::Workshop(id) = key {
                state.backup.forget(id);
            }
            let stands = state.raw_records.get(&key).map(|raw| &*raw.text);
            match before {
                _ if stands != Some(&*arrived) => vec![],
                Some(text) => {
                    persist::keep(state, &key, &text, RawReason::OfWorkshop);
                    vec![Effect::Write(key, text)]
                }
                None => remove(state, key),
            }
        }
        Arrival::Raw(key) => remove(state, key),
    }
}

fn remove(state: &mut State, key: Key) -> Vec<Effect> {
    state.raw_records.remove(&key);
    if let Key::Assessment(id) = key {
        state.backup.forget(id);
    }
    vec![Effect::Remove(key)]
}
