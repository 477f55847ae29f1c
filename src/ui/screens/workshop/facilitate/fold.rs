//! A part of the console that is folded away until it is needed.

use crate::ui::prelude::*;

/// Something that is folded away until it is needed.
pub(super) fn fold(summary: AttrValue, name: &'static str, inside: Html) -> Html {
    folded(summary, name, false, inside)
}

/// The same, unfolded from the beginning where it was in use before.
pub(super) fn folded(summary: AttrValue, name: &'static str, open: bool, inside: Html) -> Html {
    html! {
        <details class="console-fold" data-way={name} {open}>
            <summary>{ summary }</summary>
            <div class="collect-way">{ inside }</div>
        </details>
    }
}
