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
