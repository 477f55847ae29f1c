//! Messages between windows of the same browser, without a network.

use super::js::{call, make, property, set};
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// A channel that this window listens to until it is dropped.
pub struct Channel {
    /// A `BroadcastChannel`.
    channel: Option<JsValue>,
    _listener: Closure<dyn FnMut(JsValue)>,
}

impl Channel {
    /// Opens the channel of a name and hands over every text that another window says on it.
    #[must_use]
    pub fn open(name: &str, mut hear: impl FnMut(String) + 'static) -> Self {
        let listener = Closure::new(move |event: JsValue| {
            if let Some(text) = property(&event, "data").as_string() {
                hear(text);
            }
        });
        let channel = make("BroadcastChannel", &Array::of1(&name.into()));
        if let Some(channel) = &channel {
            set(channel, "onmessage", listener.as_ref());
        }
        Self {
            channel,
            _listener: listener,
        }
    }

    /// Says a text to all other windows that listen.
    pub fn say(&self, text: &str) {
        if let Some(channel) = &self.channel {
            let _closed = call(channel, "postMessage", &text.into());
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            set(channel, "onmessage", &JsValue::NULL);
            let _closed = call(channel, "close", &JsValue::UNDEFINED);
        }
    }
}
