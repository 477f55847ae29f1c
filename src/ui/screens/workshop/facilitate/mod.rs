//! The facilitator's side of a workshop.

mod all;
mod answer;
mod asking;
pub mod collect;
mod console;
mod fold;
mod form;
mod health;
mod own_file;
mod promise;
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
use crate::app::workshop::rooms::Looked;
use crate::browser;
use crate::domain::workshop::Workshop;
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

/// The way to several rooms of a workshop, and what it says; none in the app in one file, and once it is one room for good.
fn split_link(workshop: &Workshop, in_set: bool) -> Option<(String, Text)> {
    let text = match in_set {
        true => Text::RoomsSet,
        false if workshop.can_be_split() => Text::RoomsSplit,
        false => return None,
    };
    (!browser::is_one_file()).then(|| (Looked::Split(workshop.id).place().fragment(), text))
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
