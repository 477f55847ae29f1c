//! A table that becomes a list of its rows where it is narrow: nothing scrolls sideways, and nothing is cut off.
//!
//! A row that is laid out as a block is no row any more to some browsers, so every part says what it is.

use crate::ui::prelude::*;

/// A row of a stacking table.
pub struct Row {
    /// What tells it from the others, where rows come and go; else its place does.
    pub key: Option<String>,
    /// How it is styled, beside what all rows have.
    pub class: Option<&'static str>,
    /// Its heading.
    pub heading: Html,
    /// A cell for every further column; an empty one is left out where the rows are a list.
    pub cells: Vec<Html>,
}

impl Row {
    /// A row of words, the first of which is its heading.
    #[must_use]
    pub fn of(words: impl IntoIterator<Item = AttrValue>) -> Self {
        let mut words = words.into_iter().map(Html::from);
        Self {
            key: None,
            class: None,
            heading: words.next().unwrap_or_default(),
            cells: words.collect(),
        }
    }
}

/// The table. Where it is a list, each cell bears the heading of its column.
pub fn stacking(
    class: Option<&'static str>,
    caption: AttrValue,
    columns: &[AttrValue],
    rows: impl IntoIterator<Item = Row>,
) -> Html {
    let heading = |column: &AttrValue| html! { <th scope="col" role="columnheader">{ column }</th> };
    html! {
        <div class="stacking">
            <table class={classes!("figures", class)} role="table">
                <caption>{ caption }</caption>
                <thead role="rowgroup"><tr role="row">{ for columns.iter().map(heading) }</tr></thead>
                <tbody role="rowgroup">{ for rows.into_iter().enumerate().map(|(place, it)| row(it, place, columns)) }</tbody>
            </table>
        </div>
    }
}

fn row(row: Row, place: usize, columns: &[AttrValue]) -> Html {
    let key = row.key.unwrap_or_else(|| place.to_string());
    let labels = columns.iter().skip(1).cloned().map(Some);
    let cell =
        |(cell, label): (Html, Option<AttrValue>)| html! { <td role="cell" data-label={label}>{ cell }</td> };
    let cells = row.cells.into_iter().zip(labels.chain(std::iter::repeat(None)));
    html! {
        <tr role="row" {key} class={row.class}>
            <th scope="row" role="rowheader">{ row.heading }</th>
            { for cells.map(cell) }
        </tr>
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::*;
    use crate::ui::testing::{holds, rendered};

    #[test]
    fn every_cell_says_which_column_it_is_of() {
        let columns = ["What", "Before", "After"].map(AttrValue::from);
        let rows = [
            Row::of(["A", "1", "2"].map(AttrValue::from)),
            Row::of(["B", "3", ""].map(AttrValue::from)),
        ];
        let markup = rendered(stacking(Some("figures"), "All of them".into(), &columns, rows));
        holds(
            &markup,
            &[
                "<caption>All of them</caption>",
                "role=\"rowheader\">B</th>",
                "role=\"cell\" data-label=\"Before\">3</td>",
                "role=\"cell\" data-label=\"After\"></td>",
            ],
        );
        assert_eq!(markup.matches("role=\"row\"").count(), 3);
    }
}
