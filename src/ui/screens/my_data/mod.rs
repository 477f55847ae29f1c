//! Every record on this device: what it is, its size, the way to take it out or delete it.

use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::state::{AsideReason, State};
use crate::app::text::Text;
use crate::app::workshop::place::Place;
use crate::app::workshop::{ticket, workshop};
use crate::domain::calendar::Moment;
use crate::domain::record::{Backup, Key, write_assessment, write_backup, write_settings};
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq)]
enum What {
    Assessment { subject: AttrValue, changed: Moment },
    Settings,
    Backup,
    Aside(AsideReason),
}

#[derive(Clone, PartialEq)]
struct Row {
    key: Key,
    what: What,
    bytes: usize,
}

fn rows(state: &State) -> Vec<Row> {
    let assessments = state.latest_first().into_iter().map(|assessment| {
        let what = What::Assessment {
            subject: assessment.subject.value.clone().into(),
            changed: assessment.changed,
        };
        let key = Key::Assessment(assessment.id);
        Row {
            bytes: size(&key, &write_assessment(assessment)),
            key,
            what,
        }
    });
    let settings = state.settings.map(|settings| Row {
        key: Key::Settings,
        what: What::Settings,
        bytes: size(&Key::Settings, &write_settings(settings)),
    });
    let backup = (state.backup != Backup::NEVER).then(|| Row {
        key: Key::Backup,
        what: What::Backup,
        bytes: size(&Key::Backup, &write_backup(&state.backup)),
    });
    let aside = state.aside.iter().map(|(key, aside)| Row {
        key: key.clone(),
        what: What::Aside(aside.reason),
        bytes: size(key, &aside.text),
    });
    assessments.chain(settings).chain(backup).chain(aside).collect()
}

fn size(key: &Key, text: &str) -> usize {
    key.to_string().len() + text.len()
}

/// The screen.
#[component]
pub fn MyData() -> Html {
    let store = use_store();
    let rows = use_selector(|state, _| rows(state));
    let asking = use_state_eq(|| false);
    html! {
        <div class="prose wide">
            <h1 tabindex="-1">{ store.text(Text::HeadingData) }</h1>
            <p class="lead">{ store.text(Text::DataLead) }</p>
            if rows.is_empty() {
                <p>{ store.text(Text::DataEmpty) }</p>
                <p class="results-actions">
                    <a class="button" href={Route::Home.to_string()}>{ store.text(Text::DataEmptyStart) }</a>
                    <a class="button button-quiet" href={Route::Take.to_string()}>{ store.text(Text::DataTake) }</a>
                </p>
            } else {
                { table(&store, &rows) }
                { whole_lot(&store, &asking) }
            }
        </div>
    }
}

fn table(store: &Rc<Store>, rows: &[Row]) -> Html {
    let total: usize = rows.iter().map(|row| row.bytes).sum();
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={store.text(Text::DataCaption)}>
            <table class="figures data-table">
                <caption>{ store.text(Text::DataCaption) }</caption>
                <thead><tr>
                    <th scope="col">{ store.text(Text::DataColumnWhat) }</th>
                    <th scope="col">{ store.text(Text::DataColumnChanged) }</th>
                    <th scope="col">{ store.text(Text::DataColumnSize) }</th>
                    <th scope="col">{ store.text(Text::DataColumnDo) }</th>
                </tr></thead>
                <tbody>{ for rows.iter().map(|row| line(store, row)) }</tbody>
            </table>
            <p class="hint">{ store.fill(Text::DataTotal, &[("n", &total.to_string())]) }</p>
        </div>
    }
}

