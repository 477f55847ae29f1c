//! Files out of this device and into it: what is in a file is shown before anything of it is written.

mod desk;
mod preview;

use crate::app::route::Route;
use crate::app::text::Text;
use crate::browser::{self, Persistence};
use crate::domain::calendar::Moment;
use crate::ui::components::progress::save_line;
use crate::ui::store::{Store, use_selector, use_store};
use desk::{Desk, Stage};
use std::rc::Rc;
use yew::prelude::*;

/// The screen.
pub fn take(_store: &Rc<Store>) -> Html {
    html! { <Take /> }
}

#[component]
fn Take() -> Html {
    let store = use_store();
    let redraw = use_force_update();
    let desk = use_mut_ref(Desk::default);
    let kept = use_state_eq(|| None::<Persistence>);
    let facts = use_selector(|state, _| (state.backup.latest(), state.save, state.undo.arrived.len()));
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
    let stage = desk.borrow().stage;
    use_effect_with(stage, |stage| {
        if *stage == Stage::Preview {
            browser::focus("preview");
        }
    });
    let (latest, save, arrived) = *facts;
    let works = Works {
        store: &store,
        desk,
        redraw,
    };
    html! {
        <div class="prose wide take">
            <h1 tabindex="-1">{ store.text(Text::HeadingTake) }</h1>
            <p class="lead">{ store.text(Text::TakeLead) }</p>
            { out(&store, latest) }
            <section aria-labelledby="in">
                <h2 id="in">{ store.text(Text::TakeInTitle) }</h2>
                <p>{ store.text(Text::TakeInText) }</p>
                { works.choose() }
                <div role="status">
                    { works.progress() }
                    if stage == Stage::Done && arrived > 0 {
                        <p>
                            { store.pack.texts.count(Text::TakeDoneOne, Text::TakeDoneMany, arrived) }{ " " }
                            { save_line(&store, save) }{ " · " }
                            <a href={Route::MyData.to_string()}>{ store.text(Text::TakeDoneSee) }</a>
                        </p>
                    }
                </div>
                if stage == Stage::Preview {
                    { preview::preview(&works) }
                }
            </section>
            { truth(&store, &kept) }
        </div>
    }
}

/// What every part of the way in is drawn from.
struct Works<'a> {
    store: &'a Rc<Store>,
    desk: Rc<std::cell::RefCell<Desk>>,
    redraw: UseForceUpdateHandle,
}

impl Works<'_> {
    /// A handler that changes the desk and draws it again.
    fn handler<E>(&self, change: impl Fn(&mut Desk, E) + 'static) -> Callback<E> {
        let (desk, redraw) = (Rc::clone(&self.desk), self.redraw.clone());
        Callback::from(move |event| {
            change(&mut desk.borrow_mut(), event);
            redraw.force_update();
        })
    }

    /// The file input, and a place to drop files.
    fn choose(&self) -> Html {
        let given = || {
            let (store, desk, redraw) = (Rc::clone(self.store), Rc::clone(&self.desk), self.redraw.clone());
            move |files| desk::read(&store, &desk, &redraw, files)
        };
        let (chosen, dropped) = (given(), given());
        let onchange = Callback::from(move |event: Event| browser::read_chosen(&event, chosen.clone()));
        let ondrop = Callback::from(move |event: DragEvent| browser::read_dropped(&event, dropped.clone()));
        let ondragover = Callback::from(|event: DragEvent| browser::allow_drop(&event));
        let disabled = matches!(self.desk.borrow().stage, Stage::Reading(_) | Stage::Writing(..));
        html! {
            <div class="take-drop" {ondrop} {ondragover}>
                <label for="take-file">{ self.store.text(Text::TakeInLabel) }</label>
                <input id="take-file" type="file" multiple=true {disabled} {onchange}
                    accept=".json,.html,.htm,application/json,text/html" />
                <span class="hint">{ self.store.text(Text::TakeInDrop) }</span>
            </div>
        }
    }

    fn progress(&self) -> Html {
        let desk = self.desk.borrow();
        let words = match desk.stage {
            Stage::Reading(per_cent) => Some(
                self.store
                    .fill(Text::TakeReading, &[("n", &per_cent.to_string())]),
            ),
            Stage::Writing(done, total) => {
                let values = [("n", &*done.to_string()), ("total", &*total.to_string())];
                Some(self.store.fill(Text::TakeWriting, &values))
            }
            Stage::Idle | Stage::Preview | Stage::Done => None,
        };
        html! {
            <>
                { for desk.notes.iter().map(|note| html! { <p class="notice">{ note }</p> }) }
                { for words.map(|words| html! { <p>{ words }</p> }) }
            </>
        }
    }
}

fn out(store: &Rc<Store>, latest: Option<Moment>) -> Html {
    let last = match latest {
        Some(moment) => store.fill(Text::TakeLast, &[("date", &store.date(moment))]),
        None => store.text(Text::TakeLastNever),
    };
    let onclick = {
        let store = Rc::clone(store);
        move |_: MouseEvent| desk::take_everything(&store)
    };
    html! {
        <section aria-labelledby="out">
            <h2 id="out">{ store.text(Text::TakeOutTitle) }</h2>
            <p>{ store.text(Text::TakeOutText) }{ " " }{ last }</p>
            <p>
                <button type="button" class="button" data-take="everything" {onclick}>{ store.text(Text::TakeOutButton) }</button>
            </p>
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
        Text::TakeStoragePrivate,
        Text::TakeStorageSafari,
        Text::TakeStorageClear,
    ];
    let answer = kept.map(|answer| match answer {
        Persistence::Promised => Text::TakePersistYes,
        Persistence::NotPromised => Text::TakePersistNo,
        Persistence::NotOffered => Text::TakePersistNone,
    });
    html! {
        <section aria-labelledby="storage">
            <h2 id="storage">{ store.text(Text::TakeStorage) }</h2>
            <ul class="take-facts">{ for facts.map(|fact| html! { <li>{ store.text(fact) }</li> }) }</ul>
            <p role="status">
                if let Some(answer) = answer {
                    { store.text(answer) }
                } else {
                    { store.text(Text::TakePersist) }
                }
            </p>
            if answer.is_none() {
                <p>
                    <button type="button" class="button button-quiet" data-take="keep" {onclick}>
                        { store.text(Text::TakePersistButton) }
                    </button>
                </p>
            }
        </section>
    }
}
