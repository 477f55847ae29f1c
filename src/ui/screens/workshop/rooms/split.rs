//! A workshop that becomes several rooms: how many, and then an invite for each.

use super::invites::invites;
use crate::app::place::Place;
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::app::workshop::rooms::Looked;
use crate::app::workshop::rooms::split::{keep, of_rooms, rooms, set_of, sets_made, split_into};
use crate::app::workshop::workshop;
use crate::browser;
use crate::domain::code::WorkshopId;
use crate::domain::workshop::Workshop;
use crate::ui::components::reach::ReachNotice;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use crate::ui::workshop_handle::{WorkshopHandle, founded, missing, use_workshop};
use std::rc::Rc;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SplitProps {
    /// The workshop, or a room of a set.
    pub(super) id: WorkshopId,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Asking,
    /// The number is none.
    Wrong,
    Making,
    Keyless,
    /// A room could not be stored.
    Failed,
}

#[component]
pub(super) fn Split(props: &SplitProps) -> Html {
    let store = use_store();
    let id = props.id;
    let handle = use_workshop(id);
    let set = use_selector(move |state, _| {
        workshop(state, id).map_or_else(|_| Vec::new(), |one| set_of(state, &one))
    });
    let made = use_selector(move |state, pack| {
        workshop(state, id).map_or_else(|_| Vec::new(), |one| split_into(state, pack, &one))
    });
    let typed = use_state_eq(String::new);
    let step = use_state_eq(|| Step::Asking);
    match handle {
        Err(why) => missing(&store, &why),
        Ok(_) if !set.is_empty() => invites(&store, &set),
        Ok(handle) => Ask {
            handle,
            made,
            typed,
            step,
        }
        .draw(),
    }
}

/// A set that was made before: when, its rooms, and the way to their invites.
fn made(store: &Store, set: &[Rc<Workshop>]) -> Html {
    let Some(first) = set.first() else {
        return Html::default();
    };
    let texts = &store.pack.texts;
    let count = texts.count(Text::RoomsCountOne, Text::RoomsCountMany, set.len());
    let heading = store.pack.row(&[&count, &store.date(first.created)]);
    let id = first.id.to_string();
    let room = |room: &Rc<Workshop>| {
        html! {
            <li><a href={Place::Console(room.id).fragment()} translate="no">{ room.settings.title.clone() }</a></li>
        }
    };
    html! {
        <section key={id.clone()} class="sheet-part" aria-labelledby={["set-", &*id].concat()}>
            <h2 id={["set-", &*id].concat()}>{ heading }</h2>
            <p><a class="button" href={Looked::Split(first.id).place().fragment()}>{ store.text(Text::RoomsSet) }</a></p>
            <ol class="rooms-made">{ for set.iter().map(room) }</ol>
        </section>
    }
}

#[derive(Clone)]
struct Ask {
    handle: WorkshopHandle,
    /// The sets that it was split into before.
    made: Rc<Vec<Vec<Rc<Workshop>>>>,
    typed: UseStateHandle<String>,
    step: UseStateHandle<Step>,
}

impl Ask {
    fn draw(&self) -> Html {
        let (store, workshop) = (&self.handle.store, &self.handle.workshop);
        let possible = workshop.can_be_split();
        let rooms: usize = self.made.iter().map(Vec::len).sum();
        let (heading, lead) = match (rooms, possible) {
            (0, true) => (store.text(Text::RoomsSplit), Text::RoomsSplitLead),
            (0, false) => (store.text(Text::RoomsSplit), Text::RoomsSplitLate),
            _ => {
                let texts = &store.pack.texts;
                let heading = texts.count(Text::RoomsIntoMany, Text::RoomsIntoMany, rooms);
                (heading.into(), Text::RoomsIntoLead)
            }
        };
        let title = match workshop.settings.title.trim() {
            "" => store.text(Text::WorkshopUnnamed),
            title => title.to_owned().into(),
        };
        html! {
            <article class="sheet rooms">
                <header class="sheet-head">
                    <h1 tabindex="-1">{ heading }</h1>
                    <p><a href={Place::Console(workshop.id).fragment()} translate="no">{ title }</a></p>
                    <p class="lead">{ store.text(lead) }</p>
                </header>
                { for self.made.iter().map(|set| made(store, set)) }
                if possible && rooms > 0 {
                    <details class="rooms-more">
                        <summary>{ store.text(Text::RoomsOnceMore) }</summary>
                        <div class="rooms-more-inside">
                            <p>{ store.text(Text::RoomsOnceMoreText) }</p>
                            { self.form() }
                        </div>
                    </details>
                } else if possible {
                    { self.form() }
                }
            </article>
        }
    }

