//! The pages of a device that is passed round, which need clicks to be reached.

use super::device::{Device, HandingBack, Invited};
use super::use_round;
use crate::app::state::State;
use crate::app::workshop::passing::Turn;
use crate::domain::calendar::Moment;
use crate::domain::code::ResponseId;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::ui::prelude::*;
use crate::ui::store::use_store;
use crate::ui::testing::{holds, lacks, pack, screen, workshop};
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

#[derive(Clone, PartialEq, Properties)]
struct AtProps {
    turn: Rc<Turn>,
    #[prop_or(Stage::Vote)]
    stage: Stage,
}

/// A page of a turn, at the facilitator's device.
#[component]
fn At(props: &AtProps) -> Html {
    let mut workshop = workshop();
    workshop.apply(Change::WentTo(props.stage), Moment(0));
    let handle = WorkshopHandle::new(use_store(), Rc::new(workshop));
    let view = use_round(handle.workshop.id)(Device::Console(handle));
    view.hand.borrow_mut().turn = Some((*props.turn).clone());
    view.draw()
}

#[derive(Clone, PartialEq, Properties)]
struct BackProps {
    back: HandingBack,
}

/// The way to forget what was handed back.
#[component]
fn Back(props: &BackProps) -> Html {
    let invite = Rc::new(workshop().invite());
    let handing_back = use_state_eq(|| props.back);
    let invited = Invited {
        store: use_store(),
        invite: Rc::clone(&invite),
        second: None,
        on_leave: Callback::noop(),
        handing_back,
    };
    let view = use_round(invite.workshop)(Device::Invited(Box::new(invited.clone())));
    view.forgetting(&invited)
}

#[test]
fn sealed_answers_are_forgotten_only_after_a_question() {
    let drawn = |back| screen(State::prerendered(), |_| html! { <Back {back} /> });
    let shown = drawn(HandingBack::Shown);
    holds(
        &shown,
        &["They have arrived: forget them here", "data-handed-back"],
    );
    lacks(&shown, &["data-confirm"]);
    let asked = drawn(HandingBack::Forgetting);
    holds(
        &asked,
        &[
            "What has not arrived at the console is gone for good.",
            "id=\"confirm-no\"",
            "data-confirm",
        ],
    );
    lacks(&asked, &["data-handed-back"]);
}

#[test]
fn a_receipt_is_on_the_last_page_alone_and_folded() {
    let drawn = |turn: &Turn| {
        let turn = Rc::new(turn.clone());
        screen(State::prerendered(), |_| html! { <At {turn} /> })
    };
    let workshop = workshop();
    let mut turn = Turn::begin(&workshop, &pack().checklist, ResponseId(9)).expect("a turn");
    let receipt = turn.receipt(workshop.id).expect("a receipt").to_string();
    lacks(&drawn(&turn), &[&receipt, "<details"]);
    while !turn.is_last() {
        turn.forth();
    }
    let code = format!("<b dir=\"ltr\" translate=\"no\" class=\"receipt\">{receipt}</b>");
    let last = drawn(&turn);
    holds(&last, &["<details data-receipt=\"\"><summary>", &code]);
}

#[test]
fn whoever_answers_while_the_vote_is_closed_is_told_at_once() {
    let drawn = |turn: &Turn, stage| {
        let turn = Rc::new(turn.clone());
        screen(State::prerendered(), |_| html! { <At {turn} {stage} /> })
    };
    let words = "The vote has been closed in the meantime.";
    let mut turn = Turn::begin(&workshop(), &pack().checklist, ResponseId(9)).expect("a turn");
    for _ in 0..2 {
        let open = drawn(&turn, Stage::Vote);
        holds(&open, &["class=\"pass-shut\"></div>"]);
        lacks(&open, &[words]);
        holds(&drawn(&turn, Stage::Close), &[words]);
        turn.forth();
    }
}
