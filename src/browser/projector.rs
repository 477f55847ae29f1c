//! A window that is projected: the whole screen, and keys that turn its pages.

use super::events::{Listening, clipboard_text, hand_over, in_text_field};
use super::js::{call, call_with, navigator, promise, property, window};
use super::page::document;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, KeyboardEvent};

/// Asks for the whole screen. Browsers allow that in answer to a click or a key.
pub fn fill_screen() {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _refused = call(&root, "requestFullscreen", &JsValue::UNDEFINED);
    }
}

/// A screen that does not go to sleep, for as long as this lives.
pub struct Awake {
    _shown: Listening,
    _lock: Rc<RefCell<Option<WakeLock>>>,
}

/// What the browser has granted, and the ear for its taking it back, as it does when the window is hidden or the battery is low.
struct WakeLock {
    lock: JsValue,
    released: Option<EventListener>,
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        drop(self.released.take());
        // Refuses nobody: a lock that is gone may be released again.
        let _promise = call(&self.lock, "release", &JsValue::UNDEFINED);
    }
}

/// Keeps the screen from going to sleep, and tells whether the browser does it, whenever that changes. It is asked again each time the window
/// is shown.
#[must_use]
pub fn stay_awake(tell: impl Fn(bool) + Clone + 'static) -> Awake {
    let held = Rc::new(RefCell::new(None));
    let to = Rc::downgrade(&held);
    let ask = move || wasm_bindgen_futures::spawn_local(hold(to.clone(), tell.clone()));
    ask();
    let shown = Listening::to("visibilitychange", move |_| {
        if document().is_some_and(|document| property(&document, "hidden").is_falsy()) {
            ask();
        }
    });
    Awake {
        _shown: shown,
        _lock: held,
    }
}

/// Asks for a lock and keeps it where it belongs; where nobody waits for it any more, it is released.
async fn hold(to: Weak<RefCell<Option<WakeLock>>>, tell: impl Fn(bool) + Clone + 'static) {
    let granted = request_wake_lock().await;
    let granted = granted.map(|lock| {
        let tell = tell.clone();
        let target = lock.dyn_ref::<EventTarget>();
        let released = target.map(|target| EventListener::once(target, "release", move |_| tell(false)));
        WakeLock { lock, released }
    });
    if let Some(held) = to.upgrade() {
        tell(granted.is_some());
        drop(held.replace(granted));
    }
}

/// None where the browser has none or refuses it, as it does on a low battery.
async fn request_wake_lock() -> Option<JsValue> {
    let lock = property(&navigator(), "wakeLock");
    promise(&lock, "request", &[&"screen".into()])?.await.ok()
}

/// Brings a window of this page to the front by its name, or opens it; false where the browser does not let it.
#[must_use]
pub fn find_window(address: &str, name: &str) -> bool {
    let found = call_with(&window(), "open", &[&address.into(), &name.into()]);
    found.is_some_and(|found| call(&found, "focus", &JsValue::UNDEFINED).is_some())
}

/// Tells whether the window has the whole screen, each time that has changed.
#[must_use]
pub fn listen_for_full_screen(handle: impl Fn(bool) + 'static) -> Listening {
    Listening::to("fullscreenchange", move |_| {
        handle(document().is_some_and(|document| property(&document, "fullscreenElement").is_truthy()));
    })
}

/// Hands over each key that turns a page, as the presenters' remote controls send them: true for the next page. The arrows go with the reading.
#[must_use]
pub fn listen_for_turns(handle: impl Fn(bool) + 'static) -> Listening {
    Listening::to("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || in_text_field(event));
        let (on, back) = if is_read_from_the_right() {
            ("ArrowLeft", "ArrowRight")
        } else {
            ("ArrowRight", "ArrowLeft")
        };
        match &*event.key() {
            "PageDown" if plain => handle(true),
            "PageUp" if plain => handle(false),
            key if plain && key == on => handle(true),
            key if plain && key == back => handle(false),
            _ => {}
        }
    })
}

/// Whether what is projected is read from right to left: it may be in another language than the page.
fn is_read_from_the_right() -> bool {
    document().is_some_and(|document| {
        let picture = document.query_selector(".wall[dir]").ok().flatten();
        let direction = picture.and_then(|picture| picture.get_attribute("dir"));
        direction.map_or_else(
            || property(&document, "dir") == "rtl",
            |direction| direction == "rtl",
        )
    })
}

/// Hands over each text that is pasted anywhere in the window.
#[must_use]
pub fn listen_for_paste(handle: impl Fn(&str) + 'static) -> Listening {
    let handle = Rc::new(handle);
    Listening::to("paste", move |event| {
        if let Some(text) = clipboard_text(event) {
            let handle = Rc::clone(&handle);
            hand_over(text, move |text| handle(&text));
        }
    })
}
