//! Rooms by their counts, and the ways to part them among roles.

use std::fmt;

/// Five levels, and those who chose none.
pub const COLUMNS: usize = 6;

/// How many chose each level, lowest first, and how many none.
pub type Counts = [u32; COLUMNS];

/// Rooms with roles of these sizes.
pub struct Rooms {
    /// How many there are of each role.
    pub sizes: Vec<u32>,
    silent: u32,
    /// The counts of each room.
    pub counts: Vec<Counts>,
}

impl fmt::Debug for Rooms {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} with {} silent", self.sizes, self.silent)
    }
}

impl Rooms {
    /// One room.
    pub fn of(sizes: &[u32], counts: Counts) -> Self {
        Self {
            sizes: sizes.to_vec(),
            silent: counts[5],
            counts: vec![counts],
        }
    }

    /// Every room in which so many choose no level.
    pub fn all(sizes: &[u32], silent: u32) -> Self {
        let votes = sizes.iter().sum::<u32>() - silent;
        let counts = ways(votes, [votes; 5]);
        Self {
            sizes: sizes.to_vec(),
            silent,
            counts: counts
                .into_iter()
                .map(|[a, b, c, d, e]| [a, b, c, d, e, silent])
                .collect(),
        }
    }

    /// Some of these rooms, each of flat, tight, or parted votes in turn.
    pub fn some(sizes: &[u32], silent: u32, how_many: usize, mut draws: Draws) -> Self {
        let shares = [[20, 20, 20, 20, 20], [5, 25, 40, 25, 5], [30, 20, 0, 20, 30]];
        let votes = sizes.iter().sum::<u32>() - silent;
        let mut room = |shares: [u32; 5]| {
            let mut counts = [0; COLUMNS];
            for _ in 0..votes {
                let mut drawn = draws.below(100);
                let mut level = 0;
                while drawn >= shares[level] {
                    drawn -= shares[level];
                    level += 1;
                }
                counts[level] += 1;
            }
            counts[5] = silent;
            counts
        };
        Self {
            sizes: sizes.to_vec(),
            silent,
            counts: shares.into_iter().cycle().take(how_many).map(&mut room).collect(),
        }
    }
}

/// The ways to put so many into columns that hold so many each.
fn ways<const N: usize>(votes: u32, holds: [u32; N]) -> Vec<[u32; N]> {
    let mut found = vec![([0; N], votes)];
    for column in 0..N {
        let left: u32 = holds[column + 1..].iter().sum();
        let part = |(counts, votes): ([u32; N], u32)| {
            (votes.saturating_sub(left)..=votes.min(holds[column])).map(move |count| {
                let mut counts = counts;
                counts[column] = count;
                (counts, votes - count)
            })
        };
        found = found.into_iter().flat_map(part).collect();
    }
    found.into_iter().map(|(counts, _)| counts).collect()
}

/// The ways to part a room's counts among its roles.
pub fn partings(counts: Counts, sizes: &[u32]) -> Vec<Vec<Counts>> {
    let Some((size, sizes)) = sizes.split_first() else {
        return vec![vec![]];
    };
    if sizes.is_empty() {
        return vec![vec![counts]];
    }
    let mut found = Vec::new();
    for role in ways(*size, counts) {
        let rest = std::array::from_fn(|column| counts[column] - role[column]);
        for mut others in partings(rest, sizes) {
            others.insert(0, role);
            found.push(others);
        }
    }
    found
}

/// Knuth's MMIX: the same draws in every run.
pub struct Draws(u64);

impl Draws {
    /// Draws that begin with a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, limit: u64) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % limit).unwrap()
    }
}
