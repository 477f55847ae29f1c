//! Files out of this device and into it: what is in a file is shown before anything of it is written.

mod another_view;
mod preview;
mod process;

use crate::app::assessment::another_view::another_views;
use crate::app::route::Route;
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::browser::{self, Persistence};
use crate::domain::calendar::Moment;
use crate::ui::components::handed_over::{HandedOver, hand_over_everything};
use crate::ui::components::progress::save_line;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use process::{ImportProcess, ImportStep};
use std::rc::Rc;

/// The screen.
pub fn exchange(_store: &Rc<Store>) -> Html {
    html! { <Exchange /> }
}

#[component]
fn Exchange() -> Html {
    let store = use_store();
    let redraw = use_force_update();
    let process = use_mut_ref(ImportProcess::default);
    let kept = use_persistence();
    let everything = use_selector(|state, _| state.backup.everything);
    let arrived = use_selector(|state, _| (state.undo.arrived.len(), state.save));
    let views = use_selector(|state, pack| {
        another_views(state, &pack.checklist, another_view::MOST, &browser::case_folded)
    });
    let step = process.borrow().step;
    use_effect_with(step, |step| {
        if *step == ImportStep::Preview {
            browser::focus("preview");
        }
    });
    let handlers = Handlers {
        store: &store,
        process,
        redraw,
    };
    html! {
        <div class="prose wide take">
            <h1 tabindex="-1">{ store.text(Text::HeadingExchange) }</h1>
            <p class="lead">{ store.text(Text::ExchangeLead) }</p>
            { out(&store, *everything) }
            <section aria-labelledby="in">
                <h2 id="in">{ store.text(Text::ExchangeInTitle) }</h2>
                <p>{ store.text(Text::ExchangeInText) }</p>
                { handlers.choose() }
                <div aria-live="polite" aria-atomic="true">
                    { handlers.progress() }
                    if step == ImportStep::Done {
                        { done(&store, *arrived) }
                    }
                </div>
                if step == ImportStep::Done {
                    { for views.iter().map(|view| another_view::offer(&store, view)) }
                }
                if step == ImportStep::Preview {
                    { preview::preview(&handlers) }
                }
            </section>
            { truth(&store, &kept) }
        </div>
    }
}

/// What the browser answered when it was asked to keep the records.
#[hook]
fn use_persistence() -> UseStateHandle<Option<Persistence>> {
    let kept = use_state_eq(|| None::<Persistence>);
    {
        let kept = kept.clone();
        use_effect_with((), move |()| {
            // Without a promise there is still the question; only a kept promise is worth saying at once.
            browser::will_keep(move |answer| {
                if answer != Persistence::NotPromised {
                    kept.set(Some(answer));
                }
            });
        });
    }
    kept
}

/// How many records arrived and whether they are stored.
fn done(store: &Store, (arrived, save): (usize, SaveState)) -> Html {
    html! {
        if arrived > 0 {
            <p>
                { store.pack.texts.count(Text::ExchangeDoneOne, Text::ExchangeDoneMany, arrived) }{ " " }
                { save_line(store, save) }{ " · " }
                <a href={Route::MyData.to_string()}>{ store.text(Text::ExchangeDoneSee) }</a>
            </p>
        }
    }
}

/// What every part of the way in is drawn from.
struct Handlers<'a> {
    store: &'a Rc<Store>,
    process: Rc<std::cell::RefCell<ImportProcess>>,
    redraw: UseForceUpdateHandle,
}

