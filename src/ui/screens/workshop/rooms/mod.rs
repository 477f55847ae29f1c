//! Many rooms in one picture: files in, what is in them, the picture, and out again.

mod files;
mod folded;
mod found;
mod invites;
mod kept;
mod pager;
mod past;
mod picture;
mod plans;
mod process;
mod split;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
mod wall;

use crate::app::text::Text;
use crate::app::workshop::Missing;
use crate::app::workshop::rooms::outline::RoomsOutline;
use crate::app::workshop::rooms::{Looked, RollUpEvent, place, roll_up, roll_ups};
use crate::browser;
use crate::domain::question::AreaId;
use crate::domain::record::{roll_up_id, roll_up_key};
use crate::domain::rollup::gathering::{Gathering, RollUp, RollUpId};
use crate::domain::rollup::picture::Sorting;
use crate::domain::rollup::room::Room;
use crate::domain::rollup::tally::Tallied;
use crate::ui::components::question::tell;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use process::{GatherStep, Handle, OpenedFile, Process, Rest};
use std::rc::Rc;

/// The screen of what stands behind its place in the link.
pub fn rooms(store: &Rc<Store>, behind: &str) -> Html {
    match Looked::parse(behind) {
        Some(Looked::Files) => html! { <Screen key={behind} id={None::<RollUpId>} /> },
        Some(Looked::Kept(id)) => html! { <Screen key={behind} {id} /> },
        Some(Looked::Wall(id)) => html! { <wall::Wall key={behind} {id} /> },
        Some(Looked::Split(id)) => html! { <split::Split key={behind} {id} /> },
        None => not_here(store),
    }
}

fn not_here(store: &Store) -> Html {
    html! {
        <article class="sheet">
            <header class="sheet-head">
                <h1 tabindex="-1">{ store.text(Text::RoomsNotHere) }</h1>
                <p class="lead">{ store.text(Text::RoomsNotHereText) }</p>
                <p><a class="button button-quiet" href={place(None).fragment()}>{ store.text(Text::RoomsTitle) }</a></p>
            </header>
        </article>
    }
}

/// Whose ideas these are, in the head of what is printed: at its foot it could be all that stands on the last page.
fn source(store: &Store) -> Html {
    html! { <p class="rooms-source">{ AttrValue::from(store.pack.words.source_line()) }</p> }
}

#[derive(Clone, PartialEq, Properties)]
struct ScreenProps {
    id: Option<RollUpId>,
}

/// Rooms of which each has a line on paper. Thousands would only slow the screen down: their report has them all.
const ON_PAPER: usize = 200;

/// What is looked at, and from where in what is many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Look {
    sorting: Sorting,
    /// By [`pager::Of`].
    from: [usize; 6],
    /// None until somebody has chosen: then it is the first.
    area: Option<AreaId>,
    against: Option<RollUpId>,
    /// The room that was left out last: as it was kept, and as it was among those that came in.
    left_out: Option<(Room, Option<Room>)>,
}

/// Looks at something else.
fn look_at(look: &UseStateHandle<Look>, change: impl FnOnce(&mut Look)) {
    let mut then = Look::clone(look);
    change(&mut then);
    look.set(then);
}

/// The set that is kept, and what there is to tell of its rooms: worked out once for every change of its record.
#[hook]
fn use_kept(id: Option<RollUpId>) -> (Rc<Stored>, Rc<Tallied>) {
    let store = use_store();
    let text = use_selector(move |state, _| {
        let raw = id.and_then(|id| state.raw_records.get(&roll_up_key(id)));
        raw.map(|raw| Rc::clone(&raw.text))
    });
    let stored = {
        let store = Rc::clone(&store);
        use_memo(Rc::clone(&text), move |_| {
            id.map(|id| roll_up(&store.state(), id))
        })
    };
    let tallied = {
        let (store, stored) = (Rc::clone(&store), Rc::clone(&stored));
        use_memo(text, move |_| {
            let rooms = kept(&stored).map_or(&[][..], |kept| kept.rooms.rooms());
            Tallied::of(&store.pack.checklist, rooms)
        })
    };
    (stored, tallied)
}

/// The sets on this device.
type Sets = Vec<(RollUpId, Result<RollUp, Missing>)>;

