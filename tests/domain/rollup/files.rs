//! Rooms out of every kind of file.

use super::{NOW, area, roll_up, room};
use crate::code::channels::base64;
use crate::support::twelve_areas;
use crate::workshop::records;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::exchange::{COUNTS_ID, FileError, POLICY, Packing};
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::record::{Key, write_workshop};
use oxymoron::domain::rollup::file::{
    Loss, RoomEntry, RoomFile, RoomRefusal, RoomSource, counts_for_page, roll_up_file,
};
use oxymoron::domain::rollup::gathering::RollUpId;
use oxymoron::domain::rollup::room::{Room, RoomName};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::Stage;

const TABLE: &str = include_str!("../../fixtures/counts/north.csv");

type Found = (Vec<(RoomSource, Room)>, Vec<RoomRefusal>, Loss);

fn day_of(_: Moment) -> Day {
    Day::new(2026, 11, 23).unwrap()
}

fn read(text: &str) -> Result<Found, RoomRefusal> {
    let (mut file, checklist) = (RoomFile::all(text.to_owned()).remove(0)?, twelve_areas());
    let (mut rooms, mut refused) = (Vec::new(), Vec::new());
    while let Some(step) = file.next(&checklist, &day_of) {
        match step {
            RoomEntry::Room(kind, room) => rooms.push((kind, *room)),
            RoomEntry::LeftOut(refusal) => refused.push(refusal),
            RoomEntry::On => {}
        }
    }
    assert_eq!(file.rooms(), rooms.len());
    Ok((rooms, refused, file.loss()))
}

/// A workshop with hands for every area, so that there is something to show.
fn session(stage: Stage) -> Workshop {
    let mut workshop = crate::workshop::workshop();
    for number in 1..=12 {
        let counted = Counted {
            levels: [1, 2, 3, 0, 0],
            ..Counted::default()
        };
        workshop
            .first
            .hands
            .insert(QuestionId::Anchored(area(number)), counted);
    }
    workshop.apply(Change::WentTo(stage), NOW);
    workshop
}

fn packed(workshop: &Workshop) -> String {
    let mut packing = Packing::new(NOW, InstrumentVersion(1));
    packing.add(&Key::Workshop(workshop.id), &write_workshop(workshop));
    packing.finish()
}

#[test]
fn a_table_has_its_rooms() {
    let (rooms, refused, loss) = read(TABLE).unwrap();
    assert_eq!((rooms.len(), refused.len(), loss), (1, 0, Loss::default()));
    assert_eq!(rooms[0].0, RoomSource::Table);
}

/// The counts of a session are worked out under its own rules, and nothing of its secret or of an answer is in what is kept.
#[test]
fn a_session_gives_its_counts_and_nothing_else() {
    let workshop = session(Stage::Reveal);
    let (rooms, refused, loss) = read(&packed(&workshop)).unwrap();
    assert_eq!((refused.len(), loss), (0, Loss::default()));
    let [(RoomSource::Session, room)] = &*rooms else {
        panic!("one room: {rooms:?}")
    };
    assert_eq!(room.name, RoomName::Workshop(workshop.id));
    assert_eq!(room.area(area(1)).unwrap().counts(), [1, 2, 3, 0, 0]);
    let kept = roll_up_file(&roll_up([room.clone()]), InstrumentVersion(1), NOW);
    for secret in ["secret", "responses", "roles", "owner", "notes", "Seller"] {
        assert!(!kept.contains(secret), "{secret}");
    }
}

#[test]
fn a_session_before_its_reveal_and_a_rehearsal_have_no_room() {
    let (rooms, refused, _) = read(&packed(&session(Stage::Vote))).unwrap();
    assert_eq!((rooms.len(), refused), (0, vec![RoomRefusal::NotShown]));
    let mut rehearsed = session(Stage::Reveal);
    rehearsed.rehearsal = Some(Rehearsal {
        crowd: Crowd::Five,
        seed: 1,
    });
    let (rooms, refused, _) = read(&packed(&rehearsed)).unwrap();
    assert_eq!((rooms.len(), refused), (0, vec![RoomRefusal::Rehearsal]));
    let day = Day::new(2026, 11, 29).unwrap();
    let alone = Room::of(&rehearsed, &twelve_areas(), day).unwrap();
    assert_eq!(alone.name, RoomName::Rehearsal(rehearsed.id));
    // Nobody is told to wait for its reveal.
    let mut early = session(Stage::Vote);
    early.rehearsal = rehearsed.rehearsal;
    assert_eq!(read(&packed(&early)).unwrap().1, [RoomRefusal::Rehearsal]);
    let alone = roll_up([alone]);
    let counts = counts_for_page(&alone, InstrumentVersion(1), NOW);
    let files = [
        roll_up_file(&alone, InstrumentVersion(1), NOW),
        format!("<script type=\"application/json\" id=\"{COUNTS_ID}\">{counts}</script>"),
        TABLE.replace("\r\nw", "\r\nr"),
    ];
    for file in files {
        let (rooms, refused, _) = read(&file).unwrap();
        assert_eq!(
            (rooms.len(), refused),
            (0, vec![RoomRefusal::Rehearsal]),
            "{file}"
        );
    }
    let newer = packed(&session(Stage::Reveal)).replace("\"schema\":5", "\"schema\":9");
    assert_eq!(read(&newer).unwrap().1, [RoomRefusal::Newer]);
}

