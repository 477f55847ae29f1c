//! Before the reveal: how to take part, and how many have.

use super::{Picture, View};
use crate::app::text::Text;
use crate::app::workshop::place::Place;
use crate::domain::code::Round;
use crate::domain::question::AreaId;
use crate::ui::charts::qr::Code;
use yew::prelude::*;

pub(super) fn invite(view: &View) -> Picture {
    let body = html! {
        <div class="wall-invite">
            { link(view, None) }
            <div class="wall-beside">
                <p class="wall-read">{ view.text(Text::WallInviteHow) }</p>
                <p class="wall-read">{ view.text(Text::WallPrivacy) }</p>
                <p class="wall-read" role="status">{ view.received() }</p>
            </div>
        </div>
    };
    Picture::new(view.text(Text::WallInvite), body)
}

/// The link as a QR code, with its text below it.
pub(super) fn link(view: &View, second: Option<(Round, AreaId)>) -> Html {
    let place = Place::Join(view.wall.invite.clone(), second);
    let link = [&*view.address, &*place.fragment()].concat();
    let code = Code::of(&link).map(|code| code.draw(&view.text(Text::WallInvite)));
    html! {
        <div class="wall-code">
            { code }
            <p class="wall-link">{ link }</p>
        </div>
    }
}

/// Nothing but how many are in, and the time.
pub(super) fn vote(view: &View) -> Picture {
    Picture::new(view.text(Text::WallVote), count(view))
}

pub(super) fn close(view: &View) -> Picture {
    let body = html! {
        <div class="wall-middle">
            <p class="wall-count">{ view.received() }</p>
            <p class="wall-read">{ view.text(Text::WallCloseText) }</p>
        </div>
    };
    Picture::new(view.text(Text::WallClose), body)
}

fn count(view: &View) -> Html {
    html! { <div class="wall-middle"><p class="wall-count" role="status">{ view.received() }</p></div> }
}

/// One question once more: how to take part, how many are in, and nothing of the first vote.
pub(super) fn second(view: &View, round: Round, area: AreaId) -> Html {
    html! {
        <div class="wall-invite">
            { link(view, Some((round, area))) }
            <div class="wall-beside">
                <p class="wall-read">{ view.text(Text::WallSecond) }</p>
                <p class="wall-count" role="status">{ view.received() }</p>
            </div>
        </div>
    }
}
