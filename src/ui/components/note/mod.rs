//! The note of an area.

use crate::app::action::{Action, Edit};
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::domain::question::AreaId;
use crate::ui::prelude::*;
use crate::ui::store::{use_selector, use_store};

/// From here on the field says how long the note is.
const LONG: usize = 1000;

/// Which note.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// The assessment.
    pub id: AssessmentId,
    /// The area.
    pub area: AreaId,
}

/// A field for a note or a piece of evidence.
#[component]
pub fn Note(props: &Props) -> Html {
    let Props { id, area } = *props;
    let store = use_store();
    browser::count_render("note");
    let note = use_selector(move |state, _| state.assessment(id).map(|it| it.note(area).to_owned()));
    let text = (*note).clone().unwrap_or_default();
    let length = text.chars().count();
    let oninput = store.on_input(move |note| Action::Edited(id, Edit::WroteNote(area, note)));
    html! {
        <div class="field note">
            <label for="note">{ store.text(Text::AssessNote) }</label>
            <p class="hint" id="note-hint">
                if length >= LONG {
                    { store.fill(Text::AssessNoteLong, &[("n", &length.to_string())]) }
                } else {
                    { store.text(Text::AssessNoteHint) }
                }
            </p>
            <textarea id="note" rows="3" aria-describedby="note-hint" value={text} {oninput} />
        </div>
    }
}
