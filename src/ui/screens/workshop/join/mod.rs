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

use crate::app::action::Action;
use crate::app::pack::Pack;
use crate::app::place::Place;
use crate::app::route::Route;
use crate::app::state::{SaveState, State};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::action::{TicketEvent, WorkshopAction};
use crate::app::workshop::joining::{self, CodeStanding, Far, Refusal};
use crate::app::workshop::{self, Missing};
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::domain::code::answer::RolePlace;
use crate::domain::code::invite::Invite;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::question::AreaId;
use crate::domain::record::ReadError;
use crate::domain::workshop::ticket::{Ending, Ticket};
use crate::ui::components::dead_end::dead_end;
use crate::ui::components::leaving::leaving;
use crate::ui::components::passing::Elsewhere;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

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

/// What there is to show.
#[derive(Clone, PartialEq)]
enum Situation {
    /// The link holds no invite that can be used. The answers to it are still here, unless they are kept.
    Refused(Refusal, Option<(WorkshopId, AssessmentId)>),
    /// What this device keeps of the workshop cannot be read.
    Unreadable(ReadError),
    /// The later vote is about an area that this page does not know.
    UnknownArea,
    /// Nobody has joined on this device.
    Invited(Rc<Invite>),
    /// Somebody has.
    Joined(Rc<Invite>, Rc<Ticket>, Facts),
}

/// When this changes, the focus goes to the new heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    Refused,
    Invite,
    Part,
}

impl Situation {
    const fn scene(&self) -> Scene {
        match self {
            Self::Refused(..) | Self::Unreadable(_) | Self::UnknownArea => Scene::Refused,
            Self::Invited(_) => Scene::Invite,
            Self::Joined(..) => Scene::Part,
        }
    }
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

impl Said {
    /// Why there is no code.
    const fn trouble(self) -> Option<Text> {
        match self {
            Self::NoEntropy => Some(Text::JoinNoEntropy),
            Self::CannotSeal => Some(Text::JoinRefusedKey),
            Self::PickARole | Self::Copied | Self::CopyRefused => None,
        }
    }
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
    /// Whether the device is passed round.
    passing: UseStateHandle<bool>,
}

/// How far the participant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Facts {
    /// None if the answers are not here.
    far: Option<Far>,
    standing: CodeStanding,
    save: SaveState,
    /// Whether it is a rehearsal of this device, whose answers nobody keeps.
    rehearsal: bool,
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
    let second = props.second;
    let situation = use_situation(&store, &props.link, second);
    let scene = situation.scene();
    let heading = heading(&store, second, &situation);
    let ui = use_ui(second, scene);
    use_focus((scene, *ui.passing));
    if *ui.passing
        && let Situation::Invited(invite) | Situation::Joined(invite, ..) = &*situation
    {
        let passing = ui.passing.setter();
        let on_leave = leaving(move || passing.set(false));
        return html! { <Elsewhere invite={Rc::clone(invite)} {second} {on_leave} /> };
    }
    let view = |invite| View {
        store: &store,
        ui: &ui,
        invite,
        second,
    };
    let dead_end = |text: Text| dead_end(&store, Text::JoinRefused, store.text(text));
    match &*situation {
        Situation::Refused(refusal, stranded) => refused(&store, *refusal, *stranded),
        Situation::Unreadable(ReadError::Newer(_)) => dead_end(Text::JoinNewer),
        Situation::Unreadable(_) => dead_end(Text::JoinUnreadable),
        Situation::UnknownArea => dead_end(Text::JoinRefusedArea),
        Situation::Invited(invite) => view(invite).invite(),
        Situation::Joined(invite, ticket, facts) => PartView {
            view: view(invite),
            ticket,
            facts: *facts,
        }
        .screen(&heading),
    }
}

/// What is picked, asked and said on the screen.
#[hook]
fn use_ui(second: Option<(Round, AreaId)>, scene: Scene) -> Ui {
    let ui = Ui {
        pick: use_state_eq(|| None),
        ending: use_state_eq(Ending::default),
        said: use_state_eq(|| None),
        asking: use_state_eq(|| Asking::Nothing),
        forgotten: use_state_eq(|| Forgotten::Nothing),
        passing: use_state_eq(|| false),
    };
    let (said, asking) = (ui.said.clone(), ui.asking.clone());
    // What was said or asked belongs to the place where it was.
    use_effect_with((second.map(|(round, _)| round), scene), move |_| {
        said.set(None);
        asking.set(Asking::Nothing);
    });
    ui
}

