//! Who may be seen: what a room of known people may learn about the groups in it.
//!
//! Small groups are hidden, and so is whatever would give them away by subtraction. All counts are valid votes on one question.

use super::discussion::FEWEST_FOR_SPREAD;
use super::{Median, Votes};
use crate::domain::level::Level;

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
        if size < 3 {
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

    /// Whether the room may see anything at all about a question.
    #[must_use]
    pub fn shows_room(self, votes: &Votes) -> bool {
        votes.total() >= self.0
    }
}

/// A group's size, and whether it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// It may.
    Shown,
    /// It may not: too few, or others could be had by subtraction.
    Hidden,
}

/// Decides for the groups of one dimension, "undisclosed" being one of them, in the order of their ids.
///
/// Groups below the minimum are hidden. While all hidden groups together have between one vote and one less than the minimum, the
/// smallest group still shown is hidden too; of equals, the first. A room below the minimum shows no group.
#[must_use]
pub fn visible_groups(sizes: &[u32], minimum: MinimumGroup) -> Vec<Visibility> {
    let least = minimum.size();
    let room = sizes.iter().fold(0_u32, |sum, size| sum.saturating_add(*size));
    let mut groups: Vec<_> = sizes
        .iter()
        .map(|size| match *size {
            size if size >= least && room >= least => (size, Visibility::Shown),
            size => (size, Visibility::Hidden),
        })
        .collect();
    loop {
        let hidden = groups.iter().filter(|(_, seen)| *seen == Visibility::Hidden);
        let together = hidden.fold(0_u32, |sum, (size, _)| sum.saturating_add(*size));
        let shown = groups.iter_mut().filter(|(_, seen)| *seen == Visibility::Shown);
        match shown.min_by_key(|(size, _)| *size) {
            Some((_, seen)) if (1..least).contains(&together) => *seen = Visibility::Hidden,
            _ => return groups.into_iter().map(|(_, seen)| seen).collect(),
        }
    }
}

/// What may be shown of a group's votes on one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupView {
    /// Nothing: a group in which all agree would show what each said, and one of three or four has no middle.
    Nothing,
    /// The middle only.
    Median(Median),
    /// The middle and how many chose each level.
    Distribution(Median, Votes),
}

/// Votes from which a group's distribution may be shown.
pub const FEWEST_FOR_DISTRIBUTION: u32 = 10;

/// Decides for all groups of one dimension, "undisclosed" being one of them, in the order of their ids. None where nothing may be
/// shown of a group.
///
/// The room sees its own distribution, so what is left of it without the groups that show theirs could be had by subtraction. While
/// that rest has fewer votes than a distribution may be shown of, or is of one mind, the smallest group that shows its distribution
/// shows its middle only; of equals, the first.
#[must_use]
pub fn group_views(groups: &[Votes], minimum: MinimumGroup) -> Vec<Option<GroupView>> {
    let sizes: Vec<_> = groups.iter().map(Votes::total).collect();
    let seen = visible_groups(&sizes, minimum).into_iter().zip(groups);
    let view = |(seen, votes)| match (seen, group_view(votes)) {
        (Visibility::Hidden, _) | (_, GroupView::Nothing) => None,
        (Visibility::Shown, view) => Some(view),
    };
    let mut views: Vec<_> = seen.map(view).collect();
    loop {
        let mut rest = Votes::default();
        for (votes, view) in groups.iter().zip(&views) {
            if !matches!(view, Some(GroupView::Distribution(..))) {
                for level in Level::ALL {
                    rest.add(level, votes.at(level));
                }
            }
        }
        let told = rest.total() < FEWEST_FOR_DISTRIBUTION || rest.is_unanimous();
        let whole = views.iter_mut().filter_map(|view| match view {
            Some(GroupView::Distribution(median, votes)) => Some((votes.total(), *median, view)),
            _ => None,
        });
        match whole.min_by_key(|(size, ..)| *size) {
            Some((_, median, view)) if told && rest.total() > 0 => *view = Some(GroupView::Median(median)),
            _ => return views,
        }
    }
}

/// Decides for one group that [`visible_groups`] lets be shown.
#[must_use]
pub fn group_view(votes: &Votes) -> GroupView {
    match votes.median() {
        Some(_) if votes.is_unanimous() || votes.total() < FEWEST_FOR_SPREAD => GroupView::Nothing,
        Some(median) if votes.total() >= FEWEST_FOR_DISTRIBUTION => GroupView::Distribution(median, *votes),
        Some(median) => GroupView::Median(median),
        None => GroupView::Nothing,
    }
}
