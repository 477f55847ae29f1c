//! In which form this device wants its tables: what stands between the cells, and in a figure.

use super::json::{number, required};
use super::{Key, ReadError, begin, open, parse};

const SCHEMA: u64 = 1;
const KIND: &str = "table";
const ID: &str = "device";

/// The form of a table for spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// Commas between cells, a point in a figure.
    Comma,
    /// Semicolons between cells, a comma in a figure: what a spreadsheet opens where 1½ is written `1,5`.
    Semicolon,
}

impl TableForm {
    /// Both, in the order of the choice.
    pub const ALL: [Self; 2] = [Self::Comma, Self::Semicolon];

    /// The name as a form value and in the record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
        }
    }

    /// What stands between two cells.
    #[must_use]
    pub const fn separator(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }

    /// The form of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// The form for somebody whose device writes a half as in `half`, such as `0,5`.
    #[must_use]
    pub fn of_number_format(half: &str) -> Self {
        if half.contains([',', '٫']) {
            Self::Semicolon
        } else {
            Self::Comma
        }
    }
}

/// The key of this record. What is loaded first keeps its text without knowing what it is.
#[must_use]
pub fn table_key() -> Key {
    Key::Unknown([KIND, "/", ID].concat())
}

/// Writes the record.
#[must_use]
pub fn write_table(form: TableForm) -> String {
    [&*begin(KIND, ID, SCHEMA, 0), "\"cells\":\"", form.name(), "\"}}"].concat()
}

/// Reads the record.
///
/// # Errors
/// [`ReadError`] for anything but such a record of this version.
pub fn read_table(text: &str) -> Result<TableForm, ReadError> {
    let parsed = parse(text)?;
    let record = parsed.value();
    let body = open(record, KIND, ID, SCHEMA)?;
    number::<u32>(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    let cells = required(body, "cells")?.to_unquoted_string_str();
    let form = cells.ok().and_then(|name| TableForm::from_name(&name));
    form.ok_or(ReadError::Damaged)
}
