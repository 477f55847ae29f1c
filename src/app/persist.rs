//! Between stored texts and the state: one way in for start-up, other windows and the read before each write.

use super::action::Action;
use super::effect::Effect;
use super::state::{Arrival, RawReason, RawRecord, SaveState, State, WriteError};
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::exchange::Stands;
use crate::domain::record::{
    Key, ReadError, Settings, read_assessment, read_backup, read_settings, write_assessment, write_settings,
};

/// How a stored text is taken into the state.
pub type Ingest = fn(&mut State, &Key, &str) -> Vec<Effect>;

/// What has to read JSON. Whoever has no record yet needs none of it.
#[derive(Clone, Copy)]
pub struct Records {
    /// Reads records. Until this is here, what another window has stored is kept as a copy, and read by a later page.
    pub ingest: Ingest,
    /// Whether a record can stand in a file as it is. Until this is here, it is quoted, and read all the same.
    pub stands: Stands,
    /// The records that an action touches which only a later screen asks for.
    pub touched: fn(&State, &Action) -> Vec<Key>,
    /// Takes back what was brought in from a file.
    pub leave: fn(&mut State, Vec<Arrival>) -> Vec<Effect>,
}

/// The effect that stores an assessment as it stands, unless a later version's record stands under its key.
#[must_use]
pub(super) fn save(state: &mut State, id: AssessmentId) -> Vec<Effect> {
    if state.raw_records.contains_key(&Key::Assessment(id)) {
        state.save = SaveState::Failed(WriteError::Newer);
        return vec![];
    }
    let write = |assessment| Effect::Write(Key::Assessment(id), write_assessment(assessment));
    state.assessments.get(&id).map(write).into_iter().collect()
}

/// A choice holds at once; it is stored unless a later version's choices stand there.
pub(super) fn choose(state: &mut State, settings: Option<Settings>) -> Vec<Effect> {
    state.settings = settings;
    let mut effects = vec![Effect::Paint(state.preferences().theme)];
    let newer = state.raw_records.contains_key(&Key::Settings);
    let stored = settings.filter(|_| !newer);
    effects.extend(stored.map(|settings| Effect::Write(Key::Settings, write_settings(settings))));
    effects
}

/// Takes a stored text into the state.
///
/// What cannot be read is copied under its quarantine key before anything else may happen to it; a record of a later version is
/// left alone.
pub fn ingest(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    match key {
        Key::Assessment(id) => ingest_assessment(state, *id, text),
        Key::Settings => match read_settings(text) {
            Ok(settings) => {
                state.settings = Some(settings);
                vec![Effect::Paint(settings.theme)]
            }
            Err(error) => keep_unreadable(state, key, text, error),
        },
        Key::Backup => match read_backup(text) {
            Ok(backup) => {
                state.backup = backup;
                vec![]
            }
            Err(error) => keep_unreadable(state, key, text, error),
        },
        Key::Quarantine(_) => keep(state, key, text, RawReason::Damaged),
        Key::Workshop(_) => keep(state, key, text, RawReason::OfWorkshop),
        Key::Ticket(workshop) => {
            let record = RawRecord::new(text, RawReason::OfWorkshop).held_for(*workshop);
            state.raw_records.insert(key.clone(), record);
            vec![]
        }
        Key::Unknown(_) => keep(state, key, text, RawReason::Unknown),
        Key::Early => vec![],
    }
}

fn ingest_assessment(state: &mut State, id: AssessmentId, text: &str) -> Vec<Effect> {
    let key = Key::Assessment(id);
    match read_assessment(id, text) {
        Ok(reading) => {
            let lost = !reading.problems.is_empty();
            merge(state, reading.assessment);
            if lost {
                keep_copy(state, &key, text)
            } else {
                vec![]
            }
        }
        Err(error) => keep_unreadable(state, &key, text, error),
    }
}

/// Takes an assessment in, on top of what is known of it.
pub(super) fn merge(state: &mut State, assessment: Assessment) {
    match state.assessments.get_mut(&assessment.id) {
        Some(mine) => mine.merge(assessment),
        None => {
            state.assessments.insert(assessment.id, assessment);
        }
    }
}

pub(super) fn keep(state: &mut State, key: &Key, text: &str, reason: RawReason) -> Vec<Effect> {
    state
        .raw_records
        .insert(key.clone(), RawRecord::new(text, reason));
    vec![]
}

fn keep_unreadable(state: &mut State, key: &Key, text: &str, error: ReadError) -> Vec<Effect> {
    match error {
        ReadError::Newer(_) => keep(state, key, text, RawReason::Newer),
        ReadError::Damaged | ReadError::Misplaced => {
            let to = quarantine_key(state, key, text);
            vec![Effect::Quarantine {
                from: key.clone(),
                to,
                text: text.to_owned(),
            }]
        }
    }
}

/// Takes a text that nothing can be made of out of the way.
pub fn quarantine(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    keep_unreadable(state, key, text, ReadError::Damaged)
}

/// What stands for [`ingest`] until that is here: a copy of what a person made. Choices, and what is known of copies, are none.
pub(super) fn set_aside(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    match key {
        Key::Settings | Key::Backup => vec![],
        _ => keep_copy(state, key, text),
    }
}

/// Keeps a copy of a text beside its record.
pub(super) fn keep_copy(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    let known = state.raw_records.len();
    let to = quarantine_key(state, key, text);
    if state.raw_records.len() == known {
        vec![]
    } else {
        vec![Effect::Write(to, text.to_owned())]
    }
}

/// The key counts up if another text already stands there.
fn quarantine_key(state: &mut State, key: &Key, text: &str) -> Key {
    let mut to = key.quarantine();
    while state
        .raw_records
        .get(&to)
        .is_some_and(|known| &*known.text != text)
    {
        to = to.another();
    }
    keep(state, &to, text, RawReason::Damaged);
    to
}
