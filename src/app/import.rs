//! Taking back what was brought in from a file.

use super::effect::Effect;
use super::persist::choose;
use super::state::{Arrival, RawRecord, State};
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
        // A later version's has taken its place.
        Arrival::Assessment { .. } | Arrival::Settings { .. }
            if state.raw_records.contains_key(&arrival.key()) =>
        {
            vec![]
        }
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
        Arrival::Settings { before, arrived } => match before {
            _ if state.settings != Some(arrived) => vec![],
            Some(_) => choose(state, before),
            None => {
                let mut effects = choose(state, None);
                effects.extend(remove(state, Key::Settings));
                effects
            }
        },
        Arrival::AsItCame { key, before, arrived } => {
            if let Key::Workshop(id) = key {
                state.backup.forget(id);
            }
            let stands = state.raw_records.get(&key).map(|raw| &raw.text);
            match before {
                _ if stands != Some(&arrived) => vec![],
                Some(before) => put_back(state, key, before),
                None => remove(state, key),
            }
        }
        Arrival::Raw(key) => remove(state, key),
    }
}

/// Puts a record back that is kept as it is.
pub(super) fn put_back(state: &mut State, key: Key, raw: RawRecord) -> Vec<Effect> {
    let text = raw.text.to_string();
    state.raw_records.insert(key.clone(), raw);
    vec![Effect::Write(key, text)]
}

fn remove(state: &mut State, key: Key) -> Vec<Effect> {
    state.raw_records.remove(&key);
    if let Key::Assessment(id) = key {
        state.backup.forget(id);
    }
    vec![Effect::Remove(key)]
}
