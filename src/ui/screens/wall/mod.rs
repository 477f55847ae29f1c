//! What is projected for the room.
//!
//! This window knows nothing but what the console says to it on the channel between them, and the console says nothing that the room may
//! not see yet. It does not look at the record, and when the console is gone the last picture stays.

mod early;
mod late;
mod reveal;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::text::Text;
use crate::app::workshop::wall_message::{HELLO, channel, parse};
use crate::browser::{self, Channel, Ticking};
use crate::domain::calendar::Moment;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::workshop::SecondVote;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::wall::Wall;
use crate::ui::store::{Store, use_store};
use std::rc::Rc;
use yew::prelude::*;

/// The screen.
pub fn wall(_store: &Rc<Store>, id: WorkshopId) -> Html {
    html! { <Screen {id} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ScreenProps {
    id: WorkshopId,
}

/// What is shown; with another, the pages begin anew.
type Scene = (Stage, usize, Option<Round>);

fn scene(wall: &Wall) -> Scene {
    let workshop = &wall.workshop;
    let second = workshop.topic().and_then(|topic| match topic.second {
        SecondVote::Closed(round) => Some(round),
        SecondVote::Open(_) | SecondVote::NotYet => None,
    });
    (workshop.stage, workshop.turn, second)
}

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let store = use_store();
    let heard = use_state(|| None::<Rc<Wall>>);
    let turned = use_state_eq(|| None::<(Scene, usize)>);
    let full = use_state_eq(|| false);
    let tick = use_force_update();
    {
        let (heard, full) = (heard.setter(), full.setter());
        use_effect_with(props.id, move |id| {
            let id = *id;
            let hear = move |text: String| {
                if let Some(wall) = parse(id, &text) {
                    heard.set(Some(Rc::new(wall)));
                }
            };
            let line = Channel::open(&channel(id), hear);
            line.say(HELLO);
            let clock = Ticking::every_second(move || tick.force_update());
            let filled = browser::listen_for_full_screen(move |is| full.set(is));
            move || drop((line, clock, filled))
        });
    }
    let shown = heard.as_deref();
    let now = shown.map(scene);
    let page = turned
        .filter(|(at, _)| Some(*at) == now)
        .map_or(0, |(_, page)| page);
    let turn = {
        let turned = turned.setter();
        Callback::from(move |page| turned.set(now.map(|now| (now, page))))
    };
    {
        let turn = turn.clone();
        use_effect_with((now, page), move |(_, page)| {
            let page = *page;
            let keys = browser::listen_for_turns(move |on| {
                turn.emit(if on { page + 1 } else { page.saturating_sub(1) });
            });
            move || drop(keys)
        });
    }
    let Some(wall) = shown else {
        return waiting(&store, *full);
    };
    View {
        store: &store,
        wall,
        now: store.surroundings().now,
        page,
        turn,
        full: *full,
        address: browser::address(),
    }
    .screen()
}

/// Before the console has said anything.
fn waiting(store: &Store, full: bool) -> Html {
    html! {
        <div class="wall">
            <div class="wall-head">{ fill_screen(store, full) }</div>
            <div class="wall-body wall-middle">
                <h1 class="wall-read" tabindex="-1">{ store.text(Text::WallWaiting) }</h1>
                <p class="wall-small">{ store.text(Text::WallWaitingText) }</p>
            </div>
        </div>
    }
}

fn fill_screen(store: &Store, full: bool) -> Html {
    let onclick = |_: MouseEvent| browser::fill_screen();
    html! {
        if !full {
            <button type="button" class="wall-button" {onclick}>{ store.text(Text::WallFull) }</button>
        }
    }
}

/// What a picture is drawn from.
struct View<'a> {
    store: &'a Store,
    wall: &'a Wall,
    now: Moment,
    page: usize,
    turn: Callback<usize>,
    full: bool,
    /// This page's address without a fragment.
    address: String,
}

/// A heading, what is below it, and on how many pages it all is.
struct Picture {
    title: AttrValue,
    body: Html,
    pages: usize,
}

