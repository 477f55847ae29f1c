//! Receipts: shown to the room once the vote is closed, and the way to take one surplus answer out without seeing what it says.

use super::fold::fold;
use crate::app::text::Text;
use crate::app::workshop::action::WorkshopEvent;
use crate::app::workshop::receipts::{NotTakenOut, TakenOut, list, take_out};
use crate::browser;
use crate::ui::components::link::Link;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// The receipts are shown, or not, and the way to change that.
#[derive(Clone, PartialEq)]
pub(super) struct Showing {
    pub(super) on: bool,
    pub(super) turn: Callback<bool>,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) handle: WorkshopHandle,
    pub(super) showing: Showing,
}

/// What became of the last answer that was to be taken out.
#[derive(Clone, PartialEq)]
enum Last {
    Out(TakenOut),
    Back,
    Refused(NotTakenOut),
}

impl Last {
    /// What is said of it, each time anew.
    const fn words(&self) -> Text {
        match self {
            Self::Out(_) => Text::SurplusDone,
            Self::Back => Text::SurplusBackDone,
            Self::Refused(NotTakenOut::NotAReceipt) => Text::SurplusNotOne,
            Self::Refused(NotTakenOut::NotHere) => Text::SurplusNotHere,
            Self::Refused(NotTakenOut::Seen) => Text::SurplusSeen,
        }
    }
}

/// Says and shows what became of it.
fn settle(handle: &WorkshopHandle, shown: &UseStateHandle<Option<Last>>, last: Option<Last>) {
    if let Some(last) = &last {
        browser::say(&handle.store.text(last.words()));
    }
    shown.set(last);
}

#[component]
pub(super) fn Receipts(props: &Props) -> Html {
    let handle = &props.handle;
    let last = use_state_eq(|| None::<Last>);
    let store = &handle.store;
    html! {
        <>
            if let Some(receipts) = handle.workshop.receipts() {
                <section class="receipts" aria-labelledby="receipts-title">
                    <h3 id="receipts-title">{ store.text(Text::ReceiptsTitle) }</h3>
                    <p class="hint">{ store.text(Text::ReceiptsText) }</p>
                    { switch(props) }
                    if props.showing.on {
                        <Link id="receipts" text={list(&receipts)} label={Text::ReceiptsList} button={Text::ReceiptsCopy}
                            copied={Text::ReceiptsCopied} qr=false />
                    }
                </section>
            }
            if handle.workshop.unseen_round().is_some() && handle.workshop.received() > 0 {
                { surplus(handle, &last) }
            }
        </>
    }
}

fn switch(props: &Props) -> Html {
    let Showing { on, turn } = props.showing.clone();
    let words = if on {
        Text::ReceiptsHide
    } else {
        Text::ReceiptsShow
    };
    let onclick = move |_: MouseEvent| turn.emit(!on);
    html! {
        <p>
            <button type="button" class="button button-quiet" data-receipts="" {onclick}>
                { props.handle.store.text(words) }
            </button>
        </p>
    }
}

/// Takes the answer out that is named by its receipt or its line, if it is there; none if the workshop is not.
fn take_one_out(handle: &WorkshopHandle, typed: &str) -> Option<Last> {
    let mut trial = Rc::unwrap_or_clone(handle.latest()?);
    let tried = take_out(
        &mut trial,
        &handle.store.pack.checklist,
        typed,
        handle.store.inputs().now,
    );
    Some(match tried {
        Ok(out) => {
            handle.happened(WorkshopEvent::TookOut(out.surplus.clone()));
            Last::Out(out)
        }
        Err(why) => Last::Refused(why),
    })
}

/// One answer too many: out by its receipt or its line, and back.
fn surplus(handle: &WorkshopHandle, last: &UseStateHandle<Option<Last>>) -> Html {
    let store = &handle.store;
    let onsubmit = {
        let (handle, last) = (handle.clone(), last.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = browser::field_text("surplus");
            settle(&handle, &last, take_one_out(&handle, &typed));
        })
    };
    fold(
        store.text(Text::SurplusTitle),
        "surplus",
        html! {
            <form class="collect-way" {onsubmit}>
                <p>{ store.text(Text::SurplusText) }</p>
                <p class="hint">{ store.text(Text::SurplusWithout) }</p>
                <div class="field">
                    <label for="surplus">{ store.text(Text::SurplusField) }</label>
                    <input id="surplus" type="text" dir="ltr" class="receipt-field" autocomplete="off"
                        spellcheck="false" />
                </div>
                <p><button type="submit" class="button button-quiet">{ store.text(Text::SurplusOut) }</button></p>
                <div data-settled="">{ shown(handle, last) }</div>
            </form>
        },
    )
}

fn shown(handle: &WorkshopHandle, last: &UseStateHandle<Option<Last>>) -> Html {
    let store = &handle.store;
    let Some(shown) = &**last else {
        return Html::default();
    };
    let care = matches!(shown, Last::Refused(_)).then_some("workshop-care");
    let back = match shown {
        Last::Out(out) if out.fits(&handle.workshop) => {
            let (handle, last, out) = (handle.clone(), last.clone(), out.clone());
            let onclick = move |_: MouseEvent| {
                handle.happened(WorkshopEvent::PutBack(out.clone()));
                settle(&handle, &last, Some(Last::Back));
            };
            html! {
                <p>
                    <button type="button" class="button button-quiet" data-put-back="" {onclick}>
                        { store.text(Text::SurplusBack) }
                    </button>
                </p>
            }
        }
        _ => Html::default(),
    };
    html! { <><p class={care}>{ store.text(shown.words()) }</p>{ back }</> }
}
