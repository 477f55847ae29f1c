//! A dialog in front of everything else, for as long as its [`Modal`] lives.

use super::events::Listening;
use super::js::call;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Node};

/// A `<dialog>` that is open. Dropped, it closes, and the focus goes back to where it was.
pub struct Modal {
    dialog: HtmlElement,
    closed: Option<EventListener>,
    _leaving: Listening,
}

impl Modal {
    /// Opens `dialog`, which takes the focus. `closed` is called when the person closes it (Esc, the back gesture) or leaves the page; nothing where that is
    /// no `<dialog>`.
    pub fn open(dialog: Option<Node>, closed: impl Fn() + Clone + 'static) -> Option<Self> {
        let dialog: HtmlElement = dialog?.dyn_into().ok()?;
        let left = closed.clone();
        let leaving = Listening::to("pagehide", move |_| left());
        call(&dialog, "showModal", &JsValue::UNDEFINED)?;
        // By its name: what stands in it a screen reader takes for where it has been since everything else went.
        let _refused = dialog.focus();
        Some(Self {
            closed: Some(EventListener::new(&dialog, "close", move |_| closed())),
            dialog,
            _leaving: leaving,
        })
    }
}

impl Drop for Modal {
    fn drop(&mut self) {
        // Nobody is told of what the page itself closes.
        self.closed = None;
        let _closed = call(&self.dialog, "close", &JsValue::UNDEFINED);
    }
}
