//! What the room said: everything at a glance, then four strips at a time; one area with both votes.

use super::{LINES, Picture, View, early, fitting};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::room::{QuestionView, Room, Rounds};
use crate::domain::workshop::{SecondVote, Topic};
use crate::ui::charts::dots::{DotScale, Vote, common_scale, heads};
use crate::ui::components::room::{self as parts, area_name, words};
use yew::prelude::*;

/// Strips on one page.
const STRIPS: usize = 4;

pub(super) fn reveal(view: &View) -> Picture {
    let workshop = &view.wall.workshop;
    let title = view.text(Text::WallReveal);
    let Some(room) = workshop.room(&view.store.pack.checklist) else {
        return Picture::one(title, Html::default());
    };
    if !parts::shows_anything(&room) {
        let few = html! {
            <div class="wall-middle"><p class="wall-read">{ view.text(Text::StageTooFew) }</p></div>
        };
        return Picture::one(title, few);
    }
    let shown = |one: &&QuestionView| !matches!(one.question, QuestionId::Evidence(..));
    let strips: Vec<_> = room.questions.iter().filter(shown).collect();
    let gap = words::gap(view.store, &room, &workshop.settings.roles);
    let before = 1 + usize::from(gap.is_some());
    let pages = before + strips.len().div_ceil(STRIPS);
    let page = view.page(pages);
    let scale = parts::scale(view.store, &room);
    let (title, body) = match (page.checked_sub(before), gap) {
        (None, Some(gap)) if page == 1 => (view.text(Text::StageGapTitle), middle(&gap)),
        (None, _) => (title, glance(view, &room, scale)),
        (Some(part), _) => {
            let four = strips.iter().skip(part * STRIPS).take(STRIPS);
            let four = four.map(|one| large(view, one, scale));
            (title, html! { <div class="wall-four">{ for four }</div> })
        }
    };
    Picture { title, body, pages }
}

fn middle(text: &AttrValue) -> Html {
    html! { <div class="wall-middle"><p class={fitting([&**text].into_iter(), LINES)}>{ text }</p></div> }
}

/// What comes first, what nobody can tell, and all areas small beside it.
fn glance(view: &View, room: &Room, scale: DotScale) -> Html {
    let small = |area: AreaId| {
        let one = room.question(QuestionId::Anchored(area));
        html! {
            <li>
                <p class="wall-name">{ area_name(view.store, area) }</p>
                if let Some(one) = one {
                    { parts::picture(view.store, one, Vote::First, scale) }
                }
            </li>
        }
    };
    let areas = view.store.pack.checklist.areas.iter().map(|area| area.id);
    html! {
        <div class="wall-glance">
            <div class="wall-beside">
                <h2 class="wall-small">{ view.text(Text::StageQueue) }</h2>
                if room.queue.is_empty() {
                    <p class="wall-quiet">{ view.text(Text::WallRevealLook) }</p>
                } else {
                    <ol class="wall-queue wall-read">
                        { for room.queue.iter().map(|area| html! { <li>{ area_name(view.store, *area) }</li> }) }
                    </ol>
                }
                { cannot_tell(view, room) }
            </div>
            <ol class="wall-grid">{ for areas.map(small) }</ol>
        </div>
    }
}

/// The area that most people cannot tell about.
fn cannot_tell(view: &View, room: &Room) -> Html {
    let areas = room
        .questions
        .iter()
        .filter(|one| matches!(one.question, QuestionId::Anchored(_)));
    // Of equals the first.
    let most = areas.rev().max_by_key(|one| one.cannot_tell.unwrap_or(0));
    let said = most.and_then(|one| Some((one.question.area()?, words::cannot_tell(view.store, one)?)));
    html! {
        if let Some((area, said)) = said {
            <p class="wall-read">{ area_name(view.store, area) }{ ": " }{ said }</p>
        }
    }
}

fn large(view: &View, one: &QuestionView, scale: DotScale) -> Html {
    html! {
        <section class="wall-large">
            <h2 class="wall-read">{ words::name(view.store, one.question) }</h2>
            { parts::picture(view.store, one, Vote::First, scale) }
            <p class="wall-small">{ words::cannot_tell(view.store, one) }</p>
        </section>
    }
}

pub(super) fn discuss(view: &View) -> Picture {
    let workshop = &view.wall.workshop;
    let Some(topic) = workshop.topic() else {
        let first = Picture::one(view.text(Text::StageTopics), Html::default());
        return first;
    };
    let title = area_name(view.store, topic.area);
    if let SecondVote::Open(round) = topic.second {
        return Picture::one(title, early::second(view, round, topic.area));
    }
    let rounds = workshop.rounds(&view.store.pack.checklist, topic.area);
    let pages = 2;
    let body = match (view.page(pages), rounds) {
        (0, Some(rounds)) => both(view, topic, &rounds),
        _ => anchors(view, topic.area),
    };
    Picture { title, body, pages }
}

/// Both votes, each under its name, and what came of them.
fn both(view: &View, topic: &Topic, rounds: &Rounds) -> Html {
    let shown: Vec<_> = parts::views(rounds).collect();
    let strips: Vec<_> = shown
        .iter()
        .filter_map(|(vote, one)| parts::strip_of(view.store, one, *vote))
        .collect();
    let scale = common_scale(&strips);
    let class = if shown.len() > 1 {
        "wall-votes wall-two"
    } else {
        "wall-votes"
    };
    let part = |(vote, one): &(Vote, &QuestionView)| {
        html! {
            <div>
                <p class="wall-small">
                    if shown.len() > 1 {
                        { words::vote_name(view.store, *vote) }{ " · " }
                    }
                    if let Some(picture) = one.picture.as_ref().filter(|picture| !picture.dots_only()) {
                        { "▲ " }{ words::median(view.store, picture) }
                    }
                </p>
                { parts::picture(view.store, one, *vote, scale) }
            </div>
        }
    };
    html! {
        <div {class}>
            { for shown.iter().map(part) }
            if !strips.is_empty() {
                <div class="wall-levels">{ heads(&parts::level_words(view.store)) }</div>
            }
            <p class="wall-read">{ verdict(view, topic, rounds) }</p>
        </div>
    }
}

/// The level that was agreed on, what the second vote came to, two camps: the latest of these.
fn verdict(view: &View, topic: &Topic, rounds: &Rounds) -> Option<AttrValue> {
    let camps = || words::camps(view.store, rounds.first.picture.as_ref()?);
    if let Some(level) = topic.agreed {
        let word = view.store.pack.words.level(level);
        Some(view.store.fill(Text::WallAgreed, &[("level", &*word)]))
    } else if let Some(outcome) = rounds.outcome {
        Some(words::outcome(view.store, outcome))
    } else {
        camps().or_else(|| words::cannot_tell(view.store, &rounds.first))
    }
}

/// The question and its five anchors, to be read out.
fn anchors(view: &View, area: AreaId) -> Html {
    let words = &view.store.pack.words;
    let anchor = |level: Level| {
        html! { <li>{ AttrValue::from(words.area(area, AreaWord::Anchor(level))) }</li> }
    };
    html! {
        <div class="wall-anchors">
            <p class="wall-question">{ AttrValue::from(words.area(area, AreaWord::Question)) }</p>
            <ol class="wall-read">{ for Level::ALL.map(anchor) }</ol>
        </div>
    }
}
