//! Every record on this device: what it is, its size, the way to take it out or delete it.

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::action::{Action, Copied};
use crate::app::assessment::action::AssessmentAction;
use crate::app::export::record;
use crate::app::place::Place;
use crate::app::route::Route;
use crate::app::state::{RawReason, State};
use crate::app::text::Text;
use crate::browser;
use crate::domain::calendar::Moment;
use crate::domain::record::{
    AboutRollUp, Backup, Key, read_about_roll_up, roll_up_id, roll_up_key, table_key, write_assessment,
    write_backup, write_settings,
};
use crate::domain::rollup::gathering::RollUpId;
use crate::ui::components::confirm;
use crate::ui::components::handed_over::{HandedOver, hand_out, hand_over_everything};
use crate::ui::components::rehearsed::rehearsed;
use crate::ui::components::stacking::{self, stacking};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

#[derive(Clone, PartialEq)]
enum What {
    Assessment { subject: AttrValue, changed: Moment },
    Settings,
    Backup,
    Raw(RawReason),
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
    let raw = state.raw_records.iter().map(|(key, raw)| Row {
        key: key.clone(),
        what: What::Raw(raw.reason),
        bytes: size(key, &raw.text),
    });
    assessments.chain(settings).chain(backup).chain(raw).collect()
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
                    <a class="button button-quiet" href={Route::Exchange.to_string()}>{ store.text(Text::DataTake) }</a>
                </p>
            } else {
                { table(&store, &rows) }
                { whole_lot(&store, &asking) }
                <HandedOver />
            }
        </div>
    }
}

fn table(store: &Rc<Store>, rows: &[Row]) -> Html {
    let total: usize = rows.iter().map(|row| row.bytes).sum();
    let columns = [
        Text::DataColumnWhat,
        Text::DataColumnChanged,
        Text::DataColumnSize,
        Text::DataColumnDo,
    ];
    let lines = rows.iter().map(|row| line(store, row));
    html! {
        <>
            { stacking(Some("data-table"), store.text(Text::DataCaption), &columns.map(|text| store.text(text)), lines) }
            <p class="hint">{ store.fill(Text::DataTotal, &[("n", &total.to_string())]) }</p>
        </>
    }
}

fn line(store: &Rc<Store>, row: &Row) -> stacking::Row {
    let (name, changed) = match &row.what {
        What::Assessment { subject, changed } => (store.subject(subject), store.date(*changed)),
        What::Settings => (store.text(Text::DataSettings), "".into()),
        What::Backup => (store.text(Text::DataBackup), "".into()),
        What::Raw(RawReason::Damaged) => (store.text(Text::DataDamaged), "".into()),
        What::Raw(RawReason::Newer) => (store.text(Text::DataNewer), "".into()),
        What::Raw(RawReason::OfWorkshop) => of_workshop(store, &row.key),
        What::Raw(RawReason::Unknown) if row.key == table_key() => (store.text(Text::DataTable), "".into()),
        What::Raw(RawReason::Unknown) => match roll_up_id(&row.key) {
            Some(id) => of_rooms(store, id),
            None => (store.text(Text::DataUnknown), "".into()),
        },
    };
    let named = matches!(&row.what, What::Assessment { subject, .. } if !subject.is_empty());
    let key = row.key.to_string();
    let size = store.fill(Text::DataBytes, &[("n", &row.bytes.to_string())]);
    stacking::Row {
        heading: html! { <><span translate={named.then_some("no")}>{ name.clone() }</span><br /><code translate="no">{ key.clone() }</code></> },
        key: Some(key),
        class: None,
        cells: vec![
            if changed.is_empty() {
                Html::default()
            } else {
                changed.into()
            },
            size.into(),
            html! { <span class="data-actions">{ actions(store, &row.key, &name) }</span> },
        ],
    }
}

/// What a workshop's record is called, and when it changed.
fn of_workshop(store: &Store, key: &Key) -> (AttrValue, AttrValue) {
    let Key::Workshop(id) = key else {
        return (store.text(Text::DataTicket), "".into());
    };
    let state = store.state();
    let raw = state.raw_records.get(key);
    let Some(Ok(workshop)) = raw.map(|raw| raw.workshop(*id)) else {
        return (store.text(Text::DataWorkshop), "".into());
    };
    let name = match workshop.settings.title.trim() {
        "" => store.text(Text::DataWorkshop),
        title => store.fill(Text::SheetWorkshopNamed, &[("title", title)]),
    };
    let name = match workshop.rehearsal {
        None => name,
        Some(_) => rehearsed(store, &name),
    };
    (name, store.date(workshop.changed))
}

