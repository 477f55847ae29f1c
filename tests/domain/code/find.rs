//! Codes in pasted text.

use super::{VOTE, code, key, response, typos};
use crate::arbitrary::settings;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::answer::open;
use oxymoron::domain::code::find::{Broken, Finder, Flaw, Found, find};
use proptest::prelude::*;

fn answers(text: &str) -> Found {
    find(Kind::Answer, text.chars())
}

/// Which of the codes 1, 2 and 3 a text has, and what is broken in it.
fn check(text: &str, ids: &[u64], broken: &[(&str, Flaw)]) {
    let found = answers(text);
    let expected: Vec<_> = ids.iter().map(|id| code(*id)).collect();
    assert_eq!(found.codes, expected, "{text}");
    let broken: Vec<_> = broken
        .iter()
        .map(|(start, flaw)| Broken {
            start: (*start).to_owned(),
            flaw: *flaw,
        })
        .collect();
    assert_eq!(found.broken, broken, "{text}");
}

/// A text with the places of `<1>`, `<2>`, `<3>` taken by codes.
fn filled(text: &str) -> String {
    let fill = |text: String, id: u64| text.replace(&format!("<{id}>"), &code(id).to_string());
    [1, 2, 3].into_iter().fold(text.to_owned(), fill)
}

/// A code with something put in after every so many characters.
fn broken_up(id: u64, every: usize, with: &str) -> String {
    let text: Vec<_> = code(id).to_string().chars().collect();
    let pieces: Vec<String> = text.chunks(every).map(|piece| piece.iter().collect()).collect();
    pieces.join(with)
}

#[test]
fn finds_codes_wherever_they_stand() {
    check("", &[], &[]);
    check("Nothing here, see https://example.org/#/c/", &[], &[]);
    for around in [
        "<1>",
        "Here: <1>.",
        "(<1>)",
        "\u{feff}\u{2068}<1>\u{2069}",
        "https://example.org/#/c/<1>",
        "<https://example.org/#/c/<1>|my answers>",
        "<https://example.org/#/c/<1>|https://example.org/#/c/<1>>",
        "[https://example.org/#/c/<1>](https://example.org/#/c/<1>)",
        "<a href=\"https://example.org/#/c/<1>\"><1></a>",
        "https://safe.example/?url=https%3A%2F%2Fexample.org%2F%23%2Fc%2F<1>&data=1",
        "`<1>`",
        "*<1>*",
        "\"<1>\",",
        "oxyoxyooxya<1>",
    ] {
        check(&filled(around), &[1], &[]);
    }
}

#[test]
fn codes_that_were_broken_up_are_whole_again() {
    for with in [
        "\n", "\r\n", "\r\n> ", "\n> > ", " ", "\u{200b}", "\u{ad}", "=\r\n", "\n\t", "\u{a0}", "\\",
    ] {
        for every in [1, 2, 3, 4, 5, 6, 40, 76] {
            let text = format!("Ann: {} - thanks", broken_up(1, every, with));
            check(&text, &[1], &[]);
        }
    }
}

#[test]
fn reads_chat_logs() {
    let chats = [
        include_str!("../../fixtures/codes/chat-phone.txt"),
        include_str!("../../fixtures/codes/chat-work.txt"),
        include_str!("../../fixtures/codes/mail-quoted.txt"),
    ];
    for chat in chats {
        let found = answers(chat);
        let opened: Vec<_> = found.codes.iter().map(|code| open(code, VOTE, &key())).collect();
        assert_eq!(opened, [1, 2, 3].map(|id| Ok(response(id))), "{chat}");
        let kept = format!("{found:?}");
        for name in ["Ann", "Bob", "Carla", "example"] {
            assert!(chat.contains(name) && !kept.contains(name), "{name}: {kept}");
        }
    }
}

#[test]
fn what_only_begins_like_a_code_is_named() {
    let one = code(1).to_string();
    let start = &one[..25];
    check(&one[..112], &[], &[(start, Flaw::CutShort)]);
    check(&format!("{}…", &one[..60]), &[], &[(start, Flaw::CutShort)]);
    check(
        &format!("{}\n\nAnn Example: hello", &one[..60]),
        &[],
        &[(start, Flaw::CutShort)],
    );
    check(&one[..7], &[], &[("oxya.AU", Flaw::CutShort)]);
    check("oxya.", &[], &[]);
    check("oxya. oxya. ", &[], &[]);
    check(
        "oxya.nothing, oxya.______nothing",
        &[],
        &[
            ("oxya.nothing", Flaw::Changed),
            ("oxya.______nothing", Flaw::Changed),
        ],
    );
    let two = code(2).to_string();
    check(&format!("{}{two}", &one[..60]), &[2], &[(start, Flaw::CutShort)]);
    check(
        &format!("{}\n{two}", &one[..111]),
        &[2],
        &[(start, Flaw::Changed)],
    );
    let lost = format!("{}{}", &one[..70], &one[71..]);
    check(&format!("{lost} {two}"), &[2], &[(start, Flaw::Changed)]);
}

