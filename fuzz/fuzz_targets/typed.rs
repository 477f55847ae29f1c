//! Whatever somebody types or pastes as an invite, a receipt, an address for phones or lines of digits: reading does not panic, and
//! what is read is written the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::app::place::Place;
use oxymoron::app::workshop::collecting::left_over;
use oxymoron::app::workshop::way_in::way_in;
use oxymoron::domain::code::digits::{LineError, RefusedLine};
use oxymoron::domain::code::receipt::Receipt;
use oxymoron::domain::workshop::address::{PageAddress, Reach, reach};

fuzz_target!(|input: &[u8]| {
    let text = std::str::from_utf8(input).unwrap_or_default();
    if let Ok(place) = way_in(text) {
        let fragment = place.fragment();
        assert_eq!(Place::parse(fragment.trim_start_matches("#/")), Some(place), "{fragment}");
    }
    if let Ok(receipt) = text.parse::<Receipt>() {
        assert_eq!(receipt.to_string().parse(), Ok(receipt));
    }
    if let Ok(address) = PageAddress::new(text) {
        assert_eq!(reach(address.text()), Reach::Others);
        assert_eq!(PageAddress::new(address.text()), Ok(address));
    }
    // Every second line is refused.
    let refused = (1..=text.lines().count()).step_by(2).map(|line| RefusedLine {
        line,
        why: LineError::TooShort { answers: 0, questions: 1 },
    });
    let (left, moved) = left_over(text, refused.collect());
    let expected: Vec<_> = text.lines().step_by(2).collect();
    assert_eq!((left, moved.len()), (expected.join("\n"), expected.len()));
});
