//! From a result to a plan: what a click at one of the doors means, and the dates as a file.
//!
//! Asked by the screen before it dispatches, so that [`super::update`] needs neither the score nor the calendar file and the first
//! load goes without both.

use super::action::{Action, Copied, Edit};
use super::pack::Pack;
use super::text::Text;
use super::update::Dice;
use super::words::AreaWord;
use crate::domain::calendar::{Day, Moment};
use crate::domain::doors::{Door, by_chance, candidates};
use crate::domain::ics::{Entry, calendar};
use crate::domain::plan::{Chosen, Plan, PlanDay, PlanText};
use crate::domain::question::AreaId;
use crate::domain::score::Scorecard;
use std::rc::Rc;

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

/// The experiment after a suggestion was taken: it takes the place of nothing or of another suggestion, and follows own words.
#[must_use]
pub fn taken(written: &str, suggestion: &str, all: &[Rc<str>]) -> String {
    let own = !written.trim().is_empty() && all.iter().all(|other| **other != *written);
    if !own {
        suggestion.to_owned()
    } else if written.contains(suggestion) {
        written.to_owned()
    } else {
        [written.trim_end(), suggestion].join("\n\n")
    }
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

/// What a calendar shows for a plan for an area: what is written there, under its name, as far as it is written.
#[must_use]
pub fn calendar_words(pack: &Pack, plan: &Plan, area: AreaId) -> CalendarWords {
    let name = pack.words.area(area, AreaWord::Name);
    let line = |which: PlanText| {
        let text = plan.text(which).value.trim();
        (!text.is_empty()).then(|| [&*pack.texts.get(text_name(which)), ": ", text].concat())
    };
    let lines = [PlanText::Experiment, PlanText::Counted, PlanText::Owner].map(line);
    let fill = |text| pack.texts.fill(text, &[("area", &*name)]);
    CalendarWords {
        stop: fill(Text::PlanCalendarStop),
        review: fill(Text::PlanCalendarReview),
        description: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
    }
}

/// What a text of a plan is called.
#[must_use]
pub const fn text_name(text: PlanText) -> Text {
    match text {
        PlanText::Experiment => Text::PlanExperiment,
        PlanText::Counted => Text::PlanCounted,
        PlanText::Owner => Text::PlanOwner,
        PlanText::Learned => Text::PlanLearned,
    }
}

/// The stop and the review as a calendar file, those that have a date. The id is that of the assessment or the workshop, so that a
/// second download moves the first one's entries.
#[must_use]
pub fn calendar_file(id: &str, plan: &Plan, words: &CalendarWords, now: Moment) -> Action {
    let entry = |which: PlanDay, summary| {
        let day = plan.day(which);
        Some(Entry {
            uid: [id, "-", which.name(), "@oxymoron"].concat(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_are_never_lost() {
        let all = ["Try a.", "Try b."].map(Rc::from);
        let check = |written: &str, expected: &str| assert_eq!(taken(written, "Try a.", &all), expected);
        check("", "Try a.");
        check(" \n", "Try a.");
        check("Try b.", "Try a.");
        check("Try a.", "Try a.");
        check("Mine\n", "Mine\n\nTry a.");
        check("Try b. And c.", "Try b. And c.\n\nTry a.");
        check("Mine\n\nTry a.", "Mine\n\nTry a.");
    }
}
