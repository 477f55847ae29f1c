//! 1-2-4-All: alone, in pairs, in fours, all together (Lipmanowicz and McCandless 2013), over the time of the experiment.

/// A phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Everybody alone.
    Alone,
    /// Two and two.
    Pairs,
    /// Four and four.
    Fours,
    /// The whole room.
    All,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 4] = [Self::Alone, Self::Pairs, Self::Fours, Self::All];

    /// How long it lasts of `total` seconds: one, two, four and five twelfths.
    #[must_use]
    pub const fn seconds(self, total: i64) -> i64 {
        let twelfths = match self {
            Self::Alone => 1,
            Self::Pairs => 2,
            Self::Fours => 4,
            Self::All => 5,
        };
        total * twelfths / 12
    }

    /// The phase with `left` of `total` seconds left, and the seconds left of it; the last one does not end.
    #[must_use]
    pub fn at(left: i64, total: i64) -> (Self, i64) {
        let mut gone = total.saturating_sub(left);
        for phase in [Self::Alone, Self::Pairs, Self::Fours] {
            let lasts = phase.seconds(total);
            if gone < lasts {
                return (phase, lasts - gone);
            }
            gone -= lasts;
        }
        (Self::All, left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_minutes_are_one_two_four_and_five() {
        assert_eq!(Phase::ALL.map(|phase| phase.seconds(720)), [60, 120, 240, 300]);
        let check = |left, phase, of_it| assert_eq!(Phase::at(left, 720), (phase, of_it), "{left}");
        check(720, Phase::Alone, 60);
        check(661, Phase::Alone, 1);
        check(660, Phase::Pairs, 120);
        check(540, Phase::Fours, 240);
        check(301, Phase::Fours, 1);
        check(300, Phase::All, 300);
        check(-5, Phase::All, -5);
    }

    #[test]
    fn added_time_is_time_alone() {
        assert_eq!(Phase::at(780, 720), (Phase::Alone, 120));
    }
}
