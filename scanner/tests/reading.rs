//! Codes that another crate has drawn, as a camera or a screenshot would show them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod canvas;

use canvas::{Canvas, LINK, gallery};
use oxymoron_scanner::{MOST_PIXELS, read};
use proptest::prelude::*;

#[test]
fn a_code_is_read_at_every_usual_size() {
    for side in [2, 3, 4, 8, 20] {
        assert_eq!(Canvas::of(LINK, side).read(), [LINK], "{side} pixels a module");
    }
}

#[test]
fn a_code_is_read_whichever_way_the_picture_is_turned() {
    let mut canvas = Canvas::of(LINK, 5);
    for turns in 1..4 {
        canvas = canvas.turned();
        assert_eq!(canvas.read(), [LINK], "{turns} quarter turns");
    }
    assert_eq!(canvas.leaning().read(), [LINK], "leaning");
}

#[test]
fn a_code_is_read_through_noise() {
    let canvas = Canvas::of(LINK, 6);
    assert_eq!(canvas.noisy(15).read(), [LINK]);
    assert_eq!(canvas.turned().noisy(15).read(), [LINK]);
}

#[test]
fn light_codes_on_dark_are_read() {
    for side in [2, 4, 8] {
        let canvas = Canvas::of(LINK, side);
        let light = canvas.map(|x, y| 255 - canvas.bytes[y * canvas.width + x]);
        assert_eq!(light.read(), [LINK], "{side} pixels a module");
        assert_eq!(light.noisy(15).read(), [LINK], "{side} pixels a module, noisy");
    }
}

/// As the worker hands it over: no quiet zone of its own, and white around it.
#[test]
fn a_light_code_cut_close_is_read_in_a_white_margin() {
    let side = 5;
    let canvas = Canvas::of(LINK, side);
    let margin = 4 * side;
    let code = |at: usize, size: usize| (margin..size - margin).contains(&at);
    let cut = canvas.map(|x, y| match canvas.bytes[y * canvas.width + x] {
        luma if code(x, canvas.width) && code(y, canvas.height) => 255 - luma,
        _ => 255,
    });
    assert_eq!(cut.read(), [LINK]);
}

#[test]
fn colours_are_read_by_their_brightness() {
    let canvas = Canvas::of(LINK, 4);
    let size = u32::try_from(canvas.width).unwrap();
    // Dark teal on light sand.
    let rgba: Vec<u8> = canvas
        .bytes
        .iter()
        .flat_map(|byte| {
            if *byte == 0 {
                [11, 85, 89, 255]
            } else {
                [247, 244, 238, 255]
            }
        })
        .collect();
    assert_eq!(read(size, size, &rgba), [LINK]);
}

#[test]
fn several_codes_in_one_picture_are_all_read_and_each_once() {
    let mut canvas = Canvas::white(1000, 700);
    let texts = ["one", "two", "three", "four"];
    for (place, text) in texts.iter().enumerate() {
        canvas.draw(text, 50 + place % 2 * 400, 50 + place / 2 * 300, 6 + place);
    }
    canvas.draw("one", 750, 50, 5);
    let mut found = canvas.read();
    found.sort();
    assert_eq!(found, ["four", "one", "three", "two"]);
}

#[test]
fn all_of_twelve_codes_in_an_overview_are_read() {
    for (name, by, module, ground) in [
        ("small", 3, 8, 255),
        ("smaller", 2, 5, 255),
        ("dark", 3, 9, 20),
        ("as drawn", 1, 3, 235),
    ] {
        let (canvas, texts) = gallery(module, ground);
        let canvas = canvas.shrunk(by);
        for (name, canvas) in [
            (name, canvas.clone()),
            ("with noise", canvas.noisy(12)),
            ("light on dark", canvas.inverted()),
        ] {
            let mut found = canvas.read();
            found.sort();
            assert_eq!(found, texts, "{name}, {by} and {module}");
        }
    }
}

#[test]
fn dark_and_light_codes_in_one_picture_are_read() {
    let (dark, texts) = gallery(4, 255);
    let half = dark.width / 2;
    let mixed = dark.map(|x, y| {
        let luma = dark.bytes[y * dark.width + x];
        if x < half { luma } else { 255 - luma }
    });
    let mut found = mixed.read();
    found.sort();
    assert_eq!(found, texts);
    assert_eq!(mixed.two_glances(), texts, "before the camera");
}

