//! The shapes of a chart with their words.

use yew::{AttrValue, Html, html};

/// One shape, drawn around the origin within 14 to either side and 9 up and down, and what it stands for.
pub(super) fn legend(entries: impl Iterator<Item = (Html, AttrValue)>) -> Html {
    html! { <ul class="chart-legend">{ for entries.map(entry) }</ul> }
}

fn entry((shape, words): (Html, AttrValue)) -> Html {
    html! {
        <li>
            <svg class="chart-shape" viewBox="-14 -9 28 18" aria-hidden="true">{ shape }</svg>
            <span>{ words }</span>
        </li>
    }
}
