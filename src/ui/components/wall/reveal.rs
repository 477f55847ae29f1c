//! What the room said: a few strips at a time; one area with both votes.

use super::{Picture, View, early};
use crate::app::text::Text;
use crate::app::words::{AreaWord, Prose};
use crate::app::workshop::figures;
use crate::domain::group::Median;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::room::{QuestionView, Rounds};
use crate::domain::workshop::{SecondVote, Topic};
use crate::ui::charts::dots::{Shape, Vote, common_scale, heads};
use crate::ui::components::room::{self as parts, area_name, words};
use crate::ui::prelude::*;
use std::rc::Rc;

/// Before anything can be shown: too few, or no topic yet.
pub(super) fn nothing(view: &View) -> Picture {
    let few = html! {
        <div class="wall-middle"><p class="wall-read">{ view.text(Text::StageTooFew) }</p></div>
    };
    Picture::new(view.text(Text::WallReveal), few)
}

pub(super) fn strips(view: &View, questions: &[QuestionId]) -> Picture {
    let title = view.text(Text::WallReveal);
    let Some(room) = &view.wall.room else {
        return Picture::new(title, Html::default());
    };
    let scale = parts::scale(view.store, room, Shape::Flat);
    let row = |one: &QuestionView| {
        html! {
            <section class="wall-strip">
                <div class="wall-name">
                    <h2 class="wall-read">{ words::name(view.store, one.question) }</h2>
                    if let Some(n) = one.cannot_tell.filter(|n| *n > 0) {
                        <p class="wall-read wall-soft">{ words::cannot_tell_short(view.store, n) }</p>
                    }
                </div>
                { parts::picture(view.store, one, Vote::First, scale) }
            </section>
        }
    };
    let shown = questions.iter().filter_map(|question| room.question(*question));
    let body = html! {
        <div class="wall-strips">
            { for shown.map(row) }
            <div class="wall-levels">{ heads(&parts::level_words(view.store)) }</div>
        </div>
    };
    let mut questions = questions.iter().filter_map(|question| room.question(*question));
    let has_middles = questions.any(|one| parts::figures(one).is_some());
    Picture::new(title, body).with_key(has_middles.then(|| view.text(Text::WallTriangle)))
}

/// All areas at a glance, a line each: the middle answer as a mark and in words, and whether the answers lie far apart.
pub(super) fn areas(view: &View) -> Picture {
    let title = view.text(Text::WallReveal);
    let Some(room) = &view.wall.room else {
        return Picture::new(title, Html::default());
    };
    let shown = room
        .questions
        .iter()
        .filter(|one| matches!(one.question, QuestionId::Anchored(_)));
    let lines: Vec<_> = shown.map(|one| Line::new(view, one)).collect();
    let longest = |text: fn(&Line) -> &str| {
        lines
            .iter()
            .map(|line| text(line).chars().count())
            .max()
            .unwrap_or_default()
    };
    let room_for = match longest(|line| &line.name) + longest(|line| &line.said) {
        0..=36 => None,
        37..=46 => Some("wall-long"),
        _ => Some("wall-longer"),
    };
    let body = html! { <ol class={classes!("wall-areas", room_for)}>{ for lines.iter().map(|line| line.draw(view)) }</ol> };
    let has_middles = room.questions.iter().any(|one| parts::figures(one).is_some());
    Picture::new(title, body).with_key(has_middles.then(|| view.text(Text::WallAreasKey)))
}

/// An area's line: what it is called, and its middle answer as a mark and in words.
struct Line {
    name: Prose,
    track: Option<String>,
    said: AttrValue,
    apart: bool,
}

impl Line {
    fn new(view: &View, one: &QuestionView) -> Self {
        let pack = &view.store.pack;
        let name = one
            .question
            .area()
            .map(|area| pack.words.area(area, AreaWord::Short));
        let figures = parts::figures(one);
        let said = match (&one.picture, figures) {
            (_, Some(figures)) => figures::middle_words(pack, figures.median).into(),
            (Some(_), None) => view.text(Text::SheetDotsOnly),
            (None, None) => view.text(Text::StageTooFew),
        };
        Self {
            name: name.unwrap_or_default(),
            track: figures.map(|figures| track(figures.median)),
            said,
            apart: figures.is_some_and(|figures| figures.votes.asks_for_talk()),
        }
    }

    fn draw(&self, view: &View) -> Html {
        html! {
            <li>
                <span>{ AttrValue::from(Rc::clone(&self.name)) }</span>
                <span class="wall-track" dir="ltr" aria-hidden="true">{ self.track.clone() }</span>
                <span class="wall-soft">
                    { &self.said }
                    if self.apart { { " " }<b title={view.text(Text::WallApart)}>{ "↔" }</b> }
                </span>
            </li>
        }
    }
}

