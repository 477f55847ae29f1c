//! A question before the room sees something for good, or sees nothing any more; asked in place, beginning on the harmless answer.

use super::stage_name;
use crate::app::text::Text;
use crate::app::workshop::asking::{Nonresponse, Question, question};
use crate::browser;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::confirm;
use crate::ui::components::room::area_name;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;

/// Opens a second vote again.
pub(super) const REOPEN: &str = "reopen";
/// Takes a larger smallest group back.
pub(super) const MINIMUM_BACK: &str = "minimum-back";

/// A handle that asks, and the question that is asked now.
pub(super) struct Asking {
    pub(super) handle: WorkshopHandle,
    pub(super) asked: Html,
}

/// What waits for an answer.
type Waiting = Option<(Question, Change)>;

/// Asks before a change where that is needed. Who was said to be gone on without is remembered while the console is open.
#[hook]
pub(super) fn use_asking(handle: &WorkshopHandle) -> Asking {
    let waiting = use_state_eq(|| None::<(Question, Change)>);
    let acknowledged = use_mut_ref(|| None::<Nonresponse>);
    let asks = {
        let (handle, waiting, acknowledged) = (handle.clone(), waiting.setter(), acknowledged.clone());
        Callback::from(move |change: Change| {
            let Some(latest) = handle.latest() else { return };
            let known = *acknowledged.borrow();
            match question(&latest, &handle.store.pack.checklist, &change, known) {
                Some(question) => {
                    let waiting = waiting.clone();
                    confirm::ask(move || waiting.set(Some((question, change))));
                }
                None => handle.change(change),
            }
        })
    };
    let on_yes = {
        let (handle, waiting, acknowledged) = (handle.clone(), waiting.clone(), acknowledged);
        Callback::from(move |()| {
            if let Some((question, change)) = &*waiting {
                if let Question::Missing(missing) = question {
                    *acknowledged.borrow_mut() = Some(*missing);
                }
                handle.change(change.clone());
                if let Some(next) = leads_to(*question, change) {
                    browser::after_paint(move || browser::focus(next));
                }
            }
            waiting.set(None);
        })
    };
    let on_no = {
        let waiting = waiting.clone();
        Callback::from(move |()| {
            let back = waiting.as_ref().map(|(_, change)| came_from(change));
            waiting.set(None);
            if let Some(back) = back {
                browser::after_paint(move || browser::focus(back));
            }
        })
    };
    Asking {
        handle: handle.asking(asks),
        asked: drawn(handle, &waiting, on_yes, on_no),
    }
}

/// Where the focus goes when nothing is to be done.
const fn came_from(change: &Change) -> &'static str {
    match change {
        Change::SetMinimum(_) => "minimum",
        _ => "stage",
    }
}

/// Where it goes once the change is made: to the way back, where there is one. Another stage takes it by itself.
const fn leads_to(question: Question, change: &Change) -> Option<&'static str> {
    match (question, change) {
        (Question::Smallest { .. }, _) => Some(MINIMUM_BACK),
        (_, Change::SetMinimum(_)) => Some("minimum"),
        (_, Change::HeldSecondVote) => Some(REOPEN),
        (_, Change::TurnedTo(_)) => Some("stage"),
        _ => None,
    }
}

fn drawn(handle: &WorkshopHandle, waiting: &Waiting, on_yes: Callback<()>, on_no: Callback<()>) -> Html {
    let Some((question, change)) = waiting else {
        return Html::default();
    };
    confirm::confirm(words(handle, *question, change), on_yes, on_no)
}

fn words(handle: &WorkshopHandle, question: Question, change: &Change) -> confirm::Words {
    let store = &handle.store;
    match question {
        Question::Missing(Nonresponse { missing, of, .. }) => {
            let (one, many) = match change {
                Change::HeldSecondVote | Change::WentTo(Stage::Close) => {
                    (Text::AskMissingOne, Text::AskMissingMany)
                }
                _ => (Text::AskRevealOne, Text::AskRevealMany),
            };
            let n = usize::try_from(missing).unwrap_or(usize::MAX);
            let values = [("n", &*missing.to_string()), ("of", &*of.to_string())];
            confirm::Words {
                question: store.pack.texts.count_with(one, many, n, &values).into(),
                yes: store.text(Text::AskGoOn),
                no: store.text(Text::AskWait),
            }
        }
        Question::Uncounted { counted, of } => {
            let values = [("n", &*counted.to_string()), ("of", &*of.to_string())];
            confirm::Words {
                question: store.fill(Text::AskUncounted, &values),
                yes: store.text(Text::AskUncountedYes),
                no: store.text(Text::AskUncountedNo),
            }
        }
        Question::LeavesVote { area, received, of } => {
            let area = area_name(store, area);
            let values = [
                ("area", &*area),
                ("n", &*received.to_string()),
                ("of", &*of.to_string()),
            ];
            let yes = match change {
                Change::WentTo(stage) => {
                    store.fill(Text::AskLeave, &[("stage", &store.text(stage_name(*stage)))])
                }
                _ => store.text(Text::AskLeaveArea),
            };
            confirm::Words {
                question: store.fill(Text::AskOpenVote, &values),
                yes,
                no: store.text(Text::AskStay),
            }
        }
        Question::Smallest { group, before, after } => {
            let numbers = [group.size().to_string(), before.to_string(), after.to_string()];
            let [n, before, after] = &numbers;
            let values = [("n", &**n), ("before", &**before), ("after", &**after)];
            confirm::Words {
                question: store.fill(Text::AskSmallest, &values),
                yes: store.fill(Text::AskSmallestYes, &[("n", n)]),
                no: store.text(Text::AskSmallestNo),
            }
        }
        Question::Blank { group, most } => {
            let n = group.size().to_string();
            let (yes, no) = match change {
                Change::SetMinimum(_) => (
                    store.fill(Text::AskSmallestYes, &[("n", &n)]),
                    Text::AskSmallestNo,
                ),
                _ => (store.text(Text::AskBlankYes), Text::AskBlankNo),
            };
            confirm::Words {
                question: blank_words(store, group, most),
                yes,
                no: store.text(no),
            }
        }
    }
}

/// What a smallest group does that is larger than any question can have answers.
pub(super) fn blank_words(store: &Store, group: MinimumGroup, most: u32) -> AttrValue {
    let (n, most) = (group.size().to_string(), most.to_string());
    store.fill(Text::AskBlank, &[("n", &n), ("most", &most)])
}
