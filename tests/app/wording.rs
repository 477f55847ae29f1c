//! The rules of wording that the instrument keeps in every language: no adverb for a level, one thing in a question, words that fit.

use crate::languages::{assets, languages, texts_in};
use std::fs;
use toml::Table;

/// What is told of how the instrument is worded in a language.
struct Wording {
    language: &'static str,
    /// Words that say how often or how much, and nothing that can be seen.
    adverbs: &'static [&'static str],
    /// Words that a second question begins with.
    and: &'static [&'static str],
    /// Pairs that the checklist holds accountable as one, and what else such a word is rightly in.
    one: &'static [&'static str],
    /// The letter that is "and" before any word, and the words that begin with it by themselves.
    attached: Option<(char, &'static [&'static str])>,
    /// Degrees of agreement.
    degrees: &'static [&'static str],
}

const WORDINGS: [Wording; 6] = [
    Wording {
        language: "en",
        adverbs: &[
            "never",
            "seldom",
            "sometimes",
            "often",
            "always",
            "now",
            "then",
            "mostly",
            "rarely",
            "fully",
            "partly",
        ],
        and: &["and", "or"],
        one: &[
            "operations and enablement",
            "operations or enablement",
            "good or bad",
        ],
        attached: None,
        degrees: &["agree", "disagree", "strongly"],
    },
    Wording {
        language: "de",
        adverbs: &[
            "nie",
            "selten",
            "manchmal",
            "oft",
            "häufig",
            "immer",
            "meist",
            "meistens",
            "kaum",
            "teilweise",
            "vollständig",
            "ganz",
        ],
        and: &["und", "oder", "sowie"],
        one: &[
            "Sales Ops und Enablement",
            "Sales Ops oder Enablement",
            "an Ort und Stelle",
            "gut oder schlecht",
            "ein und derselben",
        ],
        attached: None,
        degrees: &["stimme", "zu", "zustimmung", "ablehnung"],
    },
    Wording {
        language: "fr",
        adverbs: &[
            "jamais",
            "rarement",
            "parfois",
            "souvent",
            "toujours",
            "généralement",
            "entièrement",
            "partiellement",
        ],
        and: &["et", "ou"],
        one: &[
            "les Sales Ops et l’enablement",
            "les Sales Ops ou l’enablement",
            "bon ou mauvais",
        ],
        attached: None,
        degrees: &["accord", "désaccord"],
    },
    Wording {
        language: "es",
        adverbs: &[
            "nunca",
            "raramente",
            "casi",
            "veces",
            "a",
            "menudo",
            "siempre",
            "totalmente",
            "parcialmente",
        ],
        and: &["y", "e", "o", "u"],
        one: &[
            "operaciones y enablement",
            "operaciones o enablement",
            "y no con la fecha de cierre",
            "y ahí queda",
            "bueno o malo",
            "estructura y noticias",
            "y luego el cliente",
        ],
        attached: None,
        degrees: &["acuerdo", "desacuerdo"],
    },
    Wording {
        language: "pt-BR",
        adverbs: &[
            "nunca",
            "raramente",
            "quase",
            "às",
            "vezes",
            "sempre",
            "frequentemente",
            "totalmente",
            "parcialmente",
        ],
        and: &["e", "ou"],
        one: &[
            "operações e enablement",
            "operações ou enablement",
            "e o assunto morre",
            "bom ou ruim",
            "e então ele inicia",
        ],
        attached: None,
        degrees: &["concordo", "discordo"],
    },
    Wording {
        language: "ar",
        adverbs: &["أبدًا", "نادرًا", "أحيانًا", "غالبًا", "دائمًا", "كثيرًا", "قليلًا"],
        and: &["و", "أو", "أم"],
        one: &[
            "العمليات أو التمكين",
            "العمليات والتمكين",
            "ومعها عملية البيع",
            "وهيكلهم وأخبارهم",
            "حسنة كانت أم سيئة",
        ],
        attached: Some((
            'و',
            &["وظّفناهم", "وُضعت", "وجدناها", "وحدها", "واحدة", "وقت", "وقتًا"],
        )),
        degrees: &["أوافق", "موافق", "بشدة"],
    },
];

fn words_in(text: &str) -> Vec<String> {
    let plain = text.replace('\u{ad}', "").to_lowercase();
    let parts = plain.split(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation());
    let parts = parts.map(|word| {
        word.trim_matches(['؟', '،', '¿', '«', '»', '“', '”', '„', '…'])
            .to_owned()
    });
    parts.filter(|word| !word.is_empty()).collect()
}

impl Wording {
    /// The word that a second thing begins with in a text that may ask or state one alone.
    fn second_thing(&self, text: &str) -> Option<String> {
        let known = self.one.iter();
        let one = known.fold(text.to_owned(), |text, known| text.replace(known, ""));
        let attached = |word: &str| {
            self.attached
                .is_some_and(|(and, own)| word.starts_with(and) && !own.contains(&word))
        };
        let mut words = words_in(&one).into_iter();
        words.find(|word| self.and.contains(&&**word) || attached(word))
    }
}

