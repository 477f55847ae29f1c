//! Names that are parsed and formatted in pairs.

use crate::arbitrary::{question, settings, text};
use oxymoron::domain::answer::{Answer, Choice};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::level::Level;
use oxymoron::domain::question::{AreaId, PairId, QuestionId};
use oxymoron::domain::record::{Key, NotOurs};
use proptest::prelude::*;
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// What is read is written again, letter by letter.
fn check<Id: FromStr + Display>(text: &str, accepted: bool) {
    let id = text.parse::<Id>().ok().map(|id| id.to_string());
    assert_eq!(id.as_deref(), accepted.then_some(text), "{text:?}");
}

#[test]
fn questions() {
    for id in ["A01", "A12", "A99", "A01a", "A12b", "K1k", "K7d", "K6"] {
        check::<QuestionId>(id, true);
    }
    let others = [
        "", "A", "A1", "A00", "A00a", "A001", "A01c", "a01", "A+1", "K0", "K0k", "K10", "K1x", "A٠١", " A01",
    ];
    for other in others {
        check::<QuestionId>(other, false);
    }
}

#[test]
fn areas_and_pairs() {
    check::<AreaId>("A05", true);
    check::<AreaId>("A05a", false);
    check::<AreaId>("K5", false);
    check::<PairId>("K5", true);
    check::<PairId>("K5k", false);
    check::<PairId>("A05", false);
    assert_eq!([AreaId::new(0), AreaId::new(100)], [None, None]);
    assert_eq!([PairId::new(0), PairId::new(10)], [None, None]);
    let unknown = "A5".parse::<AreaId>().unwrap_err();
    assert_eq!(unknown.to_string(), "no question has the id \"A5\"");
}

#[test]
fn every_short_text_that_reads_as_a_question_is_written_the_same() {
    let letters = ['A', 'K', '0', '1', '9', 'a', 'b', 'k', 'd', '+', ' '];
    let mut texts = vec![String::new()];
    for _ in 0..4 {
        let longer = texts
            .iter()
            .flat_map(|text| letters.map(|letter| format!("{text}{letter}")));
        texts = longer.chain([String::new()]).collect();
        for text in &texts {
            if let Ok(id) = text.parse::<QuestionId>() {
                assert_eq!(&id.to_string(), text);
            }
        }
    }
}

#[test]
fn assessments() {
    check::<AssessmentId>("0000000000000000", true);
    check::<AssessmentId>("0123456789abcdef", true);
    check::<AssessmentId>("ffffffffffffffff", true);
    for other in [
        "",
        "0123456789ABCDEF",
        "0123456789abcde",
        "0123456789abcdef0",
        "+123456789abcdef",
        "0x23456789abcdef",
    ] {
        check::<AssessmentId>(other, false);
    }
}

fn check_key(text: &str, key: &Key) {
    assert_eq!(text.parse::<Key>().as_ref(), Ok(key), "{text}");
    assert_eq!(key.to_string(), text);
}

#[test]
fn keys() {
    let assessment = Key::Assessment(AssessmentId(0x2a));
    check_key("oxymoron/1/assessment/000000000000002a", &assessment);
    check_key("oxymoron/1/settings/device", &Key::Settings);
    check_key("oxymoron/1/early/A01", &Key::Early);
    check_key(
        "oxymoron/1/quarantine/assessment/000000000000002a",
        &assessment.quarantine(),
    );
    check_key(
        "oxymoron/1/quarantine/settings/device",
        &Key::Settings.quarantine(),
    );
    check_key(
        "oxymoron/1/assessment/2a",
        &Key::Unknown("assessment/2a".to_owned()),
    );
    check_key("oxymoron/1/workshop/7", &Key::Unknown("workshop/7".to_owned()));
}

#[test]
fn keys_without_an_id_are_not_mistaken_for_others() {
    check_key("oxymoron/1/quarantine", &Key::Unknown("quarantine".to_owned()));
    check_key("oxymoron/1/quarantine/", &Key::Quarantine(String::new()));
    check_key("oxymoron/1/", &Key::Unknown(String::new()));
    check_key("oxymoron/1/settings", &Key::Unknown("settings".to_owned()));
}

#[test]
fn keys_of_somebody_else() {
    for other in [
        "",
        "oxymoron",
        "oxymoron/1",
        "oxymoron/2/settings/device",
        "theme",
    ] {
        assert_eq!(other.parse::<Key>(), Err(NotOurs), "{other}");
    }
}

#[test]
fn choices() {
    for code in ["0", "1", "2", "3", "4", "5", "x"] {
        assert_eq!(Choice::from_code(code).map(Choice::code), Some(code));
    }
    for other in ["", "6", "9", "+3", "03", "3 ", "X", "-1", "256"] {
        assert_eq!(Choice::from_code(other), None, "{other:?}");
    }
}

#[test]
fn a_second_look_at_not_applicable_keeps_its_reason() {
    let given = Answer::NotApplicable("No operations team".to_owned());
    assert_eq!(Choice::NotApplicable.answer(Some(&given)), given);
    assert_eq!(
        Choice::NotApplicable.answer(None),
        Answer::NotApplicable(String::new())
    );
    assert_eq!(Choice::CannotTell.answer(Some(&given)), Answer::CannotTell);
    assert_eq!(Choice::of(&given), Choice::NotApplicable);
}

#[test]
fn levels() {
    for (position, level) in Level::ALL.into_iter().enumerate() {
        assert_eq!(level.position(), position);
        assert_eq!(Level::from_number(level.number()), Some(level));
        assert_eq!(level.above(), Level::ALL.get(position + 1).copied());
    }
    assert_eq!([0, 6, 255].map(Level::from_number), [None; 3]);
}

fn assert_round_trip<Id: FromStr<Err: Debug> + Display + PartialEq + Debug>(id: &Id) {
    assert_eq!(&id.to_string().parse::<Id>().unwrap(), id);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn written_ids_read_back(question in question(), number in any::<u64>()) {
        assert_round_trip(&question);
        assert_round_trip(&AssessmentId(number));
        assert_round_trip(&Key::Assessment(AssessmentId(number)));
        assert_round_trip(&Key::Assessment(AssessmentId(number)).quarantine().quarantine());
    }

    #[test]
    fn every_key_of_ours_is_written_as_it_was_read(
        kind in "(assessment|settings|early|quarantine|other)?",
        rest in prop_oneof![text(), "/[0-9a-f/]{0,18}"],
    ) {
        let text = format!("oxymoron/1/{kind}{rest}");
        prop_assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
    }

    #[test]
    fn no_text_reads_as_an_id_and_writes_as_another(text in prop_oneof![text(), "[A-Ka-k0-9]{0,17}"]) {
        if let Ok(id) = text.parse::<QuestionId>() {
            prop_assert_eq!(id.to_string(), text.clone());
        }
        if let Ok(id) = text.parse::<AssessmentId>() {
            prop_assert_eq!(id.to_string(), text);
        }
    }
}
