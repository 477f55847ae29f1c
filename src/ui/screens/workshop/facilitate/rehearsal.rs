//! A rehearsal: the way into one, what marks it at the console, and its invented room, whose codes arrive over a minute.

use super::fold::fold;
use super::form::found;
use super::stage_name;
use crate::app::action::Action;
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::workshop::action::WorkshopAction;
use crate::app::workshop::rehearsing::{Form, LAST, schedule, text};
use crate::app::workshop::setup::Draft;
use crate::browser::{self, Gathered, Ticking};
use crate::domain::code::Round;
use crate::domain::code::invite::Language;
use crate::domain::typed::whole;
use crate::domain::workshop::rehearsal::{Crowd, Rehearsal};
use crate::domain::workshop::stage::{Agenda, Stage};
use crate::ui::charts::qr::Code;
use crate::ui::components::leaving::leaving;
use crate::ui::components::stacking;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// The field of the seed.
const SEED: &str = "rehearsal-seed";

/// One click makes a workshop with an invented room.
pub(super) fn offer(store: &Rc<Store>) -> Html {
    let button = |crowd: Crowd| {
        let n = crowd.size().to_string();
        let label = store.fill(Text::RehearsalTry, &[("n", &n)]);
        let then = Rc::clone(store);
        let onclick = move |_: MouseEvent| begin(&then, crowd);
        let class = if crowd == Crowd::Fourteen {
            "button"
        } else {
            "button button-quiet"
        };
        html! { <button type="button" {class} data-rehearse={n} {onclick}>{ label }</button> }
    };
    let wrong = store.text(Text::RehearsalSeedWrong);
    let onchange = Callback::from(move |event: Event| {
        let is_wrong = is_no_seed(&browser::value(&event));
        browser::say_invalid(&event, is_wrong);
        if is_wrong {
            browser::say(&wrong);
        }
    });
    html! {
        <section class="screen-only" aria-labelledby="rehearsal">
            <h2 id="rehearsal">{ store.text(Text::RehearsalTitle) }</h2>
            <p>{ store.text(Text::RehearsalText) }</p>
            <p class="stage-answers">{ for Crowd::ALL.map(button) }</p>
            { fold(store.text(Text::RehearsalAgain), "seed", html! {
                <div class="field">
                    <label for={SEED}>{ store.text(Text::RehearsalSeed) }</label>
                    <input id={SEED} type="text" inputmode="numeric" autocomplete="off" maxlength="10" {onchange} />
                    <span class="workshop-wrong" id="rehearsal-seed-wrong">{ store.text(Text::RehearsalSeedWrong) }</span>
                </div>
            }) }
        </section>
    }
}

/// Something is typed, and it is no number of a room.
fn is_no_seed(text: &str) -> bool {
    !text.trim().is_empty() && whole(text).is_none()
}

fn begin(store: &Rc<Store>, crowd: Crowd) {
    let Some(language) = Language::new(&store.pack.language).or_else(|| Language::new("en")) else {
        return;
    };
    let mut draft = Draft {
        present: crowd.size().to_string(),
        ..Draft::default()
    };
    let roles = [Text::RehearsalRoleOne, Text::RehearsalRoleTwo];
    for (role, name) in draft.roles.iter_mut().zip(roles) {
        *role = store.text(name).to_string();
    }
    let Ok(settings) = draft.settings(language) else {
        return;
    };
    let text = browser::field_text(SEED);
    let typed = whole(&text);
    if is_no_seed(&text) {
        browser::say(&store.text(Text::RehearsalSeedWrong));
        return;
    }
    let [a, b, ..] = store.inputs().dice;
    let seed = typed.unwrap_or_else(|| u32::from(u16::from_be_bytes([a, b])));
    let rehearsal = Rehearsal { crowd, seed };
    found(store, settings, move |workshop| {
        workshop.rehearsal = Some(rehearsal)
    });
}

