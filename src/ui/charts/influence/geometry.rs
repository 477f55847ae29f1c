//! Where the nodes stand and how the lines run, in per cent of the field, for columns on a wide window and rows on a narrow one.

use crate::ui::charts::number::Tenths;

/// A node: its tier, its place in the tier, and how many share the tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Tiers count from 0, in the order they are drawn.
    pub tier: u8,
    /// From 0.
    pub slot: u8,
    /// At least 1.
    pub of: u8,
}

/// How the tiers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Side by side, for a wide window.
    Columns,
    /// One below the other, four nodes in a row.
    Rows,
}

/// A node's box, and its middle across the direction of the tiers.
struct Node {
    near: f64,
    far: f64,
    middle: f64,
    /// Rows of one tier count on, so that they are rows like any other.
    line: u8,
}

/// A column is so wide, and the next begins after a gap. The style sheet has the same figures.
const COLUMN: f64 = 22.0;
const GAP: f64 = 13.0;
/// Nodes in a row, rows in the field, and where in its row a node begins and ends.
const PER_ROW: u8 = 4;
const ROWS: f64 = 4.0;
const NODE_TOP: f64 = 0.25;
const NODE_BOTTOM: f64 = 6.25 / 7.0;

fn column_node(place: Place) -> Node {
    let near = f64::from(place.tier) * (COLUMN + GAP);
    Node {
        near,
        far: near + COLUMN,
        middle: (f64::from(place.slot) + 0.5) * 100.0 / f64::from(place.of),
        line: place.tier,
    }
}

/// `before` rows belong to the tiers above.
fn row_node(place: Place, before: u8) -> Node {
    let line = before + place.slot / PER_ROW;
    let first = place.slot - place.slot % PER_ROW;
    let in_row = (place.of - first).min(PER_ROW);
    let from_middle = f64::from(place.slot % PER_ROW) - (f64::from(in_row) - 1.0) / 2.0;
    let row = 100.0 / ROWS;
    Node {
        near: (f64::from(line) + NODE_TOP) * row,
        far: (f64::from(line) + NODE_BOTTOM) * row,
        middle: 50.0 + from_middle * 100.0 / f64::from(PER_ROW),
        line,
    }
}

/// A line from node to node: the control points of one cubic curve, along the tiers and across them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Curve {
    layout: Layout,
    along: [f64; 4],
    across: [f64; 4],
}

impl Curve {
    /// The line between two nodes. `before` tells how many rows stand before a tier.
    pub(super) fn between(layout: Layout, source: Place, target: Place, before: impl Fn(u8) -> u8) -> Self {
        let node = |place: Place| match layout {
            Layout::Columns => column_node(place),
            Layout::Rows => row_node(place, before(place.tier)),
        };
        let (source, target) = (node(source), node(target));
        let (from, to) = (source.middle, target.middle);
        let along = if source.line < target.line {
            run(source.far, target.near)
        } else if source.line > target.line {
            run(source.near, target.far)
        } else if layout == Layout::Columns && from < to {
            // Down on the right, up on the left, so that two opposite lines are two.
            arc(source.far, bulge(layout, from, to))
        } else {
            arc(source.near, -bulge(layout, from, to))
        };
        Self {
            layout,
            along,
            across: [from, from, to, to],
        }
    }

    /// The path's data.
    pub(super) fn path(&self) -> String {
        let [a, b, c, d] = [0, 1, 2, 3].map(|index| self.point(index));
        format!("M{a}C{b} {c} {d}")
    }

    /// A path of no length where the line ends: a round cap makes it a dot that no stretching deforms.
    pub(super) fn end(&self) -> String {
        format!("M{}h0", self.point(3))
    }

    fn point(&self, index: usize) -> String {
        let at = |list: &[f64; 4]| Tenths::nearest(list.get(index).copied().unwrap_or_default());
        let (along, across) = (at(&self.along), at(&self.across));
        match self.layout {
            Layout::Columns => format!("{along} {across}"),
            Layout::Rows => format!("{across} {along}"),
        }
    }
}

fn run(from: f64, to: f64) -> [f64; 4] {
    let half = f64::midpoint(from, to);
    [from, half, half, to]
}

fn arc(at: f64, out: f64) -> [f64; 4] {
    [at, at + out, at + out, at]
}

/// The further apart, the wider the arc, within the gap between two tiers.
fn bulge(layout: Layout, from: f64, to: f64) -> f64 {
    let (least, most) = match layout {
        Layout::Columns => (3.0, 9.0),
        Layout::Rows => (3.5, 7.0),
    };
    ((from - to).abs() / 8.0).clamp(least, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tiers of one, seven and four, so that the connectors take two rows.
    fn check(layout: Layout, source: (u8, u8), target: (u8, u8), path: &str) {
        let place = |(tier, slot): (u8, u8)| {
            let of = if tier == 0 {
                1
            } else if tier == 1 {
                7
            } else {
                4
            };
            Place { tier, slot, of }
        };
        let before = |tier| if tier == 2 { 3 } else { tier };
        let curve = Curve::between(layout, place(source), place(target), before);
        assert_eq!(curve.path(), path);
        assert!(path.ends_with(curve.end().trim_start_matches('M').trim_end_matches("h0")));
    }

    #[test]
    fn columns_are_joined_side_to_side() {
        check(Layout::Columns, (0, 0), (1, 0), "M22 50C28.5 50 28.5 7.1 35 7.1");
        check(Layout::Columns, (0, 0), (2, 2), "M22 50C46 50 46 62.5 70 62.5");
        check(
            Layout::Columns,
            (2, 0),
            (1, 0),
            "M70 12.5C63.5 12.5 63.5 7.1 57 7.1",
        );
    }

    #[test]
    fn within_a_column_lines_go_down_on_the_right_and_up_on_the_left() {
        check(Layout::Columns, (1, 0), (1, 1), "M57 7.1C60 7.1 60 21.4 57 21.4");
        check(Layout::Columns, (1, 1), (1, 0), "M35 21.4C32 21.4 32 7.1 35 7.1");
        check(Layout::Columns, (1, 0), (1, 6), "M57 7.1C66 7.1 66 92.9 57 92.9");
    }

    #[test]
    fn rows_hold_four_and_lines_between_them_run_down_or_up() {
        check(
            Layout::Rows,
            (0, 0),
            (1, 0),
            "M50 22.3C50 26.8 12.5 26.8 12.5 31.3",
        );
        // The fifth to seventh connectors stand in the middle of a row of their own.
        check(
            Layout::Rows,
            (1, 6),
            (1, 0),
            "M75 56.3C75 51.8 12.5 51.8 12.5 47.3",
        );
        check(
            Layout::Rows,
            (1, 0),
            (1, 1),
            "M12.5 31.3C12.5 27.8 37.5 27.8 37.5 31.3",
        );
        check(
            Layout::Rows,
            (1, 4),
            (2, 3),
            "M25 72.3C25 76.8 87.5 76.8 87.5 81.3",
        );
    }
}
