//! The console: where the facilitator is, what to say and do, who is in, and what the room's window is told.

use super::collect::collect;
use super::health::health;
use super::link::Link;
use super::settings::settings;
use super::timer::Timer;
use super::{name, stage, stage_name};
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::app::workshop::place::Place;
use crate::app::workshop::wall_message::{self, BACK, HELLO, ON};
use crate::browser::{self, Channel};
use crate::domain::code::WorkshopId;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::wall::Wall;
use crate::ui::components::progress::save_line;
use crate::ui::components::room::pages::{Scene, pages, scene};
use crate::ui::components::session_file;
use crate::ui::desk::{Desk, missing, use_desk};
use crate::ui::store::{Store, use_selector, use_store};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The screen.
pub fn console(_store: &Rc<Store>, id: WorkshopId) -> Html {
    html! { <Console {id} key={id.to_string()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ConsoleProps {
    id: WorkshopId,
}

#[component]
fn Console(props: &ConsoleProps) -> Html {
    let store = use_store();
    browser::count_render("console");
    let desk = use_desk(props.id);
    let save = use_selector(|state, _| state.save);
    let kept = use_state_eq(|| false);
    {
        let kept = kept.clone();
        use_effect_with((), move |()| browser::when_kept(move || kept.set(true)));
    }
    let standing = {
        let workshop = desk.as_ref().ok().map(|desk| Rc::clone(&desk.workshop));
        use_selector(move |state, _| {
            workshop
                .as_ref()
                .map(|workshop| session_file::standing(state, workshop))
        })
    };
    let turning = use_wall(props.id, desk.as_ref().ok().cloned());
    use_focus_on_stage(desk.as_ref().ok().map(|desk| desk.workshop.stage));
    let invited = use_memo(
        desk.as_ref().ok().map(|desk| desk.workshop.settings.clone()),
        |settings| {
            let desk = desk.as_ref().ok().filter(|_| settings.is_some());
            desk.map(|desk| invite_link(&desk.workshop))
        },
    );
    let desk = match &desk {
        Ok(desk) => desk,
        Err(why) => return missing(&store, why),
    };
    let here = desk.workshop.stage;
    let polling = here <= Stage::Close;
    let values = [("n", &*(here.position() + 1).to_string())];
    html! {
        <article class="console">
            <header class="console-head">
                <p class="hint">
                    <a href={Place::All.fragment()}>{ store.text(Text::WorkshopAll) }</a>{ " · " }
                    <a href={Place::Sheet(props.id).fragment()}>{ store.text(Text::SheetLink) }</a>{ " · " }
                    { save_line(&store, *save) }
                    if *kept && matches!(*save, SaveState::Untouched | SaveState::Saved) {
                        { " · " }{ store.text(Text::WorkshopReloads) }
                    }
                </p>
                <h1 tabindex="-1">{ name(&store, &desk.workshop.settings.title) }</h1>
            </header>
            { rail(desk) }
            <div class="console-bar">
                if here == Stage::Report {
                    <span />
                } else {
                    <Timer desk={desk.clone()} />
                }
                { turn(desk) }
            </div>
            <div class="console-body">
                <section class="console-stage" aria-labelledby="stage">
                    <div>
                        <p class="eyebrow">{ store.fill(Text::WorkshopStageOf, &values) }</p>
                        <h2 id="stage" tabindex="-1">{ store.text(stage_name(here)) }</h2>
                    </div>
                    { pager(&store, &turning) }
                    { prompt(desk) }
                    { body(desk, (*invited).clone().unwrap_or_default()) }
                    if desk.workshop.open_round().is_some() {
                        <div key="collect">{ collect(desk) }</div>
                    }
                </section>
                <aside class="console-side">
                    if !polling {
                        { health(desk) }
                    }
                    if let Some(standing) = *standing {
                        { session_file::reminder(&store, props.id, standing) }
                    }
                    { windows(desk) }
                    { notes(desk) }
                    { settings(desk) }
                </aside>
            </div>
        </article>
    }
}

/// The link that everybody opens.
fn invite_link(workshop: &crate::domain::workshop::Workshop) -> AttrValue {
    let place = Place::Join(workshop.invite().seal().to_string(), None);
    format!("{}{}", browser::address(), place.fragment()).into()
}

/// What the room's window shows, of how many pages, and the way to another one.
#[derive(Clone, PartialEq)]
struct Turning {
    page: usize,
    pages: usize,
    turn: Callback<usize>,
}

/// Tells the room's window whatever changes, and everything when it asks. The pages begin anew with each scene.
#[hook]
fn use_wall(id: WorkshopId, desk: Option<Desk>) -> Turning {
    let turned = use_state_eq(|| None::<(Scene, usize)>);
    let told = use_memo(desk, |desk| {
        let desk = desk.as_ref()?;
        let count = pages(&desk.store, &desk.workshop).len();
        Some((scene(&desk.workshop), count, Wall::of(&desk.workshop)))
    });
    let (now, count) = told
        .as_ref()
        .as_ref()
        .map_or((None, 1), |(scene, count, _)| (Some(*scene), *count));
    let kept = turned.filter(|(scene, _)| Some(*scene) == now);
    let page = kept.map_or(0, |(_, page)| page).min(count.saturating_sub(1));
    let turn = {
        let turned = turned.setter();
        Callback::from(move |page: usize| turned.set(now.map(|now| (now, page.min(count.saturating_sub(1))))))
    };
    let turning = Turning {
        page,
        pages: count,
        turn,
    };
    let latest = use_mut_ref(|| None::<(Wall, Turning)>);
    let channel = use_mut_ref(|| None::<Channel>);
    let wall = told
        .as_ref()
        .as_ref()
        .map(|(_, _, wall)| Wall { page, ..wall.clone() });
    *latest.borrow_mut() = wall.clone().map(|wall| (wall, turning.clone()));
    {
        let channel = Rc::clone(&channel);
        use_effect_with(id, move |id| {
            let way = Rc::clone(&channel);
            let hear = move |text: String| {
                let Some((wall, turning)) = latest.borrow().clone() else {
                    return;
                };
                match &*text {
                    HELLO => tell(&way, Some(&wall)),
                    ON => turning.turn.emit(turning.page + 1),
                    BACK => turning.turn.emit(turning.page.saturating_sub(1)),
                    _ => {}
                }
            };
            *channel.borrow_mut() = Some(Channel::open(&wall_message::channel(*id), hear));
            move || drop(channel.take())
        });
    }
    use_effect_with(wall, move |wall| tell(&channel, wall.as_ref()));
    turning
}

fn tell(channel: &RefCell<Option<Channel>>, wall: Option<&Wall>) {
    if let (Some(channel), Some(wall)) = (&*channel.borrow(), wall) {
        channel.say(&wall_message::write(wall));
    }
}

/// The page that the room sees, and those beside it.
fn pager(store: &Store, turning: &Turning) -> Html {
    let (n, of) = ((turning.page + 1).to_string(), turning.pages.to_string());
    let button = |text: Text, to: Option<usize>| {
        let turn = turning.turn.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(to) = to {
                turn.emit(to);
            }
        };
        html! {
            <button type="button" class="button button-quiet" disabled={to.is_none()} {onclick}>{ store.text(text) }</button>
        }
    };
    let next = Some(turning.page + 1).filter(|page| *page < turning.pages);
    html! {
        if turning.pages > 1 {
            <div class="console-pages" role="group" aria-label={store.text(Text::WallNow)}>
                <p role="status">
                    { store.text(Text::WallNow) }{ ": " }
                    <b>{ store.fill(Text::WallPage, &[("n", &n), ("of", &of)]) }</b>
                </p>
                { button(Text::WallPrevious, turning.page.checked_sub(1)) }
                { button(Text::WallNext, next) }
            </div>
        }
    }
}

/// Whoever goes to another stage hears where that is.
#[hook]
fn use_focus_on_stage(stage: Option<Stage>) {
    let before = use_mut_ref(|| stage);
    use_effect_with(stage, move |stage| {
        if before
            .replace(*stage)
            .is_some_and(|before| Some(before) != *stage)
        {
            browser::focus("stage");
        }
    });
}

/// Whether a click on the rail leads to a stage: nobody reveals by a slip of the hand.
fn is_open(desk: &Desk, stage: Stage) -> bool {
    desk.workshop.revealed.is_some() || stage <= Stage::Close
}

fn rail(desk: &Desk) -> Html {
    let here = desk.workshop.stage;
    let item = |stage: Stage| {
        let current = (stage == here).then_some("step");
        let done = stage < here;
        html! {
            <li class={done.then_some("rail-done")}>
                <button type="button" class="rail-stage" aria-current={current} disabled={!is_open(desk, stage)}
                    onclick={desk.on_click(Change::WentTo(stage))}>
                    <span class="rail-number">{ stage.position() + 1 }</span>
                    <span>{ desk.store.text(stage_name(stage)) }</span>
                    if done {
                        <span class="rail-words">{ desk.store.text(Text::WorkshopDone) }</span>
                    }
                </button>
            </li>
        }
    };
    html! {
        <nav aria-label={desk.store.text(Text::WorkshopRail)}>
            <ol class="rail">{ for Stage::ALL.map(item) }</ol>
        </nav>
    }
}

/// One stage back and one on.
fn turn(desk: &Desk) -> Html {
    let here = desk.workshop.stage;
    let store = &desk.store;
    let next = |stage: Stage| {
        if here == Stage::Close && desk.workshop.revealed.is_none() {
            store.text(Text::WorkshopRevealNow)
        } else {
            store.fill(Text::WorkshopNext, &[("stage", &store.text(stage_name(stage)))])
        }
    };
    html! {
        <div class="console-turn">
            if let Some(stage) = here.previous() {
                <button type="button" class="button button-quiet" onclick={desk.on_click(Change::WentTo(stage))}>
                    { store.text(Text::WorkshopBack) }
                </button>
            }
            if let Some(stage) = here.next() {
                <button type="button" class="button" onclick={desk.on_click(Change::WentTo(stage))}>{ next(stage) }</button>
            }
        </div>
    }
}

/// What the facilitator says and does now.
fn prompt(desk: &Desk) -> Html {
    let (say, act) = match desk.workshop.stage {
        Stage::Invite => (Text::WorkshopSayInvite, Text::WorkshopDoInvite),
        Stage::Vote => (Text::WorkshopSayVote, Text::WorkshopDoVote),
        Stage::Close => (Text::WorkshopSayClose, Text::WorkshopDoClose),
        Stage::Reveal => (Text::WorkshopSayReveal, Text::WorkshopDoReveal),
        Stage::Discuss => (Text::WorkshopSayDiscuss, Text::WorkshopDoDiscuss),
        Stage::Choose => (Text::WorkshopSayChoose, Text::WorkshopDoChoose),
        Stage::Experiment => (Text::WorkshopSayExperiment, Text::WorkshopDoExperiment),
        Stage::Commit => (Text::WorkshopSayCommit, Text::WorkshopDoCommit),
        Stage::Report => (Text::WorkshopSayReport, Text::WorkshopDoReport),
    };
    let store = &desk.store;
    html! {
        <dl class="prompt">
            <dt>{ store.text(Text::WorkshopSay) }</dt>
            <dd class="prompt-say">{ store.text(say) }</dd>
            <dt>{ store.text(Text::WorkshopDo) }</dt>
            <dd>{ store.text(act) }</dd>
        </dl>
    }
}

/// What belongs to the stage.
fn body(desk: &Desk, invited: AttrValue) -> Html {
    let store = &desk.store;
    let revealed = desk.workshop.revealed.is_some();
    match desk.workshop.stage {
        Stage::Invite => html! {
            <>
                <Link id="link" text={invited} label={Text::WorkshopLink} button={Text::WorkshopLinkCopy}
                    copied={Text::WorkshopLinkCopied} qr=true />
                <p class="console-privacy">{ store.text(Text::WorkshopPrivacy) }</p>
                { health(desk) }
                { closed(desk) }
            </>
        },
        Stage::Vote => html! {
            <>
                { health(desk) }
                if revealed {
                    { closed(desk) }
                } else {
                    <p class="hint">{ store.text(Text::WorkshopVoteQuiet) }</p>
                }
            </>
        },
        Stage::Close => html! {
            <>
                { health(desk) }
                if revealed {
                    { closed(desk) }
                } else {
                    <p>{ store.text(Text::WorkshopCloseLocked) }</p>
                    if desk.workshop.received() != desk.workshop.settings.present.0 {
                        <p class="notice">{ store.text(Text::WorkshopCloseGap) }</p>
                    }
                    <p class="notice">{ store.text(Text::WorkshopCloseFinal) }</p>
                }
            </>
        },
        Stage::Reveal => stage::reveal(desk),
        Stage::Discuss => stage::discuss(desk),
        Stage::Choose => stage::choose(desk),
        Stage::Experiment => stage::experiment(desk),
        Stage::Commit => stage::commit(desk),
        Stage::Report => stage::report(desk),
    }
}

/// Back before the reveal, once the room has seen the vote.
fn closed(desk: &Desk) -> Html {
    html! {
        if desk.workshop.revealed.is_some() {
            <p class="notice">{ desk.store.text(Text::WorkshopRevealed) }</p>
        }
    }
}

fn windows(desk: &Desk) -> Html {
    let store = &desk.store;
    let label = format!(
        "{} ({})",
        store.text(Text::WorkshopWall),
        store.text(Text::WorkshopNewWindow)
    );
    html! {
        <section class="console-part" aria-labelledby="windows">
            <h3 id="windows">{ store.text(Text::WorkshopWindows) }</h3>
            <p class="hint">{ store.text(Text::WorkshopWindowsText) }</p>
            <p>
                <a class="button button-quiet" target="_blank" href={Place::Wall(desk.workshop.id).fragment()}
                    aria-label={label}>{ store.text(Text::WorkshopWall) }</a>
            </p>
        </section>
    }
}

fn notes(desk: &Desk) -> Html {
    let store = &desk.store;
    html! {
        <div class="field console-part">
            <label for="notes">{ store.text(Text::WorkshopNotes) }</label>
            <textarea id="notes" aria-describedby="notes-hint" value={desk.workshop.notes.clone()}
                oninput={desk.on_input(Change::WroteNotes)} />
            <span class="hint" id="notes-hint">{ store.text(Text::WorkshopNotesHint) }</span>
        </div>
    }
}