/// What rooms are called that are kept together, and when they changed.
fn of_rooms(store: &Store, id: RollUpId) -> (AttrValue, AttrValue) {
    let words = store.text(Text::DataRooms);
    let Some(about) = about_rooms(store, id) else {
        return (words, "".into());
    };
    let name = match about.title.trim() {
        "" => words,
        title => store.pack.texts.about(&words, title).into(),
    };
    (name, store.date(about.changed))
}

fn about_rooms(store: &Store, id: RollUpId) -> Option<AboutRollUp> {
    let state = store.state();
    let raw = state.raw_records.get(&roll_up_key(id))?;
    read_about_roll_up(id, &raw.text).ok()
}

/// Where a record is opened.
fn place(store: &Store, key: &Key) -> Option<String> {
    match key {
        Key::Assessment(id) => Some(Route::Results(*id).to_string()),
        Key::Workshop(id) => Some(Place::Console(*id).fragment()),
        Key::Ticket(id) => {
            let state = store.state();
            let ticket = state.raw_records.get(key)?.ticket(*id).ok()?;
            Some(Place::Join(ticket.invite.clone(), None).fragment())
        }
        _ => {
            let id = roll_up_id(key)?;
            about_rooms(store, id)?;
            Some(Place::Rooms(["/", &id.to_string()].concat()).fragment())
        }
    }
}

fn actions(store: &Rc<Store>, key: &Key, name: &str) -> Html {
    let button = |label: Text, onclick: Callback<MouseEvent>| {
        let spoken = store.pack.texts.about(&store.text(label), name);
        html! { <button type="button" class="link" aria-label={spoken} {onclick}>{ store.text(label) }</button> }
    };
    let download = (Rc::clone(store), key.clone());
    let delete = match key {
        Key::Assessment(id) if store.state().assessments.contains_key(id) => Action::Deleted(*id),
        other => Action::DeletedRecord(other.clone()),
    };
    html! {
        <>
            if let Some(place) = place(store, key) {
                <a href={place}>{ store.text(Text::DataOpen) }</a>
            }
            { button(Text::DataDownload, Callback::from(move |_| take_out(&download.0, &download.1))) }
            { button(Text::DataDelete, store.on_click(delete)) }
        </>
    }
}

/// Takes one record out. What comes back as somebody's own counts as a copy once it has arrived.
fn take_out(store: &Rc<Store>, key: &Key) {
    let (file, now) = (record(&store.state(), key), store.inputs().now);
    let copied = match key {
        Key::Assessment(id) => Some(Copied::One(*id)),
        Key::Workshop(id) => Some(Copied::Workshop(*id)),
        _ => None,
    };
    let Some((name, text)) = file else { return };
    hand_out(store, name, text, copied.map(|copied| (copied, now)));
}

/// The button that asks about everything.
const ASK: &str = "delete-everything";

/// Everything at once; deleting asks first and can be undone after.
fn whole_lot(store: &Rc<Store>, asking: &UseStateHandle<bool>) -> Html {
    let button =
        |class: &'static str, id: Option<&'static str>, label: Text, onclick: Callback<MouseEvent>| {
            html! { <button type="button" {class} {id} {onclick}>{ store.text(label) }</button> }
        };
    let ask = {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| {
            let asking = asking.clone();
            confirm::ask(move || asking.set(true));
        })
    };
    let take = {
        let store = Rc::clone(store);
        Callback::from(move |_: MouseEvent| hand_over_everything(&store))
    };
    html! {
        <div class="whole-lot" role="group">
            if **asking {
                { delete_everything(store, asking) }
            } else {
                { button("button", None, Text::DataDownloadAll, take) }
                { button("button button-quiet", Some(ASK), Text::DataDeleteAll, ask) }
                <a href={Route::Exchange.to_string()}>{ store.text(Text::DataTake) }</a>
            }
        </div>
    }
}

fn delete_everything(store: &Rc<Store>, asking: &UseStateHandle<bool>) -> Html {
    let words = confirm::Words {
        question: store.text(Text::DataDeleteAllAsk),
        yes: store.text(Text::DataDeleteAllYes),
        no: store.text(Text::DataDeleteAllNo),
    };
    let on_yes = {
        let (store, asking) = (Rc::clone(store), asking.clone());
        Callback::from(move |()| {
            asking.set(false);
            browser::forget_language();
            store.dispatch(Action::Assessment(AssessmentAction::DeletedEverything));
        })
    };
    let on_no = {
        let asking = asking.clone();
        Callback::from(move |()| {
            asking.set(false);
            browser::after_paint(|| browser::focus(ASK));
        })
    };
    confirm::confirm(words, on_yes, on_no)
}
