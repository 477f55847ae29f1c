//! A whole number of the record, which is taken once it is typed to the end.

use crate::browser;
use crate::ui::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WholeNumberProps {
    pub id: AttrValue,
    /// What stands in the record.
    pub stored: u32,
    pub described_by: AttrValue,
    /// Takes what was typed, and says whether it is a number that can be.
    pub take: Callback<String, bool>,
}

/// What is half typed stays while the rest of the console is drawn anew, and so does what cannot be taken.
#[component]
pub(super) fn WholeNumber(props: &WholeNumberProps) -> Html {
    let typed = use_state_eq(|| None::<String>);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(Some(browser::value(&event))))
    };
    let onchange = {
        let take = props.take.clone();
        let typed = typed.clone();
        Callback::from(move |event: Event| {
            let taken = take.emit(browser::value(&event));
            browser::say_invalid(&event, !taken);
            if taken {
                typed.set(None);
            }
        })
    };
    let value = (*typed).clone().unwrap_or_else(|| props.stored.to_string());
    html! {
        <input id={&props.id} type="text" inputmode="numeric" autocomplete="off" {value} aria-describedby={&props.described_by}
            {oninput} {onchange} />
    }
}
