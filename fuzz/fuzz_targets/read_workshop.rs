//! Whatever text stands under a workshop's key, reading it neither panics nor changes on a second round, and what the projected window
//! gets of it has no secret and nothing unrevealed.
#![no_main]

#[path = "../../tests/domain/support.rs"]
#[allow(dead_code, reason = "the domain tests use all of it")]
mod support;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::checklist::Checklist;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::record::{read_workshop, write_workshop};
use oxymoron::domain::workshop::Seed;
use oxymoron::domain::workshop::wall::Wall;

/// The id of the fixtures, so that they serve as seeds.
const ID: WorkshopId = WorkshopId(0x0123_4567_89ab_cdef);

static CHECKLIST: LazyLock<Checklist> = LazyLock::new(support::twelve_areas);

fuzz_target!(|text: &str| {
    if let Ok(workshop) = read_workshop(ID, text) {
        let wall = Wall::of(&workshop, &CHECKLIST);
        assert_eq!(wall.workshop.seed, Seed([0; 32]));
        assert!(workshop.revealed.is_some() || wall.workshop.first.is_empty());
        assert_eq!(read_workshop(ID, &write_workshop(&workshop)), Ok(workshop));
    }
});
