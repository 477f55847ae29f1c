//! Whatever is pasted, the search does not panic, finds the same in strides, keeps no more than it was given, and a good code behind
//! it is found all the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::find::{Finder, find};

const GOOD: [(Kind, &str); 2] = [
    (
        Kind::Invite,
        "oxyi.AS78WjQ_j9d2XQAAAT8OM-WOjNB3vvjJ8f4XBddstJDWe_K0NyzMbdoMwBZMAmVu4GOiWg",
    ),
    (
        Kind::Answer,
        "oxya.AUJrROB0A7G5bmandPUU3K2PuJZA5p1NKdkXS3cBwex2hBNgho0pYy5cxeQ7t6NHGEXl2gxIo1k5jK7s9lDQfIqMvld0ila5",
    ),
];

fuzz_target!(|text: &str| {
    for (kind, good) in GOOD {
        let found = find(kind, text);
        let mut finder = Finder::new(kind, text);
        while finder.advance(1 + text.len() % 97) {}
        assert_eq!(finder.looked(), text.len());
        assert_eq!(finder.finish(), found);
        let repaired = found.repaired.iter().flat_map(|repaired| &repaired.readings);
        for code in found.codes.iter().chain(repaired) {
            assert_eq!(Envelope::read(kind, &code.to_string()).as_ref(), Ok(code));
        }
        // An encoded code takes more room than the code, and a broken one stands there with its prefix or nearly.
        assert!(
            found
                .codes
                .iter()
                .map(|code| code.to_string().len())
                .sum::<usize>()
                <= text.len() + found.codes.len() * 5
        );
        assert!(found.broken.len() + found.repaired.len() <= text.len() / 4);

        let whole = Envelope::read(kind, good).expect("a code");
        assert!(find(kind, &format!("{text}\n{good}\n")).codes.contains(&whole));
    }
});
