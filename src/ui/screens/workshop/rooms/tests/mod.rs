//! The screen as markup, from a checklist and words that are the real ones.

use super::found::found;
use super::process::{GatherStep, Handle, Line, Note, Process};
use super::wall::Wall;
use super::{Look, Screen, Stored, View};
use crate::app::state::{RawReason, RawRecord, State};
use crate::app::text::Text;
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::Language;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::plan::Status;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::record::{roll_up_key, write_roll_up};
use crate::domain::rollup::file::RoomSource;
use crate::domain::rollup::gathering::{Gathering, RollUp, RollUpId, Taken};
use crate::domain::rollup::room::{Copy, Room, RoomName, RoomPlan};
use crate::domain::rollup::tally::Tallied;
use crate::ui::prelude::*;
use crate::ui::store::use_store;
use crate::ui::testing::{holds, lacks, screen};
use std::rc::Rc;

mod given;
mod splitting;

const ID: RollUpId = RollUpId(7);

fn area(number: u8) -> AreaId {
    AreaId::new(number).expect("an area")
}

fn room(id: u64, title: &str, levels: [u32; 5]) -> Room {
    let name = RoomName::Workshop(WorkshopId(id));
    let mut room = Room::new(name, InstrumentVersion(1), MinimumGroup::STANDARD);
    room.title = title.to_owned();
    room.day = Day::new(2026, 11, 23);
    room.people = levels.iter().sum();
    for number in 1..=12 {
        let counts = Counted {
            levels,
            ..Counted::default()
        };
        let vote = (Round::FIRST, QuestionId::Anchored(area(number)));
        room.show(vote, Some(counts).filter(|_| number != 9));
    }
    room
}

fn whole() -> RollUp {
    let mut north = room(1, "North <b>", [0, 6, 0, 0, 0]);
    north.plan = Some(RoomPlan {
        area: area(4),
        hypothesis: String::new(),
        experiment: "One doubt in every call".to_owned(),
        counted: String::new(),
        stop: None,
        review: None,
        status: Status::Running,
        learned: String::new(),
    });
    let mut whole = RollUp::new(ID, Moment(0));
    whole.title = "Autumn".to_owned();
    whole.rooms.take(north);
    whole.rooms.take(room(2, "South", [0, 0, 0, 6, 0]));
    whole
}

fn state(texts: &[(RollUpId, String)]) -> State {
    let mut state = State::prerendered();
    for (id, text) in texts {
        let record = RawRecord::new(text.clone(), RawReason::Unknown);
        state.raw_records.insert(roll_up_key(*id), record);
    }
    state
}

fn drawn(texts: &[(RollUpId, String)], id: Option<RollUpId>) -> String {
    screen(state(texts), |_| html! { <Screen {id} /> })
}

#[test]
fn before_any_file_says_what_may_be_dropped_and_what_is_kept() {
    let kept = [(ID, write_roll_up(&whole())), (RollUpId(8), "{".to_owned())];
    let markup = drawn(&kept, None);
    holds(
        &markup,
        &[
            "<h1 tabindex=\"-1\">Many rooms, one picture</h1>",
            "Files of your workshops",
            "#/workshop/rooms/0000000000000007",
            "2 rooms",
            "0000000000000008) cannot be read",
        ],
    );
    lacks(&markup, &["Room by room", "#/workshop/rooms/0000000000000008"]);
}

#[test]
fn shows_every_area_in_words_and_places_with_the_hidden_one_as_hidden() {
    let markup = drawn(&[(ID, write_roll_up(&whole()))], Some(ID));
    holds(
        &markup,
        &[
            "Autumn</h1>",
            "2 rooms · 12 people · 2026-11-23",
            "North &lt;b&gt;",
            "Now and then",
            "Working",
            // The middle of six at 2 and six at 4.
            "between Now and then and Working",
            "cx=\"26\"",
            // Two of one room agree; two of different rooms are two levels apart.
            "<span class=\"rooms-figure\">0.0</span>",
            "<span class=\"rooms-figure\">2.0</span>",
            "Too few to show",
            "One doubt in every call",
        ],
    );
    // On a phone a line for each area, which unfolds to its rooms.
    assert_eq!(markup.matches("class=\"rooms-line\"").count(), 12);
    let line = markup.split("class=\"rooms-line\"").nth(1).expect("a line");
    let line = line.split("</details>").next().expect("its end");
    holds(
        line,
        &[
            "<dt>Apart in one room</dt>",
            "<dt>North &lt;b&gt;</dt>",
            "<dt>South</dt>",
        ],
    );
    // The area of which no room shows anything is last where rooms are sorted by how they differ.
    let table = markup.split("<tbody").nth(1).expect("the table");
    let last = table.split("</tbody>").next().expect("its rows");
    let places = ["1. ", "12. ", "9. "].map(|number| last.find(&format!("rowheader\">{number}")));
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(last.matches("role=\"row\"").count(), 12);
}

