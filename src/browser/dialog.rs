//! A dialog in front of everything else, for as long as its [`Modal`] lives.

use super::events::Listening;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, Node};

/// A `<dialog>` that is open. Dropped, it closes, and the focus goes back to where it was.
pub struct Modal {
    dialog: HtmlDialogElement,
    closed: Option<EventListener>,
    _leaving: Listening,
}

impl Modal {
    /// Opens `dialog`, which takes the focus. `closed` is called when the person closes it (Esc, the back gesture) or leaves the page; nothing where that is
    /// no `<dialog>`.
    pub fn open(dialog: Option<Node>, closed: impl Fn() + Clone + 'static) -> Option<Self> {
        let dialog: HtmlDialogElement = dialog?.dyn_into().ok()?;
        let left = closed.clone();
        let leaving = Listening::to("pagehide", move |_| left());
        dialog.show_modal().ok()?;
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
        self.dialog.close();
    }
}
