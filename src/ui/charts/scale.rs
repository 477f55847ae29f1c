//! The level axis of the charts in rows, in per cent of the track's width.

use super::number::Tenths;
use super::score::Sixths;
use crate::ui::prelude::html;
use yew::{AttrValue, Html};

/// Where a score stands on the track.
///
/// Level 1 is at 11 %, so that a bar at level 1 is still a bar, level 5 at 99 %, so that its grid line is not cut.
/// The grid lines in `charts.css` stand at the same places; a test compares them.
pub(super) fn along(score: Sixths) -> Tenths {
    let above_one = i32::from(score.count()) - 6;
    Tenths(110 + (220 * above_one + 3) / 6)
}

/// The five numerals above the tracks: the image that carries the chart's name.
pub(super) fn scale(label: &AttrValue) -> Html {
    html! {
        <svg class="chart-scale" role="img" aria-label={label}><g aria-hidden="true">{ for (1..=5).map(numeral) }</g></svg>
    }
}

fn numeral(level: u8) -> Html {
    let x = along(Sixths::level(level)).percent();
    html! { <text {x} y="1em" text-anchor="middle">{ level }</text> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_evenly_spaced_and_sixths_between_them() {
        let check = |sixths, tenths| assert_eq!(along(Sixths::new(sixths)), Tenths(tenths));
        check(6, 110);
        check(7, 147);
        check(9, 220);
        check(12, 330);
        check(18, 550);
        check(24, 770);
        check(30, 990);
    }

    #[test]
    fn the_style_sheet_draws_its_grid_lines_at_the_levels() {
        let style = include_str!("charts.css");
        for level in 1..=5 {
            let place = along(Sixths::level(level)).percent();
            assert!(
                style.contains(&format!("var(--_grid) {place} ")),
                "no grid line at {place}"
            );
        }
    }
}
