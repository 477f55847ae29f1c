//! What holds of the file of words of every language, and of the forms that a language has for numbers.

use oxymoron::app::compile::compile;
use oxymoron::app::pack::Pack;
use oxymoron::app::text::{PluralRule, Text};
use oxymoron::app::translation::faults;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use toml::Table;

/// Words of a question and its five answers that are read at a glance; English keeps to fewer.
const MOST_WORDS: usize = 58;

/// Texts that are rightly the same as in English, and the languages in which they are: names, and words that both have.
const SAME: &[(&str, &str)] = &[
    ("areas.A12.short", "es fr pt-BR"),
    ("text.assess.day", "fr"),
    ("text.collect.hands_question", "fr"),
    ("text.data.bytes", "es pt-BR"),
    ("text.data.column_do", "fr"),
    ("text.exchange.arrived_no", "es"),
    ("text.exchange.markdown", "de"),
    ("text.heading.workshop", "de pt-BR"),
    ("text.method.points", "fr"),
    ("text.plan.calendar_review", "de"),
    ("text.plan.dates", "fr"),
    ("text.plan.review", "de"),
    ("text.rehearsal.minutes", "fr"),
    ("text.rooms.name", "de"),
    ("text.sheet.second_vote", "fr"),
    ("text.sheet.workshop_named", "de pt-BR"),
    ("text.site.menu", "fr pt-BR"),
    ("text.site.name", "ar de es fr pt-BR"),
    ("text.site.title", "ar de es fr pt-BR"),
    ("text.stage.column_question", "fr"),
    ("text.stage.minutes", "es fr pt-BR"),
    ("text.stage.note", "fr"),
    ("text.stage.second_vote", "fr"),
    ("text.wall.break_for", "es fr pt-BR"),
    ("text.workshop.minutes", "fr"),
    ("text.workshop.stage_experiment", "de"),
    ("text.workshop.timer", "de"),
    ("text.workshop.timer_minus", "fr"),
    ("text.workshop.timer_pause", "de fr"),
    ("text.workshop.timer_plus", "fr"),
];

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
        let read = Pack::from_text(&written.to_text()).unwrap();
        read.take_in(&written.later_to_text().unwrap()).unwrap();
        assert_eq!(read, written, "{language}");
    }
}

/// As CLDR has it for Arabic.
fn arabic(n: usize) -> &'static str {
    match (n, n % 100) {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, 3..=10) => "few",
        (_, 11..=99) => "many",
        _ => "other",
    }
}

#[test]
fn arabic_has_six_forms_and_is_written_from_the_right() {
    let mut pack = pack("ar");
    assert!(pack.is_right_to_left());
    pack.texts.plurals = PluralRule(Rc::new(|n| arabic(n).to_owned()));
    for (one, many) in [
        (Text::NoticeDeletedOne, Text::NoticeDeletedMany),
        (Text::WorkshopMissingOne, Text::WorkshopMissingMany),
        (Text::RoomsMadeMany, Text::RoomsMadeMany),
        (Text::RoomsIntoMany, Text::RoomsIntoMany),
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
    pack.texts.plurals = PluralRule(Rc::new(|_| "many".to_owned()));
    let text = pack
        .texts
        .count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, 1_000_000);
    assert!(text.contains("1000000"), "{text}");
}

/// Every text with letters of its own, by its place in the file.
fn texts(value: &toml::Value, place: &str, found: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table
                .iter()
                .filter(|(key, _)| !matches!(&***key, "id" | "direction" | "within"))
            {
                let place = if place.is_empty() {
                    key.clone()
                } else {
                    format!("{place}.{key}")
                };
                texts(value, &place, found);
            }
        }
        toml::Value::Array(list) => {
            for (number, value) in list.iter().enumerate() {
                texts(value, &format!("{place}[{number}]"), found);
            }
        }
        toml::Value::String(text) => {
            let own: String = text
                .split('{')
                .map(|piece| piece.rsplit('}').next().unwrap_or(piece))
                .collect();
            if own.contains(|letter: char| letter.is_ascii_alphabetic()) {
                found.insert(place.to_owned(), text.clone());
            }
        }
        _ => {}
    }
}

fn texts_of(words: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    texts(&toml::Value::Table(words.parse().unwrap()), "", &mut found);
    found
}

#[test]
fn no_text_is_left_in_english() {
    let english = texts_of(include_str!("../../assets/en.toml"));
    let mut same = BTreeMap::<String, Vec<String>>::new();
    let mut languages = languages();
    languages.sort();
    for (language, words) in languages.into_iter().filter(|(language, _)| language != "en") {
        for (place, text) in texts_of(&words) {
            if english.get(&place) == Some(&text) {
                same.entry(place).or_default().push(language.clone());
            }
        }
    }
    let same: BTreeMap<_, _> = same
        .into_iter()
        .map(|(place, list)| (place, list.join(" ")))
        .collect();
    let expected = SAME
        .iter()
        .map(|(place, list)| ((*place).to_owned(), (*list).to_owned()));
    assert_eq!(same, expected.collect());
}

#[test]
fn a_number_has_the_point_and_a_text_the_colon_of_its_language() {
    for (language, number, about) in [
        ("en", "3.2", "Owner: Ada"),
        ("de", "3,2", "Owner: Ada"),
        ("fr", "3,2", "Owner\u{a0}: Ada"),
        ("ar", "3.2", "Owner: Ada"),
    ] {
        let texts = pack(language).texts;
        assert_eq!(texts.decimal(32, 1), number);
        assert_eq!(texts.decimal(7, 2).replace(',', "."), "0.07");
        assert_eq!(texts.about("Owner", "Ada"), about);
    }
}

#[test]
fn what_is_filled_into_an_arabic_text_keeps_its_own_direction() {
    let texts = pack("ar").texts;
    let told = texts.fill(
        Text::HistoryNth,
        &[("day", "2026-11-28"), ("n", "1"), ("total", "2")],
    );
    assert!(told.contains("\u{2068}2026-11-28\u{2069}"), "{told}");
    let plain = pack("fr").texts.fill(
        Text::HistoryNth,
        &[("day", "2026-11-28"), ("n", "1"), ("total", "2")],
    );
    assert!(!plain.contains('\u{2068}'), "{plain}");
}
