//! What is attached to a mail or stands in an archived page is read as the file that it was, every part of it.

use crate::code::channels;
use crate::rollup::{NOW, roll_up, room};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::exchange::{FileError, Found, Intake, Packing, for_page};
use oxymoron::domain::record::Key;
use oxymoron::domain::rollup::file::{RoomFile, RoomRefusal, counts_for_page};
use std::slice::from_ref;

const BOUND: &str = "------MultipartBoundary--x1----";

/// The part of a mail with this header and this body.
fn part(coding: &str, body: &str) -> String {
    format!("Content-Type: text/html\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{body}\r\n")
}

fn base64(bytes: impl AsRef<[u8]>) -> String {
    part("base64", &channels::base64(bytes))
}

/// Every byte that is no plain letter as its number, and no line longer than seventy letters.
fn quoted_printable(text: &str) -> String {
    let mut body = String::new();
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'=' | b'"' | 0x80.. => body.push_str(&format!("={byte:02X}")),
            byte => body.push(byte.into()),
        }
        if place % 60 == 59 {
            body.push_str("=\r\n");
        }
    }
    part("quoted-printable", &body)
}

/// A mail with these parts, behind a greeting without any header.
fn mail(parts: &[String]) -> String {
    let parts: String = parts.iter().map(|part| format!("--{BOUND}\r\n{part}")).collect();
    format!(
        "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"{BOUND}\"\r\n\r\n\
         --{BOUND}\r\n\r\nhello\r\n{parts}--{BOUND}--\r\n"
    )
}

fn packed(id: u64, note: &str) -> String {
    let mut packing = Packing::new(NOW, InstrumentVersion(1));
    packing.keep(
        &Key::Assessment(AssessmentId(id)),
        &format!("{{\"n\":\"{note}\"}}"),
    );
    packing.finish()
}

fn page(id: u64, note: &str) -> String {
    let data = for_page(&packed(id, note));
    format!("<p>oxymoron-report</p><script id=\"oxymoron-data\">{data}</script></html>")
}

/// The records in each file that there is in a text.
fn files(text: &str) -> Vec<Result<Vec<(u64, String)>, FileError>> {
    let records = |mut intake: Intake| {
        let mut all = Vec::new();
        while let Some(found) = intake.next() {
            match found {
                Found::Record(Key::Assessment(id), text) => all.push((id.0, text)),
                other => panic!("{other:?}"),
            }
        }
        assert!(intake.is_whole());
        all
    };
    let all = Intake::all(text.to_owned()).into_iter();
    all.map(|opened| opened.map(records)).collect()
}

fn one(id: u64, note: &str) -> Result<Vec<(u64, String)>, FileError> {
    Ok(vec![(id, format!("{{\"n\":\"{note}\"}}"))])
}

#[test]
fn a_file_comes_out_of_every_kind_of_part() {
    let (note, whole) = ("K\u{f6}ln = caf\u{e9}", packed(1, "K\u{f6}ln = caf\u{e9}"));
    let utf_16: Vec<_> = format!("\u{feff}{whole}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for part in [
        base64(&whole),
        base64(page(1, note)),
        base64(format!("\u{feff}{whole}")),
        base64(utf_16),
        quoted_printable(&whole),
        quoted_printable(&page(1, note)),
        part("8bit", &whole),
        part("7bit", &page(1, note)),
    ] {
        assert_eq!(files(&mail(from_ref(&part))), [one(1, note)], "{part}");
        // A mail that is attached to another one, as it is or as a file.
        let inner = mail(&[part]);
        let outer = mail(&[base64(&inner)]).replace("x1", "x2");
        assert_eq!(files(&outer), [one(1, note)]);
        let forwarded = mail(&[format!("Content-Type: message/rfc822\r\n\r\n{inner}")]);
        assert_eq!(files(&forwarded.replace("x1", "x3")), [one(1, note)]);
    }
}

#[test]
fn a_part_without_its_data_is_known_again() {
    // The only part, without a line around it.
    let alone = |part: &str| {
        let part = STANDARD.encode(part);
        files(&format!(
            "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n{part}\n\n--b--\n"
        ))
    };
    assert_eq!(alone("<p>oxymoron-report</p>"), [Err(FileError::Emptied)]);
    assert_eq!(alone("<p>oxymoron-sheet</p>"), [Err(FileError::EmptiedCounts)]);
    assert_eq!(alone("<p>hello</p>"), [Err(FileError::NotOurs)]);
    assert_eq!(alone(&page(1, "a")), [one(1, "a")]);
}

