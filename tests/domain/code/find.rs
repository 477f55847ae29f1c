//! Codes in pasted text.

use super::{VOTE, channels, code, key, response, typos};
use crate::arbitrary::settings;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::Serial;
use oxymoron::domain::code::answer::{Response, open};
use oxymoron::domain::code::find::{Broken, Finder, Flaw, Found, find};
use oxymoron::domain::code::percent;
use proptest::prelude::*;

fn answers(text: &str) -> Found {
    find(Kind::Answer, text)
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
        let opened: Vec<_> = found.codes.iter().map(|code| open(code, VOTE, key())).collect();
        // They were written down when version 1 was current.
        let of_version_1 = |id| Response {
            serial: Serial::NONE,
            ..response(id)
        };
        assert_eq!(opened, [1, 2, 3].map(|id| Ok(of_version_1(id))), "{chat}");
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
    check(&one[..7], &[], &[("oxya.Ak", Flaw::CutShort)]);
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
        &[(start, Flaw::CutShort)],
    );
    let lost = format!("{}{}", &one[..70], &one[71..]);
    check(&format!("{lost} {two}"), &[2], &[(start, Flaw::CutShort)]);
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
fn what_is_wrong_with_a_code_is_said_with_what_to_do() {
    let said = [Flaw::CutShort, Flaw::Changed].map(|flaw| flaw.to_string());
    assert_eq!(
        said,
        [
            "A part of this code is missing: ask its sender to copy all of it",
            "This code was changed on its way: ask its sender to copy it again",
        ]
    );
}

/// A comma for the full stop, and a hyphen: of nineteen bytes nobody can tell, of twenty the code's own beginning is seen.
#[test]
fn a_short_text_behind_a_prefix_is_not_read_a_second_time() {
    let start = &code(1).to_string()[5..23];
    check(&format!("oxya,-{}", &start[..17]), &[], &[]);
    let named = format!("oxya.{start}");
    check(&format!("oxya,-{start}"), &[], &[(&named, Flaw::CutShort)]);
}

/// Mails within mails, and a text that is full of damage, must not buy more time than a room's own would take.
#[test]
fn mails_within_mails_are_opened_five_deep() {
    let within = |mails: usize| {
        let wrap = |text: String, _| {
            let inner = channels::base64(text);
            format!("Content-Transfer-Encoding: base64\n\n{inner}\n")
        };
        (0..mails).fold(code(1).to_string(), wrap)
    };
    for mails in 0..=5 {
        check(&within(mails), &[1], &[]);
    }
    check(&within(6), &[], &[]);
}

#[test]
fn after_two_thousand_that_came_to_nothing_nothing_more_is_tried() {
    let mut texts = (1..).map(|id| code(id).to_string());
    let lost = texts
        .find(|text| text.contains('_'))
        .unwrap()
        .replacen('_', "", 1);
    let repaired = |before: usize| {
        let found = answers(&format!("{}{lost}", "oxya.nothing, ".repeat(before)));
        assert_eq!(found.broken.len() + found.repaired.len(), before + 1);
        !found.repaired.is_empty()
    };
    assert!(repaired(0) && repaired(1_999));
    assert!(!repaired(2_000));
}

#[test]
fn bytes_behind_a_mark_are_put_back_and_a_text_without_any_is_left_alone() {
    let decode = |text: &str| percent::decode(text, b'=').map(|bytes| String::from_utf8(bytes).unwrap());
    assert_eq!(decode("caf=C3=A9 =3d 1").as_deref(), Some("caf\u{e9} = 1"));
    for text in ["", "oxya.A", "a = b", "=", "=4", "=4G"] {
        assert_eq!(decode(text), None, "{text}");
    }
    let twice = percent::decode_all("oxya%252EA").unwrap();
    assert_eq!(twice, "oxya.A");
    assert_eq!(percent::decode_all("oxya.A"), None);
}

/// Twenty characters behind the prefix are known by heart; a shorter label could be any code's.
#[test]
fn a_label_of_twenty_characters_is_a_label_and_one_of_nineteen_is_not() {
    let one = code(1).to_string();
    let (long, short) = (&one[..25], &one[..24]);
    check(&format!("{one} {long}…"), &[1], &[]);
    check(&format!("{long}… {one}"), &[1], &[]);
    check(&format!("{one} {short}…"), &[1], &[(short, Flaw::CutShort)]);
    check(&format!("{short}… {one}"), &[1], &[(short, Flaw::CutShort)]);
}

/// What can no longer become a code is given up after as many, and not so early that the next prefix is taken for its own.
#[test]
fn what_is_no_code_ends_where_the_next_one_begins() {
    let none = "_".repeat(16);
    check(
        &format!("oxya.{none}{}", code(1)),
        &[1],
        &[(&format!("oxya.{none}"), Flaw::Changed)],
    );
    let more = "_".repeat(60);
    check(
        &format!("oxya.{more} {}", code(1)),
        &[1],
        &[(&format!("oxya.{}", "_".repeat(20)), Flaw::Changed)],
    );
}

#[test]
fn codes_come_in_their_order_and_as_often_as_they_were_sent() {
    check(&filled("<3><1>\n<2>"), &[3, 1, 2], &[]);
    check(&filled("<1> <2> <1>"), &[1, 2, 1], &[]);
}

