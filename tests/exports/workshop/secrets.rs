//! Random workshops: no file for everybody holds an answer, a role, a note or the secret.

use super::{NOTES, QUICK, ROLES, SECRET, area, begun, cell, csv, go, meeting, response, revealed, rows};
use crate::{NOW, pack};
use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use oxymoron::app::workshop::export::{Sheet, markdown, report, session_file};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use proptest::collection::vec;
use proptest::prelude::*;

/// Everything in a workshop that may be in no file for passing round.
pub(super) fn secrets(workshop: &Workshop) -> Vec<String> {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut secrets: Vec<_> = ROLES.map(str::to_owned).to_vec();
    secrets.push(NOTES.to_owned());
    secrets.extend([
        STANDARD_NO_PAD.encode(SECRET),
        URL_SAFE_NO_PAD.encode(SECRET),
        hex(&SECRET),
    ]);
    secrets.push("secret".to_owned());
    secrets.push(String::from_utf8(SECRET.to_vec()).unwrap());
    let ballots = workshop
        .topics
        .iter()
        .map(|topic| &topic.ballot)
        .chain([&workshop.first]);
    for response in ballots.flat_map(|ballot| ballot.responses()) {
        let id = response.id.0;
        secrets.extend([id.to_string(), format!("{id:x}"), format!("{id:016x}")]);
        for bytes in [response.pack(), id.to_be_bytes().to_vec()] {
            secrets.extend([URL_SAFE_NO_PAD.encode(&bytes), STANDARD.encode(&bytes)]);
        }
        // A row of answers as digits is as good as a response.
        let digits = response.items.row().iter().map(|choice| match choice {
            Some(Choice::Level(level)) => level.number().to_string(),
            Some(Choice::CannotTell) => "0".to_owned(),
            _ => "x".to_owned(),
        });
        let digits: Vec<_> = digits.collect();
        secrets.extend([
            digits.concat(),
            digits.join(","),
            digits.join("·"),
            digits.join(" "),
        ]);
    }
    secrets
}

fn any_response() -> impl Strategy<Value = (Option<u8>, String)> {
    (proptest::option::of(0_u8..3), "[012345x-]{12}")
}

prop_compose! {
    fn any_workshop()(
        shape in proptest::sample::select(Shape::ALL.to_vec()),
        minimum in 3_u32..9,
        first in proptest::collection::vec(any_response(), 0..24),
        second in proptest::collection::vec(any_response(), 0..24),
        hands in proptest::option::of(proptest::array::uniform5(0_u32..6)),
        closed in any::<bool>(),
        revealed in proptest::bool::weighted(0.9),
    ) -> Workshop {
        let mut workshop = begun(shape, minimum);
        let all = |given: &[(Option<u8>, String)], from: u64| {
            let voters = given.iter().zip(from..);
            let voters = voters.map(|((role, line), id)| response(id, *role, shape, line));
            Change::Received(voters.collect())
        };
        go(&mut workshop, [all(&first, 0)]);
        if let Some(levels) = hands {
            let counted = Counted { levels, cannot_tell: 1, not_applicable: 0 };
            let question = "A02".parse().unwrap();
            go(&mut workshop, [Change::CountedHands(question, counted)]);
        }
        if revealed {
            go(&mut workshop, [
                Change::WentTo(Stage::Reveal),
                Change::ChoseTopics(vec![area(2), area(5)]),
                Change::TurnedTo(1),
                Change::OpenedSecondVote,
                all(&second, 1000),
            ]);
            if closed {
                go(&mut workshop, [Change::ClosedSecondVote]);
            }
            for topic in [2, 5] {
                go(&mut workshop, [Change::WroteNote(area(topic), NOTES.to_owned())]);
            }
        }
        workshop
    }
}

const FIGURES: [&str; 6] = ["median", "ad_median", "mean", "sd", "agreement", "consensus"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_file_for_passing_round_holds_an_answer_a_role_or_the_secret(workshop in any_workshop()) {
        let pack = pack();
        let meeting = meeting(&pack, &workshop);
        let files = [csv(&meeting), markdown(&meeting), report(&meeting)];
        prop_assert_eq!(files.iter().flatten().count(), if workshop.revealed.is_some() { 3 } else { 0 });
        let secrets = secrets(&workshop);
        let any = AhoCorasick::new(&secrets).unwrap();
        for file in files.iter().flatten() {
            let found = any.find(file).map(|found| &secrets[found.pattern()]);
            prop_assert_eq!(found, None, "in {}", file);
        }
        prop_assert!(session_file(&workshop, workshop.instrument, NOW).contains(&URL_SAFE_NO_PAD.encode(SECRET)));
    }

    #[test]
    fn the_table_has_a_row_for_each_question_and_none_for_a_person(workshop in any_workshop()) {
        let pack = pack();
        let Some(table) = csv(&meeting(&pack, &workshop)) else {
            return Ok(());
        };
        let rows = rows(&table);
        let second = workshop.topics.iter().filter(|topic| {
            workshop.rounds(&pack.checklist, topic.area).is_some_and(|rounds| rounds.second.is_some())
        });
        prop_assert_eq!(rows.len(), workshop.settings.shape.length() + second.count());
        for row in &rows {
            let n = cell(row, "n").parse::<u32>();
            let five = n.as_ref().is_ok_and(|n| *n >= 5);
            for figure in FIGURES {
                prop_assert_eq!(cell(row, figure).is_empty(), !five, "{}", figure);
            }
            match n {
                Ok(n) => prop_assert!(n >= workshop.settings.minimum.size()),
                Err(_) => prop_assert!(row.iter().skip(12).take(16).all(str::is_empty)),
            }
        }
    }

    #[test]
    fn of_three_or_four_people_nothing_that_leaves_says_a_middle(rows in vec("[1-5]{12}", 3..=4), again in vec("[1-5]", 3..=4)) {
        let responses = |lines: &[String]| {
            let lines = (0..).zip(lines);
            lines.map(|(id, line)| response(id, None, QUICK, line)).collect::<Vec<_>>()
        };
        let mut workshop = revealed(responses(&rows), 3);
        go(&mut workshop, [
            Change::ChoseTopics(vec![area(1)]),
            Change::TurnedTo(0),
            Change::OpenedSecondVote,
            Change::Received(responses(&again)),
            Change::ClosedSecondVote,
        ]);
        let pack = pack();
        let meeting = meeting(&pack, &workshop);
        for row in super::rows(&csv(&meeting).unwrap()) {
            prop_assert!(FIGURES.iter().all(|figure| cell(&row, figure).is_empty()));
            prop_assert!(!cell(&row, "n").is_empty());
        }
        // Nothing that the text and the page are made of has a decimal figure.
        let words = format!("{:?}", Sheet::of(&meeting, &String::from).unwrap());
        let letters: Vec<_> = words.chars().collect();
        let decimal = |part: &[char]| matches!(part, [before, '.', after] if before.is_ascii_digit() && after.is_ascii_digit());
        prop_assert!(!letters.windows(3).any(decimal) && !words.contains("Middle answer"), "{}", words);
        prop_assert!(markdown(&meeting).is_some_and(|text| !text.contains("on average 0")));
    }
}
