//! Those who try to work something out, and what they have worked out.

use crate::rooms::{COLUMNS, Counts, Rooms, partings};
use crate::rules::{Rule, Seen, room};

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attackers {
    /// Somebody who was not asked.
    Onlooker,
    /// One of those who were.
    Member,
    /// Two of them, who compare notes.
    TwoMembers,
}

/// People of whom it is known what they said: role and column.
type Known = Vec<(usize, usize)>;

impl Attackers {
    /// Everything that they could know of themselves.
    fn views(self, roles: usize) -> Vec<Known> {
        let one: Vec<_> = (0..roles)
            .flat_map(|role| (0..COLUMNS).map(move |column| (role, column)))
            .collect();
        match self {
            Self::Onlooker => vec![vec![]],
            Self::Member => one.iter().map(|person| vec![*person]).collect(),
            Self::TwoMembers => {
                let two = |(place, person): (usize, &(usize, usize))| {
                    one[place..]
                        .iter()
                        .map(|other| vec![*person, *other])
                        .collect::<Vec<_>>()
                };
                one.iter().enumerate().flat_map(two).collect()
            }
        }
    }
}

/// What is the same in all ways that are left.
#[derive(Clone)]
struct Left {
    counts: Vec<Option<Counts>>,
    differs: Vec<bool>,
    /// Whether others at a level may be of a role.
    may_be: Vec<[bool; COLUMNS]>,
}

impl Left {
    fn nothing(roles: usize) -> Self {
        Self {
            counts: vec![None; roles],
            differs: vec![false; roles],
            may_be: vec![[false; COLUMNS]; roles],
        }
    }

    /// One more way is left.
    fn add(&mut self, parting: &[Counts], known: &[(usize, usize)]) {
        for (role, counts) in parting.iter().enumerate() {
            let before = self.counts[role].get_or_insert(*counts);
            self.differs[role] |= *before != *counts;
            for (column, count) in counts.iter().enumerate() {
                let own = known.iter().filter(|person| **person == (role, column)).count();
                self.may_be[role][column] |= *count as usize > own;
            }
        }
    }

    /// Whether more is settled in this than in another.
    fn says_more_than(&self, other: &Self) -> bool {
        (0..self.differs.len()).any(|role| !self.differs[role] && other.differs[role])
            || self.may_be != other.may_be
    }
}

/// Whether these people could be in a room.
fn are_in(known: &[(usize, usize)], parting: &[Counts]) -> bool {
    known.iter().all(|person| {
        let (role, column) = *person;
        let same = known.iter().filter(|other| *other == person).count();
        parting[role][column] as usize >= same
    })
}

/// What became of an attack on some rooms.
pub struct Found {
    /// Ways to part the counts of all of them.
    pub rooms: usize,
    /// In how many of them there was a word about a role.
    pub words: usize,
    /// In how many of them something was learnt, by each kind of attackers.
    pub learnt: Vec<usize>,
    /// One of these, and who learnt it.
    pub example: Option<(Vec<Counts>, Known)>,
}

/// Plays every way to part the rooms' counts.
pub fn attack(rooms: &Rooms, rule: Rule, attackers: &[Attackers]) -> Found {
    let mut found = Found {
        rooms: 0,
        words: 0,
        learnt: vec![0; attackers.len()],
        example: None,
    };
    let views: Vec<_> = attackers
        .iter()
        .map(|kind| kind.views(rooms.sizes.len()))
        .collect();
    for counts in &rooms.counts {
        let partings = partings(*counts, &rooms.sizes);
        let (looks, places) = told_apart(partings.iter().map(|parting| rule.seen(parting)));
        found.rooms += partings.len();
        found.words += places.iter().filter(|place| looks[**place].has_word()).count();
        for (kind, views) in views.iter().enumerate() {
            let mut learnt = vec![false; partings.len()];
            for known in views {
                let mut plain = Left::nothing(rooms.sizes.len());
                let mut left = vec![plain.clone(); looks.len()];
                let there = |parting: &[Counts]| are_in(known, parting);
                for (parting, place) in partings.iter().zip(&places).filter(|(parting, _)| there(parting)) {
                    plain.add(parting, known);
                    left[*place].add(parting, known);
                }
                for (way, (parting, place)) in partings.iter().zip(&places).enumerate() {
                    if there(parting) && left[*place].says_more_than(&plain) {
                        learnt[way] = true;
                        found
                            .example
                            .get_or_insert_with(|| (parting.clone(), known.clone()));
                    }
                }
            }
            found.learnt[kind] += learnt.into_iter().filter(|learnt| *learnt).count();
        }
    }
    found
}

/// What can be seen, each once, and which of these is seen in each case.
fn told_apart(seen: impl Iterator<Item = Seen>) -> (Vec<Seen>, Vec<usize>) {
    let mut looks = Vec::new();
    let mut places = Vec::new();
    for one in seen {
        let known = looks.iter().position(|look| *look == one);
        places.push(known.unwrap_or(looks.len()));
        if known.is_none() {
            looks.push(one);
        }
    }
    (looks, places)
}

/// In how many rooms a member learns something of either of two questions that are shown together.
pub fn two_questions(sizes: [u32; 2], one: [u32; 5], other: [u32; 5]) -> usize {
    let whole = |[a, b, c, d, e]: [u32; 5]| [a, b, c, d, e, 0];
    let [firsts, seconds] = [one, other].map(|counts| partings(whole(counts), &sizes));
    let both: Vec<_> = firsts
        .iter()
        .flat_map(|first| seconds.iter().map(move |second| [first, second]))
        .collect();
    let (looks, places) = told_apart(both.iter().map(|[first, second]| room(&[first, second])));
    assert!(looks.len() > 1, "something is said");
    let mut learnt = 0;
    for role in 0..2 {
        for (here, there) in (0..5).flat_map(|here| (0..5).map(move |there| (here, there))) {
            let known = [vec![(role, here)], vec![(role, there)]];
            let mut plain = [Left::nothing(2), Left::nothing(2)];
            let mut left = vec![plain.clone(); looks.len()];
            let mut seen = vec![false; looks.len()];
            for (parting, place) in both.iter().zip(&places) {
                if (0..2).all(|question| are_in(&known[question], parting[question])) {
                    seen[*place] = true;
                    for question in 0..2 {
                        plain[question].add(parting[question], &known[question]);
                        left[*place][question].add(parting[question], &known[question]);
                    }
                }
            }
            let more =
                |left: &[Left; 2]| (0..2).any(|question| left[question].says_more_than(&plain[question]));
            learnt += left
                .iter()
                .zip(&seen)
                .filter(|(left, seen)| **seen && more(left))
                .count();
        }
    }
    learnt
}