#[test]
fn a_blurred_code_is_read() {
    // Two means of 5 pixels have a deviation of 2 pixels: 0.33 and 0.4 of a module, and 0.5 where the modules have 4.
    for module in [4, 5, 6] {
        assert_eq!(
            Canvas::of(LINK, module).blurred(2).read(),
            [LINK],
            "{module} pixels a module"
        );
    }
}

#[test]
fn a_code_of_little_contrast_is_read_through_noise() {
    for module in [4, 6] {
        let canvas = Canvas::of(LINK, module);
        let noisy = canvas.noisy(12);
        let pale = canvas.map(|x, y| {
            let at = y * canvas.width + x;
            110 + canvas.bytes[at] / 6 + noisy.bytes[at] % 12
        });
        assert_eq!(pale.read(), [LINK], "{module} pixels a module");
    }
}

#[test]
fn a_code_behind_the_lines_of_a_screen_is_read() {
    let canvas = Canvas::of(LINK, 7);
    for period in [2, 3, 4] {
        let lines = canvas.map(|x, y| {
            let luma = canvas.bytes[y * canvas.width + x];
            if x % period == 0 || y % period == 0 {
                luma / 2
            } else {
                luma
            }
        });
        assert_eq!(lines.read(), [LINK], "a line every {period} pixels");
    }
}

#[test]
fn a_damaged_code_is_corrected_or_not_read_at_all() {
    let whole = Canvas::of(LINK, 4);
    let blot = |side: usize| {
        let middle = whole.width / 2..whole.width / 2 + side;
        whole.map(|x, y| {
            if middle.contains(&x) && middle.contains(&y) {
                0
            } else {
                whole.bytes[y * whole.width + x]
            }
        })
    };
    assert_eq!(blot(30).read(), [LINK]);
    assert_eq!(blot(120).read(), Vec::<String>::new());
}

#[test]
fn sizes_that_do_not_fit_are_no_picture() {
    let none = Vec::<String>::new();
    assert_eq!(read(0, 0, &[]), none);
    assert_eq!(read(2, 2, &[0; 3]), none);
    assert_eq!(read(2, 2, &[0; 8]), none);
    assert_eq!(read(u32::MAX, u32::MAX, &[0; 16]), none);
    let too_many = vec![255; MOST_PIXELS + 1];
    assert_eq!(read(u32::try_from(too_many.len()).unwrap(), 1, &too_many), none);
}

/// A picture made of pieces of finder patterns: more likely than noise to lead the reader astray.
fn pieces() -> impl Strategy<Value = Canvas> {
    let piece = (0..160_usize, 0..160_usize, 1..6_usize, any::<bool>());
    prop::collection::vec(piece, 0..12).prop_map(|pieces| {
        let mut canvas = Canvas::white(220, 220);
        for (left, top, side, whole) in pieces {
            for y in 0..7 * side {
                for x in 0..7 * side {
                    let (column, row) = (x / side, y / side);
                    let ring = column % 6 == 0 || row % 6 == 0;
                    let eye = (2..5).contains(&column) && (2..5).contains(&row);
                    let dark = (ring || eye) && (whole || column + row < 11);
                    canvas.bytes[(top + y) * 220 + left + x] = if dark { 0 } else { 255 };
                }
            }
        }
        canvas
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_survived(
        width in 0..90_u32,
        height in 0..90_u32,
        bytes in prop::collection::vec(any::<u8>(), 0..9000),
    ) {
        let _texts = read(width, height, &bytes);
        let fitting: Vec<u8> = bytes.iter().copied().cycle().take((width * height) as usize).collect();
        let _texts = read(width, height, &fitting);
    }

    #[test]
    fn pieces_of_codes_are_survived(canvas in pieces()) {
        let _texts = canvas.read();
    }

    #[test]
    fn a_code_with_a_stripe_over_it_is_read_rightly_or_not(
        at in 0..200_usize, thick in 1..30_usize, across: bool, dark: bool,
    ) {
        let whole = Canvas::of(LINK, 4);
        let stripe = at..at + thick;
        let canvas = whole.map(|x, y| {
            if stripe.contains(if across { &x } else { &y }) {
                if dark { 0 } else { 255 }
            } else {
                whole.bytes[y * whole.width + x]
            }
        });
        let texts = canvas.read();
        prop_assert!(texts.is_empty() || texts == [LINK], "{texts:?}");
    }
}
