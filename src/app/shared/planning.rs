//! From a result to a plan: what a click at one of the doors means, and the dates as a file.
//!
//! Asked by the screen before it dispatches, so that [`crate::app::update`] needs neither the score nor the calendar file and the first
//! load goes without both.

use crate::app::action::{Action, Edit};
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::update::Dice;
use crate::app::words::AreaWord;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::{Day, Moment};
use crate::domain::doors::{Door, by_chance, candidates};
use crate::domain::ics::{Entry, calendar};
use crate::domain::plan::{Chosen, Plan, PlanDay, PlanText};
use crate::domain::question::AreaId;
use crate::domain::score::Scorecard;
use crate::domain::stamp::Stamped;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::rehearsal::Rehearsal;
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
    /// The line on the day to assess again.
    pub again: String,
    /// What opens behind each.
    pub description: String,
}

/// Whose plan it is, and what they believe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose<'a> {
    /// The team or the workshop, may be empty: it tells the entries of two plans for one area apart.
    pub name: &'a str,
    /// What a workshop expects of its experiment, may be empty.
    pub believed: &'a str,
    /// What marks a workshop that nobody took part in.
    pub rehearsal: Option<Rehearsal>,
}

impl<'a> Whose<'a> {
    /// The plan of an assessment.
    #[must_use]
    pub fn of_assessment(assessment: &'a Assessment) -> Self {
        Self {
            name: assessment.subject.value.trim(),
            believed: "",
            rehearsal: None,
        }
    }

    /// The plan of a workshop.
    #[must_use]
    pub fn of_workshop(workshop: &'a Workshop) -> Self {
        Self {
            name: workshop.settings.title.trim(),
            believed: workshop.hypothesis.trim(),
            rehearsal: workshop.rehearsal,
        }
    }
}

/// Which dates a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// All that are set.
    All,
    /// One of the plan.
    One(PlanDay),
    /// The day to assess again.
    Again,
}

impl Dates {
    /// In a file's name and in the names of entries.
    const fn name(self) -> &'static str {
        match self {
            Self::All => "plan",
            Self::One(which) => which.name(),
            Self::Again => "again",
        }
    }
}

/// What a calendar shows for a plan for an area: what is written there, under its name, as far as it is written.
#[must_use]
pub fn calendar_words(pack: &Pack, plan: &Plan, area: AreaId, whose: Whose) -> CalendarWords {
    let name = pack.words.area(area, AreaWord::Name);
    let line = |name: Text, text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| pack.texts.about(&pack.texts.get(name), text))
    };
    let written = [PlanText::Experiment, PlanText::Counted, PlanText::Owner];
    let written = written.map(|which| line(text_name(which), &plan.text(which).value));
    let lines = std::iter::once(line(Text::SheetHypothesis, whose.believed)).chain(written);
    let fill = |text| {
        let what = pack.texts.fill(text, &[("area", &*name)]);
        let mark = whose.rehearsal.map(|_| pack.texts.get(Text::RehearsalMark));
        let name = Some(whose.name).filter(|name| !name.is_empty());
        let parts: Vec<_> = mark.as_deref().into_iter().chain([&*what]).chain(name).collect();
        pack.row(&parts)
    };
    CalendarWords {
        stop: fill(Text::PlanCalendarStop),
        review: fill(Text::PlanCalendarReview),
        again: fill(Text::PlanCalendarAgain),
        description: lines.flatten().collect::<Vec<_>>().join("\n"),
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

/// The day to assess again, with the revision of the assessment: what the day follows from may have changed in any.
pub type Again = Stamped<Option<Day>>;

/// The stop and the review as a calendar file, and the day to assess again: those that have a date. The id is that of the assessment or
/// the workshop, so that a second download moves the first one's entries, and an entry keeps its name whichever others there are.
#[must_use]
pub fn calendar_file(
    id: &str,
    plan: &Plan,
    again: &Again,
    words: &CalendarWords,
    now: Moment,
    dates: Dates,
) -> Action {
    let entry = |name: &str, day: &Stamped<Option<Day>>, summary| {
        if dates != Dates::All && dates.name() != name {
            return None;
        }
        Some(Entry {
            uid: [id, "-", name, "@oxymoron"].concat(),
            sequence: day.revision.0,
            day: day.value?,
            summary,
            description: &words.description,
        })
    };
    let entries = [
        entry(PlanDay::Stop.name(), &plan.stop, &*words.stop),
        entry(PlanDay::Review.name(), &plan.review, &words.review),
        entry("again", again, &words.again),
    ];
    let entries: Vec<_> = entries.into_iter().flatten().collect();
    Action::Exported {
        name: ["oxymoron-", dates.name(), ".ics"].concat(),
        text: calendar(now, &entries),
        copy: None,
    }
}

/// The dates of a workshop's plan as a calendar file; none before an area is chosen.
#[must_use]
pub fn workshop_calendar(pack: &Pack, workshop: &Workshop, now: Moment, dates: Dates) -> Option<Action> {
    let plan = &workshop.plan;
    let whose = Whose::of_workshop(workshop);
    let words = calendar_words(pack, plan, plan.chosen.value?.area, whose);
    let id = workshop.id.to_string();
    Some(calendar_file(&id, plan, &Again::default(), &words, now, dates))
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