#[test]
fn none_of_several_hides_another() {
    let all = [
        part("7bit", &packed(1, "a")),
        base64(packed(2, "b")),
        quoted_printable(&page(3, "c")),
        base64("%PDF"),
        base64("<p>oxymoron-report</p>"),
    ];
    let expected = [one(1, "a"), one(2, "b"), one(3, "c"), Err(FileError::Emptied)];
    assert_eq!(files(&mail(&all)), expected);
    // Mails one behind the other.
    let alone = |id| format!("From a\r\nMIME-Version: 1.0\r\n{}\r\n", base64(packed(id, "d")));
    assert_eq!(files(&[alone(1), alone(2)].concat()), [one(1, "d"), one(2, "d")]);
}

#[test]
fn letters_that_cannot_be_read_are_no_letters_of_ours() {
    let windows = |text: &str| {
        text.chars()
            .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
            .collect::<Vec<_>>()
    };
    let mails = [
        base64(windows(&packed(1, "K\u{f6}ln"))),
        base64(windows(&page(1, "K\u{f6}ln"))),
    ];
    for part in mails {
        assert_eq!(files(&mail(&[part])), [Err(FileError::Encoding)]);
    }
    // What is none of ours is not said to be in another encoding.
    let greeting = base64(windows("Sch\u{f6}nen Gru\u{df}"));
    assert_eq!(files(&mail(from_ref(&greeting))), [Err(FileError::NotOurs)]);
    assert_eq!(files(&mail(&[greeting, base64(packed(1, "a"))])), [one(1, "a")]);
    let table = include_str!("../fixtures/counts/north.csv")
        .replace('\u{feff}', "")
        .replace("North", "N\u{f6}rth");
    let refused: Vec<_> = RoomFile::all(mail(&[base64(windows(&table))]))
        .into_iter()
        .map(Result::err)
        .collect();
    assert_eq!(refused, [Some(RoomRefusal::File(FileError::Encoding))]);
}

#[test]
fn every_sheet_of_a_mail_gives_its_rooms() {
    let sheet = |id| {
        let counts = counts_for_page(
            &roll_up([room(id, &[[1, 2, 3, 0, 0]])]),
            InstrumentVersion(1),
            NOW,
        );
        format!("<p>oxymoron-sheet</p><script id=\"oxymoron-counts\">{counts}</script></html>")
    };
    let table = include_str!("../fixtures/counts/north.csv");
    let all = mail(&[quoted_printable(&sheet(1)), base64(sheet(2)), part("8bit", table)]);
    assert_eq!(RoomFile::all(all).into_iter().filter(Result::is_ok).count(), 3);
    let opened = |text: String| {
        RoomFile::all(text)
            .into_iter()
            .map(Result::err)
            .collect::<Vec<_>>()
    };
    assert_eq!(opened(mail(&[base64("hello")])), [Some(RoomRefusal::Foreign)]);
    assert_eq!(
        opened(mail(&[quoted_printable(&page(1, "a"))])),
        [None],
        "it says itself what it is"
    );
}

#[test]
fn no_file_of_ours_is_taken_for_a_mail() {
    let note = "MIME-Version: 1.0 and Content-Transfer-Encoding: base64";
    for text in [packed(1, note), page(1, note)] {
        assert_eq!(files(&text), [one(1, note)]);
    }
}

#[test]
fn a_part_is_decoded_wherever_its_headers_say_how() {
    let body = channels::base64(packed(1, "a"));
    let [coding, kind, name] = [
        "Content-Transfer-Encoding: base64",
        "Content-Type: application/json",
        "Content-Disposition: attachment; filename=oxymoron.json",
    ];
    for headers in [
        [coding, kind, name],
        [kind, coding, name],
        [name, kind, coding],
        [kind, name, coding],
    ] {
        let part = format!("{}\r\n\r\n{body}\r\n", headers.join("\r\n"));
        assert_eq!(files(&mail(&[part])), [one(1, "a")], "{headers:?}");
    }
}

/// A mail that is attached to one that is attached to one, and so on: five are opened, and what is in a sixth is not looked for.
#[test]
fn mails_within_mails_are_opened_five_deep() {
    let within = |mails: usize| {
        let attached =
            |inner: String, depth: usize| mail(&[base64(inner)]).replace("x1", &format!("y{depth}"));
        (0..mails).fold(packed(1, "a"), attached)
    };
    for mails in 1..=5 {
        assert_eq!(files(&within(mails)), [one(1, "a")], "{mails}");
    }
    assert_eq!(files(&within(6)), [Err(FileError::NotOurs)]);
}
