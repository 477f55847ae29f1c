//! The projected picture: what the room may see, drawn in the room's window and, small, at the console.

mod clock;
mod covered;
mod early;
mod late;
mod reveal;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

pub use covered::back_at;

use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::words::{AreaWord, Prose};
use crate::browser;
use crate::domain::calendar::Moment;
use crate::domain::level::Level;
use crate::domain::question::AreaId;
use crate::domain::workshop::cover::Cover;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::wall::Wall;
use crate::ui::charts::dots::heads;
use crate::ui::components::reach;
use crate::ui::components::room as parts;
use crate::ui::components::room::pages::{Page, pages};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use clock::Left;

/// What a picture is drawn from.
pub struct View<'a> {
    /// Words.
    pub store: &'a Store,
    /// What may be seen.
    pub wall: &'a Wall,
    /// When.
    pub now: Moment,
    /// The button that fills the screen, where there is one.
    pub button: Html,
    /// Where phones reach the page, without a fragment.
    pub address: String,
    /// The words of a second language, where the room reads one and they are here.
    pub also: Option<&'a Pack>,
}

/// A heading, and what is below it.
struct Picture {
    title: Html,
    body: Html,
    /// What a mark in it means.
    key: Option<AttrValue>,
}

impl Picture {
    fn new(title: impl Into<Html>, body: Html) -> Self {
        let (title, key) = (title.into(), None);
        Self { title, body, key }
    }

    /// Explains a mark where it is drawn.
    fn with_key(self, key: Option<AttrValue>) -> Self {
        Self { key, ..self }
    }
}

impl<'a> View<'a> {
    /// What is drawn now.
    #[must_use]
    pub fn new(store: &'a Store, wall: &'a Wall, button: Html) -> Self {
        Self {
            store,
            wall,
            now: store.inputs().now,
            button,
            address: reach::address(store, &wall.workshop),
            also: None,
        }
    }

    /// With the words of a second language, unless it is the first.
    #[must_use]
    pub fn with(self, also: Option<&'a Pack>) -> Self {
        let also = also.filter(|also| also.language != self.store.pack.language);
        Self { also, ..self }
    }
}

