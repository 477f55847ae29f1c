//! A field for another name, in the place of the button that asked for it.

use super::Renamed;
use crate::app::action::Action;
use crate::app::assessment::action::AssessmentAction;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::ui::components::leaving::leaving;
use crate::ui::prelude::*;
use crate::ui::store::use_store;

const FIELD: &str = "rename";

/// What is renamed.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The assessments.
    pub(super) ids: Vec<AssessmentId>,
    /// Their name so far.
    pub(super) before: AttrValue,
    /// Above the field.
    pub(super) label: Text,
    /// Called when the name is written or left as it was.
    pub(super) done: Callback<()>,
}

/// The id of the button that opens the field.
pub(super) fn button_id(renamed: Renamed) -> String {
    match renamed {
        Renamed::One(id) => format!("rename-{id}"),
        Renamed::Group(first) => format!("rename-group-{first}"),
    }
}

/// Enter writes, Escape leaves the name as it was. A component, so that a letter draws nothing but the field again.
#[component]
pub(super) fn Rename(props: &Props) -> Html {
    let store = use_store();
    let draft = use_state_eq(|| props.before.to_string());
    use_effect_with((), |()| browser::focus(FIELD));
    let oninput = {
        let draft = draft.clone();
        move |event: InputEvent| draft.set(browser::value(&event))
    };
    let write = {
        let (ids, done, draft) = (props.ids.clone(), props.done.clone(), draft.clone());
        let store = store.clone();
        leaving::<()>(move || {
            // Closed first, so that the list is drawn once with the new name.
            done.emit(());
            store.dispatch(Action::Assessment(AssessmentAction::Renamed(
                ids.clone(),
                draft.to_string(),
            )));
        })
    };
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        write.emit(());
    };
    let done = props.done.clone();
    let close = leaving::<()>(move || done.emit(()));
    let cancel = close.reform(|_: MouseEvent| ());
    let onkeydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(());
        }
    };
    html! {
        <form class="field history-rename" {onsubmit} {onkeydown}>
            <label for={FIELD}>{ store.text(props.label) }</label>
            <input id={FIELD} type="text" autocomplete="off" value={draft.to_string()} {oninput} />
            <div class="history-rename-actions">
                <button type="submit" class="button">{ store.text(Text::HistorySave) }</button>
                <button type="button" class="button button-quiet" onclick={cancel}>{ store.text(Text::HistoryCancel) }</button>
            </div>
        </form>
    }
}
