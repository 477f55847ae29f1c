//! Receipts: what they are made of, how they are read out, how often two are the same.

use super::VOTE;
use super::drawing::Bytes;
use oxymoron::domain::code::answer::Vote;
use oxymoron::domain::code::receipt::{NotAReceipt, Receipt};
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use std::collections::HashSet;

fn of(id: u64, serial: u8) -> Receipt {
    Receipt::of(VOTE, ResponseId(id), Serial(serial)).unwrap()
}

#[test]
fn each_code_has_its_own() {
    let elsewhere = |workshop, round| Vote {
        workshop: WorkshopId(workshop),
        round: Round::new(round).unwrap(),
    };
    let all = [
        of(1, 1),
        of(1, 2),
        of(2, 1),
        Receipt::of(elsewhere(1, 1), ResponseId(1), Serial(1)).unwrap(),
        Receipt::of(elsewhere(VOTE.workshop.0, 2), ResponseId(1), Serial(1)).unwrap(),
    ];
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    assert_eq!(Receipt::of(VOTE, ResponseId(1), Serial::NONE), None);
}

#[test]
fn is_read_as_somebody_reads_it_out() {
    let receipt = of(1, 1);
    let text = receipt.to_string();
    assert_eq!(text.len(), 7);
    let (first, last) = text.split_once('-').unwrap();
    // As an Arabic keyboard writes a digit.
    let arabic = |letter: char| {
        let digit = letter.to_digit(10);
        digit
            .and_then(|digit| char::from_u32(0x660 + digit))
            .unwrap_or(letter)
    };
    for said in [
        text.clone(),
        text.to_lowercase(),
        format!("{first}{last}"),
        format!(" {first} {last}\n"),
        format!("{first}\u{2013}{last}"),
        format!("\u{2068}{text}\u{2069}"),
        text.chars().map(arabic).collect(),
        first
            .chars()
            .chain(last.chars())
            .map(|it| format!("{it} "))
            .collect(),
    ] {
        assert_eq!(said.parse(), Ok(receipt), "{said}");
    }
    for other in [
        "",
        "K7M",
        "K7M-4P",
        "K7M-4PXX",
        "K7M-4PI",
        "K7M-4P\u{e9}",
        "K7M_4PX",
        "oxya.A",
    ] {
        assert_eq!(other.parse::<Receipt>(), Err(NotAReceipt), "{other}");
    }
}

#[test]
fn what_is_no_receipt_is_told_how_one_looks() {
    assert_eq!(
        NotAReceipt.to_string(),
        "A receipt has six characters, such as K7M-4PX"
    );
}

/// 24 to the sixth power are 191 million: among 50 people two are the same once in 156,000 rooms (n(n - 1) / 2N).
#[test]
fn two_are_the_same_as_rarely_as_chance_says() {
    const PEOPLE: u64 = 20_000;
    let mut bytes = Bytes(5);
    let receipts: HashSet<_> = (0..PEOPLE).map(|_| of(bytes.number(), 1)).collect();
    let same = PEOPLE as usize - receipts.len();
    // Expected: one pair.
    assert!(same <= 6, "{same}");
    let letters: HashSet<char> = receipts
        .iter()
        .flat_map(|it| it.to_string().chars().collect::<Vec<_>>())
        .collect();
    assert_eq!(letters.len(), 25, "24 and the hyphen");
    assert!(
        "AEIOU0O1ILSZBG".chars().all(|it| !letters.contains(&it)),
        "none that is taken for another, no vowel"
    );
    let rooms: u64 = 24_u64.pow(6) / (50 * 49 / 2);
    assert_eq!(rooms, 156_002);
}
