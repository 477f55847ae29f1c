//! A question and its five levels on the projected picture, in each language and in two.

use super::{languages, pack};
use crate::app::platform::NoPlatform;
use crate::app::state::State;
use crate::domain::calendar::Moment;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::wall::Wall;
use crate::ui::chunks;
use crate::ui::components::room::pages::{Page, pages};
use crate::ui::testing::workshop;

/// The rows of each page, for each of the twelve questions, where some of them do not fit on one.
fn split(language: &str, also: Option<&str>) -> Vec<Vec<usize>> {
    let store = chunks::store(pack(language), State::prerendered(), NoPlatform::default());
    let mut workshop = workshop();
    workshop.apply(Change::WentTo(Stage::Vote), Moment(0));
    let also = also.map(pack);
    let wall = Wall::of(&workshop, &store.pack.checklist);
    let mut questions: Vec<(_, Vec<usize>)> = Vec::new();
    for page in pages(&store, also.as_ref(), &wall) {
        let Page::Question(question, rows) = page else {
            continue;
        };
        match questions.last_mut() {
            Some((last, parts)) if *last == question => parts.push(rows.len()),
            _ => questions.push((question, vec![rows.len()])),
        }
    }
    assert_eq!(questions.len(), 12);
    let parts = questions.into_iter().map(|(_, parts)| parts);
    parts.filter(|parts| parts.len() > 1).collect()
}

#[test]
fn a_room_of_one_language_has_all_five_levels_before_it() {
    let all = languages().into_iter().chain(["en".to_owned()]);
    let split: Vec<_> = all.flat_map(|language| split(&language, None)).collect();
    // The longest ones do not fit on a window of 4:3 in a wide font.
    assert!(split.len() <= 4, "{split:?}");
    for parts in split {
        assert!(matches!(*parts, [4, 2] | [3, 3]), "{parts:?}");
    }
}

#[test]
fn in_two_languages_no_level_stands_alone() {
    for language in languages() {
        for (one, other) in [(&*language, "en"), ("en", &*language)] {
            let split = split(one, Some(other));
            for parts in split {
                assert!(!parts.contains(&1) && parts.len() <= 3, "{language}: {parts:?}");
            }
        }
    }
}
