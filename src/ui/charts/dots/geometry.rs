//! Where the dots of a column stand, in units of a column of 60 by 48, or by 16 where it is flat.

use crate::ui::charts::number::Tenths;
use std::fmt::Write;

const WIDTH: i32 = 600;
/// Sides of a dot's cell, the largest first. All in tenths of a unit.
const CELLS: [i32; 4] = [120, 90, 60, 40];
/// Votes that a dot may stand for: these and their tens, hundreds and so on.
const ROUND: [u32; 3] = [1, 2, 5];

/// The shape of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nearly as high as it is wide.
    Tall,
    /// For several strips above each other on a wide window.
    Flat,
}

impl Shape {
    /// In tenths of a unit.
    const fn height(self) -> i32 {
        match self {
            Self::Tall => 480,
            Self::Flat => 160,
        }
    }
}

/// How votes become dots: the same for every column that is to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DotScale {
    shape: Shape,
    cell: i32,
    across: u32,
    each: u32,
}

impl DotScale {
    /// The largest dots with which `most` votes fit into a column; where not even the smallest fit, a dot stands for several votes.
    #[must_use]
    pub fn of(most: u32, shape: Shape) -> Self {
        let height = shape.height();
        let fits = |cell: i32| units(WIDTH / cell) * units(height / cell);
        let smallest = CELLS.into_iter().map(fits).max().unwrap_or(1);
        let tens = (0..5).map(|zeros| 10_u32.pow(zeros));
        let steps = tens.flat_map(|ten| ROUND.map(|step| step * ten));
        let each = steps
            .into_iter()
            .find(|each| most.div_ceil(*each) <= smallest)
            .unwrap_or(u32::MAX);
        let dots = most.div_ceil(each);
        let cell = CELLS.into_iter().find(|cell| dots <= fits(*cell));
        let cell = cell.unwrap_or(WIDTH);
        let across = dots.div_ceil(units(height / cell).max(1)).max(1);
        Self {
            shape,
            cell,
            across,
            each,
        }
    }

    /// How many votes a dot stands for.
    #[must_use]
    pub const fn votes_per_dot(self) -> u32 {
        self.each
    }

    /// A column's picture.
    pub(super) const fn view_box(self) -> &'static str {
        match self.shape {
            Shape::Tall => "0 0 60 48",
            Shape::Flat => "0 0 60 16",
        }
    }

    /// The middles of the dots of so many votes, from the bottom up; the topmost row stands in the middle.
    pub(super) fn dots(self, votes: u32) -> Vec<(Tenths, Tenths)> {
        let count = votes.div_ceil(self.each);
        let place = |index: u32| {
            let (row, column) = (index / self.across, index % self.across);
            let in_row = (count - row * self.across).min(self.across);
            let x = (WIDTH + (2 * signed(column) - signed(in_row) + 1) * self.cell) / 2;
            let y = self.shape.height() - (2 * signed(row) + 1) * self.cell / 2;
            (Tenths(x), Tenths(y))
        };
        (0..count).map(place).collect()
    }

    /// A dot's radius.
    const fn radius(self) -> i32 {
        self.cell * 3 / 8
    }

    /// The width of an open dot's line.
    pub(super) const fn line(self) -> Tenths {
        Tenths(self.cell / 8)
    }

    /// Circles as the data of one path.
    pub(super) fn circles(self, votes: u32) -> String {
        let r = Tenths(self.radius());
        let (left, across) = (Tenths(-self.radius()), Tenths(2 * self.radius()));
        let back = Tenths(-2 * self.radius());
        self.path(votes, |path, x, y| {
            write!(
                path,
                "M{x} {y}m{left} 0a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 {back} 0"
            )
        })
    }

    /// Squares as the data of one path, as large as the circles with their line.
    pub(super) fn squares(self, votes: u32) -> String {
        let half = self.radius();
        let (side, back) = (Tenths(2 * half), Tenths(-2 * half));
        self.path(votes, |path, x, y| {
            let (left, top) = (Tenths(x.0 - half), Tenths(y.0 - half));
            write!(path, "M{left} {top}h{side}v{side}h{back}z")
        })
    }

    fn path(self, votes: u32, dot: impl Fn(&mut String, Tenths, Tenths) -> std::fmt::Result) -> String {
        let mut path = String::new();
        for (x, y) in self.dots(votes) {
            // Writing to a String cannot fail.
            let _ = dot(&mut path, x, y);
        }
        path
    }
}

