//! Counts out of tables, as they were written and as programs have changed them.

use super::{area, first};
use crate::arbitrary::settings;
use oxymoron::domain::calendar::Day;
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::rollup::room::RoomName;
use oxymoron::domain::rollup::table::{NotCounts, Table, read};
use proptest::prelude::*;

const NORTH: &str = include_str!("../../fixtures/counts/north.csv");
const SOUTH: &str = include_str!("../../fixtures/counts/semicolons/south.csv");

fn counts(table: &Table, vote: (Round, QuestionId)) -> Option<[u32; 5]> {
    let counts = table.rooms.first()?.vote(vote)??;
    Some(counts.levels)
}

#[test]
fn holds_what_the_app_wrote() {
    let table = read(NORTH).unwrap();
    let [room] = &*table.rooms else { panic!("one room") };
    assert_eq!(room.name, RoomName::Workshop(WorkshopId(0x0123_4567_89ab_cdef)));
    assert_eq!(
        (&*room.title, room.people, room.headcount.0),
        ("North, autumn", 12, 14)
    );
    assert_eq!(room.day, Day::new(2026, 11, 23));
    assert_eq!(counts(&table, first(1)), Some([1, 0, 4, 5, 2]));
    assert_eq!(room.questions().count(), 12);
    assert_eq!((table.unread, table.twice), (0, 0));
    let south = read(SOUTH).unwrap();
    assert_eq!(south.rooms[0].title, "South; \"10:30\"");
    assert_eq!(south.rooms[0].questions().count(), 12);
}

/// Excel, Numbers and others write it back with tabs, other line ends, without the mark, with empty lines, in another order, with columns of
/// their own.
#[test]
fn is_read_as_programs_write_it_back() {
    let expected = read(NORTH).unwrap().rooms;
    let without_mark = NORTH.trim_start_matches('\u{feff}');
    let unix = without_mark.replace("\r\n", "\n");
    let old_mac = without_mark.replace("\r\n", "\r");
    let spaced = format!("{unix}\n\n,,,\n");
    for (text, unread) in [(without_mark, 0), (&unix, 0), (&old_mac, 0), (&spaced, 0)] {
        let table = read(text).unwrap();
        assert_eq!((&table.rooms, table.unread), (&expected, unread));
    }
    let mut moved = String::new();
    for line in unix.lines() {
        let (start, end) = line.rsplit_once(',').unwrap();
        moved.push_str(&format!("{end},{start},own\n"));
    }
    assert_eq!(read(&moved).unwrap().rooms, expected);
}

/// Tables until November 2026 had a 0 where nobody had said how many were expected.
#[test]
fn reads_what_earlier_tables_said_of_people_who_were_expected() {
    let head = "workshop,title,day,instrument,people,headcount,minimum,round,question,c1,c2,c3,c4,c5\n";
    for (cell, expected) in [("0", 0), ("", 0), ("14", 14)] {
        let row = format!("w0000000000000001,T,2026-11-23,1,9,{cell},5,1,A01,1,1,1,1,1\n");
        let table = read(&format!("{head}{row}")).unwrap();
        assert_eq!(
            (table.rooms[0].headcount.0, table.unread),
            (expected, 0),
            "{cell}"
        );
    }
}

#[test]
fn of_half_a_table_keeps_what_is_whole() {
    let half = &NORTH[..NORTH.len() / 2];
    let table = read(half).unwrap();
    assert_eq!((table.unread, table.cut), (0, true));
    // A row that is short in the middle, or has its end, is no cut.
    let table = read(&format!("{half}\r\n")).unwrap();
    assert_eq!((table.unread, table.cut), (1, false));
    let rows = half.lines().count() - 2;
    assert_eq!(table.rooms[0].questions().count(), rows);
}

/// Counts that were changed by hand: one alone does not add up to what the row says, nor may they be more than there were people.
#[test]
fn takes_no_row_that_contradicts_itself() {
    let head = "workshop,title,day,instrument,people,headcount,minimum,round,question,n,c1,c2,c3,c4,c5,cannot_tell\n";
    for (people, round, counts, taken) in [
        ("13", "1", "13,3,3,3,2,2,0", true),
        ("13", "1", "13,999,3,3,2,2,0", false),
        ("13", "1", "13,3,3,3,2,1,0", false),
        ("2", "1", "13,3,3,3,2,2,0", false),
        ("13", "1", "13,3,3,3,2,2,1", false),
        ("13", "1", ",3,3,3,2,2,0", true),
        ("", "1", "13,3,3,3,2,2,0", true),
        ("0", "1", "13,3,3,3,2,2,0", true),
        ("9", "2", "13,3,3,3,2,2,0", true),
    ] {
        let row = format!("w0000000000000001,T,2026-11-23,1,{people},,5,{round},A01,{counts}\n");
        let table = read(&format!("{head}{row}")).unwrap();
        assert_eq!(
            (table.rooms.len(), table.unread),
            (usize::from(taken), usize::from(!taken)),
            "{row}"
        );
    }
}

