//! What the room said: a few strips at a time; one area with both votes.

use super::{Picture, View, early, translated};
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::words::{AreaWord, Prose};
use crate::domain::group::Median;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::room::{Figures, QuestionView, Rounds};
use crate::domain::workshop::{SecondVote, Topic};
use crate::ui::charts::dots::{Shape, Vote, common_scale};
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
                    <h2 class="wall-read">{ name(view, one.question) }</h2>
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
            { view.levels(view.also) }
        </div>
    };
    let mut questions = questions.iter().filter_map(|question| room.question(*question));
    let has_middles = questions.any(|one| parts::figures(one).is_some());
    Picture::new(title, body).with_key(has_middles.then(|| view.text(Text::WallTriangle)))
}

/// What a question is called: an area in both languages, a line each, as the pairs have no room for two.
fn name(view: &View, question: QuestionId) -> Html {
    // A line's beside those who cannot tell.
    const MOST: usize = 23;
    match question {
        QuestionId::Anchored(area) if view.also.is_some() => view.twice(|pack| {
            let name = pack.words.area(area, AreaWord::Name);
            if name.chars().count() > MOST {
                pack.words.area(area, AreaWord::Short)
            } else {
                name
            }
        }),
        QuestionId::Anchored(area) => view.area(area, MOST, |name| name.to_owned().into()),
        other => words::name(view.store, other).into(),
    }
}

/// All areas at a glance, a line each: the middle answer and how far apart the answers lie, each as a mark and in words.
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
    let longest = |letters: fn(&Line) -> usize| lines.iter().map(letters).max().unwrap_or_default();
    let beside = longest(Line::middle) + longest(Line::spread);
    let size = match longest(|line| line.name.chars().count()) + beside.max(longest(Line::alone)) {
        0..=34 => None,
        35..=39 => Some("wall-areas-1"),
        40..=44 => Some("wall-areas-2"),
        45..=50 => Some("wall-areas-3"),
        51..=57 => Some("wall-areas-4"),
        58..=66 => Some("wall-areas-5"),
        _ => Some("wall-areas-6"),
    };
    let body = html! { <ol class={classes!("wall-areas", size)}>{ for lines.iter().map(Line::draw) }</ol> };
    let has_middles = room.questions.iter().any(|one| parts::figures(one).is_some());
    Picture::new(title, body).with_key(has_middles.then(|| view.text(Text::WallAreasKey)))
}

/// An area's line: what it is called, its middle answer and its spread.
struct Line {
    name: Prose,
    track: Option<String>,
    said: AttrValue,
    spread: Option<(&'static str, AttrValue)>,
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
            (_, Some(figures)) => middle(pack, figures.median),
            (Some(_), None) => view.text(Text::SheetDotsOnly),
            (None, None) => view.text(Text::StageTooFew),
        };
        Self {
            name: name.unwrap_or_default(),
            track: figures.map(|figures| track(figures.median)),
            said,
            spread: figures.map(|figures| spread(view, figures)),
        }
    }

    /// Letters of the middle answer, of the spread with its mark, and of what stands in their place.
    fn middle(&self) -> usize {
        self.track.as_ref().map_or(0, |_| self.said.chars().count())
    }

    fn spread(&self) -> usize {
        self.spread
            .as_ref()
            .map_or(0, |(_, words)| words.chars().count() + 2)
    }

    /// It has the marks' place as well.
    fn alone(&self) -> usize {
        let said = self.track.is_none().then(|| self.said.chars().count());
        said.map_or(0, |letters| letters.saturating_sub(8))
    }

    fn draw(&self) -> Html {
        html! {
            <li>
                <span>{ AttrValue::from(Rc::clone(&self.name)) }</span>
                <span class="wall-track" dir="ltr" aria-hidden="true">{ self.track.clone() }</span>
                <span class="wall-soft">{ &self.said }</span>
                if let Some((mark, words)) = &self.spread {
                    <span class="wall-soft"><b aria-hidden="true">{ mark }</b>{ " " }{ words }</span>
                }
            </li>
        }
    }
}

/// The level of the middle answer, or the two that it lies between.
fn middle(pack: &Pack, median: Median) -> AttrValue {
    let [low, high] = [median.low, median.high].map(|level| pack.words.level(level));
    if median.level().is_some() {
        low.into()
    } else {
        [&*low, " / ", &*high].concat().into()
    }
}

/// How far apart the answers lie. That they lie close says nothing of a room that is not split.
fn spread(view: &View, figures: &Figures) -> (&'static str, AttrValue) {
    let (mark, text) = if figures.spread.is_zero() {
        ("=", Text::WallAlike)
    } else if figures.votes.asks_for_talk() {
        ("↔", Text::WallApart)
    } else {
        ("≈", Text::WallNear)
    };
    (mark, view.text(text))
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
        Some((topic, rounds)) => {
            // Two pictures leave a line for the title.
            let title = if rounds.second.is_some() {
                view.store.pack.words.area(topic.area, AreaWord::Short).into()
            } else {
                area_name(view.store, topic.area)
            };
            Picture::new(title, both_votes(view, topic, &rounds))
        }
        None => open(view),
    }
}

fn both_votes(view: &View, topic: &Topic, rounds: &Rounds) -> Html {
    let shown: Vec<_> = parts::views(rounds).collect();
    let strips: Vec<_> = shown
        .iter()
        .filter_map(|(vote, one)| parts::strip_of(view.store, one, *vote))
        .collect();
    let two = shown.len() > 1;
    // Two votes leave no room for a second language.
    let also = view.also.filter(|_| !two);
    let (class, shape) = match (two, also.is_some()) {
        (true, _) => ("wall-votes wall-two", Shape::Flat),
        (false, true) => ("wall-votes wall-both", Shape::Flat),
        (false, false) => ("wall-votes", Shape::Tall),
    };
    let scale = common_scale(&strips, shape);
    let part = |(vote, one): &(Vote, &QuestionView)| {
        html! {
            <div>
                <p class="wall-read wall-soft">
                    { words::vote_name(view.store, *vote) }
                    if let Some(figures) = parts::figures(one) {
                        { " · ▲ " }
                        if two {
                            <span class="wall-wide">{ words::median(view.store, figures) }</span>
                            <span class="wall-narrow">{ middle(&view.store.pack, figures.median) }</span>
                        } else {
                            { words::median(view.store, figures) }
                        }
                    }
                </p>
                { parts::picture(view.store, one, *vote, scale) }
            </div>
        }
    };
    html! {
        <div {class}>
            if let Some(also) = also {
                <p class="wall-read">{ translated(also, also.words.area(topic.area, AreaWord::Name)) }</p>
            }
            { for shown.iter().map(part) }
            if !strips.is_empty() {
                { view.levels(also) }
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
