//! Charts as text, for their tests.

use super::table::TableWords;
use yew::{AttrValue, BaseComponent, LocalServerRenderer};

/// A chart's markup as the prerenderer writes it, without the notes for hydration.
pub(super) fn rendered<Chart>(props: Chart::Properties) -> String
where
    Chart: BaseComponent,
{
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without I/O");
    let renderer = LocalServerRenderer::<Chart>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// Words for a table with these columns.
pub(super) fn table_words(columns: &[&'static str]) -> TableWords {
    TableWords {
        summary: "Show the figures".into(),
        caption: "The figures".into(),
        columns: cells(columns),
    }
}

/// Ready words.
pub(super) fn cells(words: &[&'static str]) -> Vec<AttrValue> {
    words.iter().copied().map(AttrValue::from).collect()
}

/// How often a piece of markup occurs.
pub(super) fn count(markup: &str, piece: &str) -> usize {
    markup.matches(piece).count()
}

/// What holds for every chart: a named picture, a table with headings, no style attribute, no colour.
pub(super) fn assert_is_a_chart(markup: &str, id: &str) {
    assert!(
        markup.starts_with("<figure class=\"chart "),
        "not a figure: {markup}"
    );
    assert!(
        markup.contains(&format!("role=\"img\" aria-labelledby=\"{id}-title {id}-desc\"")),
        "unnamed: {markup}"
    );
    assert_eq!(count(markup, &format!("id=\"{id}-title\"")), 1, "{markup}");
    assert_eq!(count(markup, &format!("id=\"{id}-desc\"")), 1, "{markup}");
    assert!(
        markup.contains("<details class=\"chart-data\"><summary>Show the figures</summary><table><caption>")
    );
    assert!(
        markup.contains("<th scope=\"col\">") && markup.contains("<th scope=\"row\">"),
        "{markup}"
    );
    assert!(
        !markup.contains("style=") && !markup.contains("NaN") && !markup.contains('#'),
        "{markup}"
    );
}
