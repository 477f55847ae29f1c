//! A question before the room sees something for good, or sees nothing any more; asked in place, beginning on the harmless answer.

use super::stage_name;
use crate::app::text::Text;
use crate::app::workshop::asking::{Nonresponse, Question, Waiting, question};
use crate::browser;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::ui::components::confirm;
use crate::ui::components::room::area_name;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;

/// Opens a second vote again.
pub(super) const REOPEN: &str = "reopen";
/// Closes a second vote.
pub(super) const HOLD: &str = "hold";
/// Goes on to the next stage.
pub(super) const NEXT: &str = "next";
/// Takes a larger smallest group back.
pub(super) const MINIMUM_BACK: &str = "minimum-back";

/// A handle that asks, and the question that is asked now.
pub(super) struct Asking {
    pub(super) handle: WorkshopHandle,
    pub(super) asked: Html,
}

/// Asks before a change where that is needed, as long as there is a reason to. Who was said to be gone on without is remembered while the
/// console is open.
#[hook]
pub(super) fn use_asking(handle: &WorkshopHandle) -> Asking {
    let waiting = use_state_eq(|| None::<Waiting>);
    let acknowledged = use_mut_ref(|| None::<Nonresponse>);
    let checklist = &handle.store.pack.checklist;
    let asked = waiting.as_ref().and_then(|waiting| {
        let question = waiting.question(&handle.workshop, checklist, *acknowledged.borrow())?;
        Some((question, waiting.change.clone()))
    });
    {
        let waiting = waiting.clone();
        let is_over = waiting.is_some() && asked.is_none();
        use_effect_with(is_over, move |is_over| {
            if *is_over {
                waiting.set(None);
            }
        });
    }
    let asks = {
        let (handle, waiting, acknowledged) = (handle.clone(), waiting.setter(), acknowledged.clone());
        Callback::from(move |change: Change| {
            let Some(latest) = handle.latest() else { return };
            let known = *acknowledged.borrow();
            if question(&latest, &handle.store.pack.checklist, &change, known).is_some() {
                let waiting = waiting.clone();
                confirm::ask(move || waiting.set(Some(Waiting::new(&latest, change))));
            } else {
                handle.change(change);
            }
        })
    };
    let asked = asked.map(|(question, change)| {
        let words = words(handle, question, &change);
        let on_no = {
            let (waiting, back) = (waiting.setter(), came_from(handle.workshop.stage, &change));
            Callback::from(move |()| {
                waiting.set(None);
                browser::after_paint(move || browser::focus(back));
            })
        };
        let handle = handle.clone();
        let on_yes = Callback::from(move |()| {
            if let Question::Missing(missing) = question {
                *acknowledged.borrow_mut() = Some(missing);
            }
            handle.change(change.clone());
            if let Some(next) = leads_to(question, &change) {
                browser::after_paint(move || browser::focus(next));
            }
            waiting.set(None);
        });
        confirm::confirm(words, on_yes, on_no)
    });
    Asking {
        handle: handle.asking(asks),
        asked: asked.unwrap_or_default(),
    }
}

/// Where the focus goes when nothing is to be done: back to what asked.
fn came_from(here: Stage, change: &Change) -> &'static str {
    match change {
        Change::SetMinimum(_) => "minimum",
        Change::HeldSecondVote => HOLD,
        Change::WentTo(stage) if here.next() == Some(*stage) => NEXT,
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

/// Whether hands were counted in the topic's vote, beside which the secret answers have to be enough by themselves.
fn shows_hands(workshop: &Workshop) -> bool {
    workshop
        .topic()
        .is_some_and(|topic| !topic.ballot.hands.is_empty())
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
        Question::Blank { group, most } if *change == Change::HeldSecondVote => {
            let [question, yes, no] = if shows_hands(&handle.workshop) {
                [Text::AskFewSecret, Text::AskBlankYes, Text::AskBlankNo]
            } else {
                [Text::AskFew, Text::AskGoOn, Text::AskWait]
            };
            confirm::Words {
                question: numbered(store, question, group, most),
                yes: store.text(yes),
                no: store.text(no),
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
    numbered(store, Text::AskBlank, group, most)
}

fn numbered(store: &Store, text: Text, group: MinimumGroup, most: u32) -> AttrValue {
    let (n, most) = (group.size().to_string(), most.to_string());
    store.fill(text, &[("n", &n), ("most", &most)])
}
