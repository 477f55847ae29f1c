//! One device passed round: a blank hand-over between two people, and no way back to an earlier one.
//!
//! A turn lives in this component alone, and is gone with it: not in the address, not in a record, not behind the Back button. A mark
//! tells that there was one, so that a reload is not taken for its end.

mod device;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::workshop::collecting::{Batch, Report};
use crate::app::workshop::passing::{Turn, TurnPage};
use crate::browser;
use crate::domain::answer::Choice;
use crate::domain::code::answer::RolePlace;
use crate::domain::code::invite::Invite;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::question::AreaId;
use crate::ui::components::languages::go_back_to;
use crate::ui::components::leaving::leaving;
use crate::ui::components::question::options;
use crate::ui::prelude::*;
use crate::ui::store::use_store;
use crate::ui::workshop_handle::{WorkshopHandle, missing, use_workshop};
use device::{Device, HandingBack, Invited};
use std::cell::RefCell;
use std::rc::Rc;

/// The workshop that this device has.
#[derive(Clone, PartialEq, Properties)]
pub struct HereProps {
    /// Its id.
    pub id: WorkshopId,
}

/// On the facilitator's own device, straight into the ballot.
#[component]
pub fn Here(props: &HereProps) -> Html {
    let store = use_store();
    let handle = use_workshop(props.id);
    let view = use_round(props.id);
    match handle {
        Ok(handle) => view(Device::Console(handle)).draw(),
        Err(why) => missing(&store, &why),
    }
}

/// A device that has the invite and not the workshop.
#[derive(Clone, PartialEq, Properties)]
pub struct ElsewhereProps {
    /// The invite.
    pub invite: Rc<Invite>,
    /// The later vote, with its area.
    pub second: Option<(Round, AreaId)>,
    /// Goes back to the invite.
    pub on_leave: Callback<()>,
}

/// One device passed round that hands its answers back as codes.
#[component]
pub fn Elsewhere(props: &ElsewhereProps) -> Html {
    let store = use_store();
    let view = use_round(props.invite.workshop);
    let handing_back = use_state_eq(|| HandingBack::No);
    let device = Device::Invited(Box::new(Invited {
        store,
        invite: Rc::clone(&props.invite),
        second: props.second,
        on_leave: props.on_leave.clone(),
        handing_back,
    }));
    view(device).draw()
}

/// What there is to say about the turn before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nobody,
    Kept,
    /// Nothing was answered.
    Empty,
    /// The vote was closed before it ended.
    Lost,
    /// The page was left or loaded again before it ended.
    Dropped,
    /// It is being sealed.
    Sealing,
    /// It is sealed.
    Sealed,
    /// It could not be sealed.
    Unsealed,
    /// The browser keeps no sealed answers in this window.
    Unkept,
}

impl Before {
    const fn words(self) -> Option<Text> {
        match self {
            Self::Nobody => None,
            Self::Kept => Some(Text::PassThanks),
            Self::Empty => Some(Text::PassEmpty),
            Self::Lost => Some(Text::PassLost),
            Self::Dropped => Some(Text::PassDropped),
            Self::Sealing => Some(Text::PassSealing),
            Self::Sealed => Some(Text::PassSealed),
            Self::Unsealed => Some(Text::JoinNoEntropy),
            Self::Unkept => Some(Text::PassUnkept),
        }
    }
}

struct Hand {
    turn: Option<Turn>,
    before: Before,
    /// Counts pages, so that no element of one is an element of another.
    page: u32,
}

/// A turn at hand, and the focus on each new page of it.
#[hook]
fn use_round(id: WorkshopId) -> impl FnOnce(Device) -> View {
    let hand = use_mut_ref(|| Hand {
        turn: None,
        before: Before::Nobody,
        page: 0,
    });
    let redraw = use_force_update();
    let page = hand.borrow().page;
    use_effect_with(page, |page| {
        if *page > 0 {
            browser::focus_heading();
        }
    });
    use_blank_return(id, &hand, &redraw);
    use_lent_language(page, hand.borrow().turn.is_none());
    move |device| View { device, hand, redraw }
}

/// What somebody reads in is for their turn: the next one finds the language of the device, and so does whoever has it afterwards.
#[hook]
fn use_lent_language(page: u32, is_blank: bool) {
    let store = use_store();
    let own = use_memo((), |()| store.pack.language.clone());
    {
        let (store, own) = (Rc::clone(&store), Rc::clone(&own));
        use_effect_with((), move |()| {
            browser::lend_language(true);
            move || {
                browser::lend_language(false);
                go_back_to(&store, &own);
            }
        });
    }
    use_effect_with((page, is_blank), move |(page, is_blank)| {
        if *is_blank && *page > 0 {
            go_back_to(&store, &own);
        }
    });
}

