//! Assessments over time: those of one organisation or team together, in the order of their days.

use super::assessment::{Assessment, AssessmentId};
use super::calendar::{Day, Moment};
use super::checklist::{Checklist, Depth, InstrumentVersion};
use super::score::{Index, score};

/// Whether every question of an assessment has an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    /// All of them.
    Finished,
    /// At least one is open.
    Open,
}

/// Which of several of one day it is, in the order in which they were answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfDay {
    /// Its place, from 1.
    pub n: usize,
    /// How many there are, at least 2.
    pub total: usize,
}

/// One assessment in its place in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The assessment.
    pub id: AssessmentId,
    /// The day that it is about; where none was given, the day on which it last changed.
    pub day: Day,
    /// Which of that day it is, if its organisation has several.
    pub of_day: Option<OfDay>,
    /// When the answers were given.
    pub answered: Moment,
    /// The index with its range; none before any area has a score.
    pub index: Option<Index>,
    /// Areas that the index rests on.
    pub scored: usize,
    /// Quick or full.
    pub depth: Depth,
    /// The instrument that it was answered with.
    pub instrument: InstrumentVersion,
    /// Whether everything is answered.
    pub completion: Completion,
}

/// The assessments of one organisation or team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name as the newest of them has it, tidied; empty for those without a name.
    pub name: String,
    /// Its assessments, newest last.
    pub entries: Vec<Entry>,
}

/// A name without white space around it, and with a single space wherever there was white space inside.
#[must_use]
pub fn tidy_name(name: &str) -> String {
    let mut tidy = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// Makes one text of two that differ in letter case alone. The letters of all scripts are 7 kB, which a browser has already.
pub type CaseFolding<'a> = &'a dyn Fn(&str) -> String;

/// Whether two names mean the same team: white space and letter case make no difference.
#[must_use]
pub fn same_name(one: &str, other: &str, folding: CaseFolding) -> bool {
    folding(&tidy_name(one)) == folding(&tidy_name(other))
}

/// Groups assessments by name, the group with the newest entry first, those without a name last.
///
/// `day_of` tells the day of a moment on the person's own calendar.
pub fn groups<'a>(
    checklist: &Checklist,
    assessments: impl Iterator<Item = &'a Assessment>,
    day_of: &dyn Fn(Moment) -> Day,
    folding: CaseFolding,
) -> Vec<Group> {
    let mut known = Vec::<(String, Group)>::new();
    for assessment in assessments {
        let entry = entry(checklist, assessment, day_of);
        let name = tidy_name(&assessment.subject.value);
        let folded = folding(&name);
        match known.iter_mut().find(|(known, _)| *known == folded) {
            Some((_, group)) => add(group, &name, entry),
            None => {
                let entries = vec![entry];
                known.push((folded, Group { name, entries }));
            }
        }
    }
    let mut ordered = Vec::<Group>::with_capacity(known.len());
    for (_, mut group) in known {
        number(&mut group);
        let place = ordered.partition_point(|other| rank(other) >= rank(&group));
        ordered.insert(place, group);
    }
    ordered
}

fn add(group: &mut Group, name: &str, entry: Entry) {
    let place = group
        .entries
        .partition_point(|other| in_time(other) <= in_time(&entry));
    if place == group.entries.len() {
        group.name = tidy_name(name);
    }
    group.entries.insert(place, entry);
}

/// Tells those of one day apart; they stand beside each other.
fn number(group: &mut Group) {
    for same in group.entries.chunk_by_mut(|one, other| one.day == other.day) {
        let total = same.len();
        for (entry, n) in same.iter_mut().zip(1..) {
            entry.of_day = (total > 1).then_some(OfDay { n, total });
        }
    }
}

fn in_time(entry: &Entry) -> (Day, Moment, AssessmentId) {
    (entry.day, entry.answered, entry.id)
}

fn rank(group: &Group) -> (bool, Option<(Day, Moment, AssessmentId)>) {
    (!group.name.is_empty(), group.entries.last().map(in_time))
}

fn entry(checklist: &Checklist, assessment: &Assessment, day_of: &dyn Fn(Moment) -> Day) -> Entry {
    let depth = assessment.depth.value;
    let card = score(checklist, &assessment.given(), depth);
    let scored = card.scored();
    Entry {
        id: assessment.id,
        day: assessment
            .day
            .value
            .unwrap_or_else(|| day_of(assessment.answered_at())),
        of_day: None,
        answered: assessment.answered_at(),
        index: card.index.filter(|_| scored > 0),
        scored,
        depth,
        instrument: assessment.instrument,
        completion: match assessment.first_open(checklist) {
            None => Completion::Finished,
            Some(_) => Completion::Open,
        },
    }
}
