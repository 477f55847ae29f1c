//! An address that leads nowhere.

use crate::app::text::Text;
use crate::ui::components::dead_end::dead_end;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// A plain sentence and the way home.
pub fn missing(store: &Store, address: &str) -> Html {
    dead_end(
        store,
        Text::MissingTitle,
        store.fill(Text::MissingLead, &[("address", address)]),
    )
}