fn units(count: i32) -> u32 {
    u32::try_from(count).unwrap_or(0)
}

fn signed(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Where a middle answer, in tenths of a level from 0.5 to 5.5, stands across five columns of equal width.
pub(super) fn across(tenths: i64) -> Tenths {
    let tenths = i32::try_from(tenths.clamp(5, 55)).unwrap_or(30);
    Tenths((tenths - 5) * 20)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(scale: DotScale, votes: u32) -> Vec<(i32, i32)> {
        let dots = scale.dots(votes).into_iter();
        dots.map(|(x, y)| (x.0, y.0)).collect()
    }

    #[test]
    fn few_votes_are_one_stack_of_large_dots() {
        let scale = DotScale::of(4, Shape::Tall);
        assert_eq!(places(scale, 3), [(300, 420), (300, 300), (300, 180)]);
        assert_eq!(scale.dots(0), []);
    }

    #[test]
    fn more_votes_stand_side_by_side_and_the_last_row_in_the_middle() {
        // Seven in rows of four fit two across.
        let scale = DotScale::of(7, Shape::Tall);
        assert_eq!(places(scale, 3), [(240, 420), (360, 420), (300, 300)]);
        assert_eq!(places(scale, 7).len(), 7);
    }

    #[test]
    fn dots_shrink_until_they_fit_and_then_stand_for_several() {
        let check = |most, cell, each| {
            let scale = DotScale::of(most, Shape::Tall);
            assert_eq!((scale.cell, scale.each), (cell, each), "{most}");
        };
        check(0, 120, 1);
        check(20, 120, 1);
        check(21, 90, 1);
        check(50, 60, 1);
        check(80, 60, 1);
        check(81, 40, 1);
        check(180, 40, 1);
        check(181, 40, 2);
        check(10_000, 40, 100);
        check(20_000, 40, 200);
        // A room of fifty who all agree, in a flat column: a dot for each.
        let flat = DotScale::of(50, Shape::Flat);
        assert_eq!((flat.cell, flat.each, flat.across), (40, 1, 13));
    }

    #[test]
    fn every_dot_is_inside_its_column_and_alone() {
        let most = [1, 5, 20, 21, 30, 50, 80, 81, 180, 181, 10_000, 20_000];
        for (shape, most) in [Shape::Tall, Shape::Flat]
            .into_iter()
            .flat_map(|shape| most.map(|most| (shape, most)))
        {
            let scale = DotScale::of(most, shape);
            let mut places = places(scale, most);
            let r = scale.radius();
            for (x, y) in &places {
                assert!(
                    (r..=WIDTH - r).contains(x) && (r..=shape.height() - r).contains(y),
                    "{most}: {x} {y}"
                );
            }
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len() as u32, most.div_ceil(scale.each), "{most}");
        }
    }

    #[test]
    fn a_single_vote_is_never_lost() {
        assert_eq!(DotScale::of(10_000, Shape::Tall).dots(1).len(), 1);
    }

    #[test]
    fn shapes_are_closed_paths() {
        let scale = DotScale::of(1, Shape::Tall);
        assert_eq!(
            scale.circles(1),
            "M30 42m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0"
        );
        assert_eq!(scale.squares(1), "M25.5 37.5h9v9h-9z");
    }

    #[test]
    fn the_middle_answer_stands_over_its_level() {
        let check = |tenths, percent: &str| assert_eq!(across(tenths).percent(), percent);
        check(10, "10%");
        check(30, "50%");
        check(28, "46%");
        check(55, "100%");
        check(5, "0%");
    }
}
