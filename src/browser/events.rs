//! What events carry, and the digit keys.

use crate::domain::calendar::{Day, NotADay};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    ClipboardEvent, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
    StorageEvent,
};

/// The value of the control that an event came from.
#[must_use]
pub fn value(event: &Event) -> String {
    let target = event.target();
    let input = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let area = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlTextAreaElement>());
    let select = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlSelectElement>());
    input
        .map(HtmlInputElement::value)
        .or_else(|| area.map(HtmlTextAreaElement::value))
        .or_else(|| select.map(HtmlSelectElement::value))
        .unwrap_or_default()
}

/// The day in a date field, none if it was cleared.
///
/// # Errors
/// [`NotADay`] while the field holds something else than a whole day that exists.
pub fn day(event: &Event) -> Result<Option<Day>, NotADay> {
    let target = event.target();
    let input = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let text = value(event);
    if input.is_some_and(|input| input.validity().bad_input()) {
        Err(NotADay(text))
    } else if text.is_empty() {
        Ok(None)
    } else {
        text.parse().map(Some)
    }
}

/// The text that is being pasted, which then does not appear in the field; none if it is no text.
#[must_use]
pub fn pasted(event: &Event) -> Option<String> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text").ok().filter(|text| !text.is_empty())?;
    event.prevent_default();
    Some(text)
}

/// Takes the text out of a text area.
#[must_use]
pub fn take_text(id: &str) -> String {
    let element = super::page::document().and_then(|document| document.get_element_by_id(id));
    let Some(area) = element.and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return String::new();
    };
    let text = area.value();
    area.set_value("");
    text
}

/// Whether text is being written where the event came from; radio buttons are no text.
#[must_use]
pub fn in_text_field(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target() else {
        return false;
    };
    let typing = |input: &HtmlInputElement| !matches!(&*input.type_(), "radio" | "checkbox");
    target.dyn_ref::<HtmlInputElement>().is_some_and(typing)
        || target.dyn_ref::<HtmlTextAreaElement>().is_some()
}

/// The digit that was typed, without any modifier key and outside of text fields.
#[must_use]
pub fn digit_key(event: &KeyboardEvent) -> Option<u8> {
    let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
    if !plain || in_text_field(event) {
        return None;
    }
    match event.key().as_bytes() {
        [digit @ b'0'..=b'5'] => Some(digit - b'0'),
        _ => None,
    }
}

/// A listener that stops when it is dropped.
pub struct Listening {
    name: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listening {
    /// Listens to an event of the window.
    pub fn to(name: &'static str, handle: impl FnMut(Event) + 'static) -> Self {
        let callback = Closure::new(handle);
        if let Some(window) = web_sys::window() {
            let _refused = window.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
        }
        Self { name, callback }
    }

    /// Goes on listening for as long as the page lives.
    pub fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let callback = self.callback.as_ref().unchecked_ref();
            let _refused = window.remove_event_listener_with_callback(self.name, callback);
        }
    }
}

/// Tells when the fragment of the address has changed.
#[must_use]
pub fn listen_for_moves(mut handle: impl FnMut() + 'static) -> Listening {
    Listening::to("hashchange", move |_| handle())
}

/// Hands over the key and the new text of every record that another window writes or removes.
#[must_use]
pub fn listen_for_storage(mut handle: impl FnMut(String, Option<String>) + 'static) -> Listening {
    Listening::to("storage", move |event| {
        let change = event.dyn_ref::<StorageEvent>();
        if let Some((key, change)) = change.and_then(|change| Some((change.key()?, change))) {
            handle(key, change.new_value());
        }
    })
}

/// Hands over every digit key, with the name of the radio group in focus if there is one.
#[must_use]
pub fn listen_for_digits(handle: impl Fn(u8, Option<String>) + 'static) -> Listening {
    Listening::to("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if let Some(digit) = digit_key(event) {
            let group = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            handle(
                digit,
                group.map(|input| input.name()).filter(|name| !name.is_empty()),
            );
        }
    })
}
