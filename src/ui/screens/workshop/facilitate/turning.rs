//! What the room's window is told, and the pages that are turned there.

use super::receipts::Showing;
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::workshop::wall_message::{self, BACK, HELLO, ON, Presence, Present, WHO};
use crate::browser::{Channel, Ticking};
use crate::domain::code::WorkshopId;
use crate::domain::code::invite::Language;
use crate::domain::workshop::wall::Wall;
use crate::ui::components::languages::use_words;
use crate::ui::components::room::pages::{Scene, pages, scene};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;
use std::cell::RefCell;
use std::rc::Rc;

/// Whether the receipts are shown: until the facilitator goes on to something else.
#[hook]
pub(super) fn use_showing(handle: &WorkshopHandle) -> Showing {
    let shown = use_state_eq(|| None::<Scene>);
    let now = scene(&handle.workshop);
    let turn = {
        let shown = shown.setter();
        Callback::from(move |on: bool| shown.set(on.then_some(now)))
    };
    Showing {
        on: *shown == Some(now) && handle.workshop.receipts().is_some(),
        turn,
    }
}

/// What the room's window shows, of how many pages, and the way to another one.
#[derive(Clone, PartialEq)]
pub(super) struct Turning {
    page: usize,
    pages: usize,
    turn: Callback<usize>,
    /// The second language of the room, and the way to another one.
    pub(super) also: Option<Language>,
    /// Its words, once they are here.
    pub(super) words: Option<Rc<Pack>>,
    pub(super) speak: Callback<Option<Language>>,
}

/// Tells the room's window whatever changes, and everything when it asks. The pages begin anew with each scene.
#[hook]
pub(super) fn use_wall(handle: &WorkshopHandle, receipts: bool) -> (Turning, Rc<Wall>, Present) {
    let turned = use_state_eq(|| None::<((Scene, bool), usize)>);
    let also = use_state_eq(|| None::<Language>);
    let now = (scene(&handle.workshop), receipts);
    let words = use_words(also.as_ref());
    let told = use_memo(
        (handle.clone(), receipts, words.clone()),
        |(handle, receipts, words)| {
            let wall = Wall::of(&handle.workshop, &handle.store.pack.checklist);
            let wall = if *receipts {
                wall.with_receipts(&handle.workshop)
            } else {
                wall
            };
            (pages(&handle.store, words.as_deref(), &wall).len(), wall)
        },
    );
    let (count, wall) = (told.0, &told.1);
    let last = count.saturating_sub(1);
    let kept = turned.filter(|(scene, _)| *scene == now);
    let page = kept.map_or(0, |(_, page)| page).min(last);
    let turn = {
        let turned = turned.setter();
        Callback::from(move |page: usize| turned.set(Some((now, page.min(last)))))
    };
    let turning = Turning {
        page,
        pages: count,
        turn,
        also: (*also).clone(),
        words,
        speak: Callback::from(move |other| also.set(other)),
    };
    let wall = Rc::new(Wall {
        page,
        also: turning.also.clone(),
        ..wall.clone()
    });
    let present = use_channel(handle.workshop.id, &wall, &turning);
    (turning, wall, present)
}

/// Seconds between two questions who is there.
const ASKS: u32 = 3;

/// The way to the room's windows, over which they ask, turn the page, and say that they are there.
#[hook]
fn use_channel(id: WorkshopId, wall: &Rc<Wall>, turning: &Turning) -> Present {
    let present = use_state_eq(Present::default);
    let heard = use_mut_ref(Present::default);
    let channel = use_mut_ref(|| None::<Channel>);
    let latest = use_mut_ref(|| (Rc::clone(wall), turning.clone()));
    *latest.borrow_mut() = (Rc::clone(wall), turning.clone());
    {
        let (channel, present, heard) = (Rc::clone(&channel), present.setter(), Rc::clone(&heard));
        use_effect_with(id, move |id| {
            let way = Rc::clone(&channel);
            let (here, first) = (Rc::clone(&heard), present.clone());
            let known = Rc::new(RefCell::new(Present::default()));
            let settled = Rc::clone(&known);
            let hear = move |text: String| {
                if let Some(presence) = Presence::parse(&text) {
                    here.borrow_mut().hears(presence);
                    let heard = here.borrow().clone();
                    // Between two questions it can only be more; less is known a second after the next one.
                    if heard.count() >= known.borrow().count() {
                        known.borrow_mut().clone_from(&heard);
                        first.set(heard);
                    }
                    return;
                }
                let (wall, turning) = latest.borrow().clone();
                match &*text {
                    HELLO => tell(&way, &wall),
                    ON => turning.turn.emit(turning.page + 1),
                    BACK => turning.turn.emit(turning.page.saturating_sub(1)),
                    _ => {}
                }
            };
            *channel.borrow_mut() = Some(Channel::open(&wall_message::channel(*id), hear));
            if let Some(channel) = &*channel.borrow() {
                channel.say(WHO);
            }
            let way = Rc::clone(&channel);
            let mut second = 0;
            let asking = Ticking::every_second(move || {
                second = (second + 1) % ASKS;
                match (&*way.borrow(), second) {
                    (Some(way), 0) => {
                        heard.borrow_mut().clone_from(&Present::default());
                        way.say(WHO);
                    }
                    // Whoever is there has answered by now.
                    (Some(_), 1) => {
                        settled.borrow_mut().clone_from(&heard.borrow());
                        present.set(heard.borrow().clone());
                    }
                    _ => {}
                }
            });
            move || {
                drop(asking);
                drop(channel.take());
            }
        });
    }
    use_effect_with(Rc::clone(wall), move |wall| tell(&channel, wall));
    (*present).clone()
}

fn tell(channel: &RefCell<Option<Channel>>, wall: &Wall) {
    if let Some(channel) = &*channel.borrow() {
        channel.say(&wall_message::write(wall));
    }
}

/// The page that the room sees, and those beside it.
pub(super) fn pager(store: &Store, turning: &Turning) -> Html {
    let (n, of) = ((turning.page + 1).to_string(), turning.pages.to_string());
    let button = |text: Text, to: Option<usize>| {
        let turn = turning.turn.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(to) = to {
                turn.emit(to);
            }
        };
        // Not disabled: whoever has turned to the last page is still on the button.
        let ended = to.is_none().then_some("true");
        html! {
            <button type="button" class="button button-quiet" aria-disabled={ended} {onclick}>{ store.text(text) }</button>
        }
    };
    let next = Some(turning.page + 1).filter(|page| *page < turning.pages);
    html! {
        if turning.pages > 1 {
            <div class="console-pages" role="group" aria-label={store.text(Text::WallNow)}>
                <p aria-live="polite" aria-atomic="true">
                    { store.text(Text::WallNow) }{ store.colon() }
                    <b>{ store.fill(Text::WallPage, &[("n", &n), ("of", &of)]) }</b>
                </p>
                { button(Text::WallPrevious, turning.page.checked_sub(1)) }
                { button(Text::WallNext, next) }
            </div>
        }
    }
}
