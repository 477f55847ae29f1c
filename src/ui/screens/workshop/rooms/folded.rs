//! The picture where there is no room for a table: a line for each area, which unfolds to its rooms.

use super::View;
use super::pager::{Of, part, turn};
use super::picture::{figure, middle};
use super::process::Rest;
use crate::app::text::Text;
use crate::app::workshop::rooms::outline::{AreaRow, RoomsOutline, cell, room_name};
use crate::domain::rollup::room::Room;
use crate::domain::rollup::set::RoomSet;
use crate::ui::prelude::*;

/// So many rooms stand below one another without being turned to.
const UNFOLDED: usize = 20;

/// Every area with all of its rooms, or with those that are turned to.
pub(super) fn folded(view: &View, outline: &RoomsOutline, rooms: &[Room]) -> Html {
    let all = rooms.len() <= UNFOLDED;
    let set = RoomSet::of(rooms).map_or("", |set| set.name);
    let shown = if all { rooms } else { part(view, Of::Rooms, rooms) };
    html! {
        <div class="rooms-narrow">
            if !all {
                { turn(view, Of::Rooms, Text::RoomsEach, rooms.len()) }
            }
            <ol class="rooms-lines">{ for outline.areas.iter().map(|area| line(view, area, shown, set)) }</ol>
        </div>
    }
}

/// An area. `set` is what the rooms are called together, which the heading says already.
fn line(view: &View, area: &AreaRow, rooms: &[Room], set: &str) -> Html {
    let entry = |class: &'static str, term: AttrValue, words: Html| {
        html! { <div {class}><dt>{ term }</dt><dd>{ words }</dd></div> }
    };
    let apart = [
        (Text::RoomsColumnInside, &area.inside),
        (Text::RoomsColumnBetween, &area.between),
    ];
    let apart = apart.into_iter().filter(|(_, words)| !words.is_empty());
    let of = |room: &Room| {
        let name = room_name(&view.store.pack, room);
        let own = name.strip_prefix(set).unwrap_or(&name);
        let own = own.trim_start_matches([',', '،', ' ']).to_owned();
        entry(
            "rooms-one",
            view.store.pack.isolated(&own).into(),
            middle(&cell(&view.store.pack, room, area.area)),
        )
    };
    html! {
        <li key={area.area.to_string()}>
            <details class="rooms-line">
                <summary>
                    <span class="rooms-line-number" aria-hidden="true">{ area.number }</span>
                    <h3>{ AttrValue::from(area.name.clone()) }</h3>
                    { middle(&area.all) }
                </summary>
                if view.handle.process.borrow().rest == Rest::Drawn {
                    <dl class="rooms-inside">
                        { for apart.map(|(term, words)| entry("rooms-apart", view.text(term), figure(words))) }
                        { for rooms.iter().map(of) }
                    </dl>
                }
            </details>
        </li>
    }
}