/// What marks a rehearsal at the console, and the way to be rid of it.
pub(super) fn banner(handle: &WorkshopHandle) -> Html {
    let Some(rehearsal) = handle.workshop.rehearsal else {
        return Html::default();
    };
    let store = &handle.store;
    let (n, seed) = (rehearsal.crowd.size().to_string(), rehearsal.seed.to_string());
    let (then, id) = (Rc::clone(store), handle.workshop.id);
    let onclick = leaving::<MouseEvent>(move || {
        then.dispatch(Action::Workshop(WorkshopAction::RehearsalOver(id).into()));
        browser::go(&Place::All.fragment());
    });
    html! {
        <div class="notice console-raised" data-rehearsal="">
            <p><strong>{ store.text(Text::RehearsalMark) }</strong>{ " · " }
                { store.fill(Text::RehearsalWho, &[("n", &n), ("seed", &seed)]) }</p>
            <button type="button" class="button button-quiet" data-rehearsal-over="" {onclick}>
                { store.text(Text::RehearsalOver) }
            </button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RoomProps {
    pub(super) handle: WorkshopHandle,
    pub(super) round: Round,
    /// Reads what arrives.
    pub(super) on_gathered: Callback<Gathered>,
}

/// The invented room: second by second, what arrives is read like everything that arrives.
#[component]
pub(super) fn InventedRoom(props: &RoomProps) -> Html {
    let running = use_state_eq(|| false);
    let second = use_mut_ref(|| 0_u32);
    let latest = use_mut_ref(|| props.clone());
    *latest.borrow_mut() = props.clone();
    {
        let running = running.clone();
        use_effect_with((*running, props.round), move |(runs, _)| {
            let ticking = runs.then(|| {
                Ticking::every_second(move || {
                    let now = {
                        let mut second = second.borrow_mut();
                        *second += 1;
                        *second
                    };
                    arrive(&latest.borrow(), now);
                    if now > LAST {
                        *second.borrow_mut() = 0;
                        running.set(false);
                    }
                })
            });
            move || drop(ticking)
        });
    }
    let store = &props.handle.store;
    let onclick = {
        let (running, store) = (running.clone(), Rc::clone(store));
        move |_: MouseEvent| {
            running.set(true);
            // The button goes away.
            browser::focus("stage");
            browser::say(&store.text(Text::RehearsalRuns));
        }
    };
    html! {
        <p class="notice console-raised">
            if *running {
                { store.text(Text::RehearsalRuns) }
            } else {
                <button type="button" class="button" data-answer="" {onclick}>{ store.text(Text::RehearsalAnswer) }</button>
            }
        </p>
    }
}

fn arrive(props: &RoomProps, now: u32) {
    let workshop = &props.handle.workshop;
    let Some(rehearsal) = workshop.rehearsal else {
        return;
    };
    let checklist = &props.handle.store.pack.checklist;
    let due = schedule(rehearsal, props.round);
    let due = due.into_iter().filter(|one| one.second == now);
    let address = browser::address();
    let (mut gathered, mut pictures) = (Gathered::default(), Vec::new());
    for one in due {
        let Some(text) = text(workshop, checklist, props.round, one, &address) else {
            continue;
        };
        let picture = (one.form == Form::Picture).then(|| Code::of(&text)).flatten();
        match picture {
            Some(picture) => pictures.push(picture.bitmap()),
            None => gathered.texts.push(text),
        }
    }
    if !gathered.texts.is_empty() {
        props.on_gathered.emit(gathered);
    }
    let read = props.on_gathered.clone();
    browser::gather_pictures(&pictures, move |gathered| read.emit(gathered));
}

/// What to prepare and to say, stage by stage, on one page of paper: from the stages' own words.
pub(super) fn guide(store: &Rc<Store>) -> Html {
    let prepare = [
        Text::RehearsalPrepareRoom,
        Text::RehearsalPrepareWindow,
        Text::RehearsalPrepareInvite,
        Text::RehearsalPrepareCopy,
    ];
    let stage = |stage: Stage| {
        let (say, act) = super::situation::words(stage);
        let minutes = stage.seconds(Agenda::Sixty) / 60;
        let minutes = if minutes > 0 {
            minutes.to_string()
        } else {
            String::new()
        };
        stacking::Row {
            key: None,
            class: None,
            heading: store.text(stage_name(stage)).into(),
            cells: vec![minutes.into(), store.text(say).into(), store.text(act).into()],
        }
    };
    let columns = [
        Text::RehearsalStage,
        Text::RehearsalMinutes,
        Text::WorkshopSay,
        Text::WorkshopDo,
    ]
    .map(|text| store.text(text));
    let stages = Stage::ALL.map(stage);
    let then = Rc::clone(store);
    let print = move |_: MouseEvent| {
        let name = then.text(Text::RehearsalGuide);
        let screen = then.pack.row(&[&*name, &String::from(then.inputs().today)]);
        browser::print_as(&then.fill(Text::SiteTitle, &[("screen", &screen)]));
    };
    html! {
        <details class="console-fold">
            <summary>{ store.text(Text::RehearsalGuide) }</summary>
            <div class="console-settings">
                <ul>{ for prepare.map(|text| html! { <li>{ store.text(text) }</li> }) }</ul>
                { stacking::stacking(Some("stacking-named"), store.text(Text::RehearsalGuide), &columns, stages) }
                <p class="screen-only">
                    <button type="button" class="button button-quiet" data-guide="" onclick={print}>{ store.text(Text::ResultsPrint) }</button>
                </p>
            </div>
        </details>
    }
}
