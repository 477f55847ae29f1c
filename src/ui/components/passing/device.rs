//! Where the device that is passed round stands: the facilitator's own, or one with nothing but the invite, which seals every turn and
//! hands the codes back.

use super::{Before, View};
use crate::app::action::Action;
use crate::app::text::Text;
use crate::app::workshop::passing::{Turn, collected};
use crate::browser::{self, Clip};
use crate::domain::code::invite::{Invite, Roles};
use crate::domain::code::seal::Entropy;
use crate::domain::code::{ResponseId, Round, WorkshopId};
use crate::domain::question::AreaId;
use crate::ui::components::confirm;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// Where it stands.
#[derive(Clone)]
pub(super) enum Device {
    /// On the device that has the workshop.
    Console(WorkshopHandle),
    /// On another one.
    Invited(Box<Invited>),
}

/// A device with the invite alone.
#[derive(Clone)]
pub(super) struct Invited {
    pub(super) store: Rc<Store>,
    pub(super) invite: Rc<Invite>,
    pub(super) second: Option<(Round, AreaId)>,
    pub(super) on_leave: Callback<()>,
    pub(super) handing_back: UseStateHandle<HandingBack>,
}

/// How far the codes are on their way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HandingBack {
    /// They wait.
    No,
    /// They are shown.
    Shown,
    /// It is asked whether they are to be forgotten.
    Forgetting,
}

/// The button that asks.
const ASK: &str = "pass-forget";

/// The text area of the codes.
const CODES: &str = "pass-codes";

impl Device {
    pub(super) fn store(&self) -> &Rc<Store> {
        match self {
            Self::Console(handle) => &handle.store,
            Self::Invited(invited) => &invited.store,
        }
    }

    pub(super) fn id(&self) -> WorkshopId {
        match self {
            Self::Console(handle) => handle.workshop.id,
            Self::Invited(invited) => invited.invite.workshop,
        }
    }

    pub(super) fn roles(&self) -> &Roles {
        match self {
            Self::Console(handle) => &handle.workshop.settings.roles,
            Self::Invited(invited) => &invited.invite.roles,
        }
    }

    /// An invite does not say whether its vote is open.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::Console(handle) => handle.workshop.open_round().is_some(),
            Self::Invited(_) => true,
        }
    }

    /// Whether the vote of a turn has been closed since it began.
    pub(super) fn has_closed(&self, turn: &Turn) -> bool {
        matches!(self, Self::Console(handle) if !turn.is_open(&handle.workshop))
    }

    pub(super) fn is_handing_back(&self) -> bool {
        matches!(self, Self::Invited(invited) if *invited.handing_back != HandingBack::No)
    }

    pub(super) fn begin(&self) -> Option<Turn> {
        let store = self.store();
        let (checklist, fresh) = (&store.pack.checklist, ResponseId(store.inputs().fresh.0));
        match self {
            Self::Console(handle) => Turn::begin(&handle.workshop, checklist, fresh),
            Self::Invited(invited) => Turn::invited(&invited.invite, checklist, invited.second, fresh),
        }
    }

    /// Whether answers can be kept here: asked before anybody gives any.
    pub(super) fn can_keep(&self) -> bool {
        match self {
            Self::Console(_) => true,
            Self::Invited(invited) => {
                let codes = invited.codes();
                let kept = browser::keep_mark(&invited.mark(), &codes);
                if codes.is_empty() {
                    browser::unmark(&invited.mark());
                }
                kept
            }
        }
    }

    /// What becomes of the answers.
    pub(super) const fn promise(&self) -> Text {
        match self {
            Self::Console(_) => Text::PassTakeText,
            Self::Invited(_) => Text::PassSealText,
        }
    }
}

impl Invited {
    /// Under which the window keeps the codes of this vote.
    fn mark(&self) -> String {
        let round = self.second.map_or(Round::FIRST, |(round, _)| round);
        format!("round/{}/{}", self.invite.workshop, round.number())
    }

    fn codes(&self) -> String {
        browser::kept_mark(&self.mark())
    }
}

impl View {
    /// Seals a turn, in slices, until no chat damages its code.
    pub(super) fn seal(&self, invited: &Invited, turn: Turn) {
        let mut under_way = turn.sealing(&invited.invite, &invited.store.pack.checklist);
        self.tell(Before::Sealing);
        let (view, mark) = (self.clone(), invited.mark());
        let step = move || {
            let drawn = under_way.take().zip(browser::entropy());
            let goes_on = drawn.and_then(|(mut drawing, entropy)| {
                let goes_on = drawing.step(Entropy(entropy)).ok()?;
                Some((drawing, goes_on))
            });
            let before = match goes_on {
                Some((drawing, true)) => {
                    under_way = Some(drawing);
                    return true;
                }
                Some((drawing, false)) => drawing.finish().map(|code| {
                    let all = collected(&browser::kept_mark(&mark), &code.to_string());
                    browser::keep_mark(&mark, &all)
                }),
                None => None,
            };
            view.tell(match before {
                Some(true) => Before::Sealed,
                Some(false) => Before::Unkept,
                None => Before::Unsealed,
            });
            false
        };
        let redraw = self.redraw.clone();
        browser::in_slices(step, move || redraw.force_update());
    }

