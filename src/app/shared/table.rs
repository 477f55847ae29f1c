//! The form of tables that somebody has chosen, kept as a record of its own that the first screen does not read.

use crate::app::effect::Effect;
use crate::app::state::{RawReason, RawRecord, State};
use crate::domain::record::{ReadError, TableForm, read_table, table_key, write_table};

/// What was chosen on this device, none if nothing was or a later version knows more forms.
#[must_use]
pub fn chosen(state: &State) -> Option<TableForm> {
    read_table(&state.raw_records.get(&table_key())?.text).ok()
}

/// A choice holds at once; it is stored unless a later version's choice stands there.
pub(in crate::app) fn choose(state: &mut State, form: TableForm) -> Vec<Effect> {
    let stood = state.raw_records.get(&table_key());
    if stood.is_some_and(|raw| matches!(read_table(&raw.text), Err(ReadError::Newer(_)))) {
        return vec![];
    }
    let text = write_table(form);
    let record = RawRecord::new(&*text, RawReason::Unknown);
    state.raw_records.insert(table_key(), record);
    vec![Effect::Write(table_key(), text)]
}