/// Whoever comes to this page, or back to it, finds it blank, and is told of a turn that did not end.
#[hook]
fn use_blank_return(id: WorkshopId, hand: &Rc<RefCell<Hand>>, redraw: &UseForceUpdateHandle) {
    let (hand, redraw) = (Rc::clone(hand), redraw.clone());
    let dropped = use_store().text(Text::PassDropped);
    use_effect_with(id, move |id| {
        let mark = id.to_string();
        let drop_turn = move || {
            let mut hand = hand.borrow_mut();
            if hand.turn.take().is_some() || browser::is_marked(&mark) {
                hand.before = Before::Dropped;
                browser::say(&dropped);
                redraw.force_update();
            }
        };
        drop_turn();
        // A browser may keep the whole page for the way back to it.
        let leaving = browser::Listening::to("pagehide", move |_| drop_turn());
        move || drop(leaving)
    });
}

#[derive(Clone)]
struct View {
    device: Device,
    hand: Rc<RefCell<Hand>>,
    redraw: UseForceUpdateHandle,
}

impl View {
    fn on<E: 'static>(&self, act: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let view = self.clone();
        Callback::from(move |event: E| {
            act(&view, event);
            view.redraw.force_update();
        })
    }

    /// A handler that leads to another page.
    fn turn_page<E>(&self, act: impl Fn(&Self) + 'static) -> Callback<E> {
        let view = self.clone();
        leaving(move || {
            act(&view);
            view.hand.borrow_mut().page += 1;
            view.redraw.force_update();
        })
    }

    /// Changes the turn at hand.
    fn with(&self, act: impl FnOnce(&mut Turn)) {
        if let Some(turn) = &mut self.hand.borrow_mut().turn {
            act(turn);
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.device.store().text(text)
    }

    fn draw(&self) -> Html {
        let hand = self.hand.borrow();
        let open = self.device.is_open();
        let inside = match &hand.turn {
            Some(turn) => self.at(turn),
            None if self.device.is_handing_back() => self.hand_back(),
            None if open => self.hand_over(hand.before),
            None => self.closed(hand.before),
        };
        html! { <div class="pass" key={hand.page.to_string()}>{ inside }</div> }
    }

    /// The page of a turn. What is said of its vote has its place before there is anything to say, so that it is heard.
    fn at(&self, turn: &Turn) -> Html {
        let closed = self.device.has_closed(turn);
        let closed = closed.then(|| html! { <p class="pass-said">{ self.text(Text::PassShut) }</p> });
        html! {
            <>
                <div class="pass-shut" aria-live="polite" aria-atomic="true">{ closed }</div>
                { match (turn.page, turn.question()) {
                    (TurnPage::Question(place), Some(_)) => self.question(turn, place),
                    _ => self.role(turn),
                } }
            </>
        }
    }

    fn hand_over(&self, before: Before) -> Html {
        let begin = self.turn_page(|view| {
            let mut hand = view.hand.borrow_mut();
            hand.turn = view.device.begin();
            hand.before = Before::Nobody;
            browser::mark(&view.device.id().to_string());
        });
        // What is drawn anew before the focus has stepped aside is heard instead of the next page.
        let view = self.clone();
        let onclick = move |event: MouseEvent| {
            if view.device.can_keep() {
                begin.emit(event);
            } else {
                view.tell(Before::Unkept);
                view.redraw.force_update();
            }
        };
        html! {
            <div class="pass-over">
                { self.said(before) }
                <h1 tabindex="-1">{ self.text(Text::PassTake) }</h1>
                <p class="lead">{ self.text(self.device.promise()) }</p>
                <p><button type="button" class="button" {onclick}>{ self.text(Text::PassStart) }</button></p>
                <p class="hint">{ self.text(Text::PassReload) }</p>
                { self.leave() }
            </div>
        }
    }

    fn closed(&self, before: Before) -> Html {
        html! {
            <div class="pass-over">
                { self.said(before) }
                <h1 tabindex="-1">{ self.text(Text::PassClosed) }</h1>
                <p class="lead">{ self.text(Text::PassClosedText) }</p>
                { self.leave() }
            </div>
        }
    }

    /// Keeps what has become of a turn, to be seen, and says it.
    fn tell(&self, before: Before) {
        self.hand.borrow_mut().before = before;
        if let Some(words) = before.words() {
            browser::say(&self.text(words));
        }
    }

    fn said(&self, before: Before) -> Html {
        html! {
            if let Some(words) = before.words() {
                <p class="pass-said">{ self.text(words) }</p>
            }
        }
    }

    fn leave(&self) -> Html {
        match &self.device {
            Device::Console(handle) => {
                let console = Place::Console(handle.workshop.id).fragment();
                html! { <p class="hint"><a href={console}>{ self.text(Text::PassLeave) }</a></p> }
            }
            Device::Invited(invited) => self.collected(invited),
        }
    }

    fn role(&self, turn: &Turn) -> Html {
        let labels = self.device.roles().labels().iter();
        let labels = labels.map(|label| AttrValue::from(label.text().to_owned()));
        let roles = labels
            .zip(0..)
            .map(|(label, place)| (label, RolePlace::new(place)));
        let all = roles.chain([(self.text(Text::PassRoleNone), None)]);
        let option = |(label, role): (AttrValue, Option<RolePlace>)| {
            let onchange = self.on(move |view, _: Event| view.with(|turn| turn.role = role));
            html! {
                <label class="option">
                    <input type="radio" name="role" checked={turn.role == role} {onchange} />
                    <span class="option-text"><bdi translate={role.map(|_| "no")}>{ label }</bdi></span>
                </label>
            }
        };
        html! {
            <form class="pass-turn" autocomplete="off" onsubmit={stay()}>
                <h1 tabindex="-1">{ self.text(Text::PassRole) }</h1>
                <p class="hint">{ self.text(Text::PassRoleHint) }</p>
                <div class="options" role="radiogroup" aria-label={self.text(Text::PassRole)}>{ for all.map(option) }</div>
                { self.turns(turn) }
            </form>
        }
    }

    fn question(&self, turn: &Turn, place: usize) -> Html {
        let store = self.device.store();
        let Some(question) = turn.question() else {
            return Html::default();
        };
        let values = [
            ("n", &*(place + 1).to_string()),
            ("total", &*turn.questions.len().to_string()),
        ];
        let onchange = self.on(|view, event: Event| {
            let choice = Choice::from_code(&browser::value(&event));
            view.with(|turn| turn.give(choice));
        });
        let clear = self.on(|view, _: MouseEvent| {
            view.with(|turn| turn.give(None));
            browser::say(&view.text(Text::AssessCleared));
        });
        html! {
            <form class="pass-turn" autocomplete="off" onsubmit={stay()}>
                <p class="eyebrow">{ store.fill(Text::PassOf, &values) }</p>
                <h1 id="asked" class="question-prompt" tabindex="-1">{ AttrValue::from(store.pack.words.prompt(question)) }</h1>
                <div class="options" role="radiogroup" aria-labelledby="asked" {onchange}>
                    { options(store, question, turn.given()) }
                </div>
                <button type="button" class="clear" disabled={turn.given().is_none()} onclick={clear}>
                    { self.text(Text::AssessClear) }
                </button>
                { self.turns(turn) }
                <p class="hint">{ self.text(Text::PassOpenHint) }</p>
                if let Some(receipt) = turn.receipt(self.device.id()).filter(|_| turn.is_last()) {
                    <details data-receipt="">
                        <summary>{ self.text(Text::PassReceipt) }</summary>
                        <p><b class="receipt" dir="ltr" translate="no">{ receipt.to_string() }</b></p>
                        <p class="hint">{ self.text(Text::PassReceiptText) }</p>
                    </details>
                }
            </form>
        }
    }

    fn turns(&self, turn: &Turn) -> Html {
        let back = turn.before();
        let back = back.map(|page| self.turn_page(move |view| view.with(|turn| turn.page = page)));
        let (label, forth) = if turn.is_last() {
            (Text::PassFinish, self.turn_page(Self::finish))
        } else {
            (Text::PassNext, self.turn_page(|view| view.with(Turn::forth)))
        };
        html! {
            <div class="pass-turns">
                if let Some(back) = back {
                    <button type="button" class="button button-quiet" onclick={back}>{ self.text(Text::PassBack) }</button>
                }
                <button type="button" class="button" onclick={forth}>{ self.text(label) }</button>
            </div>
        }
    }

    /// Into the ballot or into a code, and out of this page.
    fn finish(&self) {
        let turn = self.hand.borrow_mut().turn.take();
        let Some(turn) = turn else { return };
        browser::unmark(&self.device.id().to_string());
        if turn.is_empty() {
            return self.tell(Before::Empty);
        }
        match &self.device {
            Device::Console(handle) => self.tell(into_ballot(handle, turn)),
            Device::Invited(invited) => self.seal(invited, turn),
        }
    }
}

fn into_ballot(handle: &WorkshopHandle, turn: Turn) -> Before {
    let store = &handle.store;
    let batch = handle.latest().and_then(|workshop| {
        let response = turn.response(&workshop, &store.pack.checklist)?;
        Some(Batch {
            round: workshop.open_round()?,
            responses: vec![response],
        })
    });
    let mut report = Report::default();
    if let Some(batch) = batch {
        handle.receive(batch, &mut report);
    }
    match report.arrivals.new {
        1 => Before::Kept,
        _ => Before::Lost,
    }
}

/// Enter in a radio button submits a form, which leads nowhere here.
fn stay() -> Callback<SubmitEvent> {
    Callback::from(|event: SubmitEvent| event.prevent_default())
}
