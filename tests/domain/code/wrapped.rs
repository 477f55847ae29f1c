//! Codes with names, marks and mails around them: what is taken off, how near a lost prefix has to be, and where the search ends.

use super::answer::wrapped;
use super::channels::{base64, every};
use super::{code, invite};
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::find::{self, Broken, Flaw, Found, find};

fn answers(text: &str) -> Found {
    find(Kind::Answer, text)
}

/// The first code of which this can be said.
fn code_that(wanted: impl Fn(&str) -> bool) -> String {
    let mut codes = (1..).map(|id| code(id).to_string());
    codes.find(|code| wanted(&code[5..])).unwrap()
}

fn written(codes: &[Envelope]) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}

/// The names of HTML's table, each for what may stand in a code or before one of its characters.
#[test]
fn named_references_are_what_they_name() {
    let with_underscore = code_that(|code| code.contains('_'));
    for mark in [
        "&lowbar;",
        "&UnderBar;",
        "&amp;#95;",
        "&amp;lowbar;",
        "&percnt;5F",
        "&bsol;_",
        "&bsol;u005f",
    ] {
        let found = answers(&with_underscore.replace('_', mark));
        assert_eq!(written(&found.codes), [&*with_underscore], "{mark}");
    }
    let one = code(1).to_string();
    for gap in [
        "nbsp",
        "ensp",
        "emsp",
        "thinsp",
        "Tab",
        "NewLine",
        "shy",
        "zwnj",
        "zwj",
        "ZeroWidthSpace",
        "NoBreak",
        "lrm",
        "rlm",
        "equals",
        "bsol",
        "gt",
    ] {
        let text = format!("{}{}", &one[..15], every(&one[15..], 10, &format!("&{gap};")));
        assert_eq!(written(&answers(&text).codes), [&*one], "{gap}");
    }
    // A dash may have been one hyphen or several: the seal will tell.
    let with_hyphen = code_that(|code| code.matches('-').count() == 1 && !code.contains("--"));
    for dash in ["hyphen", "dash", "ndash", "mdash", "horbar", "minus"] {
        let found = answers(&with_hyphen.replace('-', &format!("&{dash};")));
        let readings: Vec<_> = found
            .repaired
            .iter()
            .map(|repaired| written(&repaired.readings))
            .collect();
        assert_eq!(
            (found.codes.len(), readings),
            (0, vec![vec![with_hyphen.clone()]]),
            "{dash}"
        );
    }
    assert_eq!(answers(&with_underscore.replace('_', "&nothing;")).codes, []);
}

/// Quotation marks that a page has escaped are no words between two messages.
#[test]
fn escaped_quotation_marks_stand_between_the_pieces_of_a_code_and_are_none() {
    let one = code(1).to_string();
    let words = "&quot;yes&quot;, ".repeat(10);
    let found = answers(&format!("{} {words}{}", &one[..60], &one[60..]));
    assert_eq!(written(&found.codes), [one]);
}

/// CommonMark's escapes in JSON: a backslash before an underscore takes nothing of it.
#[test]
fn a_backslash_that_escapes_nothing_takes_no_character() {
    let both = code_that(|code| code.contains('_') && code.contains('-'));
    let text = both.replace('_', "\\_").replace('-', "\\u002d");
    assert_eq!(written(&answers(&text).codes), [both]);
}

/// Labels of roles stand in an invite as they are, so that any letters can be had in its base64.
#[test]
fn ligatures_are_the_letters_that_they_join() {
    for (letters, ligatures) in [
        ("ffi", &["\u{fb03}"][..]),
        ("ffl", &["\u{fb04}"]),
        ("st", &["\u{fb05}", "\u{fb06}"]),
    ] {
        let labels = (0..3).flat_map(|place| {
            let before = "x".repeat(place);
            ["g\u{7c8}", "g\u{7d5}", "\u{b2}\u{410}"].map(|label| format!("{before}{label}"))
        });
        let mut invites = labels.map(|label| invite::invite(&[&label]).seal().to_string());
        let invite = invites.find(|invite| invite.contains(letters)).unwrap();
        for ligature in ligatures {
            let text = invite.replace(letters, ligature);
            assert_ne!(text, invite);
            assert_eq!(
                written(&find(Kind::Invite, &text).codes),
                [&*invite],
                "{ligature}"
            );
        }
    }
}