#[test]
fn a_roll_up_and_a_page_bring_their_rooms_back() {
    let whole = roll_up([room(1, &[[1, 2, 3, 0, 0]]), room(2, &[[0, 0, 9, 0, 0]])]);
    let file = roll_up_file(&whole, InstrumentVersion(1), NOW);
    let counts = counts_for_page(&whole, InstrumentVersion(1), NOW);
    let page = format!(
        "<!doctype html>\n<p>a</p><script type=\"application/json\" id=\"{COUNTS_ID}\">{counts}</script>"
    );
    // Editors put a mark or an empty line before it.
    let marked = |text: &str| format!("\u{feff}\n{text}");
    let (marked_file, marked_page) = (marked(&file), marked(&page));
    for (text, kind) in [
        (file, RoomSource::Counts),
        (marked_file, RoomSource::Counts),
        (page, RoomSource::Sheet),
        (marked_page, RoomSource::Sheet),
    ] {
        let (rooms, refused, loss) = read(&text).unwrap();
        assert_eq!((refused.len(), loss), (0, Loss::default()));
        let expected: Vec<_> = whole
            .rooms
            .rooms()
            .iter()
            .map(|room| (kind, room.clone()))
            .collect();
        assert_eq!(rooms, expected);
    }
}

/// A mail or an archive of a page has its parts in base64 as often as not.
#[test]
fn what_stands_in_a_part_of_a_mail_is_read_or_named() {
    let whole = roll_up([room(1, &[[1, 2, 3, 0, 0]])]);
    let counts = counts_for_page(&whole, InstrumentVersion(1), NOW);
    let page = format!("<p>oxymoron-sheet</p><script id=\"{COUNTS_ID}\">{counts}</script>");
    for (part, kind) in [
        (page, RoomSource::Sheet),
        (TABLE.to_owned(), RoomSource::Table),
        (
            roll_up_file(&whole, InstrumentVersion(1), NOW),
            RoomSource::Counts,
        ),
    ] {
        let (rooms, refused, _) = read(&mail(&part)).unwrap();
        assert_eq!((rooms.first().map(|room| room.0), refused), (Some(kind), vec![]));
    }
    for (part, refusal) in [
        ("<p>oxymoron-sheet</p>", RoomRefusal::Emptied),
        ("<p>oxymoron-report</p>", RoomRefusal::Assessment),
        ("<p>hello</p>", RoomRefusal::Foreign),
    ] {
        assert_eq!(read(&mail(part)).err(), Some(refusal), "{part}");
        let no_mail = mail(part).replace("MIME-Version", "X-Version");
        assert_eq!(read(&no_mail).err(), Some(RoomRefusal::Foreign), "{part}");
    }
}

/// A mail with an attachment.
fn mail(attached: &str) -> String {
    format!(
        "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n\
         --b\r\nContent-Type: text/html; name=sheet.html\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
        base64(attached)
    )
}

#[test]
fn half_a_file_says_so() {
    let (rooms, _, loss) = read(&TABLE[..TABLE.len() / 2]).unwrap();
    assert_eq!((rooms.len(), loss.rows, loss.cut), (1, 0, true));
    // Cut between two rows.
    let line = TABLE.match_indices("\r\n").nth(6).unwrap().0 + 2;
    let (rooms, _, loss) = read(&TABLE[..line]).unwrap();
    assert_eq!((rooms.len(), loss.rows, loss.cut), (1, 0, true));
    let file = roll_up_file(&roll_up([room(1, &[[1, 2, 3, 0, 0]])]), InstrumentVersion(1), NOW);
    let (rooms, refused, loss) = read(&file[..file.len() / 2]).unwrap();
    assert_eq!(
        (rooms.len(), refused, loss.cut),
        (0, vec![RoomRefusal::Damaged], true)
    );
}

#[test]
fn a_sheet_says_whether_it_was_cut_or_spoilt() {
    let sheet = |counts: &str, end: &str| {
        read(&format!(
            "<meta content=\"{POLICY}\"><script id=\"{COUNTS_ID}\">{counts}{end}"
        ))
        .err()
    };
    assert_eq!(
        sheet("{\"form", ""),
        Some(RoomRefusal::File(FileError::Cut)),
        "ends in the middle"
    );
    assert_eq!(
        sheet("{\"form", "</script></html>"),
        Some(RoomRefusal::Foreign),
        "is whole and says nothing"
    );
}

