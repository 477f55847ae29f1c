//! Taking records out of this device, and remembering that they left.

use super::action::Copied;
use super::effect::Effect;
use super::state::State;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::exchange::{Packing, Stands};
use crate::domain::record::{Backup, Key, write_assessment, write_backup, write_settings};

/// The name of the file with everything.
pub const EVERYTHING: &str = "oxymoron-everything.json";

/// Everything on its way into a file, a record at a time.
#[derive(Debug, Clone)]
pub struct Packer {
    packing: Packing,
    stands: Stands,
    rest: Vec<Key>,
}

impl Packer {
    /// Begins with nothing packed. What is known of copies is about this device and stays here.
    #[must_use]
    pub fn new(state: &State, checklist: &Checklist, now: Moment, stands: Stands) -> Self {
        // What stands under a key of a later version's record is that record.
        let mut rest: Vec<_> = state
            .raw_records
            .keys()
            .filter(|key| **key != Key::Backup)
            .cloned()
            .collect();
        let own = state.settings.map(|_| Key::Settings).into_iter();
        let own = state.assessments.keys().copied().map(Key::Assessment).chain(own);
        let mut own: Vec<_> = own.filter(|key| !state.raw_records.contains_key(key)).collect();
        own.append(&mut rest);
        own.reverse();
        Self {
            packing: Packing::new(now, checklist.version),
            stands,
            rest: own,
        }
    }

    /// Packs the next record; false when none is left. One that was deleted meanwhile is left out.
    pub fn step(&mut self, state: &State) -> bool {
        let Some(key) = self.rest.pop() else { return false };
        match (state.raw_records.get(&key), &key) {
            (Some(raw), _) => self.packing.keep_where(&key, &raw.text, self.stands),
            (None, Key::Assessment(id)) => {
                if let Some(assessment) = state.assessment(*id) {
                    self.packing.add(&key, &write_assessment(assessment));
                }
            }
            (None, Key::Settings) => self.packing.add(&key, &write_settings(state.preferences())),
            (None, _) => {}
        }
        true
    }

    /// The whole file.
    #[must_use]
    pub fn finish(self) -> String {
        self.packing.finish()
    }
}

/// Every record as one file, at once.
#[must_use]
pub fn everything(state: &State, checklist: &Checklist, now: Moment, stands: Stands) -> String {
    let mut packer = Packer::new(state, checklist, now, stands);
    while packer.step(state) {}
    packer.finish()
}

/// One assessment as a file; none if it is not here.
#[must_use]
pub fn one(state: &State, checklist: &Checklist, id: AssessmentId, now: Moment) -> Option<String> {
    let mut packing = Packing::new(now, checklist.version);
    packing.add(&Key::Assessment(id), &write_assessment(state.assessment(id)?));
    Some(packing.finish())
}

/// A record as a file, as it is stored; none if it is not here.
#[must_use]
pub fn record(state: &State, key: &Key) -> Option<(String, String)> {
    let name = format!("{}.json", key.to_string().replace('/', "-"));
    let text = match key {
        Key::Assessment(id) if state.assessments.contains_key(id) => write_assessment(state.assessment(*id)?),
        Key::Settings if state.settings.is_some() => write_settings(state.preferences()),
        Key::Backup => write_backup(&state.backup),
        _ => state.raw_records.get(key)?.text.to_string(),
    };
    Some((name, text))
}

/// Hands a file over. Whether it has arrived nobody tells us: what can be brought back from it counts when the person has said so.
pub(super) fn exported(
    state: &mut State,
    name: String,
    text: String,
    copy: Option<(Copied, Moment)>,
) -> Vec<Effect> {
    if let Some((copy, made)) = copy {
        handed(state, copy, made);
    }
    vec![Effect::Download { name, text }]
}

/// Asks whether a file has arrived. Of the example nothing is stored, so nothing is without a copy.
pub(super) fn handed(state: &mut State, copy: Copied, made: Moment) {
    if copy != Copied::One(AssessmentId::EXAMPLE) {
        state.handed = Some((copy, made));
    }
}

/// Remembers what can be brought back from a file that has arrived, as it stood when it was made.
pub(super) fn arrived(state: &mut State, copy: Copied, made: Moment) -> Vec<Effect> {
    let mut backup = state.backup.clone();
    match copy {
        Copied::Everything => {
            backup.everything = Some(made);
            backup.single.clear();
        }
        // Of the example nothing is stored.
        Copied::One(AssessmentId::EXAMPLE) => return vec![],
        Copied::One(id) => backup.leaves(id, made),
        Copied::Workshop(id) => backup.leaves(id, made),
    }
    state.handed = None;
    remember(state, backup)
}

/// Waves the reminder away for everything that is finished by now.
pub(super) fn dismissed(state: &mut State, now: Moment) -> Vec<Effect> {
    let backup = Backup {
        dismissed: Some(now),
        ..state.backup.clone()
    };
    remember(state, backup)
}

/// Forgets that assessments left which are gone for good.
pub(super) fn forget(state: &mut State, gone: &[Assessment]) -> Vec<Effect> {
    let known = state.backup.single.len();
    for assessment in gone {
        state.backup.forget(assessment.id);
    }
    if state.backup.single.len() == known {
        return vec![];
    }
    remember(state, state.backup.clone())
}

/// Stores what is known of copies, unless a later version's knowledge stands there.
pub(super) fn remember(state: &mut State, backup: Backup) -> Vec<Effect> {
    state.backup = backup;
    if state.raw_records.contains_key(&Key::Backup) {
        return vec![];
    }
    vec![Effect::Write(Key::Backup, write_backup(&state.backup))]
}
