//! The screen as markup, from the real words.

use super::MyData;
use crate::app::state::{RawReason, RawRecord, State};
use crate::domain::calendar::Moment;
use crate::domain::record::{roll_up_key, write_roll_up};
use crate::domain::rollup::gathering::{RollUp, RollUpId};
use crate::ui::prelude::*;
use crate::ui::testing::{holds, lacks, screen};

fn drawn(texts: &[(RollUpId, String)]) -> String {
    let mut state = State::prerendered();
    for (id, text) in texts {
        let record = RawRecord::new(text.clone(), RawReason::Unknown);
        state.raw_records.insert(roll_up_key(*id), record);
    }
    screen(state, |_| html! { <MyData /> })
}

#[test]
fn sets_of_rooms_have_their_names_and_can_be_opened() {
    let mut named = RollUp::new(RollUpId(7), Moment(0));
    named.title = "Autumn".to_owned();
    let markup = drawn(&[(named.id, write_roll_up(&named)), (RollUpId(8), "{".to_owned())]);
    holds(
        &markup,
        &[
            "Many rooms in one picture: Autumn<",
            "<a href=\"#/workshop/rooms/0000000000000007\">Open</a>",
            ">Many rooms in one picture<",
        ],
    );
    lacks(&markup, &["#/workshop/rooms/0000000000000008"]);
}
