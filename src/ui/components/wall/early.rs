//! Before the reveal: how to take part, and how many have.

use super::{Picture, View, sentences};
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::words::{AreaWord, PairWord};
use crate::app::workshop::export;
use crate::domain::code::Round;
use crate::domain::code::receipt::Receipt;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::promise::Came;
use crate::domain::workshop::stage::Stage;
use crate::ui::charts::qr::Code;
use crate::ui::components::room::pages::Page;
use crate::ui::prelude::*;
use std::ops::Range;

pub(super) fn invite(view: &View) -> Picture {
    let body = html! {
        <div class="wall-invite">
            <div class="wall-beside">
                { link(view, None) }
                <p class="wall-read" aria-live="polite" aria-atomic="true">{ view.received() }</p>
            </div>
            <div class="wall-beside">
                <p class="wall-read">{ view.text(Text::WallInviteHow) }</p>
                <p class="wall-read">{ view.text(Text::WallPrivacy) }</p>
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

/// A question and its levels, or as many of them as the page has, large enough to be read from the back: for a show of hands, while everybody
/// answers, or to be talked about. Beside the code in the corner the lowest lines end earlier.
pub(super) fn question(view: &View, question: QuestionId, rows: &Range<usize>) -> Picture {
    let words = &view.store.pack.words;
    let title = match question {
        QuestionId::Anchored(area) | QuestionId::Evidence(area, _) => words.area(area, AreaWord::Short),
        QuestionId::Know(pair) | QuestionId::Do(pair) => words.pair(pair, PairWord::Name),
        QuestionId::Context(_) => words.context_name(),
    };
    let row = |level: Level| {
        let option = view.twice(|pack| pack.words.option(&pack.checklist, question, level));
        html! { <li><span class="wall-level">{ level.number() }</span>{ option }</li> }
    };
    let levels = Level::ALL
        .into_iter()
        .filter(|level| rows.contains(&(level.position() + 1)));
    let body = html! {
        <div class="wall-aside wall-asked">
            { spacer(view) }
            if rows.contains(&0) {
                <p class="wall-read wall-soft">{ view.twice(|pack| pack.words.prompt(question)) }</p>
            }
            <ol class="wall-anchors wall-read">{ for levels.map(row) }</ol>
        </div>
    };
    Picture::new(AttrValue::from(title), body)
}

/// Keeps the corner free of words while a code is in it.
fn spacer(view: &View) -> Html {
    html! {
        if view.wall.workshop.open_round().is_some() {
            <div class="wall-spacer" />
        }
    }
}

/// What the last session promised, before anybody is invited to this one.
pub(super) fn promise(view: &View, lines: &[AttrValue]) -> Picture {
    let body = html! { <div class="wall-aside">{ spacer(view) }{ sentences(lines) }</div> };
    Picture::new(view.text(Text::PromiseTitle), body)
}

/// What came of it: four answers, the one that was given with a full mark, and what was learned.
pub(super) fn came(view: &View, came: Option<Came>, learned: &[AttrValue]) -> Picture {
    let answer = |one: Came| {
        let given = came == Some(one);
        html! {
            <li class={(!given).then_some("wall-soft")} aria-current={given.then_some("true")}>
                <span class="wall-level" aria-hidden="true">{ if given { "●" } else { "○" } }</span>
                { view.text(export::came(one)) }
            </li>
        }
    };
    let body = html! {
        <div class="wall-aside">
            { spacer(view) }
            <ul class="wall-anchors wall-read">{ for Came::ALL.map(answer) }</ul>
            if !learned.is_empty() {
                { sentences(learned) }
            }
        </div>
    };
    Picture::new(view.text(Text::PromiseCame), body)
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
    let has_its_own = match view.wall.workshop.stage {
        Stage::Invite | Stage::Discuss => page.is_none_or(|page| *page == Page::Whole),
        _ => false,
    };
    if has_its_own || !view.wall.receipts.is_empty() {
        return Html::default();
    }
    code(view)
}

/// The code of the vote that is open, if one is.
pub(super) fn code(view: &View) -> Html {
    let workshop = &view.wall.workshop;
    let Some(round) = workshop.open_round() else {
        return Html::default();
    };
    let second = workshop.topic().map(|topic| (round, topic.area));
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
            <ul class="wall-receipts" dir="ltr" translate="no">{ for receipts.iter().map(one) }</ul>
        </div>
    };
    Picture::new(view.text(Text::WallReceipts), body)
}

fn count(view: &View) -> Html {
    html! { <div class="wall-middle"><p class="wall-count wall-count-alone" aria-live="polite" aria-atomic="true">{ view.received() }</p></div> }
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
