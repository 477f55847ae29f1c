//! What was in the files, before anything of it is kept.

use super::View;
use super::pager::{Of, part, turn};
use super::process::{GatherStep, Line, Process, Rest};
use crate::app::text::Text;
use crate::app::workshop::export::present;
use crate::app::workshop::rooms::outline::{language_name, titled};
use crate::app::workshop::rooms::{RollUpEvent, place};
use crate::browser;
use crate::domain::record::roll_up_key;
use crate::domain::rollup::file::RoomSource;
use crate::domain::rollup::gathering::{RollUpId, Taken};
use crate::domain::rollup::room::Copy;
use crate::ui::components::leaving::leaving;
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;
use crate::ui::store::Store;

pub(super) fn found(view: &View) -> Html {
    let process = view.handle.process.borrow();
    let GatherStep::Found(files) = process.step else {
        return Html::default();
    };
    let lines = process.lines.iter();
    let rooms = lines.clone().filter(|line| line.taken == Taken::New).count();
    let copies = lines.filter(|line| matches!(line.taken, Taken::Copy(_))).count();
    let words = match rooms {
        _ if process.lines.is_empty() => view.text(Text::RoomsNothing),
        0 => view.text(Text::RoomsNothingNew),
        _ => {
            let texts = &view.store.pack.texts;
            let rooms = texts.count(Text::RoomsCountOne, Text::RoomsCountMany, rooms);
            let values = [("rooms", &*rooms), ("n", &*files.to_string())];
            let (one, many) = (Text::RoomsFoundOne, Text::RoomsFoundMany);
            texts.count_with(one, many, files, &values).into()
        }
    };
    let notes = part(view, Of::Notes, &process.notes).iter();
    html! {
        <section class="sheet-part screen-only" aria-labelledby="found">
            <h2 id="found" tabindex="-1">{ view.text(Text::RoomsFiles) }</h2>
            <p>{ words }</p>
            if copies > 0 {
                <p class="hint">{ view.fill(Text::RoomsCopies, &[("n", &copies.to_string())]) }</p>
            }
            { for notes.map(|note| html! { <p class="notice">{ note.words(view.store) }</p> }) }
            { turn(view, Of::Notes, Text::RoomsFiles, process.notes.len()) }
            if !process.lines.is_empty() {
                if view.kept().is_none_or(|kept| kept.rooms != *process.rooms) {
                    { keep(view) }
                }
                { table(view, &process) }
            }
        </section>
    }
}

fn keep(view: &View) -> Html {
    let (handle, known) = (view.handle.clone(), view.kept().map(|kept| kept.id));
    let onclick = leaving::<MouseEvent>(move || {
        let process = std::mem::take(&mut *handle.process.borrow_mut());
        // They are kept already: a button was pressed twice.
        if process.lines.is_empty() {
            return;
        }
        let store = &handle.store;
        let (id, title) = new_set(store, &process);
        let id = known.unwrap_or(id);
        store.dispatch(RollUpEvent::Kept(process.rooms).of(id));
        if known.is_none() && !title.is_empty() {
            store.dispatch(RollUpEvent::Named(title).of(id));
        }
        browser::say(&store.text(Text::RoomsList));
        handle.redraw.force_update();
        if known.is_some() {
            browser::after_paint(browser::focus_heading);
        } else {
            browser::go(&place(Some(id)).fragment());
        }
    });
    html! {
        <p class="sheet-actions">
            <button type="button" class="button" data-rooms="keep" {onclick}>{ view.text(Text::RoomsKeep) }</button>
            <span class="hint">{ view.text(Text::RoomsKeepText) }</span>
        </p>
    }
}

/// What a new set is called, and its id: those of the one set that came in, as far as nothing has its id here.
fn new_set(store: &Store, process: &Process) -> (RollUpId, String) {
    let fresh = RollUpId(store.inputs().fresh.0);
    let Some((id, title)) = process.set() else {
        return (fresh, String::new());
    };
    let taken = store.state().raw_records.contains_key(&roll_up_key(*id));
    (if taken { fresh } else { *id }, title.clone())
}

