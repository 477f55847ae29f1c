//! One of several choices.

use crate::ui::prelude::*;

/// A radio button with its words.
pub(super) fn radio(
    name: &'static str,
    value: impl Into<AttrValue>,
    label: AttrValue,
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="check">
            <input type="radio" {name} value={value.into()} {checked} {onchange} />
            <span>{ label }</span>
        </label>
    }
}
