//! One session against another, when nobody knows who voted what in either.
//!
//! Whether chance alone could have moved the answers is asked of the votes themselves: of all ways to deal these votes out to two
//! sessions of these sizes, how many part them as far as they are parted. Why the mean rank and not the median is compared in this, and
//! what it finds, is in `docs/decisions/0012-what-a-room-may-say.md`.

use super::Votes;
use super::discussion::FEWEST_FOR_SPREAD;
use super::role_gap::Pairs;
use crate::domain::level::Level;
use std::cmp::Ordering;

/// What two sessions say about one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionChange {
    /// The middle is higher by more than chance would explain.
    MovedUp,
    /// The middle is lower by more than chance would explain.
    MovedDown,
    /// No change that counts.
    NoChangeThatCounts,
}

/// An area's two votes, the earlier one first.
pub type BeforeAndAfter = (Votes, Votes);

/// Of a page on which nothing has moved, one in so many says that something has, at most.
const ONE_PAGE_IN: u128 = 20;

/// Compares two sessions with unlinked voters, question by question. None where there is nothing to compare, or where fewer than five
/// voted in one of the two.
///
/// "Moved" takes a shift of the interpolated median of at least half a level, and an exact permutation test of the mean ranks (Wilcoxon
/// 1945, with ties) that rejects, two-sided, at 5 % for all questions together (Holm 1979).
#[must_use]
pub fn session_changes(questions: &[Option<BeforeAndAfter>]) -> Vec<Option<SessionChange>> {
    let enough = |(before, after): &BeforeAndAfter| before.total().min(after.total()) >= FEWEST_FOR_SPREAD;
    let compared: Vec<_> = questions.iter().map(|votes| (*votes).filter(enough)).collect();
    let mut chances: Vec<_> = compared
        .iter()
        .enumerate()
        .filter_map(|(place, votes)| Some((place, Chance::of((*votes)?))))
        .collect();
    chances.sort_by(|(_, one), (_, other)| one.cmp(other));
    let tests = (1..=chances.len() as u128).rev();
    let rejected: Vec<_> = chances
        .iter()
        .zip(tests)
        .take_while(|((_, chance), tests)| chance.is_below(*tests))
        .map(|((place, _), _)| *place)
        .collect();
    let change = |(place, votes): (usize, Option<BeforeAndAfter>)| {
        let votes = votes?;
        Some(match shift(votes) {
            Ordering::Greater if rejected.contains(&place) => SessionChange::MovedUp,
            Ordering::Less if rejected.contains(&place) => SessionChange::MovedDown,
            _ => SessionChange::NoChangeThatCounts,
        })
    };
    compared.into_iter().enumerate().map(change).collect()
}

/// Which way the votes went by half a level or more, if the middle and the ranks say the same.
fn shift((before, after): BeforeAndAfter) -> Ordering {
    let middles = before.interpolated_median().zip(after.interpolated_median());
    let pairs = Pairs::between(&after, &before);
    match middles {
        Some((from, to)) if from.is_apart(to, 1) && to.cmp(&from) == pairs.higher.cmp(&pairs.lower) => {
            to.cmp(&from)
        }
        _ => Ordering::Equal,
    }
}

/// How likely votes are parted as far as they are, or further, if they are dealt out by chance: so many ways of so many.
#[derive(Debug, Clone, Copy)]
struct Chance {
    extreme: u128,
    all: u128,
}

/// Up to so many votes every way is counted. Ways and what they are multiplied with fit into 128 bits.
const COUNTED: u32 = 120;

/// Beyond that a chance has so many parts.
const PARTS: u32 = 1_000_000_000;

impl Chance {
    fn of((before, after): BeforeAndAfter) -> Self {
        let pooled = Level::ALL.map(|level| before.at(level) + after.at(level));
        let below =
            |level: Level| -> i64 { pooled.iter().take(level.position()).copied().map(i64::from).sum() };
        let above = |level: Level| -> i64 {
            pooled
                .iter()
                .skip(level.position() + 1)
                .copied()
                .map(i64::from)
                .sum()
        };
        // Twice a level's mid-rank, from the middle of all ranks.
        let ranks = Level::ALL.map(|level| below(level) - above(level));
        let parted: i64 = ranks
            .iter()
            .zip(after.counts())
            .map(|(rank, count)| rank * i64::from(count))
            .sum();
        let sizes = (before.total(), after.total());
        if sizes.0 + sizes.1 <= COUNTED {
            Self::counted(pooled, ranks, sizes.1, parted.abs())
        } else {
            Self::estimated(pooled, ranks, sizes, parted.abs())
        }
    }

    /// Counts the ways: of the two lowest levels, of the two highest, and of the one between, which joins them.
    fn counted(pooled: [u32; 5], ranks: [i64; 5], dealt: u32, parted: i64) -> Self {
        let [first, second, third, fourth, fifth] = pooled.map(ways);
        let [rank_1, rank_2, rank_3, rank_4, rank_5] = ranks;
        let low: Vec<_> = (0..=dealt)
            .map(|votes| End::of(votes, (&first, rank_1), (&second, rank_2)))
            .collect();
        let high: Vec<_> = (0..=dealt)
            .map(|votes| End::of(votes, (&fourth, rank_4), (&fifth, rank_5)))
            .collect();
        let mut extreme = 0;
        for (low, votes) in low.iter().zip(0..=dealt) {
            // The more votes the third level has, the fewer are left for the highest.
            let left = high.iter().take((dealt - votes) as usize + 1).rev();
            for ((ways, votes), high) in third.iter().zip(0_i64..).zip(left) {
                extreme += ways * low.beyond(high, rank_3 * votes, parted);
            }
        }
        let all = ways(pooled.iter().sum()).get(dealt as usize).copied();
        Self {
            extreme,
            all: all.unwrap_or(1),
        }
    }

