//! Every screen in the pseudo-language: a word outside of its brackets comes from no file of words.

use super::*;
use crate::app::compile::compile_table;
use crate::app::translation::pseudo;

fn pseudo_pack() -> Pack {
    let words = include_str!("../../../assets/en.toml").parse().expect("words");
    let checklist = include_str!("../../../assets/checklist.toml");
    compile_table("en-XA", checklist, pseudo(&words)).expect("words")
}

/// What is outside of all brackets in a text, a piece each.
fn outside(text: &str) -> Vec<String> {
    let (mut pieces, mut depth) = (vec![String::new()], 0_usize);
    for letter in text.chars() {
        match letter {
            '[' => {
                depth += 1;
                pieces.push(String::new());
            }
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                if let Some(piece) = pieces.last_mut() {
                    piece.push(letter);
                }
            }
            _ => {}
        }
    }
    pieces
}

/// Two letters beside each other that are in no file of words, and that nobody typed. An address or a key has no words.
fn unsaid(markup: &str) -> BTreeSet<String> {
    let texts = markup
        .split('<')
        .filter_map(|piece| Some(piece.split_once('>')?.1));
    let row = plain(&texts.collect::<Vec<_>>().join("\n"));
    let pieces = spoken(markup).map(plain).chain([row]);
    let pieces = pieces.flat_map(|text| outside(&text));
    let lines = pieces.flat_map(|piece| piece.lines().map(str::to_owned).collect::<Vec<_>>());
    let read = |text: &str| text.replace("\\\"", "\"").replace("\\n", "\n");
    let records = [ASSESSMENT, WORKSHOP].map(read);
    let is_word = |line: &str| {
        let letters: Vec<_> = line.chars().map(char::is_alphabetic).collect();
        letters.windows(2).any(|two| *two == [true, true]) && !line.contains('/')
    };
    let untyped = |line: String| {
        let line = LINES
            .iter()
            .fold(line, |line, typed| line.replace(&read(typed), ""));
        let line = line.trim_matches([' ', '·']).to_owned();
        let typed = records.iter().any(|record| record.contains(&line));
        (is_word(&line) && !typed).then_some(line)
    };
    lines.filter_map(untyped).collect()
}

#[test]
fn what_comes_from_no_file_of_words_is_found() {
    let found = |markup| unsaid(markup).into_iter().collect::<Vec<_>>();
    assert_eq!(found("<p>[Two [x~] words~~] · 48 <b>three</b></p>"), ["three"]);
    assert_eq!(found("<p aria-label=\"Close\">[A~]</p>"), ["Close"]);
}

#[test]
fn every_word_on_every_screen_is_from_a_file_of_words() {
    for stage in Stage::ALL {
        let store = store_with(pseudo_pack(), stage.name(), |record| record);
        let screens = SCREENS
            .iter()
            .filter(|screen| stage == Stage::Discuss || screen.contains("#/workshop/0"));
        for fragment in screens {
            let unsaid = unsaid(&drawn(&store, fragment));
            assert_eq!(unsaid, BTreeSet::new(), "{stage:?} {fragment}");
        }
    }
}
