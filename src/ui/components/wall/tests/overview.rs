//! All areas at a glance.

use super::*;
use crate::ui::components::room::pages::{pages, turned};

#[test]
fn all_areas_come_first_with_median_and_spread_in_words_and_marks() {
    let mut workshop = voted();
    count(&mut workshop, 3, [0, 0, 6, 6, 0]);
    count(&mut workshop, 4, [0, 0, 0, 4, 0]);
    let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Reveal)]));
    assert_eq!(markup.matches("<li>").count(), 12);
    let line = |name: &str, track: &str, said: &str| {
        format!(
            "<span>{name}</span><span dir=\"ltr\" aria-hidden=\"true\" class=\"wall-track\">{track}</span><span class=\"wall-soft\">{said}</span>"
        )
    };
    let spread = |mark: &str, words: &str| {
        format!("<span class=\"wall-soft\"><b aria-hidden=\"true\">{mark}</b> {words}</span></li>")
    };
    for piece in [
        [
            line("Change as a job", "○○○●○", "Working"),
            spread("↔", "far apart"),
        ]
        .concat(),
        [line("Hiring", "○○●○○", "Set up"), spread("=", "all alike")].concat(),
        [
            line("Change skills", "○○●●○", "Set up / Working"),
            spread("≈", "close"),
        ]
        .concat(),
        [line("Debate, trials", "", "Too few to show"), "</li>".to_owned()].concat(),
    ] {
        assert!(markup.contains(&piece), "{piece} in {markup}");
    }
    lacks(&markup, &["701", "802", "dots-"]);
}

#[test]
fn all_areas_are_as_large_as_the_longest_line_lets_them() {
    let list = |workshop: Workshop| {
        let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Reveal)]));
        let class = markup.split("<ol class=\"").nth(1).unwrap_or_default();
        class.split('"').next().unwrap_or_default().to_owned()
    };
    // Sixteen letters of a name, seven of a level, eleven of a mark and its words.
    assert_eq!(list(voted()), "wall-areas");
    for (counts, class) in [
        ([0, 0, 6, 6, 0], "wall-areas wall-areas-2"),
        ([0, 6, 0, 0, 6], "wall-areas wall-areas-4"),
    ] {
        let mut workshop = voted();
        count(&mut workshop, 3, counts);
        assert_eq!(list(workshop), class, "{counts:?}");
    }
}

#[test]
fn a_page_is_turned_by_one_and_stays_at_either_end() {
    let workshop = at(voted(), &[Change::WentTo(Stage::Reveal)]);
    let on = store(State::prerendered());
    let at_page = |page| Wall {
        page,
        ..Wall::of(&workshop, &on.pack.checklist)
    };
    let last = pages(&on, None, &at_page(0)).len() - 1;
    for (page, forth, to) in [
        (0, true, 1),
        (0, false, 0),
        (2, false, 1),
        (last, true, last),
        (last + 5, false, last - 1),
    ] {
        assert_eq!(turned(&on, None, &at_page(page), forth), to, "{page} {forth}");
    }
}
