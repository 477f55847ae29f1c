//! Whether one role sees a question differently from everybody else, asked only where nobody can be worked out from it.
//!
//! A word about a role says something about the people in it, and with the room's counts it can say all. Whether there may be a word is
//! decided by what the room knows anyway, its counts and how many there are of the role: [`Margins::keeps_everybody`]. How the role voted
//! decides nothing but which word it is, and so no silence speaks.

use super::Votes;
use crate::domain::level::Level;

/// Votes that the role and the others need each.
pub const FEWEST: u32 = 5;

/// Two groups' votes on one question, pair by pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairs {
    /// Pairs in which the first group's vote is higher.
    pub higher: u64,
    /// Pairs in which it is lower.
    pub lower: u64,
    /// All pairs, ties included.
    pub all: u64,
}

impl Pairs {
    /// Compares every vote of the one with every vote of the other.
    #[must_use]
    pub fn between(first: &Votes, second: &Votes) -> Self {
        let wins = |winner: &Votes, loser: &Votes| {
            let beaten = |level: Level| u64::from(winner.at(level)) * u64::from(loser.below(level));
            Level::ALL.into_iter().map(beaten).sum::<u64>()
        };
        Self {
            higher: wins(first, second),
            lower: wins(second, first),
            all: u64::from(first.total()) * u64::from(second.total()),
        }
    }

    /// Whether Cliff's delta (1993) is at least 0.474 either way, a large effect (Romano and others 2006).
    const fn is_large(self) -> bool {
        1000 * self.higher.abs_diff(self.lower) >= 474 * self.all
    }
}

/// Where a role stands on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Its votes are plainly higher than those of the others.
    Higher,
    /// They are plainly lower.
    Lower,
}

/// Where a role stands, if it stands apart: both groups with five votes, a large delta, and interpolated medians a level apart.
#[must_use]
pub fn side(role: &Votes, others: &Votes) -> Option<Side> {
    let pairs = Pairs::between(role, others);
    let enough = role.total() >= FEWEST && others.total() >= FEWEST;
    let apart = role
        .interpolated_median()?
        .is_apart(others.interpolated_median()?, 2);
    (enough && apart && pairs.is_large()).then_some(if pairs.higher > pairs.lower {
        Side::Higher
    } else {
        Side::Lower
    })
}

/// What everybody in the room knows of a question: how many chose each level, how many chose none, and how large the role is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margins {
    /// The secret votes, lowest level first, then those who chose no level.
    columns: [u32; COLUMNS],
    /// How many of the people are of the role, and of the others.
    sizes: [u32; 2],
}

const COLUMNS: usize = 6;

/// Ways to part those who chose no level that are looked at, at most.
const PARTINGS: u32 = 32;

/// Somebody whose answer is known to somebody else: of the role or of the others, and the column.
type Known = (Group, usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Role,
    Others,
}

const GROUPS: [Group; 2] = [Group::Role, Group::Others];

/// What is known of who is in a column: so many are of the role, so many of the others, at least.
#[derive(Clone, Copy, Default)]
struct Settled {
    role: [u32; COLUMNS],
    others: [u32; COLUMNS],
}

/// Whether answers could be parted in a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Possible {
    Yes,
    No,
    /// Not looked at in full.
    Unknown,
}

impl Margins {
    /// A room of people, so many of them of the role. None if there are not as many.
    #[must_use]
    pub fn new(votes: &Votes, silent: u32, role: u32) -> Option<Self> {
        let [a, b, c, d, e] = votes.counts();
        let all = votes.total().checked_add(silent)?;
        Some(Self {
            columns: [a, b, c, d, e, silent],
            sizes: [role, all.checked_sub(role)?],
        })
    }

