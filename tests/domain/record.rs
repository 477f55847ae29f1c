//! Stored records: every version ever released, damaged ones, and single parts.

use crate::arbitrary::ID;
use crate::rollup;
use crate::support::area_id;
use crate::workshop::{records, ticket};
use oxymoron::domain::answer::Answer;
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::doors::Door;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::{Chosen, Plan, PlanText, Status};
use oxymoron::domain::record::{
    FieldProblem, ReadError, Settings, TableForm, Theme, read_assessment, read_backup, read_settings,
    read_table, write_assessment,
};
use oxymoron::domain::stamp::{Revision, Stamped};
use std::collections::BTreeMap;
use std::path::Path;

fn files(folder: &str) -> BTreeMap<String, String> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/records")).join(folder);
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    files
        .map(|path| (name(&path), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

fn of_version_1() -> Assessment {
    let at = Revision;
    let answers = [
        ("A01", Some(Answer::Level(Level::SetUp)), 1),
        ("A01a", Some(Answer::CannotTell), 5),
        (
            "A02",
            Some(Answer::NotApplicable("Nobody was hired last year".to_owned())),
            7,
        ),
        ("A03", None, 8),
        ("K1d", Some(Answer::Level(Level::RenewingItself)), 9),
        ("K6", Some(Answer::Level(Level::NotSeen)), 9),
    ];
    let answers =
        answers.map(|(id, answer, revision)| (id.parse().unwrap(), Stamped::new(answer, at(revision))));
    Assessment {
        revision: at(9),
        changed: Moment(1_795_000_300_000),
        // A guess: its last edit was an answer.
        answered: Some(Moment(1_795_000_300_000)),
        depth: Stamped::new(Depth::Full, at(4)),
        know_do: Stamped::new(KnowDo::Included, at(6)),
        subject: Stamped::new("Field sales, Köln \"north\" 🙂".to_owned(), at(2)),
        day: Stamped::new(Day::new(2026, 11, 23), at(3)),
        answers: answers.into_iter().collect(),
        notes: [(
            area_id(1),
            Stamped::new("Two reviews\nsince spring".to_owned(), at(9)),
        )]
        .into_iter()
        .collect(),
        ..Assessment::new(ID, InstrumentVersion(1), Moment(1_795_000_000_000))
    }
}

/// What version 1 knew, the assessment before, and a plan.
fn of_version_2() -> Assessment {
    let text = |text: &str, revision| Stamped::new(text.to_owned(), Revision(revision));
    let plan = Plan {
        chosen: Stamped::new(
            Some(Chosen {
                area: area_id(4),
                door: Door::Chance,
                from: Some(Level::NowAndThen),
                to: Some(Level::SetUp),
            }),
            Revision(10),
        ),
        experiment: text("Two sellers open first meetings in a new way.\nTwo do not.", 11),
        counted: text("Follow-up meetings, \"booked\"", 12),
        owner: text("Zoë 🙂", 13),
        learned: text("", 0),
        start: Stamped::new(Day::new(2026, 11, 23), Revision(14)),
        stop: Stamped::new(Day::new(2026, 12, 7), Revision(15)),
        review: Stamped::new(None, Revision(16)),
        status: Stamped::new(Status::Running, Revision(17)),
    };
    Assessment {
        revision: Revision(17),
        previous: Stamped::new(Some(AssessmentId(0xfedc_ba98_7654_3210)), Revision(3)),
        plan,
        // A guess: its last edit was one of the plan.
        answered: Some(Moment(1_795_000_000_000)),
        ..of_version_1()
    }
}

fn of_version_3() -> Assessment {
    Assessment {
        answered: Some(Moment(1_795_000_120_000)),
        ..of_version_2()
    }
}

#[test]
fn a_record_of_version_1_is_written_as_the_present_one_and_loses_nothing() {
    let old = &files("")["assessment-v1.json"];
    let written = write_assessment(&read_assessment(ID, old).unwrap().assessment);
    let [old, mut written] =
        [old, &written].map(|text| serde_json::from_str::<serde_json::Value>(text).unwrap());
    assert_eq!(written["schema"], 3);
    let plan = written["body"].as_object_mut().unwrap().remove("plan").unwrap();
    assert_eq!(plan["chosen"], serde_json::json!(["", 0]));
    let previous = written["body"].as_object_mut().unwrap().remove("previous");
    assert_eq!(previous, Some(serde_json::json!(["", 0])));
    let answered = written["body"].as_object_mut().unwrap().remove("answered");
    // Its last edit was an answer.
    assert_eq!(answered, Some(serde_json::json!([old["body"]["changed"]])));
    assert_eq!(written["body"], old["body"], "letter for letter, revisions too");
    assert_eq!(written["revision"], old["revision"]);
}

fn whole(text: &str) -> Assessment {
    let reading = read_assessment(ID, text).unwrap();
    assert_eq!(reading.problems, vec![]);
    reading.assessment
}

#[test]
fn every_version_ever_released_is_read() {
    let dark = Settings {
        theme: Theme::Dark,
        ..Settings::DEFAULT
    };
    for (name, text) in files("") {
        match name.as_str() {
            "assessment-v1.json" => assert_eq!(whole(&text), of_version_1()),
            "assessment-v2.json" => assert_eq!(whole(&text), of_version_2()),
            "assessment-v3.json" => assert_eq!(whole(&text), of_version_3()),
            "settings-v1.json" => assert_eq!(read_settings(&text), Ok(dark)),
            "table-v1.json" => assert_eq!(read_table(&text), Ok(TableForm::Semicolon)),
            "backup-v1.json" => assert!(read_backup(&text).is_ok()),
            name if name.starts_with("workshop-v") => assert!(records::VERSIONS.contains(&&*text)),
            "roll-up-v1.json" => assert_eq!(text, rollup::records::VERSION_1),
            name if name.starts_with("ticket-v") => assert!(ticket::VERSIONS.contains(&&*text)),
            other => panic!("no test says what {other} holds"),
        }
    }
}

#[test]
fn bad_records_say_what_is_wrong() {
    for (name, text) in files("bad") {
        let error = read_assessment(ID, &text).map(|reading| reading.problems.len());
        let expected = match name.as_str() {
            "garbage.json" | "truncated.json" | "wrong-types.json" => Err(ReadError::Damaged),
            "newer-version.json" => Err(ReadError::Newer(4)),
            "wrong-id.json" => Err(ReadError::Misplaced),
            "answer-out-of-range.json" => Ok(4),
            other => panic!("no test says what is wrong with {other}"),
        };
        assert_eq!(error, expected, "{name}");
    }
}

#[test]
fn the_rest_opens_and_the_problems_are_named() {
    let reading = read_assessment(ID, &files("bad")["answer-out-of-range.json"]).unwrap();
    let problems = [
        ("day", "2026-02-30"),
        ("A01", "6"),
        ("B07", "3"),
        ("A1", "lost its area"),
    ];
    let problem = |(part, text): (&str, &str)| FieldProblem {
        part: part.to_owned(),
        text: text.to_owned(),
    };
    assert_eq!(reading.problems, problems.map(problem));
    let kept = reading.assessment;
    assert_eq!(
        kept.answer("A02".parse().unwrap()),
        Some(&Answer::Level(Level::Working))
    );
    assert_eq!(kept.note(area_id(2)), "kept");
    assert_eq!(kept.day.value, None);
    assert_eq!(kept.given().len(), 1);
}

/// A record of schema 1 with the given revision and answers.
fn record(revision: u64, answers: &str) -> String {
    format!(
        r#"{{"schema":1,"kind":"assessment","id":"{ID}","revision":{revision},"body":{{"instrument":1,"started":0,"changed":0,"depth":["quick",0],"know_do":[false,0],"subject":["",0],"day":["",0],"answers":{{{answers}}},"notes":{{}}}}}}"#
    )
}

/// Answers as stored, and how many of them are problems; none for a record that is damaged.
fn check(answers: &str, problems: Option<usize>) {
    let reading = read_assessment(ID, &record(1, answers)).ok();
    assert_eq!(
        reading.map(|reading| reading.problems.len()),
        problems,
        "{answers}"
    );
}

#[test]
fn single_answers() {
    check("", Some(0));
    check(
        r#""A01":["1",1],"A02":["x",1],"A03":["0",1],"A04":["",1]"#,
        Some(0),
    );
    check(r#""A13":["1",1]"#, Some(0)); // a question of a later instrument
    for odd in ["6", "9", "-1", "+3", "03", "3 ", "X", "five"] {
        check(&format!(r#""A01":["{odd}",1]"#), Some(1));
    }
    check(r#""A00":["1",1],"a01":["1",1],"":["1",1]"#, Some(3));
    // Another JSON type costs its own part and no other.
    for odd in [
        "[3,1]",
        r#"["3",-1]"#,
        r#"["3",1.0]"#,
        r#"["3"]"#,
        r#"["3",1,1]"#,
        r#""3""#,
        "null",
        "{}",
    ] {
        check(&format!(r#""A01":{odd},"A02":["4",2]"#), Some(1));
    }
    check(r#""A01":["3","\ud800"]"#, None);
}

#[test]
fn parts_of_another_type_are_named_as_they_stood() {
    let odd = [
        ("depth", r#"["quick",0]"#, r#"["thorough",4]"#, "thorough"),
        ("know_do", "[false,0]", r#"["yes",0]"#, "yes"),
        ("subject", r#"["",0]"#, r#"{"of": 1}"#, r#"{"of": 1}"#),
        ("A01", r#"["3",1]"#, "[3,1]", "3"),
        ("A01", r#"["3",1]"#, r#"["3",-1]"#, r#"["3",-1]"#),
    ];
    for (part, from, to, text) in odd {
        let stored = record(1, r#""A01":["3",1],"A02":["4",2]"#).replacen(from, to, 1);
        let reading = read_assessment(ID, &stored).unwrap();
        let problem = FieldProblem {
            part: part.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(reading.problems, [problem]);
        assert!(reading.assessment.answer("A02".parse().unwrap()).is_some());
    }
}

#[test]
fn a_part_later_than_its_record_does_not_outrank_edits_to_come() {
    let mut assessment = read_assessment(ID, &record(3, r#""A01":["1",8],"A02":["7",12]"#))
        .unwrap()
        .assessment;
    assert_eq!(assessment.revision, Revision(12));
    let stored = assessment.clone();
    let question = "A01".parse().unwrap();
    let revision = assessment.edit(Moment(1));
    assessment.answers.insert(
        question,
        Stamped::new(Some(Answer::Level(Level::Working)), revision),
    );
    assessment.merge(stored);
    assert_eq!(assessment.answer(question), Some(&Answer::Level(Level::Working)));
}

#[test]
fn envelopes() {
    let check = |from: &str, to: &str, expected: ReadError| {
        let text = record(1, "").replace(from, to);
        assert_eq!(read_assessment(ID, &text), Err(expected), "{to}");
    };
    check("\"schema\":1", "\"schema\":0", ReadError::Damaged);
    check("\"schema\":1", "\"schema\":2", ReadError::Damaged); // no plan
    check("\"schema\":1", "\"schema\":3", ReadError::Damaged); // no moment of the answers
    check("\"schema\":1", "\"schema\":4", ReadError::Newer(4));
    check("\"schema\":1", "\"schema\":65537", ReadError::Newer(65_537));
    check(
        "\"schema\":1",
        "\"schema\":99999999999999999999",
        ReadError::Newer(u64::MAX),
    );
    check("\"schema\":1", "\"schema\":-1", ReadError::Damaged);
    check("\"schema\":1", "\"schema\":1.0", ReadError::Damaged);
    check("\"schema\":1,", "", ReadError::Damaged);
    check("assessment", "settings", ReadError::Misplaced);
    check("\"started\":0,", "", ReadError::Damaged);
    check("\"started\":0", "\"started\":0,\"started\":1", ReadError::Damaged);
    check("\"revision\":1", "\"revision\":4294967296", ReadError::Damaged);
    check("\"answers\":{}", "\"answers\":[]", ReadError::Damaged);
    check("\"depth\":[\"quick\",0],", "", ReadError::Damaged);
    assert_eq!(read_assessment(ID, ""), Err(ReadError::Damaged));
    assert_eq!(read_assessment(ID, &"[".repeat(100_000)), Err(ReadError::Damaged));
}

#[test]
fn the_moment_of_the_answers() {
    let read = |answered: &str| {
        let text = write_assessment(&Assessment::new(ID, InstrumentVersion(1), Moment(5)));
        let text = text.replacen("\"answered\":[]", &format!("\"answered\":{answered}"), 1);
        read_assessment(ID, &text).map(|reading| reading.assessment)
    };
    assert_eq!(read("[]").unwrap().answered, None);
    assert_eq!(read("[]").unwrap().answered_at(), Moment(5));
    assert_eq!(read("[3]").unwrap().answered_at(), Moment(3));
    for odd in ["[-1]", "[1.5]", "[\"3\"]", "[1,2]", "3", "null", "{}"] {
        assert_eq!(read(odd), Err(ReadError::Damaged), "{odd}");
    }
}

#[test]
fn errors_are_plain_sentences() {
    assert_eq!(
        ReadError::Newer(2).to_string(),
        "schema 2 is newer than this version reads"
    );
    assert_eq!(ReadError::Damaged.to_string(), "not a readable record");
    assert_eq!(
        ReadError::Misplaced.to_string(),
        "a record that belongs under another key"
    );
}

const NO_PLAN: &str = r#"{"chosen":["",0],"experiment":["",0],"counted":["",0],"owner":["",0],"learned":["",0],"start":["",0],"stop":["",0],"review":["",0],"status":["planned",0]}"#;

/// A record of schema 2 with one part of its plan replaced.
fn planned(part: &str, value: &str) -> String {
    let none = if part == "status" { "planned" } else { "" };
    let plan = NO_PLAN.replacen(
        &format!(r#""{part}":["{none}",0]"#),
        &format!(r#""{part}":{value}"#),
        1,
    );
    let plan = format!(r#""notes":{{}},"plan":{plan}"#);
    let record = record(1, "").replacen("\"schema\":1", "\"schema\":2", 1);
    record.replacen("\"notes\":{}", &plan, 1)
}

#[test]
fn choices_of_a_plan() {
    let chosen = |text: &str| {
        let reading = read_assessment(ID, &planned("chosen", &format!(r#"["{text}",1]"#))).unwrap();
        let chosen = reading.assessment.plan.chosen.value;
        let problem = reading.problems.into_iter().map(|problem| problem.text).next();
        assert!(problem.as_deref().is_none_or(|stood| stood == text), "{text}");
        problem.is_none().then_some(chosen)
    };
    let choice = |area, door, from, to| {
        Some(Some(Chosen {
            area: area_id(area),
            door,
            from,
            to,
        }))
    };
    let (two, three) = (Some(Level::NowAndThen), Some(Level::SetUp));
    assert_eq!(chosen(""), Some(None));
    assert_eq!(chosen("A04 lowest 2 3"), choice(4, Door::LowestScore, two, three));
    assert_eq!(chosen("A12 energy 2"), choice(12, Door::MostEnergy, two, None));
    assert_eq!(
        chosen("A12 disagreement"),
        choice(12, Door::MostDisagreement, None, None)
    );
    assert_eq!(
        chosen("A13 chance"),
        choice(13, Door::Chance, None, None),
        "a later instrument's area"
    );
    for odd in [
        "A04",
        "A04 lowest ",
        "A04  lowest",
        "A04 best",
        "A4 lowest",
        "A04 lowest 0",
        "A04 lowest 2 6",
        "A04 lowest 2 3 4",
        "A04 lowest 02",
        " ",
        "lowest",
    ] {
        assert_eq!(chosen(odd), None, "{odd:?}");
    }
}

#[test]
fn a_part_of_a_plan_that_cannot_be_read_costs_that_part_only() {
    for (part, value, text) in [
        ("stop", r#"["2026-02-31",3]"#, "2026-02-31"),
        ("status", r#"["paused",3]"#, "paused"),
        ("owner", r#"[7,3]"#, "7"),
        ("learned", r#""no revision""#, "no revision"),
    ] {
        let reading = read_assessment(ID, &planned(part, value)).unwrap();
        let problem = FieldProblem {
            part: part.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(reading.problems, [problem]);
        assert_eq!(reading.assessment.plan.stop.value, None);
    }
    for damaged in [
        planned("owner", "[\"\",0],\"owner\":[\"\",0]"),
        planned("owner", "[\"\",0]").replace("\"owner\"", "\"boss\""),
    ] {
        assert_eq!(read_assessment(ID, &damaged), Err(ReadError::Damaged));
    }
}

#[test]
fn the_written_form() {
    let mut assessment = Assessment::new(ID, InstrumentVersion(1), Moment(5));
    assert_eq!(
        write_assessment(&assessment),
        record(0, "")
            .replace("\"schema\":1", "\"schema\":3")
            .replace(
                "\"started\":0,\"changed\":0",
                "\"started\":5,\"changed\":5,\"answered\":[]"
            )
            .replace("\"answers\"", "\"previous\":[\"\",0],\"answers\"")
            .replace("\"notes\":{}", &format!("\"notes\":{{}},\"plan\":{NO_PLAN}"))
    );
    let revision = assessment.edit(Moment(6));
    assessment.answers.insert(
        "A01".parse().unwrap(),
        Stamped::new(Some(Answer::CannotTell), revision),
    );
    assert!(write_assessment(&assessment).contains(r#""answers":{"A01":["0",1]}"#));
}

/// Every question answered and ten thousand times the given character in every note.
fn largest(character: &str) -> String {
    let mut assessment = Assessment::new(ID, InstrumentVersion(1), Moment(1_795_000_000_000));
    let revision = Revision(9_999);
    let text = character.repeat(10_000);
    for area in crate::support::twelve_areas().areas {
        assessment
            .notes
            .insert(area.id, Stamped::new(text.clone(), revision));
        for question in Depth::Full.questions(area.id) {
            assessment.answers.insert(
                question,
                Stamped::new(Some(Answer::NotApplicable(String::new())), revision),
            );
        }
    }
    write_assessment(&assessment)
}

#[test]
fn size_of_the_largest_honest_record() {
    // In characters as localStorage counts them, UTF-16 units; docs/formats/record.md quotes these.
    let units = |text: String| text.encode_utf16().count();
    assert!(units(largest("e")) < 122_000, "{}", units(largest("e")));
    assert!(units(largest("\n")) < 242_000, "{}", units(largest("\n")));
    assert!(units(largest("\u{1}")) < 722_000, "{}", units(largest("\u{1}")));
}

#[test]
fn size_of_a_plan() {
    let bare = Assessment::new(ID, InstrumentVersion(1), Moment(0));
    let mut planned = bare.clone();
    for which in PlanText::ALL {
        *planned.plan.text_mut(which) = Stamped::new("e".repeat(500), Revision(9_999));
    }
    planned.plan.chosen = of_version_2().plan.chosen;
    let more = write_assessment(&planned).len() - write_assessment(&bare).len();
    assert!(more < 2_300, "{more}");
}

#[test]
fn the_documented_example() {
    let example = include_str!("../../docs/formats/record.md")
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let reading = read_assessment(ID, example).unwrap();
    assert_eq!(reading.problems, []);
    assert_eq!(reading.assessment.subject.value, "Field sales");
    assert_eq!(reading.assessment.given().len(), 2);
    assert_eq!(
        reading.assessment.plan.chosen.value.map(|chosen| chosen.area),
        Some(area_id(4))
    );
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(value(&write_assessment(&reading.assessment)), value(example));
}
