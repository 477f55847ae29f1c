//! Cells of a table for spreadsheets, which a program may split in another place than we did.
//!
//! A program with another list separator than ours begins cells inside of ours. So a sign that begins a formula is guarded wherever
//! a cell may begin: at our own start, and after each comma, semicolon, bar, tab and line break. `docs/formats/export.md` says how the
//! text is read back.

use super::is_line_break;
use crate::domain::record::TableForm;

/// A table that is being written.
#[derive(Debug)]
pub(in crate::app) struct Table {
    form: TableForm,
    out: String,
    /// Whether a cell of this line is written.
    begun: bool,
}

impl Table {
    /// Begins with the mark that tells spreadsheets that it is UTF-8.
    pub(in crate::app) fn new(form: TableForm) -> Self {
        Self {
            form,
            out: String::from("\u{feff}"),
            begun: false,
        }
    }

    /// A line of texts.
    pub(in crate::app) fn row(&mut self, cells: &[&str]) {
        for cell in cells {
            self.text(cell);
        }
        self.end();
    }

    /// What somebody may have typed.
    pub(in crate::app) fn text(&mut self, cell: &str) {
        self.separate();
        let guarded = guarded(cell);
        // Whatever separates cells anywhere stands in quotes, so that it stays inside where only the quotes are known.
        if guarded.contains(is_separator) || guarded.contains('"') {
            self.out.push('"');
            self.out.push_str(&guarded.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(&guarded);
        }
    }

    /// A number with a decimal point, or nothing. One below zero is no formula.
    pub(in crate::app) fn figure(&mut self, figure: &str) {
        self.separate();
        match self.form {
            TableForm::Comma => self.out.push_str(figure),
            TableForm::Semicolon => self.out.push_str(&figure.replace('.', ",")),
        }
    }

    /// Ends a line.
    pub(in crate::app) fn end(&mut self) {
        self.out.push_str("\r\n");
        self.begun = false;
    }

    /// The whole table.
    pub(in crate::app) fn finish(self) -> String {
        self.out
    }

    fn separate(&mut self) {
        if std::mem::replace(&mut self.begun, true) {
            self.out.push(self.form.separator());
        }
    }
}

/// What some program splits cells or lines at.
fn is_separator(character: char) -> bool {
    matches!(character, ',' | ';' | '|' | '\t') || is_line_break(character)
}

/// What some program passes over at the start of a cell.
fn is_passed_over(character: char) -> bool {
    character == '"' || character.is_whitespace() || character.is_control() || character == '\u{feff}'
}

/// The wide forms are signs too where Japanese or Chinese is typed.
const fn is_sign(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Whether a program that opens tables would work a cell out: it begins like a formula, and is no number.
pub(in crate::app) fn is_worked_out(cell: &str) -> bool {
    let begins = cell.trim_start_matches(is_passed_over);
    let number = |digits: &str| {
        digits
            .chars()
            .all(|digit| digit.is_ascii_digit() || matches!(digit, '.' | ','))
    };
    begins.strip_prefix(is_sign).is_some_and(|rest| !number(rest))
}

/// An apostrophe goes before each sign that would begin a formula, and before apostrophes that stand there already, so that it can be
/// told which ones to take away.
fn guarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    // A tab or a carriage return in front is what some programs drop before they look.
    let mut begins = true;
    if cell.trim_start_matches('\'').starts_with(['\t', '\r']) {
        out.push('\'');
    }
    for (place, character) in cell.char_indices() {
        let rest = cell.get(place..).unwrap_or_default();
        if begins && rest.trim_start_matches('\'').starts_with(is_sign) {
            out.push('\'');
        }
        begins = is_separator(character) || (begins && is_passed_over(character));
        out.push(character);
    }
    out
}
