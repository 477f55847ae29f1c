//! What is drawn, read back from the markup alone by another crate's reader.

use super::Code;
use crate::domain::answer::Choice;
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::Depth;
use crate::domain::code::answer::{Response, RolePlace, Vote, seal};
use crate::domain::code::items::{Items, Shape};
use crate::domain::code::seal::{Entropy, WorkshopKey};
use crate::domain::code::{ResponseId, Round, Serial, WorkshopId};
use crate::ui::charts::testing::{count, rendered};
use proptest::prelude::*;

fn markup(text: &str) -> String {
    let code = Code::of(text).expect("a text of this length");
    rendered(code.draw(&"Answer code".into()))
}

/// The value of an attribute at its first place.
fn attribute<'a>(markup: &'a str, name: &str) -> &'a str {
    let (_, rest) = markup.split_once(&format!(" {name}=\"")).expect("the attribute");
    rest.split_once('"').expect("its end").0
}

/// The dark modules by rows, from the view box and the path.
fn modules(markup: &str) -> Vec<Vec<bool>> {
    let side = attribute(markup, "viewBox")
        .rsplit_once(' ')
        .expect("four numbers")
        .1;
    let side: usize = side.parse().expect("a number");
    let mut rows = vec![vec![false; side]; side];
    for run in attribute(markup, "d").split_terminator('z') {
        let (from, run) = run.split_once('h').expect("a run");
        let (x, y) = from.trim_start_matches('M').split_once(' ').expect("a place");
        let (x, y): (usize, usize) = (x.parse().expect("x"), y.parse().expect("y"));
        let (width, rest) = run.split_once('v').expect("a width");
        assert_eq!(rest, format!("1h-{width}"), "one module high, and back");
        let width: usize = width.parse().expect("a width");
        rows[y][x..x + width].fill(true);
    }
    rows
}

/// What a reader sees at four pixels a module.
fn decoded(markup: &str) -> String {
    let rows = modules(markup);
    let side = rows.len() * 4;
    let light = |x: usize, y: usize| if rows[y / 4][x / 4] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, light);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().expect("a whole code").1
}

/// A link to an answer code with 36 items and a role.
fn link() -> String {
    let shape = Shape::new(Depth::Full, KnowDo::LeftOut);
    let row = "123450x-1234501234512345-0123451234x".chars();
    let items = Items::new(shape, row.map(|it| Choice::from_code(&it.to_string())).collect());
    let response = Response {
        id: ResponseId(0x0123_4567_89ab_cdef),
        serial: Serial(200),
        role: RolePlace::new(5),
        items: items.expect("36 choices"),
    };
    let vote = Vote {
        workshop: WorkshopId(0xfedc_ba98_7654_3210),
        round: Round::FIRST,
    };
    let key = WorkshopKey::derive(&[7; 32]);
    let code = seal(&response, vote, key.public(), Entropy([9; 32])).expect("a key");
    format!("https://example.org/oxymoron/#/answer/{code}")
}

#[test]
fn a_link_to_an_answer_is_read_back_and_small() {
    let link = link();
    let code = Code::of(&link).expect("a link");
    assert!(code.version() <= 10, "version {}", code.version());
    assert_eq!(decoded(&markup(&link)), link);
}

#[test]
fn it_is_the_smallest_that_fits() {
    // Byte capacities at M in the standard's table 7: version 1 has 14, version 2 has 26.
    for (bytes, version) in [(14, 1), (15, 2), (26, 2), (27, 3), (2331, 40)] {
        let code = Code::of(&"a".repeat(bytes));
        assert_eq!(code.map(|code| code.version()), Some(version), "{bytes}");
    }
}

#[test]
fn a_text_that_no_code_holds_is_none() {
    assert!(Code::of(&"a".repeat(2332)).is_none());
    assert!(Code::of(&"a".repeat(5_000_000)).is_none());
}

#[test]
fn four_light_modules_are_on_every_side() {
    let rows = modules(&markup("quiet"));
    let side = rows.len();
    assert_eq!(side, 21 + 8);
    let dark = |at: &dyn Fn(usize) -> bool| (0..side).find(|place| at(*place));
    assert_eq!(dark(&|y| rows[y].contains(&true)), Some(4));
    assert_eq!(dark(&|y| rows[side - 1 - y].contains(&true)), Some(4));
    assert_eq!(dark(&|x| rows.iter().any(|row| row[x])), Some(4));
    assert_eq!(dark(&|x| rows.iter().any(|row| row[side - 1 - x])), Some(4));
}

#[test]
fn it_is_one_named_picture_without_colours_of_its_own() {
    let markup = markup("picture");
    let named = "viewBox=\"0 0 29 29\" role=\"img\" aria-label=\"Answer code\" shape-rendering=\"crispEdges\" class=\"qr\"";
    assert!(markup.starts_with("<svg ") && markup.contains(named), "{markup}");
    assert_eq!((count(&markup, "<path"), count(&markup, "<rect")), (1, 1));
    assert!(!markup.contains("style=") && !markup.contains('#'), "{markup}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_text_comes_back(text in "\\PC{1,120}") {
        prop_assert_eq!(decoded(&markup(&text)), text);
    }
}

#[test]
fn the_picture_as_a_file_holds_what_the_drawing_holds() {
    for text in ["A", "https://a.example/#/answer/oxya.12345", &"x".repeat(300)] {
        let drawn = modules(&markup(text));
        let file = Code::of(text).expect("short enough").bitmap();
        let number = |at: usize| {
            let bytes = file[at..at + 4].try_into().expect("four bytes");
            usize::try_from(i32::from_le_bytes(bytes)).expect("no negative one")
        };
        let (whole, pixels, width, height) = (number(2), number(10), number(18), number(22));
        assert_eq!(
            (&file[..2], whole, width, height),
            (&b"BM"[..], file.len(), 4 * drawn.len(), 4 * drawn.len())
        );
        assert_eq!(&file[54..62], [255, 255, 255, 0, 0, 0, 0, 0], "light, then dark");
        let row = (file.len() - pixels) / height;
        assert_eq!(row % 4, 0);
        for (y, line) in file[pixels..].chunks(row).rev().enumerate() {
            for x in 0..width {
                let dark = line[x / 8] >> (7 - x % 8) & 1 == 1;
                assert_eq!(dark, drawn[y / 4][x / 4], "{x} {y}");
            }
        }
    }
}
