//! A dialog in front of everything else, for as long as its [`Modal`] lives.

use super::events::Listening;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlDialogElement, Node};

/// A `<dialog>` that is open. Dropped, it closes, and the focus goes back to where it was.
pub struct Modal {
    dialog: HtmlDialogElement,
    closed: Closure<dyn FnMut(Event)>,
    _leaving: Listening,
}

impl Modal {
    /// Opens `dialog`. `closed` is called when the person closes it (Esc, the back gesture) or leaves the page; nothing where that is
    /// no `<dialog>`.
    pub fn open(dialog: Option<Node>, closed: impl Fn() + Clone + 'static) -> Option<Self> {
        let dialog: HtmlDialogElement = dialog?.dyn_into().ok()?;
        let left = closed.clone();
        let leaving = Listening::to("pagehide", move |_| left());
        let closed = Closure::<dyn FnMut(Event)>::new(move |_| closed());
        dialog.show_modal().ok()?;
        let listened = dialog.add_event_listener_with_callback("close", closed.as_ref().unchecked_ref());
        listened.ok()?;
        Some(Self {
            dialog,
            closed,
            _leaving: leaving,
        })
    }
}

impl Drop for Modal {
    fn drop(&mut self) {
        let closed = self.closed.as_ref().unchecked_ref();
        let _never = self.dialog.remove_event_listener_with_callback("close", closed);
        self.dialog.close();
    }
}
