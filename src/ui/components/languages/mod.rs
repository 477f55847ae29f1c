//! The way to the other languages: at the foot of every page, and offered once in the language that the browser prefers.

use crate::app::assessment::example;
use crate::app::chunk::{Beside, Chunk, LoadState};
use crate::app::pack::{DamagedPack, Pack};
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::words::LanguageWords;
use crate::browser::{self, Fetched};
use crate::domain::code::invite::Language;
use crate::ui::prelude::*;
use crate::ui::store::{Store, StoreHandle, use_store};
use std::rc::Rc;
use yew::platform::spawn_local;

/// Nothing where there is no other language.
pub fn languages(_store: &Rc<Store>, here: &Route) -> Html {
    html! { <Languages here={here.clone()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct LanguagesProps {
    here: Route,
}

#[component]
fn Languages(props: &LanguagesProps) -> Html {
    let store = use_store();
    let declined = use_state_eq(|| false);
    let here = use_later(&props.here);
    let addresses = use_memo(store.pack.language.clone(), {
        let store = Rc::clone(&store);
        move |_| {
            let all = store.pack.words.languages().iter();
            all.map(|it| browser::language_address(&it.tag))
                .collect::<Vec<_>>()
        }
    });
    let all = store.pack.words.languages().iter().zip(addresses.iter());
    let all: Vec<_> = all
        .filter_map(|(language, address)| Some((language, address.as_ref()?)))
        .collect();
    if all.len() < 2 {
        return Html::default();
    }
    let tags: Vec<_> = all.iter().map(|(language, _)| &*language.tag).collect();
    let wished = browser::offered_language(&tags, &store.pack.language).filter(|_| !*declined);
    let offered = all.iter().find(|(language, _)| wished == Some(&*language.tag));
    let on_decline = {
        let store = Rc::clone(&store);
        Callback::from(move |_: MouseEvent| {
            browser::choose_language(&store.pack.language);
            declined.set(true);
        })
    };
    let way =
        |to: &LanguageWords, address: &String, words: &Rc<str>| link(&store, to, (address, &here), words);
    html! {
        <>
            <nav class="languages" aria-label={store.text(Text::LanguagesLabel)}>
                <ul>{ for all.iter().map(|(language, address)| html! { <li>{ way(language, address, &language.name) }</li> }) }</ul>
            </nav>
            if let Some((language, address)) = offered {
                <p class="offer" lang={language.tag.to_string()} dir={language.direction.to_string()}>
                    { way(language, address, &language.offer) }
                    <button type="button" class="link" onclick={on_decline}>{ AttrValue::from(Rc::clone(&language.decline)) }</button>
                </p>
            }
        </>
    }
}

/// Where somebody is, once the window has nothing else to do: at the foot nobody misses it before, and six links drawn anew at every move
/// are a part of what a move takes.
#[hook]
fn use_later(here: &Route) -> Route {
    let known = use_state_eq(|| here.clone());
    let arrived = known.setter();
    use_effect_with(here.clone(), move |here| {
        let here = here.clone();
        browser::when_idle(move || arrived.set(here));
    });
    (*known).clone()
}

/// A link to the same place in a language; a plain click changes the words of this page.
fn link(
    store: &Rc<Store>,
    language: &LanguageWords,
    (address, here): (&str, &Route),
    words: &Rc<str>,
) -> Html {
    let tag = AttrValue::from(Rc::clone(&language.tag));
    let shown = store.pack.language == language.tag.as_ref();
    let onclick = {
        let (store, tag, address) = (Rc::clone(store), tag.clone(), address.to_owned());
        Callback::from(move |event: MouseEvent| {
            browser::choose_language(&tag);
            if browser::goes_elsewhere(&event) {
                return;
            }
            event.prevent_default();
            if !shown {
                spawn_local(go_on(Rc::clone(&store), address.clone()));
            }
        })
    };
    html! {
        <a href={[address, &here.to_string()].concat()} hreflang={tag.clone()} lang={tag} dir={language.direction.to_string()}
            aria-current={shown.then_some("true")} {onclick}>{ AttrValue::from(Rc::clone(words)) }</a>
    }
}

/// Goes back to a language that was shown before.
pub fn go_back_to(store: &Rc<Store>, tag: &str) {
    let store = store.spoken();
    let address = browser::language_address(tag).filter(|_| store.pack.language != tag);
    if let Some(address) = address {
        spawn_local(go_on(store, address));
    }
}

/// Goes on in another language where somebody is, with everything that is typed. If its words do not come so, its page is loaded.
async fn go_on(store: Rc<Store>, address: String) {
    let fetched = browser::fetch_language(&address, &wanted(&store)).await;
    let pack = fetched.as_ref().map(read);
    // What somebody has gone to meanwhile was asked for in the words of before.
    let whole = |pack: &Pack| wanted(&store).iter().all(|beside| pack.has(*beside));
    let (Some(fetched), Some(Ok(pack))) = (fetched, pack.filter(|pack| pack.as_ref().is_ok_and(whole)))
    else {
        browser::load(&address);
        return;
    };
    browser::become_page(&fetched);
    let store = store.speak(pack);
    store.dispatch(example::made(&store.pack, store.inputs()));
    browser::after_paint(|| {
        if let Some(screen) = browser::screen_name() {
            browser::say(&screen);
        }
    });
}

/// The words of what is here or on its way; those of the rest come when somebody goes there.
fn wanted(store: &Store) -> Vec<Beside> {
    let state = store.state();
    let asked = |beside: &Beside| {
        let mut needing = Chunk::ALL.iter().filter(|chunk| chunk.beside().contains(beside));
        needing.any(|chunk| *state.chunks.of(*chunk) != LoadState::Unasked)
    };
    Beside::ALL.into_iter().filter(asked).collect()
}

fn read(fetched: &Fetched) -> Result<Pack, DamagedPack> {
    let pack = Pack::from_text(&fetched.pack)?;
    pack.take_in_all(&fetched.later)?;
    Ok(pack)
}

/// A language to choose, by its own name.
pub fn option(language: &LanguageWords, selected: bool) -> Html {
    let tag = AttrValue::from(Rc::clone(&language.tag));
    html! {
        <option value={tag.clone()} {selected} lang={tag.clone()}>{ AttrValue::from(Rc::clone(&language.name)) }</option>
    }
}

/// The store in the language of a picture; that of the page where none was chosen, and until its words are here.
#[hook]
pub fn use_store_in(language: Option<&Language>) -> StoreHandle {
    let (store, words) = (use_store(), use_words(language));
    let spoken = use_memo((StoreHandle(store), words), |(store, words)| {
        let other = words
            .as_ref()
            .filter(|pack| pack.language != store.0.pack.language);
        let translated = other.map(|pack| Rc::new(store.0.in_words((**pack).clone())));
        translated.map_or_else(|| store.clone(), StoreHandle)
    });
    (*spoken).clone()
}

/// The words of a language, once they are here. Those of the page are.
#[hook]
pub fn use_words(language: Option<&Language>) -> Option<Rc<Pack>> {
    let words = use_state_eq(|| None::<Rc<Pack>>);
    let wanted = language.map(|language| language.tag().to_owned());
    let arrived = words.setter();
    let page = StoreHandle(use_store());
    use_effect_with((wanted.clone(), page), move |(wanted, page)| {
        match wanted.clone() {
            Some(tag) if tag == page.0.pack.language => arrived.set(Some(Rc::new(page.0.pack.clone()))),
            Some(tag) => spawn_local(async move { arrived.set(fetch(&tag).await.map(Rc::new)) }),
            None => {}
        }
    });
    let here = |pack: &Rc<Pack>| Some(&pack.language) == wanted.as_ref();
    (*words).clone().filter(here)
}

async fn fetch(tag: &str) -> Option<Pack> {
    let address = browser::language_address(tag)?;
    let fetched = browser::fetch_language(&address, Chunk::Workshop.beside()).await?;
    read(&fetched).ok()
}