impl Picture {
    fn one(title: AttrValue, body: Html) -> Self {
        Self {
            title,
            body,
            pages: 1,
        }
    }
}

impl View<'_> {
    fn screen(&self) -> Html {
        let stage = self.wall.workshop.stage;
        let picture = match stage {
            Stage::Invite => early::invite(self),
            Stage::Vote => early::vote(self),
            Stage::Close => early::close(self),
            Stage::Reveal => reveal::reveal(self),
            Stage::Discuss => reveal::discuss(self),
            Stage::Choose => late::choose(self),
            Stage::Experiment => late::experiment(self),
            Stage::Commit => late::commit(self),
            Stage::Report => late::report(self),
        };
        html! {
            <div class="wall">
                <div class="wall-head">
                    <p class="wall-small">{ self.wall.workshop.settings.title.clone() }</p>
                    { self.pager(picture.pages) }
                    if stage != Stage::Report {
                        { self.timer() }
                    }
                    { fill_screen(self.store, self.full) }
                </div>
                <h1 class="wall-read wall-title" tabindex="-1">{ picture.title }</h1>
                <div class="wall-body">{ picture.body }</div>
            </div>
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    /// The page that is shown, of so many.
    fn page(&self, pages: usize) -> usize {
        self.page.min(pages.saturating_sub(1))
    }

    fn pager(&self, pages: usize) -> Html {
        if pages < 2 {
            return Html::default();
        }
        let page = self.page(pages);
        let (turn, next) = (self.turn.clone(), (page + 1) % pages);
        let (n, of) = ((page + 1).to_string(), pages.to_string());
        html! {
            <button type="button" class="wall-button" onclick={move |_: MouseEvent| turn.emit(next)}>
                { self.text(Text::WallNext) }{ " · " }{ self.store.fill(Text::WallPage, &[("n", &n), ("of", &of)]) }
            </button>
        }
    }

    /// The time that is left; none while the timer stands at nothing.
    fn timer(&self) -> Html {
        let timer = self.wall.workshop.timer;
        let left = timer.left(self.now);
        let class = if timer.since.is_some() {
            "wall-timer"
        } else {
            "wall-timer wall-still"
        };
        html! { <p {class} role="timer">{ clock(left) }</p> }
    }

    /// "9 of 12 in".
    fn received(&self) -> AttrValue {
        let (n, of) = (self.wall.received, self.wall.workshop.settings.present.0);
        self.store.fill(
            Text::WallPresent,
            &[("n", &n.to_string()), ("of", &of.to_string())],
        )
    }
}

/// Seconds as minutes and seconds; what is over has a minus before it.
fn clock(left: i64) -> String {
    let (minutes, seconds) = (left.abs() / 60, left.abs() % 60);
    let sign = if left < 0 { "−" } else { "" };
    let zero = if seconds < 10 { "0" } else { "" };
    [sign, &minutes.to_string(), ":", zero, &seconds.to_string()].concat()
}

/// Lines of the size that the room must be able to read, below a heading.
const LINES: usize = 11;

/// The size in which texts fit into so many lines of the full size. People write as much as they like: the more, the smaller it is
/// drawn, so that all of it is there.
fn fitting<'a>(texts: impl Iterator<Item = &'a str> + Clone, lines: usize) -> &'static str {
    // A line has 42 characters on a window of 4:3; below each text there is a third of a line.
    let thirds = |a_line: usize| -> usize {
        let of = |text: &str| 3 * text.chars().count().div_ceil(a_line).max(1) + 1;
        texts.clone().map(of).sum()
    };
    if thirds(42) <= 3 * lines {
        "wall-read"
    } else if 2 * thirds(64) <= 9 * lines {
        "wall-long"
    } else {
        "wall-longer"
    }
}

/// Sentences one below the other, as large as so many lines allow.
fn sentences(said: &[AttrValue], lines: usize) -> Html {
    let class = fitting(said.iter().map(|one| &**one), lines);
    html! {
        <ul class={classes!("wall-list", class)}>
            { for said.iter().map(|one| html! { <li>{ one }</li> }) }
        </ul>
    }
}
