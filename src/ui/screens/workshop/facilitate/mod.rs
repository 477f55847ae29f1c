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
mod own_minutes;
mod promise;
mod radio;
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
mod whole_number;
mod windows;

pub use all::all;
pub use answer::answer;
pub use console::console;

use crate::app::pack::Pack;
use crate::app::state::State;
use crate::app::text::Text;
use crate::app::workshop::rooms::Looked;
use crate::app::workshop::rooms::split::{set_of, split_into};
use crate::browser;
use crate::domain::code::WorkshopId;
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

/// What there is to say of several rooms of a workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rooms {
    /// It is one of a set.
    InSet,
    /// So many were made of it.
    Made(usize),
    /// It can be split.
    Possible,
}

impl Rooms {
    /// None in the app in one file, and once it is one room for good.
    fn of(state: &State, pack: &Pack, workshop: &Workshop) -> Option<Self> {
        if browser::is_one_file() {
            return None;
        }
        if !set_of(state, workshop).is_empty() {
            return Some(Self::InSet);
        }
        match split_into(state, pack, workshop).iter().map(Vec::len).sum() {
            0 => workshop.can_be_split().then_some(Self::Possible),
            made => Some(Self::Made(made)),
        }
    }

    /// Where that is, and what the way there says.
    fn link(self, store: &Store, id: WorkshopId) -> (String, AttrValue) {
        let words = match self {
            Self::InSet => store.text(Text::RoomsSet),
            Self::Made(made) => {
                let texts = &store.pack.texts;
                texts.count(Text::RoomsIntoMany, Text::RoomsIntoMany, made).into()
            }
            Self::Possible => store.text(Text::RoomsSplit),
        };
        (Looked::Split(id).place().fragment(), words)
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
