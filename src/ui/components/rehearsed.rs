//! The mark that a rehearsal bears in every list, in front of its name.

use crate::app::text::Text;
use crate::ui::store::Store;
use yew::AttrValue;

/// "REHEARSAL · Kick-off".
pub fn rehearsed(store: &Store, name: &str) -> AttrValue {
    store.pack.row(&[&store.text(Text::RehearsalMark), name]).into()
}
