//! Title, focus, print, and what the page loads later.

use super::js::{call, property, window};
use crate::app::chunk::Beside;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, HtmlElement, MutationObserver, MutationObserverInit, Response};

/// Where the page says what a style sheet that comes later is called.
pub(super) const fn style_of(beside: Beside) -> &'static str {
    match beside {
        Beside::Later => "data-later-style",
        Beside::Archive => "data-archive-style",
        Beside::Workshop => "data-workshop-style",
    }
}

/// Where it says what the words are called.
pub(super) const fn words_of(beside: Beside) -> &'static str {
    match beside {
        Beside::Later => "data-later-pack",
        Beside::Archive => "data-archive-pack",
        Beside::Workshop => "data-workshop-pack",
    }
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Where a heading says what the window is called, if that is more than it says itself.
const TITLE: &str = "data-title";

/// What the screen on show is called.
#[must_use]
pub fn screen_name() -> Option<String> {
    let heading = document()?.query_selector("main h1").ok()??;
    heading.get_attribute(TITLE).or_else(|| heading.text_content())
}

/// Tells whenever the screen is called something else, for as long as the page lives.
pub fn listen_for_screen_names(tell: impl Fn() + 'static) {
    let Some(app) = document().and_then(|document| document.get_element_by_id("app")) else {
        return;
    };
    let mut last = screen_name();
    let watch = Closure::<dyn FnMut()>::new(move || {
        let name = screen_name();
        if name != last {
            last = name;
            tell();
        }
    });
    if let Ok(observer) = MutationObserver::new(watch.as_ref().unchecked_ref()) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        what.set_character_data(true);
        what.set_attribute_filter(&js_sys::Array::of1(&TITLE.into()));
        let _refused = observer.observe_with_options(&app, &what);
        watch.forget();
    }
}

/// Whether nothing in the page has the focus: what had it is gone.
pub(super) fn focus_is_lost() -> bool {
    document().is_some_and(|page| {
        page.active_element()
            .is_none_or(|active| active.tag_name() == "BODY")
    })
}

/// Moves the focus to the screen's heading, so that a screen reader announces where one is. What is gone with the focus in it was told first, and
/// the heading would be silent: the focus is a frame long where nothing is said.
pub fn focus_heading() {
    if focus_is_lost() {
        focus(ASIDE);
        to_top();
        after_paint(focus_on_heading);
    } else {
        focus_on_heading();
    }
}

fn focus_on_heading() {
    let heading = document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _refused = heading.focus();
        to_top();
    }
}

fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether the screen's heading has the focus.
#[must_use]
pub fn heading_has_focus() -> bool {
    document().is_some_and(|page| matches!(page.query_selector("main h1:focus"), Ok(Some(_))))
}

/// Where the focus is while what had it goes: an empty place without role and name, of which nothing is said.
pub(super) const ASIDE: &str = "aside";

/// Moves the focus to an element, so that what has just appeared there is announced.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _refused = element.focus();
    }
}

/// Does what makes the part of the page go that has the focus, or changes it at the same time. By the keyboard the focus steps aside first, and a
/// frame later, when a screen reader was told of that, it is done; no caret is left behind. Whoever does it puts the focus somewhere, or goes to another screen.
pub fn step_aside(then: impl FnOnce() + 'static) {
    let page = document();
    if let Some(selection) = page
        .as_ref()
        .and_then(|page| call(page, "getSelection", &JsValue::UNDEFINED))
    {
        let _emptied = call(&selection, "empty", &JsValue::UNDEFINED);
    }
    if page.is_some_and(|page| {
        matches!(
            page.query_selector("main :focus-visible:not(#aside)"),
            Ok(Some(_))
        )
    }) {
        focus(ASIDE);
        after_paint(then);
    } else {
        then();
    }
}

/// Opens a disclosure and moves the focus to its summary, at the top of the window.
pub fn unfold(id: &str) {
    let details = document().and_then(|document| document.get_element_by_id(id));
    let Some(details) = details else { return };
    let _refused = details.set_attribute("open", "");
    let _scrolled = call(&details, "scrollIntoView", &JsValue::UNDEFINED);
    let summary = details.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _refused = summary.focus();
    }
}

/// Asks for the style sheet of screens that come later, unless it is there. Resolves to whether it is.
pub fn style(beside: Beside) -> impl Future<Output = bool> {
    let asked = ask_for_style(style_of(beside));
    async move {
        let Some((root, link, coming)) = asked else {
            return true;
        };
        let came = coming.await.is_ok();
        if came {
            let _refused = root.remove_attribute(style_of(beside));
        } else {
            link.remove();
        }
        came
    }
}

fn ask_for_style(name: &str) -> Option<(Element, Element, JsFuture)> {
    let document = document()?;
    let root = document.document_element()?;
    let href = root.get_attribute(name)?;
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", &href).ok()?;
    let coming = Promise::new(&mut |resolve, reject| {
        for (event, then) in [("load", &resolve), ("error", &reject)] {
            let _never = link.add_event_listener_with_callback(event, then);
        }
    });
    root.first_element_child()?.append_child(&link).ok()?;
    Some((root, link, JsFuture::from(coming)))
}

/// Asks for the words of screens that come later. Resolves to whatever comes; nothing if nothing does.
pub fn words(beside: Beside) -> impl Future<Output = Option<String>> {
    let asked = ask_for_words(words_of(beside));
    async move {
        let response: Response = asked?.await.ok()?.unchecked_into();
        JsFuture::from(response.text().ok()?).await.ok()?.as_string()
    }
}

fn ask_for_words(name: &str) -> Option<JsFuture> {
    let address = document()?.document_element()?.get_attribute(name)?;
    Some(web_sys::window()?.fetch_with_str(&address).into())
}

/// Calls once, when what has just been drawn is on the screen.
pub fn after_paint(call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    // A task of its own: the frame itself comes first.
    let frame = Closure::once_into_js(move || drop(Timeout::new(0, call).forget()));
    let _never = window.request_animation_frame(frame.unchecked_ref());
}

/// A place to draw in that is no part of the page.
#[must_use]
pub fn off_page() -> Option<Element> {
    document()?.create_element("div").ok()
}

/// Calls once, when the window has nothing else to do.
pub fn when_idle(call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    // Safari has no idle callbacks.
    if property(&window, "requestIdleCallback").is_undefined() {
        Timeout::new(200, call).forget();
    } else {
        let _never = window.request_idle_callback(Closure::once_into_js(call).unchecked_ref());
    }
}

/// Prints a part of the screen, which is called otherwise: a printed file has the window's name. Afterwards the window has its own again.
pub fn print_as(title: &str) {
    let Some(page) = document() else { return };
    let (named, before) = (title.to_owned(), page.title());
    page.set_title(title);
    let back = move |_: &Event| {
        // Unless the screen was left meanwhile.
        if page.title() == named {
            page.set_title(&before);
        }
    };
    if let Some(window) = web_sys::window() {
        EventListener::once(&window, "afterprint", back).forget();
    }
    print();
}

/// Opens the browser's print dialog.
pub fn print() {
    let _refused = call(&window(), "print", &JsValue::UNDEFINED);
}
