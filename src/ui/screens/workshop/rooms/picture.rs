//! The picture: all rooms together, room by room, and one area in every room.

use super::pager::{Of, part, turn};
use super::{View, look_at};
use crate::app::text::Text;
use crate::app::workshop::figures;
use crate::app::workshop::rooms::outline::{AreaRow, CellWords, RoomsOutline, cell, room_name};
use crate::browser;
use crate::domain::rollup::picture::Sorting;
use crate::domain::rollup::room::Room;
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;

fn heading(area: &AreaRow) -> Html {
    html! { { format!("{}. {}", area.number, area.name) } }
}

/// Where the middle stands on a line of five places, and its word.
pub(super) fn middle(cell: &CellWords) -> Html {
    let Some(at) = cell.at else {
        return html! { <span class="rooms-quiet">{ cell.words.clone() }</span> };
    };
    html! {
        <span class="rooms-cell">
            <svg class="rooms-place" viewBox="0 0 52 12" aria-hidden="true" data-level={(at / 10).to_string()}>
                <path d="M6 6h40M6 3v6M16 4v4M26 4v4M36 4v4M46 3v6" />
                <circle cx={(at - 4).to_string()} cy="6" r="5" />
            </svg>
            <span>{ cell.words.clone() }</span>
        </span>
    }
}

/// How far apart, as a number of levels.
pub(super) fn figure(words: &str) -> Html {
    html! { <span class="rooms-figure">{ words.to_owned() }</span> }
}

/// Every area over all rooms: as a table, and as it is folded where there is no room for one.
pub(super) fn all(view: &View, outline: &RoomsOutline, folded: Html) -> Html {
    let columns: Vec<_> = outline
        .columns()
        .into_iter()
        .map(|text| view.text(text))
        .collect();
    let apart = outline.tells_apart();
    let row = |area: &AreaRow| {
        let figures = [&area.inside, &area.between].into_iter().filter(|_| apart);
        Row {
            key: Some(area.area.to_string()),
            class: None,
            heading: heading(area),
            cells: [middle(&area.all)]
                .into_iter()
                .chain(figures.map(|words| figure(words)))
                .collect(),
        }
    };
    html! {
        <section class="sheet-part" aria-labelledby="areas">
            <h2 id="areas">{ view.text(Text::RoomsAreas) }</h2>
            if apart {
                { sort(view) }
            }
            { folded }
            <div class="rooms-wide">
                { stacking(Some("rooms-areas"), view.text(Text::RoomsAreasTable), &columns, outline.areas.iter().map(row)) }
            </div>
            <p class="hint">{ view.text(outline.about_apart()) }</p>
        </section>
    }
}

fn sort(view: &View) -> Html {
    let look = view.look.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(sorting) = Sorting::from_name(&browser::value(&event)) {
            look_at(&look, |look| look.sorting = sorting);
        }
    });
    let option = |sorting: Sorting| {
        let label = match sorting {
            Sorting::Apart => Text::RoomsSortApart,
            Sorting::Lowest => Text::RoomsSortLowest,
            Sorting::Divided => Text::RoomsSortDivided,
            Sorting::Instrument => Text::RoomsSortInstrument,
        };
        let selected = sorting == view.look.sorting;
        html! { <option value={sorting.name()} {selected}>{ view.text(label) }</option> }
    };
    html! {
        <p class="field sheet-choice screen-only">
            <label for="rooms-sort">{ view.text(Text::RoomsSort) }</label>
            <select id="rooms-sort" {onchange}>{ for Sorting::ALL.map(option) }</select>
        </p>
    }
}

/// Areas by rooms, some rooms at a time.
pub(super) fn each(view: &View, outline: &RoomsOutline, rooms: &[Room]) -> Html {
    let part = part(view, Of::Rooms, rooms);
    let names = part.iter().map(|room| {
        view.store
            .pack
            .isolated(&room_name(&view.store.pack, room))
            .into()
    });
    let columns: Vec<AttrValue> = [view.text(Text::ResultsColumnArea)]
        .into_iter()
        .chain(names)
        .collect();
    let row = |area: &AreaRow| Row {
        key: Some(area.area.to_string()),
        class: None,
        heading: heading(area),
        cells: part
            .iter()
            .map(|room| middle(&cell(&view.store.pack, room, area.area)))
            .collect(),
    };
    html! {
        <section class="sheet-part screen-only rooms-wide" aria-labelledby="each">
            <h2 id="each">{ view.text(Text::RoomsEach) }</h2>
            { turn(view, Of::Rooms, Text::RoomsEach, rooms.len()) }
            { stacking(Some("rooms-table"), view.text(Text::RoomsEachTable), &columns, outline.areas.iter().map(row)) }
        </section>
    }
}

