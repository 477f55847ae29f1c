//! Codes without the two characters that get damaged on their way.

use super::{VOTE, items, key};
use oxymoron::domain::code::answer::{MOST_CHARACTERS, Response, RolePlace, Vote, open};
use oxymoron::domain::code::drawing::{Drawing, MOST_TRIES, Search, fragile};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::seal::{CannotSeal, Entropy, PublicKey, one_time_key};
use oxymoron::domain::code::{Kind, ResponseId, Serial, WorkshopId};
use qrcodegen::{QrCode, QrCodeEcc};
use std::convert::Infallible;

/// Bytes that look random and are the same in every run: splitmix64 (Steele, Lea and Flood 2014).
pub struct Bytes(pub u64);

impl Bytes {
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn entropy(&mut self) -> [u8; 32] {
        let numbers: [u64; 4] = std::array::from_fn(|_| self.number());
        std::array::from_fn(|at| numbers[at / 8].to_be_bytes()[at % 8])
    }
}

fn response(shape: Shape, id: u64) -> Response {
    Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: RolePlace::new(5),
        items: items(shape, &"4".repeat(shape.length())),
    }
}

fn drawn(response: &Response, vote: Vote, bytes: &mut Bytes) -> (Envelope, u32) {
    let mut drawing = Drawing::new(response.clone(), vote, key().public());
    while drawing.step(Entropy(bytes.entropy())).unwrap() {}
    let tries = drawing.tries();
    (drawing.finish().unwrap(), tries)
}

/// A try succeeds if each random character is one of 62 among 64: 88, 95, 100 or 106.5 of them.
#[test]
fn codes_have_no_fragile_character_after_as_many_tries_as_chance_says() {
    const CODES: u32 = 120;
    let vote = Vote {
        workshop: WorkshopId(0x0102_0304_0506_0708),
        ..VOTE
    };
    let key = key();
    for (shape, random) in Shape::ALL.into_iter().zip([88.0, 94.67, 100.0, 106.67]) {
        let mut bytes = Bytes(7);
        let mut total = 0;
        for id in 0..u64::from(CODES) {
            let response = response(shape, id);
            let (code, tries) = drawn(&response, vote, &mut bytes);
            let text = code.to_string();
            assert_eq!(fragile(&text), 0, "{text}");
            assert!(text.len() <= MOST_CHARACTERS && tries < MOST_TRIES);
            assert_eq!(
                open(&Envelope::read(Kind::Answer, &text).unwrap(), vote, key),
                Ok(response)
            );
            total += tries;
        }
        let (mean, expected) = (
            f64::from(total) / f64::from(CODES),
            (64.0_f64 / 62.0).powf(random),
        );
        // The mean of so many has a standard error of a tenth of it.
        assert!(
            (mean / expected - 1.0).abs() < 0.3,
            "{shape:?}: {mean} of {expected}"
        );
    }
}

/// A link ends with a letter or a digit, and no mark stands in it that an autolinker takes for the end of a sentence but the one full
/// stop inside, which has a letter on either side.
#[test]
fn nothing_in_a_link_is_an_autolinkers_to_leave_out() {
    let mut bytes = Bytes(11);
    for shape in Shape::ALL {
        let (code, _) = drawn(&response(shape, 1), VOTE, &mut bytes);
        let link = format!("https://example.org/oxymoron/#/answer/{code}");
        assert!(link.ends_with(|end: char| end.is_ascii_alphanumeric()), "{link}");
        let behind = link.split_once("/#/answer/").unwrap().1;
        let marks: String = behind.chars().filter(|it| !it.is_ascii_alphanumeric()).collect();
        assert_eq!(marks, ".", "{link}");
        assert!(behind.starts_with("oxya.A"), "{link}");
        let picture = QrCode::encode_text(&link, QrCodeEcc::Medium).unwrap();
        assert!(picture.version().value() <= 10);
    }
}

