//! How many have to vote so that anything may be shown to a room of people who know each other.

/// The smallest group that is shown, three at the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MinimumGroup(u32);

/// A minimum below three would show single answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooSmall(pub u32);

impl std::fmt::Display for TooSmall {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "a group of {} is too small to be anonymous in", self.0)
    }
}

impl TryFrom<u32> for MinimumGroup {
    type Error = TooSmall;

    fn try_from(size: u32) -> Result<Self, TooSmall> {
        if size < Self::LEAST.0 {
            Err(TooSmall(size))
        } else {
            Ok(Self(size))
        }
    }
}

impl Default for MinimumGroup {
    fn default() -> Self {
        Self::STANDARD
    }
}

impl MinimumGroup {
    /// What is set unless somebody changes it.
    pub const STANDARD: Self = Self(5);

    /// The smallest that can be set.
    pub const LEAST: Self = Self(3);

    /// The number of votes.
    #[must_use]
    pub const fn size(self) -> u32 {
        self.0
    }

    /// Whether the setting itself deserves a warning.
    #[must_use]
    pub fn is_risky(self) -> bool {
        self < Self::STANDARD
    }

    /// Whether the room may see anything at all about a question: enough voted, and enough of them in secret, if anybody did.
    ///
    /// Hands are seen by all, so what the counts have beyond them is what the secret votes say. `secret` are the valid votes of `people`
    /// who answered in secret.
    #[must_use]
    pub const fn shows(self, votes: u32, secret: u32, people: u32) -> bool {
        votes >= self.0 && (people == 0 || secret >= self.0)
    }
}
