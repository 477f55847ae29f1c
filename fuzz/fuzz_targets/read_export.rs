//! Whatever file is brought in, reading it neither panics nor hangs, and what it gives can be packed and found again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::exchange::{Found, Intake, Packing, for_page, from_page};
use oxymoron::domain::record::{Key, read_assessment};

fuzz_target!(|file: &str| {
    let Ok(mut intake) = Intake::open(file.to_owned()) else {
        return;
    };
    let mut packing = Packing::new(Moment(0), InstrumentVersion(1));
    let mut records = Vec::new();
    while let Some(found) = intake.next() {
        if let Found::Record(key, text) = found {
            if let Key::Assessment(id) = key {
                drop(read_assessment(id, &text));
            }
            packing.keep(&key, &text);
            records.push(Found::Record(key, text));
        }
    }
    let file = packing.finish();
    let page = format!("<script id=\"oxymoron-data\">{}</script>", for_page(&file));
    assert_eq!(from_page(&page).as_deref(), Some(&*file));
    let mut again = Intake::open(file).expect("a file of ours");
    for record in records {
        assert_eq!(again.next(), Some(record));
    }
    assert_eq!(again.next(), None);
    assert!(again.is_whole());
});
