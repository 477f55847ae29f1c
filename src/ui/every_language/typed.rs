//! What people typed stands alone on a page from right to left: else its figures, its minus and its full stop change places with the words
//! around it.

use super::*;

const TYPED: &str = "Team -3, 2026-11-28 (north).";

/// The records of the fixtures with one text for whatever somebody types a line of.
fn typed(record: String) -> String {
    let record = LINES
        .iter()
        .fold(record, |record, line| record.replace(line, TYPED));
    record.replace("\"Ruth\"", &format!("\"{TYPED}\""))
}

/// Whether each such text in a row stands between isolates.
fn is_isolated(row: &str) -> bool {
    row.match_indices(TYPED).all(|(place, _)| {
        let before = row[..place].chars();
        let depth = before.fold(0_i32, |depth, mark| match mark {
            '\u{2068}' => depth + 1,
            '\u{2069}' => depth - 1,
            _ => depth,
        });
        depth > 0
    })
}

/// What was typed and stands in a row with other words: neither in an element of its own direction, nor between isolates. A field has nothing
/// but what is typed into it.
fn bare(markup: &str) -> Vec<String> {
    const ALONE: [&str; 3] = ["bdi", "code", "textarea"];
    const EMPTY: [&str; 4] = ["input", "br", "hr", "img"];
    let (mut open, mut bare) = (Vec::new(), Vec::new());
    for piece in markup.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            open.pop();
        } else {
            for attribute in [" label=\"", " aria-label=\"", " title=\""] {
                let value = tag
                    .split(attribute)
                    .nth(1)
                    .and_then(|rest| rest.split('"').next());
                bare.extend(value.filter(|value| !is_isolated(value)).map(str::to_owned));
            }
            if !EMPTY.contains(&name) && !tag.ends_with('/') {
                open.push(ALONE.contains(&name) || tag.contains("translate=\"no\""));
            }
        }
        if !open.contains(&true) && !is_isolated(text) {
            bare.push(piece.to_owned());
        }
    }
    bare
}

#[test]
fn what_stands_bare_is_found() {
    for (markup, count) in [
        (format!("<p>\u{2068}{TYPED}\u{2069} 3</p>"), 0),
        (format!("<p>3 <bdi>{TYPED}</bdi></p>"), 0),
        (
            format!("<p><input value=\"{TYPED}\"><span translate=\"no\">{TYPED}</span></p>"),
            0,
        ),
        (format!("<p>3 <bdi>4</bdi>{TYPED}</p>"), 1),
        (format!("<optgroup label=\"{TYPED}\"></optgroup>"), 1),
    ] {
        assert_eq!(bare(&markup).len(), count, "{markup}");
    }
}

#[test]
fn what_people_typed_stands_alone_on_every_arabic_screen() {
    let (mut seen, mut found) = (0, Vec::new());
    for stage in Stage::ALL {
        let store = store_with(pack("ar"), stage.name(), typed);
        let screens = SCREENS
            .iter()
            .filter(|screen| stage == Stage::Discuss || screen.contains("#/workshop/0"));
        for fragment in screens {
            let markup = drawn(&store, fragment);
            let lines = bare(&markup).into_iter();
            found.extend(lines.map(|line| format!("{stage:?} {fragment}: {line}")));
            seen += usize::from(markup.contains(TYPED));
        }
    }
    assert_eq!(found, Vec::<String>::new());
    assert!(seen > 20, "{seen}");
}

/// What was filled already goes with the words around it: around a list of counts a mark would have no letter that says from where to read.
#[test]
fn no_mark_stands_within_another_on_an_arabic_screen() {
    let mut rows = 0;
    for stage in Stage::ALL {
        let store = store_with(pack("ar"), stage.name(), typed);
        for fragment in SCREENS {
            let markup = drawn(&store, fragment);
            let mut depth = 0;
            for mark in markup.chars() {
                match mark {
                    '\u{2068}' => depth += 1,
                    '\u{2069}' => depth -= 1,
                    _ => {}
                }
                assert!((0..2).contains(&depth), "{stage:?} {fragment}: {markup}");
            }
            rows += markup.matches("\u{2069}، \u{2068}").count();
        }
    }
    assert!(rows > 0, "there are lists");
}
