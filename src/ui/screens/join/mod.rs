//! A participant in a workshop: the invite, one's part in it, the answer code, and what stays on the device.
//!
//! The answers to the first vote are given on the screens of an assessment. Whatever would show its result leads here until the
//! participant keeps the answers as an assessment of their own.

mod code;
mod ending;
mod invite;
mod part;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::action::{Action, Edit};
use crate::app::pack::Pack;
use crate::app::route::Route;
use crate::app::state::{SaveState, State};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::joining::{self, Far, Refusal, Standing};
use crate::app::workshop::{self, Missing};
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::domain::code::answer::RolePlace;
use crate::domain::code::invite::Invite;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::question::AreaId;
use crate::domain::record::{Key, ReadError, write_assessment, write_ticket};
use crate::domain::workshop::ticket::{Ending, Ticket};
use crate::ui::components::dead_end::dead_end;
use crate::ui::store::{Store, use_selector, use_store};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// The screen of an invite's link, for a later vote with its round and area.
pub fn join(invite: &str, second: Option<(Round, AreaId)>) -> Html {
    let second = second.filter(|(round, _)| *round != Round::FIRST);
    html! { <Join link={invite.to_owned()} {second} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    link: AttrValue,
    second: Option<(Round, AreaId)>,
}

/// What there is to show; when it changes, the focus goes to the new heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    Refused,
    Invite,
    Part,
}

/// What the participant picked of the roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pick {
    Role(RolePlace),
    RatherNotSay,
}

/// What was said last in answer to a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    PickARole,
    Copied,
    CopyRefused,
    NoEntropy,
    CannotSeal,
}

/// Whether forgetting was asked for and not yet confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    Nothing,
    Forget,
}

/// Whether everything was forgotten on this screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Forgotten {
    Nothing,
    Everything,
}

/// What lives as long as the screen.
struct Ui {
    pick: UseStateHandle<Option<Pick>>,
    ending: UseStateHandle<Ending>,
    said: UseStateHandle<Option<Said>>,
    asking: UseStateHandle<Asking>,
    forgotten: UseStateHandle<Forgotten>,
}

/// How far the participant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Facts {
    /// None if the answers are not here.
    far: Option<Far>,
    standing: Standing,
    save: SaveState,
}

/// The open invite.
struct View<'a> {
    store: &'a Rc<Store>,
    ui: &'a Ui,
    invite: &'a Rc<Invite>,
    second: Option<(Round, AreaId)>,
}

/// One's part in the workshop.
struct PartView<'a> {
    view: View<'a>,
    ticket: &'a Rc<Ticket>,
    facts: Facts,
}

#[component]
fn Join(props: &Props) -> Html {
    let store = use_store();
    browser::count_render("join");
    let ui = Ui {
        pick: use_state_eq(|| None),
        ending: use_state_eq(Ending::default),
        said: use_state_eq(|| None),
        asking: use_state_eq(|| Asking::Nothing),
        forgotten: use_state_eq(|| Forgotten::Nothing),
    };
    let (link, second) = (props.link.clone(), props.second);
    let opened = {
        let store = Rc::clone(&store);
        use_memo(link, move |link| {
            joining::read(&store.pack.checklist, link).map(Rc::new)
        })
    };
    let invite = (*opened).clone().ok();
    let stranded = {
        let link = opened.is_err().then(|| props.link.clone());
        use_selector(move |state, _| stranded(state, link.as_deref()?))
    };
    let workshop = invite.as_ref().map(|invite| invite.workshop);
    let stored = use_selector(move |state, _| {
        let aside = state.aside.get(&Key::Ticket(workshop?));
        aside.map(|aside| aside.text.clone())
    });
    let read = use_memo((workshop, stored), |(workshop, stored)| {
        workshop.map(|id| workshop::ticket(id, stored.as_deref()).map(Rc::new))
    });
    let ticket = (*read).as_ref().and_then(|read| read.clone().ok());
    let round = second.map_or(Round::FIRST, |(round, _)| round);
    let facts = {
        let both = invite.clone().zip(ticket.clone());
        use_selector(move |state, pack| {
            let (invite, ticket) = both.as_ref()?;
            Some(facts(state, pack, invite, ticket, round))
        })
    };
    let unreadable = match &*read {
        Some(Err(Missing::Unreadable(error))) => Some(error),
        _ => None,
    };
    let area_unknown = second.is_some_and(|(_, area)| store.pack.checklist.area(area).is_none());
    let scene = match (&invite, *facts) {
        (None, _) => Scene::Refused,
        _ if unreadable.is_some() || area_unknown => Scene::Refused,
        (Some(_), None) => Scene::Invite,
        (Some(_), Some(_)) => Scene::Part,
    };
    let heading = facts
        .filter(|_| scene == Scene::Part)
        .map(|facts| heading(&store, second, facts));
    use_title(&store, scene, heading.clone());
    use_focus(scene);
    {
        let (said, asking) = (ui.said.clone(), ui.asking.clone());
        // What was said or asked belongs to the place where it was.
        use_effect_with((round, scene), move |_| {
            said.set(None);
            asking.set(Asking::Nothing);
        });
    }
    let refused = |text: Text| dead_end(&store, Text::JoinRefused, store.text(text));
    let invite = match &*opened {
        Ok(invite) => invite,
        Err(refusal) => {
            return html! {
                <>
                    { refused(why(*refusal)) }
                    // Whatever has become of the invite, the answers are not lost with it.
                    if let Some((workshop, assessment)) = *stranded {
                        <p>{ ending::keep_button(store.text(Text::JoinKeep), ending::keep(&store, workshop, assessment, vec![])) }</p>
                    }
                </>
            };
        }
    };
    if let Some(error) = unreadable {
        return refused(match error {
            ReadError::Newer(_) => Text::JoinNewer,
            _ => Text::JoinUnreadable,
        });
    }
    if area_unknown {
        return refused(Text::JoinRefusedArea);
    }
    let view = View {
        store: &store,
        ui: &ui,
        invite,
        second,
    };
    match (&ticket, *facts, heading) {
        (Some(ticket), Some(facts), Some(heading)) => PartView { view, ticket, facts }.screen(&heading),
        _ => view.invite(),
    }
}

