//! The facilitator's side of a workshop.

mod all;
mod answer;
mod asking;
pub mod collect;
mod console;
mod fold;
mod form;
mod health;
mod link;
mod own_file;
mod promise;
mod reach;
mod receipts;
mod rehearsal;
mod reminder;
mod settings;
mod situation;
mod stage;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
mod timer;
mod turning;
mod windows;

pub use all::all;
pub use answer::answer;
pub use console::console;

use crate::app::text::Text;
use crate::domain::workshop::stage::Stage;
use crate::ui::store::Store;
use yew::AttrValue;

/// What a workshop is called.
fn name(store: &Store, title: &str) -> AttrValue {
    if title.is_empty() {
        store.text(Text::WorkshopUnnamed)
    } else {
        title.to_owned().into()
    }
}

const fn stage_name(stage: Stage) -> Text {
    match stage {
        Stage::Invite => Text::WorkshopStageInvite,
        Stage::Vote => Text::WorkshopStageVote,
        Stage::Close => Text::WorkshopStageClose,
        Stage::Reveal => Text::WorkshopStageReveal,
        Stage::Discuss => Text::WorkshopStageDiscuss,
        Stage::Choose => Text::WorkshopStageChoose,
        Stage::Experiment => Text::WorkshopStageExperiment,
        Stage::Commit => Text::WorkshopStageCommit,
        Stage::Report => Text::WorkshopStageReport,
    }
}