/// Twelve of thirty-six rows are as many as a short questionnaire has: which they are tells.
#[test]
fn a_table_cut_where_another_questionnaire_would_end_says_so() {
    let checklist = twelve_areas();
    let row = TABLE.lines().nth(1).unwrap();
    let questions = Shape::new(Depth::Full, KnowDo::LeftOut)
        .questions(&checklist)
        .unwrap();
    let rows = questions
        .iter()
        .map(|question| row.replacen(",A01,What", &format!(",{question},What"), 1));
    let head = TABLE.lines().next().unwrap().to_owned();
    let lines: Vec<_> = std::iter::once(head).chain(rows).collect();
    for (rows, cut) in [(36, false), (35, true), (25, true), (12, true)] {
        let text = lines[..=rows].join("\r\n");
        let (rooms, _, loss) = read(&text).unwrap();
        assert_eq!(rooms[0].1.questions().count(), rows);
        assert_eq!((loss.rows, loss.cut), (0, cut), "{rows}");
    }
}

/// What rooms are called together comes along; the counts of one workshop are called together nothing.
#[test]
fn a_roll_up_says_what_it_is_called() {
    let whole = roll_up([room(1, &[[1, 2, 3, 0, 0]]), room(2, &[[0, 0, 9, 0, 0]])]);
    let mut alone = roll_up([room(0xa, &[[1, 2, 3, 0, 0]])]);
    alone.title = "Room".to_owned();
    for (roll_up, named) in [
        (&whole, vec![(RollUpId(0xa), "Autumn".to_owned())]),
        (&alone, vec![]),
    ] {
        let mut file = RoomFile::open(roll_up_file(roll_up, InstrumentVersion(1), NOW)).unwrap();
        while file.next(&twelve_areas(), &day_of).is_some() {}
        assert_eq!(file.roll_ups(), named);
    }
}

#[test]
fn what_is_not_of_a_workshop_is_told_apart() {
    for (text, refusal) in [
        ("", RoomRefusal::Foreign),
        ("hello", RoomRefusal::Foreign),
        ("a;b\n1;2", RoomRefusal::Foreign),
        ("<p>hello</p>", RoomRefusal::Foreign),
        ("{\"a\":1}", RoomRefusal::Foreign),
        ("assessment,subject,answer\n", RoomRefusal::Assessment),
        ("<p>oxymoron-report</p>", RoomRefusal::Assessment),
        ("<p>oxymoron-sheet</p>", RoomRefusal::Emptied),
        (
            "taken out on 2026-11-24 \u{b7} oxymoron-sheet",
            RoomRefusal::Emptied,
        ),
        (
            "<p>oxymoron-sheet</p><script id=\"oxymoron-counts\"> </script>",
            RoomRefusal::Emptied,
        ),
        (
            "MIME-Version: 1.0\n\n<p>taken out on 2026-11-24 =C2=B7 oxymoron-she=\net</p>",
            RoomRefusal::Emptied,
        ),
        (
            "<meta content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"></html>",
            RoomRefusal::OldSheet,
        ),
        (
            "{\"format\":\"oxymoron\",\"version\":9,\"records\":[]}",
            RoomRefusal::Newer,
        ),
    ] {
        assert_eq!(read(text).err(), Some(refusal), "{text}");
    }
    let large = "x".repeat(11 << 20);
    assert_eq!(
        read(&format!("{{{large}")).err(),
        Some(RoomRefusal::File(FileError::TooLarge))
    );
    let mut packing = Packing::new(NOW, InstrumentVersion(1));
    packing.keep(&Key::Settings, "{}");
    packing.keep(&Key::Workshop(WorkshopId(1)), "{}");
    packing.keep(&"oxymoron/1/assessment/0000000000000001".parse().unwrap(), "{}");
    let (rooms, refused, _) = read(&packing.finish()).unwrap();
    assert_eq!(
        (rooms.len(), refused),
        (0, vec![RoomRefusal::Damaged, RoomRefusal::Assessment])
    );
}

/// Every released form of a session.
#[test]
fn sessions_of_every_version_are_read_or_refused() {
    for record in records::VERSIONS {
        let id = WorkshopId(0x0123_4567_89ab_cdef);
        let mut packing = Packing::new(NOW, InstrumentVersion(1));
        packing.keep(&Key::Workshop(id), record);
        let (rooms, refused, _) = read(&packing.finish()).unwrap();
        assert_eq!(rooms.len() + refused.len(), 1);
        assert!(!refused.contains(&RoomRefusal::Damaged), "{record}");
    }
}
