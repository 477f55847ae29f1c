//! Cells as programs with any separator see them: no formula begins in one, and the text comes back as it was.

use super::{HOSTILE, ID, full, hostile, pack, taking, with, workshop};
use oxymoron::app::assessment::export::{COLUMNS, ExportSource, csv, report};
use oxymoron::domain::assessment::Assessment;
use oxymoron::domain::record::TableForm;
use oxymoron::domain::stamp::Stamped;
use proptest::prelude::*;

const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const SEPARATORS: [char; 11] = [
    ',', ';', '|', '\t', '\n', '\u{b}', '\u{c}', '\r', '\u{85}', '\u{2028}', '\u{2029}',
];

fn noted(note: &str) -> Assessment {
    let mut noted = full();
    let note = Stamped::new(note.to_owned(), noted.revision);
    noted.notes.insert("A05".parse().unwrap(), note);
    noted
}

/// The note as it stands in the table, read in the table's own form.
fn note_in(table: &str, form: TableForm) -> String {
    let separator = u8::try_from(form.separator()).unwrap();
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
    let column = |name: &str| COLUMNS.iter().position(|known| *known == name).unwrap();
    let mut rows = reader.records().map(Result::unwrap);
    rows.find(|row| &row[column("question")] == "A05").unwrap()[column("note")].to_owned()
}

/// As `docs/formats/export.md` tells to read a cell back, by characters instead of by a pattern.
fn read_back(cell: &str) -> String {
    let signs_after = |rest: &[char], signs: &[char]| {
        let behind = rest.iter().find(|character| **character != '\'');
        rest.first() == Some(&'\'') && behind.is_some_and(|character| signs.contains(character))
    };
    let cell: Vec<char> = cell.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    if signs_after(&cell, &['\t', '\r']) {
        at = 1;
    }
    let mut begins = true;
    while at < cell.len() {
        if begins && signs_after(&cell[at..], &SIGNS) {
            at += 1;
        }
        let character = cell[at];
        begins = SEPARATORS.contains(&character)
            || begins
                && (character == '"'
                    || character.is_whitespace()
                    || character.is_control()
                    || character == '\u{feff}');
        out.push(character);
        at += 1;
    }
    out
}

/// Cells as any program may see them that splits at one separator and takes quotes or does not.
fn cells(table: &str) -> Vec<String> {
    let mut cells: Vec<String> = table.split(SEPARATORS).map(str::to_owned).collect();
    for separator in [b',', b';', b'\t', b'|'] {
        let mut builder = ::csv::ReaderBuilder::new();
        builder.delimiter(separator).flexible(true).has_headers(false);
        for row in builder
            .from_reader(table.as_bytes())
            .records()
            .map(Result::unwrap)
        {
            cells.extend(row.iter().map(str::to_owned));
        }
    }
    cells
}

fn begins_a_formula(cell: &str) -> bool {
    cell.trim_start_matches(|character: char| {
        character == '"' || character.is_whitespace() || character.is_control()
    })
    .starts_with(SIGNS)
}

#[test]
fn no_cell_of_the_table_is_a_formula_wherever_a_program_splits_it() {
    for form in TableForm::ALL {
        for assessment in [
            hostile(),
            noted("checked;=1+1"),
            noted("one\n=2+2"),
            noted("a;\"=1+1\";b"),
        ] {
            let table = with(&assessment, |taking: &ExportSource| csv(taking, form));
            for cell in cells(&table) {
                assert!(!begins_a_formula(&cell), "{form:?}: {cell:?}");
            }
        }
    }
}

#[test]
fn no_cell_of_a_table_of_counts_is_a_formula_either() {
    for title in [
        "a;=1+1",
        "one\n=2+2",
        "=1+1",
        "a\t-1",
        "b|@x",
        "a;\"=1+1\";b",
        HOSTILE,
    ] {
        for form in TableForm::ALL {
            for table in workshop::rooms::tables_of_a_workshop_called(title, form) {
                for cell in cells(&table) {
                    // A figure below zero is a number, and no text.
                    let figure = cell.replace(',', ".").parse::<f64>().is_ok();
                    assert!(figure || !begins_a_formula(&cell), "{form:?}: {cell:?}");
                }
                let rooms = oxymoron::domain::rollup::table::read(&table).unwrap().rooms;
                assert_eq!(rooms[0].title, title.trim(), "{form:?}");
            }
        }
    }
}

#[test]
fn what_was_written_stays_readable() {
    let check = |note: &str, written: &str| {
        for form in TableForm::ALL {
            let table = with(&noted(note), |taking: &ExportSource| csv(taking, form));
            assert_eq!(note_in(&table, form), written);
            assert_eq!(read_back(written), note);
        }
    };
    check("=1", "'=1");
    check("'=1", "''=1");
    check("checked;=1+1", "checked;'=1+1");
    check("one\n=2+2", "one\n'=2+2");
    check("- one\n- two", "'- one\n'- two");
    check("yes, -5 °C", "yes, '-5 °C");
    check("\tx", "'\tx");
    check("\t=1", "'\t'=1");
    check("\r\n@x", "'\r\n'@x");
    check("a =1; it's 2-1, 'tis", "a =1; it's 2-1, 'tis");
    check("\"=1\"", "\"'=1\"");
}

#[test]
fn figures_below_zero_and_texts_with_a_comma_stand_as_they_are() {
    let table = with(&noted("1,5"), |taking: &ExportSource| {
        csv(taking, TableForm::Semicolon)
    });
    assert!(table.contains(";\"1,5\";") && table.contains("\"Field sales, north\";"));
    assert_eq!(
        table.lines().next().unwrap().matches(';').count(),
        COLUMNS.len() - 1
    );
}

/// What stands in the elements of a page, without what is in its data.
fn elements(page: &str) -> Vec<String> {
    let body = page.split_once("<body>").unwrap().1;
    let shown = body.split("<script").next().unwrap();
    let texts = shown.split('>').filter_map(|part| part.split('<').next());
    texts
        .map(|text| text.replace("&#39;", "'").replace("&quot;", "\""))
        .collect()
}

#[test]
fn no_text_of_a_page_is_a_formula_for_who_opens_it_as_a_table() {
    let hostile = with(&hostile(), |taking| report(taking, "{}"));
    for page in workshop::rooms::pages_of_a_workshop_called("=1+1")
        .iter()
        .chain([&hostile])
    {
        let texts = elements(page);
        assert!(texts.iter().any(|text| text.starts_with("\u{2068}=")), "{page}");
        for text in texts {
            let number = text.parse::<f64>().is_ok();
            assert!(number || !begins_a_formula(&text), "{text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_note_comes_back_and_begins_no_formula(note in "[=+@＝,;|\t\r\n\"' a'\u{2028}-]{0,12}", tail in any::<String>()) {
        let note = format!("{note}{tail}");
        let pack = pack();
        let assessment = noted(&note);
        let taking = taking(&pack, &assessment);
        prop_assert_eq!(assessment.id, ID);
        for form in TableForm::ALL {
            let table = csv(&taking, form);
            prop_assert_eq!(&read_back(&note_in(&table, form)), &note);
            for cell in cells(&table) {
                prop_assert!(!begins_a_formula(&cell), "{:?}", cell);
            }
        }
    }
}

#[test]
fn hostile_texts_come_back() {
    let table = with(&noted(HOSTILE), |taking: &ExportSource| {
        csv(taking, TableForm::Comma)
    });
    assert_eq!(read_back(&note_in(&table, TableForm::Comma)), HOSTILE);
}
