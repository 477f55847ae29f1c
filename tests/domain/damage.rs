//! What a file says of itself that was cut on its way, or changed by hand.

use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::exchange::{FileError, Found, Intake, LeftOut, POLICY, Packing, Reason, is_cut};
use oxymoron::domain::record::Key;

fn packed(texts: &[(&str, &str)]) -> String {
    let mut packing = Packing::new(Moment(0), InstrumentVersion(1));
    for (id, text) in texts {
        packing.keep(&Key::Quarantine((*id).to_owned()), text);
    }
    packing.finish()
}

/// The texts of a file, what it leaves out and why, and whether it was whole.
fn read(file: &str) -> (Vec<String>, Vec<Reason>, bool) {
    let mut intake = Intake::open(file.to_owned()).unwrap();
    let (mut texts, mut reasons) = (Vec::new(), Vec::new());
    while let Some(found) = intake.next() {
        match found {
            Found::Record(_, text) => texts.push(text),
            Found::LeftOut(LeftOut { reason, .. }) => reasons.push(reason),
        }
    }
    (texts, reasons, intake.is_whole())
}

#[test]
fn a_page_that_ends_before_its_end_says_so() {
    let head = format!("<!doctype html><meta content=\"{POLICY}\">");
    let [cut, whole] = ["<p>Instrument ver", "<p>Instrument version 1</p></html>"];
    assert!(is_cut(&format!("{head}{cut}")));
    assert!(!is_cut(&format!("{head}{whole}")) && !is_cut(cut));
    let opened = |text: String| Intake::open(text).err();
    assert_eq!(opened(format!("{head}{cut}")), Some(FileError::Cut));
    assert_eq!(opened(format!("{head}{whole}")), Some(FileError::NotOurs));
    // The mark of a report is further up than its data, which is what was lost.
    assert_eq!(
        opened(format!("{head}oxymoron-report {cut}")),
        Some(FileError::Cut)
    );
    assert_eq!(
        opened(format!("{head}oxymoron-report {whole}")),
        Some(FileError::Emptied)
    );
}

#[test]
fn what_stands_between_two_records_is_missed_and_costs_neither() {
    let file = packed(&[("a", "{}"), ("b", "{\"c\":1}")]);
    let both = || vec!["{}".to_owned(), "{\"c\":1}".to_owned()];
    assert_eq!(read(&file), (both(), vec![], true));
    for (between, whole) in [(" \t", true), ("\"lost\",", false), ("{", false), ("x", false)] {
        let changed = file.replacen(",\n[", &format!(",{between}\n["), 1);
        assert_ne!(changed, file);
        assert_eq!(read(&changed), (both(), vec![], whole), "{changed}");
    }
}

#[test]
fn a_record_that_stands_there_twice_is_one_and_another_one_in_its_place_is_named() {
    let twice = packed(&[("a", "{\"c\":1}"), ("a", "{\"c\":1}")]);
    assert_eq!(read(&twice), (vec!["{\"c\":1}".to_owned()], vec![], true));
    let other = packed(&[("a", "{\"c\":1}"), ("a", "{\"c\":2}")]);
    assert_eq!(
        read(&other),
        (vec!["{\"c\":1}".to_owned()], vec![Reason::Twice], true)
    );
}

/// As the format's page has it: what JSON has a letter for is written with it, and nothing is escaped that need not be.
#[test]
fn a_text_is_escaped_as_shortly_as_json_can() {
    let file = packed(&[("a", "\"\\/\n\r\t\u{8}\u{c}\u{0}\u{1f}\u{7f}\u{fc}\u{2028}")]);
    let expected = r#"\"\\/\n\r\t\b\f\u0000\u001f"#;
    assert!(
        file.contains(&format!("{expected}\u{7f}\u{fc}\u{2028}")),
        "{file}"
    );
}
