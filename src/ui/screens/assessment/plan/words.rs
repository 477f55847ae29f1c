//! What the form and the sheet of paper call things.

use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::plan::{Chosen, PlanDay, Status};
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// "From level 2, Now and then, to level 3, Set up"; of an area that has been said since not to apply, that.
pub(super) fn climb(store: &Store, chosen: Chosen, applies: bool) -> AttrValue {
    let words = &store.pack.words;
    if !applies {
        return store.text(Text::PlanAppliesNot);
    }
    let Some(from) = chosen.from else {
        return store.text(Text::PlanClimbUnknown);
    };
    let (from_number, from_word) = (from.number().to_string(), words.level(from));
    let mut values = vec![("from", &*from_number), ("from_word", &*from_word)];
    let Some(to) = chosen.to else {
        return store.fill(Text::PlanClimbTop, &values);
    };
    let (to_number, to_word) = (to.number().to_string(), words.level(to));
    values.extend([("to", &*to_number), ("to_word", &*to_word)]);
    store.fill(Text::PlanClimb, &values)
}

/// What the next level looks like, and the step there that the result gave; nothing at the top and without a level.
pub(super) fn towards(store: &Store, chosen: Chosen, applies: bool) -> Html {
    let Some((from, to)) = chosen.from.zip(chosen.to).filter(|_| applies) else {
        return Html::default();
    };
    let words = &store.pack.words;
    let next = store.fill(Text::ResultsNextLevel, &[("level", &words.level(to))]);
    html! {
        <dl class="plan-towards">
            <div><dt>{ next }</dt><dd>{ AttrValue::from(words.area(chosen.area, AreaWord::Looks(to))) }</dd></div>
            <div>
                <dt>{ store.text(Text::ResultsStep) }</dt>
                <dd>{ AttrValue::from(words.area(chosen.area, AreaWord::Next(from))) }</dd>
            </div>
        </dl>
    }
}

pub(super) const fn status_name(status: Status) -> Text {
    match status {
        Status::Planned => Text::PlanPlanned,
        Status::Running => Text::PlanRunning,
        Status::Done => Text::PlanDone,
        Status::Dropped => Text::PlanDropped,
    }
}

pub(super) const fn day_name(day: PlanDay) -> Text {
    match day {
        PlanDay::Start => Text::PlanStart,
        PlanDay::Stop => Text::PlanStop,
        PlanDay::Review => Text::PlanReview,
    }
}