fn line(store: &Rc<Store>, row: &Row) -> Html {
    let (name, changed) = match &row.what {
        What::Assessment { subject, changed } if subject.is_empty() => {
            (store.text(Text::HomeUnnamed), store.date(*changed))
        }
        What::Assessment { subject, changed } => (subject.clone(), store.date(*changed)),
        What::Settings => (store.text(Text::DataSettings), "".into()),
        What::Backup => (store.text(Text::DataBackup), "".into()),
        What::Aside(AsideReason::Damaged) => (store.text(Text::DataDamaged), "".into()),
        What::Aside(AsideReason::Newer) => (store.text(Text::DataNewer), "".into()),
        What::Aside(AsideReason::OfWorkshop) => of_workshop(store, &row.key),
        What::Aside(AsideReason::Unknown) => (store.text(Text::DataUnknown), "".into()),
    };
    html! {
        <tr key={row.key.to_string()}>
            <th scope="row">{ name.clone() }<br /><code>{ row.key.to_string() }</code></th>
            <td>{ changed }</td>
            <td>{ store.fill(Text::DataBytes, &[("n", &row.bytes.to_string())]) }</td>
            <td class="data-actions">{ actions(store, &row.key, &name) }</td>
        </tr>
    }
}

/// What a workshop's record is called, and when it changed; read only for this, so that a large one costs nothing elsewhere.
fn of_workshop(store: &Store, key: &Key) -> (AttrValue, AttrValue) {
    let Key::Workshop(id) = key else {
        return (store.text(Text::DataTicket), "".into());
    };
    let state = store.state();
    let text = state.aside.get(key).map(|aside| &*aside.text);
    let Ok(workshop) = workshop(*id, text) else {
        return (store.text(Text::DataWorkshop), "".into());
    };
    let name = match workshop.settings.title.trim() {
        "" => store.text(Text::DataWorkshop),
        title => store.fill(Text::SheetWorkshopNamed, &[("title", title)]),
    };
    (name, store.date(workshop.changed))
}

/// Where a record is opened.
fn place(store: &Store, key: &Key) -> Option<String> {
    match key {
        Key::Assessment(id) => Some(Route::Results(*id).to_string()),
        Key::Workshop(id) => Some(Place::Console(*id).fragment()),
        Key::Ticket(id) => {
            let state = store.state();
            let text = state.aside.get(key).map(|aside| &*aside.text);
            let ticket = ticket(*id, text).ok()?;
            Some(Place::Join(ticket.invite, None).fragment())
        }
        _ => None,
    }
}

fn actions(store: &Rc<Store>, key: &Key, name: &str) -> Html {
    let button = |label: Text, action: Action| {
        let onclick = store.on_click(action);
        let spoken = format!("{}: {name}", store.text(label));
        html! { <button type="button" class="link" aria-label={spoken} {onclick}>{ store.text(label) }</button> }
    };
    let delete = match key {
        Key::Assessment(id) if store.state().assessments.contains_key(id) => Action::Deleted(*id),
        other => Action::DeletedRecord(other.clone()),
    };
    html! {
        <>
            if let Some(place) = place(store, key) {
                <a href={place}>{ store.text(Text::DataOpen) }</a>
            }
            { button(Text::DataDownload, Action::AskedForFile(key.clone())) }
            { button(Text::DataDelete, delete) }
        </>
    }
}

/// Everything at once; deleting asks first and can be undone after.
fn whole_lot(store: &Rc<Store>, asking: &UseStateHandle<bool>) -> Html {
    let ask = |value: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(value))
    };
    let button = |class: &'static str, label: Text, onclick: Callback<MouseEvent>| {
        html! { <button type="button" {class} {onclick}>{ store.text(label) }</button> }
    };
    let (main, quiet) = ("button", "button button-quiet");
    html! {
        <div class="whole-lot" role="group">
            if **asking {
                <p role="alert">{ store.text(Text::DataDeleteAllAsk) }</p>
                { button(main, Text::DataDeleteAllYes, {
                    let (store, asking) = (Rc::clone(store), asking.clone());
                    Callback::from(move |_| {
                        asking.set(false);
                        store.dispatch(Action::DeletedEverything);
                    })
                }) }
                { button(quiet, Text::DataDeleteAllNo, ask(false)) }
            } else {
                { button(main, Text::DataDownloadAll, store.on_click(Action::AskedForEverything)) }
                { button(quiet, Text::DataDeleteAll, ask(true)) }
                <a href={Route::Take.to_string()}>{ store.text(Text::DataTake) }</a>
            }
        </div>
    }
}
