//! What a control does that goes away by it, or leads to another screen once something is changed.

use crate::browser;
use crate::ui::prelude::*;
use std::rc::Rc;

/// A handler that lets the focus step aside first. What it does puts the focus somewhere, or goes to another screen.
pub fn leaving<E>(act: impl Fn() + 'static) -> Callback<E> {
    let act = Rc::new(act);
    Callback::from(move |_| {
        let act = Rc::clone(&act);
        browser::step_aside(move || act());
    })
}
