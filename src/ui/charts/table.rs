//! The table behind a chart: the same figures for those who would rather read them, or hear them.

use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::html;
use yew::{AttrValue, Html};

/// A closed disclosure with the table in it. The first cell of each row is the row's own heading; `colon` stands between the words of
/// the disclosure and, for the ear, the name of the table. Two columns fit anywhere; more of them
/// become a list where it is narrow.
pub fn table(
    summary: AttrValue,
    colon: AttrValue,
    caption: &AttrValue,
    columns: &[AttrValue],
    rows: Vec<Vec<AttrValue>>,
) -> Html {
    if columns.len() > 2 {
        let rows = rows.into_iter().map(Row::of);
        return html! {
            <details class="chart-data">
                { self::summary(summary, colon, caption) }
                { stacking(None, caption.clone(), columns, rows) }
            </details>
        };
    }
    html! {
        <details class="chart-data">
            { self::summary(summary, colon, caption) }
            <table>
                <caption>{ caption }</caption>
                <thead>
                    <tr>{ for columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr>
                </thead>
                <tbody>{ for rows.into_iter().map(row) }</tbody>
            </table>
        </details>
    }
}

/// What it does, and for the ear which table it is.
fn summary(words: AttrValue, colon: AttrValue, caption: &AttrValue) -> Html {
    html! { <summary>{ words }<span class="unseen">{ colon }{ caption }</span></summary> }
}

fn row(cells: Vec<AttrValue>) -> Html {
    let mut cells = cells.into_iter();
    html! {
        <tr>
            <th scope="row">{ cells.next() }</th>
            { for cells.map(|cell| html! { <td>{ cell }</td> }) }
        </tr>
    }
}
