//! What a workshop is, those of this device, and a new one.

use super::fold::fold;
use super::form::Form;
use super::own_file::OwnFile;
use super::rehearsal;
use super::{Rooms, name, stage_name};
use crate::app::action::Action;
use crate::app::pack::Pack;
use crate::app::place::Place;
use crate::app::route::Route;
use crate::app::state::State;
use crate::app::text::Text;
use crate::app::workshop::action::WorkshopAction;
use crate::app::workshop::next::in_short;
use crate::app::workshop::{Missing, workshops};
use crate::browser;
use crate::domain::calendar::Moment;
use crate::domain::code::WorkshopId;
use crate::domain::plan::Plan;
use crate::domain::record::{Key, ReadError};
use crate::domain::workshop::split::numbered;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::invite_field::InviteField;
use crate::ui::components::rehearsed::rehearsed;
use crate::ui::components::session_file::{CopyStanding, reminder, standing};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::cmp::Reverse;
use std::rc::Rc;

/// The screen.
pub fn all(_store: &Rc<Store>) -> Html {
    html! { <All /> }
}

#[derive(PartialEq)]
struct Row {
    id: WorkshopId,
    facts: Result<Facts, Missing>,
}

#[derive(PartialEq)]
struct Facts {
    title: String,
    rehearsal: bool,
    stage: Stage,
    revealed: bool,
    received: u32,
    created: Moment,
    plan: Plan,
    standing: CopyStanding,
    rooms: Option<Rooms>,
}

impl Row {
    /// The latest first, those that cannot be read last; the rooms of a set, all made at once, by their numbers.
    fn place(&self) -> (Reverse<Moment>, u32) {
        let Ok(facts) = &self.facts else {
            return (Reverse(Moment(0)), 0);
        };
        let number = numbered(&facts.title).map_or(0, |(_, number)| number);
        (Reverse(facts.created), number)
    }
}

fn rows(state: &State, pack: &Pack) -> Vec<Row> {
    let mut rows = Vec::<Row>::new();
    for (id, workshop) in workshops(state) {
        let facts = workshop.map(|workshop| Facts {
            standing: standing(state, &workshop),
            rooms: Rooms::of(state, pack, &workshop),
            received: workshop.received(),
            stage: workshop.stage,
            revealed: workshop.revealed.is_some(),
            created: workshop.created,
            title: workshop.settings.title.clone(),
            rehearsal: workshop.rehearsal.is_some(),
            plan: workshop.plan.clone(),
        });
        let row = Row { id, facts };
        let place = rows.partition_point(|known| known.place() <= row.place());
        rows.insert(place, row);
    }
    rows
}

#[component]
fn All() -> Html {
    let store = use_store();
    let rows = use_selector(rows);
    let last = use_state_eq(|| None::<WorkshopId>);
    let facts = [
        Text::WorkshopFactAccount,
        Text::WorkshopFactNetwork,
        Text::WorkshopFactAnonymous,
    ];
    html! {
        <div class="workshops">
            <header class="workshops-head screen-only">
                <h1 tabindex="-1">{ store.text(Text::HeadingWorkshop) }</h1>
                <p class="lead">{ store.text(Text::WorkshopLead) }</p>
                <ul class="workshops-facts">{ for facts.map(|fact| html! { <li>{ store.text(fact) }</li> }) }</ul>
                { fold(store.text(Text::InvitedLink), "invited", html! { <InviteField /> }) }
            </header>
            if browser::is_a_file() {
                <OwnFile />
            }
            if !rows.is_empty() {
                <section class="screen-only" aria-labelledby="workshops">
                    <h2 id="workshops">{ store.text(Text::WorkshopList) }</h2>
                    <ol>{ for rows.iter().map(|row| entry(&store, row, next(row, &last))) }</ol>
                </section>
                { many_rooms(&store) }
            }
            { rehearsal::offer(&store) }
            { rehearsal::guide(&store) }
            <section class="screen-only" aria-labelledby="new">
                <h2 id="new">{ store.text(Text::WorkshopNew) }</h2>
                <p><a href={Route::Exchange.to_string()}>{ store.text(Text::PromiseFromFile) }</a></p>
                <Form key={last.map_or_else(String::new, |id| id.to_string())} last={*last} />
            </section>
            if rows.is_empty() {
                { many_rooms(&store) }
            }
        </div>
    }
}

