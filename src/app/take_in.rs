//! Bringing records in that were chosen from a file, and taking that back.

use super::effect::Effect;
use super::state::{Arrival, State, Undo};
use super::update::choose;
use super::{persist, take_out};
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Moment;
use crate::domain::record::Key;

/// Takes records in: an assessment that is here already is merged, part by part; every other text stands as it came.
pub(super) fn took_in(
    state: &mut State,
    records: &[(Key, String)],
    continued: bool,
    now: Moment,
) -> Vec<Effect> {
    if !continued {
        state.undo = Undo::default();
    }
    let mut effects = Vec::new();
    let mut backup = state.backup.clone();
    for (key, text) in records {
        let before = Arrival {
            key: key.clone(),
            assessment: match key {
                Key::Assessment(id) => state.assessments.get(id).cloned(),
                _ => None,
            },
            settings: state.settings.filter(|_| *key == Key::Settings),
            revision: None,
            text: match key {
                Key::Workshop(_) | Key::Ticket(_) => {
                    let before = state.aside.get(key).map(|aside| aside.text.clone());
                    Some((before, text.clone()))
                }
                _ => None,
            },
        };
        let copies = persist::absorb(state, key, text);
        for copy in &copies {
            if let Effect::Write(copied, _) = copy {
                state.undo.arrived.push(Arrival {
                    key: copied.clone(),
                    assessment: None,
                    settings: None,
                    revision: None,
                    text: None,
                });
            }
        }
        effects.extend(copies);
        let arrived = match key {
            Key::Assessment(id) => {
                // It came from a file, so there is a copy.
                backup.single.insert(*id, now);
                state.assessments.get(id)
            }
            Key::Workshop(id) => {
                backup.single.insert(AssessmentId(id.0), now);
                None
            }
            _ => None,
        };
        let merged = arrived.filter(|_| before.assessment.is_some());
        effects.extend(match merged {
            Some(assessment) => persist::save(state, assessment.id),
            None => vec![Effect::Write(key.clone(), text.clone())],
        });
        let revision = arrived.map(|assessment| assessment.revision);
        state.undo.arrived.push(Arrival { revision, ..before });
    }
    effects.extend(take_out::remember(state, backup));
    effects
}

/// Puts back what stood there before; what was edited since stays.
pub(super) fn undo(state: &mut State, arrived: Vec<Arrival>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for arrival in arrived {
        let known = match arrival.key {
            Key::Assessment(id) => state.assessment(id).map(|assessment| assessment.revision),
            _ => None,
        };
        if known != arrival.revision {
            continue;
        }
        if let Some((before, arrived)) = arrival.text {
            if let Key::Workshop(id) = arrival.key {
                state.backup.single.remove(&AssessmentId(id.0));
            }
            let stands = state.aside.get(&arrival.key).map(|aside| &aside.text);
            match before {
                _ if stands != Some(&arrived) => {}
                Some(text) => {
                    persist::absorb(state, &arrival.key, &text);
                    effects.push(Effect::Write(arrival.key, text));
                }
                None => {
                    state.aside.remove(&arrival.key);
                    effects.push(Effect::Remove(arrival.key));
                }
            }
            continue;
        }
        match (arrival.assessment, arrival.settings) {
            (Some(assessment), _) => {
                let id = assessment.id;
                state.assessments.insert(id, assessment);
                effects.extend(persist::save(state, id));
            }
            (None, Some(settings)) => effects.extend(choose(state, Some(settings))),
            (None, None) => {
                match arrival.key {
                    Key::Assessment(id) => {
                        state.assessments.remove(&id);
                        state.backup.single.remove(&id);
                    }
                    Key::Settings => effects.extend(choose(state, None)),
                    _ => {}
                }
                state.aside.remove(&arrival.key);
                effects.push(Effect::Remove(arrival.key));
            }
        }
    }
    if !effects.is_empty() {
        effects.extend(take_out::remember(state, state.backup.clone()));
    }
    effects
}
