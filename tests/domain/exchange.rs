//! Everything as one file: round trips, damage, files that are not ours, and how copies compare.

use crate::arbitrary::{assessment, settings, text};
use oxymoron::domain::answer::Answer;
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::exchange::{
    FileError, Found, Intake, LARGEST, LeftOut, Packing, Reason, Relation, compare, emptied, for_page,
    from_page, under_another_id,
};
use oxymoron::domain::level::Level;
use oxymoron::domain::record::{
    Backup, Key, Settings, TableForm, read_assessment, roll_up_key, table_key, write_assessment,
    write_backup, write_roll_up, write_settings, write_table,
};
use oxymoron::domain::rollup::gathering::{RollUp, RollUpId};
use oxymoron::domain::stamp::Stamped;
use proptest::collection::vec;
use proptest::prelude::*;

const NOW: Moment = Moment(1_795_000_000_000);

fn key(number: u64) -> Key {
    Key::Assessment(AssessmentId(number))
}

fn packed(records: &[(Key, &str)]) -> String {
    let mut packing = Packing::new(NOW, InstrumentVersion(1));
    for (key, text) in records {
        packing.keep(key, text);
    }
    packing.finish()
}

/// Everything in a file, and whether it was whole.
fn read(file: &str) -> (Vec<Found>, bool) {
    let mut intake = Intake::all(file.to_owned()).remove(0).unwrap();
    let mut found = Vec::new();
    while let Some(next) = intake.next() {
        found.push(next);
    }
    assert_eq!(intake.next(), None, "the end stays the end");
    let (at, total) = intake.progress();
    assert_eq!(at, total);
    (found, intake.is_whole())
}

fn records(file: &str) -> Vec<(Key, String)> {
    let record = |found| match found {
        Found::Record(key, text) => Some((key, text)),
        Found::LeftOut(_) => None,
    };
    read(file).0.into_iter().filter_map(record).collect()
}

fn kept_out(file: &str) -> Vec<(String, Reason)> {
    let left = |found| match found {
        Found::LeftOut(LeftOut { name, reason }) => Some((name, reason)),
        Found::Record(..) => None,
    };
    read(file).0.into_iter().filter_map(left).collect()
}