impl View<'_> {
    /// The picture.
    pub fn screen(&self) -> Html {
        browser::count_render("picture");
        let stage = self.wall.workshop.stage;
        match self.wall.workshop.cover {
            Cover::Open => {}
            Cover::Blank => return covered::blank(self),
            Cover::Break(pause) => return covered::pause(self, pause),
        }
        let pages = pages(self.store, self.also, self.wall);
        let at = self.wall.page.min(pages.len().saturating_sub(1));
        let picture = match pages.get(at) {
            None | Some(Page::Whole) => self.whole(),
            Some(Page::Promise(lines)) => early::promise(self, lines),
            Some(Page::Areas) => reveal::areas(self),
            Some(Page::Came(came, learned)) => early::came(self, *came, learned),
            Some(Page::Question(question, rows)) => early::question(self, *question, rows),
            Some(Page::Strips(questions)) => reveal::strips(self, questions),
            Some(Page::Queue) => reveal::queue(self),
            Some(Page::Gap(gap)) => reveal::gap(self, gap),
            Some(Page::Votes) => reveal::votes(self),
            Some(Page::Doors) => late::doors(self),
            Some(Page::Hands(rows)) => late::hands(self, rows),
            Some(Page::Opened) => late::opened(self),
            Some(Page::Receipts(receipts)) => early::receipts(self, receipts),
            Some(Page::Said(said)) if stage == Stage::Experiment => late::experiment(self, said),
            Some(Page::Said(said)) => late::said(self, said),
        };
        let (n, of) = ((at + 1).to_string(), pages.len().to_string());
        let has_one_foot = picture.key.is_none() && self.wall.workshop.rehearsal.is_none();
        self.frame(html! {
            <>
                <div class={classes!("wall-head", has_one_foot.then_some("wall-head-low"))}>
                    <h1 class="wall-read wall-title" tabindex="-1">{ picture.title }</h1>
                    <div class="wall-feet">
                        if let Some(key) = picture.key {
                            <p class="wall-foot">{ key }</p>
                        }
                        { self.mark() }
                        if pages.len() > 1 {
                            <p class="wall-foot">{ self.store.fill(Text::WallPage, &[("n", &n), ("of", &of)]) }</p>
                        }
                    </div>
                    if stage != Stage::Report {
                        <Left timer={self.wall.workshop.timer} now={self.now} over={self.text(Text::WorkshopTimerOver)} />
                    }
                    { self.button.clone() }
                </div>
                <div class="wall-body">{ picture.body }</div>
                { early::corner(self, pages.get(at)) }
            </>
        })
    }

    /// The whole window, in the language of the picture, which may be another one than the page's.
    fn frame(&self, inside: Html) -> Html {
        let pack = &self.store.pack;
        html! { <div class="wall" lang={pack.language.clone()} dir={direction(pack)}>{ inside }</div> }
    }

    /// What has one page only.
    fn whole(&self) -> Picture {
        match self.wall.workshop.stage {
            // Whoever comes late is not sent to a vote that is closed.
            Stage::Invite | Stage::Vote | Stage::Close if self.wall.workshop.revealed.is_some() => {
                early::over(self)
            }
            Stage::Invite => early::invite(self),
            Stage::Vote => early::vote(self),
            Stage::Close => early::close(self),
            Stage::Discuss => reveal::open(self),
            _ => reveal::nothing(self),
        }
    }

    /// A text, and the same in the second language below it.
    fn twice(&self, text: impl Fn(&Pack) -> Prose) -> Html {
        let own = AttrValue::from(text(&self.store.pack));
        html! {
            if let Some(also) = self.also {
                <span class="wall-twice">
                    <span>{ own }</span>
                    { translated(also, text(also)) }
                </span>
            } else {
                { own }
            }
        }
    }

    /// An area's name within a text; one of more letters than these gives way to the short name where the window is narrow.
    fn area(&self, area: AreaId, most: usize, text: impl Fn(&str) -> AttrValue) -> Html {
        let words = &self.store.pack.words;
        let name = words.area(area, AreaWord::Name);
        if name.chars().count() <= most {
            return text(&name).into();
        }
        html! {
            <>
                <span class="wall-wide">{ text(&name) }</span>
                <span class="wall-narrow">{ text(&words.area(area, AreaWord::Short)) }</span>
            </>
        }
    }

    /// The words of the five levels below their columns, in another language too if there is room for it.
    fn levels(&self, also: Option<&Pack>) -> Html {
        // What a fifth of a window of 4:3 has room for.
        const SHORT: usize = 7;
        let of = |pack: &Pack| heads(&Level::ALL.map(|level| translated(pack, pack.words.level(level))));
        let words = parts::level_words(self.store);
        let is_short = |words: &str| words.split_whitespace().all(|word| word.chars().count() <= SHORT);
        let too = also
            .into_iter()
            .flat_map(|also| Level::ALL.map(|level| also.words.level(level)));
        let are_short =
            words.iter().all(|words| is_short(words)) && too.into_iter().all(|words| is_short(&words));
        html! {
            <div class={classes!("wall-levels", are_short.then_some("wall-levels-short"))}>
                { heads(&words.map(Html::from)) }
                { also.map(of) }
            </div>
        }
    }

    /// What a rehearsal is called on every page.
    fn mark(&self) -> Html {
        html! {
            if self.wall.workshop.rehearsal.is_some() {
                <p class="wall-foot wall-rehearsal">{ self.text(Text::RehearsalMark) }</p>
            }
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
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

/// A text of the second language.
fn translated(also: &Pack, text: Prose) -> Html {
    html! { <span class="wall-also" lang={also.language.clone()} dir={direction(also)}>{ AttrValue::from(text) }</span> }
}

fn direction(pack: &Pack) -> &'static str {
    if pack.is_right_to_left() { "rtl" } else { "ltr" }
}

/// Sentences one below the other.
fn sentences(said: &[AttrValue]) -> Html {
    html! { <ul class="wall-list wall-read">{ for said.iter().map(|one| html! { <li>{ one }</li> }) }</ul> }
}
