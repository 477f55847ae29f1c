//! What holds of the file of words of every language, and of the forms that a language has for numbers.

use oxymoron::app::compile::{Direction, compile, direction};
use oxymoron::app::pack::Pack;
use oxymoron::app::text::{Plural, PluralRule, Text};
use oxymoron::app::translation::faults;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use toml::Table;

/// Words of a question and its five answers that are read at a glance; English keeps to fewer.
const MOST_WORDS: usize = 58;

fn assets() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))
}

/// The tag and the words of every language.
fn languages() -> Vec<(String, String)> {
    let files = fs::read_dir(assets()).unwrap().map(|file| file.unwrap().path());
    let tomls = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let named = tomls.map(|path| {
        let tag = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (tag, fs::read_to_string(path).unwrap())
    });
    named.filter(|(tag, _)| tag != "checklist").collect()
}

fn pack(language: &str) -> Pack {
    let words = fs::read_to_string(assets().join(format!("{language}.toml"))).unwrap();
    compile(language, include_str!("../../assets/checklist.toml"), &words).unwrap()
}

#[test]
fn every_file_of_words_has_the_keys_placeholders_and_lengths_of_the_english_one() {
    for (language, words) in languages() {
        let faults = faults(include_str!("../../assets/en.toml"), &words).unwrap();
        assert_eq!(faults, Vec::<String>::new(), "{language}");
        pack(&language);
    }
}

#[test]
fn a_question_with_its_answers_stays_short_and_its_levels_differ() {
    for (language, words) in languages() {
        let table: Table = words.parse().unwrap();
        for (id, area) in table["areas"].as_table().unwrap() {
            let anchors = area["anchors"].as_array().unwrap().iter();
            let anchors: Vec<_> = anchors.map(|anchor| anchor.as_str().unwrap()).collect();
            let question = area["question"].as_str().unwrap();
            let count = question.split_whitespace().count()
                + anchors
                    .iter()
                    .map(|anchor| anchor.split_whitespace().count())
                    .sum::<usize>();
            assert!(count <= MOST_WORDS, "{language} {id}: {count} words");
            let mut different = anchors.clone();
            different.sort_unstable();
            different.dedup();
            assert_eq!(different.len(), 5, "{language} {id}");
            let asked = question.matches(['?', '؟']).count();
            assert_eq!(asked, 1, "{language} {id}: {question}");
        }
    }
}

#[test]
fn both_files_of_every_pack_are_read_as_they_were_written() {
    for (language, _) in languages() {
        let written = pack(&language);
        let read = Pack::from_json(&written.to_json()).unwrap();
        read.take_in(&written.later_to_json().unwrap()).unwrap();
        assert_eq!(read, written, "{language}");
    }
}

/// As CLDR has it for Arabic.
fn arabic(n: usize) -> Plural {
    match (n, n % 100) {
        (0, _) => Plural::Zero,
        (1, _) => Plural::One,
        (2, _) => Plural::Two,
        (_, 3..=10) => Plural::Few,
        (_, 11..=99) => Plural::Many,
        _ => Plural::Other,
    }
}

#[test]
fn arabic_has_six_forms_and_is_written_from_the_right() {
    let mut pack = pack("ar");
    let written = direction(include_str!("../../assets/ar.toml")).unwrap();
    assert_eq!(written, Direction::Rtl);
    pack.texts.plurals = PluralRule(Rc::new(arabic));
    for (one, many) in [
        (Text::NoticeDeletedOne, Text::NoticeDeletedMany),
        (Text::WorkshopMissingOne, Text::WorkshopMissingMany),
    ] {
        let forms = [0, 1, 2, 3, 11, 100].map(|n| {
            let text = pack.texts.count(one, many, n);
            text.replace(&n.to_string(), "#")
        });
        let mut different = forms.to_vec();
        different.sort();
        different.dedup();
        assert!(different.len() >= 4, "{forms:?}");
        assert!(forms.iter().all(|form| !form.is_empty()), "{forms:?}");
    }
}

#[test]
fn a_language_without_further_forms_says_the_rest_for_a_million() {
    let mut pack = pack("en");
    pack.texts.plurals = PluralRule(Rc::new(|_| Plural::Many));
    let text = pack
        .texts
        .count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, 1_000_000);
    assert!(text.contains("1000000"), "{text}");
}
