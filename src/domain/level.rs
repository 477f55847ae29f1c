//! The five behavioural levels, in their order.

/// One of the five levels of a behaviourally anchored question.
///
/// Level 1 is the lowest. The order is the only thing that is claimed about the distance between levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Level 1.
    NotSeen,
    /// Level 2.
    NowAndThen,
    /// Level 3.
    SetUp,
    /// Level 4.
    Working,
    /// Level 5.
    RenewingItself,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 5] = [
        Self::NotSeen,
        Self::NowAndThen,
        Self::SetUp,
        Self::Working,
        Self::RenewingItself,
    ];

    /// The level's number, 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The level's place in a list of five, 0 to 4.
    #[must_use]
    pub const fn position(self) -> usize {
        self as usize
    }

    /// The level of a number from 1 to 5.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::NotSeen),
            2 => Some(Self::NowAndThen),
            3 => Some(Self::SetUp),
            4 => Some(Self::Working),
            5 => Some(Self::RenewingItself),
            _ => None,
        }
    }

    /// The next level up, none above the fifth.
    #[must_use]
    pub const fn above(self) -> Option<Self> {
        Self::from_number(self.number() + 1)
    }
}

/// A number that is no level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALevel(pub u8);

impl std::fmt::Display for NotALevel {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} is not a level from 1 to 5", self.0)
    }
}

impl TryFrom<u8> for Level {
    type Error = NotALevel;

    fn try_from(number: u8) -> Result<Self, NotALevel> {
        Self::from_number(number).ok_or(NotALevel(number))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.number()
    }
}
