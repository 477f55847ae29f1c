//! A room's answers as pictures and sentences, for the console, the projected window and the sheet.
//!
//! Everything here is drawn from a [`RoomView`] or from [`Rounds`]: what may not be shown is not there to be drawn.

pub mod agreed;
mod fitting;
pub mod pages;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
pub mod words;

use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::figures as in_words;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::room::{Figures, QuestionView, RoomView, Rounds};
use crate::ui::charts::dots::{self, DotScale, DotsWords, Shape, Strip, Vote, common_scale, dots, heads};
use crate::ui::charts::table::table;
use crate::ui::prelude::html;
use crate::ui::store::Store;
use yew::{AttrValue, Html};

/// The picture of one question, none where too few answered.
#[must_use]
pub fn strip_of(store: &Store, view: &QuestionView, vote: Vote) -> Option<Strip> {
    let picture = view.picture.as_ref()?;
    let name = words::name(store, view.question);
    Some(Strip {
        vote,
        counts: picture.dots.counts(),
        middle: picture.figures.as_ref().map(|figures| figures.median.tenths()),
        label: words::spoken(store, &name, vote, picture),
    })
}

/// The scale on which all questions of a room can be compared.
#[must_use]
pub fn scale(store: &Store, room: &RoomView, shape: Shape) -> DotScale {
    let strips = room.questions.iter();
    let strips: Vec<_> = strips
        .filter_map(|view| strip_of(store, view, Vote::First))
        .collect();
    common_scale(&strips, shape)
}

/// A question's strip, or that there are too few answers for one.
pub fn picture(store: &Store, view: &QuestionView, vote: Vote, scale: DotScale) -> Html {
    match strip_of(store, view, vote) {
        Some(strip) => dots::strip(&strip, scale),
        None => html! { <p class="room-few">{ store.text(Text::StageTooFew) }</p> },
    }
}

/// The words for the shapes, those that these votes have.
fn legend<'a>(store: &Store, second: bool, mut views: impl Iterator<Item = &'a QuestionView>) -> DotsWords {
    let middle = views.any(|view| figures(view).is_some());
    DotsWords {
        first: words::vote_name(store, Vote::First),
        second: second.then(|| words::vote_name(store, Vote::Second)),
        middle: middle.then(|| store.text(Text::StageMiddleMark)),
    }
}

/// The five level words.
#[must_use]
pub fn level_words(store: &Store) -> [AttrValue; 5] {
    Level::ALL.map(|level| store.pack.words.level(level).into())
}

/// Every strip of a room in the instrument's order: the areas with their evidence questions behind them, then the pairs.
pub fn strips(store: &Store, room: &RoomView) -> Html {
    let scale = scale(store, room, Shape::Tall);
    let absent = words::absent(room);
    let of = |wanted: fn(QuestionId) -> bool| room.questions.iter().filter(move |view| wanted(view.question));
    let areas = of(|question| matches!(question, QuestionId::Anchored(_)));
    let pairs: Vec<_> = of(|question| question.area().is_none()).collect();
    let row = |view: &QuestionView| row(store, room, view, scale, absent);
    let rows = html! {
        <>
            <div class="room-row room-heads">
                <div class="room-picture">{ heads(&level_words(store).map(Html::from)) }</div>
            </div>
            <ol class="room-rows">{ for areas.map(row) }</ol>
            if !pairs.is_empty() {
                <h3 class="room-pairs">{ store.text(Text::StagePairs) }</h3>
                <ol class="room-rows">{ for pairs.into_iter().map(row) }</ol>
            }
            if scale.votes_per_dot() > 1 {
                <p class="hint">{ per_dot(store, scale) }</p>
            }
            if room.questions.iter().any(has_dots_only) {
                <p class="hint">{ store.text(Text::StageDotsOnly) }</p>
            }
        </>
    };
    dots(
        &legend(store, false, room.questions.iter()),
        rows,
        room_table(store, room),
    )
}

/// What follows from the votes on a question, none where there are too few.
#[must_use]
pub fn figures(view: &QuestionView) -> Option<&Figures> {
    view.picture.as_ref()?.figures.as_ref()
}

fn has_dots_only(view: &QuestionView) -> bool {
    view.picture.is_some() && figures(view).is_none()
}

fn per_dot(store: &Store, scale: DotScale) -> AttrValue {
    store.fill(Text::StageOneDot, &[("n", &scale.votes_per_dot().to_string())])
}

fn row(store: &Store, room: &RoomView, view: &QuestionView, scale: DotScale, absent: u32) -> Html {
    let said = words::findings(store, view, absent);
    let evidence: Vec<_> = match view.question {
        QuestionId::Anchored(area) => room
            .questions
            .iter()
            .filter(|other| matches!(other.question, QuestionId::Evidence(of, _) if of == area))
            .collect(),
        _ => vec![],
    };
    html! {
        <li class="room-row">
            <p class="room-name">{ words::name(store, view.question) }</p>
            <div class="room-picture">
                if view.picture.is_some() {
                    { picture(store, view, Vote::First, scale) }
                }
            </div>
            { sentences(&said) }
            if !evidence.is_empty() {
                <details class="room-more">
                    <summary>{ store.text(Text::StageEvidence) }<span class="unseen">{ store.colon() }{ words::name(store, view.question) }</span></summary>
                    <ol class="room-rows">
                        { for evidence.into_iter().map(|view| self::row(store, room, view, scale, absent)) }
                    </ol>
                </details>
            }
        </li>
    }
}

/// Sentences as a list.
pub fn sentences(said: &[AttrValue]) -> Html {
    html! { <ul class="room-said">{ for said.iter().map(|one| html! { <li>{ one }</li> }) }</ul> }
}