    /// How many sealed answers wait on this device, the way to hand them back, and the way out.
    pub(super) fn collected(&self, invited: &Invited) -> Html {
        let count = invited.codes().lines().count();
        let words = &invited.store.pack.texts;
        let handing_back = invited.handing_back.clone();
        let back = self.turn_page(move |_| handing_back.set(HandingBack::Shown));
        let leave = invited.on_leave.reform(|_: MouseEvent| ());
        html! {
            <>
                if count > 0 {
                    <p class="hint" data-waiting={count.to_string()}>
                        { words.count(Text::PassWaitingOne, Text::PassWaitingMany, count) }{ " " }
                        <button type="button" class="link" data-hand-back="" onclick={back}>{ self.text(Text::PassHandBack) }</button>
                    </p>
                } else {
                    <p class="hint"><button type="button" class="link" onclick={leave}>{ self.text(Text::PassLeaveInvite) }</button></p>
                }
            </>
        }
    }

    /// All codes as one text, to be pasted at the console.
    pub(super) fn hand_back(&self) -> Html {
        let Device::Invited(invited) = &self.device else {
            return Html::default();
        };
        let codes = invited.codes();
        let copy = {
            let codes = codes.clone();
            let [copied, refused] = [Text::JoinCopied, Text::JoinCopyRefused].map(|text| self.text(text));
            move |_: MouseEvent| {
                let (copied, refused) = (copied.clone(), refused.clone());
                browser::copy_field(CODES, &codes, move |clip| match clip {
                    Clip::Copied => copied,
                    Clip::Refused => refused,
                });
            }
        };
        let file = {
            let (store, text) = (Rc::clone(&invited.store), codes.clone());
            move |_: MouseEvent| {
                store.dispatch(Action::Exported {
                    name: "oxymoron-answers.txt".to_owned(),
                    text: text.clone(),
                    copy: None,
                });
            }
        };
        let more = {
            let handing_back = invited.handing_back.clone();
            self.turn_page(move |_| handing_back.set(HandingBack::No))
        };
        html! {
            <div class="pass-over">
                <h1 tabindex="-1">{ self.text(Text::PassHandBackTitle) }</h1>
                <p class="lead">{ self.text(Text::PassHandBackText) }</p>
                <div class="field">
                    <label for={CODES}>{ self.text(Text::PassCodes) }</label>
                    <textarea id={CODES} dir="ltr" readonly=true rows="6" spellcheck="false" value={codes} />
                </div>
                <p class="pass-turns">
                    <button type="button" class="button" onclick={copy}>{ self.text(Text::PassCopy) }</button>
                    <button type="button" class="button button-quiet" data-take="txt" onclick={file}>{ self.text(Text::PassFile) }</button>
                </p>
                <p class="pass-turns">
                    <button type="button" class="button button-quiet" onclick={more}>{ self.text(Text::PassMore) }</button>
                </p>
                { self.forgetting(invited) }
            </div>
        }
    }

    /// Asked for, then confirmed: what has not arrived is gone with them.
    pub(super) fn forgetting(&self, invited: &Invited) -> Html {
        let handing_back = invited.handing_back.clone();
        if *handing_back == HandingBack::Forgetting {
            let words = confirm::Words {
                question: self.text(Text::PassForgetAsk),
                yes: self.text(Text::PassForgetYes),
                no: self.text(Text::PassForgetNo),
            };
            let forget = {
                let invited = invited.clone();
                self.turn_page(move |_| {
                    browser::unmark(&invited.mark());
                    invited.handing_back.set(HandingBack::No);
                })
            };
            let on_no = Callback::from(move |()| {
                handing_back.set(HandingBack::Shown);
                browser::after_paint(|| browser::focus(ASK));
            });
            return confirm::confirm(words, forget, on_no);
        }
        let onclick = move |_: MouseEvent| {
            let handing_back = handing_back.clone();
            confirm::ask(move || handing_back.set(HandingBack::Forgetting));
        };
        html! {
            <p><button type="button" class="link" id={ASK} data-handed-back="" {onclick}>{ self.text(Text::PassForget) }</button></p>
        }
    }
}