/// A code that is damaged and has not its prefix either is named only if what stands there is nearly one.
#[test]
fn what_is_cut_short_is_named_behind_three_letters_of_its_prefix() {
    let one = code(1).to_string();
    let cut = &one[5..60];
    let named = [Broken {
        start: one[..25].to_owned(),
        flaw: Flaw::CutShort,
    }];
    for (word, near) in [
        ("oxa.", true),
        ("oya.", true),
        ("xya.", true),
        ("OXA: ", true),
        ("oyxa. ", true),
        ("0xya ", true),
        ("foxyab ", true),
        ("say oxa.", true),
        ("foxyabc ", false),
        ("xa.", false),
        ("ayxo.", false),
        ("axyo.", false),
        ("hello ", false),
        ("oooo.", false),
        ("oxyi.", false),
        ("", false),
    ] {
        let found = answers(&format!("{word}{cut}"));
        let expected = if near { &named[..] } else { &[] };
        assert_eq!((found.codes, &*found.broken), (vec![], expected), "{word}");
    }
}

/// The longest that is looked for without a prefix: 400 characters are 300 bytes, of which 7 are length, version and check.
#[test]
fn without_its_prefix_a_code_of_four_hundred_characters_is_found_and_no_longer_one() {
    for (body, characters, count) in [(293, 400, 1), (294, 402, 0)] {
        let mut content = vec![2, (body & 0x7f) as u8 | 0x80, (body >> 7) as u8];
        content.extend((0..body).map(|byte| byte as u8));
        let text = wrapped(&content);
        assert_eq!((text.len() - 5, answers(&text).codes.len()), (characters, 1));
        assert_eq!(answers(&text[5..]).codes.len(), count, "{characters}");
    }
}

/// The header's own line end and 8,191 bytes of other headers are as many as may stand before a part.
#[test]
fn a_part_may_have_eight_thousand_bytes_of_headers_and_no_more() {
    let one = code(1).to_string();
    let mail = |filler: usize| {
        let other = format!("X-Filler: {}\n", "a".repeat(filler - 11));
        assert_eq!(other.len(), filler);
        format!("Content-Transfer-Encoding: base64\n{other}\n{}\n", base64(&one))
    };
    for (filler, found) in [(100, 1), (8_190, 1), (8_191, 1), (8_192, 0), (9_000, 0)] {
        assert_eq!(answers(&mail(filler)).codes.len(), found, "{filler}");
    }
}

/// The letters of a prefix are letters of base64 as well, up to the full stop.
#[test]
fn what_follows_a_part_directly_is_read_from_the_beginning_of_its_line() {
    let part = format!(
        "Content-Transfer-Encoding: base64\n\n{}\n",
        base64("Hello, nothing in here")
    );
    let broken = [Broken {
        start: "oxya.nothing".to_owned(),
        flaw: Flaw::Changed,
    }];
    assert_eq!(answers(&format!("{part}oxya.nothing")).broken, broken);
    let (bytes, used) = find::base64("SGVsbG8h\nname: Ada");
    assert_eq!((&bytes[..6], used), (&b"Hello!"[..], 9));
    // Such a line is as long as a mail's may be; of a longer one nothing is taken back.
    for (letters, used) in [(998, 9), (999, 9 + 999)] {
        let body = format!("SGVsbG8h\n{}:", "a".repeat(letters));
        assert_eq!(find::base64(&body).1, used, "{letters}");
    }
}

/// Of 24 pieces of one length there are 276 pairs: from the first on, 64 are tried.
#[test]
fn pieces_are_put_together_in_sixty_four_ways_at_the_most() {
    let one = code(1).to_string();
    let half = 36;
    let (first, rest) = one.split_at(one.len() - 2 * half);
    // The third with those behind it: before it come 23 pairs with the first, and 22 with the second.
    for (second, is_found) in [(20, true), (21, true), (22, false), (23, false)] {
        let mut pieces = vec!["x".repeat(half); 24];
        pieces[2] = rest[..half].to_owned();
        pieces[second] = rest[half..].to_owned();
        let found = answers(&format!("{first}, {}", pieces.join(", ")));
        assert_eq!(!found.codes.is_empty(), is_found, "{second}");
    }
}
