//! Charts as text, for their tests.

use super::table::table;
pub(super) use crate::ui::testing::rendered;
use yew::{AttrValue, Html};

/// A table with one row.
pub(super) fn small_table() -> Html {
    let words = ["Area", "Level"].map(AttrValue::from);
    table(
        "Show the figures".into(),
        ": ".into(),
        &"The figures".into(),
        &words,
        vec![words.to_vec()],
    )
}

/// How often a piece of markup occurs.
pub(super) fn count(markup: &str, piece: &str) -> usize {
    markup.matches(piece).count()
}

/// What holds for every chart: a named picture, a table with headings, no style attribute, no colour.
pub(super) fn assert_is_a_chart(markup: &str, label: &str) {
    let class = markup
        .trim_start_matches("<figure")
        .trim_start_matches(" dir=\"ltr\"");
    assert!(
        class.len() < markup.len() && class.starts_with(" class=\"chart "),
        "not a figure: {markup}"
    );
    assert!(
        markup.contains(&format!("role=\"img\" aria-label=\"{label}\"")),
        "unnamed: {markup}"
    );
    // A numeral in a picture would be a stop of its own, read after the picture's name.
    for picture in markup.split("role=\"img\"").skip(1) {
        let picture = picture.split("</svg>").next().unwrap_or_default();
        if let Some(numeral) = picture.find("<text") {
            let hidden = picture.find("<g aria-hidden=\"true\">");
            assert!(hidden.is_some_and(|hidden| hidden < numeral), "heard: {picture}");
        }
    }
    assert!(
        !markup.contains("style=") && !markup.contains("NaN") && !markup.contains('#'),
        "{markup}"
    );
}

/// What begins a tag that nothing ends.
const VOID: [&str; 5] = ["input", "br", "hr", "img", "!--"];

/// Whether the first of a piece of markup, which is no element's name, stands inside of an element that runs from left to right.
pub(crate) fn is_left_to_right(markup: &str, piece: &str) -> bool {
    let before = markup.split(piece).next().unwrap_or_default();
    let mut open = Vec::new();
    for tag in before.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        if tag.starts_with('/') {
            open.pop();
        } else if !VOID.iter().any(|name| tag.starts_with(name)) {
            open.push(tag.contains("dir=\"ltr\""));
        }
    }
    open.contains(&true)
}

/// HTML and SVG on one axis run in one direction, whatever that of the page is.
pub(super) fn assert_left_to_right(markup: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(markup.contains(piece), "{piece} is missing in {markup}");
        assert!(is_left_to_right(markup, piece), "{piece} turns in {markup}");
    }
}

/// What holds for every chart whose figures are not all in the words beside it.
pub(super) fn assert_has_a_table(markup: &str) {
    let table = "<details class=\"chart-data\"><summary>Show the figures<span class=\"unseen\">: The figures</span></summary><table><caption>";
    assert!(markup.contains(table), "{markup}");
    assert!(
        markup.contains("<th scope=\"col\">") && markup.contains("<th scope=\"row\">Area</th><td>Level</td>"),
        "{markup}"
    );
}
