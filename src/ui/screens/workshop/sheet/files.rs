//! The sheet as files for everybody, and the session as a file for another laptop.

use super::View;
use crate::app::action::Action;
use crate::app::place::Place;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::workshop::export::{counts_file, csv, markdown, report};
use crate::ui::components::handed_over::HandedOver;
use crate::ui::components::session_file::{export, meeting};
use crate::ui::components::table_form::{TableFormChoice, wanted};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Report,
    Markdown,
    Counts,
    CountsFile,
    Session,
}

impl Kind {
    const fn words(self) -> (Text, &'static str) {
        match self {
            Self::Report => (Text::ExchangeReport, "html"),
            Self::Markdown => (Text::ExchangeMarkdown, "md"),
            Self::Counts => (Text::SheetCountsFile, "csv"),
            Self::CountsFile => (Text::SheetCountsJson, "counts.json"),
            Self::Session => (Text::SheetSessionFile, "json"),
        }
    }
}

/// What may be passed on.
pub(super) fn files(view: &View) -> Html {
    let kinds = [Kind::Report, Kind::Markdown, Kind::Counts, Kind::CountsFile];
    html! {
        <section class="sheet-part screen-only" aria-labelledby="take-along">
            <h2 id="take-along">{ view.text(Text::SheetTake) }</h2>
            <p>{ view.text(Text::SheetTakeText) }</p>
            <p class="sheet-actions">{ for kinds.map(|kind| button(view, kind)) }</p>
            <TableFormChoice />
            <p><a href={Place::Rooms(String::new()).fragment()}>{ view.text(Text::SheetRooms) }</a></p>
        </section>
    }
}

/// What may not.
pub(super) fn session(view: &View) -> Html {
    html! {
        <section class="sheet-part screen-only" aria-labelledby="session">
            <h2 id="session">{ view.text(Text::SheetSession) }</h2>
            <p>{ view.text(Text::SheetSessionText) }</p>
            <p class="sheet-actions">
                { button(view, Kind::Session) }
                <a href={Route::Exchange.to_string()}>{ view.text(Text::SheetSessionThere) }</a>
            </p>
            <HandedOver />
        </section>
    }
}

fn button(view: &View, kind: Kind) -> Html {
    let (label, ending) = kind.words();
    let handle = view.handle.clone();
    let onclick = move |_: MouseEvent| make(&handle, kind);
    let class = if kind == Kind::Report {
        "button"
    } else {
        "button button-quiet"
    };
    html! { <button type="button" {class} data-take={ending} {onclick}>{ view.text(label) }</button> }
}

fn make(handle: &WorkshopHandle, kind: Kind) {
    let (store, workshop) = (&handle.store, &handle.workshop);
    let meeting = meeting(store, workshop);
    let text = match kind {
        Kind::Report => report(&meeting),
        Kind::Markdown => markdown(&meeting),
        Kind::Counts => csv(&meeting, wanted(&store.state())),
        Kind::CountsFile => counts_file(&meeting),
        Kind::Session => return export(store, workshop.id),
    };
    let Some(text) = text else { return };
    let (_, ending) = kind.words();
    store.dispatch(Action::Exported {
        name: meeting.file_name(ending),
        text,
        copy: None,
    });
}
