//! Bringing records in that were chosen from a file.

use super::action::Incoming;
use crate::app::effect::Effect;
use crate::app::state::{Arrival, State, Undo};
use crate::app::{export, persist};
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Moment;
use crate::domain::record::{Key, read_assessment};

/// Takes records in: an assessment that is here already is merged, part by part; every other text stands as it came.
pub(super) fn imported(state: &mut State, records: &[Incoming], continued: bool, now: Moment) -> Vec<Effect> {
    if !continued {
        state.undo = Undo::default();
    }
    let mut effects = Vec::new();
    for Incoming { key, text, copied } in records {
        effects.extend(arrive(state, key, text));
        // It came from a file, so there is a copy; of both as one there is none.
        match key {
            Key::Assessment(id) if says(state, *id, text) => state.backup.leaves(*id, now),
            Key::Workshop(id) if *copied => state.backup.leaves(*id, now),
            _ => {}
        }
    }
    effects.extend(export::remember(state, state.backup.clone()));
    effects
}

/// Whether an assessment stands here as a text says.
fn says(state: &State, id: AssessmentId, text: &str) -> bool {
    read_assessment(id, text).is_ok_and(|read| state.assessment(id) == Some(&read.assessment))
}

fn arrive(state: &mut State, key: &Key, text: &str) -> Vec<Effect> {
    let before = match key {
        Key::Assessment(id) => state.assessment(*id).cloned(),
        _ => None,
    };
    let settings = state.settings;
    let stood = state.raw_records.get(key).cloned();
    let mut effects = persist::ingest(state, key, text);
    for copy in &effects {
        if let Effect::Write(copied, _) = copy {
            state.undo.arrived.push(Arrival::Raw(copied.clone()));
        }
    }
    effects.extend(match (key, &before) {
        (Key::Assessment(id), Some(_)) => persist::save(state, *id),
        _ => vec![Effect::Write(key.clone(), text.to_owned())],
    });
    let arrival = match key {
        Key::Assessment(id) => match state.assessment(*id) {
            Some(arrived) => Arrival::Assessment {
                id: *id,
                before: before.map(Box::new),
                revision: arrived.revision,
            },
            // A later version's.
            None => Arrival::Raw(key.clone()),
        },
        Key::Settings => match state.settings {
            Some(arrived) => Arrival::Settings {
                before: settings,
                arrived,
            },
            // A later version's.
            None => Arrival::Raw(key.clone()),
        },
        Key::Workshop(_) | Key::Ticket(_) | Key::Unknown(_) => Arrival::AsItCame {
            key: key.clone(),
            before: stood,
            arrived: text.into(),
        },
        _ => Arrival::Raw(key.clone()),
    };
    state.undo.arrived.push(arrival);
    effects
}

/// Whether nothing was edited since an assessment was brought in.
pub(super) fn stands_as_it_came(state: &State, id: AssessmentId) -> bool {
    let now = state.assessment(id).map(|assessment| assessment.revision);
    state.undo.arrived.iter().any(|arrival| {
        matches!(arrival, Arrival::Assessment { id: arrived, revision, .. } if *arrived == id && Some(*revision) == now)
    })
}

/// Takes what stands now for what was brought in.
pub(super) fn stands_so(state: &mut State, id: AssessmentId) {
    let Some(now) = state.assessment(id).map(|assessment| assessment.revision) else {
        return;
    };
    for arrival in &mut state.undo.arrived {
        match arrival {
            Arrival::Assessment {
                id: arrived,
                revision,
                ..
            } if *arrived == id => *revision = now,
            _ => {}
        }
    }
}
