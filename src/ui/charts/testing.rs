//! Charts as text, for their tests.

use super::table::table;
use yew::{AttrValue, Html, LocalServerRenderer, Properties, component};

#[derive(PartialEq, Properties)]
struct Props {
    html: Html,
}

#[component]
fn Drawn(props: &Props) -> Html {
    props.html.clone()
}

/// A chart's markup as the prerenderer writes it, without the notes for hydration.
pub(super) fn rendered(draw: impl FnOnce() -> Html + 'static) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without I/O");
    let renderer = LocalServerRenderer::<Drawn>::with_props(Props { html: draw() }).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// A table with one row.
pub(super) fn small_table() -> Html {
    let words = ["Area", "Level"].map(AttrValue::from);
    table(
        "Show the figures".into(),
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
    assert!(
        markup.starts_with("<figure class=\"chart "),
        "not a figure: {markup}"
    );
    assert!(
        markup.contains(&format!("role=\"img\" aria-label=\"{label}\"")),
        "unnamed: {markup}"
    );
    assert!(
        !markup.contains("style=") && !markup.contains("NaN") && !markup.contains('#'),
        "{markup}"
    );
}

/// What holds for every chart whose figures are not all in the words beside it.
pub(super) fn assert_has_a_table(markup: &str) {
    let table = "<details class=\"chart-data\"><summary>Show the figures</summary><table><caption>";
    assert!(markup.contains(table), "{markup}");
    assert!(
        markup.contains("<th scope=\"col\">") && markup.contains("<th scope=\"row\">Area</th><td>Level</td>"),
        "{markup}"
    );
}