fn many_rooms(store: &Store) -> Html {
    html! {
        <section class="screen-only" aria-labelledby="rooms">
            <h2 id="rooms">{ store.text(Text::RoomsLink) }</h2>
            <p>{ store.text(Text::RoomsLinkText) }</p>
            <p><a class="button button-quiet" href={Place::Rooms(String::new()).fragment()}>{ store.text(Text::SheetRooms) }</a></p>
        </section>
    }
}

fn entry(store: &Rc<Store>, row: &Row, next: Option<Callback<MouseEvent>>) -> Html {
    let id = row.id.to_string();
    let (heading, words, open) = match &row.facts {
        Ok(facts) => {
            let values = [
                ("stage", &*store.text(stage_name(facts.stage))),
                ("received", &*facts.received.to_string()),
                ("date", &*store.date(facts.created)),
            ];
            let words = store.fill(Text::WorkshopRow, &values);
            let name = name(store, &facts.title);
            let name = if facts.rehearsal {
                rehearsed(store, &name)
            } else {
                name
            };
            (name, words, true)
        }
        Err(why) => {
            let text = match why {
                Missing::Unreadable(ReadError::Newer(_)) => Text::WorkshopBrokenNewer,
                _ => Text::WorkshopBroken,
            };
            (
                store.text(Text::HeadingWorkshop),
                store.fill(text, &[("id", &id)]),
                false,
            )
        }
    };
    let about = |label: &str| AttrValue::from(store.pack.texts.about(label, &heading));
    let labelled = |label: Text| about(&store.text(label));
    let delete = store.on_click(match &row.facts {
        Ok(facts) if facts.rehearsal => Action::Workshop(WorkshopAction::RehearsalOver(row.id).into()),
        _ => Action::DeletedRecord(Key::Workshop(row.id)),
    });
    html! {
        <li class="record" key={id}>
            <div class="record-words">
                <h3><bdi translate="no">{ heading.clone() }</bdi></h3>
                <p>{ words }</p>
                if let Some(plan) = row.facts.as_ref().ok().and_then(|facts| plan(store, &facts.plan)) {
                    <p class="workshops-plan">{ plan }</p>
                }
                if let Ok(facts) = &row.facts {
                    { reminder(store, row.id, facts.standing) }
                }
            </div>
            <div class="record-actions screen-only">
                if open {
                    <a href={Place::Console(row.id).fragment()} aria-label={labelled(Text::WorkshopOpen)}>
                        { store.text(Text::WorkshopOpen) }
                    </a>
                    <a href={Place::Sheet(row.id).fragment()} aria-label={labelled(Text::SheetLink)}>
                        { store.text(Text::SheetLink) }
                    </a>
                } else {
                    <a href={Route::MyData.to_string()}>{ store.text(Text::WorkshopSeeData) }</a>
                }
                if let Some((href, words)) = row.facts.as_ref().ok().and_then(|facts| Some(facts.rooms?.link(store, row.id))) {
                    <a {href} aria-label={about(&words)}>{ words }</a>
                }
                if let Some(onclick) = next {
                    <button type="button" class="link" data-next="" aria-label={labelled(Text::PromiseNext)} {onclick}>
                        { store.text(Text::PromiseNext) }
                    </button>
                }
                <button type="button" class="link" aria-label={labelled(Text::WorkshopDelete)} onclick={delete}>
                    { store.text(Text::WorkshopDelete) }
                </button>
            </div>
        </li>
    }
}

/// Fills the form for the next session of the same team. None before there is anything to go on from.
fn next(row: &Row, last: &UseStateHandle<Option<WorkshopId>>) -> Option<Callback<MouseEvent>> {
    let facts = row.facts.as_ref().ok()?;
    if !facts.revealed || facts.rehearsal {
        return None;
    }
    let (last, id) = (last.clone(), row.id);
    Some(Callback::from(move |_| {
        last.set(Some(id));
        browser::after_paint(|| browser::focus("title"));
    }))
}

/// "Debate and experiments · Ada · Next: review on 18 January 2027".
fn plan(store: &Store, plan: &Plan) -> Option<String> {
    in_short(&store.pack, plan, store.inputs().today, |day| {
        store.day(day).to_string()
    })
}
