//! A whole number of the record, which is taken once it is typed to the end.

use crate::browser;
use crate::ui::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WholeNumberProps {
    pub id: AttrValue,
    /// What stands in the record.
    pub stored: u32,
    /// The hint beside it.
    #[prop_or_default]
    pub about: Option<AttrValue>,
    /// What is said when it cannot be taken.
    pub wrong: AttrValue,
    /// Takes what was typed, and says whether it is a number that can be.
    pub take: Callback<String, bool>,
}

/// What is half typed stays while the rest of the console is drawn anew, and so does what cannot be taken.
#[component]
pub(super) fn WholeNumber(props: &WholeNumberProps) -> Html {
    let typed = use_state_eq(|| None::<String>);
    let refused = use_state_eq(|| false);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(Some(browser::value(&event))))
    };
    let onchange = {
        let take = props.take.clone();
        let (typed, refused, wrong) = (typed.clone(), refused.clone(), props.wrong.clone());
        Callback::from(move |event: Event| {
            let taken = take.emit(browser::value(&event));
            refused.set(!taken);
            if taken {
                typed.set(None);
            } else {
                browser::say(&wrong);
            }
        })
    };
    let value = (*typed).clone().unwrap_or_else(|| props.stored.to_string());
    let wrong = [&*props.id, "-wrong"].concat();
    let described = if *refused {
        Some(AttrValue::from(wrong.clone()))
    } else {
        props.about.clone()
    };
    html! {
        <>
            <input id={&props.id} type="text" inputmode="numeric" autocomplete="off" {value} aria-invalid={refused.then_some("true")}
                aria-describedby={described} {oninput} {onchange} />
            <span class="workshop-wrong" id={wrong}>{ &props.wrong }</span>
        </>
    }
}
