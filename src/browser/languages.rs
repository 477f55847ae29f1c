//! The page in other languages: where it is, which one this device was told to show, and taking over what another one says of itself.

use super::js::{call, call_with, make, property, set, window};
use super::page::{document, style_of, words_of};
use super::voice::say;
use crate::app::chunk::Beside;
use js_sys::{Array, Promise};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, EventTarget, MouseEvent, Node, Response, Storage};

/// Where the choice is kept: beside the records, so that it goes into no file.
const CHOICE: &str = "oxymoron-language";

/// What the root of a page says about its language and its files.
const OWN: [&str; 8] = [
    "lang",
    "dir",
    "data-pack",
    words_of(Beside::Later),
    words_of(Beside::Archive),
    words_of(Beside::Workshop),
    "data-scan-worker",
    "data-service-worker",
];

/// The notices of the page, which the app does not draw.
const NOTICES: [&str; 3] = ["old", "failed", "broken"];

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

thread_local! {
    static LENT: Cell<bool> = const { Cell::new(false) };
}

/// While this device is lent to somebody, it does not remember what they choose.
pub fn lend_language(lent: bool) {
    LENT.set(lent);
}

/// Remembers that this device shows a language; where the browser keeps nothing, it is as if nobody had said so.
pub fn choose_language(tag: &str) {
    if let Some(storage) = storage().filter(|_| !LENT.get()) {
        let _refused = storage.set_item(CHOICE, tag);
    }
}

/// Forgets what this device was told to show.
pub fn forget_language() {
    if let Some(storage) = storage() {
        let _refused = storage.remove_item(CHOICE);
    }
}

/// Where the page of a language is, without a fragment; none where the build has no such page, and natively.
#[must_use]
pub fn language_address(tag: &str) -> Option<String> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let document = document()?;
    let link = ["link[hreflang=\"", tag, "\"]"].concat();
    let link = document.query_selector(&link).ok()??;
    absolute(&link.get_attribute("href")?, &document)
}

fn absolute(address: &str, page: &Document) -> Option<String> {
    let base = property(page, "baseURI");
    property(&make("URL", &Array::of2(&address.into(), &base))?, "href").as_string()
}

/// The language that somebody prefers of those that are known, if it is not the one on show and nobody has chosen yet; never natively.
#[must_use]
pub fn offered_language<'a>(known: &[&'a str], shown: &str) -> Option<&'a str> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let chosen = storage().and_then(|storage| storage.get_item(CHOICE).ok()?);
    if chosen.is_some() {
        return None;
    }
    let preferred = web_sys::window()?.navigator().languages();
    let preferred = preferred.iter().filter_map(|tag| tag.as_string());
    wished(preferred, known).filter(|wished| *wished != shown)
}

/// The first that is known, whatever its region is.
fn wished<'a>(mut preferred: impl Iterator<Item = String>, known: &[&'a str]) -> Option<&'a str> {
    let bare = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
    preferred.find_map(|tag| known.iter().find(|known| bare(known) == bare(&tag)).copied())
}

/// Whether a click opens a link somewhere else than here.
#[must_use]
pub fn goes_elsewhere(event: &MouseEvent) -> bool {
    let held = ["ctrlKey", "metaKey", "shiftKey", "altKey", "button"];
    held.iter().any(|name| property(event, name).is_truthy())
}

/// Loads another page in place of this one, at the same place.
pub fn load(address: &str) {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().assign(&at_this_place(address));
    }
}

fn at_this_place(address: &str) -> String {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok());
    [address, &fragment.unwrap_or_default()].concat()
}

/// The page of another language and its words.
pub struct Fetched {
    address: String,
    page: Document,
    /// What comes with the first load.
    pub pack: String,
    /// What comes with later screens, as far as it was asked for.
    pub later: Vec<(Beside, String)>,
}

/// Asks for the page of another language and its words, with those of later screens that are wanted; nothing if they do not come, or are of
/// another build.
pub async fn fetch_language(address: &str, wanted: &[Beside]) -> Option<Fetched> {
    let page = fetch_page(address).await?;
    let (root, ours) = (page.document_element()?, document()?.document_element()?);
    let same = |name: &str| root.get_attribute(name) == ours.get_attribute(name);
    if !same("data-parts") || same("lang") {
        return None;
    }
    let file = |name: &str| absolute(&root.get_attribute(name)?, &page);
    let pack = fetch_text(&file("data-pack")?).await?;
    let mut later = Vec::new();
    for beside in wanted {
        later.push((*beside, fetch_text(&file(words_of(*beside))?).await?));
    }
    Some(Fetched {
        address: address.to_owned(),
        pack,
        later,
        page,
    })
}

