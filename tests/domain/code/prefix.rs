//! A prefix with something in it, and what stands for its full stop. The code behind it is broken early on, so that nothing but its prefix leads to it.

use super::answer::wrapped;
use super::{code, invite};
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::find::{Broken, Flaw, Found, find};

fn answers(text: &str) -> Found {
    find(Kind::Answer, text)
}

/// What stands behind the prefix of a code, with a line break in it.
fn broken_line(code: &str) -> String {
    let (_, rest) = code.split_once('.').unwrap();
    format!("{}\n{}", &rest[..10], &rest[10..])
}

#[test]
fn what_chats_and_gateways_put_between_its_letters_is_passed_over() {
    let code = code(1).to_string();
    let rest = broken_line(&code);
    for gap in [
        "",
        " ",
        "\u{200b}",
        "\n> ",
        "|",
        "%20",
        "%2520",
        "%25252525252520",
        "=\n",
        "=20",
        "\\u200b",
        "\\x0a",
        "\\n",
        "\\r",
        "\\t",
        "&zwnj;",
        "&#8203;",
        "&lt;wbr&gt;",
        "<b>",
        "</b>",
        "<wbr>",
        "<!-- -->",
        "<span class=\"a\">",
        "<b>|%20\\n&shy;",
    ] {
        for place in 1..4 {
            let (before, behind) = "oxya".split_at(place);
            let found = answers(&format!("{before}{gap}{behind}.{rest}"));
            let codes: Vec<_> = found.codes.iter().map(ToString::to_string).collect();
            assert_eq!(codes, [&*code], "{before}{gap}{behind}");
        }
    }
}

#[test]
fn what_somebody_wrote_between_its_letters_is_not() {
    let rest = broken_line(&code(1).to_string());
    for gap in [
        "-",
        "a",
        ".",
        "%",
        "%2",
        "%2x",
        "\\u20",
        "\\xag",
        "&",
        "&seventeenletters;",
        "&lt;b",
        "<",
        "<3>",
        "<b",
        "< b>",
        "<https://example.org>",
        "<ada@example.org>",
    ] {
        let found = answers(&format!("ox{gap}ya.{rest}"));
        assert_eq!(found, Found::default(), "{gap}");
    }
}

#[test]
fn a_gap_has_a_hundred_bytes_at_the_most() {
    let rest = broken_line(&code(1).to_string());
    for (bytes, count) in [(99, 1), (100, 1), (101, 0), (150, 0)] {
        let found = answers(&format!("ox{}ya.{rest}", " ".repeat(bytes)));
        assert_eq!(found.codes.len(), count, "{bytes}");
    }
}

#[test]
fn an_i_that_turkish_has_written_is_one() {
    let invite = invite::invite(&["Sellers"]).seal().to_string();
    let rest = broken_line(&invite);
    for prefix in ["oxyi", "oxyı", "OXYİ", "ｏxｙı"] {
        let found = find(Kind::Invite, &format!("{prefix}.{rest}"));
        let codes: Vec<_> = found.codes.iter().map(ToString::to_string).collect();
        assert_eq!(codes, [&*invite], "{prefix}");
    }
    assert_eq!(find(Kind::Invite, &format!("oxyl.{rest}")), Found::default());
}

/// Behind the prefix as it was sent, whatever is no code is named; behind any other only what looks like one.
#[test]
fn words_behind_a_prefix_are_named_where_nothing_can_be_seen_in_it() {
    let broken = [Broken {
        start: "oxya.hello".to_owned(),
        flaw: Flaw::Changed,
    }];
    for (prefix, named) in [
        ("oxya.", true),
        ("ox\u{200b}ya.", true),
        ("ox\u{200b}\u{feff}ya.", true),
        ("ox ya.", false),
        ("o\u{200b}x ya.", false),
        ("o xy\u{200b}a.", false),
        ("ox \u{200b}ya.", false),
        ("oxya:", false),
        ("oxya,", false),
        ("oxya. ", false),
    ] {
        let found = answers(&format!("{prefix}hello (Ada), see you all in an hour"));
        let expected = if named { &broken[..] } else { &[] };
        assert_eq!(found.broken, expected, "{prefix}");
    }
    let beginning = &code(1).to_string()[5..16];
    for words in ["abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz", beginning] {
        assert_eq!(answers(&format!("oxya: {words}")).broken, [], "{words}");
    }
}

#[test]
fn a_code_begins_at_its_stop_or_within_two_characters() {
    let code = code(1).to_string();
    let rest = broken_line(&code);
    for stop in [
        ".", ",", "…", ":", "%2E", "&period;", "\\.", "=2E", "", "x", "-", "--", "__", " .", " ",
    ] {
        let found = answers(&format!("oxya{stop}{rest}"));
        let codes: Vec<_> = found.codes.iter().map(ToString::to_string).collect();
        assert_eq!(codes, [&*code], "{stop}");
    }
    for stop in ["xx", "x.", "!!", "( ", "---"] {
        assert_eq!(answers(&format!("oxya{stop}{rest}")).codes, [], "{stop}");
    }
    // What is no code's character may stand before one that is escaped as well.
    let with_underscore = (1..).map(|id| super::code(id).to_string());
    let code = with_underscore
        .into_iter()
        .find(|code| code.contains('_'))
        .unwrap();
    let escaped = broken_line(&code).replace('_', "%5F");
    assert_eq!(answers(&format!("oxyax{escaped}")).codes.len(), 1);
}