#[test]
fn that_has_a_day_in_another_form_says_so() {
    for (day, undated) in [
        ("2026-11-23", false),
        ("", false),
        ("23/11/2026", true),
        ("23.11.26", true),
    ] {
        let table = read(&NORTH.replace("2026-11-23", day)).unwrap();
        let known = (table.rooms[0].day.is_none() && !day.is_empty(), table.undated);
        assert_eq!(known, (undated, undated), "{day}");
    }
}

#[test]
fn without_a_workshop_is_known_by_title_and_day() {
    let old: String = NORTH
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|line| line.split_once(',').unwrap().1.to_owned() + "\r\n")
        .collect();
    let table = read(&old).unwrap();
    let name = RoomName::Titled("North, autumn".to_owned(), Day::new(2026, 11, 23));
    assert_eq!(table.rooms[0].name, name);
    assert_eq!(table.rooms[0].questions().count(), 12);
}

#[test]
fn of_many_rooms_is_told_apart() {
    let other = NORTH
        .replace("w0123456789abcdef", "w00000000000000aa")
        .replace("North", "East");
    let both = format!("{NORTH}{}", other.split_once("\r\n").unwrap().1);
    let table = read(&both).unwrap();
    assert_eq!(table.rooms.len(), 2);
    assert_eq!(table.rooms[1].title, "East, autumn");
    assert_eq!(table.rooms[0].area(area(1)), table.rooms[1].area(area(1)));
}

/// Tables of the first columns have no ids.
#[test]
fn of_many_rooms_without_ids_is_told_apart_by_title_and_day() {
    let head = "title,day,instrument,people,headcount,minimum,round,question,c1,c2,c3,c4,c5\n";
    let rows = [
        "North,2026-11-23,1,9,9,5,1,A01,5,0,0,0,0",
        "South,2026-11-23,1,9,9,5,1,A01,0,5,0,0,0",
        "South,2026-11-24,1,9,9,5,1,A01,0,0,5,0,0",
        "North,2026-11-23,1,9,9,5,1,A02,0,0,0,5,0",
    ];
    let table = read(&format!("{head}{}\n", rows.join("\n"))).unwrap();
    let found: Vec<_> = table
        .rooms
        .iter()
        .map(|room| (&*room.title, room.questions().count()))
        .collect();
    assert_eq!(found, [("North", 2), ("South", 1), ("South", 1)]);
    assert_eq!((table.unread, table.twice), (0, 0));
}

#[test]
fn of_hundreds_of_rows_is_read_to_its_end() {
    let (head, row) = NORTH.split_once("\r\n").unwrap();
    let row = row.lines().next().unwrap();
    for rooms in [199, 200, 201, 650] {
        let mut text = format!("{head}\r\n");
        for id in 0..rooms {
            text += &row.replace("w0123456789abcdef", &format!("w{id:016x}"));
            text += "\r\n";
        }
        let table = read(&text).unwrap();
        assert_eq!((table.rooms.len(), table.unread), (rooms, 0));
        assert_eq!(
            table.rooms[rooms - 1].name,
            RoomName::Workshop(WorkshopId(rooms as u64 - 1))
        );
    }
}

#[test]
fn that_says_the_same_twice_does_not_contradict_itself() {
    let again = NORTH.lines().nth(1).unwrap();
    let table = read(&format!("{NORTH}{again}\r\n")).unwrap();
    assert_eq!((table.twice, table.unread), (0, 0));
    assert_eq!(table.rooms, read(NORTH).unwrap().rooms);
}

/// A program may have added columns, one of which is called as a column of an assessment.
#[test]
fn with_an_own_column_of_answers_is_no_assessment() {
    for own in ["answer", "assessment"] {
        let text: String = NORTH
            .lines()
            .enumerate()
            .map(|(place, line)| {
                let cell = if place == 0 { own } else { "x" };
                format!("{line},{cell}\r\n")
            })
            .collect();
        assert_eq!(read(&text).unwrap().rooms, read(NORTH).unwrap().rooms, "{own}");
    }
}

/// A last row that has all its cells is no row of which the end is missing.
#[test]
fn whose_last_row_is_whole_and_wrong_is_not_cut() {
    let wrong = NORTH.lines().nth(1).unwrap().replace(",A01,", ",B01,");
    let table = read(&format!("{NORTH}{wrong}")).unwrap();
    assert_eq!((table.unread, table.cut), (1, false));
}

