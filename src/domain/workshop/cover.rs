//! What stands on the projected window in place of the stage: nothing, a blank page, or a break.

use crate::domain::calendar::Moment;

/// What the stage is covered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cover {
    /// Nothing: the room sees the stage.
    #[default]
    Open,
    /// A blank page.
    Blank,
    /// A break.
    Break(Break),
}

/// A break, a short one or one over night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// When everybody is back, if it was said.
    pub back: Option<Moment>,
    /// Whether the timer ran before, so that it goes on afterwards.
    pub ran: bool,
}

impl Break {
    /// Days that a session can pause for at the most.
    pub const DAYS: i32 = 365;

    /// The end of a break that begins now, if it is still to come and not too far away: a time that was typed has all kinds of years.
    #[must_use]
    pub fn end(typed: Option<Moment>, now: Moment) -> Option<Moment> {
        let longest = u64::from(Self::DAYS.unsigned_abs()) * 86_400_000;
        typed.filter(|back| now < *back && back.0 - now.0 <= longest)
    }
}
