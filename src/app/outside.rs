//! What the application needs of the world outside; the browser, or a stand-in.

use super::action::Action;
use super::effect::Effect;
use super::update::Surroundings;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::{Day, Moment};
use crate::domain::record::Key;

/// The way out of the store.
pub trait Outside {
    /// The clock, the day, and randomness.
    fn surroundings(&self) -> Surroundings;

    /// A stored text that is not the one this window knows of.
    fn changed_elsewhere(&self, key: &Key) -> Option<String>;

    /// Carries an effect out; a write reports back.
    fn perform(&self, effect: Effect) -> Option<Action>;

    /// A moment in the person's language.
    fn date(&self, moment: Moment) -> String;

    /// A day in the person's language.
    fn day(&self, day: Day) -> String;

    /// How many minutes the person's clock is ahead of UTC at a moment.
    fn minutes_ahead(&self, moment: Moment) -> i32;
}

/// Nothing outside: prerendering.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

impl Outside for Nowhere {
    fn surroundings(&self) -> Surroundings {
        Surroundings {
            now: Moment(0),
            fresh: AssessmentId(0),
            today: Day::EPOCH,
            dice: [0; 16],
        }
    }

    fn changed_elsewhere(&self, _key: &Key) -> Option<String> {
        None
    }

    fn perform(&self, _effect: Effect) -> Option<Action> {
        None
    }

    fn date(&self, _moment: Moment) -> String {
        String::new()
    }

    fn day(&self, day: Day) -> String {
        day.to_string()
    }

    fn minutes_ahead(&self, _moment: Moment) -> i32 {
        0
    }
}
