//! Where each area stands after the last vote that the room has seen: what the doors lead to, and from which level.

use super::Workshop;
use crate::domain::calendar::Day;
use crate::domain::checklist::Checklist;
use crate::domain::doors::Door;
use crate::domain::group::{Median, Spread};
use crate::domain::plan::Chosen;
use crate::domain::question::{AreaId, QuestionId};

/// An area with enough votes to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The area.
    pub area: AreaId,
    /// The middle answer.
    pub median: Median,
    /// How far apart the answers lie.
    pub spread: Spread,
}

impl Workshop {
    /// Every area that may be shown, in the checklist's order; none before the reveal.
    #[must_use]
    pub fn standings(&self, checklist: &Checklist) -> Vec<Standing> {
        let Some(room) = self.room(checklist) else {
            return vec![];
        };
        let standing = |area: AreaId| {
            let first = room.question(QuestionId::Anchored(area));
            let second = self.rounds(checklist, area).and_then(|rounds| rounds.second);
            let last = second.filter(|view| view.picture.is_some()).or(first.cloned());
            let picture = last?.picture?;
            Some(Standing {
                area,
                median: picture.median,
                spread: picture.spread,
            })
        };
        let areas = checklist.areas.iter().map(|area| area.id);
        areas.filter_map(standing).collect()
    }
}

/// The areas with the lowest middle answer, all that tie.
#[must_use]
pub fn lowest(standings: &[Standing]) -> Vec<AreaId> {
    let least = standings.iter().map(|standing| standing.median).min();
    let lowest = standings.iter().filter(|standing| Some(standing.median) == least);
    lowest.map(|standing| standing.area).collect()
}

/// The areas with the widest spread, all that tie; none if there is no disagreement at all.
#[must_use]
pub fn most_disagreement(standings: &[Standing]) -> Vec<AreaId> {
    let widest = standings.iter().map(|standing| standing.spread).max();
    let widest = widest.filter(|spread| !spread.is_zero());
    let areas = standings
        .iter()
        .filter(|standing| Some(standing.spread) == widest);
    areas.map(|standing| standing.area).collect()
}

/// A choice, from the level nearest to the middle answer to the one above; without levels where too few voted.
#[must_use]
pub fn chosen(standings: &[Standing], area: AreaId, door: Door) -> Chosen {
    let standing = standings.iter().find(|standing| standing.area == area);
    let from = standing.map(|standing| standing.median.level());
    let to = from.and_then(crate::domain::level::Level::above);
    Chosen { area, door, from, to }
}

/// Days from the workshop to its review, at least and at most: six to eight weeks.
pub const REVIEW_DAYS: (i32, i32) = (42, 56);

/// Whether a review is six to eight weeks away.
#[must_use]
pub fn is_review_in_time(today: Day, review: Day) -> bool {
    let days = review.days() - today.days();
    (i64::from(REVIEW_DAYS.0)..=i64::from(REVIEW_DAYS.1)).contains(&days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::group::Votes;
    use crate::domain::level::Level;

    fn standing(number: u8, votes: [u32; 5]) -> Option<Standing> {
        let votes = Votes::new(votes);
        Some(Standing {
            area: AreaId::new(number)?,
            median: votes.median()?,
            spread: votes.spread()?,
        })
    }

    fn numbers(areas: &[AreaId]) -> Vec<u8> {
        areas.iter().map(|area| area.number()).collect()
    }

    #[test]
    fn doors_lead_to_all_that_tie() {
        let rooms = [
            (1, [0, 6, 0, 0, 0]),
            (2, [0, 0, 6, 0, 0]),
            (3, [3, 0, 0, 0, 3]),
            (4, [0, 12, 0, 0, 0]),
            (5, [2, 0, 0, 0, 2]),
        ];
        let standings: Vec<_> = rooms
            .into_iter()
            .filter_map(|(n, votes)| standing(n, votes))
            .collect();
        assert_eq!(numbers(&lowest(&standings)), [1, 4]);
        assert_eq!(numbers(&most_disagreement(&standings)), [3, 5]);
        let agreed = standings.get(..2).unwrap_or_default();
        assert_eq!(numbers(&most_disagreement(agreed)), [0; 0]);
        assert_eq!(numbers(&lowest(&[])), [0; 0]);
    }

    #[test]
    fn a_choice_starts_at_the_nearest_level() {
        // Middle 2.75, so nearest to level 3.
        let standings: Vec<_> = standing(1, [2, 3, 4, 3, 0]).into_iter().collect();
        let area = standings.first().map(|standing| standing.area);
        let chosen = area.map(|area| chosen(&standings, area, Door::MostEnergy));
        let levels = chosen.map(|chosen| (chosen.from, chosen.to));
        assert_eq!(levels, Some((Some(Level::SetUp), Some(Level::Working))));
        let other = AreaId::new(2).map(|area| super::chosen(&standings, area, Door::Chance));
        assert_eq!(other.map(|chosen| (chosen.from, chosen.to)), Some((None, None)));
    }

    #[test]
    fn a_review_is_six_to_eight_weeks_away() {
        let today = Day::EPOCH;
        let check = |days, in_time| {
            let review = today.plus(days).map(|review| is_review_in_time(today, review));
            assert_eq!(review, Some(in_time), "{days}");
        };
        check(41, false);
        check(42, true);
        check(56, true);
        check(57, false);
    }
}