/// A live region that is empty most of the time is none that is read as a status bar, and a picture's figures are in its name.
#[test]
fn nothing_that_is_empty_has_a_role_and_no_figure_of_a_picture_is_a_stop() {
    let mut many = whole();
    for id in 3..30 {
        many.rooms.take(room(id, &format!("Room {id}"), [1, 2, 3, 0, 0]));
    }
    let markup = drawn(&[(ID, write_roll_up(&many))], Some(ID));
    lacks(&markup, &["role=\"status\""]);
    for picture in markup.split("<svg class=\"rooms-picture\"").skip(1) {
        let picture = picture.split("</svg>").next().expect("its end");
        let text = picture.find("<text").expect("a figure");
        assert!(
            picture
                .find("<g aria-hidden=\"true\">")
                .is_some_and(|hidden| hidden < text)
        );
    }
}

#[test]
fn only_an_earlier_set_is_one_that_something_has_happened_since() {
    let other = |id, title: &str, day| {
        let mut other = RollUp::new(id, Moment(0));
        other.title = title.to_owned();
        let mut room = room(5, "East", [0, 0, 6, 0, 0]);
        room.day = Day::new(2026, day, 20);
        other.rooms.take(room);
        (id, write_roll_up(&other))
    };
    let kept = (ID, write_roll_up(&whole()));
    let (summer, winter) = (other(RollUpId(8), "Summer", 8), other(RollUpId(9), "Winter", 12));
    let markup = drawn(&[kept.clone(), summer, winter.clone()], Some(ID));
    holds(
        &markup,
        &["id=\"rooms-against\"", "value=\"0000000000000008\"", "Summer"],
    );
    lacks(&markup, &["Winter"]);
    lacks(&drawn(&[kept, winter], Some(ID)), &["rooms-against"]);
}

#[test]
fn sets_are_told_apart_by_the_days_of_their_rooms() {
    let mut earlier = whole();
    earlier.title = String::new();
    holds(
        &drawn(&[(ID, write_roll_up(&earlier))], None),
        &["<h3>Many rooms, one picture, 2026-11-23</h3>"],
    );
}

#[test]
fn an_area_that_is_in_no_file_is_not_one_of_too_few() {
    let mut half = whole();
    half.rooms = Gathering::default();
    let mut north = Room::new(
        RoomName::Workshop(WorkshopId(1)),
        InstrumentVersion(1),
        MinimumGroup::STANDARD,
    );
    north.show((Round::FIRST, QuestionId::Anchored(area(1))), None);
    half.rooms.take(north);
    let markup = drawn(&[(ID, write_roll_up(&half))], Some(ID));
    let table = markup.split("<tbody").nth(1).expect("the table");
    assert_eq!(table.matches("Too few to show").count(), 1);
    assert_eq!(table.matches("not in its files").count(), 11);
}

#[test]
fn rooms_of_several_languages_name_those_that_the_page_speaks() {
    let mut several = whole();
    for (id, tag) in [(3, "en"), (4, "nl")] {
        let mut room = room(id, tag, [0, 0, 6, 0, 0]);
        room.language = Language::new(tag);
        several.rooms.take(room);
    }
    holds(
        &drawn(&[(ID, write_roll_up(&several))], Some(ID)),
        &["in different languages (English, nl)."],
    );
}

/// On paper there is nobody to ask what a sign stands for.
#[test]
fn on_paper_few_votes_have_their_counts_and_every_sign_its_meaning() {
    let paper = |whole: &RollUp| {
        let markup = drawn(&[(ID, write_roll_up(whole))], Some(ID));
        let paper = markup.split("rooms-paper").nth(1).expect("the table");
        paper.split("<section").next().expect("its end").to_owned()
    };
    let mut small = whole();
    let mut few = room(3, "East", [1, 0, 2, 0, 0]);
    few.minimum = MinimumGroup::try_from(3).expect("a group");
    for number in 1..=12 {
        let counts = Counted {
            levels: [1, 0, 2, 0, 0],
            ..Counted::default()
        };
        few.show((Round::FIRST, QuestionId::Anchored(area(number))), Some(counts));
    }
    small.rooms.take(few);
    holds(
        &paper(&small),
        &[
            "<td><bdi dir=\"ltr\">1·0·2·0·0</bdi></td>",
            "<bdi dir=\"ltr\">1·0·2·0·0</bdi> Three or four votes: counts only",
            "<bdi dir=\"ltr\">–</bdi> too few for a middle answer",
        ],
    );
    lacks(&paper(&whole()), &["Three or four votes"]);
}

