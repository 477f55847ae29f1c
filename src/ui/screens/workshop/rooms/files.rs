//! The rooms as files, and on paper.

use super::pager::{Of, part, turn};
use super::past::{chosen, made};
use super::process::GatherStep;
use super::{Shown, Stored, View, kept, look_at};
use crate::app::action::Action;
use crate::app::text::Text;
use crate::app::workshop::rooms::RollUpEvent;
use crate::app::workshop::rooms::export::{Together, csv, markdown, picture, report};
use crate::app::workshop::rooms::outline::room_name;
use crate::app::workshop::rooms::past::Earlier;
use crate::browser;
use crate::domain::rollup::file::roll_up_file;
use crate::domain::rollup::gathering::{Gathering, RollUp, RollUpId};
use crate::domain::rollup::picture::Sorting;
use crate::domain::rollup::room::Room;
use crate::domain::rollup::tally::Tallied;
use crate::ui::components::table_form::{TableFormChoice, wanted};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Report,
    Markdown,
    Table,
    Picture,
    Rooms,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::Report,
        Self::Markdown,
        Self::Table,
        Self::Picture,
        Self::Rooms,
    ];

    const fn words(self) -> (Text, &'static str) {
        match self {
            Self::Report => (Text::ExchangeReport, "html"),
            Self::Markdown => (Text::ExchangeMarkdown, "md"),
            Self::Table => (Text::RoomsTakeCsv, "csv"),
            Self::Picture => (Text::RoomsTakeSvg, "svg"),
            Self::Rooms => (Text::RoomsTakeJson, "json"),
        }
    }
}

/// What may be passed on: all of it.
pub(super) fn files(view: &View, shown: &Shown, tallied: &Tallied) -> Html {
    let against = chosen(view, tallied).map(|set| set.id);
    let button = |kind: Kind| {
        let (label, ending) = kind.words();
        let (store, sorting) = (Rc::clone(view.store), view.look.sorting);
        let (shown, stored) = (shown.clone(), Rc::clone(view.stored));
        let (title, others) = (view.title(), Rc::clone(view.others));
        let onclick = move |_: MouseEvent| {
            let mut along = taken_along(&store, &shown, &stored);
            along.title.clone_from(&title);
            let sets = others.iter().filter_map(|(_, read)| read.as_ref().ok());
            let mut earlier = sets
                .filter(|set| Some(set.id) == against)
                .map(|set| made(&store, set));
            make(&store, &along, (sorting, earlier.next()), kind);
        };
        let class = if kind == Kind::Report {
            "button"
        } else {
            "button button-quiet"
        };
        html! { <button type="button" {class} data-take={ending} {onclick}>{ view.text(label) }</button> }
    };
    let print = |_: MouseEvent| browser::print();
    html! {
        <section class="sheet-part screen-only" aria-labelledby="take-along">
            <h2 id="take-along">{ view.text(Text::RoomsTake) }</h2>
            <p>{ view.text(Text::RoomsTakeText) }</p>
            <p class="sheet-actions">
                { for Kind::ALL.map(button) }
                <button type="button" class="button button-quiet" onclick={print}>{ view.text(Text::ResultsPrint) }</button>
            </p>
            <TableFormChoice />
            { leave_out(view) }
        </section>
    }
}

/// The rooms that are looked at, under the name of the set that is kept.
fn taken_along(store: &Store, shown: &Shown, stored: &Stored) -> RollUp {
    let fresh = || RollUp::new(RollUpId(store.inputs().fresh.0), store.inputs().now);
    let mut roll_up = kept(stored).cloned().unwrap_or_else(fresh);
    if let Shown::Found(rooms) = shown {
        roll_up.rooms = Gathering::clone(rooms);
    }
    roll_up
}

fn make(store: &Rc<Store>, roll_up: &RollUp, (sorting, earlier): (Sorting, Option<Earlier>), kind: Kind) {
    let inputs = store.inputs();
    let together = Together {
        pack: &store.pack,
        roll_up,
        sorting,
        earlier,
        today: inputs.today,
        now: inputs.now,
    };
    let text = match kind {
        Kind::Report => report(&together),
        Kind::Markdown => markdown(&together),
        Kind::Table => csv(&together, wanted(&store.state())),
        Kind::Picture => picture(&together),
        Kind::Rooms => roll_up_file(roll_up, store.pack.checklist.version, inputs.now),
    };
    let (_, ending) = kind.words();
    store.dispatch(Action::Exported {
        name: together.file_name(ending),
        text,
        copy: None,
    });
}

/// Rooms of a kept set that can be left out, and the one that was, to be taken back. Not while files are read: they are put together with what
/// was there before them.
fn leave_out(view: &View) -> Html {
    let is_reading = matches!(view.handle.process.borrow().step, GatherStep::Reading(..));
    let Some(kept) = view.kept().filter(|_| !is_reading) else {
        return Html::default();
    };
    let id = kept.id;
    let item = |room: &Room| {
        let name = room_name(&view.store.pack, room);
        let texts = &view.store.pack.texts;
        let label = texts.about(&view.text(Text::RoomsLeaveOut), &name);
        let (handle, look, room) = (view.handle.clone(), view.look.clone(), room.clone());
        // Another room than before must not come under a button that has the focus.
        let key = format!("{:?}", room.name);
        let onclick = move |_: MouseEvent| {
            let came = handle.leave_out(&room);
            handle
                .store
                .dispatch(RollUpEvent::LeftOut(room.name.clone()).of(id));
            look_at(&look, |look| look.left_out = Some((room.clone(), came)));
            browser::after_paint(|| browser::focus("left-out"));
        };
        html! {
            <li {key}>
                <span translate="no">{ name }</span>{ " " }
                <button type="button" class="link" aria-label={label} {onclick}>{ view.text(Text::RoomsLeaveOut) }</button>
            </li>
        }
    };
    let rooms = kept.rooms.rooms();
    html! {
        <>
        { left_out(view, id) }
        <details>
            <summary>{ view.text(Text::RoomsLeaveOut) }</summary>
            { turn(view, Of::Kept, Text::RoomsLeaveOut, rooms.len()) }
            <ul>{ for part(view, Of::Kept, rooms).iter().map(item) }</ul>
        </details>
        </>
    }
}

fn left_out(view: &View, id: RollUpId) -> Html {
    let Some((room, came)) = view.look.left_out.clone() else {
        return Html::default();
    };
    let words = view.fill(
        Text::RoomsLeftOut,
        &[("room", &room_name(&view.store.pack, &room))],
    );
    let (handle, look) = (view.handle.clone(), view.look.clone());
    let onclick = move |_: MouseEvent| {
        let mut rooms = Gathering::default();
        rooms.take(room.clone());
        // What came in with it is kept by now, unless it still waits.
        if let Some(room) = came.clone().and_then(|came| handle.take_back(came)) {
            rooms.take(room);
        }
        handle.store.dispatch(RollUpEvent::Kept(Rc::new(rooms)).of(id));
        look_at(&look, |look| look.left_out = None);
        browser::say(&handle.store.text(Text::NoticeUndone));
    };
    html! {
        <p class="sheet-actions">
            <span id="left-out" tabindex="-1">{ words }</span>
            <button type="button" class="button button-quiet" data-rooms="undo" {onclick}>{ view.text(Text::NoticeUndo) }</button>
        </p>
    }
}
