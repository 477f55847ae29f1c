//! The picture for the plenary: large, with nothing to press but the way back. It follows the record, whichever window changes it.

use super::not_here;
use crate::app::text::Text;
use crate::app::workshop::rooms::outline::{AreaRow, CellWords, RoomsOutline, cell, room_name};
use crate::app::workshop::rooms::{place, roll_up};
use crate::browser;
use crate::domain::level::Level;
use crate::domain::record::roll_up_key;
use crate::domain::rollup::gathering::{RollUp, RollUpId};
use crate::domain::rollup::picture::Sorting;
use crate::domain::rollup::room::Room;
use crate::domain::rollup::set::RoomSet;
use crate::domain::workshop::split::numbered;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// Rooms that have a column each; of more there is what all of them say together.
const MOST: usize = 20;
/// Areas that are named as those in which rooms differ most.
const FIRST: usize = 3;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WallProps {
    pub(super) id: RollUpId,
}

#[component]
pub(super) fn Wall(props: &WallProps) -> Html {
    let store = use_store();
    let id = props.id;
    let text = use_selector(move |state, _| {
        state
            .raw_records
            .get(&roll_up_key(id))
            .map(|raw| Rc::clone(&raw.text))
    });
    let stored = {
        let store = Rc::clone(&store);
        use_memo(text, move |_| roll_up(&store.state(), id))
    };
    use_effect_with((), |()| {
        let awake = browser::stay_awake(|_| ());
        move || drop(awake)
    });
    match &*stored {
        Ok(roll_up) => drawn(&store, roll_up),
        Err(_) => not_here(&store),
    }
}

fn drawn(store: &Rc<Store>, roll_up: &RollUp) -> Html {
    let rooms = roll_up.rooms.rooms();
    let in_words = |day| store.day(day).to_string();
    let outline = RoomsOutline::of(&store.pack, &roll_up.title, rooms, Sorting::Apart, &in_words);
    html! {
        <article class="rooms-wall">
            <header class="rooms-wall-head">
                <h1 tabindex="-1" translate="no">{ outline.title.clone() }</h1>
                <p>{ outline.subtitle.clone() }</p>
                { for outline.notes.iter().map(|note| html! { <p>{ note.clone() }</p> }) }
                <a href={place(Some(roll_up.id)).fragment()}>{ store.text(Text::RoomsWallBack) }</a>
            </header>
            { apart(store, &outline) }
            { table(store, &outline, rooms) }
            { legend(store, &outline, rooms) }
        </article>
    }
}

/// Where rooms differ most, with both figures; nothing where no two rooms can be compared.
fn apart(store: &Store, outline: &RoomsOutline) -> Html {
    let known: Vec<_> = outline
        .areas
        .iter()
        .filter(|area| !area.between.is_empty())
        .collect();
    if known.is_empty() {
        return Html::default();
    }
    let figure = |text, words: &str| {
        let label = [&*store.text(text), &*store.colon()].concat();
        html! { <span>{ label }<b>{ words.to_owned() }</b></span> }
    };
    let item = |area: &&AreaRow| {
        html! {
            <li>
                <strong>{ AttrValue::from(area.name.clone()) }</strong>
                { figure(Text::RoomsColumnInside, &area.inside) }
                { figure(Text::RoomsColumnBetween, &area.between) }
            </li>
        }
    };
    html! {
        <section class="rooms-wall-apart" aria-labelledby="apart">
            <h2 id="apart">{ store.text(Text::RoomsSortApart) }</h2>
            <ol>{ for known.iter().take(FIRST).map(item) }</ol>
        </section>
    }
}

/// Rooms with a column each.
fn beside(rooms: &[Room]) -> &[Room] {
    if rooms.len() > MOST { &[] } else { rooms }
}

fn table(store: &Store, outline: &RoomsOutline, rooms: &[Room]) -> Html {
    let beside = beside(rooms);
    let set = RoomSet::of(rooms).is_some();
    let column = |room: &Room| {
        let name = room_name(&store.pack, room);
        let number = numbered(&name).filter(|_| set).map(|(_, number)| number);
        html! {
            <th scope="col" translate="no">
                <div class="rooms-wall-column" dir="ltr">
                    if let Some(number) = number {
                        <span aria-hidden="true">{ number }</span><span class="unseen">{ name }</span>
                    } else {
                        <span class="rooms-wall-name" dir="auto">{ name }</span>
                    }
                </div>
            </th>
        }
    };
    let row = |area: &AreaRow| {
        html! {
            <tr key={area.area.to_string()}>
                <th scope="row">{ AttrValue::from(area.name.clone()) }</th>
                { for beside.iter().map(|room| place_of(store, &cell(&store.pack, room, area.area))) }
                { place_of(store, &area.all) }
                <td class="rooms-wall-words">{ area.all.words.clone() }</td>
            </tr>
        }
    };
    html! {
        <table class="rooms-wall-table">
            <caption class="unseen">{ store.text(Text::RoomsEachTable) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ store.text(Text::ResultsColumnArea) }</th>
                    { for beside.iter().map(column) }
                    <th scope="colgroup" colspan="2">{ store.text(Text::RoomsAll) }</th>
                </tr>
            </thead>
            <tbody>{ for outline.areas.iter().map(row) }</tbody>
        </table>
    }
}

/// The middle as a figure from 1 to 5 over a bar as long; a dash where there is none. A bar begins on the left in every language, and so does
/// what stands above it.
fn place_of(store: &Store, cell: &CellWords) -> Html {
    let figure = match cell.at {
        None => "–".to_owned(),
        Some(at) if at % 10 == 0 => (at / 10).to_string(),
        Some(at) => store.pack.texts.decimal(at.unsigned_abs(), 1),
    };
    html! {
        <td>
            <div class="rooms-wall-column" dir="ltr">
                <span aria-hidden="true">{ figure }</span><span class="unseen">{ cell.words.clone() }</span>
                if let Some(at) = cell.at {
                    <svg class="rooms-wall-bar" viewBox="0 0 50 6" preserveAspectRatio="none" aria-hidden="true" data-level={(at / 10).to_string()}>
                        <rect class="rooms-wall-track" width="50" height="6" />
                        <rect class="rooms-wall-place" width={at.to_string()} height="6" />
                    </svg>
                }
            </div>
        </td>
    }
}

/// What the figures stand for.
fn legend(store: &Store, outline: &RoomsOutline, rooms: &[Room]) -> Html {
    let levels = (1..).zip(Level::ALL).map(|(number, level): (u32, Level)| {
        let word = store.pack.words.level(level);
        html! { <li><b>{ number }</b>{ " " }{ AttrValue::from(word) }</li> }
    });
    let hides = |area: &AreaRow| {
        let mut cells = beside(rooms)
            .iter()
            .map(|room| cell(&store.pack, room, area.area));
        area.all.at.is_none() || cells.any(|cell| cell.at.is_none())
    };
    html! {
        <ol class="rooms-wall-legend">
            { for levels }
            if outline.areas.iter().any(hides) {
                <li><b>{ "–" }</b>{ " " }{ store.text(Text::RoomsWallNone) }</li>
            }
        </ol>
    }
}
