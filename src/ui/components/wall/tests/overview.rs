//! All areas at a glance.

use super::*;

#[test]
fn all_areas_come_first_in_words_and_marks() {
    let mut workshop = voted();
    count(&mut workshop, 3, [0, 0, 6, 6, 0]);
    count(&mut workshop, 4, [0, 0, 0, 4, 0]);
    let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Reveal)]));
    assert_eq!(markup.matches("<li>").count(), 12);
    for piece in [
        "<span>Hiring</span><span dir=\"ltr\" aria-hidden=\"true\" class=\"wall-track\">○○●○○</span><span class=\"wall-soft\">Set up</span>",
        "○○●●○</span><span class=\"wall-soft\">between Set up and Working",
        "<span>Debate, trials</span><span dir=\"ltr\" aria-hidden=\"true\" class=\"wall-track\"></span><span class=\"wall-soft\">Too few to show",
    ] {
        assert!(markup.contains(piece), "{piece} in {markup}");
    }
    assert_eq!(
        markup.matches("↔</b>").count(),
        1,
        "the two camps of the first: {markup}"
    );
    lacks(&markup, &["701", "802", "dots-"]);
}

#[test]
fn all_areas_are_as_large_as_the_longest_line_lets_them() {
    let list = |workshop: Workshop| {
        let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Reveal)]));
        let class = markup.split("<ol class=\"").nth(1).unwrap_or_default();
        class.split('"').next().unwrap_or_default().to_owned()
    };
    assert_eq!(list(voted()), "wall-areas");
    for (counts, class) in [
        ([0, 0, 6, 6, 0], "wall-areas wall-long"),
        ([0, 6, 0, 0, 6], "wall-areas wall-longer"),
    ] {
        let mut workshop = voted();
        count(&mut workshop, 3, counts);
        assert_eq!(list(workshop), class);
    }
}