    fn form(&self) -> Html {
        let store = &self.handle.store;
        let oninput = {
            let ask = self.clone();
            Callback::from(move |event: InputEvent| {
                ask.step.set(Step::Asking);
                ask.typed.set(browser::value(&event));
            })
        };
        let onsubmit = {
            let ask = self.clone();
            Callback::from(move |event: SubmitEvent| {
                event.prevent_default();
                ask.make();
            })
        };
        let wrong = (*self.step == Step::Wrong).then_some("true");
        html! {
            <>
            <ReachNotice handle={self.handle.clone()} here={browser::address()} />
            <form class="rooms-split" novalidate=true autocomplete="off" {onsubmit}>
                <div class="field">
                    <label for="rooms-count">{ store.text(Text::RoomsSplitCount) }</label>
                    <input id="rooms-count" type="text" inputmode="numeric" autocomplete="off" aria-required="true" aria-invalid={wrong}
                        aria-describedby="rooms-count-about" value={(*self.typed).clone()} {oninput} />
                    <div id="rooms-count-about" class="hint" aria-live="polite" aria-atomic="true">{ self.about() }</div>
                </div>
                <p>
                    <button type="submit" class="button" data-split="" disabled={*self.step == Step::Making}>{ store.text(Text::RoomsSplitMake) }</button>
                </p>
            </form>
            </>
        }
    }

    /// What follows from the number, or what is wrong.
    fn about(&self) -> Html {
        let store = &self.handle.store;
        let wrong = match *self.step {
            Step::Asking | Step::Making => None,
            Step::Wrong => Some(Text::RoomsSplitWrong),
            Step::Keyless => Some(Text::WorkshopNoKey),
            Step::Failed => Some(Text::RoomsSplitFailed),
        };
        if let Some(wrong) = wrong {
            return html! { <p class="workshop-care">{ store.text(wrong) }</p> };
        }
        let settings = &self.handle.workshop.settings;
        let Some(rooms) = rooms(&self.typed) else {
            return Html::default();
        };
        let (people, least) = (settings.share(rooms).0, settings.minimum.size());
        html! {
            <>
                <p>{ store.fill(Text::RoomsSplitPeople, &[("n", &people.to_string())]) }</p>
                if people < least {
                    <p class="workshop-care">{ store.fill(Text::RoomsSplitSmall, &[("n", &least.to_string())]) }</p>
                }
            </>
        }
    }

    fn make(&self) {
        if *self.step == Step::Making {
            return;
        }
        let Some(rooms) = rooms(&self.typed) else {
            if *self.step == Step::Wrong {
                // The same words again would be no change to hear.
                browser::say(&self.handle.store.text(Text::RoomsSplitWrong));
            }
            self.step.set(Step::Wrong);
            browser::focus("rooms-count");
            return;
        };
        let Some(latest) = self.handle.latest().filter(|latest| latest.can_be_split()) else {
            return;
        };
        if browser::entropy().is_none() {
            if *self.step == Step::Keyless {
                browser::say(&self.handle.store.text(Text::WorkshopNoKey));
            }
            self.step.set(Step::Keyless);
            return;
        }
        self.found(&latest, rooms);
    }

    /// The form goes away when the rooms are there, and its button while they are made.
    fn found(&self, latest: &Workshop, rooms: u32) {
        let store = &self.handle.store;
        let (here, step, making) = (Rc::clone(store), self.step.clone(), self.step.clone());
        let address = latest.address.clone();
        let settings = of_rooms(&store.pack, &latest.settings, rooms, sets_made(&self.made));
        let begun = move || {
            making.set(Step::Making);
            settings
        };
        founded(store, begun, move |mut made| {
            for room in &mut made {
                room.address.clone_from(&address);
            }
            let failed = || matches!(here.state().save, SaveState::Failed(_));
            match keep(made, |action| here.dispatch(action), failed) {
                Some(first) => browser::go(&Looked::Split(first).place().fragment()),
                None => {
                    step.set(Step::Failed);
                    browser::focus("rooms-count");
                }
            }
        });
    }
}
