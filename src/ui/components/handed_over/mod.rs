//! A copy on its way out: saved where the browser tells what became of it, and asked about where it does not.

use crate::app::action::{Action, Copied};
use crate::app::assessment::action::AssessmentAction;
use crate::app::text::Text;
use crate::browser::{self, Saved};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// Saves a file that something can be brought back from. Only one that has arrived counts as a copy.
pub fn hand_over(store: &Rc<Store>, name: String, text: String, copy: Copied) {
    let (store, made) = (Rc::clone(store), store.inputs().now);
    let again = (name.clone(), text.clone());
    browser::save_as(&name, text, move |saved| match saved {
        Saved::Arrived => store.dispatch(Action::Assessment(AssessmentAction::FileArrived(copy, made))),
        Saved::Cancelled => {}
        Saved::NotOffered => {
            let (name, text) = again;
            store.dispatch(Action::Exported { name, text, copy });
        }
    });
}

/// Asked once after a download; until it is answered nothing counts as safe.
#[component]
pub fn HandedOver() -> Html {
    let store = use_store();
    let handed = use_selector(|state, _| state.handed);
    let button = |label: Text, action: AssessmentAction| {
        let onclick = store.on_click(Action::Assessment(action));
        html! { <button type="button" class="link" {onclick}>{ store.text(label) }</button> }
    };
    html! {
        <p class="hint" aria-live="polite" aria-atomic="true" data-handed={handed.is_some().to_string()}>
            if let Some((copy, made)) = *handed {
                { store.text(Text::ExchangeArrived) }{ " " }
                { button(Text::ExchangeArrivedYes, AssessmentAction::FileArrived(copy, made)) }{ " " }
                { button(Text::ExchangeArrivedNo, AssessmentAction::FileDidNotArrive) }
            }
        </p>
    }
}
