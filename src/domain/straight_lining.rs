//! Whether to ask if the answers were meant. Asked about, never deleted.

use super::answer::Choice;
use super::assessment::Answers;
use super::checklist::{Area, Checklist};
use super::question::QuestionId;

/// Below this many seconds for all anchored questions, identical answers get one friendly question.
pub const HASTE_SECONDS: u64 = 55;

/// Whether at least ten in twelve anchored answers are identical and all of them together took under 55 seconds.
#[must_use]
pub fn asks_whether_meant(checklist: &Checklist, answers: &Answers, seconds: u64) -> bool {
    let choice = |area: &Area| answers.get(&QuestionId::Anchored(area.id)).map(Choice::of);
    let same = |of: &Area| {
        let choice_of = choice(of);
        let alike = checklist.areas.iter().filter(|area| choice(area) == choice_of);
        choice_of.map_or(0, |_| alike.count())
    };
    let most = checklist.areas.iter().map(same).max().unwrap_or(0);
    seconds < HASTE_SECONDS && most > 0 && 12 * most >= 10 * checklist.areas.len()
}