impl Handlers<'_> {
    /// A handler that changes the process and draws it again.
    fn handler<E>(&self, change: impl Fn(&mut ImportProcess, E) + 'static) -> Callback<E> {
        let (process, redraw) = (Rc::clone(&self.process), self.redraw.clone());
        Callback::from(move |event| {
            change(&mut process.borrow_mut(), event);
            redraw.force_update();
        })
    }

    /// The file input, and a place to drop files.
    fn choose(&self) -> Html {
        let given = || {
            let (store, process, redraw) = (
                Rc::clone(self.store),
                Rc::clone(&self.process),
                self.redraw.clone(),
            );
            move |files| process::read(&store, &process, &redraw, files)
        };
        let (chosen, dropped) = (given(), given());
        let onchange = Callback::from(move |event: Event| browser::read_chosen(&event, chosen.clone()));
        let ondrop = Callback::from(move |event: DragEvent| browser::read_dropped(&event, dropped.clone()));
        let ondragover = Callback::from(|event: DragEvent| browser::allow_drop(&event));
        let disabled = matches!(
            self.process.borrow().step,
            ImportStep::Reading(_) | ImportStep::Writing(..)
        );
        html! {
            <div class="take-drop" {ondrop} {ondragover}>
                <label for="take-file">{ self.store.text(Text::ExchangeInLabel) }</label>
                <input id="take-file" type="file" multiple=true {disabled} {onchange}
                    accept=".json,.txt,.html,.htm,.mht,.mhtml,.eml,application/json,text/html" />
                <span class="hint">{ self.store.text(Text::ExchangeInDrop) }</span>
            </div>
        }
    }

    fn progress(&self) -> Html {
        let process = self.process.borrow();
        let words = match process.step {
            ImportStep::Reading(per_cent) => Some(
                self.store
                    .fill(Text::ExchangeReading, &[("n", &per_cent.to_string())]),
            ),
            ImportStep::Writing(done, total) => {
                let values = [("n", &*done.to_string()), ("total", &*total.to_string())];
                Some(self.store.fill(Text::ExchangeWriting, &values))
            }
            ImportStep::Idle | ImportStep::Preview | ImportStep::Done => None,
        };
        html! {
            <>
                { for process.notes.iter().map(|note| html! { <p class="notice">{ note }</p> }) }
                { for words.map(|words| html! { <p>{ words }</p> }) }
            </>
        }
    }
}

fn out(store: &Rc<Store>, everything: Option<Moment>) -> Html {
    let last = match everything {
        Some(moment) => store.fill(Text::ExchangeLast, &[("date", &store.date(moment))]),
        None => store.text(Text::ExchangeLastNever),
    };
    let onclick = {
        let store = Rc::clone(store);
        move |_: MouseEvent| hand_over_everything(&store)
    };
    html! {
        <section aria-labelledby="out">
            <h2 id="out">{ store.text(Text::ExchangeOutTitle) }</h2>
            <p>{ store.text(Text::ExchangeOutText) }{ " " }{ last }</p>
            <p>
                <button type="button" class="button" data-take="everything" {onclick}>{ store.text(Text::ExchangeOutButton) }</button>
            </p>
            <HandedOver />
        </section>
    }
}

/// What browsers do to storage, and the one promise that some make.
fn truth(store: &Rc<Store>, kept: &UseStateHandle<Option<Persistence>>) -> Html {
    let onclick = {
        let kept = kept.clone();
        Callback::from(move |_: MouseEvent| {
            let kept = kept.clone();
            browser::ask_to_keep(move |answer| kept.set(Some(answer)));
        })
    };
    let facts = [
        Text::ExchangeStoragePrivate,
        Text::ExchangeStorageSafari,
        Text::ExchangeStorageClear,
    ];
    let answer = kept.map(|answer| match answer {
        Persistence::Promised => Text::ExchangePersistYes,
        Persistence::NotPromised => Text::ExchangePersistNo,
        Persistence::NotOffered => Text::ExchangePersistNone,
    });
    html! {
        <section aria-labelledby="storage">
            <h2 id="storage">{ store.text(Text::ExchangeStorage) }</h2>
            <ul class="take-facts">{ for facts.map(|fact| html! { <li>{ store.text(fact) }</li> }) }</ul>
            <p aria-live="polite" aria-atomic="true">
                if let Some(answer) = answer {
                    { store.text(answer) }
                } else {
                    { store.text(Text::ExchangePersist) }
                }
            </p>
            if answer.is_none() {
                <p>
                    <button type="button" class="button button-quiet" data-take="keep" {onclick}>
                        { store.text(Text::ExchangePersistButton) }
                    </button>
                </p>
            }
        </section>
    }
}
