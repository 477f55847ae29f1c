//! Many rooms as files: what they say, and that those which say that they bring the rooms back do.

use super::{
    HOSTILE, NOTES, NOW, QUICK, ROLES, SECRET, area, csv, go, holds, meeting, pack, response, revealed, whole,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use oxymoron::app::pack::Pack;
use oxymoron::app::workshop::export::{counts_file, report as sheet_page, session_file};
use oxymoron::app::workshop::rooms::export::{Together, csv as table, markdown, picture, report};
use oxymoron::app::workshop::rooms::outline::language_name;
use oxymoron::app::workshop::rooms::past::Earlier;
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::exchange::{COUNTS_ID, FileError, Intake, embedded};
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::record::TableForm;
use oxymoron::domain::rollup::file::{RoomEntry, RoomFile, RoomRefusal, RoomSource, roll_up_file};
use oxymoron::domain::rollup::gathering::{RollUp, RollUpId};
use oxymoron::domain::rollup::picture::Sorting;
use oxymoron::domain::rollup::room::Room;
use oxymoron::domain::rollup::tally::Tallied;
use oxymoron::domain::stamp::Stamped;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;

fn day() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

/// The rooms in a file.
fn read(pack: &Pack, text: &str) -> Vec<(RoomSource, Room)> {
    let mut file = RoomFile::open(text.to_owned()).unwrap();
    let mut rooms = Vec::new();
    while let Some(step) = file.next(&pack.checklist, &|_: Moment| day()) {
        match step {
            RoomEntry::Room(kind, room) => rooms.push((kind, *room)),
            RoomEntry::LeftOut(refusal) => panic!("{refusal:?}"),
            RoomEntry::On => {}
        }
    }
    assert_eq!(file.loss(), oxymoron::domain::rollup::file::Loss::default());
    rooms
}

fn south() -> Workshop {
    let lines = (0..6).map(|id| response(id, None, QUICK, &format!("{}4335", id % 3 + 3)));
    let mut south = revealed(lines.collect(), 5);
    south.settings.title = "South".to_owned();
    south.id = WorkshopId(0xe4);
    south
}

pub fn roll_up(pack: &Pack, workshops: &[Workshop]) -> RollUp {
    let mut roll_up = RollUp::new(RollUpId(1), NOW);
    roll_up.title = "Autumn".to_owned();
    for workshop in workshops {
        roll_up
            .rooms
            .take(Room::of(workshop, &pack.checklist, day()).unwrap());
    }
    roll_up
}

pub fn together<'a>(pack: &'a Pack, roll_up: &'a RollUp) -> Together<'a> {
    Together {
        pack,
        roll_up,
        sorting: Sorting::Apart,
        earlier: None,
        today: day(),
        now: NOW,
    }
}

/// Counts as a file, and as they stand in a sheet and in the page of many rooms.
pub fn every_file_of_counts() -> [String; 4] {
    let (pack, workshop) = (pack(), whole());
    let meeting = meeting(&pack, &workshop);
    let roll_up = roll_up(&pack, &[whole(), south()]);
    let inside = |page: &str| embedded(page, COUNTS_ID).unwrap();
    [
        counts_file(&meeting).unwrap(),
        roll_up_file(&roll_up, InstrumentVersion(1), NOW),
        inside(&sheet_page(&meeting).unwrap()),
        inside(&report(&together(&pack, &roll_up))),
    ]
}

/// The table of a workshop, and that of many rooms with it alone.
pub fn tables_of_a_workshop_called(title: &str, form: TableForm) -> [String; 2] {
    let (pack, mut workshop) = (pack(), whole());
    title.clone_into(&mut workshop.settings.title);
    let own = oxymoron::app::workshop::export::csv(&meeting(&pack, &workshop), form).unwrap();
    let roll_up = roll_up(&pack, &[workshop]);
    [own, table(&together(&pack, &roll_up), form)]
}

/// The page of a workshop, and that of many rooms.
pub fn pages_of_a_workshop_called(title: &str) -> [String; 2] {
    let (pack, mut workshop) = (pack(), whole());
    workshop.settings.title = title.to_owned();
    *workshop.plan.text_mut(PlanText::Owner) = Stamped::new(title.to_owned(), workshop.revision);
    let rooms = roll_up(&pack, &[workshop.clone(), south()]);
    [
        sheet_page(&meeting(&pack, &workshop)).unwrap(),
        report(&together(&pack, &rooms)),
    ]
}

pub fn the_picture_of_rooms_is_marked(pack: &Pack) {
    let mut roll_up = roll_up(pack, &[whole(), south()]);
    roll_up.title = "خريف\nالشمال".to_owned();
    let picture = picture(&together(pack, &roll_up));
    crate::marked_where_arabic(&picture);
    holds(&picture, &[">\u{202b}خريف الشمال\u{202c}</text>"]);
}

/// A mail filter takes the data and leaves the words.
#[test]
fn a_page_that_has_lost_its_counts_is_known_again() {
    let (pack, workshop) = (pack(), whole());
    let roll_up = roll_up(&pack, &[whole(), south()]);
    for page in [
        sheet_page(&meeting(&pack, &workshop)).unwrap(),
        report(&together(&pack, &roll_up)),
    ] {
        let (before, script) = page.split_once("<script").unwrap();
        let (data, after) = script.split_once("</script>").unwrap();
        let head = data.split_once('>').unwrap().0;
        let words: String = page
            .split('<')
            .filter_map(|piece| piece.split_once('>'))
            .map(|(_, text)| text)
            .collect();
        for left in [
            [before, after].concat(),
            format!("{before}<script{head}></script>{after}"),
            words.split("{\"format\"").next().unwrap().to_owned(),
        ] {
            assert_eq!(RoomFile::open(left.clone()).err(), Some(RoomRefusal::Emptied));
            assert_eq!(Intake::open(left).err(), Some(FileError::EmptiedCounts));
        }
        // It is not what an early sheet is called, and one that has all of its counts is read.
        assert!(RoomFile::open(page).is_ok());
    }
}

#[test]
fn half_a_page_says_that_it_ends_too_early() {
    let (pack, workshop) = (pack(), whole());
    let rooms = roll_up(&pack, &[whole(), south()]);
    for page in [
        sheet_page(&meeting(&pack, &workshop)).unwrap(),
        report(&together(&pack, &rooms)),
    ] {
        let head = page.find("<title>").unwrap();
        for part in 1..=40 {
            let at = head + (page.len() - head - "</html>\n".len()) * part / 40;
            let cut = &page[..page.floor_char_boundary(at)];
            let (mut file, cut_short) = match RoomFile::open(cut.to_owned()) {
                Ok(file) => (file, true),
                Err(refusal) => {
                    assert_eq!(refusal, RoomRefusal::File(FileError::Cut), "{part}");
                    assert_eq!(Intake::open(cut.to_owned()).err(), Some(FileError::Cut));
                    continue;
                }
            };
            while file.next(&pack.checklist, &|_: Moment| day()).is_some() {}
            let whole = cut.contains("</script>");
            assert_eq!(file.loss().cut, cut_short && !whole, "{part}");
        }
    }
}

#[test]
fn the_page_of_rooms_is_called_what_it_is_and_its_days() {
    let pack = pack();
    let mut roll_up = roll_up(&pack, &[whole(), south()]);
    holds(
        &report(&together(&pack, &roll_up)),
        &["<title>Autumn · 2026-11-23</title>"],
    );
    let mut later = south();
    later.id = WorkshopId(0xe5);
    let mut room = Room::of(&later, &pack.checklist, day()).unwrap();
    room.day = Day::new(2026, 12, 1);
    room.headcount = Headcount(0);
    roll_up.rooms.take(room);
    holds(
        &report(&together(&pack, &roll_up)),
        &["<title>Autumn · 2026-11-23 to 2026-12-01</title>"],
    );
    // Of that room nobody said how many were expected.
    let table = table(&together(&pack, &roll_up), TableForm::Comma);
    holds(&table, &["South,2026-12-01,1,6,,5,1,A01,"]);
    let rooms = read(&pack, &table);
    assert_eq!(rooms.iter().filter(|(_, room)| room.headcount.0 == 0).count(), 1);
}

/// What has to be known before rooms are compared: read back from tables, which is all that some facilitators keep.
#[test]
fn rooms_of_other_languages_and_of_other_questions_are_told_apart() {
    let pack = pack();
    let (north, mut other) = (whole(), south());
    let said = |other: &Workshop| {
        let mut roll_up = RollUp::new(RollUpId(1), NOW);
        for workshop in [&north, other] {
            for (_, room) in read(&pack, &csv(&meeting(&pack, workshop)).unwrap()) {
                roll_up.rooms.take(room);
            }
        }
        assert_eq!(roll_up.rooms.rooms().len(), 2);
        together(&pack, &roll_up).outline().notes
    };
    assert_eq!(said(&other), Vec::<String>::new());
    other.settings.language = Language::new("pt-BR").unwrap();
    assert_eq!(
        said(&other),
        ["These rooms were held in different languages (English, pt-BR)."]
    );
    other.settings.language = north.settings.language.clone();
    other.instrument = InstrumentVersion(north.instrument.0 + 9);
    let version = north.instrument.0;
    let expected = format!(
        "These rooms answered different versions of the questions ({version}, {}).",
        version + 9
    );
    let [note] = &*said(&other) else {
        panic!("one note")
    };
    assert!(note.starts_with(&expected), "{note}");
}

/// Whichever of its files a room comes in, it is the same room; the table alone has no plan.
#[test]
fn every_file_of_a_workshop_brings_the_same_room() {
    let (pack, workshop) = (pack(), whole());
    let meeting = meeting(&pack, &workshop);
    let expected = Room::of(&workshop, &pack.checklist, day()).unwrap();
    for (text, kind) in [
        (counts_file(&meeting).unwrap(), RoomSource::Counts),
        (sheet_page(&meeting).unwrap(), RoomSource::Sheet),
        (
            session_file(&workshop, InstrumentVersion(1), NOW),
            RoomSource::Session,
        ),
    ] {
        assert_eq!(read(&pack, &text), [(kind, expected.clone())]);
    }
    for form in TableForm::ALL {
        let table = oxymoron::app::workshop::export::csv(&meeting, form).unwrap();
        let [(RoomSource::Table, room)] = &*read(&pack, &table) else {
            panic!("one room")
        };
        assert!(room.votes().eq(expected.votes()));
        assert_eq!(
            (&room.title, room.people, room.day, &room.language),
            (&expected.title, expected.people, expected.day, &expected.language)
        );
    }
    assert_eq!(
        csv(&meeting).unwrap().lines().count(),
        expected.votes().count() + 1
    );
}

#[test]
fn page_table_and_file_bring_the_rooms_back() {
    let pack = pack();
    let roll_up = roll_up(&pack, &[whole(), south()]);
    let together = together(&pack, &roll_up);
    let rooms = |text: &str| {
        read(&pack, text)
            .into_iter()
            .map(|(_, room)| room)
            .collect::<Vec<_>>()
    };
    assert_eq!(rooms(&report(&together)), roll_up.rooms.rooms());
    assert_eq!(
        rooms(&roll_up_file(&roll_up, InstrumentVersion(1), NOW)),
        roll_up.rooms.rooms()
    );
    for form in TableForm::ALL {
        let back = rooms(&table(&together, form));
        for (back, room) in back.iter().zip(roll_up.rooms.rooms()) {
            assert!(back.votes().eq(room.votes()));
            assert_eq!(
                (&back.name, &back.title, &back.hands),
                (&room.name, &room.title, &room.hands)
            );
        }
        assert_eq!(back.len(), 2);
    }
}

#[test]
fn say_where_rooms_differ_and_what_they_chose() {
    let pack = pack();
    let roll_up = roll_up(&pack, &[whole(), south()]);
    let together = together(&pack, &roll_up);
    let said = [
        "Autumn",
        "2 rooms · 18 people · 2026-11-23",
        "North, autumn",
        "South",
        "Middle answer",
        "Hiring for change",
        "Three exercises",
        "What the rooms chose",
    ];
    holds(&report(&together), &said);
    holds(&markdown(&together), &said);
    holds(&picture(&together), &["Autumn", "Hiring for change", "</svg>"]);
    // Who owns a plan stays in its room.
    for file in [report(&together), markdown(&together), picture(&together)] {
        assert!(!file.contains("Ada"), "{file}");
    }
}

#[test]
fn what_they_are_compared_with_is_in_the_files_for_people() {
    let pack = pack();
    let made = |id, workshops: &[Workshop]| {
        let mut set = roll_up(&pack, workshops);
        set.id = RollUpId(id);
        set
    };
    let (autumn, mut before) = (made(1, &[south()]), made(2, &[whole()]));
    before.title = "Spring".to_owned();
    let files = |before: &RollUp| {
        let together = Together {
            earlier: Some(Earlier {
                set: before,
                made: day(),
            }),
            ..together(&pack, &autumn)
        };
        [report(&together), markdown(&together)]
    };
    let (columns, verdict) = (
        ["Spring, 2026-11-23", "Autumn, 2026-11-23"],
        "No change that counts",
    );
    for file in files(&before) {
        holds(&file, &columns);
        holds(&file, &["Since an earlier set of rooms", verdict]);
        assert!(!file.contains("in both sets"), "{file}");
    }
    // Of a room that is in both sets the votes are the same: it is the other rooms that differ.
    before.rooms.take(autumn.rooms.rooms()[0].clone());
    for file in files(&before) {
        holds(&file, &columns);
        holds(
            &file,
            &["1 of these rooms are in both sets.", "no area is called moved"],
        );
        assert!(
            !file.contains(verdict) && !file.contains("Moved") && !file.contains("linked"),
            "{file}"
        );
    }
}

#[test]
fn no_file_holds_an_answer_a_role_a_note_an_owner_or_the_secret() {
    let pack = pack();
    let mut workshop = whole();
    go(
        &mut workshop,
        [Change::WrotePlan(PlanText::Owner, "Zzowner".to_owned())],
    );
    let roll_up = roll_up(&pack, &[workshop, south()]);
    let together = together(&pack, &roll_up);
    let secret = URL_SAFE_NO_PAD.encode(SECRET);
    for file in [
        report(&together),
        markdown(&together),
        table(&together, TableForm::Comma),
        picture(&together),
        roll_up_file(&roll_up, InstrumentVersion(1), NOW),
    ] {
        for hidden in ROLES
            .iter()
            .copied()
            .chain([NOTES, "Zzowner", &*secret, "feed0000c0de"])
        {
            assert!(!file.contains(hidden), "{hidden} is in {file}");
        }
    }
}

#[test]
fn nothing_hostile_is_markup() {
    let pack = pack();
    let tags = |page: &str| page.matches('<').count();
    let tame = roll_up(&pack, &[whole(), south()]);
    let mut workshop = whole();
    for change in [
        Change::Named(HOSTILE.to_owned()),
        Change::WroteHypothesis(HOSTILE.to_owned()),
        Change::WrotePlan(PlanText::Experiment, HOSTILE.to_owned()),
    ] {
        go(&mut workshop, [change]);
    }
    let mut hostile = roll_up(&pack, &[workshop, south()]);
    hostile.title = HOSTILE.to_owned();
    assert_eq!(
        tags(&report(&together(&pack, &hostile))),
        tags(&report(&together(&pack, &tame)))
    );
    assert_eq!(
        tags(&picture(&together(&pack, &hostile))),
        tags(&picture(&together(&pack, &tame)))
    );
    let back = read(&pack, &report(&together(&pack, &hostile)));
    assert_eq!(back[0].1, hostile.rooms.rooms()[0]);
    assert_eq!(hostile.rooms.rooms()[0].plan.as_ref().unwrap().area, area(2));
}

/// A room that was held in French and one in Arabic, out of the files that their own pages write: levels and ids are the same everywhere.
#[test]
fn files_of_two_languages_add_up() {
    let (french, arabic) = ["fr", "ar"].map(crate::pack_in).into();
    let held = |mut workshop: Workshop, language: &str| {
        workshop.settings.language = Language::new(language).unwrap();
        workshop
    };
    let (whole, south) = (held(whole(), "fr"), held(south(), "ar"));
    let sheet = sheet_page(&meeting(&french, &whole)).unwrap();
    let table =
        oxymoron::app::workshop::export::csv(&meeting(&arabic, &south), TableForm::Semicolon).unwrap();
    let counts = counts_file(&meeting(&arabic, &south)).unwrap();
    let english = pack();
    let mut added = RollUp::new(RollUpId(2), NOW);
    for file in [&sheet, &table, &counts] {
        for (_, room) in read(&english, file) {
            added.rooms.take(room);
        }
    }
    let alone = roll_up(&english, &[whole, south]);
    let votes = |roll_up: &RollUp| {
        let pictures = Tallied::of(&english.checklist, roll_up.rooms.rooms())
            .areas
            .into_iter();
        pictures
            .map(|picture| (picture.area, picture.votes))
            .collect::<Vec<_>>()
    };
    assert_eq!(added.rooms.rooms().len(), 2);
    assert_eq!(votes(&added), votes(&alone));
    let people = |roll_up: &RollUp| roll_up.rooms.rooms().iter().map(|room| room.people).sum::<u32>();
    assert_eq!(people(&added), 18);
    // Each page says so in its own words.
    for pack in [&english, &french, &arabic] {
        let outline = together(pack, &added).outline();
        let names = ["ar", "fr"].map(|tag| language_name(pack, tag));
        assert!(
            outline
                .notes
                .iter()
                .any(|note| names.iter().all(|name| note.contains(name))),
            "{:?}",
            outline.notes
        );
    }
}