/// What is told of a room, a column each; versions and languages only where they differ.
fn table(view: &View, process: &Process) -> Html {
    let (versions, languages) = (
        differ(&process.lines, |line| &line.version),
        differ(&process.lines, |line| &line.language),
    );
    let columns = [
        Text::RoomsColumnRoom,
        Text::RoomsColumnDay,
        Text::RoomsColumnPeople,
        Text::RoomsColumnVotes,
        Text::RoomsColumnVersion,
        Text::RoomsColumnLanguage,
        Text::RoomsColumnTaken,
        Text::RoomsColumnKind,
        Text::RoomsColumnFile,
    ];
    let shown = |text: &Text| match text {
        Text::RoomsColumnVersion => versions,
        Text::RoomsColumnLanguage => languages,
        _ => true,
    };
    let columns: Vec<_> = columns.into_iter().filter(shown).collect();
    let rows = part(view, Of::Lines, &process.lines).iter();
    let rows = rows.map(|line| {
        let mut cells = columns.iter().map(|column| told(view, line, *column));
        Row {
            key: None,
            class: None,
            heading: cells.next().unwrap_or_default(),
            cells: cells.collect(),
        }
    });
    let headings: Vec<_> = columns.iter().map(|column| view.text(*column)).collect();
    let open = process.lines.iter().any(|line| line.taken == Taken::Contradicts);
    html! {
        <details {open}>
            <summary>{ view.text(Text::RoomsFilesShow) }</summary>
            if open || process.rest == Rest::Drawn {
                { turn(view, Of::Lines, Text::RoomsFilesTable, process.lines.len()) }
                { stacking(None, view.text(Text::RoomsFilesTable), &headings, rows) }
            }
        </details>
    }
}

/// Whether two lines that say something say something else.
fn differ(lines: &[Line], of: impl Fn(&Line) -> &String) -> bool {
    let mut said = lines.iter().map(of).filter(|said| !said.is_empty());
    said.next().is_some_and(|first| said.any(|other| other != first))
}

fn told(view: &View, line: &Line, column: Text) -> Html {
    match column {
        Text::RoomsColumnRoom => typed(&titled(&view.store.pack, &line.title)),
        Text::RoomsColumnFile => typed(&line.file),
        _ => said(view, line, column).into(),
    }
}

fn typed(text: &str) -> Html {
    html! { <bdi translate="no">{ text.to_owned() }</bdi> }
}

fn said(view: &View, line: &Line, column: Text) -> AttrValue {
    match column {
        Text::RoomsColumnDay => line
            .day
            .map_or_else(AttrValue::default, |day| view.store.day(day)),
        Text::RoomsColumnPeople => present(&view.store.pack, line.people, line.headcount).into(),
        Text::RoomsColumnVotes if line.again => {
            let votes = [Text::SheetFirstVote, Text::SheetSecondVote].map(|text| view.text(text).to_string());
            view.store.list(&votes)
        }
        Text::RoomsColumnVotes => view.text(Text::SheetFirstVote),
        Text::RoomsColumnVersion => line.version.clone().into(),
        Text::RoomsColumnLanguage => language_name(&view.store.pack, &line.language).into(),
        Text::RoomsColumnTaken => view.text(taken(line)),
        _ => view.text(kind(line)),
    }
}

const fn kind(line: &Line) -> Text {
    match line.kind {
        RoomSource::Table => Text::RoomsKindTable,
        RoomSource::Counts => Text::RoomsKindCounts,
        RoomSource::Sheet => Text::RoomsKindSheet,
        RoomSource::Session => Text::RoomsKindSession,
    }
}

const fn taken(line: &Line) -> Text {
    match line.taken {
        Taken::New => Text::RoomsTakenNew,
        Taken::Copy(Copy::Same) => Text::RoomsTakenSame,
        Taken::Copy(Copy::Older) => Text::RoomsTakenOlder,
        Taken::Copy(Copy::Newer) => Text::RoomsTakenNewer,
        Taken::Copy(Copy::Beside) => Text::RoomsTakenBeside,
        Taken::Contradicts => Text::RoomsTakenContradicts,
    }
}
