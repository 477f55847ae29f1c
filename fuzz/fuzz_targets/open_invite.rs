//! Whatever follows a link's `#/join/`, reading it does not panic, and what is read is written the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::invite::Invite;

fuzz_target!(|text: &str| {
    if let Ok(code) = Envelope::read(Kind::Invite, text) {
        assert_eq!(code.to_string(), text);
        if let Ok(invite) = Invite::open(&code) {
            assert_eq!(invite.seal(), code);
        }
    }
});
