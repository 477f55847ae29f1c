//! From a result to a plan: what a click at one of the doors means, and the dates as a file.
//!
//! Asked by the screen before it dispatches, so that [`super::update`] needs neither the score nor the calendar file and the first
//! load goes without both.

use super::action::{Action, Copied, Edit};
use super::pack::Pack;
use super::text::Text;
use super::update::Dice;
use super::words::AreaWord;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::{Day, Moment};
use crate::domain::doors::{Door, by_chance, candidates};
use crate::domain::ics::{Entry, calendar};
use crate::domain::plan::{Chosen, Plan, PlanDay, PlanText};
use crate::domain::question::AreaId;
use crate::domain::score::Scorecard;

/// The choice of an area at the level that it has now; none if the area does not apply.
#[must_use]
pub fn choose(card: &Scorecard, area: AreaId, door: Door) -> Option<Edit> {
    let result = card.areas.iter().find(|result| result.area == area);
    let applies = candidates(card).contains(&area);
    applies.then(|| Edit::ChoseArea(Chosen::new(area, door, result)))
}

/// What chance chooses, with equal chances for all areas that apply.
#[must_use]
pub fn let_chance_choose(card: &Scorecard, dice: &Dice) -> Option<Edit> {
    choose(card, by_chance(&candidates(card), dice)?, Door::Chance)
}

/// The dates that are offered for those that are missing; dates that somebody has set stay as they are.
pub fn offered_days(plan: &Plan, today: Day) -> impl Iterator<Item = Edit> {
    let offered = plan.offered(today).into_iter();
    offered.map(|(which, day)| Edit::SetPlanDay(which, Some(day)))
}

/// What a calendar shows for a plan, in the person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarWords {
    /// The line on the day when the experiment stops.
    pub stop: String,
    /// The line on the day of the review.
    pub review: String,
    /// What opens behind either.
    pub description: String,
}

impl CalendarWords {
    /// What is written in a plan for an area, under its names, as far as it is written.
    #[must_use]
    pub fn of(pack: &Pack, plan: &Plan, area: AreaId) -> Self {
        let name = pack.words.area(area, AreaWord::Name);
        let line = |term: Text, which: PlanText| {
            let text = plan.text(which).value.trim();
            (!text.is_empty()).then(|| [&*pack.texts.get(term), ": ", text].concat())
        };
        let lines = [
            line(Text::PlanExperiment, PlanText::Experiment),
            line(Text::PlanCounted, PlanText::Counted),
            line(Text::PlanOwner, PlanText::Owner),
        ];
        let fill = |text| pack.texts.fill(text, &[("area", &*name)]);
        Self {
            stop: fill(Text::PlanCalendarStop),
            review: fill(Text::PlanCalendarReview),
            description: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        }
    }
}

/// The stop and the review of an assessment's plan as a calendar file, those that have a date.
#[must_use]
pub fn calendar_file(assessment: &Assessment, words: &CalendarWords, now: Moment) -> Action {
    calendar_of(&assessment.id.to_string(), &assessment.plan, words, now)
}

/// The same of any plan, under a name that no other plan has.
#[must_use]
pub fn calendar_of(name: &str, plan: &Plan, words: &CalendarWords, now: Moment) -> Action {
    let entry = |which: PlanDay, summary| {
        let day = plan.day(which);
        Some(Entry {
            uid: [name, "-", which.name(), "@oxymoron"].concat(),
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
    Action::TookOut {
        name: "oxymoron-plan.ics".to_owned(),
        text: calendar(now, &entries),
        copy: Copied::Nothing,
    }
}
