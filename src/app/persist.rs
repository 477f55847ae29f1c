//! Between stored texts and the state: one way in for start-up, other windows and the read before each write.

use super::effect::Effect;
use super::state::{Aside, AsideReason, State};
use crate::domain::assessment::AssessmentId;
use crate::domain::record::{Key, ReadError, read_assessment, read_backup, read_settings, write_assessment};

/// The effect that stores an assessment as it stands.
#[must_use]
pub fn save(state: &State, id: AssessmentId) -> Vec<Effect> {
    let write = |assessment| Effect::Write(Key::Assessment(id), write_assessment(assessment));
    state.assessment(id).map(write).into_iter().collect()
}

/// Takes a stored text into the state.
///
/// What cannot be read is copied under its quarantine key before anything else may happen to it; a record of a later version is
/// left alone.
pub fn absorb(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    match key {
        Key::Assessment(id) => absorb_assessment(state, *id, text),
        Key::Settings => match read_settings(text) {
            Ok(settings) => {
                state.settings = Some(settings);
                vec![Effect::Paint(settings.theme)]
            }
            Err(error) => set_aside(state, key, text, error),
        },
        Key::Backup => match read_backup(text) {
            Ok(backup) => {
                state.backup = backup;
                vec![]
            }
            Err(error) => set_aside(state, key, text, error),
        },
        Key::Quarantine(_) => keep(state, key, text, AsideReason::Damaged),
        Key::Workshop(_) | Key::Ticket(_) => keep(state, key, text, AsideReason::OfWorkshop),
        Key::Unknown(_) => keep(state, key, text, AsideReason::Unknown),
        Key::Early => vec![],
    }
}

fn absorb_assessment(state: &mut State, id: AssessmentId, text: &str) -> Vec<Effect> {
    let key = Key::Assessment(id);
    match read_assessment(id, text) {
        Ok(reading) => {
            let lost = !reading.problems.is_empty();
            match state.assessments.get_mut(&id) {
                Some(mine) => mine.merge(reading.assessment),
                None => {
                    state.assessments.insert(id, reading.assessment);
                }
            }
            if lost {
                copy_aside(state, &key, text)
            } else {
                vec![]
            }
        }
        Err(error) => set_aside(state, &key, text, error),
    }
}

pub(super) fn keep(state: &mut State, key: &Key, text: &str, reason: AsideReason) -> Vec<Effect> {
    state.aside.insert(
        key.clone(),
        Aside {
            text: text.to_owned(),
            reason,
        },
    );
    vec![]
}

fn set_aside(state: &mut State, key: &Key, text: &str, error: ReadError) -> Vec<Effect> {
    match error {
        ReadError::Newer(_) => keep(state, key, text, AsideReason::Newer),
        ReadError::Damaged | ReadError::Misplaced => {
            let to = quarantine(state, key, text);
            vec![Effect::SetAside {
                from: key.clone(),
                to,
                text: text.to_owned(),
            }]
        }
    }
}

/// Takes a text that nothing can be made of out of the way.
pub fn refuse(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    set_aside(state, key, text, ReadError::Damaged)
}

fn copy_aside(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    let known = state.aside.len();
    let to = quarantine(state, key, text);
    if state.aside.len() == known {
        vec![]
    } else {
        vec![Effect::Write(to, text.to_owned())]
    }
}

/// The key counts up if another text already stands there.
fn quarantine(state: &mut State, key: &Key, text: &str) -> Key {
    let mut to = key.quarantine();
    while state.aside.get(&to).is_some_and(|known| known.text != text) {
        to = to.another();
    }
    keep(state, &to, text, AsideReason::Damaged);
    to
}
