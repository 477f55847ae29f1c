//! A copy on its way out: saved where the browser tells what became of it, and asked about where it does not.

use crate::app::action::{Action, Copied};
use crate::app::assessment::action::AssessmentAction;
use crate::app::export::{EVERYTHING, Packer};
use crate::app::text::Text;
use crate::browser::{self, Saved};
use crate::domain::calendar::Moment;
use crate::domain::exchange::stands_as_it_is;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// Saves a file that something can be brought back from, as that stood at a moment. Only one that has arrived counts as a copy.
pub fn hand_over(store: &Rc<Store>, name: String, text: String, (copy, made): (Copied, Moment)) {
    let store = Rc::clone(store);
    let again = (name.clone(), text.clone());
    browser::save_as(&name, text, move |saved| match saved {
        Saved::Arrived => store.dispatch(Action::Assessment(AssessmentAction::FileArrived(copy, made))),
        Saved::Cancelled => {}
        Saved::NotOffered => {
            let (name, text) = again;
            let copy = Some((copy, made));
            store.dispatch(Action::Exported { name, text, copy });
        }
    });
}

/// Saves a file, whether something can be brought back from it or it is for reading only.
pub fn hand_out(store: &Rc<Store>, name: String, text: String, copy: Option<(Copied, Moment)>) {
    match copy {
        Some(copy) => hand_over(store, name, text, copy),
        None => store.dispatch(Action::Exported { name, text, copy }),
    }
}

/// Packs every record, a few at a time, and hands the file over.
pub fn hand_over_everything(store: &Rc<Store>) {
    let now = store.inputs().now;
    let mut packer = Some(Packer::new(
        &store.state(),
        &store.pack.checklist,
        now,
        stands_as_it_is,
    ));
    let store = Rc::clone(store);
    let step = move || {
        if packer.as_mut().is_some_and(|packer| packer.step(&store.state())) {
            return true;
        }
        if let Some(packer) = packer.take() {
            let name = EVERYTHING.to_owned();
            hand_over(&store, name, packer.finish(), (Copied::Everything, now));
        }
        false
    };
    browser::in_slices(step, || {});
}

/// What the question is drawn from.
#[derive(PartialEq, Properties)]
pub struct HandedOverProps {
    /// Whether it is asked in this place, of several on a page.
    #[prop_or(true)]
    pub here: bool,
}

/// Asked once after a download; until it is answered nothing counts as safe.
#[component]
pub fn HandedOver(props: &HandedOverProps) -> Html {
    let store = use_store();
    let handed = use_selector(|state, _| state.handed);
    let handed = handed.filter(|_| props.here);
    let button = |label: Text, action: AssessmentAction| {
        let onclick = store.on_click(Action::Assessment(action));
        html! { <button type="button" class="link" {onclick}>{ store.text(label) }</button> }
    };
    html! {
        <p class="hint" aria-live="polite" aria-atomic="true" data-handed={handed.is_some().to_string()}>
            if let Some((copy, made)) = handed {
                // Of each file anew, so that it is heard again.
                <span key={made.0}>
                    { store.text(Text::ExchangeArrived) }{ " " }
                    { button(Text::ExchangeArrivedYes, AssessmentAction::FileArrived(copy, made)) }{ " " }
                    { button(Text::ExchangeArrivedNo, AssessmentAction::FileDidNotArrive) }
                </span>
            }
        </p>
    }
}
