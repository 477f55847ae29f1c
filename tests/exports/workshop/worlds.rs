//! Workshops whose own tables are the same are the same in every picture of many rooms: what a ballot hides is in none of its files.

use super::{QUICK, area, begun, csv, go, meeting, pack, response};
use oxymoron::app::pack::Pack;
use oxymoron::app::workshop::rooms::export::{csv as table, markdown, picture, report};
use oxymoron::domain::calendar::Day;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::record::TableForm;
use oxymoron::domain::rollup::file::roll_up_file;
use oxymoron::domain::rollup::gathering::{RollUp, RollUpId};
use oxymoron::domain::rollup::room::Room;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use std::collections::{HashMap, HashSet};

/// What one person says of the first area and of the second, and nothing of the others.
const SAID: [&str; 5] = ["11", "51", "15", "01", "-0"];

/// Four people, each of whom says one of these, beside hands for the first area or without; the smallest group is five.
fn worlds() -> impl Iterator<Item = (Vec<&'static str>, Workshop)> {
    let people = SAID.len().pow(4);
    let hands = [None, Some([0, 5, 0, 0, 0]), Some([2, 0, 0, 3, 0])];
    hands.into_iter().flat_map(move |hands| {
        (0..people).map(move |world| {
            let said = (0..4_u32).map(|person| SAID[world / SAID.len().pow(person) % SAID.len()]);
            let mut said: Vec<_> = said.collect();
            let workshop = workshop(said.iter().copied(), hands);
            // Who said it is in no file; what was said tells one ballot from another.
            said.sort_unstable();
            (said, workshop)
        })
    })
}

fn workshop<'a>(said: impl Iterator<Item = &'a str>, hands: Option<[u32; 5]>) -> Workshop {
    let mut workshop = begun(QUICK, 5);
    let lines = said
        .zip(0..)
        .map(|(said, id)| response(id, None, QUICK, &format!("{said}----------")));
    // A fifth person whom everybody has heard.
    let heard = response(9, None, QUICK, "33----------");
    let all = lines.chain([heard]).collect();
    go(&mut workshop, [Change::Received(all)]);
    if let Some(levels) = hands {
        let counted = Counted {
            levels,
            ..Counted::default()
        };
        let question = QuestionId::Anchored(area(1));
        workshop.first.hands.insert(question, counted);
    }
    go(&mut workshop, [Change::WentTo(Stage::Reveal)]);
    workshop
}

fn day() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

/// Everything that is said of the workshop beside another one that never changes.
fn said(pack: &Pack, workshop: &Workshop, other: &Room) -> String {
    let mut roll_up = RollUp::new(RollUpId(1), super::NOW);
    roll_up
        .rooms
        .take(Room::of(workshop, &pack.checklist, day()).unwrap());
    roll_up.rooms.take(other.clone());
    let together = super::together(pack, &roll_up);
    [
        format!("{:?}", together.outline()),
        table(&together, TableForm::Comma),
        markdown(&together),
        report(&together),
        picture(&together),
        roll_up_file(&roll_up, pack.checklist.version, super::NOW),
    ]
    .concat()
}

#[test]
fn of_workshops_whose_own_tables_are_the_same_every_picture_is_the_same() {
    let pack = pack();
    let mut other = workshop(["33", "44", "33", "22"].into_iter(), None);
    other.id = WorkshopId(0xe4);
    let other = Room::of(&other, &pack.checklist, day()).unwrap();
    let mut seen = HashMap::<String, (String, HashSet<Vec<&str>>)>::new();
    for (ballot, workshop) in worlds() {
        let own = csv(&meeting(&pack, &workshop)).unwrap();
        let figures = said(&pack, &workshop, &other);
        let (known, ballots) = seen
            .entry(own)
            .or_insert_with(|| (figures.clone(), HashSet::new()));
        assert_eq!(*known, figures, "{ballot:?} can be told from its pictures");
        ballots.insert(ballot);
    }
    // It could fail: many tables stand for several ballots, and many tables differ.
    let several = seen.values().filter(|(_, ballots)| ballots.len() > 1).count();
    assert!(several > 5 && seen.len() > 30, "{several} of {}", seen.len());
}
