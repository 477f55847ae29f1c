//! A second vote that is closed and not shown: ten seconds to open it again.

use super::text;
use crate::app::text::Text;
use crate::browser::{self, Ticking};
use crate::domain::workshop::change::Change;
use crate::ui::prelude::*;
use crate::ui::screens::workshop::facilitate::asking::REOPEN;
use crate::ui::workshop_handle::WorkshopHandle;

/// Seconds before both votes are shown by themselves.
const SECONDS: u32 = 10;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) handle: WorkshopHandle,
}

/// The seconds that are left, the way back and the way on.
#[component]
pub(super) fn Held(props: &Props) -> Html {
    let handle = &props.handle;
    let left = use_state_eq(|| SECONDS);
    {
        let (handle, left) = (handle.clone(), left.setter());
        use_effect_with((), move |()| {
            browser::say(&text(&handle, Text::StageVoteHeld));
            let mut seconds = SECONDS;
            let ticking = Ticking::every_second(move || {
                seconds = seconds.saturating_sub(1);
                left.set(seconds);
                if seconds == 0 {
                    handle.change(Change::ClosedSecondVote);
                }
            });
            move || drop(ticking)
        });
    }
    html! {
        <>
            <p>{ text(handle, Text::StageVoteHeld) }</p>
            <p class="stage-answers">
                <button type="button" class="button button-quiet" id={REOPEN} data-reopen="" onclick={handle.on_click(Change::ReopenedSecondVote)}>
                    { text(handle, Text::StageVoteReopen) }
                </button>
                <button type="button" class="button" data-show="" onclick={handle.on_click(Change::ClosedSecondVote)}>
                    { text(handle, Text::StageVoteShow) }{ " " }
                    <span aria-hidden="true">{ "(" }{ *left }{ ")" }</span>
                </button>
            </p>
        </>
    }
}
