//! What the facilitator has before them at each stage, before and after the room has seen the first vote.

use super::health::health;
use super::promise;
use super::stage;
use crate::app::text::Text;
use crate::browser;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::link::Link;
use crate::ui::components::reach::{self, ReachNotice};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// Where the facilitator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Situation {
    /// Everybody is being invited.
    Inviting,
    /// Everybody votes.
    Voting,
    /// Votes are counted against heads; the next step shows them.
    Closing,
    /// At one of these three again, though the room has seen the vote.
    Back(Stage),
    /// From the reveal on.
    Revealed(Stage),
}

impl Situation {
    pub(super) fn of(workshop: &Workshop) -> Self {
        match workshop.stage {
            Stage::Invite | Stage::Vote | Stage::Close if workshop.revealed.is_some() => {
                Self::Back(workshop.stage)
            }
            Stage::Invite => Self::Inviting,
            Stage::Vote => Self::Voting,
            Stage::Close => Self::Closing,
            stage => Self::Revealed(stage),
        }
    }
}

/// The invite's link, worked out again only when it changes.
#[hook]
pub(super) fn use_invite_link(handle: &WorkshopHandle) -> AttrValue {
    let workshop = &handle.workshop;
    let facts = (
        workshop.settings.clone(),
        workshop.address.clone(),
        workshop.open_round(),
    );
    let link = use_memo(facts, |_| AttrValue::from(reach::invite_link(handle)));
    (*link).clone()
}

/// What the facilitator says and does at a stage.
pub(super) const fn words(stage: Stage) -> (Text, Text) {
    match stage {
        Stage::Invite => (Text::WorkshopSayInvite, Text::WorkshopDoInvite),
        Stage::Vote => (Text::WorkshopSayVote, Text::WorkshopDoVote),
        Stage::Close => (Text::WorkshopSayClose, Text::WorkshopDoClose),
        Stage::Reveal => (Text::WorkshopSayReveal, Text::WorkshopDoReveal),
        Stage::Discuss => (Text::WorkshopSayDiscuss, Text::WorkshopDoDiscuss),
        Stage::Choose => (Text::WorkshopSayChoose, Text::WorkshopDoChoose),
        Stage::Experiment => (Text::WorkshopSayExperiment, Text::WorkshopDoExperiment),
        Stage::Commit => (Text::WorkshopSayCommit, Text::WorkshopDoCommit),
        Stage::Report => (Text::WorkshopSayReport, Text::WorkshopDoReport),
    }
}

/// The same for the stage that is on; nothing at one to which nobody is invited any more.
pub(super) fn prompt(handle: &WorkshopHandle) -> Html {
    if matches!(Situation::of(&handle.workshop), Situation::Back(_)) {
        return Html::default();
    }
    let (say, act) = words(handle.workshop.stage);
    let store = &handle.store;
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
pub(super) fn body(handle: &WorkshopHandle, invited: AttrValue) -> Html {
    let store = &handle.store;
    match Situation::of(&handle.workshop) {
        Situation::Inviting => invite(handle, invited),
        Situation::Voting => html! {
            <>
                { health(handle) }
                <p class="hint">{ store.text(Text::WorkshopVoteQuiet) }</p>
            </>
        },
        Situation::Closing => html! {
            <>
                { health(handle) }
                <p>{ store.text(Text::WorkshopCloseLocked) }</p>
                if handle.workshop.received() != handle.workshop.settings.present.0 {
                    <p class="notice">{ store.text(Text::WorkshopCloseGap) }</p>
                }
                <p>
                    <button type="button" class="button button-quiet" data-reopen="" onclick={handle.on_click(Change::WentTo(Stage::Vote))}>
                        { store.text(Text::WorkshopReopen) }
                    </button>
                </p>
                <p class="notice">{ store.text(Text::WorkshopCloseFinal) }</p>
            </>
        },
        Situation::Back(stage) => html! {
            <>
                if stage == Stage::Invite {
                    { promise::promise(handle) }
                }
                { health(handle) }
                <p class="notice">{ store.text(Text::WorkshopRevealed) }</p>
            </>
        },
        Situation::Revealed(stage) => revealed(handle, stage),
    }
}

fn invite(handle: &WorkshopHandle, invited: AttrValue) -> Html {
    let store = &handle.store;
    html! {
        <>
            { promise::promise(handle) }
            <ReachNotice handle={handle.clone()} here={browser::address()} />
            <Link id="link" text={invited} label={Text::WorkshopLink} button={Text::WorkshopLinkCopy}
                copied={Text::WorkshopLinkCopied} qr=true />
            if browser::is_a_file() {
                <p>{ store.text(Text::FileLinks) }</p>
            }
            <p class="console-privacy">{ store.text(Text::WorkshopPrivacy) }</p>
            { health(handle) }
        </>
    }
}

fn revealed(handle: &WorkshopHandle, stage: Stage) -> Html {
    match stage {
        Stage::Invite | Stage::Vote | Stage::Close => Html::default(),
        Stage::Reveal => stage::reveal(handle),
        Stage::Discuss => stage::discuss(handle),
        Stage::Choose => stage::choose(handle),
        Stage::Experiment => stage::experiment(handle),
        Stage::Commit => stage::commit(handle),
        Stage::Report => stage::report(handle),
    }
}