/// The invite is read once for each link.
#[hook]
fn use_situation(store: &Rc<Store>, link: &AttrValue, second: Option<(Round, AreaId)>) -> Rc<Situation> {
    let opened = {
        let store = Rc::clone(store);
        use_memo(link.clone(), move |link| {
            joining::read(&store.pack.checklist, link).map(Rc::new)
        })
    };
    let link = link.clone();
    use_selector(move |state, pack| situation(state, pack, &link, &opened, second))
}

fn situation(
    state: &State,
    pack: &Pack,
    link: &str,
    opened: &Result<Rc<Invite>, Refusal>,
    second: Option<(Round, AreaId)>,
) -> Situation {
    let invite = match opened {
        Ok(invite) => Rc::clone(invite),
        Err(refusal) => return Situation::Refused(*refusal, stranded(state, link)),
    };
    let ticket = workshop::ticket(state, invite.workshop);
    let known = |(_, area)| pack.checklist.area(area).is_some();
    match ticket {
        Err(Missing::Unreadable(error)) => Situation::Unreadable(error),
        _ if !second.is_none_or(known) => Situation::UnknownArea,
        Err(Missing::NotHere) => Situation::Invited(invite),
        Ok(ticket) => {
            let round = second.map_or(Round::FIRST, |(round, _)| round);
            let facts = facts(state, pack, &invite, &ticket, round);
            Situation::Joined(invite, ticket, facts)
        }
    }
}

/// Whatever has become of the invite, the answers are not lost with it.
fn refused(store: &Rc<Store>, refusal: Refusal, stranded: Option<(WorkshopId, AssessmentId)>) -> Html {
    html! {
        <div class="prose">
            <h1 tabindex="-1">{ store.text(Text::JoinRefused) }</h1>
            <p class="lead">{ store.text(why(refusal)) }</p>
            <p class="join-actions">
                <a class="button" href={Route::Home.to_string()}>{ store.text(Text::MissingHome) }</a>
                if let Some((workshop, assessment)) = stranded {
                    { ending::keep_button(store.text(Text::JoinKeep), ending::keep(store, workshop, assessment, vec![])) }
                }
            </p>
            <p><a href={Place::Invited.fragment()}>{ store.text(Text::InvitedLink) }</a></p>
        </div>
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
        rehearsal: workshop::is_rehearsal(state, invite.workshop),
    }
}

fn heading(store: &Store, second: Option<(Round, AreaId)>, situation: &Situation) -> AttrValue {
    let facts = match situation {
        Situation::Invited(_) => return store.text(Text::JoinTitle),
        Situation::Joined(_, _, facts) => facts,
        _ => return store.text(Text::JoinRefused),
    };
    let finished = facts.far.is_some_and(|far| far.next.is_none());
    match second {
        Some((_, area)) => store.fill(
            Text::JoinSecondTitle,
            &[("area", &store.pack.words.area(area, AreaWord::Name))],
        ),
        None if finished || facts.standing != CodeStanding::NotMade => store.text(Text::JoinCodeTitle),
        None => store.text(Text::JoinBack),
    }
}

/// What was clicked goes away with the scene, or with one that has the device go round.
#[hook]
fn use_focus(shown: (Scene, bool)) {
    let before = use_mut_ref(|| shown);
    use_effect_with(shown, move |shown| {
        if before.replace(*shown) != *shown {
            browser::focus_heading();
        }
    });
}

/// Something happened in this device's part in a workshop.
fn happened(store: &Store, workshop: WorkshopId, event: TicketEvent) {
    store.dispatch(Action::Workshop(WorkshopAction::Ticket(workshop, event).into()));
}

/// Begins the assessment of the ticket that stands here, and goes to its first question.
fn begin(store: &Store, invite: &Invite) {
    let Ok(ticket) = workshop::ticket(&store.state(), invite.workshop) else {
        return;
    };
    let id = ticket.assessment;
    let name = store.text(Text::JoinSubject).to_string();
    let assessment = joining::assessment(invite, name, id, store.inputs().now);
    store.dispatch(Action::Workshop(
        WorkshopAction::Began(Box::new(assessment)).into(),
    ));
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