/// What is changed in the prefix changes nothing of the code; what is changed behind it is said.
#[test]
fn a_single_changed_character_is_never_lost_in_silence() {
    let whole = code(1);
    let prefix = Kind::Answer.prefix();
    for typo in typos(&whole.to_string()) {
        let found = answers(&typo);
        if typo.starts_with(prefix) {
            assert_eq!(found.codes, [], "{typo}");
            assert!(found.broken.len() + found.repaired.len() >= 1, "{typo}");
        } else {
            assert_eq!(found.codes, std::slice::from_ref(&whole), "{typo}");
        }
        let right = found.repaired.iter().flat_map(|repaired| &repaired.readings);
        assert!(right.into_iter().all(|code| *code == whole), "{typo}");
    }
}

/// What only speaks of mails hides no code, and what follows a part directly is not taken for one of its lines.
#[test]
fn codes_around_encoded_parts_are_found() {
    let part = "Content-Transfer-Encoding: base64\n\nSGVsbG8sIHRoZXJlIGlzIG5vdGhpbmcgaW4gdGhpcw==\n";
    for text in [
        format!("Say Content-Transfer-Encoding: base64\n<1>\n\n<2>\n{part}"),
        format!("{part}<1>\n<2>"),
        format!("{part}--next\n{part}\n<1>\n{part}<2>"),
        format!("{}<1>\n\n<2>", part.repeat(50)),
    ] {
        let text = filled(&text);
        check(&text, &[1, 2], &[]);
        for stride in [1, 7, 50] {
            let mut finder = Finder::new(Kind::Answer, &*text);
            while finder.advance(stride) {}
            assert_eq!(finder.finish(), answers(&text), "{stride}");
        }
    }
}

#[test]
fn each_kind_finds_its_own() {
    let invite = super::invite::invite(&["Sellers"]).seal();
    let text = format!("Join: https://example.org/#/join/{invite}\nAnn: {}", code(1));
    assert_eq!(answers(&text).codes, [code(1)]);
    let found = find(Kind::Invite, &text);
    assert_eq!((found.codes, found.broken), (vec![invite], vec![]));
}

/// Every stride moves on, by itself and what one code may reach, and what is kept stays small: so the time grows with the length and no
/// faster. The time itself is in the benchmark `codes`.
#[test]
fn a_hostile_paste_is_gone_through_once() {
    const LENGTH: usize = 300_000;
    const STRIDE: usize = 2_048;
    let one = code(1).to_string();
    let cut = format!("{}\n", &one[..112]);
    let dashes = format!("{} ", one[..60].replace('A', "\u{2013}"));
    let units = [
        "o",
        "oxya.",
        "oxya. ",
        "oxya.AAAA",
        "oxya.A\n\n\n\n",
        "oxyaA_8H",
        "A",
        "A_8HAAAAAAAAAAAAAAAAA ",
        "\u{200b}",
        "<a",
        "%25",
        "&#",
        "o<b>x",
        "Content-Transfer-Encoding: base64\n\n",
        "> > > ",
        &*cut,
        &*dashes,
        &*one,
    ];
    for unit in units {
        let text = unit.repeat(LENGTH / unit.len());
        let mut finder = Finder::new(Kind::Answer, &*text);
        let (mut strides, mut kept, mut before) = (0, 0, 0);
        loop {
            let goes_on = finder.advance(STRIDE);
            let found = finder.take_found();
            strides += 1;
            kept += found.codes.len() + found.broken.len() + found.repaired.len();
            assert!(finder.looked() <= before + STRIDE + 8_192, "{unit}");
            before = finder.looked();
            if !goes_on {
                break;
            }
        }
        assert_eq!(finder.looked(), text.len(), "{unit}");
        assert!(strides <= text.len() / 8, "{unit}: {strides}");
        assert!(kept <= text.len() / 5, "{unit}");
    }
    let starts = format!("oxya.A{}", " ".repeat(LENGTH));
    assert_eq!(answers(&starts).broken.len(), 1);
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_text_is_searched_the_same_in_strides(text in "(oxya\\.|[ \n>.%=&;<\u{2013}]|[A-Za-z0-9_-]{1,40}|\\PC){0,40}", stride in 1..200_usize) {
        let mut finder = Finder::new(Kind::Answer, &*text);
        while finder.advance(stride) {}
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
        let mut finder = Finder::new(Kind::Answer, &*text);
        let mut found = Found::default();
        let mut add = |more: Found| {
            found.codes.extend(more.codes);
            found.broken.extend(more.broken);
        };
        while finder.advance(stride) {
            add(finder.take_found());
        }
        add(finder.finish());
        assert_eq!(found, whole, "every {stride} characters");
    }
}

#[test]
fn what_was_found_is_given_out_on_the_way() {
    let text = filled("<1> <2> <3> and more");
    let mut finder = Finder::new(Kind::Answer, &*text);
    let mut codes = Vec::new();
    let mut goes_on = true;
    while goes_on {
        goes_on = finder.advance(50);
        codes.extend(finder.take_found().codes);
    }
    assert_eq!(codes, [1, 2, 3].map(code));
    assert_eq!(finder.finish(), Found::default(), "nothing piles up");
}
