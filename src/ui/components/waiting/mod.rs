//! A screen that is not here yet, or did not arrive: its heading, a plain sentence, and a way to try again.

use crate::app::chunk::LoadState;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::browser;
use crate::ui::chunks;
use crate::ui::components::stand_in::stand_in;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// The whole screen.
pub fn waiting(store: &Rc<Store>, route: &Route, heading: AttrValue, later: LoadState) -> Html {
    let sentence = if later == LoadState::Missing {
        Text::LaterMissing
    } else {
        Text::LaterComing
    };
    let retry = {
        let (store, chunk) = (Rc::clone(store), route.chunk());
        Callback::from(move |_: MouseEvent| {
            // The button goes away, and the focus would with it.
            browser::focus_heading();
            if let Some(chunk) = chunk {
                chunks::fetch(&store, chunk);
            }
        })
    };
    stand_in(store, heading, sentence, retry)
}