/// The other ones, read once for every change of theirs.
#[hook]
fn use_others(id: Option<RollUpId>) -> Rc<Sets> {
    let store = use_store();
    let others = use_selector(move |state, _| {
        let raw = state.raw_records.iter();
        let others = raw.filter(|(key, _)| roll_up_id(key).is_some_and(|other| Some(other) != id));
        others.map(|(_, raw)| Rc::clone(&raw.text)).collect::<Vec<_>>()
    });
    use_memo(others, move |_| roll_ups(&store.state(), id))
}

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let store = use_store();
    let handle = Handle {
        store: Rc::clone(&store),
        process: use_mut_ref(Process::default),
        redraw: use_force_update(),
    };
    let look = use_state_eq(Look::default);
    let id = props.id;
    let (stored, tallied) = use_kept(id);
    let others = use_others(id);
    let step = handle.process.borrow().step;
    use_effect_with(step, |step| {
        if matches!(step, GatherStep::Found(_)) {
            browser::focus("found");
        }
    });
    {
        let store = Rc::clone(&store);
        // The first day that a browser writes out takes it as long as dozens of files: it comes before them.
        use_effect_with((), move |()| {
            browser::when_idle(move || drop(store.day(store.inputs().today)));
        });
    }
    let view = View {
        store: &store,
        handle: &handle,
        look: &look,
        stored: &stored,
        tallied: &tallied,
        others: &others,
    };
    view.draw()
}

/// What every part of the screen is drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    handle: &'a Handle,
    look: &'a UseStateHandle<Look>,
    stored: &'a Rc<Stored>,
    /// Of the rooms that are kept.
    tallied: &'a Rc<Tallied>,
    /// The other sets on this device.
    others: &'a Rc<Sets>,
}

/// The set that is kept, if this is the screen of one.
type Stored = Option<Result<RollUp, Missing>>;

/// The rooms that are looked at: those that came in upon those that are kept, or those that are kept.
#[derive(Clone)]
enum Shown {
    Found(Rc<Gathering>),
    Kept(Rc<Stored>),
}

impl Shown {
    fn rooms(&self) -> &[Room] {
        match self {
            Self::Found(rooms) => rooms.rooms(),
            Self::Kept(stored) => kept(stored).map_or(&[], |kept| kept.rooms.rooms()),
        }
    }
}

fn kept(stored: &Stored) -> Option<&RollUp> {
    stored.as_ref()?.as_ref().ok()
}

