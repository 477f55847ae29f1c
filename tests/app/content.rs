//! The rules of wording that can be counted: section 2 of the instrument, and the source that is cited and not copied.

use oxymoron::domain::level::Level;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// Of this many words in a row, none may be shared with the post.
const RUN: usize = 6;

fn words_of(text: &str) -> Vec<String> {
    let plain = |c: char| {
        if c.is_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            ' '
        }
    };
    let joined: String = text.replace(['’', '\''], "").chars().map(plain).collect();
    joined.split_whitespace().map(str::to_owned).collect()
}

fn language() -> Table {
    include_str!("../../assets/en.toml").parse().unwrap()
}

fn texts(value: &Value, path: &str, into: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => into.push((path.to_owned(), text.clone())),
        Value::Array(list) => list.iter().for_each(|value| texts(value, path, into)),
        Value::Table(table) => {
            table
                .iter()
                .for_each(|(key, value)| texts(value, &format!("{path}.{key}"), into));
        }
        _ => {}
    }
}

fn all_texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    language()
        .iter()
        .for_each(|(key, value)| texts(value, key, &mut found));
    found
}

fn list(table: &Value, key: &str) -> Vec<String> {
    let list = table[key].as_array().unwrap().iter();
    list.map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn areas() -> Vec<(String, Value)> {
    let language = language();
    let areas = language["areas"].as_table().unwrap();
    areas
        .iter()
        .map(|(id, area)| (id.clone(), area.clone()))
        .collect()
}

#[test]
fn an_item_with_its_anchors_has_at_most_fifty_words() {
    for (id, area) in areas() {
        let question = area["question"].as_str().unwrap().to_owned();
        let all = list(&area, "anchors").join(" ") + " " + &question;
        let count = words_of(&all).len();
        assert!(count <= 50, "{id} has {count} words");
    }
}

#[test]
fn every_area_has_its_five_levels_four_steps_two_experiments_and_two_questions() {
    assert_eq!(areas().len(), 12);
    for (id, area) in areas() {
        let lengths = ["anchors", "looks", "next", "experiments", "discuss", "evidence"]
            .map(|key| list(&area, key).len());
        assert_eq!(lengths, [Level::ALL.len(), 5, 4, 2, 2, 2], "{id}");
        let distinct: BTreeSet<_> = list(&area, "anchors").into_iter().collect();
        assert_eq!(distinct.len(), 5, "{id}");
    }
}

#[test]
fn no_anchor_is_an_adverb_alone() {
    let frequency = [
        "never",
        "seldom",
        "sometimes",
        "often",
        "always",
        "now",
        "then",
        "and",
        "or",
    ];
    let adverb = |word: &String| word.ends_with("ly") || frequency.contains(&word.as_str());
    for (id, area) in areas() {
        for anchor in list(&area, "anchors") {
            assert!(!words_of(&anchor).iter().all(adverb), "{id}: {anchor}");
        }
    }
}

#[test]
fn no_question_asks_two_things() {
    // The post holds the two of them accountable together, under one mission.
    let one_body = "operations and enablement";
    for (id, area) in areas() {
        let mut questions = list(&area, "evidence");
        questions.push(area["question"].as_str().unwrap().to_owned());
        for question in questions {
            let words = words_of(&question.replace(one_body, "operations"));
            assert!(!words.iter().any(|word| word == "and"), "{id}: {question}");
            assert_eq!(question.matches('?').count(), 1, "{id}: {question}");
        }
    }
}

#[test]
fn no_anchor_is_a_degree_of_agreement() {
    let degree = |word: &String| ["agree", "disagree", "strongly"].contains(&word.as_str());
    for (id, area) in areas() {
        for anchor in list(&area, "anchors") {
            assert!(!words_of(&anchor).iter().any(degree), "{id}: {anchor}");
        }
    }
}

#[test]
fn every_reason_of_the_map_is_one_short_sentence() {
    let mut reasons = Vec::new();
    texts(&language()["influence"], "influence", &mut reasons);
    assert_eq!(reasons.len(), 29);
    for (path, reason) in reasons {
        let words = words_of(&reason).len();
        assert!((4..=16).contains(&words), "{path} has {words} words");
        assert!(
            reason.ends_with('.') && reason.matches('.').count() == 1,
            "{path}: {reason}"
        );
    }
}

/// The post itself is not in the repository; its runs of six words are, as hashes (FNV-1a, 64 bits).
#[test]
fn no_run_of_six_words_is_shared_with_the_post() {
    let post: BTreeSet<u64> = include_str!("../fixtures/source-runs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| u64::from_str_radix(line, 16).unwrap())
        .collect();
    assert!(post.len() > 700, "the post has about 900 words");
    for (path, text) in all_texts() {
        for run in words_of(&text).windows(RUN) {
            let run = run.join(" ");
            assert!(
                !post.contains(&fnv1a(&run)),
                "{path} shares {run:?} with the post"
            );
        }
    }
}

fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn the_hash_is_the_published_one() {
    assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
}
