//! An assessment that was just brought in may be another person's view of the same place: which of one's own it can be laid beside.
//!
//! Whose view it is, no record says. Two views are two assessments that somebody lays beside each other, and one is kept out of the
//! other's history by its name.

use crate::app::state::{Arrival, State};
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::checklist::Checklist;
use crate::domain::history::{CaseFolding, same_name, tidy_name};

/// An assessment that came from a file, and one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnotherView {
    /// The one that came.
    pub arrived: AssessmentId,
    /// Its name, tidied, may be empty.
    pub name: String,
    /// One's own: the latest of the same name, else the latest.
    pub own: AssessmentId,
    /// The name of that.
    pub own_name: String,
    /// How their names stand to each other.
    pub names: Names,
}

/// Two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// The same, so both stand in one history.
    Same,
    /// Different.
    Different,
}

/// What was brought in last, new to this device and finished, each with one's own to lay it beside. At most `most`.
#[must_use]
pub fn another_views(
    state: &State,
    checklist: &Checklist,
    most: usize,
    folding: CaseFolding,
) -> Vec<AnotherView> {
    let arrived: Vec<_> = state.undo.arrived.iter().filter_map(fresh).collect();
    let own: Vec<_> = state
        .latest_first()
        .into_iter()
        .filter(|one| state.is_finished(checklist, one) && !arrived.contains(&one.id))
        .collect();
    let came = arrived.iter().filter_map(|id| state.assessment(*id));
    let came = came.filter(|one| state.is_finished(checklist, one));
    came.filter_map(|one| beside(one, &own, folding))
        .take(most)
        .collect()
}

/// What was not here before in any form.
const fn fresh(arrival: &Arrival) -> Option<AssessmentId> {
    match arrival {
        Arrival::Assessment { id, before: None, .. } => Some(*id),
        _ => None,
    }
}

fn beside(arrived: &Assessment, own: &[&Assessment], folding: CaseFolding) -> Option<AnotherView> {
    let name = &arrived.subject.value;
    let namesake = own
        .iter()
        .find(|one| same_name(&one.subject.value, name, folding));
    let partner = namesake.or(own.first())?;
    Some(AnotherView {
        arrived: arrived.id,
        name: tidy_name(name),
        own: partner.id,
        own_name: tidy_name(&partner.subject.value),
        names: match namesake {
            Some(_) => Names::Same,
            None => Names::Different,
        },
    })
}
