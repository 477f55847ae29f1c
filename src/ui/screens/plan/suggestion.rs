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

/// The experiment after a suggestion was taken: it takes the place of nothing or of another suggestion, and follows own words.
pub(super) fn taken(written: &str, suggestion: &str, all: &[Rc<str>]) -> String {
    let own = !written.trim().is_empty() && all.iter().all(|other| **other != *written);
    if !own {
        suggestion.to_owned()
    } else if written.contains(suggestion) {
        written.to_owned()
    } else {
        [written.trim_end(), suggestion].join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_are_never_lost() {
        let all = ["Try a.", "Try b."].map(Rc::from);
        let check = |written: &str, expected: &str| assert_eq!(taken(written, "Try a.", &all), expected);
        check("", "Try a.");
        check(" \n", "Try a.");
        check("Try b.", "Try a.");
        check("Try a.", "Try a.");
        check("Mine\n", "Mine\n\nTry a.");
        check("Try b. And c.", "Try b. And c.\n\nTry a.");
        check("Mine\n\nTry a.", "Mine\n\nTry a.");
    }
}
