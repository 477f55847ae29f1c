//! The contrast of every pair of colours that text and charts are drawn with, computed from the tokens, in light and in dark.
//!
//! What a browser's checker cannot judge, lines and shapes in a picture, is judged here: 3 to 1 for what carries meaning (WCAG 2.2, 1.4.11),
//! 4.5 to 1 for text (1.4.3). The formulas are those of WCAG 2.2, "relative luminance" and "contrast ratio".

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const TOKENS: &str = include_str!("../../src/ui/style/tokens.css");

/// Red, green and blue, 0 to 255.
type Colour = [f64; 3];

/// The colours of one scheme, by name.
type Scheme = BTreeMap<&'static str, Colour>;

/// Light and dark.
fn schemes() -> [Scheme; 2] {
    ["var(--light, ", "var(--dark, "].map(|which| {
        let token = |line: &'static str| {
            let (name, values) = line.trim().strip_prefix("--")?.split_once(": ")?;
            let value = values.split(which).nth(1)?.split(')').next()?;
            Some((name, colour(value)))
        };
        TOKENS.lines().filter_map(token).collect()
    })
}

/// `#1d2326`.
fn colour(hex: &str) -> Colour {
    let number = u32::from_str_radix(hex.trim_start_matches('#'), 16).expect("a colour");
    [number >> 16, number >> 8 & 0xff, number & 0xff].map(f64::from)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = channel / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    (one / other).max(other / one)
}

/// A colour that lets so much of itself be seen upon a ground.
fn upon(colour: Colour, opacity: f64, ground: Colour) -> Colour {
    let mut mixed = ground;
    for (channel, own) in mixed.iter_mut().zip(colour) {
        *channel += (own - *channel) * opacity;
    }
    mixed
}

/// The pairs of `names` on `grounds` that have less than `least`, in either scheme.
fn too_little(names: &[&str], grounds: &[&str], least: f64) -> Vec<String> {
    let mut found = Vec::new();
    for (scheme, light_or_dark) in schemes().iter().zip(["light", "dark"]) {
        for name in names {
            for ground in grounds {
                let ratio = contrast(scheme[name], scheme[ground]);
                if ratio < least {
                    found.push(format!("{light_or_dark}: {name} on {ground} has {ratio:.2}"));
                }
            }
        }
    }
    found
}

/// What carries meaning in a chart: a line, a dot, an outline.
const MARKS: [&str; 6] = ["accent", "control", "ink", "ink-soft", "level-4", "level-5"];
/// What only guides the eye, or fills what one of [`MARKS`] outlines.
const GUIDES: [&str; 4] = ["line", "level-1", "level-2", "level-3"];
/// What charts and cards are drawn upon.
const GROUNDS: [&str; 2] = ["paper", "surface"];

#[test]
fn the_formulas_give_what_is_known() {
    let [black, white, grey] = ["#000000", "#ffffff", "#767676"].map(colour);
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!(
        (contrast(grey, white) - 4.54).abs() < 0.01,
        "the lightest grey that text may have on white"
    );
    assert_eq!(upon(black, 0.5, white), [127.5; 3]);
    let [light, dark] = schemes();
    assert_eq!(
        (light["ink"], dark["ink"]),
        (colour("#1d2326"), colour("#ece8df"))
    );
}

#[test]
fn text_can_be_read() {
    let text = ["ink", "ink-soft", "accent", "accent-strong", "care"];
    assert_eq!(too_little(&text, &["paper", "surface", "sunken"], 4.5), [""; 0]);
    assert_eq!(too_little(&["ink", "accent"], &["accent-wash"], 4.5), [""; 0]);
    assert_eq!(too_little(&["ink", "care"], &["care-wash"], 4.5), [""; 0]);
    assert_eq!(
        too_little(&["on-accent"], &["accent", "accent-strong"], 4.5),
        [""; 0]
    );
}

#[test]
fn what_a_chart_says_can_be_seen() {
    assert_eq!(too_little(&MARKS, &GROUNDS, 3.0), [""; 0]);
    assert_eq!(
        too_little(&["focus"], &["paper", "surface", "sunken"], 3.0),
        [""; 0]
    );
}

#[test]
fn nothing_that_carries_meaning_is_too_thin() {
    for (path, css) in sheets() {
        for line in css.lines() {
            let Some(opacity) = line.trim().strip_prefix("stroke-opacity: ") else {
                continue;
            };
            let opacity: f64 = opacity.trim_end_matches(';').parse().expect("a number");
            for scheme in schemes() {
                for ground in GROUNDS {
                    let seen = upon(scheme["accent"], opacity, scheme[ground]);
                    assert!(contrast(seen, scheme[ground]) >= 3.0, "{path}: {line}");
                }
            }
        }
    }
}

#[test]
fn a_chart_draws_with_no_other_colours() {
    let mut seen = 0;
    for (path, css) in sheets() {
        for line in css.lines().map(str::trim) {
            let name = |property: &str| {
                line.strip_prefix(property)?
                    .strip_prefix(": var(--")?
                    .split(')')
                    .next()
            };
            let judged = |name: &str| MARKS.contains(&name) || name == "_ground";
            match (name("stroke"), name("fill")) {
                (Some(name), _) => assert!(
                    judged(name) || name == "line",
                    "{path}: a line in {name} cannot be seen"
                ),
                (_, Some(name)) => {
                    let guides = GUIDES.contains(&name) || name.starts_with("code-");
                    assert!(
                        judged(name) || guides,
                        "{path}: {name} is in no pair that is judged here"
                    );
                }
                _ => continue,
            }
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen} colours");
}

/// The style sheets of the charts.
fn sheets() -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/charts"))
        .unwrap()
        .flatten()
    {
        let folder = entry.path();
        let inside = if folder.is_dir() {
            fs::read_dir(&folder)
                .unwrap()
                .flatten()
                .map(|entry| entry.path())
                .collect()
        } else {
            vec![folder]
        };
        for path in inside
            .into_iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "css"))
        {
            sheets.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(sheets.len() > 5, "{sheets:?}");
    sheets
}