/// Five places, the middle answer's filled; two of them where it lies between.
fn track(median: Median) -> String {
    let place = |level: Level| {
        if level == median.low || level == median.high {
            '●'
        } else {
            '○'
        }
    };
    Level::ALL.into_iter().map(place).collect()
}

/// What comes first, and what nobody can tell.
pub(super) fn queue(view: &View) -> Picture {
    let title = view.text(Text::StageQueue);
    let Some(room) = &view.wall.room else {
        return Picture::new(title, Html::default());
    };
    let item = |area: &AreaId| {
        let picture = room.question(QuestionId::Anchored(*area));
        let why = picture.and_then(|view| view.picture.as_ref());
        html! {
            <li>
                <p class="wall-first">{ area_name(view.store, *area) }</p>
                <p class="wall-read wall-soft">{ why.and_then(|picture| words::why(view.store, picture)) }</p>
            </li>
        }
    };
    let body = html! {
        if room.queue.is_empty() {
            <p class="wall-read">{ view.text(Text::StageQueueNone) }</p>
        } else {
            <ol class="wall-queue">{ for room.queue.iter().map(item) }</ol>
        }
    };
    Picture::new(title, body)
}

/// The question about two roles.
pub(super) fn gap(view: &View, gap: &AttrValue) -> Picture {
    let body = html! { <div class="wall-middle"><p class="wall-read">{ gap }</p></div> };
    Picture::new(view.text(Text::StageGapTitle), body)
}

/// An area before its picture: it is voted on again, or nobody has chosen one yet.
pub(super) fn open(view: &View) -> Picture {
    match view.wall.workshop.topic() {
        Some(topic) => {
            let body = match topic.second {
                SecondVote::Open(round) => early::second(view, round, topic.area),
                SecondVote::Held(_) => early::closed(view),
                SecondVote::NotYet | SecondVote::Closed(_) => Html::default(),
            };
            Picture::new(area_name(view.store, topic.area), body)
        }
        None => {
            let body = html! { <p class="wall-read wall-soft">{ view.text(Text::WallNoneChosen) }</p> };
            Picture::new(view.text(Text::StageTopics), body)
        }
    }
}

/// Both votes, each under its name, and what came of them.
pub(super) fn votes(view: &View) -> Picture {
    let workshop = &view.wall.workshop;
    let both = workshop.topic().and_then(|topic| {
        let rounds = view.wall.rounds(topic.area)?;
        Some((topic, rounds))
    });
    match both {
        Some((topic, rounds)) => Picture::new(
            area_name(view.store, topic.area),
            both_votes(view, topic, &rounds),
        ),
        None => open(view),
    }
}

fn both_votes(view: &View, topic: &Topic, rounds: &Rounds) -> Html {
    let shown: Vec<_> = parts::views(rounds).collect();
    let strips: Vec<_> = shown
        .iter()
        .filter_map(|(vote, one)| parts::strip_of(view.store, one, *vote))
        .collect();
    let (class, shape) = if shown.len() > 1 {
        ("wall-votes wall-two", Shape::Flat)
    } else {
        ("wall-votes", Shape::Tall)
    };
    let scale = common_scale(&strips, shape);
    let part = |(vote, one): &(Vote, &QuestionView)| {
        html! {
            <div>
                <p class="wall-read wall-soft">
                    { words::vote_name(view.store, *vote) }
                    if let Some(figures) = parts::figures(one) {
                        { " · ▲ " }{ words::median(view.store, figures) }
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
    let camps = || words::camps(view.store, parts::figures(&rounds.first)?);
    if let Some(level) = topic.agreed {
        let word = view.store.pack.words.level(level);
        Some(view.store.fill(Text::WallAgreed, &[("level", &*word)]))
    } else if let Some(outcome) = rounds.outcome {
        Some(words::outcome(view.store, outcome))
    } else if rounds.second.is_some() {
        None
    } else {
        camps().or_else(|| words::cannot_tell(view.store, &rounds.first))
    }
}

/// The question and its five anchors, to be read out.
pub(super) fn anchors(view: &View) -> Picture {
    let Some(topic) = view.wall.workshop.topic() else {
        return open(view);
    };
    let anchor = |level: Level| {
        html! { <li>{ view.twice(|pack| pack.words.area(topic.area, AreaWord::Anchor(level))) }</li> }
    };
    let body = html! {
        <div class="wall-said">
            <p class="wall-read wall-soft">{ view.twice(|pack| pack.words.area(topic.area, AreaWord::Question)) }</p>
            <ol class="wall-anchors wall-read">{ for Level::ALL.map(anchor) }</ol>
        </div>
    };
    Picture::new(area_name(view.store, topic.area), body)
}
