//! Where each area stands after the last vote that the room has seen: what the doors lead to, and from which level.

use super::Workshop;
use super::room::{QuestionView, RoomView};
use crate::domain::calendar::Day;
use crate::domain::checklist::Checklist;
use crate::domain::doors::Door;
use crate::domain::group::InterpolatedMedian;
use crate::domain::group::discussion::Width;
use crate::domain::level::Level;
use crate::domain::plan::Chosen;
use crate::domain::question::{AreaId, QuestionId};

/// An area with enough votes to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaStanding {
    /// The area.
    pub area: AreaId,
    /// The interpolated median, which tells apart areas with one middle answer; none of three or four votes.
    pub median: Option<InterpolatedMedian>,
    /// How far apart the answers lie.
    pub width: Width,
    /// Answers at level 2 or lower.
    pub low: u32,
}

/// What the doors compare areas by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Middle answer and spread, of every area.
    Figures,
    /// Middle answer and spread, of those areas that have five votes or more.
    FiguresOfSome,
    /// The dots: no area has more than four votes.
    Dots,
}

impl Basis {
    /// What these areas can be compared by.
    #[must_use]
    pub fn of(standings: &[AreaStanding]) -> Self {
        let with = standings.iter().filter(|standing| standing.median.is_some());
        match with.count() {
            count if count == standings.len() => Self::Figures,
            0 => Self::Dots,
            _ => Self::FiguresOfSome,
        }
    }
}

impl Workshop {
    /// Every area that may be shown, in the checklist's order; none before the reveal.
    #[must_use]
    pub fn standings(&self, checklist: &Checklist) -> Vec<AreaStanding> {
        let Some(room) = self.room(checklist) else {
            return vec![];
        };
        let second = |area| self.rounds(checklist, area)?.second;
        standings(&room, second)
    }
}

/// Every area of a room that may be shown, after the second vote on it where that may be.
#[must_use]
pub fn standings(room: &RoomView, second: impl Fn(AreaId) -> Option<QuestionView>) -> Vec<AreaStanding> {
    let standing = |first: &QuestionView| {
        let QuestionId::Anchored(area) = first.question else {
            return None;
        };
        let second = second(area).and_then(|view| view.picture);
        let picture = second.or_else(|| first.picture.clone())?;
        let low = picture
            .dots
            .chosen()
            .filter(|(level, _)| *level <= Level::NowAndThen);
        Some(AreaStanding {
            area,
            median: picture
                .figures
                .as_ref()
                .and_then(|figures| figures.votes.interpolated_median()),
            width: picture.width(),
            low: low.map(|(_, count)| count).sum(),
        })
    };
    room.questions.iter().filter_map(standing).collect()
}

/// The areas with the lowest middle answer, all that tie. Where no area has one, those with the most answers at level 2 or lower; none
/// if there is no such answer.
#[must_use]
pub fn lowest(standings: &[AreaStanding]) -> Vec<AreaId> {
    let least = standings.iter().filter_map(|standing| standing.median).min();
    let most = standings.iter().map(|standing| standing.low).max();
    let is_lowest = |standing: &&AreaStanding| match least {
        Some(_) => standing.median == least,
        None => standing.low > 0 && Some(standing.low) == most,
    };
    let lowest = standings.iter().filter(is_lowest);
    lowest.map(|standing| standing.area).collect()
}

/// The areas with the widest spread, or with the widest range where no area has a spread, all that tie; none if there is no
/// disagreement at all.
#[must_use]
pub fn most_disagreement(standings: &[AreaStanding]) -> Vec<AreaId> {
    let widest = standings.iter().map(|standing| standing.width).max();
    let widest = widest.filter(|width| !width.is_zero());
    let areas = standings.iter().filter(|standing| Some(standing.width) == widest);
    areas.map(|standing| standing.area).collect()
}

/// A choice, from the level nearest to the middle answer to the one above; without levels where too few voted for
/// a middle answer.
#[must_use]
pub fn chosen(standings: &[AreaStanding], area: AreaId, door: Door) -> Chosen {
    let standing = standings.iter().find(|standing| standing.area == area);
    let from = standing
        .and_then(|standing| standing.median)
        .map(InterpolatedMedian::level);
    let to = from.and_then(Level::above);
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

    fn standing(number: u8, votes: [u32; 5]) -> Option<AreaStanding> {
        let votes = Votes::new(votes);
        let five = votes.total() >= 5;
        Some(AreaStanding {
            area: AreaId::new(number)?,
            median: votes.interpolated_median().filter(|_| five),
            width: Width::of(&votes),
            low: votes.at(Level::NotSeen) + votes.at(Level::NowAndThen),
        })
    }

    fn standings(rooms: &[[u32; 5]]) -> Vec<AreaStanding> {
        (1..)
            .zip(rooms)
            .filter_map(|(n, votes)| standing(n, *votes))
            .collect()
    }

    fn numbers(areas: &[AreaId]) -> Vec<u8> {
        areas.iter().map(|area| area.number()).collect()
    }

    #[test]
    fn doors_lead_to_all_that_tie() {
        let standings = standings(&[
            [0, 6, 0, 0, 0],
            [0, 0, 6, 0, 0],
            [3, 0, 0, 0, 3],
            [0, 12, 0, 0, 0],
            [4, 0, 0, 0, 4],
        ]);
        assert_eq!(numbers(&lowest(&standings)), [1, 4]);
        assert_eq!(numbers(&most_disagreement(&standings)), [3, 5]);
        let agreed = standings.get(..2).unwrap_or_default();
        assert_eq!(numbers(&most_disagreement(agreed)), [0; 0]);
        assert_eq!(numbers(&lowest(&[])), [0; 0]);
    }

    #[test]
    fn three_or_four_votes_are_compared_by_their_dots_and_with_nothing_else() {
        // Answers at level 2 or lower: 2, 3, 2, 2, 0. Ranges: 4, 1, 0, 4, 0.
        let few = standings(&[
            [2, 0, 0, 0, 1],
            [1, 2, 0, 0, 0],
            [0, 2, 0, 0, 0],
            [1, 1, 0, 1, 1],
            [0, 0, 0, 3, 0],
        ]);
        assert_eq!(Basis::of(&few), Basis::Dots);
        assert_eq!(numbers(&lowest(&few)), [2]);
        assert_eq!(numbers(&most_disagreement(&few)), [1, 4]);
        let high = standings(&[[0, 0, 3, 0, 0], [0, 0, 0, 0, 4]]);
        assert_eq!(numbers(&lowest(&high)), [0; 0], "nobody is at level 2 or lower");
        assert_eq!(numbers(&most_disagreement(&high)), [0; 0]);
        // One area with five votes, and only it is compared.
        let mixed = standings(&[[4, 0, 0, 0, 0], [0, 0, 3, 2, 0], [2, 0, 0, 0, 2]]);
        assert_eq!(Basis::of(&mixed), Basis::FiguresOfSome);
        assert_eq!(numbers(&lowest(&mixed)), [2]);
        assert_eq!(numbers(&most_disagreement(&mixed)), [2]);
        let area = AreaId::new(1);
        let levels = area
            .map(|area| chosen(&few, area, Door::LowestScore))
            .map(|chosen| (chosen.from, chosen.to));
        assert_eq!(levels, Some((None, None)), "no level without a middle answer");
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