#[test]
fn that_contradicts_itself_counts_once() {
    let again = NORTH
        .lines()
        .nth(1)
        .unwrap()
        .replace(",12,1,0,4,5,2,", ",12,2,0,3,5,2,");
    let table = read(&format!("{NORTH}{again}\r\n")).unwrap();
    assert_eq!(table.twice, 1);
    assert_eq!(counts(&table, first(1)), Some([1, 0, 4, 5, 2]));
}

#[test]
fn from_elsewhere_is_refused() {
    for text in [
        "",
        "a,b,c\n1,2,3\n",
        "name;question;round\nx;A01;1",
        "\u{feff}\r\n",
        "{}",
        "\"open",
        "round,question,c1,c2,c3,c4\n",
    ] {
        assert_eq!(read(text), Err(NotCounts::Foreign), "{text}");
    }
    let mine = "assessment,subject,day,instrument,depth,part,part_name,question,text,answer,level\n";
    assert_eq!(read(mine), Err(NotCounts::Assessment));
}

#[test]
fn takes_no_row_that_is_none() {
    let head = "workshop,title,day,instrument,people,headcount,minimum,round,question,c1,c2,c3,c4,c5\n";
    let rows = [
        "w0000000000000001,T,2026-11-23,1,9,9,5,0,A01,1,1,1,1,1",
        "w0000000000000001,T,2026-11-23,1,9,9,5,1,B01,1,1,1,1,1",
        "w0000000000000001,T,2026-11-23,1,9,9,5,1,A01,-1,1,1,1,1",
        "w0000000000000001,T,2026-11-23,1,9,9,5,1,A01,1.5,1,1,1,1",
        "w0000000000000001,T,2026-11-23,1,9,9,5,1,A01,999999999,1,1,1,1",
        "1,T,2026-11-23,1,9,9,5,1,A01,1,1,1,1,1",
        "w0000000000000001,T,2026-11-23,1,9,9,5,1,A01,1,1,1,1",
        "=1+1",
    ];
    let table = read(&format!("{head}{}\n", rows.join("\n"))).unwrap();
    assert_eq!((table.rooms.len(), table.unread), (0, rows.len()));
}

/// The same text as the Python of `docs/formats/export.md` gives.
#[test]
fn gives_back_titles_as_they_were_typed() {
    let head = "workshop,title,day,instrument,people,headcount,minimum,round,question,c1,c2,c3,c4,c5\n";
    for (cell, title) in [
        ("\"'=1;'+2\"", "=1;+2"),
        ("''=1", "'=1"),
        ("'a'", "'a'"),
        ("a=1", "a=1"),
        ("\"a, '-b\"", "a, -b"),
        ("\"say \"\"hi\"\"\"", "say \"hi\""),
        ("'\tNorth", "\tNorth"),
        ("North'\tSouth", "North'\tSouth"),
    ] {
        let row = format!("w0000000000000001,{cell},2026-11-23,1,9,9,5,1,A01,1,1,1,1,1\n");
        assert_eq!(
            read(&format!("{head}{row}")).unwrap().rooms[0].title,
            title,
            "{cell}"
        );
    }
}

/// A cell with everything that ends a cell, and with letters of more than one byte.
fn cell() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec!["\"", ",", ";", "\t", "\n", "\r", " ", "a", "é", "東"]),
        0..9,
    )
    .prop_map(|letters| letters.concat())
}

proptest! {
    #![proptest_config(settings())]

    /// A writer of somebody else's is believed: `csv`, which the app itself does without.
    #[test]
    fn has_the_cells_that_were_written(
        titles in prop::collection::vec(cell(), 1..6),
        separator in prop::sample::select(b",;\t".to_vec()),
        always in any::<bool>(),
        windows in any::<bool>(),
    ) {
        let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let ends = if windows { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().delimiter(separator).quote_style(style).terminator(ends).from_writer(Vec::new());
        let head = ["round", "workshop", "title", "day", "instrument", "people", "headcount", "minimum", "question", "n", "c1", "c2", "c3", "c4", "c5"];
        writer.write_record(head).unwrap();
        for (place, title) in (1..).zip(&titles) {
            let id = format!("w{place:016x}");
            let row = ["1", &*id, title, "2026-11-23", "1", "15", "15", "5", "A01", "15", "1", "2", "3", "4", "5"];
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let table = read(&text).unwrap();
        let read: Vec<_> = table.rooms.iter().map(|room| &*room.title).collect();
        let expected: Vec<_> = titles.iter().map(|title| title.trim()).collect();
        prop_assert_eq!(read, expected);
        prop_assert_eq!((table.unread, table.cut), (0, false));
        for room in &table.rooms {
            prop_assert_eq!(room.vote(first(1)).flatten().map(|counts| counts.levels), Some([1, 2, 3, 4, 5]));
        }
    }
}
