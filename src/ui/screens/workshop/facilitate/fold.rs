//! A part of the console that is folded away until it is needed.

use crate::ui::prelude::*;

/// Something that is folded away until it is needed.
pub(super) fn fold(summary: AttrValue, name: &'static str, inside: Html) -> Html {
    html! {
        <details class="console-fold" data-way={name}>
            <summary>{ summary }</summary>
            <div class="collect-way">{ inside }</div>
        </details>
    }
}
