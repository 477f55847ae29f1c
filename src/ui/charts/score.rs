//! What a chart is told about one row: a score in sixths of a level, or why there is none.

/// A score from level 1 to level 5, in sixths of a level: 6 to 30.
///
/// Nothing outside the scale can be drawn: a number beyond an end is taken as that end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sixths(u16);

impl Sixths {
    const ONE: u16 = 6;
    const FIVE: u16 = 30;

    /// A score of so many sixths.
    #[must_use]
    pub const fn new(sixths: u16) -> Self {
        match sixths {
            ..Self::ONE => Self(Self::ONE),
            Self::ONE..=Self::FIVE => Self(sixths),
            _ => Self(Self::FIVE),
        }
    }

    /// A whole level, 1 to 5.
    #[must_use]
    pub const fn level(level: u8) -> Self {
        Self::new(level as u16 * Self::ONE)
    }

    /// The number of sixths, 6 to 30.
    #[must_use]
    pub const fn count(self) -> u16 {
        self.0
    }

    /// The highest level reached in full, 1 to 5.
    #[must_use]
    pub const fn reached(self) -> u16 {
        self.0 / Self::ONE
    }
}

/// A score, or one of three different ways to have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Enough was answered.
    Score(Sixths),
    /// "We can't tell yet".
    CannotTell,
    /// It does not exist here.
    NotApplicable,
    /// Not enough was answered.
    Unanswered,
}

impl Mark {
    /// The three ways to have no score.
    pub const WITHOUT_SCORE: [Self; 3] = [Self::CannotTell, Self::NotApplicable, Self::Unanswered];

    /// The score, if there is one.
    #[must_use]
    pub const fn score(self) -> Option<Sixths> {
        match self {
            Self::Score(score) => Some(score),
            Self::CannotTell | Self::NotApplicable | Self::Unanswered => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_on_the_scale() {
        let check = |sixths, count| assert_eq!(Sixths::new(sixths).count(), count);
        check(0, 6);
        check(6, 6);
        check(17, 17);
        check(30, 30);
        check(u16::MAX, 30);
        assert_eq!(Sixths::level(0), Sixths::level(1));
        assert_eq!(Sixths::level(255), Sixths::level(5));
    }

    #[test]
    fn reaches_a_level_in_full_only() {
        let check = |sixths, level| assert_eq!(Sixths::new(sixths).reached(), level);
        check(6, 1);
        check(11, 1);
        check(12, 2);
        check(29, 4);
        check(30, 5);
    }
}
