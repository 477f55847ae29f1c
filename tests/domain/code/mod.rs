//! What leaves a device in a workshop.

mod answer;
mod arrivals;
pub mod channels;
mod digits;
pub mod drawing;
mod files;
mod find;
mod hands;
mod invite;
mod prefix;
mod receipt;
mod rfc9180;
mod vectors;
mod wrapped;

use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, seal};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::items::{Items, Shape};
pub use oxymoron::domain::code::seal::seal as sealed;
use oxymoron::domain::code::seal::{Entropy, WorkshopKey};
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use std::sync::LazyLock;

pub const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub const VOTE: Vote = Vote {
    workshop: WorkshopId(0x0123_4567_89ab_cdef),
    round: Round::FIRST,
};

/// The facilitator's key, which takes a third of the time of a code.
pub fn key() -> &'static WorkshopKey {
    static KEY: LazyLock<WorkshopKey> = LazyLock::new(|| WorkshopKey::derive(&[7; 32]));
    &KEY
}

pub fn full() -> Shape {
    Shape::new(Depth::Full, KnowDo::LeftOut)
}

/// A row written as typed digits, `-` for unanswered.
pub fn items(shape: Shape, row: &str) -> Items {
    let choice = |character: char| Choice::from_code(&character.to_string());
    Items::new(shape, row.chars().map(choice).collect()).unwrap()
}

pub fn written(items: &Items) -> String {
    let row = items.row().iter();
    row.map(|choice| choice.map_or("-", Choice::code)).collect()
}

/// A response to 36 questions with a role.
pub fn response(id: u64) -> Response {
    Response {
        id: ResponseId(id),
        serial: Serial(3),
        role: RolePlace::new(5),
        items: items(full(), "123450x-1234501234512345-0123451234x"),
    }
}

/// Its code. The one-time key is made from the id: good enough for a test only.
pub fn code(id: u64) -> Envelope {
    let mut entropy = [9; 32];
    entropy[..8].copy_from_slice(&id.to_be_bytes());
    seal(&response(id), VOTE, key().public(), Entropy(entropy)).unwrap()
}

/// Every text with one character changed to another of the alphabet or to the full stop.
pub fn typos(text: &str) -> impl Iterator<Item = String> + '_ {
    let letters = || ALPHABET.chars().chain(['.']);
    (0..text.len()).flat_map(move |place| {
        let was = text[place..].chars().next().unwrap();
        let others = letters().filter(move |letter| *letter != was);
        others.map(move |letter| format!("{}{letter}{}", &text[..place], &text[place + 1..]))
    })
}
