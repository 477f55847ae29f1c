//! What events carry, and the keys that stand for options.

use super::js::{call, property};
use super::long_text::long_text;
use crate::domain::calendar::{Day, Moment, NotADay};
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, StorageEvent,
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

/// The field that an event came from.
fn field_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Says of the field that an event came from whether it holds what it should. While it does not, it is described by what stands under its own
/// name and "-wrong".
pub fn say_invalid(event: &Event, invalid: bool) {
    if let Some(field) = field_of(event) {
        let wrong = invalid.then(|| [&*field.id(), "-wrong"].concat());
        for (name, value) in [
            ("aria-invalid", wrong.is_some().then_some("true")),
            ("aria-describedby", wrong.as_deref()),
        ] {
            let _refused = match value {
                Some(value) => field.set_attribute(name, value),
                None => field.remove_attribute(name),
            };
        }
    }
}

/// Whether a key that is held down comes again to a button.
#[must_use]
pub fn is_held_on_a_button(event: &KeyboardEvent) -> bool {
    let target = property(event, "target");
    property(event, "repeat").is_truthy() && property(&target, "tagName") == "BUTTON"
}

/// The day in a date field, none if it was cleared.
///
/// # Errors
/// [`NotADay`] while the field holds something else than a whole day that exists, and one that its `min` and `max` allow.
pub fn day(event: &Event) -> Result<Option<Day>, NotADay> {
    let target = event.target();
    let input = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let text = value(event);
    if input.is_some_and(|input| !input.validity().valid()) {
        Err(NotADay(text))
    } else if text.is_empty() {
        Ok(None)
    } else {
        text.parse().map(Some)
    }
}

/// What a date field is to show: what is stored, or what it holds while somebody is halfway through a day. A redraw that comes meanwhile, after saving
/// for instance, would put the last whole day back.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn half_typed_or(stored: String, id: &str) -> String {
    let field = super::page::document().and_then(|document| document.get_element_by_id(id));
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    match field {
        Some(field) if !field.validity().valid() => field.value(),
        _ => stored,
    }
}

/// Without a browser nobody types.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub const fn half_typed_or(stored: String, _id: &str) -> String {
    stored
}

/// What stood in a date field before it was written into, at the field.
const BEFORE: &str = "data-before";
/// The last whole day that was made of it since.
const OWN: &str = "data-own";
/// Whether another day was put back.
const PUT_BACK: &str = "data-put-back";

/// Notes what stands in a date field that is about to be written into.
pub fn keep_day(event: &Event) {
    if let Some(field) = field_of(event) {
        let _kept = field.set_attribute(BEFORE, &value(event));
        for name in [OWN, PUT_BACK] {
            let _gone = field.remove_attribute(name);
        }
    }
}

/// The day in a date field that says it has changed, if it is one; the field remembers that it has made that one.
pub fn changed_day(event: &Event) -> Option<Option<Day>> {
    let day = day(event).ok()?;
    if let Some(field) = field_of(event) {
        let _noted = field.set_attribute(OWN, &value(event));
    }
    Some(day)
}

/// The day that holds once a date field is left, and whether something else stood there that is none: then the field shows that day. Where its
/// digits made other days on the way, it is the one from before, unless somebody else has stored another since.
pub fn left_day(event: &Event, stored: Option<Day>) -> (Option<Day>, bool) {
    if let Ok(day) = day(event) {
        return (day, false);
    }
    let field = field_of(event).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else {
        return (stored, false);
    };
    let text = stored.map(String::from).unwrap_or_default();
    let is_own = field.get_attribute(OWN).is_some_and(|own| own == text);
    let before = field.get_attribute(BEFORE).filter(|_| is_own).unwrap_or(text);
    field.set_value(&before);
    let _marked = field.set_attribute(PUT_BACK, "");
    (before.parse().ok(), true)
}

/// The moment of what a field for date and time holds, on the device's own clock; none while it holds no whole one.
#[must_use]
pub fn local_moment(text: &str) -> Option<Moment> {
    let milliseconds = js_sys::Date::parse(text);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole milliseconds of a date that was typed"
    )]
    (milliseconds > 0.0).then_some(Moment(milliseconds as u64))
}