#[derive(Clone, PartialEq, Properties)]
struct PreviewProps {
    /// Version, language, and whether there are second votes.
    lines: Vec<(&'static str, &'static str, bool)>,
    notes: usize,
    /// How many of the lines, from the first on, are copies.
    #[prop_or_default]
    copies: usize,
}

impl PreviewProps {
    fn lines(&self) -> Vec<Line> {
        let lines = self.lines.iter().enumerate();
        let line = |(place, (version, language, again)): (usize, &(&str, &str, bool))| Line {
            file: "a.csv".to_owned(),
            title: "North".to_owned(),
            day: None,
            people: 9,
            headcount: Headcount(12),
            again: *again,
            version: (*version).to_owned(),
            language: (*language).to_owned(),
            kind: RoomSource::Table,
            taken: if place < self.copies {
                Taken::Copy(Copy::Same)
            } else {
                Taken::New
            },
        };
        lines.map(line).collect()
    }
}

/// What was found in files, which only a browser reads.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let store = use_store();
    let look = use_state_eq(Look::default);
    let process = use_mut_ref(Process::default);
    {
        let mut process = process.borrow_mut();
        process.lines = props.lines();
        process.notes = (1..=props.notes)
            .map(|number| Note::new(Text::RoomsForeign, &format!("note {number}."), 0))
            .collect();
        process.step = GatherStep::Found(1);
    }
    let handle = Handle {
        store: Rc::clone(&store),
        process,
        redraw: use_force_update(),
    };
    found(&View {
        store: &store,
        handle: &handle,
        look: &look,
        stored: &Rc::<Stored>::default(),
        tallied: &Rc::<Tallied>::default(),
        others: &Rc::default(),
    })
}

fn preview(lines: &[(&'static str, &'static str, bool)], notes: usize) -> String {
    let lines = lines.to_vec();
    screen(State::prerendered(), |_| html! { <Preview {lines} {notes} /> })
}

#[test]
fn before_anything_is_kept_votes_are_told_and_versions_and_languages_where_they_differ() {
    let heading = |name: &str| format!("columnheader\">{name}</th>");
    let [version, language] = ["Questions, version", "Language"].map(heading);
    let markup = preview(&[("1", "en", false), ("1", "", true)], 0);
    holds(
        &markup,
        &[&heading("Votes"), ">First vote</td>", "First vote, Second vote"],
    );
    lacks(&markup, &[&version, &language]);
    let markup = preview(&[("1", "en", false), ("2", "en", false)], 0);
    holds(&markup, &[&version, ">2</td>"]);
    lacks(&markup, &[&language]);
    let markup = preview(&[("1", "en", false), ("1", "pt-BR", false)], 0);
    holds(&markup, &[&language, ">English</td>", ">pt-BR</td>"]);
    lacks(&markup, &[&version]);
}

#[test]
fn a_copy_is_no_further_room() {
    let said = |copies: usize| {
        let lines = vec![("1", "en", false); 3];
        screen(
            State::prerendered(),
            |_| html! { <Preview {lines} notes=0 {copies} /> },
        )
    };
    holds(
        &said(2),
        &["One room in one file.", "Further copies of these rooms: 2."],
    );
    holds(
        &said(3),
        &["no new room in these files", "rooms: 3.", "data-rooms=\"keep\""],
    );
    lacks(&said(0), &["Further copies"]);
    let mut alone = whole();
    alone.rooms = Gathering::default();
    alone.rooms.take(room(2, "South", [0, 0, 0, 6, 0]));
    let markup = drawn(&[(ID, write_roll_up(&alone))], Some(ID));
    lacks(&markup, &["Apart in one room", "rooms-sort"]);
    holds(&markup, &["With a second room"]);
}

