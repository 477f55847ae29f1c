//! Where the two ends of a dumbbell stand.

use crate::ui::charts::number::Tenths;
use crate::ui::charts::scale::along;
use crate::ui::charts::score::Sixths;

/// The places of know and do on the track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) know: Tenths,
    pub(super) done: Tenths,
    /// Whether the two are at one place, so that there is no line.
    pub(super) together: bool,
}

impl Ends {
    pub(super) fn of(know: Sixths, done: Sixths) -> Self {
        Self {
            know: along(know),
            done: along(done),
            together: know == done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_stand_on_the_levels() {
        let check = |know, done, expected: (i32, i32, bool)| {
            let ends = Ends::of(Sixths::level(know), Sixths::level(done));
            assert_eq!((ends.know.0, ends.done.0, ends.together), expected);
        };
        check(5, 1, (990, 110, false));
        check(2, 4, (330, 770, false));
        check(3, 3, (550, 550, true));
    }
}