    /// From the normal distribution with the variance of the ranks as they are tied, and a correction for their being whole numbers.
    fn estimated(pooled: [u32; 5], ranks: [i64; 5], (n, m): (u32, u32), parted: i64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let float = |whole: i64| whole as f64;
        let squares = ranks.iter().zip(pooled);
        let squares: f64 = squares
            .map(|(rank, count)| float(*rank).powi(2) * f64::from(count))
            .sum();
        let (n, m) = (f64::from(n), f64::from(m));
        let variance = n * m * squares / ((n + m) * (n + m - 1.0));
        let z = (float(parted) - 1.0).max(0.0) / variance.max(f64::MIN_POSITIVE).sqrt();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the parts"
        )]
        let extreme = (two_sided(z) * f64::from(PARTS)).ceil() as u128;
        Self {
            extreme,
            all: PARTS.into(),
        }
    }

    /// Whether it is small enough to be the smallest of so many.
    const fn is_below(self, tests: u128) -> bool {
        self.extreme * ONE_PAGE_IN * tests <= self.all
    }

    fn cmp(&self, other: &Self) -> Ordering {
        #[expect(clippy::cast_precision_loss, reason = "equal ones may come in either order")]
        let share = |chance: &Self| chance.extreme as f64 / chance.all as f64;
        share(self).total_cmp(&share(other))
    }
}

/// In how many ways none, one, two and so on of these votes can be chosen.
fn ways(votes: u32) -> Vec<u128> {
    let next = |(ways, chosen): &(u128, u32)| {
        let left = votes.checked_sub(*chosen).filter(|left| *left > 0)?;
        Some((ways * u128::from(left) / u128::from(chosen + 1), chosen + 1))
    };
    std::iter::successors(Some((1, 0)), next)
        .map(|(ways, _)| ways)
        .collect()
}

/// A way to deal some votes of two levels: what it adds to the ranks, how many such ways there are, and how many that add as little or less.
#[derive(Clone, Copy)]
struct Deal {
    rank: i64,
    ways: u128,
    up_to: u128,
}

/// Every way to deal so many votes of the two lowest or of the two highest levels, the lowest ranks first.
struct End(Vec<Deal>);

impl End {
    fn of(votes: u32, (lower, rank): (&[u128], i64), (upper, upper_rank): (&[u128], i64)) -> Self {
        let mut up_to = 0;
        let deal = |(upper_ways, upper_votes): (&u128, u32)| {
            let lower_votes = votes.checked_sub(upper_votes)?;
            let ways = lower.get(lower_votes as usize)? * upper_ways;
            up_to += ways;
            Some(Deal {
                rank: rank * i64::from(lower_votes) + upper_rank * i64::from(upper_votes),
                ways,
                up_to,
            })
        };
        Self(upper.iter().zip(0..).filter_map(deal).collect())
    }

    /// Ways that part the votes this far or further, either way, with a deal of the other end and what lies between.
    fn beyond(&self, other: &Self, between: i64, parted: i64) -> u128 {
        let all = other.0.last().map_or(0, |last| last.up_to);
        // The higher this end's rank, the fewer deals of the other one stay below a limit.
        let (mut within, mut below) = (Falling::over(other), Falling::over(other));
        let ways = self.0.iter().map(|deal| {
            let rank = deal.rank + between;
            // With nothing between the two sessions every way is as far.
            let inner = within
                .below(parted - rank)
                .saturating_sub(below.below(1 - parted - rank));
            deal.ways * (all - inner)
        });
        ways.sum()
    }
}

/// How many ways stay below a limit that only falls.
struct Falling<'a> {
    deals: &'a [Deal],
}

impl<'a> Falling<'a> {
    fn over(end: &'a End) -> Self {
        Self { deals: &end.0 }
    }

    fn below(&mut self, limit: i64) -> u128 {
        while let Some((last, rest)) = self.deals.split_last() {
            if last.rank < limit {
                return last.up_to;
            }
            self.deals = rest;
        }
        0
    }
}

/// The two tails of the normal distribution beyond z, with an error below 2 in 10 million (Abramowitz and Stegun 1964, 7.1.26).
fn two_sided(z: f64) -> f64 {
    let x = z / std::f64::consts::SQRT_2;
    let t = 1.0 / 0.327_591_1_f64.mul_add(x, 1.0);
    let series = [
        1.061_405_429,
        -1.453_152_027,
        1.421_413_741,
        -0.284_496_736,
        0.254_829_592,
    ];
    let sum = series
        .into_iter()
        .fold(0.0, |sum: f64, factor| sum.mul_add(t, factor));
    sum * t * (-x * x).exp()
}