#[test]
fn a_shortened_label_is_not_called_broken() {
    let one = code(1).to_string();
    let label = &one[..40];
    check(&format!("<https://example.org/#/c/{one}|{label}…>"), &[1], &[]);
    check(&format!("[{label}…](https://example.org/#/c/{one})"), &[1], &[]);
    let two = code(2).to_string();
    check(
        &format!("[{label}…](https://example.org/#/c/{two})"),
        &[2],
        &[(&one[..25], Flaw::CutShort)],
    );
}

#[test]
fn codes_come_in_their_order_and_as_often_as_they_were_sent() {
    check(&filled("<3><1>\n<2>"), &[3, 1, 2], &[]);
    check(&filled("<1> <2> <1>"), &[1, 2, 1], &[]);
}

#[test]
fn a_single_changed_character_is_not_found_as_a_code() {
    for typo in typos(&code(1).to_string()) {
        assert_eq!(answers(&typo).codes, [], "{typo}");
    }
}

#[test]
fn each_kind_finds_its_own() {
    let invite = super::invite::invite(&["Sellers"]).seal();
    let text = format!("Join: https://example.org/#/join/{invite}\nAnn: {}", code(1));
    assert_eq!(answers(&text).codes, [code(1)]);
    let found = find(Kind::Invite, text.chars());
    assert_eq!((found.codes, found.broken), (vec![invite], vec![]));
}

/// No character is asked for twice, and what is kept stays small: so the time grows with the length and no faster.
#[test]
fn a_hostile_paste_takes_one_look_at_each_character() {
    const LENGTH: usize = 5_000_000;
    const SOME: usize = 100_000;
    let one = code(1).to_string();
    let cut = format!("{}\n", &one[..112]);
    let units = [
        "o",
        "oxya. ",
        "oxya.AAAA",
        "oxya.A\n\n\n\n",
        "A",
        cut.as_str(),
        one.as_str(),
    ];
    let lengths = [("oxya.", LENGTH), ("\u{200b}", LENGTH)].into_iter();
    for (unit, length) in lengths.chain(units.map(|unit| (unit, SOME))) {
        let mut looks = 0;
        let text = unit.chars().cycle().take(length).inspect(|_| looks += 1);
        let found = find(Kind::Answer, text);
        assert_eq!(looks, length, "{unit}");
        assert!(found.codes.len() + found.broken.len() <= length / 5, "{unit}");
    }
    let starts = "oxya.A".chars().chain(std::iter::repeat_n(' ', SOME));
    assert_eq!(find(Kind::Answer, starts).broken.len(), 1);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_text_is_searched_the_same_in_pieces(text in "(oxya\\.|[ \n>.]|[A-Za-z0-9_-]{1,40}|\\PC){0,40}", cut in 0..200_usize) {
        let mut finder = Finder::new(Kind::Answer);
        text.chars().take(cut).for_each(|character| finder.push(character));
        text.chars().skip(cut).for_each(|character| finder.push(character));
        prop_assert_eq!(finder.finish(), answers(&text));
    }

    #[test]
    fn codes_among_anything_are_found(before in "[^.]{0,60}", between in "[^.A-Za-z0-9_-]{0,20}", after in "\\PC{0,60}") {
        let text = format!("{before} {}{between}{} {after}", code(1), code(2));
        prop_assert_eq!(answers(&text).codes, [code(1), code(2)]);
    }
}

#[test]
fn what_is_taken_out_in_between_is_what_is_found_at_the_end() {
    let chat = include_str!("../../fixtures/codes/chat-phone.txt");
    let hostile = "oxya. oxya.A oxya.AAAAAAAAAAAAAAAAAAAAAAA ".repeat(3);
    let text = format!(
        "{chat}{hostile}{}",
        include_str!("../../fixtures/codes/mail-quoted.txt")
    );
    let whole = answers(&text);
    assert!(!whole.broken.is_empty());
    for stride in [1, 7, 100] {
        let mut finder = Finder::new(Kind::Answer);
        let mut found = Found::default();
        let mut add = |more: Found| {
            found.codes.extend(more.codes);
            found.broken.extend(more.broken);
        };
        for (place, character) in text.chars().enumerate() {
            finder.push(character);
            if place % stride == 0 {
                add(finder.take_found());
            }
        }
        add(finder.finish());
        assert_eq!(found, whole, "every {stride} characters");
    }
}
