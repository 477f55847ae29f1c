//! The assessments on this device.

use crate::app::action::Action;
use crate::app::pack::Pack;
use crate::app::route::Route;
use crate::app::state::State;
use crate::app::text::Text;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::{Day, Moment};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

#[derive(PartialEq)]
struct Row {
    id: AssessmentId,
    subject: AttrValue,
    changed: Moment,
    answered: usize,
    total: usize,
    /// Where it leads while it is held for a workshop.
    held: Option<AttrValue>,
}

fn row(assessment: &Assessment, state: &State, pack: &Pack) -> Row {
    let steps = assessment.steps(&pack.checklist);
    Row {
        id: assessment.id,
        subject: assessment.subject.value.clone().into(),
        changed: assessment.changed,
        answered: steps
            .iter()
            .filter(|step| assessment.is_answered(&pack.checklist, **step))
            .count(),
        total: steps.len(),
        held: state.held(assessment.id).map(|join| join.to_string().into()),
    }
}

/// A list of what can be gone on with, looked at or deleted; nothing where there is nothing.
#[component]
pub fn Records() -> Html {
    let store = use_store();
    let rows = use_selector(|state, pack| {
        state
            .latest_first()
            .into_iter()
            .map(|assessment| row(assessment, state, pack))
            .collect::<Vec<_>>()
    });
    let alone = use_selector(|state, pack| state.has_no_copy(&pack.checklist));
    if rows.is_empty() {
        return html! {};
    }
    let today = store.inputs().today;
    html! {
        <section class="records" aria-labelledby="records">
            <h2 id="records">{ store.text(Text::HomeRecords) }</h2>
            <ul>{ for rows.iter().map(|row| item(&store, row, &rows, today)) }</ul>
            if *alone {
                { reminder(&store) }
            }
            <p class="records-more">
                <a class="button button-quiet" href={Route::New.to_string()}>{ store.text(Text::HomeNew) }</a>
                if rows.len() > 1 {
                    <a href={Route::History.to_string()}>{ store.text(Text::HomeHistory) }</a>
                }
            </p>
        </section>
    }
}

/// Nothing of a finished assessment is anywhere else.
fn reminder(store: &Rc<Store>) -> Html {
    html! {
        <p class="hint reminder">
            { store.text(Text::HomeReminder) }{ " " }
            <a href={Route::Exchange.to_string()}>{ store.text(Text::HomeReminderTake) }</a>{ " · " }
            <button type="button" class="link" onclick={store.on_click(Action::DismissedReminder)}>
                { store.text(Text::HomeReminderNotNow) }
            </button>
        </p>
    }
}

fn item(store: &Rc<Store>, row: &Row, rows: &[Row], today: Day) -> Html {
    if let Some(join) = &row.held {
        let words = store.fill(Text::HomeWorkshop, &[("date", &store.date(row.changed))]);
        return html! { <li class="record"><a href={join}>{ words }</a></li> };
    }
    let name = store.subject(&row.subject);
    let (answered, total) = (row.answered.to_string(), row.total.to_string());
    let finished = row.answered == row.total;
    let state = if finished {
        Text::HomeFinished
    } else {
        Text::HomeAnswered
    };
    html! {
        <li class="record" key={row.id.to_string()}>
            <div class="record-words">
                <h3 translate={(!row.subject.is_empty()).then_some("no")}>{ name.clone() }</h3>
                <p>
                    { store.fill(state, &[("n", &answered), ("total", &total)]) }{ " · " }
                    { store.fill(Text::HomeTouched, &[("date", &day(store, row, rows, today))]) }
                </p>
            </div>
            <div class="record-actions">
                if !finished {
                    { open(store, &name, Route::Assess(row.id, None), Text::HomeResume) }
                }
                { open(store, &name, Route::Results(row.id), Text::HomeResults) }
                <button type="button" class="link" aria-label={labelled(store, Text::HomeDelete, &name)}
                    onclick={store.on_click(Action::Deleted(row.id))}>{ store.text(Text::HomeDelete) }</button>
            </div>
        </li>
    }
}

/// A date in words. Today's is a word: a browser's first date in a language holds a slow phone up for a tenth of a second, and
/// whoever has just answered the first question is here today.
fn day(store: &Store, row: &Row, rows: &[Row], today: Day) -> AttrValue {
    let day = store.day_of(row.changed);
    let date = if day == today {
        store.text(Text::HomeToday)
    } else {
        store.date(row.changed)
    };
    // Two of one day are told apart by the time.
    let alike = |other: &&Row| other.subject == row.subject && store.day_of(other.changed) == day;
    if rows.iter().filter(alike).count() > 1 {
        return store.fill(
            Text::SiteBoth,
            &[("one", &date), ("two", &store.time(row.changed))],
        );
    }
    date
}

fn open(store: &Store, name: &str, to: Route, label: Text) -> Html {
    html! {
        <a href={to.to_string()} aria-label={labelled(store, label, name)}>{ store.text(label) }</a>
    }
}

/// "Delete: Northern team", so that a list of links makes sense out of its context.
fn labelled(store: &Store, label: Text, name: &str) -> AttrValue {
    store.fill(Text::SiteAbout, &[("what", &store.text(label)), ("text", name)])
}