#[test]
fn the_file_reads_as_it_is_documented() {
    let file = packed(&[(key(1), r#"{"a":[1,2]}"#), (Key::Settings, "no JSON \"at\" all")]);
    assert_eq!(
        file,
        "{\"format\":\"oxymoron\",\"version\":1,\"exported\":1795000000000,\"instrument\":1,\"records\":[\n\
         [\"oxymoron/1/assessment/0000000000000001\",{\"a\":[1,2]}],\n\
         [\"oxymoron/1/settings/device\",\"no JSON \\\"at\\\" all\"]\n]}\n"
    );
    let intake = Intake::open(file).unwrap();
    assert_eq!(
        (intake.exported, intake.instrument),
        (Some(NOW), Some(InstrumentVersion(1)))
    );
}

/// Texts that are hard to carry letter by letter.
const AWKWARD: [&str; 19] = [
    "",
    "{}",
    "{\"schema\":9 , \"x\" : [ ] }",
    " {} ",
    "{\"half\":\"\\ud83d\"}",
    "{\"escape\":\"\\u003cb>\\\\u003cb>\"}",
    "{\"capital\":\"\\u003C\"}",
    "{\"a key\":\"oxymoron/1/assessment/0000000000000001\"}",
    "oxymoron/1/assessment/0000000000000001",
    "\"oxymoron/1/settings/device\",{}",
    "{},{\"b\":1}",
    "{damaged",
    "}{",
    "{\"</script><script>alert(1)</script>\":1}",
    "\u{feff}{}\r\n",
    "\u{2028}\u{202e}🙂\u{0}",
    "]}",
    "{}\n",
    "\n{}",
];

#[test]
fn any_text_comes_back_letter_by_letter() {
    for text in AWKWARD {
        let key = Key::Quarantine("assessment/x".to_owned());
        let file = packed(&[(key.clone(), text), (Key::Settings, "{}")]);
        let expected = vec![(key.clone(), text.to_owned()), (Key::Settings, "{}".to_owned())];
        assert_eq!(records(&file), expected, "{file}");
        assert!(read(&file).1, "{file}");
        let again = packed(&[(key, text), (Key::Settings, "{}")]);
        assert_eq!(again, file);
        serde_json::from_str::<serde_json::Value>(&file).unwrap();
    }
}

#[test]
fn a_record_as_deep_as_can_be_read_comes_back_too() {
    for depth in [1, 60, 124, 125, 126, 127, 128, 129, 100_000] {
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(depth), "]".repeat(depth));
        let file = packed(&[(key(1), &deep), (key(2), "{}")]);
        assert_eq!(
            records(&file),
            [(key(1), deep), (key(2), "{}".to_owned())],
            "{depth}"
        );
    }
}

#[test]
fn the_file_inside_a_page_comes_out_unchanged() {
    for text in AWKWARD {
        let file = packed(&[(Key::Quarantine("x".to_owned()), text)]);
        let inside = for_page(&file);
        assert!(!inside.contains('<'), "{inside}");
        let page = format!(
            "<!doctype html><p>{{}}</p><script type=\"application/json\" id=\"oxymoron-data\">{inside}</script>"
        );
        assert_eq!(from_page(&page).as_deref(), Some(&*file));
        assert_eq!(records(&page), records(&file));
    }
    assert_eq!(from_page("<p>oxymoron-data</p>"), None);
}

#[test]
fn what_was_written_before_there_was_an_envelope_is_read_too() {
    let old =
        r#"{"oxymoron/1/assessment/0000000000000001":"{\"a\":1}","oxymoron/1/quarantine/x":"{dam\"aged"}"#;
    let expected = [
        (key(1), "{\"a\":1}".to_owned()),
        (Key::Quarantine("x".to_owned()), "{dam\"aged".to_owned()),
    ];
    assert_eq!(records(old), expected);
    assert!(read(old).1);
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(old).unwrap()).unwrap();
    assert_eq!(records(&pretty), expected);
    assert!(read(&pretty).1, "white space between records is no damage");
}

#[test]
fn a_single_record_is_a_file_as_well() {
    let record = write_assessment(&Assessment::new(AssessmentId(7), InstrumentVersion(1), NOW));
    assert_eq!(records(&format!("\u{feff}\n{record}\n")), [(key(7), record)]);
    // Whatever My data has a download of, but what is about this device.
    for (key, record) in [
        (Key::Settings, write_settings(Settings::DEFAULT)),
        (table_key(), write_table(TableForm::Semicolon)),
        (
            roll_up_key(RollUpId(5)),
            write_roll_up(&RollUp::new(RollUpId(5), NOW)),
        ),
    ] {
        assert_eq!(records(&record), [(key, record)]);
    }
    let copies = Intake::open(write_backup(&Backup::NEVER));
    assert_eq!(copies.err(), Some(FileError::NotOurs));
}

#[test]
fn an_empty_file_of_ours_is_whole() {
    assert_eq!(read(&packed(&[])), (vec![], true));
}

#[test]
fn files_that_are_not_ours_are_refused_with_the_reason() {
    let check =
        |file: &str, error| assert_eq!(Intake::open(file.to_owned()).err(), Some(error), "{file:.40}");
    for file in [
        "",
        "[]",
        "{}",
        "{\"format\":\"other\",\"records\":[]}",
        "PK\u{3}\u{4}",
        "<!doctype html><p>a page",
        "<svg><script id=\"oxymoron-data\">{}</script></svg>",
        "assessment,subject\r\n1,2",
        "{\"kind\":\"plan\",\"id\":\"device\"}",
        "null",
    ] {
        check(file, FileError::NotOurs);
    }
    check(&"[".repeat(1_000_000), FileError::NotOurs);
    check(&" ".repeat(11 * 1024 * 1024), FileError::TooLarge);
    check(
        &packed(&[]).replace("\"version\":1", "\"version\":2"),
        FileError::Newer,
    );
    let endless = "\"version\":99999999999999999999";
    // A number beyond all counting is no version that could be known.
    assert!(
        Intake::open(packed(&[]).replace("\"version\":1", endless)).is_ok_and(|intake| !intake.is_whole())
    );
}

#[test]
fn a_report_without_its_data_is_known_again() {
    let check = |text: &str, error| {
        let opened = Intake::all(text.to_owned()).remove(0);
        assert_eq!(opened.err(), Some(error), "{text:.60}");
    };
    // What word processors, mail filters and archives of a page leave: words, among whatever else.
    for emptied in [
        "<html><p>Instrument version 1, taken out on 2026-11-18 \u{b7} oxymoron-report</p></html>",
        "<p>This page is its own save file: bring it in under My data to go on with it.</p>",
        "Instrument version 1 \u{b7} oxymoron-report\n",
        "MIME-Version: 1.0\r\n\r\n<p>taken out on 2026-11-18 =C2=B7 oxymo=\r\nron-report</p>",
        "MIME-Version: 1.0\n\n<p>This page is its own =\nsave file: bring it in",
        "<p>oxymoron-report</p><script type=\"application/json\" id=\"oxymoron-data\"></script>",
    ] {
        check(emptied, FileError::Emptied);
    }
    check("<p>an oxymoron, a report</p>", FileError::NotOurs);
    check("<p>an oxymoron, a sheet</p>", FileError::NotOurs);
    check("<p>\u{b7} oxymoron-sheet</p>", FileError::EmptiedCounts);
    // The bytes of a page from a word processor: its letters cannot be read, its mark can, and what it still holds is not said to be gone.
    assert_eq!(
        emptied("K\u{fffd}ln \u{fffd} oxymoron-report"),
        Some(FileError::Emptied)
    );
    assert_eq!(emptied("K\u{fffd}ln"), None);
    // One that still has its data is read, whatever it says.
    let whole = format!(
        "<p>oxymoron-report</p><script id=\"oxymoron-data\">{}</script>",
        packed(&[(key(1), "{}")])
    );
    assert!(read(&whole).1);
    assert_eq!(emptied(&whole), None);
}

#[test]
fn what_is_no_page_is_not_read_as_one() {
    let ours = packed(&[(key(1), "{}")]);
    assert!(read(&format!("<p id=\"oxymoron-data\">{ours}")).1);
    assert!(!read(&format!("a note, id=\"oxymoron-data\">{ours}")).1);
}

#[test]
fn a_key_inside_of_a_string_hides_none_that_follows() {
    let pad = "x".repeat(1000);
    let file = format!(r#"{pad}\"oxymoron/1/a ["oxymoron/1/assessment/0000000000000001",{{}}]"#);
    assert_eq!(records(&file), [(key(1), "{}".to_owned())]);
}

#[test]
fn reading_says_how_far_it_is() {
    let ours = packed(&[(key(1), "{}"), (key(2), "{}")]);
    let mut intake = Intake::open(ours.clone()).unwrap();
    assert_eq!(intake.progress(), (0, ours.len()));
    assert!(intake.next().is_some());
    let (at, total) = intake.progress();
    assert!(0 < at && at < total && total == ours.len());
}

#[test]
fn the_largest_file_is_read_and_one_byte_more_is_not() {
    let ours = packed(&[(key(1), "{}")]);
    let largest = usize::try_from(LARGEST).unwrap();
    let filled = |bytes: usize| ours.clone() + &" ".repeat(bytes - ours.len());
    assert!(Intake::open(filled(largest)).is_ok_and(|mut intake| intake.next().is_some()));
    assert_eq!(Intake::open(filled(largest + 1)).err(), Some(FileError::TooLarge));
}

#[test]
fn what_a_file_may_not_bring_in_is_named() {
    let file = r#"{"format":"oxymoron","version":1,"records":[["oxymoron/1/early/A01","3"],["oxymoron/1/backup/device",{}]]}"#;
    let names = ["oxymoron/1/early/A01", "oxymoron/1/backup/device"];
    assert_eq!(
        kept_out(file),
        names.map(|name| (name.to_owned(), Reason::NotARecord))
    );
    assert!(read(file).1);
}

#[test]
fn of_two_texts_under_one_key_the_first_counts_and_the_second_is_named() {
    let file = packed(&[
        (key(1), "{\"a\":1}"),
        (key(1), "{\"a\":2}"),
        (key(1), "{\"a\":1}"),
    ]);
    assert_eq!(records(&file), [(key(1), "{\"a\":1}".to_owned())]);
    assert_eq!(kept_out(&file), [(key(1).to_string(), Reason::Twice)]);
}

#[test]
fn a_file_cut_anywhere_gives_every_whole_record_before_the_cut() {
    let all = [
        (key(1), r#"{"a":"}]\"ü"}"#),
        (key(2), "{\"b\":[{}]}"),
        (Key::Settings, "torn {"),
    ];
    let file = packed(&all);
    let ends: Vec<_> = (0..3)
        .map(|last| packed(&all[..=last]).len() - "]\n]}\n".len())
        .collect();
    for cut in file.char_indices().map(|(place, _)| place) {
        let part = &file[..cut];
        let whole = ends.iter().filter(|end| cut >= **end).count();
        let Ok(mut intake) = Intake::open(part.to_owned()) else {
            assert_eq!(whole, 0, "{part}");
            continue;
        };
        let mut found = 0;
        while let Some(next) = intake.next() {
            found += usize::from(matches!(next, Found::Record(..)));
        }
        assert_eq!(found, whole, "{part}");
        let only_white_space_is_missing = cut + 1 >= file.len();
        assert_eq!(intake.is_whole(), only_white_space_is_missing, "{part}");
    }
}

#[test]
fn damage_in_the_middle_costs_one_record() {
    let file = packed(&[
        (key(1), "{\"a\":1}"),
        (key(2), "{\"b\":\"x\"}"),
        (key(3), "{\"c\":3}"),
    ]);
    for (from, to) in [
        ("\"b\":\"x\"", "\"b\":\"x"),
        ("{\"b\"", "\"b\""),
        ("\"x\"}", "\"x\""),
        ("0002\",", "0002\"#"),
        ("0002\",", "0002,"),
    ] {
        let damaged = file.replacen(from, to, 1);
        assert_ne!(damaged, file);
        assert_eq!(
            records(&damaged),
            [(key(1), "{\"a\":1}".to_owned()), (key(3), "{\"c\":3}".to_owned())],
            "{damaged}"
        );
        assert!(!read(&damaged).1);
        assert_eq!(kept_out(&damaged).len(), 1);
    }
}

#[test]
fn no_more_than_some_thousand_records_are_read() {
    let many: Vec<_> = (0..6000).map(|number| (key(number), "{}")).collect();
    let file = packed(&many);
    assert_eq!(records(&file).len(), 5000);
    assert_eq!(kept_out(&file), [(key(5000).to_string(), Reason::TooMany)]);
    let as_many = packed(&many[..5000]);
    assert_eq!((records(&as_many).len(), kept_out(&as_many)), (5000, vec![]));
}

#[test]
fn copies_are_compared_part_by_part() {
    let ours = || {
        let mut assessment = Assessment::new(AssessmentId(1), InstrumentVersion(1), NOW);
        answer(&mut assessment, "A01", Level::SetUp);
        assessment
    };
    let check = |ours: &Assessment, theirs: &Assessment, relation| {
        assert_eq!(compare(ours, theirs), relation);
    };
    let (mut newer, mut other) = (ours(), ours());
    check(&ours(), &ours(), Relation::Same);
    answer(&mut newer, "A02", Level::Working);
    check(&ours(), &newer, Relation::Newer);
    check(&newer, &ours(), Relation::Older);
    answer(&mut other, "A03", Level::Working);
    check(&newer, &other, Relation::Conflicting);
    // The same revision with another value is an edit on both sides, whichever a merge would keep.
    let (mut low, mut high) = (ours(), ours());
    answer(&mut low, "A02", Level::NotSeen);
    answer(&mut high, "A02", Level::Working);
    check(&low, &high, Relation::Conflicting);
    check(&high, &low, Relation::Conflicting);
    let mut planned = ours();
    planned.plan.owner = Stamped::new("Ada".to_owned(), planned.edit(NOW));
    check(&ours(), &planned, Relation::Newer);
}

fn answer(assessment: &mut Assessment, question: &str, level: Level) {
    let revision = assessment.edit(NOW);
    let answer = Stamped::new(Some(Answer::Level(level)), revision);
    assessment.answers.insert(question.parse().unwrap(), answer);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn whatever_is_packed_is_found_again(texts in vec(text(), 0..6)) {
        let keyed: Vec<_> = (0..).zip(&texts).map(|(place, text)| (Key::Quarantine(format!("x~{place}")), &**text)).collect();
        let file = packed(&keyed);
        let (found, whole) = read(&file);
        prop_assert!(whole);
        let expected: Vec<_> = keyed.iter().map(|(key, text)| Found::Record(key.clone(), (*text).to_owned())).collect();
        prop_assert_eq!(found, expected);
        serde_json::from_str::<serde_json::Value>(&file).unwrap();
    }

    #[test]
    fn what_this_version_wrote_comes_back_byte_by_byte(assessment in assessment()) {
        let record = write_assessment(&assessment);
        let mut packing = Packing::new(NOW, InstrumentVersion(1));
        packing.add(&Key::Assessment(assessment.id), &record);
        packing.add(&Key::Settings, "{}");
        let file = packing.finish();
        let page = format!("<script id=\"oxymoron-data\">{}</script>", for_page(&file));
        for source in [file, page] {
            let expected = [(Key::Assessment(assessment.id), record.clone()), (Key::Settings, "{}".to_owned())];
            prop_assert_eq!(records(&source), expected);
        }
    }

    #[test]
    fn no_file_makes_it_panic(parts in vec(piece(), 0..12)) {
        let file = parts.concat();
        if let Ok(mut intake) = Intake::open(file) {
            for _ in 0..100 {
                let Some(found) = intake.next() else { break };
                if let Found::Record(key, text) = found
                    && let Key::Assessment(id) = key
                {
                    drop(read_assessment(id, &text));
                }
            }
        }
    }

    #[test]
    fn comparing_agrees_with_merging(one in assessment(), other in assessment()) {
        let relation = compare(&one, &other);
        let reverse = match relation {
            Relation::Newer => Relation::Older,
            Relation::Older => Relation::Newer,
            same => same,
        };
        prop_assert_eq!(compare(&other, &one), reverse);
        let mut merged = one.clone();
        merged.merge(other.clone());
        let parts = |assessment: &Assessment| compare(&merged, assessment) == Relation::Same;
        match relation {
            Relation::Same => prop_assert!(parts(&one) && parts(&other)),
            Relation::Newer => prop_assert!(parts(&other)),
            Relation::Older => prop_assert!(parts(&one)),
            Relation::Conflicting | Relation::New => {}
        }
    }

    #[test]
    fn a_copy_has_another_id_and_the_same_parts(assessment in assessment()) {
        let other = AssessmentId(99);
        let copy = under_another_id(assessment.id, &write_assessment(&assessment), other).unwrap();
        let copy = read_assessment(other, &copy).unwrap().assessment;
        prop_assert_eq!(compare(&assessment, &copy), Relation::Same);
    }
}

/// Pieces of files of ours, and of none.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "{\"format\":\"oxymoron\",\"version\":1,\"records\":[",
        "[\"oxymoron/1/assessment/0000000000000001\",",
        "\"oxymoron/1/settings/device\":",
        "{\"schema\":3,\"kind\":\"assessment\",\"id\":\"0000000000000001\",\"revision\":1,\"body\":{",
        "<script id=\"oxymoron-data\">",
        "\"records\"",
        "]",
        "}",
        "{",
        ",",
        "\"",
        "\\",
        "\\u003c",
        "ü",
        "🙂",
        "\u{feff}",
    ];
    prop_oneof![3 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => text()]
}
