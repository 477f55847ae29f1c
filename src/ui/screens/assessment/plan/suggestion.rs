//! Two experiments for each area, to take as they are or to change.

use crate::app::words::AreaWord;
use crate::domain::assessment::AssessmentId;
use crate::domain::question::{AreaId, Evidence};
use crate::ui::store::Store;
use std::rc::Rc;

/// The two suggestions of an area.
pub(super) fn of(store: &Store, area: AreaId) -> [Rc<str>; 2] {
    [Evidence::First, Evidence::Second].map(|which| store.pack.words.area(area, AreaWord::Experiment(which)))
}

/// Whether the experiment is one of an area's suggestions, unchanged.
pub(super) fn stands(store: &Store, id: AssessmentId, area: AreaId) -> bool {
    let state = store.state();
    let written = state
        .assessment(id)
        .map(|assessment| assessment.plan.experiment.value.as_str());
    written.is_some_and(|written| of(store, area).iter().any(|suggestion| **suggestion == *written))
}