/// The same on paper: a row for each room, and the middle as a figure, so that forty rooms are one page. Of three or four votes there are their
/// counts.
pub(super) fn on_paper(view: &View, outline: &RoomsOutline, rooms: &[Room]) -> Html {
    let pack = &view.store.pack;
    let mut areas: Vec<_> = outline.areas.iter().collect();
    areas.sort_by_key(|area| area.number);
    let head = |area: &&AreaRow| html! { <th scope="col">{ area.number }</th> };
    let cells = |room: &Room| {
        areas
            .iter()
            .map(|area| cell(pack, room, area.area))
            .collect::<Vec<_>>()
    };
    let rows: Vec<_> = rooms
        .iter()
        .map(|room| (room_name(pack, room), cells(room)))
        .collect();
    let row = |(name, cells): &(String, Vec<CellWords>)| {
        html! {
            <tr>
                <th scope="row"><bdi translate="no">{ name.clone() }</bdi></th>
                { for cells.iter().map(|cell| html! { <td>{ figure_on_paper(view, cell) }</td> }) }
            </tr>
        }
    };
    let mut all = rows.iter().flat_map(|(_, cells)| cells);
    let few = all.clone().find(|cell| cell.counts.is_some());
    let none = all.find(|cell| cell.at.is_none() && cell.counts.is_none());
    let meant = [(few, Text::SheetDotsOnly), (none, Text::RoomsWallNone)];
    let meant = meant.into_iter().filter_map(|(cell, text)| {
        let figure = figure_on_paper(view, cell?);
        Some(html! { <p class="rooms-printed">{ figure }{ " " }{ view.text(text) }</p> })
    });
    html! {
        <>
            <table class="figures rooms-paper">
                <caption>{ view.text(Text::RoomsPaper) }</caption>
                <thead><tr><th scope="col">{ view.text(Text::RoomsColumnRoom) }</th>{ for areas.iter().map(head) }</tr></thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
            { for meant }
        </>
    }
}

fn figure_on_paper(view: &View, cell: &CellWords) -> Html {
    let counts = cell
        .counts
        .map(|counts| counts.map(|count| count.to_string()).join("·"));
    let middle = cell
        .at
        .map(|at| view.store.pack.texts.decimal(at.unsigned_abs(), 1));
    html! { <bdi dir="ltr">{ middle.or(counts).unwrap_or_else(|| "–".to_owned()) }</bdi> }
}

/// One area: all rooms together, and each of those beside one another above.
pub(super) fn one(view: &View, outline: &RoomsOutline, rooms: &[Room]) -> Html {
    let chosen = |known: &&AreaRow| Some(known.area) == view.look.area;
    let Some(area) = outline.areas.iter().find(chosen).or(outline.areas.first()) else {
        return Html::default();
    };
    let look = view.look.clone();
    let onchange = Callback::from(move |event: Event| {
        let area = browser::value(&event).parse().ok();
        look_at(&look, |look| look.area = area);
    });
    let option = |known: &AreaRow| {
        let (value, selected) = (known.area.to_string(), known.area == area.area);
        html! { <option key={value.clone()} {value} {selected}>{ heading(known) }</option> }
    };
    let counts = |room: &Room| room.area(area.area).map(|votes| votes.counts());
    let all = (area.shown > 0).then(|| area.votes.counts());
    html! {
        <section class="sheet-part screen-only" aria-labelledby="one">
            <h2 id="one">{ view.text(Text::RoomsArea) }</h2>
            <p class="field sheet-choice screen-only">
                <label for="rooms-area">{ view.text(Text::RoomsAreaChoose) }</label>
                <select id="rooms-area" {onchange}>{ for outline.areas.iter().map(option) }</select>
            </p>
            // Beside a table the way to further rooms is above it.
            <div class="rooms-narrow">{ turn(view, Of::Rooms, Text::RoomsArea, rooms.len()) }</div>
            <ul class="rooms-strips">
                { strip(view, &Name::Said(view.text(Text::RoomsAll)), &area.all, all) }
                { for part(view, Of::Rooms, rooms).iter().map(|room| {
                    let name = Name::Typed(room_name(&view.store.pack, room));
                    strip(view, &name, &cell(&view.store.pack, room, area.area), counts(room))
                }) }
            </ul>
        </section>
    }
}

/// What is above a strip.
enum Name {
    Said(AttrValue),
    /// By whoever gave the room its name.
    Typed(String),
}

/// Where the columns stand, in the units of the picture.
const BASE: u64 = 44;
const TALLEST: u64 = 34;

/// Five columns with their counts, as high as their share of the room; a room that shows nothing says so.
fn strip(view: &View, name: &Name, cell: &CellWords, counts: Option<[u32; 5]>) -> Html {
    let (name, heading) = match name {
        Name::Said(name) => (&**name, name.into()),
        Name::Typed(name) => (&**name, html! { <bdi translate="no">{ name.clone() }</bdi> }),
    };
    html! {
        <li class="rooms-strip">
            <h3>{ heading }</h3>
            if let Some(counts) = counts {
                { columns(view, name, cell, counts) }
            }
            <p>{ cell.words.clone() }</p>
        </li>
    }
}

fn columns(view: &View, name: &str, cell: &CellWords, counts: [u32; 5]) -> Html {
    let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    let spoken = view.store.list(&figures::each_count(&view.store.pack, counts));
    let values = [("room", name), ("words", &*cell.words), ("counts", &*spoken)];
    let column = |(level, count): (u64, u32)| {
        let (x, height) = (24 * level - 12, (TALLEST * u64::from(count)).div_ceil(all.max(1)));
        let top = BASE - height;
        html! {
            <>
                if count > 0 {
                    <rect data-level={level.to_string()} x={(x - 9).to_string()} y={top.to_string()} width="18" height={height.to_string()} />
                }
                <text x={x.to_string()} y={(top - 3).to_string()} text-anchor="middle">{ count }</text>
                <text x={x.to_string()} y="56" text-anchor="middle">{ level }</text>
            </>
        }
    };
    html! {
        <svg class="rooms-picture" viewBox="0 -6 120 66" role="img" aria-label={view.fill(Text::RoomsStrip, &values)}>
            <line x1="2" x2="118" y1="44" y2="44" />
            <g aria-hidden="true">{ for (1..).zip(counts).map(column) }</g>
        </svg>
    }
}