const fn why(refusal: Refusal) -> Text {
    match refusal {
        Refusal::NotACode => Text::JoinRefusedNotACode,
        Refusal::Damaged => Text::JoinRefusedDamaged,
        Refusal::OtherVersion => Text::JoinRefusedVersion,
        Refusal::OtherInstrument => Text::JoinRefusedInstrument,
        Refusal::Unusable => Text::JoinRefusedKey,
    }
}

/// The answers to an invite that does not open any more, unless they are kept already.
fn stranded(state: &State, link: &str) -> Option<(WorkshopId, AssessmentId)> {
    let mut tickets = workshop::tickets(state).into_iter();
    let ticket = tickets.find(|ticket| ticket.invite == link && ticket.ending != Ending::Kept)?;
    let assessment = state.assessment(ticket.assessment)?;
    Some((ticket.workshop, assessment.id))
}

fn facts(state: &State, pack: &Pack, invite: &Invite, ticket: &Ticket, round: Round) -> Facts {
    let assessment = state.assessment(ticket.assessment);
    Facts {
        far: assessment.map(|assessment| joining::far(&pack.checklist, assessment)),
        standing: joining::standing(&pack.checklist, invite, ticket, assessment, round),
        save: state.save,
    }
}

fn heading(store: &Store, second: Option<(Round, AreaId)>, facts: Facts) -> AttrValue {
    let finished = facts.far.is_some_and(|far| far.next.is_none());
    match second {
        Some((_, area)) => store.fill(
            Text::JoinSecondTitle,
            &[("area", &store.pack.words.area(area, AreaWord::Name))],
        ),
        None if finished || facts.standing != Standing::NotMade => store.text(Text::JoinCodeTitle),
        None => store.text(Text::JoinBack),
    }
}

/// The window is named after what is shown, not after the address.
#[hook]
fn use_title(store: &Rc<Store>, scene: Scene, heading: Option<AttrValue>) {
    let screen = match scene {
        Scene::Refused => store.text(Text::JoinRefused),
        Scene::Invite => store.text(Text::JoinTitle),
        Scene::Part => heading.unwrap_or_default(),
    };
    let title = store.fill(Text::SiteTitle, &[("screen", &screen)]);
    use_effect_with(title, |title| {
        let here = Rc::new(Cell::new(true));
        let (title, still) = (title.clone(), Rc::clone(&here));
        // The page names it after the address in the same turn.
        browser::after_paint(move || {
            if still.get() {
                browser::set_title(&title);
            }
        });
        move || here.set(false)
    });
}

/// What was clicked goes away with the scene.
#[hook]
fn use_focus(scene: Scene) {
    let before = use_mut_ref(|| scene);
    use_effect_with(scene, move |scene| {
        if before.replace(*scene) != *scene {
            browser::focus_heading();
        }
    });
}

/// Stores what an edit makes of the ticket as it stands now, another window's changes included.
fn edit<T>(store: &Store, workshop: WorkshopId, edit: impl FnOnce(&mut Ticket) -> T) -> Option<T> {
    let key = Key::Ticket(workshop);
    let text = store.document(&key);
    let mut ticket = workshop::ticket(workshop, text.as_deref()).ok()?;
    let made = edit(&mut ticket);
    store.dispatch(Action::Kept(key, write_ticket(&ticket)));
    Some(made)
}

/// Begins the assessment of a ticket and goes to its first question.
fn begin(store: &Store, invite: &Invite, id: AssessmentId) {
    let assessment = joining::assessment(invite, id, store.surroundings().now);
    // It comes in as one that stands in this browser already, so that the first load knows no way of beginning for this alone.
    store.dispatch(Action::StoredElsewhere {
        key: Key::Assessment(id).to_string(),
        text: Some(write_assessment(&assessment)),
    });
    let name = store.text(Text::JoinSubject).to_string();
    store.dispatch(Action::Edited(id, Edit::NamedSubject(name)));
    browser::go(&questions(store, id).to_string());
}

/// The first open question, or the first of all. The address names it, so that an answer does not turn the page.
fn questions(store: &Store, id: AssessmentId) -> Route {
    let (state, checklist) = (store.state(), &store.pack.checklist);
    let step = state.assessment(id).and_then(|assessment| {
        let first = || assessment.steps(checklist).first().copied();
        assessment.first_open(checklist).or_else(first)
    });
    Route::Assess(id, step)
}

/// A way to store a new ticket, unless there is one by now.
fn keep(store: &Store, ticket: &Ticket) {
    let key = Key::Ticket(ticket.workshop);
    if workshop::ticket(ticket.workshop, store.document(&key).as_deref()).is_err() {
        store.dispatch(Action::Kept(key, write_ticket(ticket)));
    }
}
