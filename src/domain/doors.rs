//! The doors to one area. None is the right one, and none ranks areas beyond what it says.

use super::level::Level;
use super::question::AreaId;
use super::score::{AreaResult, Outcome, Scorecard};

/// How an area came to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Door {
    /// Its score is the lowest, alone or with others.
    LowestScore,
    /// The person, or the room, wants it most.
    MostEnergy,
    /// The room disagrees about it most.
    MostDisagreement,
    /// Chance, the same for every area that applies.
    Chance,
}

/// Who chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosers {
    /// One person, who cannot disagree with anybody.
    OnePerson,
    /// Several.
    Group,
}

impl Door {
    /// Every door.
    pub const ALL: [Self; 4] = [
        Self::LowestScore,
        Self::MostEnergy,
        Self::MostDisagreement,
        Self::Chance,
    ];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LowestScore => "lowest",
            Self::MostEnergy => "energy",
            Self::MostDisagreement => "disagreement",
            Self::Chance => "chance",
        }
    }

    /// The door of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.name() == name)
    }

    /// The doors that are open to somebody, in the order that they stand in.
    pub fn open_to(choosers: Choosers) -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(move |door| choosers == Choosers::Group || *door != Self::MostDisagreement)
    }
}

/// The areas that can be chosen: all that apply, answered or not, in the checklist's order.
#[must_use]
pub fn candidates(card: &Scorecard) -> Vec<AreaId> {
    let applies = card
        .areas
        .iter()
        .filter(|area| area.outcome != Outcome::NotApplicable);
    applies.map(|area| area.area).collect()
}

/// The areas with the lowest score: all that tie, in the checklist's order; none without a score.
#[must_use]
pub fn lowest(card: &Scorecard) -> Vec<AreaId> {
    let scores = || {
        card.areas
            .iter()
            .filter_map(|area| Some((area.score()?, area.area)))
    };
    let least = scores().map(|(score, _)| score).min();
    let lowest = scores().filter(|(score, _)| Some(*score) == least);
    lowest.map(|(_, area)| area).collect()
}

/// Whether every area with a score is at the top, so that the lowest is as far up as any.
#[must_use]
pub fn all_at_the_top(card: &Scorecard) -> bool {
    let scores = card.areas.iter().filter_map(AreaResult::score);
    scores.min() == Some(Level::RenewingItself.into())
}

/// One of the candidates, each with the same chance, from independent random bytes; none if there is no candidate or the bytes
/// run out.
///
/// A byte beyond the last whole multiple of the number of candidates is thrown away (rejection sampling): to take the remainder
/// of any byte would favour the first candidates.
#[must_use]
pub fn by_chance(candidates: &[AreaId], random: &[u8]) -> Option<AreaId> {
    let count = u8::try_from(candidates.len()).ok()?;
    let remainder = 256_u16.checked_rem(count.into())?;
    let fair = random.iter().find(|byte| u16::from(**byte) < 256 - remainder)?;
    candidates.get(usize::from(fair % count)).copied()
}
