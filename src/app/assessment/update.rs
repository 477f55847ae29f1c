//! What each action on the later screens about assessments does to the state, and what it asks of the browser.

use super::action::AssessmentAction;
use super::import;
use crate::app::action::Edit;
use crate::app::effect::Effect;
use crate::app::export;
use crate::app::shared::table;
use crate::app::state::State;
use crate::app::update::{Inputs, delete, edited};
use crate::domain::assessment::AssessmentId;
use crate::domain::checklist::Checklist;
use crate::domain::history::tidy_name;
use crate::domain::record::Key;

/// Applies an action.
pub fn update(
    state: &mut State,
    checklist: &Checklist,
    action: AssessmentAction,
    inputs: Inputs,
) -> Vec<Effect> {
    match action {
        AssessmentAction::Renamed(ids, subject) => {
            let subject = tidy_name(&subject);
            let rename = |id: AssessmentId| {
                let edit = Edit::NamedSubject(subject.clone());
                let untouched = import::stands_as_it_came(state, id);
                let effects = edited(state, checklist, id, edit, inputs.now);
                if untouched {
                    // Another name for what has just arrived does not keep it from being taken back.
                    import::stands_so(state, id);
                }
                effects
            };
            ids.into_iter().flat_map(rename).collect()
        }
        AssessmentAction::Imported { records, continued } => {
            import::imported(state, &records, continued, inputs.now)
        }
        AssessmentAction::FileShared(copy, made) => {
            export::handed(state, copy, made);
            vec![]
        }
        AssessmentAction::FileArrived(copy, made) => export::arrived(state, copy, made),
        AssessmentAction::FileDidNotArrive => {
            state.handed = None;
            vec![]
        }
        AssessmentAction::ChoseTableForm(form) => table::choose(state, form),
        AssessmentAction::MadeExample(example) => {
            // In another language it is made anew, unless somebody has tried something in it.
            if state
                .example
                .as_ref()
                .is_none_or(|known| known.revision == example.revision)
            {
                state.example = Some(example);
            }
            vec![]
        }
        AssessmentAction::DeletedEverything => delete_everything(state),
    }
}

fn delete_everything(state: &mut State) -> Vec<Effect> {
    let keys = state.keys();
    let mut effects = delete(state, &keys);
    effects.push(Effect::Remove(Key::Early));
    effects
}
