//! The first screen of a device that is passed round. What follows is in the browser tests: it needs clicks.

use super::pass;
use crate::app::state::{RawReason, RawRecord, State};
use crate::domain::calendar::Moment;
use crate::domain::record::{Key, write_workshop};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::ui::testing::{screen, workshop};

fn drawn(stage: Stage) -> String {
    let mut workshop = workshop();
    let id = workshop.id;
    workshop.apply(Change::WentTo(stage), Moment(0));
    let mut state = State::prerendered();
    let raw = RawRecord::new(write_workshop(&workshop), RawReason::OfWorkshop);
    state.raw_records.insert(Key::Workshop(id), raw);
    screen(state, |store| pass(store, id))
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
