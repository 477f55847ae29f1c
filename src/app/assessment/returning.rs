//! What somebody finds who comes back: the plan with its next date, the last result to go on from, and what to compare it with.

use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::Checklist;
use crate::domain::history::{CaseFolding, Completion, Entry, Group, groups};
use crate::domain::plan::{Chosen, Plan, PlanDay, Status};

/// A plan and what comes next in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanAhead {
    /// The assessment that it belongs to.
    pub id: AssessmentId,
    /// The organisation or team, may be empty.
    pub name: String,
    /// The area, and its levels when it was chosen.
    pub chosen: Chosen,
    /// Whether the area still applies.
    pub applies: bool,
    /// The plan.
    pub plan: Plan,
    /// Its next date, if it waits for any.
    pub next: Option<(PlanDay, Day)>,
}

/// What one organisation or team comes back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returning {
    /// Its name, may be empty.
    pub name: String,
    /// Its latest plan.
    pub plan: Option<PlanAhead>,
    /// Its latest finished assessment.
    pub last: Entry,
    /// When to assess again.
    pub again: Option<Day>,
    /// The finished one before.
    pub before: Option<Entry>,
    /// How many it has, those that are not finished as well.
    pub count: usize,
    /// What other organisations and teams have planned, those with the nearest date first.
    pub others: Vec<PlanAhead>,
}

/// What there is to come back to; nothing before anything is finished. Of several organisations it is the one whose plan has a date
/// that comes next, else the one that was assessed last.
///
/// `day_of` tells the day of a moment on the person's own calendar.
#[must_use]
pub fn returning(
    checklist: &Checklist,
    assessments: &[&Assessment],
    today: Day,
    day_of: &dyn Fn(Moment) -> Day,
    folding: CaseFolding,
) -> Option<Returning> {
    let groups = groups(checklist, assessments.iter().copied(), day_of, folding);
    let find = |id: AssessmentId| assessments.iter().find(|one| one.id == id);
    let plan = |group: &Group| {
        let newest_first = group.entries.iter().rev();
        let mut plans = newest_first.filter_map(|entry| ahead(checklist, group, find(entry.id)?, today));
        plans.next()
    };
    let finished = |group: &Group| {
        let done = |entry: &&Entry| entry.completion == Completion::Finished;
        group
            .entries
            .iter()
            .rev()
            .filter(done)
            .take(2)
            .cloned()
            .collect::<Vec<_>>()
    };
    let mut standing = Vec::<Standing>::with_capacity(groups.len());
    for group in &groups {
        let (plan, finished) = (plan(group), finished(group));
        let next = plan.as_ref().and_then(|plan: &PlanAhead| plan.next);
        let rank = (finished.is_empty(), rank(next, today));
        // Without a date they stay in the order of the groups, the newest first.
        let place = standing.partition_point(|(known, ..)| *known <= rank);
        standing.insert(place, (rank, group, plan, finished));
    }
    let mut standing = standing.into_iter();
    let (_, group, plan, finished) = standing.next()?;
    let mut finished = finished.into_iter();
    let last = finished.next()?;
    let others = standing.filter_map(|(_, _, plan, _)| plan.filter(|plan| plan.next.is_some()));
    Some(Returning {
        name: group.name.clone(),
        plan,
        again: find(last.id).and_then(|one| one.again(last.day)),
        last,
        before: finished.next(),
        count: group.entries.len(),
        others: others.collect(),
    })
}

/// A group with its rank, its plan, and its last two finished assessments, the later one first.
type Standing<'a> = ((bool, (u8, i64)), &'a Group, Option<PlanAhead>, Vec<Entry>);

/// How long a date that has passed still comes first.
const STILL_DUE: i64 = 56;

/// What is due, then what comes, the nearest first, then what has no date or one long past.
fn rank(next: Option<(PlanDay, Day)>, today: Day) -> (u8, i64) {
    match next.map(|(_, day)| day.days() - today.days()) {
        Some(days) if days >= -STILL_DUE => (0, days),
        _ => (1, 0),
    }
}

fn ahead(checklist: &Checklist, group: &Group, assessment: &Assessment, today: Day) -> Option<PlanAhead> {
    let plan = &assessment.plan;
    let chosen = plan.chosen.value?;
    Some(PlanAhead {
        id: assessment.id,
        name: group.name.clone(),
        chosen,
        applies: assessment.applies(checklist, chosen.area),
        next: plan.next(today),
        plan: plan.clone(),
    })
}

/// How a plan without a next date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// It has no dates yet.
    Undated,
    /// It is over.
    Over,
    /// It was given up.
    Dropped,
}

impl PlanAhead {
    /// How it stands where no date comes next.
    #[must_use]
    pub const fn rest(&self) -> Rest {
        match self.plan.status.value {
            Status::Done => Rest::Over,
            Status::Dropped => Rest::Dropped,
            Status::Planned | Status::Running => Rest::Undated,
        }
    }
}