#[test]
fn what_does_not_fit_is_told_and_turned_to() {
    let markup = preview(&[("1", "en", false); 61], 41);
    holds(
        &markup,
        &[
            "note 40.",
            "Notes 1 to 40 of 41",
            "aria-label=\"Next notes: What was in the files\"",
            "Rooms 1 to 60 of 61",
        ],
    );
    lacks(&markup, &["note 41."]);
    let mut many = whole();
    for id in 3..=102 {
        many.rooms.take(room(id, &format!("Room {id}"), [1, 2, 3, 0, 0]));
    }
    let markup = drawn(&[(ID, write_roll_up(&many))], Some(ID));
    holds(&markup, &["Rooms 1 to 100 of 102", "Leave out: Room 100"]);
    lacks(&markup, &["Leave out: Room 101"]);
}

/// Nobody turns to the others on paper.
#[test]
fn what_is_printed_of_many_plans_says_which_of_them() {
    let planned = |rooms: u64| {
        let mut many = whole();
        let plan = many.rooms.rooms().iter().find_map(|room| room.plan.clone());
        for id in 3..=rooms {
            let mut room = room(id, &format!("Room {id}"), [1, 2, 3, 0, 0]);
            room.plan.clone_from(&plan);
            many.rooms.take(room);
        }
        drawn(&[(ID, write_roll_up(&many))], Some(ID))
    };
    // The second room has none.
    holds(
        &planned(202),
        &["<p class=\"rooms-printed\">Rooms 1 to 200 of 201</p>"],
    );
    lacks(&planned(201), &["rooms-printed"]);
}

#[test]
fn a_set_that_is_not_here_says_so() {
    for texts in [vec![], vec![(ID, "{".to_owned())]] {
        holds(&drawn(&texts, Some(ID)), &["These rooms are not here"]);
    }
}

#[test]
fn many_rooms_are_shown_some_at_a_time() {
    let mut many = whole();
    for id in 3..30 {
        many.rooms.take(room(id, &format!("Room {id}"), [1, 2, 3, 0, 0]));
    }
    let markup = drawn(&[(ID, write_roll_up(&many))], Some(ID));
    holds(&markup, &["Rooms 1 to 6 of 29", "columnheader\">Room 6</th>"]);
    lacks(&markup, &["columnheader\">Room 7</th>"]);
}

#[test]
fn the_plenary_sees_the_picture_alone_with_what_is_hidden_as_a_dash() {
    let mut whole = whole();
    whole.title = String::new();
    for (id, levels) in [(5, [0, 3, 3, 0, 0]), (6, [0, 0, 0, 6, 0])] {
        whole
            .rooms
            .take(room(id, &format!("Kick-off, room {id}"), levels));
    }
    for id in [1, 2] {
        whole.rooms.leave_out(&RoomName::Workshop(WorkshopId(id)));
    }
    let texts = state(&[(ID, write_roll_up(&whole))]);
    let markup = screen(texts, |_| html! { <Wall id={ID} /> });
    holds(
        &markup,
        &[
            "Kick-off</h1>",
            "Rooms of this set that are not here: 1, 2, 3, 4.",
            "#/workshop/rooms/0000000000000007\">Back to the picture",
            "<h2 id=\"apart\">Where rooms differ most</h2>",
            "<span aria-hidden=\"true\">5</span><span class=\"unseen\">Kick-off, room 5</span>",
            "<span aria-hidden=\"true\">2.5</span>",
            "too few for a middle answer",
        ],
    );
    assert_eq!(markup.matches("<tr").count(), 13);
    lacks(&markup, &["<button", "<input", "<select", "One doubt"]);
    holds(
        &screen(State::prerendered(), |_| html! { <Wall id={ID} /> }),
        &["These rooms are not here"],
    );
}

#[test]
fn a_rehearsal_that_is_here_already_is_named() {
    let mut rehearsed = whole();
    let mut room = room(9, "REHEARSAL Kick-off", [0, 0, 6, 0, 0]);
    room.name = RoomName::Rehearsal(WorkshopId(9));
    rehearsed.rooms.take(room);
    holds(
        &drawn(&[(ID, write_roll_up(&rehearsed))], Some(ID)),
        &["REHEARSAL Kick-off holds a rehearsal: its people are invented."],
    );
}

#[test]
fn the_window_and_so_a_printed_file_is_called_what_it_is_and_its_days() {
    let mut whole = whole();
    let title = |whole: &RollUp| drawn(&[(ID, write_roll_up(whole))], Some(ID));
    holds(&title(&whole), &[" data-title=\"Autumn · 2026-11-23\""]);
    let mut later = room(3, "East", [0, 0, 6, 0, 0]);
    later.day = Day::new(2026, 12, 1);
    whole.rooms.take(later);
    holds(
        &title(&whole),
        &[" data-title=\"Autumn · 2026-11-23 to 2026-12-01\""],
    );
}