impl View<'_> {
    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        self.store.fill(text, values)
    }

    fn kept(&self) -> Option<&RollUp> {
        kept(self.stored)
    }

    fn shown(&self) -> Shown {
        let process = self.handle.process.borrow();
        match process.step {
            GatherStep::Found(_) => Shown::Found(Rc::clone(&process.rooms)),
            GatherStep::Idle | GatherStep::Reading(..) => Shown::Kept(Rc::clone(self.stored)),
        }
    }

    /// What the rooms are called together, as far as somebody has said.
    fn title(&self) -> String {
        match self.kept() {
            Some(kept) => kept.title.clone(),
            None => {
                let process = self.handle.process.borrow();
                process.set().map_or_else(String::new, |(_, title)| title.clone())
            }
        }
    }

    fn tallied(&self) -> Rc<Tallied> {
        let process = self.handle.process.borrow();
        Rc::clone(match process.step {
            GatherStep::Found(_) => &process.tallied,
            GatherStep::Idle | GatherStep::Reading(..) => self.tallied,
        })
    }

    fn draw(&self) -> Html {
        if let Some(Err(_)) = **self.stored {
            return not_here(self.store);
        }
        let shown = self.shown();
        let rooms = shown.rooms();
        let tallied = self.tallied();
        let in_words = |day| self.store.day(day).to_string();
        let (pack, sorting) = (&self.store.pack, self.look.sorting);
        let outline = RoomsOutline::told(pack, &self.title(), (rooms, &tallied), sorting, &in_words);
        html! {
            <article class="sheet rooms">
                { self.head(&outline, rooms) }
                { self.choose() }
                { found::found(self) }
                if !rooms.is_empty() {
                    { picture::all(self, &outline, folded::folded(self, &outline, rooms)) }
                    { picture::each(self, &outline, rooms) }
                    if self.handle.process.borrow().rest == Rest::Drawn {
                        { picture::one(self, &outline, rooms) }
                        if rooms.len() <= ON_PAPER {
                            { picture::on_paper(self, &outline, rooms) }
                        }
                        { plans::plans(self, pager::Of::Plans, &outline.plans) }
                        { plans::plans(self, pager::Of::Before, &outline.kept) }
                        { past::past(self, &outline, rooms, &tallied) }
                        { files::files(self, &shown, &tallied) }
                    }
                }
                if self.stored.is_none() && rooms.is_empty() {
                    { kept::kept(self) }
                }
            </article>
        }
    }

    fn head(&self, outline: &RoomsOutline, rooms: &[Room]) -> Html {
        html! {
            <header class="sheet-head">
                <h1 tabindex="-1" data-title={(!rooms.is_empty()).then(|| self.window(outline))} translate={self.kept().is_some().then_some("no")}>
                    { outline.title.clone() }
                </h1>
                if rooms.is_empty() {
                    <p class="lead">{ self.text(Text::RoomsLead) }</p>
                } else {
                    <p class="hint">{ outline.subtitle.clone() }</p>
                }
                { for outline.notes.iter().map(|note| html! { <p class="notice">{ note.clone() }</p> }) }
                <p class="hint">{ self.text(Text::RoomsProtected) }</p>
                if let Some(kept) = self.kept() {
                    { self.name(kept) }
                }
                { source(self.store) }
            </header>
        }
    }

    /// What it is and the days that it covers; today where it has none.
    fn window(&self, outline: &RoomsOutline) -> AttrValue {
        let today = || self.store.day(self.store.inputs().today).to_string();
        let days = outline.days.clone().unwrap_or_else(today);
        self.store.pack.row(&[&*outline.title, &*days]).into()
    }

    fn name(&self, kept: &RollUp) -> Html {
        let id = kept.id;
        let store = Rc::clone(self.store);
        let onchange = Callback::from(move |event: Event| {
            store.dispatch(RollUpEvent::Named(browser::value(&event).trim().to_owned()).of(id));
            tell(&store, "");
        });
        // Of more rooms a letter would take too long to be written.
        let few = kept.rooms.rooms().len() <= ON_PAPER;
        let oninput = few.then(|| self.store.on_input(move |title| RollUpEvent::Named(title).of(id)));
        let words = self.text(Text::RoomsWall);
        let label = [&*words, " (", &*self.text(Text::WorkshopNewWindow), ")"].concat();
        html! {
            <>
            <p class="field screen-only">
                <label for="rooms-name">{ self.text(Text::RoomsName) }</label>
                <input id="rooms-name" type="text" maxlength="120" value={kept.title.clone()} {oninput} {onchange} />
            </p>
            <p class="screen-only">
                <a class="button button-quiet" target={["oxymoron-rooms-", &id.to_string()].concat()} aria-label={label}
                    href={Looked::Wall(id).place().fragment()}>{ words }</a>
            </p>
            </>
        }
    }

    /// The file input, and a place to drop files.
    fn choose(&self) -> Html {
        let (handle, stored) = (self.handle.clone(), Rc::clone(self.stored));
        let reading = move || {
            let (here, heard, store) = (handle.clone(), handle.clone(), Rc::clone(&handle.store));
            let stored = Rc::clone(&stored);
            browser::ManyFiles {
                step: Box::new(move |file: &mut OpenedFile| file.step(&store)),
                heard: Box::new(move |read, total| heard.heard(read, total)),
                done: Box::new(move |files| {
                    let rooms = kept(&stored).map(|kept| kept.rooms.clone());
                    here.read(rooms.unwrap_or_default(), files);
                }),
            }
        };
        let reading_too = reading.clone();
        let onchange = Callback::from(move |event: Event| browser::read_all_chosen(&event, reading()));
        let ondrop = Callback::from(move |event: DragEvent| browser::read_all_dropped(&event, reading_too()));
        let ondragover = Callback::from(|event: DragEvent| browser::allow_drop(&event));
        let step = self.handle.process.borrow().step;
        let label = match step {
            GatherStep::Found(_) => Text::RoomsMore,
            _ if self.stored.is_some() => Text::RoomsMore,
            _ => Text::RoomsChoose,
        };
        html! {
            <div class="take-drop screen-only" {ondrop} {ondragover}>
                <label for="rooms-files">{ self.text(label) }</label>
                <input id="rooms-files" type="file" multiple=true disabled={matches!(step, GatherStep::Reading(..))} {onchange}
                    accept=".csv,.txt,.json,.html,.htm,.mht,.mhtml,.eml,.zip,text/csv,application/json,text/html,application/zip" />
                <span class="hint">{ self.text(Text::RoomsDrop) }</span>
                <p aria-live="polite" aria-atomic="true">
                    if let GatherStep::Reading(n, total) = step {
                        { self.fill(Text::RoomsReading, &[("n", &n.to_string()), ("total", &total.to_string())]) }
                    }
                </p>
            </div>
        }
    }
}
