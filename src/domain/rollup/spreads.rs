//! How far apart two people of one room are, and two people of different rooms.
//!
//! Two answers are as far apart as there are steps between their levels, so of a pair every step counts that lies between the two: Gini's
//! mean difference (1912), within rooms and between them as in the analysis of distances by Rizzo and Székely (2010). Everybody is compared
//! with everybody else and nobody with themselves, so rooms that were dealt out of one crowd by chance have the same figure inside as
//! between, whatever their sizes; the highest middle less the lowest would grow with the number of rooms.
//!
//! ```
//! use oxymoron::domain::group::Votes;
//! use oxymoron::domain::rollup::spreads::Spreads;
//! let rooms = [Votes::new([4, 0, 0, 0, 0]), Votes::new([0, 0, 4, 0, 0])];
//! let spreads = Spreads::of(&rooms).expect("two rooms of several people");
//! assert_eq!((spreads.inside.hundredths(), spreads.between.hundredths()), (0, 200));
//! ```

use crate::domain::group::Votes;
use std::cmp::Ordering;

/// A mean distance, 0 to 4 levels, as an exact quotient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distance {
    steps: u64,
    pairs: u64,
}

impl Distance {
    /// None without a pair.
    const fn new(steps: u64, pairs: u64) -> Option<Self> {
        if pairs == 0 {
            return None;
        }
        Some(Self { steps, pairs })
    }

    /// Hundredths of a level, halves up.
    #[must_use]
    pub fn hundredths(self) -> u64 {
        let (steps, pairs) = (u128::from(self.steps), u128::from(self.pairs));
        u64::try_from((200 * steps + pairs) / (2 * pairs)).unwrap_or(u64::MAX)
    }

    /// Tenths of a level, halves up.
    #[must_use]
    pub fn tenths(self) -> u64 {
        let (steps, pairs) = (u128::from(self.steps), u128::from(self.pairs));
        u64::try_from((20 * steps + pairs) / (2 * pairs)).unwrap_or(u64::MAX)
    }

    /// What this one is more than another, as numerator and positive denominator.
    fn minus(self, other: Self) -> (i128, i128) {
        let product = |one: u64, other: u64| i128::from(one) * i128::from(other);
        let numerator = product(self.steps, other.pairs) - product(other.steps, self.pairs);
        (numerator, product(self.pairs, other.pairs))
    }
}

/// Both, over the same rooms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spreads {
    /// Two people of one room.
    pub inside: Distance,
    /// Two people of different rooms.
    pub between: Distance,
}

impl Spreads {
    /// Of the rooms that show their counts. None unless there are two rooms with a vote, and a room with two.
    #[must_use]
    pub fn of<'a>(rooms: impl IntoIterator<Item = &'a Votes>) -> Option<Self> {
        let (mut inside, mut pairs_inside) = (0, 0);
        let mut all = [0_u64; 5];
        for votes in rooms {
            let counts = votes.counts().map(u64::from);
            inside += steps(counts);
            pairs_inside += pairs(counts);
            for (sum, count) in all.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        Some(Self {
            inside: Distance::new(inside, pairs_inside)?,
            between: Distance::new(steps(all) - inside, pairs(all) - pairs_inside)?,
        })
    }

    /// By how much more two people of different rooms are apart than two of one room, in hundredths of a level, towards zero.
    #[must_use]
    pub fn hundredths_more(self) -> i64 {
        let (numerator, denominator) = self.between.minus(self.inside);
        let hundredths = numerator.checked_mul(100).map(|more| more / denominator);
        hundredths.and_then(|more| i64::try_from(more).ok()).unwrap_or(0)
    }

    /// Which of two areas parts the rooms more.
    #[must_use]
    pub fn cmp_apart(self, other: Self) -> Ordering {
        let (one, other) = (self.between.minus(self.inside), other.between.minus(other.inside));
        compare(one, other)
    }

    /// Which of two areas parts the people of one room more.
    #[must_use]
    pub fn cmp_inside(self, other: Self) -> Ordering {
        let quotient = |distance: Distance| (i128::from(distance.steps), i128::from(distance.pairs));
        compare(quotient(self.inside), quotient(other.inside))
    }
}

/// Steps between the levels of every pair of votes: at each of the four steps, those below it times those above.
fn steps(counts: [u64; 5]) -> u64 {
    let all: u64 = counts.iter().sum();
    let mut below = 0;
    let mut steps = 0;
    for count in counts {
        below += count;
        steps += below * (all - below);
    }
    steps
}

fn pairs(counts: [u64; 5]) -> u64 {
    let all: u64 = counts.iter().sum();
    all * all.saturating_sub(1) / 2
}

/// Compares two quotients with positive denominators by their whole parts and then by what is left turned over, so that nothing is too
/// large to be multiplied.
fn compare((a, b): (i128, i128), (c, d): (i128, i128)) -> Ordering {
    let whole = a.div_euclid(b).cmp(&c.div_euclid(d));
    match (a.rem_euclid(b), c.rem_euclid(d)) {
        _ if whole != Ordering::Equal => whole,
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Less,
        (_, 0) => Ordering::Greater,
        (left, right) => compare((d, right), (b, left)),
    }
}