#[test]
fn the_best_one_stands_where_luck_fails() {
    // Always the same bytes, whose one-time key is fragile: no try is better than the first.
    let mut bytes = Bytes(1);
    let unlucky = loop {
        let entropy = bytes.entropy();
        if one_time_key(&Entropy(entropy)).starts_with(&[0xff, 0xff, 0xff])
            || one_time_key(&Entropy(entropy))[2] & 0x3f == 0x3f
        {
            break entropy;
        }
    };
    let given = response(Shape::ALL[2], 3);
    let mut drawing = Drawing::new(given.clone(), VOTE, key().public());
    let mut steps = 1;
    while drawing.step(Entropy(unlucky)).unwrap() {
        steps += 1;
    }
    assert_eq!((steps, drawing.tries()), (MOST_TRIES, MOST_TRIES));
    let code = drawing.finish().unwrap();
    assert!(fragile(&code.to_string()) > 0);
    assert_eq!(open(&code, VOTE, key()), Ok(given));
}

#[test]
fn a_workshop_with_a_fragile_name_does_not_draw_in_vain() {
    // `_` in the tag, which every code begins with.
    let vote = Vote {
        workshop: WorkshopId(0x00ff_ffff_0000_0000),
        ..VOTE
    };
    let (code, tries) = drawn(&response(Shape::ALL[0], 1), vote, &mut Bytes(3));
    let text = code.to_string();
    assert!(tries < MOST_TRIES, "{tries}");
    assert_eq!(fragile(&text), fragile(&text[..13]), "only in the tag: {text}");
    assert!(fragile(&text) > 0);
}

/// The longest codes' length stands beside the first bits of the name: what is counted there is what a code really begins with.
#[test]
fn a_workshop_without_a_fragile_name_has_codes_without_a_fragile_character() {
    let vote = Vote {
        workshop: WorkshopId(0xc102_0304_0000_0000),
        ..VOTE
    };
    let mut bytes = Bytes(13);
    for shape in Shape::ALL {
        for id in 0..8 {
            let (code, _) = drawn(&response(shape, id), vote, &mut bytes);
            assert_eq!(fragile(&code.to_string()), 0, "{code}");
        }
    }
}

#[test]
fn a_key_that_cannot_be_sealed_to_says_so_at_once() {
    let mut drawing = Drawing::new(response(Shape::ALL[0], 1), VOTE, PublicKey([0; 32]));
    assert_eq!(drawing.step(Entropy([1; 32])), Err(CannotSeal));
    assert_eq!(drawing.finish(), None);
}

#[test]
fn a_search_keeps_the_best_and_makes_nothing_that_cannot_be_better() {
    let mut search = Search::new(0);
    let mut made = Vec::new();
    for (bound, count) in [(1, 3), (4, 0), (2, 2), (0, 5), (1, 1), (1, 0)] {
        assert!(search.goes_on());
        let offered: Result<(), Infallible> = search.offer(bound, || {
            made.push(count);
            Ok((count, count))
        });
        assert_eq!(offered, Ok(()));
    }
    assert_eq!(
        made,
        [3, 2, 5, 1],
        "those that may be better than the best before"
    );
    assert!(search.goes_on(), "one is not none");
    assert_eq!(search.offer(0, || Ok::<_, Infallible>((0, 0))), Ok(()));
    assert!(!search.goes_on());
    assert_eq!((search.tries(), search.finish()), (7, Some(0)));

    let mut search = Search::new(0);
    for made in ["first", "second"] {
        assert_eq!(search.offer(0, || Ok::<_, Infallible>((2, made))), Ok(()));
    }
    assert_eq!(search.finish(), Some("first"), "none of two as good is better");

    let mut search = Search::new(1);
    let offered = search.offer(1, || Ok::<_, Infallible>((1, "one")));
    assert_eq!(
        (offered, search.goes_on()),
        (Ok(()), false),
        "no draw can do without one"
    );
    assert_eq!(
        search.offer(0, || Err::<(usize, &str), _>("no key")),
        Err("no key")
    );
    assert_eq!(search.finish(), Some("one"));
    assert_eq!(Search::<()>::new(0).finish(), None);
}
