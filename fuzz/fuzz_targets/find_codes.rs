//! Whatever is pasted, the search does not panic, finds the same codes with gaps everywhere, and keeps no more than it
//! was given.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::find::find;

fuzz_target!(|text: &str| {
    for kind in [Kind::Invite, Kind::Answer] {
        let found = find(kind, text.chars());
        let gaps = text.chars().flat_map(|character| [character, '\u{200b}']);
        assert_eq!(find(kind, gaps).codes, found.codes);
        for code in &found.codes {
            assert_eq!(Envelope::read(kind, &code.to_string()).as_ref(), Ok(code));
        }
        let kept = found.codes.iter().map(|code| code.to_string().len());
        let kept: usize = kept
            .chain(found.broken.iter().map(|broken| broken.start.len()))
            .sum();
        assert!(kept <= text.len());
    }
});
