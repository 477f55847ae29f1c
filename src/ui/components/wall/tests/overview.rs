//! All areas at a glance.

use super::*;

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