/// The areas to talk about first, with the reason for each.
pub fn queue(store: &Store, room: &RoomView) -> Html {
    let item = |area: &AreaId| {
        let picture = room
            .question(QuestionId::Anchored(*area))
            .and_then(|view| view.picture.as_ref());
        let why = picture.and_then(|picture| words::why(store, picture));
        html! {
            <li>
                <b>{ area_name(store, *area) }</b>
                <span>{ why }</span>
            </li>
        }
    };
    html! {
        if room.queue.is_empty() {
            <p>{ store.text(Text::StageQueueNone) }</p>
        } else {
            <ol class="room-queue">{ for room.queue.iter().map(item) }</ol>
        }
    }
}

/// An area's name.
#[must_use]
pub fn area_name(store: &Store, area: AreaId) -> AttrValue {
    store.pack.words.area(area, AreaWord::Name).into()
}

/// Both votes on one area with the anchors below, and the figures behind them.
pub fn both(store: &Store, rounds: &Rounds, area: AreaId) -> Html {
    let strips: Vec<_> = views(rounds)
        .filter_map(|(vote, view)| strip_of(store, view, vote))
        .collect();
    let scale = common_scale(&strips, Shape::Tall);
    let part = |(vote, view): (Vote, &QuestionView)| {
        html! {
            <div class="room-vote">
                <p class="room-vote-name">{ words::vote_name(store, vote) }{ store.colon() }{ answers(view) }</p>
                { picture(store, view, vote, scale) }
            </div>
        }
    };
    let anchor = |level: Level| {
        html! {
            <li>
                <b>{ store.pack.words.level(level) }</b>
                <span>{ AttrValue::from(store.pack.words.area(area, AreaWord::Anchor(level))) }</span>
            </li>
        }
    };
    let rows = html! {
        <>
            { for views(rounds).map(part) }
            <ol class="room-anchors">{ for Level::ALL.map(anchor) }</ol>
            if scale.votes_per_dot() > 1 {
                <p class="hint">{ per_dot(store, scale) }</p>
            }
            if views(rounds).any(|(_, view)| has_dots_only(view)) {
                <p class="hint">{ store.text(Text::StageDotsOnly) }</p>
            }
        </>
    };
    let words = legend(
        store,
        rounds.second.is_some(),
        views(rounds).map(|(_, view)| view),
    );
    html! { <div class="room-both">{ dots(&words, rows, rounds_table(store, rounds)) }</div> }
}

/// How many answered; none is said of a room that is too small to be shown.
fn answers(view: &QuestionView) -> AttrValue {
    let votes = view.picture.as_ref().map(|picture| picture.dots.total());
    votes.map_or_else(|| "–".into(), |votes| votes.to_string().into())
}

/// The votes that are there, the first one first.
pub fn views(rounds: &Rounds) -> impl Iterator<Item = (Vote, &QuestionView)> {
    let second = rounds.second.iter().map(|view| (Vote::Second, view));
    [(Vote::First, &rounds.first)].into_iter().chain(second)
}

fn columns(store: &Store) -> Vec<AttrValue> {
    let mut columns = vec![store.text(Text::StageColumnQuestion)];
    columns.extend(level_words(store));
    let figures = [
        Text::StageColumnMiddle,
        Text::StageColumnSpread,
        Text::StageColumnCannotTell,
    ];
    columns.extend(figures.map(|text| store.text(text)));
    columns
}

fn cells(store: &Store, name: AttrValue, view: &QuestionView) -> Vec<AttrValue> {
    let nothing = || AttrValue::from("–");
    let mut cells = vec![name];
    match &view.picture {
        Some(picture) => {
            cells.extend(
                picture
                    .dots
                    .counts()
                    .map(|count| AttrValue::from(count.to_string())),
            );
            match &picture.figures {
                Some(figures) => {
                    cells.push(in_words::middle(&store.pack.texts, figures.median).into());
                    cells.push(in_words::spread(&store.pack.texts, figures.spread).into());
                }
                None => cells.extend((0..2).map(|_| nothing())),
            }
        }
        None => {
            cells.push(store.text(Text::StageTooFew));
            cells.extend((0..6).map(|_| nothing()));
        }
    }
    cells.push(view.cannot_tell.map_or_else(nothing, |n| n.to_string().into()));
    cells
}

fn room_table(store: &Store, room: &RoomView) -> Html {
    let row = |view: &QuestionView| cells(store, words::name(store, view.question), view);
    table(
        store.text(Text::StageTable),
        store.colon(),
        &words::presence(store, room),
        &columns(store),
        room.questions.iter().map(row).collect(),
    )
}

fn rounds_table(store: &Store, rounds: &Rounds) -> Html {
    let row = |(vote, view)| cells(store, words::vote_name(store, vote), view);
    table(
        store.text(Text::StageTable),
        store.colon(),
        &words::name(store, rounds.first.question),
        &columns(store),
        views(rounds).map(row).collect(),
    )
}

/// Whether anything at all may be shown.
#[must_use]
pub fn shows_anything(room: &RoomView) -> bool {
    let shown = |view: &QuestionView| view.picture.is_some() || view.cannot_tell.is_some_and(|n| n > 0);
    room.questions.iter().any(shown)
}

/// Says that a room is too small to be shown, and what would be enough.
pub fn too_few(store: &Store, workshop: &Workshop) -> Html {
    let n = workshop.settings.minimum.size().to_string();
    html! {
        <div class="card room-alone">
            <h3>{ store.text(Text::StageTooFew) }</h3>
            <p>{ store.fill(Text::StageTooFewText, &[("n", &n)]) }</p>
        </div>
    }
}
