//! An answer code that was opened as a link: taken on the facilitator's device, handed on from any other.

use super::collect::problem_words;
use super::name;
use crate::app::place::Place;
use crate::app::state::Startup;
use crate::app::text::Text;
use crate::app::workshop::answer_link::{Destination, locate};
use crate::app::workshop::collecting::{Batch, Report};
use crate::app::workshop::workshops;
use crate::domain::code::WorkshopId;
use crate::domain::code::answer::Response;
use crate::domain::workshop::change::Dispositions;
use crate::domain::workshop::collect::CodeProblem;
use crate::ui::components::link::Link;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use crate::ui::workshop_handle::{WorkshopHandle, latest};
use std::rc::Rc;

/// The screen.
pub fn answer(_store: &Rc<Store>, code: &str) -> Html {
    html! { <Answer code={code.to_owned()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    code: AttrValue,
}

/// What became of the code.
#[derive(Clone, PartialEq)]
enum Fate {
    Taken(WorkshopHandle, Dispositions),
    Closed(WorkshopHandle),
    Refused(WorkshopHandle, CodeProblem),
    Elsewhere,
    Broken,
}

#[component]
fn Answer(props: &Props) -> Html {
    let store = use_store();
    let ready = use_selector(|state, _| state.startup == Startup::Ready);
    let fate = use_state_eq(|| None::<Fate>);
    {
        let (store, fate) = (Rc::clone(&store), fate.clone());
        use_effect_with((props.code.clone(), *ready), move |(code, ready)| {
            if *ready {
                fate.set(Some(meet(&store, code)));
            }
        });
    }
    let words = match &*fate {
        None => html! { <p>{ store.text(Text::CollectAnswerReading) }</p> },
        Some(fate) => drawn(&store, fate, &props.code),
    };
    html! {
        <div class="prose">
            <h1 tabindex="-1">{ store.text(Text::CollectAnswerTitle) }</h1>
            <div class="answer" aria-live="polite" aria-atomic="true">{ words }</div>
        </div>
    }
}

/// Takes the code where it fits.
fn meet(store: &Rc<Store>, code: &str) -> Fate {
    let workshops = workshops(&store.state());
    match locate(code, workshops.iter()) {
        Destination::Fits(id, response) => match handle(store, id) {
            Some(handle) => taken(handle, *response),
            None => Fate::Elsewhere,
        },
        Destination::Settled(id, arrivals) => {
            handle(store, id).map_or(Fate::Elsewhere, |handle| Fate::Taken(handle, arrivals))
        }
        Destination::Closed(id) => handle(store, id).map_or(Fate::Elsewhere, Fate::Closed),
        Destination::Refused(id, why) => {
            handle(store, id).map_or(Fate::Elsewhere, |handle| Fate::Refused(handle, why))
        }
        Destination::Elsewhere => Fate::Elsewhere,
        Destination::Broken => Fate::Broken,
    }
}

fn handle(store: &Rc<Store>, id: WorkshopId) -> Option<WorkshopHandle> {
    let workshop = latest(store, id).ok()?;
    let store = Rc::clone(store);
    Some(WorkshopHandle::new(store, workshop))
}

fn taken(handle: WorkshopHandle, response: Response) -> Fate {
    let Some(round) = handle.workshop.open_round() else {
        return Fate::Closed(handle);
    };
    let batch = Batch {
        round,
        responses: vec![response],
    };
    let mut report = Report::default();
    handle.receive(batch, &mut report);
    match report {
        report if report.late || report.is_empty() => Fate::Closed(handle),
        report => Fate::Taken(handle, report.arrivals),
    }
}

fn drawn(store: &Rc<Store>, fate: &Fate, code: &AttrValue) -> Html {
    let about = |text: Text, handle: &WorkshopHandle| {
        let name = name(store, &handle.workshop.settings.title);
        store.fill(text, &[("name", &name)])
    };
    let open = |handle: &WorkshopHandle| {
        html! {
            <p>
                <a class="button" href={Place::Console(handle.workshop.id).fragment()}>
                    { store.text(Text::CollectAnswerOpen) }
                </a>
            </p>
        }
    };
    match fate {
        Fate::Taken(handle, arrivals) => {
            let text = match arrivals {
                Dispositions { new: 1.., .. } => Text::CollectAnswerNew,
                Dispositions { replaced: 1.., .. } => Text::CollectAnswerReplaced,
                Dispositions { older: 1.., .. } => Text::CollectAnswerOlder,
                Dispositions { taken_out: 1.., .. } => Text::CollectAnswerOut,
                _ => Text::CollectAnswerDuplicate,
            };
            html! { <><p class="lead">{ about(text, handle) }</p>{ open(handle) }</> }
        }
        Fate::Closed(handle) => {
            html! { <><p class="lead">{ about(Text::CollectAnswerClosed, handle) }</p>{ open(handle) }</> }
        }
        Fate::Refused(handle, why) => html! {
            <>
                <p class="lead">{ about(Text::CollectAnswerRefused, handle) }</p>
                <p>{ problem_words(store, *why, 1) }</p>
                { open(handle) }
            </>
        },
        Fate::Elsewhere => html! {
            <>
                <p class="lead">{ store.text(Text::CollectAnswerElsewhere) }</p>
                <p>{ store.text(Text::CollectAnswerHandOver) }</p>
                <Link id="code" text={code.clone()} label={Text::CollectAnswerCode} button={Text::CollectAnswerCopy}
                    copied={Text::CollectAnswerCopied} qr=false />
            </>
        },
        Fate::Broken => html! { <p class="lead">{ store.text(Text::CollectAnswerBroken) }</p> },
    }
}
