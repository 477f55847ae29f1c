//! A workshop that is played with an invented room.

/// How many invented people there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// The smallest room of which anything is shown.
    Five,
    /// A usual one.
    Fourteen,
    /// A full one.
    Forty,
}

impl Crowd {
    /// All three, the usual one first.
    pub const ALL: [Self; 3] = [Self::Fourteen, Self::Five, Self::Forty];

    /// How many they are.
    #[must_use]
    pub const fn size(self) -> u32 {
        match self {
            Self::Five => 5,
            Self::Fourteen => 14,
            Self::Forty => 40,
        }
    }

    /// The crowd of a size.
    #[must_use]
    pub fn of_size(size: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|crowd| crowd.size() == size)
    }
}

/// The invented room of a rehearsal. The same seed makes the same people, answers and accidents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rehearsal {
    /// How many people are in it.
    pub crowd: Crowd,
    /// What everything about them is drawn from.
    pub seed: u32,
}
