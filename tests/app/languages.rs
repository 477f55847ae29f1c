//! What holds of the file of words of every language, and of the forms that a language has for numbers.

use oxymoron::app::chunk::Beside;
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
    ("text.rooms.column_votes", "fr"),
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

pub fn assets() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))
}

/// The tag and the words of every language.
pub fn languages() -> Vec<(String, String)> {
    let files = fs::read_dir(assets()).unwrap().map(|file| file.unwrap().path());
    let tomls = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let named = tomls.map(|path| {
        let tag = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (tag, fs::read_to_string(path).unwrap())
    });
    named.filter(|(tag, _)| tag != "checklist").collect()
}

pub fn pack(language: &str) -> Pack {
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
fn all_files_of_every_pack_are_read_as_they_were_written() {
    for (language, _) in languages() {
        let mut written = pack(&language);
        let read = Pack::from_text(&written.to_text()).unwrap();
        for beside in Beside::ALL {
            let words = written.to_text_beside(beside).unwrap();
            read.take_in(beside, &words).unwrap();
        }
        // What only the page says is in none of them.
        written.texts.page.clear();
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

/// Texts for a number that stand beside it and not before what is counted, so that one form is right for all.
const NEUTRAL: [&str; 2] = ["results.so", "plan.lowest"];

/// Texts whose number has a verb behind it and nothing that is counted.
const WITHOUT_A_NOUN: [&str; 3] = ["ask.missing", "ask.reveal", "sheet.cannot_tell"];

/// The keys of every text that is chosen by a number, without their endings.
fn counted() -> Vec<(String, String)> {
    let english: Table = include_str!("../../assets/en.toml").parse().unwrap();
    let mut counted = Vec::new();
    for (section, texts) in english["text"].as_table().unwrap() {
        for key in texts.as_table().unwrap().keys() {
            let base = key.strip_suffix("_many").unwrap_or_default();
            let numbered = texts[key].as_str().unwrap().contains("{n}");
            if !base.is_empty() && numbered {
                counted.push((section.clone(), base.to_owned()));
            }
        }
    }
    assert!(counted.len() > 40, "{counted:?}");
    counted
}

#[test]
fn every_counted_text_has_the_six_forms_of_arabic() {
    let arabic: Table = fs::read_to_string(assets().join("ar.toml"))
        .unwrap()
        .parse()
        .unwrap();
    for (section, base) in counted() {
        let place = format!("{section}.{base}");
        if NEUTRAL.contains(&&*place) {
            continue;
        }
        let texts = &arabic["text"][&section];
        let rest = texts[format!("{base}_many")].as_str().unwrap();
        let form = |form: &str| {
            texts
                .get(format!("{base}_{form}"))
                .map_or(rest, |own| own.as_str().unwrap())
        };
        // What CLDR's forms of 2, 3, 11 and 100 lead to; what has no form of its own is said as the rest.
        let [two, few, many] = ["two", "few", "lots"].map(form);
        assert!(
            [few, many, rest].iter().all(|form| form.contains("{n}")),
            "{place}"
        );
        assert!(!two.contains("{n}"), "{place}: two is a word: {two}");
        // "Three days" is not "a hundred day"; a verb alone has one form for all.
        assert_eq!(few == rest, WITHOUT_A_NOUN.contains(&&*place), "{place}: {few}");
        if let Some(one) = texts.get(format!("{base}_one")) {
            let one = one.as_str().unwrap();
            assert!(![two, few, many, rest].contains(&one), "{place}: {one}");
        }
    }
}

#[test]
fn arabic_chooses_by_the_number_and_is_written_from_the_right() {
    let mut pack = pack("ar");
    assert!(pack.is_right_to_left());
    pack.texts.plurals = PluralRule(Rc::new(|n| arabic(n).to_owned()));
    let (one, many) = (Text::NoticeDeletedOne, Text::NoticeDeletedMany);
    let forms = [0, 1, 2, 3, 11, 100].map(|n| {
        let text = pack.texts.count(one, many, n);
        text.replace(&n.to_string(), "#")
    });
    let different: std::collections::BTreeSet<_> = forms.iter().collect();
    assert_eq!(different.len(), 6, "{forms:?}");
    // "None was deleted" has no figure in it, and neither have one and two.
    let figures = forms.each_ref().map(|form| form.contains('#'));
    assert_eq!(figures, [false, false, false, true, true, true], "{forms:?}");
}

/// As CLDR has it for whole numbers.
fn romance(language: &str, n: usize) -> &'static str {
    match (language, n) {
        ("fr" | "pt-BR", 0 | 1) | ("es", 1) => "one",
        (_, 1..) if n.is_multiple_of(1_000_000) => "many",
        _ => "other",
    }
}

/// Nothing here is counted that far; should it ever be, the text for the rest stands in.
#[test]
fn a_million_is_said_as_the_rest() {
    for language in ["fr", "es", "pt-BR"] {
        let mut pack = pack(language);
        pack.texts.plurals = PluralRule(Rc::new(move |n| romance(language, n).to_owned()));
        assert_eq!(romance(language, 1_000_000), "many");
        assert_eq!(romance(language, 1_500_000), "other");
        let said = |n: usize| {
            let text = pack
                .texts
                .count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, n);
            text.replace(&n.to_string(), "#")
        };
        assert_eq!(said(1_000_000), said(1_500_000));
        assert_eq!(said(1_500_000), said(2));
        assert_ne!(said(1), said(2), "{language}");
        assert!(said(2).contains('#'), "{language}");
    }
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
fn what_is_filled_in_keeps_its_own_direction_wherever_any_of_it_turns() {
    let nth = |language: &str, day: &str| {
        let values = [("day", day), ("n", "1"), ("total", "2")];
        pack(language).texts.fill(Text::HistoryNth, &values)
    };
    let told = nth("ar", "2026-11-28");
    assert!(told.contains("\u{2068}2026-11-28\u{2069}"), "{told}");
    let plain = nth("fr", "2026-11-28");
    assert!(!plain.contains('\u{2068}'), "{plain}");
    // A title in Arabic would take the figures behind it along, on a page in any language.
    for language in ["en", "de", "fr", "es", "pt-BR"] {
        let texts = pack(language).texts;
        let title = "فريق الشمال 3";
        let column = texts.fill(Text::SheetPastColumn, &[("title", title), ("date", "2026-11-28")]);
        assert!(column.contains("\u{2068}فريق الشمال 3\u{2069}"), "{column}");
        assert!(
            texts
                .about("Owner", title)
                .ends_with(&*format!("\u{2068}{title}\u{2069}"))
        );
        let list = texts.list(&[title.to_owned(), "12".to_owned()]);
        assert_eq!(list, format!("\u{2068}{title}\u{2069}, \u{2068}12\u{2069}"));
        assert_eq!(texts.list(&["a".to_owned(), "b".to_owned()]), "a, b");
    }
    let list = pack("ar").texts.list(&["نعم".to_owned(), "لا".to_owned()]);
    assert_eq!(list, "\u{2068}نعم\u{2069}، \u{2068}لا\u{2069}");
}

#[test]
fn a_list_within_a_text_is_read_from_where_the_language_is() {
    let arabic = pack("ar");
    let texts = &arabic.texts;
    let camp = |text: Text, n: &str| {
        let values = [("n", n), ("level", "فعّال"), ("low", "قائم"), ("high", "فعّال")];
        texts.fill(text, &values)
    };
    let camps = [camp(Text::StageCampSpan, "14"), camp(Text::StageCampAt, "20")];
    let [span, at] = &camps;
    assert!(span.starts_with("\u{2068}14\u{2069} "), "{span}");
    // Around the list there is no mark: within one it would have no letter of its own, and be read from the left.
    let list = texts.list(&camps);
    assert_eq!(list, format!("{span}، {at}"));
    let named = texts.fill(Text::StageTwoCamps, &[("camps", &list)]);
    assert_eq!(named, texts.get(Text::StageTwoCamps).replace("{camps}", &list));
    let numbers = texts.list(&["3".to_owned(), "4".to_owned()]);
    assert_eq!(numbers, "\u{2068}3\u{2069}، \u{2068}4\u{2069}");
    assert_eq!(arabic.isolated(&numbers), numbers);
    assert_eq!(texts.about("قائم", &numbers), format!("قائم: {numbers}"));
    assert_eq!(
        arabic.row(&[&numbers, "12"]),
        format!("{numbers} · \u{2068}12\u{2069}")
    );
    // Each line of what is filled in has its own marks.
    let typed = texts.fill(Text::StageTwoCamps, &[("camps", "Ada\n2 (two)")]);
    assert!(
        typed.ends_with("\u{2068}Ada\u{2069}\n\u{2068}2 (two)\u{2069}"),
        "{typed}"
    );
}

#[test]
fn what_is_joined_keeps_its_own_direction() {
    let (arabic, english) = (pack("ar"), pack("en"));
    assert_eq!(arabic.isolated("-3"), "\u{2068}-3\u{2069}");
    assert_eq!(
        arabic.isolated("Ada\n\n2 (two)"),
        "\u{2068}Ada\u{2069}\n\n\u{2068}2 (two)\u{2069}"
    );
    assert_eq!(arabic.isolated(""), "");
    assert_eq!(english.isolated("-3"), "-3");
    assert_eq!(english.isolated("سلمى"), "\u{2068}سلمى\u{2069}");
    assert_eq!(english.row(&["2026-11-28", "12"]), "2026-11-28 · 12");
    assert_eq!(
        arabic.row(&["2026-11-28", "12"]),
        "\u{2068}2026-11-28\u{2069} · \u{2068}12\u{2069}"
    );
}

/// All texts of a value.
pub fn texts_in(value: &toml::Value) -> Vec<(String, String)> {
    match value {
        toml::Value::String(text) => vec![(String::new(), text.clone())],
        toml::Value::Array(list) => list.iter().flat_map(texts_in).collect(),
        toml::Value::Table(table) => table.values().flat_map(texts_in).collect(),
        _ => vec![],
    }
}

#[test]
fn the_help_for_the_keyboard_names_up_and_down() {
    for (language, words) in [
        ("en", ["Up", "Down"]),
        ("de", ["auf", "ab"]),
        ("fr", ["Haut", "Bas"]),
        ("es", ["arriba", "abajo"]),
        ("pt-BR", ["cima", "baixo"]),
        ("ar", ["الأعلى", "الأسفل"]),
    ] {
        let keys = pack(language).texts.get(Text::AssessKeys);
        assert!(words.iter().all(|word| keys.contains(word)), "{language}: {keys}");
    }
}

/// What an Arabic comma or colon would be taken for in a sentence is not written with the Latin one.
#[test]
fn no_arabic_text_has_a_latin_comma() {
    let words = fs::read_to_string(assets().join("ar.toml")).unwrap();
    let words: Table = words.parse().unwrap();
    for (_, text) in texts_in(&words["text"].clone()) {
        let between =
            text.contains(", ") && text.chars().any(|letter| matches!(letter, '\u{600}'..='\u{6ff}'));
        assert!(!between, "{text}");
    }
}
