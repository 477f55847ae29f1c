//! Every file of ours against its schema, which notices what is wrong.

use super::{NOW, assessment, file, full, hostile, pack, with, workshop};
use oxymoron::app::assessment::export::report;
use oxymoron::app::export::everything;
use oxymoron::app::state::{RawReason, RawRecord, State};
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::exchange::{from_page, stands_as_it_is};
use oxymoron::domain::record::{
    Key, Settings, TableForm, read_roll_up, read_ticket, read_workshop, roll_up_key, table_key,
    write_roll_up, write_table, write_ticket, write_workshop,
};
use oxymoron::domain::rollup::gathering::RollUpId;
use serde_json::Value;

#[test]
fn the_file_is_as_its_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../../docs/formats/export.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut state = State::prerendered();
    for (number, assessment) in [full(), hostile(), assessment("")].into_iter().enumerate() {
        let id = AssessmentId(number as u64);
        state.assessments.insert(id, Assessment { id, ..assessment });
    }
    state.settings = Some(Settings::DEFAULT);
    for (key, text) in [
        ("oxymoron/1/quarantine/assessment/00000000000000aa", "{damaged"),
        ("oxymoron/1/workshop/7", r#"{"schema":5}"#),
    ] {
        let (text, reason) = (text.to_owned(), RawReason::Unknown);
        state
            .raw_records
            .insert(key.parse().unwrap(), RawRecord::new(text, reason));
    }
    let check = |text: &str, valid: bool| {
        let value: Value = serde_json::from_str(text).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&value)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors.is_empty(), valid, "{text}: {errors:?}");
    };
    let refuses = |file: &str, from: &str, to: &str| {
        assert!(file.contains(from), "{from}: {file}");
        check(&file.replacen(from, to, 1), false);
    };
    let whole = everything(&state, &pack().checklist, NOW, stands_as_it_is);
    check(&whole, true);
    check(
        &everything(&State::prerendered(), &pack().checklist, NOW, stands_as_it_is),
        true,
    );
    check(&file(&full()), true);
    check(&workshop::session_of_a_whole_workshop(), true);
    for counts in workshop::rooms::every_file_of_counts() {
        check(&counts, true);
        for (from, to) in [
            ("\"day\":\"2026-11-23\"", "\"day\":\"23.11.2026\""),
            ("\"minimum\":5", "\"minimum\":2"),
            ("\"A02\":[", "\"A02\":[1,"),
            ("\"status\":\"planned\"", "\"status\":\"plan\""),
        ] {
            refuses(&counts, from, to);
        }
    }
    let records = everything(&with_every_record(), &pack().checklist, NOW, stands_as_it_is);
    check(&records, true);
    for (from, to) in [
        ("\"cells\":\"semicolon\"", "\"cells\":\"tab\""),
        ("[1,\"oxya.AQID\",40,4]", "[1,\"oxya.AQID\",40]"),
        ("\"ending\":\"kept\"", "\"ending\":\"\""),
        ("\"came\":\"", "\"came\":\"un"),
        ("\"response\":\"0102", "\"response\":\"x102"),
        ("\"theme\":\"system\"", "\"theme\":\"blue\""),
        ("\"stage\":\"discuss\"", "\"stage\":\"discussion\""),
        ("\"timer\":[200]", "\"timer\":[]"),
        ("\"modes\":[\"scan\"", "\"modes\":[\"post\""),
        ("\"cover\":[\"break\",true", "\"cover\":[\"break\",1"),
        ("\"A12\":[1,0,2,3,0,4,5]", "\"A12\":[1,0,2,3,0,4]"),
        ("\"rehearsal\":[14,77]", "\"rehearsal\":[14]"),
        ("\"secret\":\"Bw", "\"secret\":\""),
        ("[2,\"A01\",[0,0,2,8,2,0,0]]", "[1,\"A01\",[0,0,2,8,2,0,0]]"),
    ] {
        refuses(&records, from, to);
    }
    // And what is inside of a report.
    let page = with(&hostile(), |taking| report(taking, &file(&hostile())));
    check(&from_page(&page).unwrap(), true);
    // In Python a pattern that ends in `$` lets a line break in behind it, unless the schema says otherwise.
    let mut patterns = 0;
    walk(&schema, &mut |object| {
        if object
            .get("pattern")
            .and_then(Value::as_str)
            .is_some_and(|pattern| pattern.ends_with('$'))
        {
            patterns += 1;
            assert_eq!(
                object.get("not").map(Value::to_string).as_deref(),
                Some(r#"{"pattern":"\\n"}"#)
            );
        }
    });
    assert_eq!(patterns, 10);
    // The schema notices what is wrong.
    for (from, to) in [
        ("\"format\":\"oxymoron\"", "\"format\":\"other\""),
        ("\"version\":1", "\"version\":2"),
        ("\"kind\":\"assessment\"", "\"kind\":7"),
        ("oxymoron/1/workshop", "other/1/workshop"),
        ("\"day\":[\"2026-11-17\"", "\"day\":[\"17.11.2026\""),
        ("\"A01\":[\"3\"", "\"A01\":[\"9\""),
        ("\"A01\":[\"3\"", "\"A01\":[\"3\\n\""),
        ("\"day\":[\"2026-11-17\"", "\"day\":[\"2026-11-17\\n\""),
        ("\"A05\":[\"Two", "\"A05\\n\":[\"Two"),
    ] {
        refuses(&whole, from, to);
    }
}

/// A state that holds a ticket, a choice of tables and rooms put together, each written as the app writes it.
fn with_every_record() -> State {
    let mut state = State::prerendered();
    let workshop = WorkshopId(0x0123_4567_89ab_cdef);
    let ticket = include_str!("../fixtures/records/ticket-v2.json");
    let rooms = include_str!("../fixtures/records/roll-up-v1.json");
    let session = include_str!("../fixtures/records/workshop-v5.json");
    state.settings = Some(Settings::DEFAULT);
    for (key, text) in [
        (
            Key::Ticket(workshop),
            write_ticket(&read_ticket(workshop, ticket).unwrap()),
        ),
        (
            Key::Workshop(workshop),
            write_workshop(&read_workshop(workshop, session).unwrap()),
        ),
        (table_key(), write_table(TableForm::Semicolon)),
        (
            roll_up_key(RollUpId(10)),
            write_roll_up(&read_roll_up(RollUpId(10), rooms).unwrap()),
        ),
    ] {
        let record = RawRecord::new(text, RawReason::Unknown);
        state.raw_records.insert(key, record);
    }
    state
}

/// Every object inside a value.
fn walk(value: &Value, visit: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|value| walk(value, visit));
        }
        Value::Array(values) => values.iter().for_each(|value| walk(value, visit)),
        _ => {}
    }
}
