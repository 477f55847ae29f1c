//! What files say, and what becomes of it before it is kept.

use super::super::found::found;
use super::super::process::{GatherStep, Handle, OpenedFile, Pile, Process, Rest};
use super::super::{Look, View};
use super::{ID, whole};
use crate::app::state::State;
use crate::browser::GivenFile;
use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::WorkshopId;
use crate::domain::rollup::file::{RoomRefusal, roll_up_file};
use crate::domain::rollup::gathering::RollUp;
use crate::domain::rollup::room::RoomName;
use crate::domain::rollup::tally::Tallied;
use crate::ui::prelude::*;
use crate::ui::store::use_store;
use crate::ui::testing::{holds, lacks, screen, store};
use std::rc::Rc;

const NORTH: &str = include_str!("../../../../../../tests/fixtures/counts/north.csv");

/// Files as they are read, upon what is kept.
fn read(kept: Option<&RollUp>, files: &[(&str, &str)]) -> Process {
    let mut process = Process::default();
    process.rooms = Rc::new(kept.map(|kept| kept.rooms.clone()).unwrap_or_default());
    let given = files.iter().map(|(name, text)| GivenFile {
        name: (*name).to_owned(),
        content: Ok::<_, RoomRefusal>((*text).to_owned()),
    });
    let store = store(State::prerendered());
    let mut opened: Vec<OpenedFile> = given.map(OpenedFile::from).collect();
    for file in &mut opened {
        while file.step(&store) {}
    }
    let mut pile = Pile::of(opened);
    while pile.step(&store, &mut process) {}
    process
}

#[derive(Clone, PartialEq, Properties)]
struct GivenProps {
    kept: Option<RollUp>,
    files: Vec<(&'static str, String)>,
    #[prop_or_default]
    rest: Rest,
}

#[component]
fn Given(props: &GivenProps) -> Html {
    let (store, look) = (use_store(), use_state_eq(Look::default));
    let files: Vec<_> = props.files.iter().map(|(name, text)| (*name, &**text)).collect();
    let handle = Handle {
        store: Rc::clone(&store),
        process: use_mut_ref(|| read(props.kept.as_ref(), &files)),
        redraw: use_force_update(),
    };
    handle.process.borrow_mut().rest = props.rest;
    found(&View {
        store: &store,
        handle: &handle,
        look: &look,
        stored: &Rc::new(props.kept.clone().map(Ok)),
        tallied: &Rc::<Tallied>::default(),
        others: &Rc::default(),
    })
}

fn given(kept: Option<RollUp>, files: &[(&'static str, String)]) -> String {
    let files = files.to_vec();
    screen(State::prerendered(), |_| html! { <Given {kept} {files} /> })
}

/// The same before what is folded away is drawn.
fn at_first(files: &[(&'static str, String)]) -> String {
    let files = files.to_vec();
    screen(
        State::prerendered(),
        |_| html! { <Given kept={None} {files} rest={Rest::Follows} /> },
    )
}

#[test]
fn what_is_folded_away_follows_and_what_contradicts_is_there_at_once() {
    let one = [("a.csv", table())];
    holds(&given(None, &one), &["Show every room", ">a.csv</bdi>"]);
    let first = at_first(&one);
    holds(&first, &["Show every room"]);
    lacks(&first, &[">a.csv</bdi>"]);
    let other = table().replace(",12,1,0,4,5,2,", ",12,2,0,3,5,2,");
    holds(
        &at_first(&[("a.csv", table()), ("b.csv", other)]),
        &[">b.csv</bdi>"],
    );
}

fn table() -> String {
    NORTH.trim_start_matches('\u{feff}').to_owned()
}

#[test]
fn a_copy_that_contradicts_is_named_with_its_file() {
    let other = table().replace(",12,1,0,4,5,2,", ",12,2,0,3,5,2,");
    let markup = given(None, &[("a.csv", table()), ("b.csv", other)]);
    holds(
        &markup,
        &["<p class=\"notice\">b.csv · North, autumn: It says other counts than a copy before it"],
    );
    lacks(&markup, &["<p class=\"notice\">a.csv"]);
}

#[test]
fn what_a_spreadsheet_made_of_a_day_is_named() {
    let markup = given(None, &[("a.csv", table().replace("2026-11-23", "23/11/2026"))]);
    holds(&markup, &["a.csv: a day in it is not written as 2026-11-23"]);
    lacks(&given(None, &[("a.csv", table())]), &["class=\"notice\""]);
}

#[test]
fn a_text_or_a_picture_is_no_stranger() {
    for name in ["oxymoron-rooms.md", "Oxymoron.SVG", "oxymoron-plan.ics"] {
        let markup = given(None, &[(name, "Autumn".to_owned())]);
        holds(&markup, &[name, "is only for reading"]);
        lacks(&markup, &["does not come from a workshop"]);
    }
    holds(
        &given(None, &[("list.csv", "a,b".to_owned())]),
        &["list.csv does not come from a workshop here."],
    );
}

#[test]
fn of_half_a_file_is_said_whether_anything_was_taken() {
    let file = roll_up_file(&whole(), InstrumentVersion(1), Moment(0));
    let markup = given(None, &[("half.json", file[..file.len() / 3].to_owned())]);
    holds(&markup, &["half.json is a file of ours that ends too early"]);
    lacks(&markup, &["What is whole was taken"]);
    let half = table()[..NORTH.len() / 2].to_owned();
    let markup = given(None, &[("half.csv", half)]);
    holds(&markup, &["half.csv ends too early. What is whole was taken."]);
    lacks(&markup, &["could not be read"]);
}

#[test]
fn only_what_is_new_can_be_kept() {
    let keep = "data-rooms=\"keep\"";
    holds(&given(None, &[("a.csv", table())]), &[keep]);
    holds(&given(Some(whole()), &[("a.csv", table())]), &[keep]);
    let again = roll_up_file(&whole(), InstrumentVersion(1), Moment(0));
    let markup = given(Some(whole()), &[("a.json", again)]);
    holds(&markup, &["There is no new room in these files."]);
    lacks(&markup, &[keep, "not kept yet"]);
}

#[test]
fn a_room_that_is_left_out_is_not_kept_with_what_came_in() {
    let (kept, store) = (whole(), store(State::prerendered()));
    let checklist = &store.pack.checklist;
    let mut process = read(Some(&kept), &[("a.csv", &table())]);
    let titles = |process: &Process| {
        let rooms = process.rooms.rooms().iter();
        (
            rooms.map(|room| room.title.clone()).collect::<Vec<_>>(),
            process.tallied.rooms,
        )
    };
    let [north, _] = kept.rooms.rooms() else {
        panic!("two rooms")
    };
    assert_eq!(north.name, RoomName::Workshop(WorkshopId(1)));
    let out = process.leave_out(checklist, north).expect("it was there");
    let rest = ["South", "North, autumn"].map(str::to_owned).to_vec();
    assert_eq!(titles(&process), (rest, 2));
    assert_eq!(process.take_back(checklist, out.clone()), None);
    assert_eq!(titles(&process).1, 3);
    process.step = GatherStep::Idle;
    assert_eq!(process.take_back(checklist, out.clone()), Some(out));
    assert_eq!(kept.id, ID);
}
