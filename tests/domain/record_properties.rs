//! Whatever is written is read back, and whatever is read does no harm.

use crate::arbitrary::{ID, assessment, settings, text};
use oxymoron::domain::record::{
    Key, ParsedAssessment, quote, read_assessment, read_settings, write_assessment,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// What was accepted is written and read as the same, without a problem left.
fn assert_settled(text: &str) {
    let _ = (read_settings(text), text.parse::<Key>());
    if let Ok(reading) = read_assessment(ID, text) {
        let again = read_assessment(ID, &write_assessment(&reading.assessment));
        assert_eq!(
            again,
            Ok(ParsedAssessment {
                problems: vec![],
                ..reading
            })
        );
    }
}

#[derive(Debug, Clone)]
enum Damage {
    Flip(Index, u8),
    Cut(Index),
    Drop(Index),
    Repeat(Index, Index),
    Digit(Index, u8),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        1 => (at(), 0_u8..8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        1 => at().prop_map(Damage::Cut),
        1 => at().prop_map(Damage::Drop),
        1 => (at(), at()).prop_map(|(from, to)| Damage::Repeat(from, to)),
        // Digits keep the JSON whole, so that the damage reaches the values.
        4 => (at(), b'0'..=b'9').prop_map(|(at, digit)| Damage::Digit(at, digit)),
    ]
}

fn damaged(mut bytes: Vec<u8>, damage: &Damage) -> Vec<u8> {
    if bytes.is_empty() {
        return bytes;
    }
    let length = bytes.len();
    match damage {
        Damage::Flip(at, bit) => bytes[at.index(length)] ^= 1 << bit,
        Damage::Cut(at) => bytes.truncate(at.index(length)),
        Damage::Drop(at) => drop(bytes.remove(at.index(length))),
        Damage::Repeat(from, to) => {
            let (from, to) = (from.index(length), to.index(length));
            bytes.extend_from_within(from.min(to)..from.max(to));
        }
        Damage::Digit(at, digit) => {
            let digits: Vec<_> = (0..length).filter(|at| bytes[*at].is_ascii_digit()).collect();
            if !digits.is_empty() {
                bytes[*at.get(&digits)] = *digit;
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn written_records_read_back(assessment in assessment()) {
        let reading = read_assessment(ID, &write_assessment(&assessment));
        prop_assert_eq!(reading, Ok(ParsedAssessment { assessment, problems: vec![] }));
    }

    #[test]
    fn texts_are_quoted_as_other_writers_do(text in text()) {
        let mut quoted = String::new();
        quote(&mut quoted, &text);
        prop_assert_eq!(quoted, serde_json::to_string(&text).unwrap());
    }

    #[test]
    fn any_text_is_read_without_harm(text in text()) {
        assert_settled(&text);
    }

    #[test]
    fn any_parts_in_a_whole_record_are_read_without_harm(
        id in "[AKB][0-9]{0,2}[abkd]?",
        answer in text(),
        area in "A[0-9]{1,2}",
        note in text(),
        day in "[0-9-]{0,10}",
        revisions in any::<[u32; 4]>(),
    ) {
        let [whole, one, two, three] = revisions;
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let text = format!(
            r#"{{"schema":1,"kind":"assessment","id":"{ID}","revision":{whole},"body":{{
                "instrument":1,"started":0,"changed":0,"depth":["full",0],"know_do":[true,0],"subject":["",0],
                "day":["{day}",{one}],"answers":{{"{id}":[{},{two}]}},"notes":{{"{area}":[{},{three}]}}}}}}"#,
            quoted(&answer), quoted(&note),
        );
        prop_assert!(read_assessment(ID, &text).is_ok());
        assert_settled(&text);
    }

    #[test]
    fn any_plan_in_a_whole_record_is_read_without_harm(
        chosen in "A?[0-9]{0,2} ?(lowest|energy|chance|best)?( [0-9]){0,3}",
        stop in "[0-9-]{0,10}",
        status in "planned|running|done|dropped|[a-z]{0,8}",
        owner in text(),
        revision in any::<u32>(),
    ) {
        let owner = serde_json::to_string(&owner).unwrap();
        let text = format!(
            r#"{{"schema":2,"kind":"assessment","id":"{ID}","revision":0,"body":{{
                "instrument":1,"started":0,"changed":0,"depth":["full",0],"know_do":[true,0],"subject":["",0],
                "day":["",0],"answers":{{}},"notes":{{}},"plan":{{"chosen":["{chosen}",{revision}],"experiment":["",0],
                "counted":["",0],"owner":[{owner},0],"learned":["",0],"start":["",0],"stop":["{stop}",0],"review":["",0],
                "status":["{status}",0]}}}}}}"#,
        );
        prop_assert!(read_assessment(ID, &text).is_ok());
        assert_settled(&text);
    }

    #[test]
    fn damaged_records_are_read_without_harm(assessment in assessment(), all in proptest::collection::vec(damage(), 1..4)) {
        let bytes = all.iter().fold(write_assessment(&assessment).into_bytes(), damaged);
        assert_settled(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn records_cut_short_are_damaged(assessment in assessment(), at in any::<Index>()) {
        let text = write_assessment(&assessment);
        let cut = text.floor_char_boundary(at.index(text.len()));
        prop_assert!(read_assessment(ID, &text[..cut]).is_err());
    }
}
