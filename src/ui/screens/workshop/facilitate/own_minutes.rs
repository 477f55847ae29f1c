//! Minutes for each stage, to be changed one by one: of a workshop to come, and of one that has begun.

use super::radio::radio;
use super::stage_name;
use super::whole_number::WholeNumber;
use crate::app::text::Text;
use crate::domain::workshop::stage::{Agenda, Stage};
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// The field of a stage.
pub(super) fn field_id(stage: Stage) -> String {
    ["minutes-", stage.name()].concat()
}

/// The choice, and once it is made a field for each stage. `take` says whether what was typed is minutes that the stage can have.
pub(super) fn own_minutes(
    store: &Store,
    agenda: Agenda,
    begin: Callback<Event>,
    take: &Callback<(Stage, String), bool>,
) -> Html {
    let own = match agenda {
        Agenda::Own(own) => Some(own),
        Agenda::Sixty | Agenda::Ninety => None,
    };
    let field = |(stage, minutes): (Stage, u8)| {
        let id = field_id(stage);
        let take = take.reform(move |typed: String| (stage, typed));
        html! {
            <div class="field">
                <label for={id.clone()}>{ store.text(stage_name(stage)) }</label>
                <WholeNumber {id} stored={u32::from(minutes)} wrong={store.text(Text::WorkshopOwnWrong)} {take} />
            </div>
        }
    };
    let total = agenda.minutes().to_string();
    html! {
        <>
            { radio("agenda", "own", store.text(Text::WorkshopOwnMinutes), own.is_some(), begin) }
            if let Some(own) = own {
                <div class="workshop-roles">{ for Stage::ALL.into_iter().zip(own.all()).map(field) }</div>
                <p class="hint" aria-live="polite" aria-atomic="true">{ store.fill(Text::WorkshopOwnTotal, &[("n", &total)]) }</p>
            }
        </>
    }
}