/// What was read is as long as it was written, so the next code is not missed.
#[test]
fn behind_full_width_letters_the_next_code_is_found() {
    let (one, two) = (code(1).to_string(), code(2).to_string());
    let wide = |text: &str| -> String {
        let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap();
        text.chars().map(wide).collect()
    };
    for first in [wide(&one), format!("oxya.{}", wide(&one[5..]))] {
        let found = answers(&format!("{first} {two}"));
        let codes: Vec<_> = found.codes.iter().map(ToString::to_string).collect();
        assert_eq!(codes, [&*one, &two], "{first}");
    }
}

/// What ends at a bracket or a stop is cut short, whatever is written behind that.
#[test]
fn what_is_cut_short_ends_where_something_else_is_written() {
    let code = code(1).to_string();
    let words = "andwhatelse".repeat(20);
    for mark in ["(", ")", ".", ":", "!"] {
        let found = answers(&format!("{}{mark}{words}", &code[..40]));
        let flaws: Vec<_> = found.broken.iter().map(|broken| broken.flaw).collect();
        assert_eq!(flaws, [Flaw::CutShort], "{mark}");
    }
    for gap in ["", " ", "\n> "] {
        let found = answers(&format!("oxya.{gap}{} and no more", &code[5..40]));
        let broken = Broken {
            start: code[..25].to_owned(),
            flaw: Flaw::CutShort,
        };
        assert_eq!(found.broken, [broken], "{gap}");
    }
    // It is named as it stands there, even if it were another beginning without its first character.
    let found = answers(&format!("oxya.x{} and no more", &code[5..40]));
    let starts: Vec<_> = found.broken.iter().map(|broken| &*broken.start).collect();
    assert_eq!(starts, [format!("oxya.x{}", &code[5..24])]);
}

/// An answer code of so many characters behind its prefix, with as many bytes as it takes: a version, a length in one byte or in two, and
/// a check are among them.
fn long(characters: usize) -> String {
    let bytes = characters * 3 / 4;
    let (body, mut content) = match bytes - 6 {
        body @ ..128 => (body, vec![2, body as u8]),
        more => {
            let body = more - 1;
            (body, vec![2, (body & 0x7f) as u8 | 0x80, (body >> 7) as u8])
        }
    };
    // Each third character is an underscore.
    content.extend((0..body).map(|byte| if byte % 9 == 0 { 0xff } else { byte as u8 }));
    let code = wrapped(&content);
    assert_eq!(code.len(), 5 + characters);
    code
}

/// The code without its last underscores.
fn lacking(code: &str, underscores: usize) -> String {
    let mut text = code.to_owned();
    for _ in 0..underscores {
        let last = text.rfind('_').unwrap();
        text.remove(last);
    }
    text
}

#[test]
fn underscores_are_put_back_into_what_is_not_too_long() {
    for (characters, lost, repaired) in [
        (400, 1, true),
        (402, 1, false),
        (160, 1, true),
        (160, 2, true),
        (160, 3, true),
        (160, 4, false),
        (162, 2, true),
        (162, 3, false),
        (200, 3, false),
    ] {
        let code = long(characters);
        let found = answers(&lacking(&code, lost));
        let readings = found.repaired.iter().flat_map(|repaired| &repaired.readings);
        let readings: Vec<_> = readings.map(ToString::to_string).collect();
        let expected = if repaired { &[code][..] } else { &[] };
        assert_eq!(readings, expected, "{lost} of {characters}");
        assert_eq!(
            found.broken.len(),
            usize::from(!repaired),
            "{lost} of {characters}"
        );
    }
}

#[test]
fn two_underscores_that_stood_side_by_side_are_put_back() {
    let mut content = vec![2, 60, 0, 0x0f, 0xff, 0xf0];
    content.extend(1..=56);
    let code = wrapped(&content);
    let text = code.replacen("__", "", 1);
    assert_eq!(text.len() + 2, code.len());
    let found = answers(&text);
    let readings = found.repaired.iter().flat_map(|repaired| &repaired.readings);
    let readings: Vec<_> = readings.map(ToString::to_string).collect();
    assert_eq!(readings, [code]);
}

#[test]
fn what_lacks_an_underscore_ends_where_something_else_is_written() {
    let codes = (1..).map(|id| code(id).to_string());
    let code = codes.into_iter().find(|code| code.contains('_')).unwrap();
    for behind in ["", "(Ada)", ".Yes", ".", " and more"] {
        let found = answers(&format!("{}{behind}", lacking(&code, 1)));
        let readings = found.repaired.iter().flat_map(|repaired| &repaired.readings);
        let readings: Vec<_> = readings.map(ToString::to_string).collect();
        assert_eq!(readings, [&*code], "{behind}");
    }
}

/// Nine ways at the most: an em dash may be three things, an en dash two.
#[test]
fn what_a_dash_may_have_been_is_tried_in_nine_ways_at_the_most() {
    let single = |code: &str| code.matches('-').count() == 3 && !code.contains("--");
    let codes = (1..).map(|id| code(id).to_string());
    let code = codes.into_iter().find(|code| single(code)).unwrap();
    let with = |dashes: [&str; 3]| {
        let mut text = code.clone();
        for dash in dashes {
            text = text.replacen('-', dash, 1);
        }
        answers(&text).repaired.len()
    };
    for (dashes, repaired) in [
        (["–", "\u{2010}", "\u{2010}"], 1),
        (["–", "–", "\u{2010}"], 1),
        (["–", "–", "–"], 1),
        (["—", "–", "\u{2010}"], 1),
        (["–", "—", "\u{2010}"], 1),
        (["—", "—", "\u{2010}"], 1),
        // Of the last one only the likeliest is tried, which is two hyphens.
        (["–", "–", "—"], 0),
        (["—", "–", "–"], 0),
        (["—", "—", "–"], 0),
    ] {
        assert_eq!(with(dashes), repaired, "{dashes:?}");
    }
}
