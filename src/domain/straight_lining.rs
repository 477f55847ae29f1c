//! Whether to ask if the answers were meant. Asked about, never deleted.

use super::answer::{Answers, Choice};
use super::checklist::Checklist;
use super::question::QuestionId;

/// Below this many seconds for all anchored questions, identical answers get one friendly question.
pub const HASTE_SECONDS: u64 = 55;

/// Whether at least ten in twelve anchored answers are identical and all of them together took under 55 seconds.
#[must_use]
pub fn asks_whether_meant(checklist: &Checklist, answers: &Answers, seconds: u64) -> bool {
    let anchored = checklist
        .areas
        .iter()
        .filter_map(|area| answers.get(&QuestionId::Anchored(area.id)));
    let choices: Vec<_> = anchored.map(Choice::of).collect();
    let same = |choice| choices.iter().filter(|other| *other == choice).count();
    let most = choices.iter().map(same).max().unwrap_or(0);
    seconds < HASTE_SECONDS && most > 0 && 12 * most >= 10 * checklist.areas.len()
}
