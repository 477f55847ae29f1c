//! What a room is shown: by the product, and by rules that were given up.

use crate::rooms::Counts;
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::group::role_gap::side;
use oxymoron::domain::group::{InterpolatedMedian, Votes};
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::workshop::ballot::{Part, Tally};
use oxymoron::domain::workshop::room::RoomView;

/// A rule about what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The product's own functions.
    Shown,
    /// Each role's interpolated median with one decimal.
    Middles,
    /// Each role's nearest level word.
    Words,
    /// Which of two roles stands higher, if they stand apart.
    Direction,
}

/// What is seen of a room: two that are equal look the same.
#[derive(Debug, PartialEq)]
pub struct Seen {
    room: Option<RoomView>,
    figures: Vec<i64>,
}

impl Seen {
    /// Whether there is a word about a role in it.
    pub fn has_word(&self) -> bool {
        self.room.as_ref().is_some_and(|room| room.gap.is_some())
            || self.figures.iter().any(|figure| *figure != 0)
    }
}

/// The question of a place, the first being 1.
fn question(number: u8) -> QuestionId {
    QuestionId::Anchored(AreaId::new(number).unwrap())
}

fn part(counts: &Counts) -> Part {
    let [a, b, c, d, e, silent] = *counts;
    Part {
        votes: Votes::new([a, b, c, d, e]),
        silent,
    }
}

fn tally(number: u8, roles: &[Counts]) -> Tally {
    let mut all = Counts::default();
    for role in roles {
        all = std::array::from_fn(|column| all[column] + role[column]);
    }
    let all = part(&all);
    // Nobody is in the last group: everybody said their role.
    let groups = roles.iter().map(part).chain([Part::default()]);
    Tally {
        question: question(number),
        votes: all.votes,
        cannot_tell: all.silent,
        not_applicable: 0,
        unanswered: 0,
        groups: groups.collect(),
    }
}

/// What is seen of some questions, each by role.
pub fn room(questions: &[&[Counts]]) -> Seen {
    let tallies: Vec<_> = (1..)
        .zip(questions)
        .map(|(number, roles)| tally(number, roles))
        .collect();
    let people = tallies.first().map_or(0, Tally::asked);
    Seen {
        room: Some(RoomView::of(
            &tallies,
            MinimumGroup::STANDARD,
            people,
            Headcount(people),
        )),
        figures: vec![],
    }
}

impl Rule {
    /// What is seen of one question.
    pub fn seen(self, roles: &[Counts]) -> Seen {
        let votes: Vec<_> = roles.iter().map(|role| part(role).votes).collect();
        // A role of one mind was not shown, nor one below five.
        let hides = |votes: &Votes| votes.range() == Some(0) || votes.total() < 5;
        let middles = |figure: fn(InterpolatedMedian) -> i64| {
            let of = |votes: &Votes| {
                votes
                    .interpolated_median()
                    .filter(|_| !hides(votes))
                    .map_or(0, figure)
            };
            votes.iter().map(of).collect()
        };
        let figures = match self {
            Self::Shown => return room(&[roles]),
            Self::Middles => middles(InterpolatedMedian::tenths),
            Self::Words => middles(|median| i64::from(median.level().number())),
            Self::Direction => vec![side(&votes[0], &votes[1]).map_or(0, |side| side as i64 + 1)],
        };
        Seen { room: None, figures }
    }
}
