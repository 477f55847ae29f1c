//! Whatever is sent as an answer code, and whatever somebody with the invite has sealed, reading it does not panic, and
//! what is read is written the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::code::answer::{Response, Vote, open};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::seal::WorkshopKey;
use oxymoron::domain::code::{Kind, Round, WorkshopId};

/// That of the fixtures.
const VOTE: Vote = Vote {
    workshop: WorkshopId(0x0123_4567_89ab_cdef),
    round: Round::FIRST,
};

fuzz_target!(|input: &[u8]| {
    let text = std::str::from_utf8(input).unwrap_or_default();
    if let Ok(code) = Envelope::read(Kind::Answer, text) {
        assert_eq!(code.to_string(), text);
        let _ = open(&code, VOTE, &WorkshopKey::derive(&[7; 32]));
    }
    // The inside of the seal: as a code, no changed input would ever get there.
    if let Some(response) = Response::unpack(input) {
        assert_eq!(response.pack(), input);
    }
});