#[test]
fn a_second_thing_is_found_where_and_is_a_letter_before_a_word() {
    let arabic = WORDINGS.iter().find(|wording| wording.language == "ar").unwrap();
    let found = |text| arabic.second_thing(text).is_some();
    assert!(found("متى راجعت الخطة وسجّلت النتيجة؟"));
    assert!(!found("متى أمضيت آخر مرة وقتًا عند عميل؟"));
}

/// A line never begins with one of these marks, nor ends with the mark that opens a quotation.
#[test]
fn french_marks_stay_beside_their_words() {
    let french = languages().into_iter().find(|(language, _)| language == "fr");
    let words: Table = french.unwrap().1.parse().unwrap();
    for (_, text) in texts_in(&words.into()) {
        for apart in [" :", " ;", " ?", " !", " »", "« "] {
            assert!(!text.contains(apart), "{apart:?} in {text}");
        }
    }
}

#[test]
fn the_instrument_is_worded_by_its_rules_in_every_language() {
    let mut known: Vec<_> = languages().into_iter().map(|(language, _)| language).collect();
    known.sort();
    let mut told = WORDINGS.map(|wording| wording.language.to_owned()).to_vec();
    told.sort();
    assert_eq!(told, known, "each language has its words here");
    for wording in WORDINGS {
        let language = wording.language;
        let words: Table = fs::read_to_string(assets().join(format!("{language}.toml")))
            .unwrap()
            .parse()
            .unwrap();
        let list = |value: &toml::Value| -> Vec<String> {
            let texts = value.as_array().unwrap().iter();
            texts.map(|text| text.as_str().unwrap().to_owned()).collect()
        };
        let mut questions = Vec::new();
        let mut stated = Vec::new();
        for (id, area) in words["areas"].as_table().unwrap() {
            for anchor in list(&area["anchors"]) {
                let words = words_in(&anchor);
                assert!(
                    !words.iter().all(|word| wording.adverbs.contains(&&**word)),
                    "{language} {id}: {anchor}"
                );
                let degree = words.iter().any(|word| wording.degrees.contains(&&**word)) && words.len() < 4;
                assert!(!degree, "{language} {id}: {anchor}");
                stated.push((id, anchor));
            }
            questions.push((id, area["question"].as_str().unwrap().to_owned()));
            questions.extend(list(&area["evidence"]).into_iter().map(|question| (id, question)));
        }
        for (id, pair) in words["pairs"].as_table().unwrap() {
            questions.push((id, pair["do"].as_str().unwrap().to_owned()));
            stated.push((id, pair["know"].as_str().unwrap().to_owned()));
        }
        for (id, text) in stated.iter().chain(&questions) {
            assert_eq!(wording.second_thing(text), None, "{language} {id}: {text}");
        }
        for (id, question) in questions {
            assert_eq!(
                question.matches(['?', '؟']).count(),
                1,
                "{language} {id}: {question}"
            );
        }
    }
}

/// Letters in a row that fit on the narrowest screen.
const LONGEST_WORD: usize = 16;

/// Only Firefox divides words by itself.
#[test]
fn a_long_word_of_an_option_or_a_chart_says_where_it_may_be_divided() {
    for (language, words) in languages() {
        let words: Table = words.parse().unwrap();
        let mut narrow = vec![words["scales"].clone(), words["levels"].clone()];
        for area in words["areas"].as_table().unwrap().values() {
            narrow.extend([area["anchors"].clone(), area["short"].clone()]);
        }
        narrow.extend(
            words["pairs"]
                .as_table()
                .unwrap()
                .values()
                .filter_map(|pair| pair.get("do_options").cloned()),
        );
        narrow.extend(
            words["context"]
                .as_table()
                .unwrap()
                .values()
                .map(|context| context["options"].clone()),
        );
        for (place, text) in narrow.iter().flat_map(texts_in) {
            let long = text
                .split(|letter: char| !letter.is_alphabetic())
                .find(|word| word.chars().count() > LONGEST_WORD);
            assert_eq!(long, None, "{language} {place}: {text}");
        }
    }
}

/// The name of a level or an area is a phrase, in Arabic sometimes a verb: within a sentence it would be read as a part of it.
#[test]
fn a_name_within_a_sentence_has_quotation_marks() {
    let marks = ['„', '“', '«', '(', ':'];
    for (language, words) in languages().into_iter().filter(|(language, _)| language != "en") {
        let words: Table = words.parse().unwrap();
        for (key, text) in words["text"]
            .as_table()
            .unwrap()
            .values()
            .flat_map(|texts| texts.as_table().unwrap())
        {
            let text = text.as_str().unwrap();
            for name in ["{level}", "{area}", "{from_word}", "{to_word}", "{stage}"] {
                for (place, _) in text.match_indices(name) {
                    let before = text[..place].trim_end();
                    let apart = before.is_empty() || before.ends_with(marks);
                    assert!(apart, "{language} {key}: {text}");
                }
            }
        }
    }
}
