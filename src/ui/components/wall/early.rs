//! Before the reveal: how to take part, and how many have.

use super::{Picture, View, sentences};
use crate::app::place::Place;
use crate::app::text::Text;
use crate::domain::code::Round;
use crate::domain::code::receipt::Receipt;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::stage::Stage;
use crate::ui::charts::qr::Code;
use crate::ui::components::room::pages::Page;
use crate::ui::components::room::words;
use crate::ui::prelude::*;

pub(super) fn invite(view: &View) -> Picture {
    let body = html! {
        <div class="wall-invite">
            { link(view, None) }
            <div class="wall-beside">
                <p class="wall-read">{ view.text(Text::WallInviteHow) }</p>
                <p class="wall-read">{ view.text(Text::WallPrivacy) }</p>
                <p class="wall-read" aria-live="polite" aria-atomic="true">{ view.received() }</p>
            </div>
        </div>
    };
    Picture::new(view.text(Text::WallInvite), body)
}

/// The link of a vote, and its QR code.
fn way_in(view: &View, second: Option<(Round, AreaId)>) -> (String, Option<Html>) {
    let place = Place::Join(view.wall.invite.clone(), second);
    let link = [&*view.address, &*place.fragment()].concat();
    let code = Code::of(&link).map(|code| code.draw(&view.text(Text::WallQr)));
    (link, code)
}

/// The link as a QR code, with its text below it.
pub(super) fn link(view: &View, second: Option<(Round, AreaId)>) -> Html {
    let (link, code) = way_in(view, second);
    html! {
        <div class="wall-code">
            { code }
            <p class="wall-link" dir="ltr">{ link }</p>
        </div>
    }
}

/// A question and its levels, large enough to be read from the back: for a show of hands, or while everybody answers.
pub(super) fn question(view: &View, question: QuestionId) -> Picture {
    let option = |level: Level| view.twice(|pack| pack.words.option(&pack.checklist, question, level));
    let body = html! {
        <div class="wall-said wall-aside">
            <p class="wall-read wall-soft">{ view.twice(|pack| pack.words.prompt(question)) }</p>
            <ol class="wall-anchors wall-read">{ for Level::ALL.map(|level| html! { <li>{ option(level) }</li> }) }</ol>
        </div>
    };
    Picture::new(words::name(view.store, question), body)
}

/// What the last session promised, before anybody is invited to this one.
pub(super) fn promise(view: &View, lines: &[AttrValue]) -> Picture {
    let body = html! { <div class="wall-said wall-aside">{ sentences(lines) }</div> };
    Picture::new(view.text(Text::PromiseTitle), body)
}

/// The room has seen the first vote: nobody is invited to it any more.
pub(super) fn over(view: &View) -> Picture {
    let body = html! {
        <div class="wall-middle"><p class="wall-read">{ view.text(Text::WallOverText) }</p></div>
    };
    Picture::new(view.text(Text::WallClose), body)
}

/// The way to take part stays in the corner for as long as a vote is open, beside whatever else is shown.
pub(super) fn corner(view: &View, page: Option<&Page>) -> Html {
    let workshop = &view.wall.workshop;
    let Some(round) = workshop.open_round() else {
        return Html::default();
    };
    let second = workshop.topic().map(|topic| (round, topic.area));
    let has_its_own = match (workshop.stage, page) {
        (Stage::Invite | Stage::Discuss, page) => page.is_none_or(|page| *page == Page::Whole),
        _ => false,
    };
    if has_its_own || !view.wall.receipts.is_empty() {
        return Html::default();
    }
    let (_, code) = way_in(view, second);
    html! { <div class="wall-corner">{ code }</div> }
}

/// How many are in, and the time.
pub(super) fn vote(view: &View) -> Picture {
    Picture::new(view.text(Text::WallVote), count(view))
}

pub(super) fn close(view: &View) -> Picture {
    Picture::new(view.text(Text::WallClose), closed(view))
}

/// A vote that is closed and not shown yet.
pub(super) fn closed(view: &View) -> Html {
    html! {
        <div class="wall-middle">
            <p class="wall-count">{ view.received() }</p>
            <p class="wall-read">{ view.text(Text::WallCloseText) }</p>
        </div>
    }
}

/// Everybody looks for their own; nobody knows whose the others are.
pub(super) fn receipts(view: &View, receipts: &[Receipt]) -> Picture {
    let one = |receipt: &Receipt| html! { <li>{ receipt.to_string() }</li> };
    let body = html! {
        <div class="wall-receipts-page">
            <p class="wall-read wall-soft">{ view.text(Text::WallReceiptsText) }</p>
            <ul class="wall-receipts" dir="ltr">{ for receipts.iter().map(one) }</ul>
        </div>
    };
    Picture::new(view.text(Text::WallReceipts), body)
}

fn count(view: &View) -> Html {
    html! { <div class="wall-middle"><p class="wall-count" aria-live="polite" aria-atomic="true">{ view.received() }</p></div> }
}

/// One question once more: how to take part, how many are in, and nothing of the first vote.
pub(super) fn second(view: &View, round: Round, area: AreaId) -> Html {
    html! {
        <div class="wall-invite">
            { link(view, Some((round, area))) }
            <div class="wall-beside">
                <p class="wall-read">{ view.text(Text::WallSecond) }</p>
                <p class="wall-count" aria-live="polite" aria-atomic="true">{ view.received() }</p>
            </div>
        </div>
    }
}
