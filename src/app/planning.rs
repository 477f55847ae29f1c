//! What choosing an area and planning do to an assessment.

use super::action::CalendarWords;
use super::effect::Effect;
use super::update::Surroundings;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::doors::{Door, by_chance, candidates};
use crate::domain::ics::{Entry, calendar};
use crate::domain::plan::{Chosen, PlanDay};
use crate::domain::question::AreaId;
use crate::domain::score::{Scorecard, score};
use crate::domain::stamp::Stamped;

fn card(assessment: &Assessment, checklist: &Checklist) -> Scorecard {
    score(checklist, &assessment.given(), assessment.depth.value)
}

/// An area that applies becomes the chosen one, at the level it has now; any other stays out.
pub(super) fn choose(
    assessment: &mut Assessment,
    checklist: &Checklist,
    area: AreaId,
    door: Door,
    now: Moment,
) {
    let card = card(assessment, checklist);
    if candidates(&card).contains(&area) {
        let result = card.areas.iter().find(|result| result.area == area);
        let chosen = Chosen::new(area, door, result);
        let revision = assessment.edit(now);
        assessment.plan.chosen = Stamped::new(Some(chosen), revision);
    }
}

pub(super) fn let_chance_choose(assessment: &mut Assessment, checklist: &Checklist, around: Surroundings) {
    let drawn = by_chance(&candidates(&card(assessment, checklist)), &around.dice);
    if let Some(area) = drawn {
        choose(assessment, checklist, area, Door::Chance, around.now);
    }
}

/// Dates that somebody has set stay as they are.
pub(super) fn take_offered_days(assessment: &mut Assessment, around: Surroundings) {
    let offered = assessment.plan.offered(around.today);
    if offered.is_empty() {
        return;
    }
    let revision = assessment.edit(around.now);
    for (which, day) in offered {
        *assessment.plan.day_mut(which) = Stamped::new(Some(day), revision);
    }
}

/// The stop and the review as a calendar file, those that have a date.
pub(super) fn calendar_file(assessment: &Assessment, words: &CalendarWords, now: Moment) -> Effect {
    let entry = |which: PlanDay, summary| {
        let day = assessment.plan.day(which);
        Some(Entry {
            uid: [&*assessment.id.to_string(), "-", which.name(), "@oxymoron"].concat(),
            sequence: day.revision.0,
            day: day.value?,
            summary,
            description: &words.description,
        })
    };
    let entries = [
        entry(PlanDay::Stop, &*words.stop),
        entry(PlanDay::Review, &words.review),
    ];
    let entries: Vec<_> = entries.into_iter().flatten().collect();
    Effect::Download {
        name: "oxymoron-plan.ics".to_owned(),
        text: calendar(now, &entries),
    }
}
