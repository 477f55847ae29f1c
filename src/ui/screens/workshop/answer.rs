//! An answer code that was opened as a link: taken on the facilitator's device, handed on from any other.

use super::collect::problem_words;
use super::link::Link;
use super::name;
use crate::app::state::Stage;
use crate::app::text::Text;
use crate::app::workshop::collecting::{Batch, Report, take};
use crate::app::workshop::landing::{Landing, land};
use crate::app::workshop::place::Place;
use crate::app::workshop::{workshop, workshops};
use crate::domain::code::WorkshopId;
use crate::domain::code::answer::Response;
use crate::domain::record::Key;
use crate::domain::workshop::change::Arrivals;
use crate::domain::workshop::collect::Problem;
use crate::ui::desk::Desk;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;
use yew::prelude::*;

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
    Taken(Desk, Arrivals),
    Closed(Desk),
    Refused(Desk, Problem),
    Elsewhere,
    Broken,
}

#[component]
fn Answer(props: &Props) -> Html {
    let store = use_store();
    let ready = use_selector(|state, _| state.stage == Stage::Ready);
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
            <div class="answer" role="status">{ words }</div>
        </div>
    }
}

/// Takes the code where it fits.
fn meet(store: &Rc<Store>, code: &str) -> Fate {
    let workshops = workshops(&store.state());
    match land(code, workshops.iter()) {
        Landing::Fits(id, response) => match desk(store, id) {
            Some(desk) => taken(desk, *response),
            None => Fate::Elsewhere,
        },
        Landing::Closed(id) => desk(store, id).map_or(Fate::Elsewhere, Fate::Closed),
        Landing::Refused(id, why) => desk(store, id).map_or(Fate::Elsewhere, |desk| Fate::Refused(desk, why)),
        Landing::Elsewhere => Fate::Elsewhere,
        Landing::Broken => Fate::Broken,
    }
}

fn desk(store: &Rc<Store>, id: WorkshopId) -> Option<Desk> {
    let text = store.document(&Key::Workshop(id));
    let workshop = Rc::new(workshop(id, text.as_deref()).ok()?);
    let store = Rc::clone(store);
    Some(Desk { store, workshop })
}

fn taken(desk: Desk, response: Response) -> Fate {
    let Some(round) = desk.workshop.open_round() else {
        return Fate::Closed(desk);
    };
    let batch = Batch {
        round,
        responses: vec![response],
    };
    let now = desk.store.surroundings().now;
    let report = desk.edit(|workshop| {
        let mut report = Report::default();
        take(workshop, batch, &mut report, now);
        report
    });
    match report {
        Some(report) if !report.late => Fate::Taken(desk, report.arrivals),
        _ => Fate::Closed(desk),
    }
}

fn drawn(store: &Rc<Store>, fate: &Fate, code: &AttrValue) -> Html {
    let about = |text: Text, desk: &Desk| {
        let name = name(store, &desk.workshop.settings.title);
        store.fill(text, &[("name", &name)])
    };
    let open = |desk: &Desk| {
        html! {
            <p>
                <a class="button" href={Place::Console(desk.workshop.id).fragment()}>
                    { store.text(Text::CollectAnswerOpen) }
                </a>
            </p>
        }
    };
    match fate {
        Fate::Taken(desk, arrivals) => {
            let text = match arrivals {
                Arrivals { new: 1.., .. } => Text::CollectAnswerNew,
                Arrivals { replaced: 1.., .. } => Text::CollectAnswerReplaced,
                _ => Text::CollectAnswerDuplicate,
            };
            html! { <><p class="lead">{ about(text, desk) }</p>{ open(desk) }</> }
        }
        Fate::Closed(desk) => {
            html! { <><p class="lead">{ about(Text::CollectAnswerClosed, desk) }</p>{ open(desk) }</> }
        }
        Fate::Refused(desk, why) => html! {
            <>
                <p class="lead">{ about(Text::CollectAnswerRefused, desk) }</p>
                <p>{ problem_words(store, *why, 1) }</p>
                { open(desk) }
            </>
        },
        Fate::Elsewhere => html! {
            <>
                <p class="lead">{ store.text(Text::CollectAnswerElsewhere) }</p>
                <Link id="code" text={code.clone()} label={Text::CollectAnswerCode} button={Text::CollectAnswerCopy}
                    copied={Text::CollectAnswerCopied} qr=false />
            </>
        },
        Fate::Broken => html! { <p class="lead">{ store.text(Text::CollectAnswerBroken) }</p> },
    }
}
