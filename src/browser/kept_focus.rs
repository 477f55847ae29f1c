//! The focus stays where somebody was, also when what had it goes away.
//!
//! A browser lets the focus fall to the page when the focused element is removed: the keyboard starts over at the top, and somebody who
//! listens hears nothing; the same when it is disabled by what it did. Here the focus goes to the nearest heading of what stood around the
//! element, unless the screen has put it somewhere else by itself. It goes there by way of the empty place where nothing is said: a screen reader
//! is told of the removal first, moves on to the next text in silence, which often is that very heading, and says nothing when the focus comes there.

use super::events::Listening;
use super::page::{ASIDE, after_paint, document, focus, focus_is_lost, step_aside};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit};

/// What may take the focus in place of something that went away.
const LANDMARKS: &str = "h1, h2, h3, legend, summary";

thread_local! {
    /// The element that had the focus last, and everything around it, from the inside out.
    static TRAIL: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Watches over the focus for as long as the page lives.
pub fn keep_focus() {
    let Some(document) = document() else { return };
    let Some(body) = document.body() else { return };
    Listening::to("focusin", move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if target.as_ref().is_none_or(|target| target.id() != ASIDE) {
            TRAIL.set(std::iter::successors(target, |element| element.parent_element()).collect());
        }
    })
    .forever();
    let watch = Closure::<dyn FnMut()>::new(move || {
        // Whoever lets the focus step aside says where it goes.
        if is_gone() && !is_aside() {
            focus(ASIDE);
            after_paint(come_back);
        }
    });
    if let Ok(observer) = MutationObserver::new(watch.as_ref().unchecked_ref()) {
        let what = MutationObserverInit::new();
        what.set_attribute_filter(&js_sys::Array::of1(&"disabled".into()));
        what.set_child_list(true);
        what.set_subtree(true);
        let _refused = observer.observe_with_options(&body, &what);
        watch.forget();
    }
}

/// Does what takes away the control that has the focus, on a screen that stays. By the keyboard the focus steps aside first; then it goes where the
/// screen puts it, or to the nearest heading.
pub fn give_way(change: impl FnOnce() + 'static) {
    step_aside(move || {
        change();
        after_paint(come_back);
    });
}

/// From the empty place to the nearest heading of what stood around the element that had the focus, unless somebody has gone on already.
fn come_back() {
    // Behind a dialog the empty place cannot have the focus.
    if is_gone() || is_aside() {
        let trail = TRAIL.take();
        if let Some(heir) = trail.iter().filter(|around| around.is_connected()).find_map(heir) {
            focus_quietly(&heir);
        }
    }
}

/// Whether the element that had the focus last has gone with it, or was disabled: the browser takes the focus from that when it next draws.
fn is_gone() -> bool {
    let last = TRAIL.with_borrow(|trail| trail.first().cloned());
    last.is_some_and(|last| !last.is_connected() && focus_is_lost() || last.has_attribute("disabled"))
}

fn is_aside() -> bool {
    let at = document().and_then(|page| page.active_element());
    at.is_some_and(|at| at.id() == ASIDE)
}

/// The first heading inside of what stood around; the page itself says where one is by the screen's heading.
fn heir(around: &Element) -> Option<HtmlElement> {
    let within = if around.tag_name() == "BODY" {
        around.query_selector("main h1")
    } else {
        around.query_selector(LANDMARKS)
    };
    within.ok().flatten()?.dyn_into().ok()
}

/// Without scrolling: whoever looks is where they were.
fn focus_quietly(element: &HtmlElement) {
    if !element.has_attribute("tabindex") && element.tag_name() != "SUMMARY" {
        element.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _refused = element.focus_with_options(&options);
}