async fn fetch_page(address: &str) -> Option<Document> {
    let request: EventTarget = make("XMLHttpRequest", &Array::new())?.unchecked_into();
    call_with(&request, "open", &[&"GET".into(), &address.into()])?;
    set(&request, "responseType", &"document".into());
    let coming = Promise::new(&mut |resolve, reject| {
        for (event, then) in [("load", &resolve), ("error", &reject)] {
            let _never = request.add_event_listener_with_callback(event, then);
        }
    });
    call(&request, "send", &JsValue::UNDEFINED)?;
    JsFuture::from(coming).await.ok()?;
    let page = property(&request, "responseXML");
    page.is_truthy().then(|| page.unchecked_into())
}

async fn fetch_text(address: &str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(address));
    let response: Response = response.await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Becomes the page of another language in everything that the app does not draw, and goes by its address.
pub fn become_page(fetched: &Fetched) -> Option<()> {
    let (here, there) = (document()?, &fetched.page);
    let (root, other) = (here.document_element()?, there.document_element()?);
    for name in OWN {
        copy(name, &other, &root);
    }
    // Not for what is here: it is asked for no more.
    for style in Beside::ALL.map(style_of) {
        if root.has_attribute(style) {
            copy(style, &other, &root);
        }
    }
    // Whole addresses, as these are read before the page has gone by the other one's.
    pairs(there, &here, "link:not([rel=stylesheet])", |from, to| {
        let address = from.get_attribute("href");
        if let Some(address) = address.and_then(|address| absolute(&address, there)) {
            let _refused = to.set_attribute("href", &address);
        }
    });
    pairs(there, &here, "meta[name=description]", |from, to| {
        copy("content", from, to)
    });
    for id in NOTICES {
        if let (Some(from), Some(to)) = (there.get_element_by_id(id), here.get_element_by_id(id)) {
            copy_texts(&from, &to);
        }
    }
    // Whatever was said last was said in the other language.
    say("");
    // Addresses in the page are relative to its own.
    let history = property(&window(), "history");
    let (state, title) = (property(&history, "state"), JsValue::from(""));
    let address = at_this_place(&fetched.address).into();
    call_with(&history, "replaceState", &[&state, &title, &address]).map(drop)
}

fn copy(name: &str, from: &Element, to: &Element) {
    if let Some(value) = from.get_attribute(name) {
        let _refused = to.set_attribute(name, &value);
    }
}

/// Does something to all elements of a kind and those that stand for them in another page, where they are in the same order.
fn pairs(from: &Document, to: &Document, kind: &str, act: impl Fn(&Element, &Element)) {
    let all = |page: &Document| {
        let found = call(page, "querySelectorAll", &kind.into());
        found.map(|found| Array::from(&found)).unwrap_or_default()
    };
    for (from, to) in all(from).iter().zip(all(to).iter()) {
        act(from.unchecked_ref(), to.unchecked_ref());
    }
}

/// The elements stay, with what listens to them.
fn copy_texts(from: &Node, to: &Node) {
    let children = |node: &Node| Array::from(&node.child_nodes());
    for (from, to) in children(from).iter().zip(children(to).iter()) {
        let (from, to): (&Node, &Node) = (from.unchecked_ref(), to.unchecked_ref());
        if to.node_type() == Node::TEXT_NODE {
            to.set_node_value(from.text_content().as_deref());
        } else {
            copy_texts(from, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::wished;

    #[test]
    fn the_first_language_that_there_is_a_page_in_is_wished() {
        let known = ["en", "de", "pt-BR", "ar"];
        for (preferred, expected) in [
            (&["de-AT", "en"][..], Some("de")),
            (&["pt-PT"], Some("pt-BR")),
            (&["nl-NL", "AR-eg"], Some("ar")),
            (&["arz"], None),
            (&["en-GB", "de"], Some("en")),
            (&[], None),
        ] {
            let preferred = preferred.iter().map(|tag| (*tag).to_owned());
            assert_eq!(wished(preferred, &known), expected);
        }
    }
}
