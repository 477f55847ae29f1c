//! What was compared: the questions, the versions, the areas.

use super::View;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::domain::checklist::Depth;
use crate::ui::prelude::*;

/// The list.
pub(super) fn basis(view: &View) -> Html {
    let comparison = &view.comparison;
    let depths = match comparison.depth {
        _ if comparison.depths.differ() => Text::CompareBasisMixed,
        Depth::Quick => Text::CompareBasisQuick,
        Depth::Full => Text::CompareBasisFull,
    };
    let [from, to] = [comparison.versions.from, comparison.versions.to].map(|version| version.0.to_string());
    let [n, total] = [comparison.shared, comparison.applicable].map(|count| count.to_string());
    html! {
        <section class="compare-part" aria-labelledby="basis">
            <h2 id="basis">{ view.text(Text::CompareBasis) }</h2>
            <ul class="compare-basis">
                <li>{ view.text(depths) }</li>
                if comparison.versions.differ() {
                    <li>{ view.fill(Text::CompareBasisVersions, &[("from", &from), ("to", &to)]) }</li>
                }
                <li>{ view.fill(Text::CompareBasisAreas, &[("n", &n), ("total", &total)]) }</li>
                if comparison.index.is_some() && comparison.shared < comparison.areas.len() {
                    <li>{ view.text(Text::CompareBasisIndex) }</li>
                }
                <li>{ view.text(Text::CompareBasisOne) }</li>
            </ul>
            <p><a href={Route::Method.to_string()}>{ view.text(Text::ResultsRestsMethod) }</a></p>
        </section>
    }
}
