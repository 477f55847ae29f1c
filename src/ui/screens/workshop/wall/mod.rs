//! What is projected for the room.
//!
//! This window knows nothing but what the console says to it on the channel between them, or what a link of the console's holds, and the
//! console says nothing that the room may not see yet. It does not look at the record, and when the console is gone the last picture stays.

use crate::app::pack::Pack;
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::workshop::wall_message::{
    BACK, HELLO, ON, Presence, WHO, channel, from_link, from_pasted, link_text, parse,
};
use crate::browser::{self, Channel};
use crate::domain::code::WorkshopId;
use crate::domain::workshop::cover::Cover;
use crate::domain::workshop::wall::Wall;
use crate::ui::components::languages::{use_store_in, use_words};
use crate::ui::components::room::pages::turned;
use crate::ui::components::wall::View;
use crate::ui::prelude::*;
use crate::ui::store::{Store, StoreHandle, use_store};
use std::cell::RefCell;
use std::rc::Rc;

/// The screen.
pub fn wall(_store: &Rc<Store>, id: WorkshopId, picture: Option<String>) -> Html {
    html! { <Screen {id} {picture} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ScreenProps {
    id: WorkshopId,
    /// What the room may see, from the link; none where the console says it.
    picture: Option<String>,
}

thread_local! {
    /// What names this window: the same one, however often it is drawn afresh.
    static PAGE: Option<[u8; 32]> = browser::entropy();
}

/// What is shown.
#[derive(Clone)]
struct Shown {
    wall: Rc<Wall>,
    /// Whether it came by a link: no console hears this window then, and it turns the pages itself.
    by_hand: bool,
    /// The store in the language of the picture, and the words of the second language, once they are here.
    store: StoreHandle,
    also: Option<Rc<Pack>>,
}

/// The way to show another picture.
#[derive(Clone)]
struct Shows {
    heard: UseStateSetter<Option<(Rc<Wall>, bool)>>,
    latest: Rc<RefCell<Option<Shown>>>,
}

impl Shows {
    /// Shows a picture, and says whether there was one.
    fn show(&self, wall: Option<Wall>, by_hand: bool) -> bool {
        let shown = wall.is_some();
        if let Some(wall) = wall {
            self.heard.set(Some((Rc::new(wall), by_hand)));
        }
        shown
    }

    /// Shows a picture from what was pasted. The address has it too, so that a reload does not bring an older one back.
    fn paste(&self, id: WorkshopId, text: &str) -> bool {
        let wall = from_pasted(id, text);
        if let Some(wall) = &wall {
            browser::replace(&Place::Wall(id, Some(link_text(wall))).fragment());
        }
        self.show(wall, true)
    }

    /// Turns to the page after or the one before of what came by hand, and says whether that is shown.
    fn turn(&self, on: bool) -> bool {
        let latest = self.latest.borrow().clone().filter(|shown| shown.by_hand);
        let turned = latest.map(|shown| Wall {
            page: turned(&shown.store.0, shown.also.as_deref(), &shown.wall, on),
            ..(*shown.wall).clone()
        });
        self.show(turned, true)
    }
}

/// What was said, with the words that it is drawn in.
#[hook]
fn use_shown(said: Option<&(Rc<Wall>, bool)>) -> Option<Shown> {
    let wall = said.map(|(wall, _)| wall);
    let store = use_store_in(wall.and_then(|wall| wall.language.as_ref()));
    let also = use_words(wall.and_then(|wall| wall.also.as_ref()));
    said.map(|(wall, by_hand)| Shown {
        wall: Rc::clone(wall),
        by_hand: *by_hand,
        store,
        also,
    })
}

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let store = use_store();
    let heard = use_state(|| None::<(Rc<Wall>, bool)>);
    let latest = use_mut_ref(|| None);
    let full = use_state_eq(|| false);
    let refused = use_state_eq(|| false);
    let sleeps = use_state_eq(|| false);
    let shows = Shows {
        heard: heard.setter(),
        latest: Rc::clone(&latest),
    };
    {
        let shows = shows.clone();
        use_effect_with(props.clone(), move |props| {
            let picture = props.picture.as_deref();
            shows.show(picture.and_then(|picture| from_link(props.id, picture)), true);
        });
    }
    {
        let (full, refused, sleeps) = (full.setter(), refused.setter(), sleeps.setter());
        use_effect_with(props.id, move |id| {
            let id = *id;
            let line = Rc::new(RefCell::new(None::<Channel>));
            let me = Rc::new(RefCell::new(Presence::new(PAGE.with(|page| *page))));
            let (way, here) = (Rc::clone(&line), Rc::clone(&me));
            let (pasted, turned) = (shows.clone(), shows.clone());
            let is_heard = refused.clone();
            let paste = browser::listen_for_paste(move |text| refused.set(!pasted.paste(id, text)));
            let hear = move |text: String| {
                if shows.show(parse(id, &text), false) {
                    is_heard.set(false);
                } else if text == WHO {
                    say(&way, &here.borrow().to_string());
                }
            };
            *line.borrow_mut() = Some(Channel::open(&channel(id), hear));
            say(&line, HELLO);
            say(&line, &me.borrow().to_string());
            let way = Rc::clone(&line);
            let awake = browser::stay_awake(move |awake| {
                sleeps.set(!awake);
                me.borrow_mut().awake = Some(awake);
                say(&way, &me.borrow().to_string());
            });
            // The console knows the page, so it turns it, where there is one that hears.
            let way = Rc::clone(&line);
            let keys = browser::listen_for_turns(move |on| {
                if !turned.turn(on) {
                    say(&way, if on { ON } else { BACK });
                }
            });
            let filled = browser::listen_for_full_screen(move |is| full.set(is));
            move || {
                // The channel hears by what holds it.
                drop(line.borrow_mut().take());
                drop((keys, filled, awake, paste));
            }
        });
    }
    let shown = use_shown(heard.as_ref());
    latest.borrow_mut().clone_from(&shown);
    let Some(Shown {
        wall,
        store: StoreHandle(spoken),
        also,
        ..
    }) = &shown
    else {
        return html! { <>{ waiting(&store, *full, *refused) }{ notes(&store, *sleeps, false) }</> };
    };
    let view = View::new(spoken, wall, fill_screen(spoken, *full)).with(also.as_deref());
    let bare = wall.workshop.cover == Cover::Blank;
    html! { <>{ view.screen() }{ notes(&store, *sleeps && !bare, *refused) }</> }
}

/// What whoever stands at this device has to know, below the picture: its screen may go to sleep, or what was pasted was no picture.
fn notes(store: &Store, sleeps: bool, refused: bool) -> Html {
    html! {
        <div class="wall-notes" aria-live="polite" aria-atomic="true">
            if refused {
                <p class="wall-refused">{ store.text(Text::WallPasteRefused) }</p>
            } else if sleeps {
                <p>{ store.text(Text::WallSleeps) }</p>
            }
        </div>
    }
}

fn say(line: &RefCell<Option<Channel>>, text: &str) {
    if let Some(line) = &*line.borrow() {
        line.say(text);
    }
}

/// Before the console has said anything.
fn waiting(store: &Store, full: bool, refused: bool) -> Html {
    html! {
        <div class="wall">
            <div class="wall-head">{ fill_screen(store, full) }</div>
            <div class="wall-body wall-middle">
                <h1 class="wall-read" tabindex="-1">{ store.text(Text::WallWaiting) }</h1>
                <p class="wall-read wall-soft">{ store.text(Text::WallWaitingText) }</p>
                { elsewhere(store, refused) }
            </div>
        </div>
    }
}

/// On another laptop the console's picture comes by hand. Whatever is pasted anywhere on the page is read; the field is for those who look for one.
fn elsewhere(store: &Store, refused: bool) -> Html {
    html! {
        <div class="wall-elsewhere">
            <label for="wall-paste">{ store.text(Text::WallPaste) }</label>
            <textarea id="wall-paste" dir="ltr" rows="1" autocomplete="off" spellcheck="false" />
            <p>{ store.text(Text::WallPasteText) }</p>
            <p aria-live="polite" aria-atomic="true">
                if refused {
                    { store.text(Text::WallPasteRefused) }
                }
            </p>
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
