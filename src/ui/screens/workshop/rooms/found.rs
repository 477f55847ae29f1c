//! What was in the files, before anything of it is kept.

use super::View;
use super::process::{Line, Process, Stage};
use crate::app::text::Text;
use crate::app::workshop::rooms::{RollUpEvent, place};
use crate::browser;
use crate::domain::rollup::file::Kind;
use crate::domain::rollup::gathering::{RollUpId, Taken};
use crate::domain::rollup::room::Copy;
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;

/// Rows that are drawn; those to look at come first.
const MOST: usize = 60;
/// Sentences about files that are drawn.
const MOST_NOTES: usize = 40;

pub(super) fn found(view: &View) -> Html {
    let process = view.handle.process.borrow();
    let Stage::Found(files) = process.stage else {
        return Html::default();
    };
    let rooms = process.lines.len();
    let words = if rooms == 0 {
        view.text(Text::RoomsNothing)
    } else {
        let texts = &view.store.pack.texts;
        let rooms = texts.count(Text::RoomsCountOne, Text::RoomsCountMany, rooms);
        view.fill(
            Text::RoomsFound,
            &[("rooms", &rooms), ("files", &files.to_string())],
        )
    };
    let notes = process.notes.iter().take(MOST_NOTES);
    html! {
        <section class="sheet-part screen-only" aria-labelledby="found">
            <h2 id="found" tabindex="-1">{ view.text(Text::RoomsFiles) }</h2>
            <p>{ words }</p>
            { for notes.map(|note| html! { <p class="notice" translate="no">{ note }</p> }) }
            if rooms > 0 {
                { keep(view) }
                { table(view, &process) }
            }
        </section>
    }
}

fn keep(view: &View) -> Html {
    let (handle, known) = (view.handle.clone(), view.kept().map(|kept| kept.id));
    let onclick = move |_: MouseEvent| {
        let rooms = std::mem::take(&mut *handle.process.borrow_mut()).rooms;
        let id = known.unwrap_or(RollUpId(handle.store.inputs().fresh.0));
        let event = RollUpEvent::Kept(rooms);
        handle.store.dispatch(event.of(id));
        handle.redraw.force_update();
        browser::go(&place(Some(id)).fragment());
    };
    html! {
        <p class="sheet-actions">
            <button type="button" class="button" data-rooms="keep" {onclick}>{ view.text(Text::RoomsKeep) }</button>
            <span class="hint">{ view.text(Text::RoomsKeepText) }</span>
        </p>
    }
}

fn table(view: &View, process: &Process) -> Html {
    let columns = [
        Text::RoomsColumnRoom,
        Text::RoomsColumnDay,
        Text::RoomsColumnPeople,
        Text::RoomsColumnTaken,
        Text::RoomsColumnKind,
        Text::RoomsColumnFile,
    ];
    let columns = columns.map(|text| view.text(text));
    let rows = process.lines.iter().take(MOST).map(|line| row(view, line));
    html! {
        <details open={process.lines.iter().any(|line| line.taken == Taken::Contradicts)}>
            <summary>{ view.text(Text::RoomsFilesShow) }</summary>
            { stacking(None, view.text(Text::RoomsFilesTable), &columns, rows) }
        </details>
    }
}

fn row(view: &View, line: &Line) -> Row {
    let kind = match line.kind {
        Kind::Table => Text::RoomsKindTable,
        Kind::Counts => Text::RoomsKindCounts,
        Kind::Sheet => Text::RoomsKindSheet,
        Kind::Session => Text::RoomsKindSession,
    };
    let taken = match line.taken {
        Taken::New => Text::RoomsTakenNew,
        Taken::Copy(Copy::Same) => Text::RoomsTakenSame,
        Taken::Copy(Copy::Older) => Text::RoomsTakenOlder,
        Taken::Copy(Copy::Newer) => Text::RoomsTakenNewer,
        Taken::Copy(Copy::Beside) => Text::RoomsTakenBeside,
        Taken::Contradicts => Text::RoomsTakenContradicts,
    };
    Row::of([
        line.room.clone().into(),
        line.day.clone().into(),
        line.people.clone().into(),
        view.text(taken),
        view.text(kind),
        line.file.clone().into(),
    ])
}
