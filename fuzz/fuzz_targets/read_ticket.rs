//! Whatever text stands under a ticket's key, reading it neither panics nor changes on a second round.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::record::{read_ticket, write_ticket};

/// The id of the fixtures, so that they serve as seeds.
const ID: WorkshopId = WorkshopId(0x0123_4567_89ab_cdef);

fuzz_target!(|text: &str| {
    if let Ok(ticket) = read_ticket(ID, text) {
        assert_eq!(read_ticket(ID, &write_ticket(&ticket)), Ok(ticket));
    }
});