    /// Whether a word about the role, and no word just as much, leaves everybody hidden.
    ///
    /// It does if after each of the three (higher, lower, no word) and for each person in the room, who knows what they said
    /// themselves, everybody else at every level may be of the role and may be of the others. Then nobody's answer follows from their
    /// role, no role's counts follow from the room's, and who moved in a second vote has no known role.
    #[must_use]
    pub fn keeps_everybody(&self) -> bool {
        let outcomes = [Some(Side::Higher), Some(Side::Lower), None];
        outcomes.into_iter().all(|outcome| {
            let mut people = self.people(None);
            people.all(|person| match (self.allows(outcome, &[person]), outcome) {
                (Possible::Yes, _) => {
                    let mut others = self.people(Some(person));
                    others.all(|other| self.allows(outcome, &[person, other]) == Possible::Yes)
                }
                // A room in which a word cannot be is safe from it; that silence cannot be is not shown by one parting.
                (Possible::No, Some(_)) => true,
                (Possible::No, None) | (Possible::Unknown, _) => false,
            })
        })
    }

    /// Everybody who could be in the room, besides one who is.
    fn people(&self, besides: Option<Known>) -> impl Iterator<Item = Known> {
        let there = move |column: usize, count: u32| {
            let known = besides.is_some_and(|(_, known)| known == column);
            count > u32::from(known)
        };
        let columns = self.columns.into_iter().enumerate();
        let columns = columns.filter(move |(column, count)| there(*column, *count));
        columns.flat_map(|(column, _)| GROUPS.map(|group| (group, column)))
    }

    /// Whether the answers can be parted so that this is the word and these people are in the room.
    fn allows(&self, outcome: Option<Side>, known: &[Known]) -> Possible {
        let mut settled = Settled::default();
        for (group, column) in known {
            let columns = match group {
                Group::Role => &mut settled.role,
                Group::Others => &mut settled.others,
            };
            if let Some(count) = columns.get_mut(*column) {
                *count += 1;
            }
        }
        let [role, others] = self.sizes;
        let taken: (u32, u32) = (settled.role.iter().sum(), settled.others.iter().sum());
        let (Some(role), Some(_)) = (role.checked_sub(taken.0), others.checked_sub(taken.1)) else {
            return Possible::No;
        };
        let mut free = self.columns;
        for (free, known) in free.iter_mut().zip(settled.role.iter().zip(settled.others)) {
            *free = free.saturating_sub(known.0 + known.1);
        }
        let [levels @ .., silent] = free;
        let votes: u32 = levels.iter().sum();
        let (least, most) = (role.saturating_sub(votes), silent.min(role));
        // Those who chose no level are parted evenly at first: that is where a large room is soonest done.
        let even = u64::from(role) * u64::from(silent) / u64::from((votes + silent).max(1));
        let even = u32::try_from(even).unwrap_or(least).clamp(least, most.max(least));
        let (from, to) = (
            even.saturating_sub(PARTINGS / 2).max(least),
            (even + PARTINGS / 2).min(most),
        );
        let mut partings = [even].into_iter().chain(from..=to);
        let found = partings.any(|quiet| can_be(outcome, &settled, levels, role.saturating_sub(quiet)));
        match (found, from == least && to == most) {
            (true, _) => Possible::Yes,
            (false, true) => Possible::No,
            (false, false) => Possible::Unknown,
        }
    }
}

/// Whether the role can take so many of the free votes that this is the word.
///
/// The role takes votes that lie beside each other. The highest of them put it as high as it can be, the lowest as low; where it takes
/// the ones between, no word comes after "lower" and before "higher".
fn can_be(outcome: Option<Side>, settled: &Settled, free: [u32; 5], takes: u32) -> bool {
    let all: u32 = free.iter().sum();
    let Some(highest) = all.checked_sub(takes) else {
        return false;
    };
    let word = |from: u32| {
        let mut start = 0;
        let (mut role, mut others) = (Votes::default(), Votes::default());
        let columns = free.into_iter().zip(settled.role.into_iter().zip(settled.others));
        for (level, (count, known)) in Level::ALL.into_iter().zip(columns) {
            let end = start + count;
            let taken = end.min(from + takes).saturating_sub(start.max(from));
            role.add(level, known.0 + taken);
            others.add(level, known.1 + count - taken);
            start = end;
        }
        side(&role, &others)
    };
    match outcome {
        Some(Side::Higher) => word(highest) == Some(Side::Higher),
        Some(Side::Lower) => word(0) == Some(Side::Lower),
        None => {
            let (mut low, mut high) = (0, highest);
            while low < high {
                let middle = low.midpoint(high);
                if word(middle) == Some(Side::Lower) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            word(low).is_none()
        }
    }
}
