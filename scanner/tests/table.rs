//! The rows of `docs/qr-readers.md` with pictures that are made here: nothing that a file or two frames of a camera read may be lost.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod canvas;

use canvas::{Canvas, gallery, link};

/// Reads eight pictures of a kind: what it does to a code of so many pixels a module.
fn all_are_read(kind: &str, modules: &[usize], change: impl Fn(Canvas, usize, usize) -> Canvas) {
    let mut missed = Vec::new();
    for number in 0..8 {
        let (module, text) = (modules[number % modules.len()], link(number));
        let picture = change(Canvas::of(&text, module), number, module);
        for (way, found) in [("file", picture.read()), ("camera", picture.two_glances())] {
            if found != [&*text] {
                missed.push((way, number, found));
            }
        }
    }
    assert!(missed.is_empty(), "{kind}: {missed:?}");
}

#[test]
fn clean_ones_are_read() {
    all_are_read("clean", &[3, 4, 5, 6, 8], |code, _, _| code);
}

/// Eight pixels a module become two, which lie across the edges of the modules by other parts each time.
#[test]
fn those_made_smaller_to_a_quarter_are_read() {
    all_are_read("25 %", &[8], |code, number, _| code.framed(60 + number).shrunk(4));
}

#[test]
fn rotated_ones_are_read() {
    all_are_read("rotated", &[5], |code, number, _| {
        code.rotated(5.0 + of(number) * 42.0)
    });
}

#[test]
fn those_taken_from_the_side_are_read() {
    all_are_read("perspective", &[6], |code, number, _| {
        code.slanted(0.10 + 0.02 * of(number))
    });
}

#[test]
fn light_ones_on_dark_are_read() {
    all_are_read("inverted", &[3, 4, 6, 8], |code, _, _| code.inverted());
}

#[test]
fn mirrored_ones_are_read() {
    all_are_read("mirrored", &[3, 4, 6, 8], |code, _, _| code.mirrored());
}

/// Two means of so many pixels come near to a Gaussian of 0.40 to 0.46 modules.
#[test]
fn blurred_ones_are_read() {
    all_are_read("blurred", &[7, 8, 10], |code, _, module| code.blurred(module / 2));
}

#[test]
fn pale_ones_with_noise_are_read() {
    all_are_read("low contrast with noise", &[4, 6, 8], |code, number, _| {
        code.pale(4.0 + of(number) * 0.8)
    });
}

#[test]
fn those_on_a_screen_are_read() {
    all_are_read("moire", &[7], |code, number, _| {
        code.on_a_screen(2.2 + 0.24 * of(number))
            .rotated(3.0 + 2.0 * of(number))
    });
}

#[test]
fn galleries_are_read_to_the_last() {
    let (drawn, texts) = gallery(6, 255);
    let (dark, _) = gallery(6, 20);
    for (kind, picture) in [
        ("small", drawn.scaled(0.41)),
        ("on a dark ground", dark.scaled(0.5)),
        ("from the side", drawn.slanted(0.06)),
    ] {
        let mut found = picture.read();
        found.sort();
        assert_eq!(found, texts, "{kind}, as a file");
        assert_eq!(picture.two_glances(), texts, "{kind}, before the camera");
    }
}

fn of(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}
