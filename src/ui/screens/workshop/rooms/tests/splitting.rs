//! A workshop that is split into rooms, and the invites of all of them, as markup.

use super::super::rooms;
use super::super::split::Split;
use crate::app::state::RawRecord;
use crate::app::state::State;
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::Moment;
use crate::domain::checklist::Depth;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::WorkshopId;
use crate::domain::code::hands::Headcount;
use crate::domain::code::invite::Language;
use crate::domain::code::invite::Roles;
use crate::domain::code::items::Shape;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::record::Key;
use crate::domain::workshop::Seed;
use crate::domain::workshop::Settings;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::stage::Agenda;
use crate::ui::prelude::*;
use crate::ui::testing::holds;
use crate::ui::testing::lacks;
use crate::ui::testing::screen;

fn workshop(id: u64, title: &str) -> Workshop {
    let settings = Settings {
        title: title.to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::default(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(40),
        agenda: Agenda::Sixty,
        language: Language::new("en").expect("a language"),
    };
    Workshop::new(
        WorkshopId(id),
        Seed([3; 32]),
        settings,
        InstrumentVersion(1),
        Moment(5),
    )
}

fn split(workshops: Vec<Workshop>) -> String {
    let mut state = State::prerendered();
    let id = workshops[0].id;
    for workshop in workshops {
        let key = Key::Workshop(workshop.id);
        state.raw_records.insert(key, RawRecord::of_workshop(workshop));
    }
    screen(state, |_| html! { <Split {id} /> })
}

#[test]
fn a_workshop_without_an_answer_can_be_split_and_a_rehearsed_or_revealed_one_cannot() {
    let markup = split(vec![workshop(1, "Kick-off")]);
    holds(
        &markup,
        &[
            "Split this workshop into rooms</h1>",
            "How many rooms?",
            "type=\"text\" inputmode=\"numeric\"",
            "Make the rooms",
        ],
    );
    let mut revealed = workshop(1, "Kick-off");
    revealed.revealed = Some(Moment(6));
    let markup = split(vec![revealed]);
    holds(&markup, &["stays one room"]);
    lacks(&markup, &["<form"]);
    holds(
        &screen(State::prerendered(), |store| {
            rooms(store, "/split/0000000000000001")
        }),
        &["This workshop is not in this browser"],
    );
}

#[test]
fn a_workshop_that_was_split_says_so_and_is_split_again_only_on_purpose() {
    let rooms = || vec![workshop(2, "Kick-off, room 1"), workshop(3, "Kick-off, room 2")];
    let whole = |change: fn(&mut Workshop)| {
        let mut whole = workshop(1, "Kick-off");
        change(&mut whole);
        split([vec![whole], rooms()].concat())
    };
    let markup = whole(|_| ());
    holds(
        &markup,
        &[
            "Split into 2 rooms</h1>",
            "#/workshop/0000000000000002\" translate=\"no\">Kick-off, room 1</a>",
            "#/workshop/rooms/split/0000000000000002\" class=\"button\">Invites for all rooms</a>",
            "<summary>Split it once more</summary>",
        ],
    );
    let folded = markup.split("<details").nth(1).expect("the second split");
    holds(folded, &["How many rooms?", "a number in their names"]);
    lacks(&markup, &["Split this workshop into rooms"]);
    let markup = whole(|whole| whole.revealed = Some(Moment(6)));
    holds(&markup, &["Split into 2 rooms</h1>", "Invites for all rooms</a>"]);
    lacks(&markup, &["<form", "stays one room"]);
    let markup = whole(|whole| whole.settings.title = "Kick-off 2027".to_owned());
    holds(&markup, &["Split this workshop into rooms</h1>", "<form"]);
    lacks(&markup, &["<details"]);
}

#[test]
fn every_room_of_a_set_has_an_invite_and_all_of_them_are_one_text() {
    let markup = split(vec![
        workshop(2, "Kick-off, room 2"),
        workshop(1, "Kick-off, room 1"),
    ]);
    holds(
        &markup,
        &[
            " data-title=\"Invites for all rooms · Kick-off · 1970-01-01\">Invites for all rooms</h1>",
            "Kick-off</p>",
            "Kick-off, room 2</h2>",
            "#/join/",
        ],
    );
    assert_eq!(markup.matches("class=\"qr\"").count(), 2);
    // Each of them is told from the others by the ear as well: field, button and picture.
    for number in 1..=2 {
        let named = format!(": Kick-off, room {number}\"");
        assert!(markup.matches(&named).count() >= 5, "{named}");
    }
    lacks(&markup, &["role=\"status\""]);
    let all = markup.split("id=\"invites\"").nth(1).expect("the text");
    let all = all.split("</textarea>").next().expect("its end");
    assert_eq!(all.matches("#/join/").count(), 2);
    assert!(all.find("room 1") < all.find("room 2"));
}
