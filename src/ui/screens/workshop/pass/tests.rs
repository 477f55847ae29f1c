//! The first screen of a device that is passed round. What follows is in the browser tests: it needs clicks.

use super::pass;
use crate::app::state::{RawReason, RawRecord, State};
use crate::app::workshop::setup::Draft;
use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::WorkshopId;
use crate::domain::code::invite::Language;
use crate::domain::record::{Key, write_workshop};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::{Seed, Workshop};
use crate::ui::testing::screen;

const ID: WorkshopId = WorkshopId(7);

fn drawn(stage: Stage) -> String {
    let draft = Draft {
        present: "6".to_owned(),
        ..Draft::default()
    };
    let settings = draft
        .settings(Language::new("en").expect("a language"))
        .expect("settings");
    let mut workshop = Workshop::new(ID, Seed([7; 32]), settings, InstrumentVersion(1), Moment(0));
    workshop.apply(Change::WentTo(stage), Moment(0));
    let mut state = State::prerendered();
    let raw = RawRecord::new(write_workshop(&workshop), RawReason::OfWorkshop);
    state.raw_records.insert(Key::Workshop(ID), raw);
    screen(state, |store| pass(store, ID))
}

#[test]
fn it_begins_blank() {
    let page = drawn(Stage::Vote);
    assert!(
        page.contains("Take the device") && page.contains("I have the device"),
        "{page}"
    );
    assert!(
        !page.contains("<input"),
        "no question before somebody has it: {page}"
    );
}

#[test]
fn it_waits_while_no_vote_is_open() {
    let page = drawn(Stage::Close);
    assert!(page.contains("No vote is open right now"), "{page}");
    assert!(!page.contains("<button"), "{page}");
}
