//! The shapes of a chart with their words.

use crate::ui::prelude::html;
use yew::{AttrValue, Html};

/// Shapes, each drawn around the origin within 14 to either side and 9 up and down, and what they stand for.
pub(super) fn legend(entries: Vec<(Html, AttrValue)>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! { <ul class="chart-legend">{ for entries.into_iter().map(entry) }</ul> }
}

fn entry((shape, words): (Html, AttrValue)) -> Html {
    html! {
        <li>
            <svg class="chart-shape" viewBox="-14 -9 28 18" aria-hidden="true">{ shape }</svg>
            { words }
        </li>
    }
}
