//! Two people's views of one organisation, side by side: where they say the same, and where they are far apart. Neither is the right one,
//! and nothing here is a change.
//!
//! Both are scored by the same rule on the same questions, as in [`super::compare`].

use super::assessment::Assessment;
use super::checklist::{Checklist, Depth};
use super::compare::{AreaComparison, Both, Verdict, compare};
use super::precision::Movement;
use super::question::AreaId;
use super::score::{LevelScore, Outcome};

/// How two views of one area stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Further apart than one person's answers on two days would be: two levels or more in quick, more than one in full.
    Apart,
    /// Between: closer than that, and not the same.
    Near,
    /// The same level; of means, less than half a level apart.
    Same,
    /// At least one of the two has no score here.
    Untold,
}

/// One area in both views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaViews {
    /// The area.
    pub area: AreaId,
    /// Where it stands in each, at the depth that both have.
    pub outcomes: Both<Outcome>,
    /// How they stand to each other.
    pub nearness: Nearness,
    /// How far apart they are, in sixths of a level; 0 where one has no score.
    pub sixths: u16,
}

/// Two views of one organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Views {
    /// The depth of each.
    pub depths: Both<Depth>,
    /// The depth that both are looked at: the lesser of the two.
    pub depth: Depth,
    /// One per area, those furthest apart first, else in the checklist's order.
    pub areas: Vec<AreaViews>,
}

impl Views {
    /// The areas that stand to each other in one way.
    pub fn of(&self, nearness: Nearness) -> impl Iterator<Item = &AreaViews> {
        self.areas.iter().filter(move |area| area.nearness == nearness)
    }
}

/// Lays two assessments beside each other.
#[must_use]
pub fn views(checklist: &Checklist, one: &Assessment, other: &Assessment) -> Views {
    let compared = compare(checklist, one, other);
    let mut areas = Vec::<AreaViews>::with_capacity(compared.areas.len());
    for area in compared.areas.iter().map(area_views) {
        // Ties stay in the checklist's order.
        let place = areas.partition_point(|known| known.sixths >= area.sixths);
        areas.insert(place, area);
    }
    Views {
        depths: compared.depths,
        depth: compared.depth,
        areas,
    }
}

fn area_views(area: &AreaComparison) -> AreaViews {
    let sixths = area
        .scores()
        .map(|scores| scores.from.sixths().abs_diff(scores.to.sixths()));
    let nearness = match (sixths, area.verdict) {
        (Some(_), Verdict::Compared(Movement::MovedUp | Movement::MovedDown)) => Nearness::Apart,
        (Some(sixths), _) if 2 * sixths < LevelScore::SIXTHS => Nearness::Same,
        (Some(_), _) => Nearness::Near,
        (None, _) => Nearness::Untold,
    };
    AreaViews {
        area: area.area,
        outcomes: area.outcomes,
        nearness,
        sixths: sixths.unwrap_or(0),
    }
}
