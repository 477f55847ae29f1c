//! Files that hold codes: archives as another crate writes them, and texts in UTF-16.

use super::code;
use crate::arbitrary::settings;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, ZipWriter};
use flate2::read::DeflateDecoder;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::encoding::{FIRST, label as label_of, text as text_of};
use oxymoron::domain::code::find::find;
use oxymoron::domain::code::zip::{self, Compression, File, LOCAL, Span, TAIL};
use proptest::prelude::*;
use std::io::{Cursor, Read, Write};

fn archive(files: &[(&str, &[u8], CompressionMethod)], comment: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.set_comment(comment).unwrap();
    for (name, content, method) in files {
        let options = SimpleFileOptions::default().compression_method(*method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// As the browser does it: some bytes at a time, the last ones first.
fn read(archive: &[u8]) -> Vec<(File, Vec<u8>)> {
    let bytes = |span: Span| {
        let start = usize::try_from(span.start).unwrap();
        let length = usize::try_from(span.length).unwrap();
        &archive[start..(start + length).min(archive.len())]
    };
    let size = archive.len() as u64;
    let start = size.saturating_sub(TAIL);
    let Some(directory) = zip::directory(bytes(Span { start, length: TAIL }), size) else {
        return Vec::new();
    };
    let content = |file: File| {
        let header = bytes(Span {
            start: file.header,
            length: LOCAL,
        });
        let packed = bytes(file.content(header).unwrap());
        let mut content = Vec::new();
        match file.packing.unwrap() {
            Compression::Stored => content.extend(packed),
            Compression::Deflated => {
                DeflateDecoder::new(packed).read_to_end(&mut content).unwrap();
            }
        }
        (file, content)
    };
    let (files, more) = zip::files(bytes(directory));
    assert!(!more);
    files.into_iter().map(content).collect()
}

#[test]
fn a_chat_export_gives_its_text_and_pictures() {
    let chat = format!("[23.11.26, 10:15:32] Ada: {}\r\n", code(1));
    let archive = archive(
        &[
            (
                "WhatsApp Chat - Room/_chat.txt",
                chat.as_bytes(),
                CompressionMethod::Deflated,
            ),
            ("00000012-PHOTO.JPG", b"\xff\xd8", CompressionMethod::Stored),
            ("__MACOSX/._chat.txt", b"x", CompressionMethod::Stored),
            ("00000013-AUDIO.opus", b"x", CompressionMethod::Stored),
        ],
        "made on a phone",
    );
    assert!(zip::is_archive(&archive));
    let files = read(&archive);
    let kinds: Vec<_> = files
        .iter()
        .map(|(file, _)| (file.is_text(), file.is_picture()))
        .collect();
    assert_eq!(
        kinds,
        [(true, false), (false, true), (false, false), (false, false)]
    );
    assert_eq!(files[0].1, chat.as_bytes());
    let text = String::from_utf8_lossy(&files[0].1);
    assert_eq!(find(Kind::Answer, &text).codes, [code(1)]);
}

#[test]
fn what_is_no_archive_or_cannot_be_unpacked_is_said() {
    for bytes in [
        "",
        "PK",
        "oxya.AU",
        "PK\x05\x06",
        "PK\x05\x06and eighteen bytes more",
    ] {
        assert!(!zip::is_archive(bytes.as_bytes()));
        assert_eq!(read(bytes.as_bytes()), []);
    }
    let mut other = archive(&[("a.txt", b"abc", CompressionMethod::Stored)], "");
    let entry = other.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    for (at, value) in [(entry + 10, 12), (entry + 8, 1)] {
        let mut changed = other.clone();
        changed[at] = value;
        let span = zip::directory(&changed, changed.len() as u64).unwrap();
        let start = usize::try_from(span.start).unwrap();
        assert_eq!(zip::files(&changed[start..]).0[0].packing, None);
    }
    other.truncate(other.len() - 1);
    assert_eq!(zip::directory(&other, 10), None, "a directory behind the end");
}

#[test]
fn files_beyond_the_most_are_not_listed_and_said_to_be_there() {
    let entry = |name: &str| {
        let mut entry = [&b"PK\x01\x02"[..], &[0; 42]].concat();
        entry[28] = u8::try_from(name.len()).unwrap();
        entry.extend(name.bytes());
        entry
    };
    let most = entry("a").repeat(zip::MOST_FILES);
    for (behind, more) in [(vec![], false), (entry("folder/"), false), (entry("b"), true)] {
        let (files, there) = zip::files(&[&*most, &behind].concat());
        assert_eq!((files.len(), there), (zip::MOST_FILES, more));
    }
    let of_the_system = |name: &str| zip::files(&entry(name)).0[0].is_of_the_system();
    for (name, is) in [
        ("__MACOSX/._a.csv", true),
        ("autumn/.DS_Store", true),
        ("Thumbs.db", true),
        ("autumn/a.csv", false),
        ("autumn/inner.zip", false),
    ] {
        assert_eq!(of_the_system(name), is, "{name}");
    }
}

#[test]
fn utf_16_is_told_with_its_mark_and_without() {
    let text = format!("Ada: {} “there”", code(1));
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (mark, bytes, label) in [
        (&[0xff, 0xfe][..], &*little, "utf-16le"),
        (&[0xfe, 0xff], &*big, "utf-16be"),
        (&[], &*little, "utf-16le"),
        (&[], &*big, "utf-16be"),
        (&[], text.as_bytes(), "utf-8"),
        (&[0xef, 0xbb, 0xbf], text.as_bytes(), "utf-8"),
        (&[], b"A", "utf-8"),
        (&[], b"", "utf-8"),
    ] {
        let bytes = [mark, bytes].concat();
        let first = bytes.get(..FIRST as usize).unwrap_or(&bytes);
        assert_eq!(label_of(first), label, "{first:?}");
    }
    // Read as UTF-8 all the same, it has zero bytes between its letters.
    for bytes in [little, big] {
        assert_eq!(
            find(Kind::Answer, &String::from_utf8_lossy(&bytes)).codes,
            [code(1)]
        );
    }
}

#[test]
fn bytes_are_the_text_that_was_written_in_either_order() {
    let text = "Ada: caf\u{e9} \u{1f642}";
    let little = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let big = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    let marked = format!("\u{feff}{text}");
    for bytes in [
        text.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        little(text),
        little(&marked),
        big(text),
        big(&marked),
    ] {
        assert_eq!(text_of(bytes.clone()).as_deref(), Ok(text), "{bytes:?}");
    }
    assert_eq!(text_of(b"caf\xe9".to_vec()), Err("caf\u{fffd}".to_owned()));
    // Half of a pair is no letter.
    let half = [little("\u{feff}a"), vec![0x3d, 0xd8]].concat();
    assert_eq!(text_of(half), Err("\u{feff}a\u{fffd}".to_owned()));
}

/// Old phones and archivers put more behind a name than this reads, in the directory and before the file itself.
#[test]
fn what_stands_behind_a_name_in_an_archive_is_passed_over() {
    let entry = |name: &str, extra: &[u8], comment: &[u8]| {
        let mut entry = [&b"PK\x01\x02"[..], &[0; 42]].concat();
        for (at, part) in [(28, name.as_bytes()), (30, extra), (32, comment)] {
            entry[at] = u8::try_from(part.len()).unwrap();
            entry.extend(part);
        }
        entry[20] = 7;
        entry[43] = 1;
        entry
    };
    let directory = [
        entry("a.txt", b"UT\x05\0extra", b"why"),
        entry("b.txt", b"", b"seven"),
        entry("c.txt", b"x", b""),
    ];
    let (files, _) = zip::files(&directory.concat());
    let names: Vec<_> = files.iter().map(|file| &*file.name).collect();
    assert_eq!(names, ["a.txt", "b.txt", "c.txt"]);
    let mut header = [&b"PK\x03\x04"[..], &[0; 26]].concat();
    (header[26], header[28]) = (5, 9);
    assert_eq!(
        files[0].content(&header),
        Some(Span {
            start: 256 + 30 + 5 + 9,
            length: 7
        })
    );
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_archive_is_read_as_it_was_written(files in prop::collection::vec(("[a-z/\u{e4}]{1,20}[a-z]", prop::collection::vec(any::<u8>(), 0..300), any::<bool>()), 0..6), comment in "[a-zPK\x05\x06]{0,80}") {
        let mut names = std::collections::BTreeSet::new();
        let files: Vec<_> = files.iter().filter(|(name, ..)| names.insert(name.clone())).collect();
        let written: Vec<_> = files.iter().map(|(name, content, deflated)| {
            let method = if *deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
            (&**name, &**content, method)
        }).collect();
        let bytes = archive(&written, &comment);
        prop_assume!(!comment.contains("PK\x05\x06"));
        let back: Vec<_> = read(&bytes).into_iter().map(|(file, content)| (file.name, content)).collect();
        let expected: Vec<_> = files.iter().map(|(name, content, _)| (name.clone(), content.clone())).collect();
        prop_assert_eq!(back, expected);
    }

    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..400), size in any::<u64>()) {
        let _directory = zip::directory(&bytes, size);
        for file in zip::files(&[b"PK\x01\x02", &*bytes].concat()).0 {
            let _content = file.content(&[b"PK\x03\x04", &*bytes].concat());
        }
        let _label = label_of(&bytes);
    }
}
