//! What a plan asks for next, in one line.

use crate::app::pack::Pack;
use crate::app::text::{Text, Texts};
use crate::app::words::AreaWord;
use crate::domain::calendar::Day;
use crate::domain::plan::{Plan, PlanDay, Status};

/// The next day of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The test stops.
    Stop(Day),
    /// The area is looked at again.
    Review(Day),
    /// It should have been looked at again by now.
    Overdue(Day),
}

/// What comes next: the stop while it lies ahead, then the review. None without a choice or a date, and for a plan that was dropped.
#[must_use]
pub fn next(plan: &Plan, today: Day) -> Option<Next> {
    let status = plan.status.value;
    if plan.chosen.value.is_none() || status == Status::Dropped {
        return None;
    }
    let day = |which: PlanDay| plan.day(which).value;
    let ahead = |day: &Day| *day >= today;
    let stop = day(PlanDay::Stop)
        .filter(ahead)
        .filter(|_| status != Status::Done);
    let review = |day: Day| {
        if day >= today {
            Next::Review(day)
        } else {
            Next::Overdue(day)
        }
    };
    stop.map(Next::Stop).or_else(|| day(PlanDay::Review).map(review))
}

impl Next {
    /// Its day.
    #[must_use]
    pub const fn day(self) -> Day {
        match self {
            Self::Stop(day) | Self::Review(day) | Self::Overdue(day) => day,
        }
    }

    /// "Next: review on 18 January 2027", with the day as the person's language writes it.
    #[must_use]
    pub fn line(self, texts: &Texts, day: &str) -> String {
        let text = match self {
            Self::Stop(_) => Text::SheetStopOn,
            Self::Review(_) => Text::SheetReviewOn,
            Self::Overdue(_) => Text::SheetReviewWas,
        };
        texts.fill(text, &[("day", day)])
    }
}

/// The area, the owner and what comes next, as far as they are settled; none without an area. `write` is how the person's language
/// writes a day.
#[must_use]
pub fn in_short(pack: &Pack, plan: &Plan, today: Day, write: impl Fn(Day) -> String) -> Option<String> {
    let area = pack.words.area(plan.chosen.value?.area, AreaWord::Name);
    let owner = plan.owner.value.trim();
    let next = next(plan, today).map(|next| next.line(&pack.texts, &write(next.day())));
    let parts = [
        Some(area.to_string()),
        (!owner.is_empty()).then(|| owner.to_owned()),
        next,
    ];
    let parts: Vec<_> = parts.iter().flatten().map(|part| &**part).collect();
    Some(pack.row(&parts))
}
