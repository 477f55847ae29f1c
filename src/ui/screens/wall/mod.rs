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
use crate::app::workshop::wall_message::{BACK, HELLO, ON, channel, parse};
use crate::browser::{self, Channel, Ticking};
use crate::domain::calendar::Moment;
use crate::domain::code::WorkshopId;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::wall::Wall;
use crate::ui::components::room::pages::{Page, pages};
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

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let store = use_store();
    let heard = use_state(|| None::<Rc<Wall>>);
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
            let line = Rc::new(Channel::open(&channel(id), hear));
            line.say(HELLO);
            // The console knows the page, so it turns it.
            let way = Rc::clone(&line);
            let keys = browser::listen_for_turns(move |on| way.say(if on { ON } else { BACK }));
            let clock = Ticking::every_second(move || tick.force_update());
            let filled = browser::listen_for_full_screen(move |is| full.set(is));
            move || drop((line, keys, clock, filled))
        });
    }
    let Some(wall) = heard.as_deref() else {
        return waiting(&store, *full);
    };
    View {
        store: &store,
        wall,
        now: store.surroundings().now,
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
                <p class="wall-read wall-soft">{ store.text(Text::WallWaitingText) }</p>
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
    full: bool,
    /// This page's address without a fragment.
    address: String,
}

/// A heading, and what is below it.
struct Picture {
    title: AttrValue,
    body: Html,
}

impl Picture {
    fn new(title: AttrValue, body: Html) -> Self {
        Self { title, body }
    }
}

impl View<'_> {
    fn screen(&self) -> Html {
        let stage = self.wall.workshop.stage;
        let pages = pages(self.store, &self.wall.workshop);
        let at = self.wall.page.min(pages.len().saturating_sub(1));
        let picture = match pages.get(at) {
            None | Some(Page::Whole) => self.whole(),
            Some(Page::Strips(questions)) => reveal::strips(self, questions),
            Some(Page::Queue) => reveal::queue(self),
            Some(Page::Gap(gap)) => reveal::gap(self, gap),
            Some(Page::Votes) => reveal::votes(self),
            Some(Page::Anchors) => reveal::anchors(self),
            Some(Page::Doors) => late::doors(self),
            Some(Page::Hands(rows)) => late::hands(self, rows),
            Some(Page::Opened) => late::opened(self),
            Some(Page::Said(said)) if stage == Stage::Experiment => late::experiment(self, said),
            Some(Page::Said(said)) => late::said(self, said),
        };
        let (n, of) = ((at + 1).to_string(), pages.len().to_string());
        html! {
            <div class="wall">
                <div class="wall-head">
                    <h1 class="wall-read wall-title" tabindex="-1">{ picture.title }</h1>
                    if pages.len() > 1 {
                        <p class="wall-foot">{ self.store.fill(Text::WallPage, &[("n", &n), ("of", &of)]) }</p>
                    }
                    if stage != Stage::Report {
                        { self.timer() }
                    }
                    { fill_screen(self.store, self.full) }
                </div>
                <div class="wall-body">{ picture.body }</div>
            </div>
        }
    }

    /// What has one page only.
    fn whole(&self) -> Picture {
        match self.wall.workshop.stage {
            Stage::Invite => early::invite(self),
            Stage::Vote => early::vote(self),
            Stage::Close => early::close(self),
            Stage::Discuss => reveal::open(self),
            _ => reveal::nothing(self),
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
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

/// Sentences one below the other.
fn sentences(said: &[AttrValue]) -> Html {
    html! { <ul class="wall-list wall-read">{ for said.iter().map(|one| html! { <li>{ one }</li> }) }</ul> }
}
