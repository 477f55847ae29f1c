//! The table behind a chart: the same figures for those who would rather read them, or hear them.

use yew::{AttrValue, Html, html};

/// The table's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableWords {
    /// What to press to see the table.
    pub summary: AttrValue,
    /// What the table shows.
    pub caption: AttrValue,
    /// A heading for each column, the first for the rows' own headings.
    pub columns: Vec<AttrValue>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// What the row is about.
    pub heading: AttrValue,
    /// One cell for each further column.
    pub cells: Vec<AttrValue>,
}

/// A closed disclosure with the table in it.
pub(super) fn table<'a>(
    words: &TableWords,
    rows: impl Iterator<Item = (&'a AttrValue, &'a [AttrValue])>,
) -> Html {
    html! {
        <details class="chart-data">
            <summary>{ &words.summary }</summary>
            <table>
                <caption>{ &words.caption }</caption>
                <thead>
                    <tr>{ for words.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr>
                </thead>
                <tbody>{ for rows.map(|(heading, cells)| table_row(heading, cells)) }</tbody>
            </table>
        </details>
    }
}

fn table_row(heading: &AttrValue, cells: &[AttrValue]) -> Html {
    html! {
        <tr>
            <th scope="row">{ heading }</th>
            { for cells.iter().map(|cell| html! { <td>{ cell }</td> }) }
        </tr>
    }
}
