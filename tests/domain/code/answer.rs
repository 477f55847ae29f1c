//! The answer code: who can read it, what is refused, how long it gets.

use super::{VOTE, code, full, items, key, response, typos};
use crate::arbitrary::settings;
use crate::support::{answers, three_areas, twelve_areas};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use crc::{CRC_32_ISO_HDLC, Crc};
use oxymoron::domain::answer::{Answer, Choice};
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::{MOST_CHARACTERS, Response, RolePlace, Vote, open, seal};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::seal::{CannotSeal, Entropy, PublicKey, WorkshopKey};
use oxymoron::domain::code::{CodeError, Kind, ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::level::Level;
use oxymoron::domain::workshop::Seed;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use qrcodegen::{QrCode, QrCodeEcc};

fn read(text: &str) -> Result<Envelope, CodeError> {
    Envelope::read(Kind::Answer, text)
}

/// The code with its check made anew after `change`.
fn forged(text: &str, change: impl Fn(&mut Vec<u8>)) -> String {
    let mut bytes = URL_SAFE_NO_PAD
        .decode(text.strip_prefix("oxya.").unwrap())
        .unwrap();
    bytes.truncate(bytes.len() - 4);
    change(&mut bytes);
    wrapped(&bytes)
}

/// What stands before the check as a code, with its check.
pub fn wrapped(content: &[u8]) -> String {
    let mut bytes = content.to_vec();
    let crc = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    digest.update(b"oxya.");
    digest.update(&bytes);
    bytes.extend(digest.finalize().to_be_bytes());
    format!("oxya.{}", URL_SAFE_NO_PAD.encode(bytes))
}

#[test]
fn comes_back_as_it_was() {
    let text = code(1).to_string();
    assert_eq!(open(&read(&text).unwrap(), VOTE, key()), Ok(response(1)));
    assert_eq!(read(&text).unwrap().to_string(), text);
}

#[test]
fn nobody_without_the_key_can_read_it() {
    let others = [[0; 32], [8; 32], [255; 32]];
    for seed in others {
        assert_eq!(
            open(&code(1), VOTE, &WorkshopKey::derive(&seed)),
            Err(CodeError::Damaged)
        );
    }
}

#[test]
fn equal_answers_give_codes_that_differ_behind_the_header() {
    let with = |byte| {
        let code = seal(&response(1), VOTE, key().public(), Entropy([byte; 32])).unwrap();
        URL_SAFE_NO_PAD.decode(&code.to_string()[5..]).unwrap()
    };
    let (one, other) = (with(1), with(2));
    assert_eq!(one[..6], other[..6], "version, length, workshop, round");
    let same = one[6..].iter().zip(&other[6..]).filter(|(a, b)| a == b).count();
    assert!(same < 8, "{same} of {} bytes are the same", one.len() - 6);
}

#[test]
fn any_single_changed_character_is_refused() {
    for code in [code(1), quick_code()] {
        let text = code.to_string();
        let mut tried = 0;
        for typo in typos(&text) {
            let expected = if typo.starts_with("oxya.") {
                CodeError::Damaged
            } else {
                CodeError::NotACode(Kind::Answer)
            };
            assert_eq!(read(&typo), Err(expected), "{typo}");
            tried += 1;
        }
        assert_eq!(tried, (text.len() - 1) * 64 + 64, "{text}");
    }
}

fn quick_code() -> Envelope {
    let shape = Shape::new(Depth::Quick, KnowDo::LeftOut);
    let items = items(shape, "1x34505432x0");
    let response = Response {
        id: ResponseId(u64::MAX),
        serial: Serial(1),
        role: None,
        items,
    };
    seal(&response, VOTE, key().public(), Entropy([3; 32])).unwrap()
}

/// The check at the end is no secret, so the seal has to hold without it.
#[test]
fn whoever_makes_the_check_anew_still_changes_nothing() {
    let text = code(1).to_string();
    let length = URL_SAFE_NO_PAD.decode(&text[5..]).unwrap().len() - 4;
    for at in 2..length {
        for bit in [0x01, 0x80] {
            let changed = read(&forged(&text, |bytes| bytes[at] ^= bit)).unwrap();
            let expected = match at {
                2..=4 => CodeError::OtherWorkshop,
                5 => CodeError::OtherRound {
                    code: Round::new(1 ^ bit).unwrap_or(Round::FIRST),
                    collected: Round::FIRST,
                },
                _ => CodeError::Damaged,
            };
            let got = open(&changed, VOTE, key());
            // A round 0 is none.
            let expected = if at == 5 && bit == 1 {
                CodeError::Damaged
            } else {
                expected
            };
            assert_eq!(got, Err(expected), "byte {at}");
        }
    }
    let moved = |change: fn(&mut Vec<u8>), vote| {
        read(&forged(&text, change)).and_then(|code| open(&code, vote, key()))
    };
    let second = Vote {
        round: Round::new(2).unwrap(),
        ..VOTE
    };
    assert_eq!(
        moved(|bytes| bytes[5] = 2, second),
        Err(CodeError::Damaged),
        "replayed in the next round"
    );
    assert_eq!(
        moved(|bytes| bytes.truncate(10), VOTE).unwrap_err(),
        CodeError::Damaged
    );
    // As a code of version 1, whose tag is a byte longer: neither as it stands nor with a longer tag.
    assert_eq!(moved(|bytes| bytes[0] = 1, VOTE), Err(CodeError::OtherWorkshop));
    let relabelled = |bytes: &mut Vec<u8>| {
        bytes[0] = 1;
        bytes[1] += 1;
        bytes.insert(5, 0x67);
    };
    assert_eq!(moved(relabelled, VOTE), Err(CodeError::Damaged));
}

#[test]
fn says_what_is_wrong() {
    let elsewhere = |workshop, round| Vote {
        workshop: WorkshopId(workshop),
        round: Round::new(round).unwrap(),
    };
    let check = |text: &str, vote, sentence: &str| {
        let error = read(text).and_then(|code| open(&code, vote, key())).unwrap_err();
        assert_eq!(error.to_string(), sentence);
    };
    let text = code(1).to_string();
    check("hello", VOTE, "This is not an answer code: one begins with oxya.");
    check(
        &text[..60],
        VOTE,
        "This code was cut or changed on its way: ask its sender for a fresh one, the file or the picture",
    );
    check(
        &text,
        elsewhere(1, 1),
        "This code is for another workshop: ask its sender to open the link of this one",
    );
    check(
        &text,
        elsewhere(VOTE.workshop.0, 2),
        "This code is from round 1 and round 2 is being collected: ask its sender for a new one",
    );
    check(
        &forged(&text, |bytes| bytes[0] = 3),
        VOTE,
        "This code is in version 3 of the format, which this page does not read: reload the page on both devices and \
         make the code again",
    );
    // Two workshops whose names begin alike are told apart by the seal.
    assert_eq!(
        open(&code(1), elsewhere(VOTE.workshop.0 ^ 1, 1), key()),
        Err(CodeError::Damaged)
    );
    let invite = Envelope::read(Kind::Invite, &text);
    assert_eq!(invite, Err(CodeError::NotACode(Kind::Invite)));
}

#[test]
fn what_only_looks_sealed_rightly_is_refused() {
    // Anybody with the invite can seal anything: role 7, a filling that is not zeros.
    let inside = |change: fn(&mut Vec<u8>)| {
        let mut text = 1_u64.to_be_bytes().to_vec();
        text.extend([0; 15]);
        change(&mut text);
        let header = [2, (4 + 48 + text.len()) as u8, 0x01, 0x23, 0x45, 1];
        let context = [
            b"oxymoron answer 2".as_slice(),
            &VOTE.workshop.0.to_be_bytes(),
            &[1],
        ]
        .concat();
        let sealed =
            oxymoron::domain::code::seal::seal(key().public(), &context, &header, &text, Entropy([5; 32]));
        let whole = forged(&code(1).to_string(), |bytes| {
            *bytes = [header.as_slice(), sealed.as_ref().unwrap()].concat();
        });
        open(&read(&whole).unwrap(), VOTE, key())
    };
    let blank = Response {
        id: ResponseId(1),
        serial: Serial(0),
        role: None,
        items: items(full(), &"-".repeat(36)),
    };
    assert_eq!(inside(|_| ()), Ok(blank.clone()));
    let serial = Serial(255);
    assert_eq!(inside(|text| text[8] = 255), Ok(Response { serial, ..blank }));
    assert_eq!(inside(|text| text[9] = 0b1110_0000), Err(CodeError::Damaged));
    assert_eq!(inside(|text| text[22] = 1), Err(CodeError::Damaged));
    assert_eq!(inside(|text| text.push(0)), Err(CodeError::Damaged));
    assert_eq!(inside(|text| text.truncate(7)), Err(CodeError::Damaged));
}

#[test]
fn a_key_that_cannot_be_sealed_to_is_refused() {
    let sealed = seal(&response(1), VOTE, PublicKey([0; 32]), Entropy([1; 32]));
    assert_eq!(sealed, Err(CannotSeal));
    assert_eq!(
        CannotSeal.to_string(),
        "The invite carries a key that cannot be used: ask the facilitator for a new invite"
    );
}

#[test]
fn a_secret_is_named_and_not_shown() {
    assert_eq!(format!("{:?}", key()), "WorkshopKey { .. }");
    assert_eq!(format!("{:?}", Seed([7; 32])), "Seed");
}

#[test]
fn fits_into_a_short_text_and_a_small_picture() {
    let lengths = Shape::ALL.map(|shape| {
        let response = Response {
            id: ResponseId(u64::MAX),
            serial: Serial(255),
            role: RolePlace::new(5),
            items: items(shape, &"x".repeat(shape.length())),
        };
        let text = seal(&response, VOTE, key().public(), Entropy([255; 32]))
            .unwrap()
            .to_string();
        let link = format!("https://example.org/oxymoron/#/c/{text}");
        let picture = QrCode::encode_text(&link, QrCodeEcc::Medium).unwrap();
        assert!(picture.version().value() <= 10, "{shape:?}");
        text.len()
    });
    assert_eq!(lengths, [101, 108, 113, 120]);
    assert_eq!(lengths.into_iter().max(), Some(MOST_CHARACTERS));
}

#[test]
fn rows_follow_the_instrument() {
    let given = answers("A01=3 A01b=0 A02=x A12=x A12b=5 K1k=2 K7d=4 K6=1");
    let shape = Shape::new(Depth::Full, KnowDo::Included);
    let row = Items::of(&twelve_areas(), shape, &given).unwrap();
    assert_eq!(
        super::written(&row),
        "3-0x-----------------------------x-52----------41"
    );
    assert_eq!(row.answers(&twelve_areas()), Some(given));

    let quick = Items::of(&twelve_areas(), Shape::ALL[0], &answers("A01=3 A01b=0 A12=x")).unwrap();
    assert_eq!(super::written(&quick), "3----------x");

    assert_eq!(Items::of(&three_areas(), shape, &answers("A01=3")), None);
    assert_eq!(Items::new(shape, vec![None; 48]), None);
    let everywhere = items(Shape::ALL[0], "xxxxxxxxxxxx").answers(&twelve_areas());
    assert_eq!(everywhere, Some(answers("A02=x A12=x")));
    let reason = [(
        "A02".parse().unwrap(),
        Answer::NotApplicable("Nobody new".to_owned()),
    )];
    let without = Items::of(&twelve_areas(), Shape::ALL[0], &reason.into_iter().collect());
    assert_eq!(without.unwrap().row()[1], Some(Choice::NotApplicable));
}

fn choice() -> impl Strategy<Value = Option<Choice>> {
    let mut all = Level::ALL.map(Choice::Level).to_vec();
    all.extend([Choice::CannotTell, Choice::NotApplicable]);
    option::of(select(all))
}

fn any_response() -> impl Strategy<Value = Response> {
    let items = select(Shape::ALL.to_vec()).prop_flat_map(|shape| {
        let row = vec(choice(), shape.length());
        row.prop_map(move |row| Items::new(shape, row).unwrap())
    });
    (any::<u64>(), any::<u8>(), option::of(0..6_u8), items).prop_map(|(id, serial, role, items)| Response {
        id: ResponseId(id),
        serial: Serial(serial),
        role: role.and_then(RolePlace::new),
        items,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..settings() })]

    #[test]
    fn any_response_comes_back(
        response in any_response(),
        workshop in any::<u64>(),
        round in 1..=255_u8,
        seed in any::<[u8; 32]>(),
        entropy in any::<[u8; 32]>(),
    ) {
        let vote = Vote { workshop: WorkshopId(workshop), round: Round::new(round).unwrap() };
        let key = WorkshopKey::derive(&seed);
        let text = seal(&response, vote, key.public(), Entropy(entropy)).unwrap().to_string();
        prop_assert!(text.len() <= MOST_CHARACTERS);
        prop_assert_eq!(open(&read(&text).unwrap(), vote, &key), Ok(response));
    }

    #[test]
    fn whatever_was_sealed_is_refused_or_is_what_it_writes(id in any::<[u8; 8]>(), row in vec(any::<u8>(), 0..22), fill in 0..8_u32) {
        // Zeros at the end, so that some rows are filled up as they should be.
        let mut text = [id.as_slice(), &row].concat();
        if let Some(last) = text.last_mut() {
            *last = last.checked_shl(fill).unwrap_or(0);
        }
        if let Some(response) = Response::unpack(&text) {
            prop_assert_eq!(response.pack(), text);
        }
    }

    #[test]
    fn any_text_is_refused_or_is_what_it_writes(text in "(oxya\\.)?[A-Za-z0-9_-]{0,130}") {
        if let Ok(code) = read(&text) {
            prop_assert_eq!(code.to_string(), text);
        }
    }
}
