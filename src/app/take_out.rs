//! Taking records out of this device, and remembering that they left.

use super::action::Copied;
use super::effect::Effect;
use super::state::State;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::exchange::Packing;
use crate::domain::record::{Backup, Key, write_assessment, write_backup, write_settings};

/// The name of the file with everything.
pub const EVERYTHING: &str = "oxymoron-everything.json";

/// Every record as one file, except what is known of copies: that is about this device.
#[must_use]
pub fn everything(state: &State, checklist: &Checklist, now: Moment) -> String {
    let mut packing = Packing::new(now, checklist.version);
    for (id, assessment) in &state.assessments {
        let key = Key::Assessment(*id);
        // What stands under its key was written by a later version.
        if !state.aside.contains_key(&key) {
            packing.add(&key, &write_assessment(assessment));
        }
    }
    let settings = state
        .settings
        .filter(|_| !state.aside.contains_key(&Key::Settings));
    if let Some(settings) = settings {
        packing.add(&Key::Settings, &write_settings(settings));
    }
    for (key, aside) in &state.aside {
        if *key != Key::Backup {
            packing.keep(key, &aside.text);
        }
    }
    packing.finish()
}

/// One assessment as a file; none if it is not here.
#[must_use]
pub fn one(state: &State, checklist: &Checklist, id: AssessmentId, now: Moment) -> Option<String> {
    let mut packing = Packing::new(now, checklist.version);
    packing.add(&Key::Assessment(id), &write_assessment(state.assessment(id)?));
    Some(packing.finish())
}

/// Hands a file over and remembers what can be brought back from it.
pub(super) fn took_out(
    state: &mut State,
    name: String,
    text: String,
    copy: Copied,
    now: Moment,
) -> Vec<Effect> {
    let mut effects = vec![Effect::Download { name, text }];
    let mut backup = state.backup.clone();
    match copy {
        Copied::Everything => {
            backup.everything = Some(now);
            backup.single.clear();
        }
        Copied::One(id) => {
            backup.single.insert(id, now);
        }
        Copied::Nothing => return effects,
    }
    effects.extend(remember(state, backup));
    effects
}

/// Waves the reminder away for everything that is finished by now.
pub(super) fn dismissed(state: &mut State, now: Moment) -> Vec<Effect> {
    let backup = Backup {
        dismissed: Some(now),
        ..state.backup.clone()
    };
    remember(state, backup)
}

/// Stores what is known of copies, unless a later version's knowledge stands there.
pub(super) fn remember(state: &mut State, backup: Backup) -> Vec<Effect> {
    state.backup = backup;
    if state.aside.contains_key(&Key::Backup) {
        return vec![];
    }
    vec![Effect::Write(Key::Backup, write_backup(&state.backup))]
}
