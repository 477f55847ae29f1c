//! The tables that `docs/many-rooms.md` is checked with are those that the app writes.

use super::{COLUMNS, QUICK, meeting, pack, response, revealed, whole};
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::record::TableForm;
use oxymoron::domain::workshop::Workshop;

/// The files that `docs/many-rooms.md` is checked with.
#[test]
fn the_counts_of_many_rooms_are_what_the_queries_are_checked_with() {
    let pack = pack();
    let table = |workshop: &Workshop, form| {
        let table = oxymoron::app::workshop::export::csv(&meeting(&pack, workshop), form);
        table.unwrap()
    };
    let mut south = revealed(
        (0..6)
            .map(|id| response(id, None, QUICK, &format!("{}4335", id % 3 + 3)))
            .collect(),
        5,
    );
    south.settings.title = "South; \"10:30\"".to_owned();
    south.id = WorkshopId(0x0123_0000_0000_00e4);
    for (form, workshop, expected) in [
        (
            TableForm::Comma,
            whole(),
            include_str!("../../fixtures/counts/north.csv"),
        ),
        (
            TableForm::Semicolon,
            south,
            include_str!("../../fixtures/counts/semicolons/south.csv"),
        ),
    ] {
        // Names and wordings may change; columns, ids, figures and their form are what the queries rest on.
        assert_eq!(
            but_words(&table(&workshop, form), form),
            but_words(expected, form)
        );
    }
}

/// The cells of a table without the wordings.
fn but_words(table: &str, form: TableForm) -> Vec<Vec<String>> {
    let separator = u8::try_from(form.separator()).unwrap();
    let mut reader = ::csv::ReaderBuilder::new();
    let table = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = reader
        .delimiter(separator)
        .has_headers(false)
        .from_reader(table.as_bytes());
    let words = ["part_name", "text"].map(|name| COLUMNS.iter().position(|known| *known == name).unwrap());
    let cells = |row: ::csv::StringRecord| {
        let kept = row.iter().enumerate().filter(|(place, _)| !words.contains(place));
        kept.map(|(_, cell)| cell.to_owned()).collect()
    };
    reader.records().map(Result::unwrap).map(cells).collect()
}