/// Hands over the text that is being pasted, which then does not appear in the field. False if it is no text.
pub fn read_pasted(event: &Event, done: impl FnOnce(String) + 'static) -> bool {
    let Some(text) = clipboard_text(event) else {
        return false;
    };
    event.prevent_default();
    hand_over(text, done);
    true
}

/// The text that is being pasted; none if it is no text.
pub(super) fn clipboard_text(event: &Event) -> Option<JsValue> {
    let text = call(&property(event, "clipboardData"), "getData", &"text".into())?;
    text.is_truthy().then_some(text)
}

/// Takes a text over from JavaScript, in tasks of its own if it is long.
pub(super) fn hand_over(text: JsValue, done: impl FnOnce(String) + 'static) {
    spawn_local(async move {
        if let Some(text) = long_text(&text).await {
            done(text);
        }
    });
}

/// The text of a field.
#[must_use]
pub fn field_text(id: &str) -> String {
    let element = super::page::document().and_then(|document| document.get_element_by_id(id));
    let input = element
        .as_ref()
        .and_then(|element| element.dyn_ref::<HtmlInputElement>());
    let area = element
        .as_ref()
        .and_then(|element| element.dyn_ref::<HtmlTextAreaElement>());
    let text = input.map(HtmlInputElement::value);
    text.or_else(|| area.map(HtmlTextAreaElement::value))
        .unwrap_or_default()
}

/// Takes the text out of a text area.
#[must_use]
pub fn take_text(id: &str) -> String {
    emptied(id).and_then(|text| text.as_string()).unwrap_or_default()
}

/// Takes the text out of a text area, which may be a long one, and hands it over.
pub fn read_field(id: &str, done: impl FnOnce(String) + 'static) {
    if let Some(text) = emptied(id) {
        hand_over(text, done);
    }
}

fn emptied(id: &str) -> Option<JsValue> {
    let element = super::page::document()?.get_element_by_id(id)?;
    let area = element.dyn_into::<HtmlTextAreaElement>().ok()?;
    let text = property(&area, "value");
    area.set_value("");
    Some(text)
}

/// Puts a text into a text area.
pub fn put_text(id: &str, text: &str) {
    let element = super::page::document().and_then(|document| document.get_element_by_id(id));
    if let Some(area) = element.and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        area.set_value(text);
    }
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

/// The single character that was typed and may be the mark of an option, without any modifier key and outside of text fields.
#[must_use]
pub fn option_key(event: &KeyboardEvent) -> Option<char> {
    let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
    if !plain || in_text_field(event) {
        return None;
    }
    let key = event.key();
    let mut typed = key.chars();
    typed.next().filter(|_| typed.next().is_none())
}

/// A listener that stops when it is dropped.
pub struct Listening(Option<EventListener>);

impl Listening {
    /// Listens to an event of the window.
    pub fn to(name: &'static str, handle: impl FnMut(&Event) + 'static) -> Self {
        Self(web_sys::window().map(|window| EventListener::new(&window, name, handle)))
    }

    /// Goes on listening for as long as the page lives.
    pub fn forever(self) {
        if let Some(listener) = self.0 {
            listener.forget();
        }
    }
}

/// Tells when the fragment of the address has changed; the inline script lets the focus step aside first.
#[must_use]
pub fn listen_for_moves(mut handle: impl FnMut() + 'static) -> Listening {
    Listening::to("moved", move |_| handle())
}

/// Hands over the key of every record that another window writes or removes.
#[must_use]
pub fn listen_for_storage(mut handle: impl FnMut(String) + 'static) -> Listening {
    Listening::to("storage", move |event| {
        if let Some(key) = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key) {
            handle(key);
        }
    })
}

/// Hands over every key that may be the mark of an option, with the name of the radio group in focus if there is one.
#[must_use]
pub fn listen_for_option_keys(handle: impl Fn(char, Option<String>) + 'static) -> Listening {
    Listening::to("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if let Some(mark) = option_key(event) {
            let group = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            handle(
                mark,
                group.map(|input| input.name()).filter(|name| !name.is_empty()),
            );
        }
    })
}
