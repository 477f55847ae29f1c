//! What may be shown of many rooms together.
//!
//! Every figure here is worked out of counts that the rooms' own files show; a room that shows none of an area adds nothing to any figure of
//! it. So of two sets of rooms that differ in what is hidden alone, all figures are the same, and so are those of every part of the sets,
//! of a room in two of them, and of last quarter's. `tests/domain/rollup/disclosure.rs` and `tests/exports/workshop/worlds.rs`
//! play that through.

use super::gathering::Gathering;
use super::room::Room;
use super::spreads::Spreads;
use crate::domain::code::Round;
use crate::domain::group::discussion::FEWEST_FOR_SPREAD;
use crate::domain::group::sessions::{SessionChange, session_changes};
use crate::domain::group::{InterpolatedMedian, Votes};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::room::Figures;
use std::cmp::{Ordering, Reverse};

/// An area over all rooms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaPicture {
    /// The area.
    pub area: AreaId,
    /// How many rooms show their counts.
    pub shown: usize,
    /// Whether a room has such a vote that was too few to show.
    pub hidden: bool,
    /// The votes of those rooms, put together.
    pub votes: Votes,
    /// What follows from them; none from fewer than five.
    pub figures: Option<Figures>,
    /// How far apart people are inside rooms and between them; none unless two rooms show their counts.
    pub spreads: Option<Spreads>,
}

/// An area in one room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// The room's files have no such vote.
    NotThere,
    /// Too few to show.
    TooFew,
    /// Three or four votes, whose counts are all that may be said.
    Dots([u32; 5]),
    /// Enough for everything.
    Figures(Box<Figures>),
}

impl Cell {
    /// An area's first vote in a room.
    #[must_use]
    pub fn of(room: &Room, area: AreaId) -> Self {
        let counts = match room.vote((Round::FIRST, QuestionId::Anchored(area))) {
            None => return Self::NotThere,
            Some(None) => return Self::TooFew,
            Some(Some(counts)) => counts.levels,
        };
        let figures = Figures::of(Votes::new(counts));
        figures.map_or(Self::Dots(counts), |figures| Self::Figures(Box::new(figures)))
    }
}

impl AreaPicture {
    /// An area of which rooms show these votes, and whether others hide theirs.
    pub(super) fn of(area: AreaId, shown: &[Votes], hidden: bool) -> Self {
        let votes = Votes::sum(shown.iter().copied());
        Self {
            area,
            shown: shown.len(),
            hidden,
            votes,
            figures: Figures::of(votes),
            spreads: Spreads::of(shown),
        }
    }

    /// The interpolated median of all rooms together, if there is a middle.
    #[must_use]
    pub fn middle(&self) -> Option<InterpolatedMedian> {
        self.figures.as_ref()?.votes.interpolated_median()
    }
}

/// What is asked of the areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sorting {
    /// Where rooms differ most.
    #[default]
    Apart,
    /// What stands lowest over all rooms.
    Lowest,
    /// What divides the people inside the rooms most.
    Divided,
    /// As the instrument asks.
    Instrument,
}

impl Sorting {
    /// Every sorting, in the order of the choice.
    pub const ALL: [Self; 4] = [Self::Apart, Self::Lowest, Self::Divided, Self::Instrument];

    /// The name as a form value.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::Lowest => "lowest",
            Self::Divided => "divided",
            Self::Instrument => "instrument",
        }
    }

    /// The one of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sorting| sorting.name() == name)
    }

    /// Puts areas into this order; of equals the one that is asked first comes first, and what has no figure comes last.
    pub fn sort(self, areas: &mut Vec<AreaPicture>) {
        let mut sorted = Vec::<AreaPicture>::with_capacity(areas.len());
        for picture in areas.drain(..) {
            let place = sorted.partition_point(|known| self.compare(known, &picture) != Ordering::Greater);
            sorted.insert(place, picture);
        }
        *areas = sorted;
    }

    fn compare(self, one: &AreaPicture, other: &AreaPicture) -> Ordering {
        let both = one.spreads.zip(other.spreads);
        let (figure, had) = match self {
            Self::Apart => (
                both.map(|(one, other)| other.cmp_apart(one)),
                [one, other].map(|it| it.spreads.is_some()),
            ),
            Self::Divided => (
                both.map(|(one, other)| other.cmp_inside(one)),
                [one, other].map(|it| it.spreads.is_some()),
            ),
            Self::Lowest => (
                one.middle()
                    .zip(other.middle())
                    .map(|(one, other)| one.cmp(&other)),
                [one, other].map(|it| it.figures.is_some()),
            ),
            Self::Instrument => (Some(one.area.cmp(&other.area)), [true, true]),
        };
        let [first, second] = had;
        figure.unwrap_or_else(|| second.cmp(&first))
    }
}

/// An area that rooms chose, with those that did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenBy {
    /// The area.
    pub area: AreaId,
    /// Places of the rooms, in their order.
    pub rooms: Vec<usize>,
}

/// Those of the most rooms first.
pub(super) fn by_number(by_area: Vec<ChosenBy>) -> Vec<ChosenBy> {
    let mut chosen = Vec::<ChosenBy>::new();
    let order = |by: &ChosenBy| (Reverse(by.rooms.len()), by.area);
    for by in by_area {
        let place = chosen.partition_point(|known| order(known) < order(&by));
        chosen.insert(place, by);
    }
    chosen
}

/// An area in two sets of rooms, the earlier first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetMove {
    /// The area.
    pub area: AreaId,
    /// The middle of the earlier set.
    pub from: Option<InterpolatedMedian>,
    /// The middle of the later set.
    pub to: Option<InterpolatedMedian>,
    /// What can be said; none unless both sets have a middle.
    pub change: Option<SessionChange>,
}

/// One set of rooms against an earlier one, by the rule for unlinked voters, all areas at once. The rule is for two crowds: it says nothing of
/// sets that share a room.
#[must_use]
pub fn moves(before: &[AreaPicture], after: &[AreaPicture]) -> Vec<SetMove> {
    let of = |area| before.iter().find(|picture| picture.area == area);
    let enough = |votes: Votes| (votes.total() >= FEWEST_FOR_SPREAD).then_some(votes);
    let both = after.iter().map(|picture| {
        let earlier = of(picture.area).and_then(|picture| enough(picture.votes));
        earlier.zip(enough(picture.votes))
    });
    let changes = session_changes(&both.collect::<Vec<_>>());
    let moves = after.iter().zip(changes).map(|(picture, change)| SetMove {
        area: picture.area,
        from: of(picture.area).and_then(AreaPicture::middle),
        to: picture.middle(),
        change,
    });
    moves.collect()
}

/// How many rooms of the later set are in the earlier one as well.
#[must_use]
pub fn in_both(before: &Gathering, after: &[Room]) -> usize {
    after.iter().filter(|room| before.has(&room.name)).count()
}
