//! An invented room for a rehearsal: its people, their answers, and how their codes arrive over a minute with the usual accidents.
//!
//! Everything follows from the seed. What arrives is read like anything that arrives in a real workshop.

use crate::app::place::Place;
use crate::domain::answer::Choice;
use crate::domain::checklist::Checklist;
use crate::domain::code::answer::{Response, RolePlace, Vote, seal};
use crate::domain::code::items::Items;
use crate::domain::code::seal::{Entropy, WorkshopKey};
use crate::domain::code::{ResponseId, Round, Serial, WorkshopId};
use crate::domain::level::Level;
use crate::domain::question::QuestionId;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::rehearsal::Rehearsal;

/// Seconds within which everybody answers who is not late.
pub const MINUTE: u32 = 60;
/// Seconds after which the last one has answered as well.
pub const LAST: u32 = 80;

/// How a code arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Pasted from a chat.
    Text,
    /// As a link.
    Link,
    /// As a picture of a QR code that holds its link.
    Picture,
}

/// What goes wrong with a code, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accident {
    /// Nothing.
    None,
    /// Characters were changed on the way; the same person sends another one later.
    Damaged,
    /// It is for another workshop.
    OtherWorkshop,
    /// It comes a second time.
    Twice,
    /// Its author needs longer than the others.
    Late,
}

/// A code on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arriving {
    /// Seconds after the vote was opened.
    pub second: u32,
    /// Whose it is, from 0.
    pub person: u32,
    /// How it comes.
    pub form: Form,
    /// What happens to it.
    pub accident: Accident,
}

/// Numbers that follow from a seed (splitmix64, Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn new(parts: [u64; 3]) -> Self {
        let mut dice = Self(0);
        for part in parts {
            dice.0 = dice.next() ^ part;
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another one.
    fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end.max(1))).unwrap_or(0)
    }
}

/// Which codes arrive when, in their order. One is damaged, one is of another workshop, one comes twice, and two are late; among those in
/// time are texts, links and pictures.
#[must_use]
pub fn schedule(rehearsal: Rehearsal, round: Round) -> Vec<Arriving> {
    let people = rehearsal.crowd.size();
    let mut dice = Dice::new([u64::from(rehearsal.seed), u64::from(round.number()), 1]);
    // In turn, so that three people in time are enough for all three.
    let first = dice.below(3);
    let form = |person: u32| match (person + first) % 3 {
        0 => Form::Text,
        1 => Form::Link,
        _ => Form::Picture,
    };
    let mut arriving: Vec<_> = (0..people)
        .map(|person| Arriving {
            second: 2 + person * (MINUTE - 12) / people,
            person,
            form: form(person),
            accident: Accident::None,
        })
        .collect();
    for late in arriving.iter_mut().rev().take(2) {
        late.accident = Accident::Late;
        late.second = MINUTE + dice.below(LAST - MINUTE) + 1;
    }
    let mut extra = |person, accident, after: u32| {
        let second = 4 + dice.below(MINUTE - 14) + after;
        arriving.push(Arriving {
            second,
            person,
            form: Form::Text,
            accident,
        });
    };
    extra(0, Accident::Twice, 6);
    extra(1, Accident::Damaged, 0);
    extra(people, Accident::OtherWorkshop, 0);
    arriving.sort_by_key(|one| one.second);
    arriving
}

/// What somebody in the invented room answers: everybody has a lean, every area a level, and two areas divide them.
fn row(
    workshop: &Workshop,
    checklist: &Checklist,
    rehearsal: Rehearsal,
    round: Round,
    person: u32,
) -> Option<Items> {
    let seed = u64::from(rehearsal.seed);
    let shape = workshop.settings.shape;
    let answer = |(place, question): (usize, &QuestionId)| {
        let place = u64::try_from(place).unwrap_or(0);
        let mut of_question = Dice::new([seed, place, 2]);
        let mut own = Dice::new([seed, place, 3 + u64::from(person)]);
        if own.below(16) == 0 {
            return Some(Choice::CannotTell);
        }
        let middle = i64::from(2 + of_question.below(3));
        let divided = place % 5 == u64::from(rehearsal.seed) % 5;
        let side = if person.is_multiple_of(2) { -1 } else { 2 };
        // After the talk they stand closer together.
        let apart = if divided && round == Round::FIRST { side } else { 0 };
        let level = middle + apart + i64::from(own.below(3)) - 1;
        let level = u8::try_from(level.clamp(1, 5))
            .ok()
            .and_then(Level::from_number)?;
        checklist.area(question.area()?).map(|_| Choice::Level(level))
    };
    let questions = shape.questions(checklist)?;
    let row = questions.iter().enumerate().map(answer).collect();
    Items::new(shape, row)
}

/// The text that arrives. None if it cannot be made, as with a key that nothing can be sealed to.
#[must_use]
pub fn text(
    workshop: &Workshop,
    checklist: &Checklist,
    round: Round,
    arriving: Arriving,
    address: &str,
) -> Option<String> {
    let rehearsal = workshop.rehearsal?;
    let person = arriving.person;
    let roles = u32::try_from(workshop.settings.roles.labels().len()).unwrap_or(0);
    let role = (roles > 0)
        .then(|| person % roles)
        .and_then(|place| RolePlace::new(u8::try_from(place).ok()?));
    let mut dice = Dice::new([
        u64::from(rehearsal.seed),
        u64::from(round.number()),
        100 + u64::from(person),
    ]);
    let response = Response {
        id: ResponseId(Dice::new([u64::from(rehearsal.seed), 7, u64::from(person)]).next()),
        serial: Serial(round.number()),
        role,
        items: row(workshop, checklist, rehearsal, round, person)?,
    };
    let mut entropy = [0; 32];
    for byte in &mut entropy {
        *byte = u8::try_from(dice.below(256)).unwrap_or(0);
    }
    let (id, key) = match arriving.accident {
        Accident::OtherWorkshop => (
            WorkshopId(workshop.id.0 ^ u64::MAX),
            WorkshopKey::derive(&entropy).public(),
        ),
        _ => (workshop.id, workshop.key().public()),
    };
    let vote = Vote { workshop: id, round };
    let code = seal(&response, vote, key, Entropy(entropy)).ok()?.to_string();
    let code = match arriving.accident {
        Accident::Damaged => damaged(&code),
        _ => code,
    };
    Some(match arriving.form {
        Form::Text => code,
        Form::Link | Form::Picture => [address, &*Place::Answer(code).fragment()].concat(),
    })
}

/// Three letters in the middle become others, as a spelling correction does it.
fn damaged(code: &str) -> String {
    let middle = code.len() / 2;
    let change = |(place, character): (usize, char)| match place.checked_sub(middle) {
        Some(0..=2) => {
            if character == 'Q' {
                'R'
            } else {
                'Q'
            }
        }
        _ => character,
    };
    code.chars().enumerate().map(change).collect()
}
