//! What the application needs of the world outside; the browser, or a stand-in.

use super::action::Action;
use super::effect::Effect;
use super::text::PluralRule;
use super::update::Inputs;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::{Day, Moment};
use crate::domain::record::Key;
use std::rc::Rc;

/// The way out of the store.
pub trait Platform {
    /// The clock, the day, and randomness.
    fn inputs(&self) -> Inputs;

    /// A stored text that is not the one this window knows of.
    fn changed_elsewhere(&self, key: &Key) -> Option<String>;

    /// Whether anything stands under a key.
    fn has(&self, key: &Key) -> bool;

    /// Carries an effect out; a write reports back.
    fn perform(&self, effect: Effect) -> Option<Action>;

    /// What writes numbers, names and days in a language.
    fn formatting(&self, language: &str) -> Rc<dyn Formatting>;

    /// How many minutes the person's clock is ahead of UTC at a moment.
    fn minutes_ahead(&self, moment: Moment) -> i32;
}

/// Days, times and names in one language.
pub trait Formatting {
    /// How the language counts.
    fn plurals(&self) -> PluralRule {
        PluralRule::default()
    }

    /// Several names in a row.
    fn list(&self, names: &[String]) -> String {
        names.join(", ")
    }

    /// A moment as a date where the person is.
    fn date(&self, moment: Moment) -> String;

    /// The time of a moment, as the person's clock shows it.
    fn time(&self, moment: Moment) -> String;

    /// A day.
    fn day(&self, day: Day) -> String;
}

/// Nothing outside but a clock: prerendering.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoPlatform {
    /// Now.
    pub now: Moment,
    /// How far the clock on the wall is ahead of UTC.
    pub minutes_ahead: i32,
}

impl Platform for NoPlatform {
    fn inputs(&self) -> Inputs {
        Inputs {
            now: self.now,
            fresh: AssessmentId(0),
            today: Day::of(self.now, self.minutes_ahead),
            dice: [0; 16],
        }
    }

    fn changed_elsewhere(&self, _key: &Key) -> Option<String> {
        None
    }

    fn has(&self, _key: &Key) -> bool {
        false
    }

    fn perform(&self, _effect: Effect) -> Option<Action> {
        None
    }

    fn formatting(&self, _language: &str) -> Rc<dyn Formatting> {
        Rc::new(*self)
    }

    fn minutes_ahead(&self, _moment: Moment) -> i32 {
        self.minutes_ahead
    }
}

impl Formatting for NoPlatform {
    fn date(&self, _moment: Moment) -> String {
        String::new()
    }

    fn time(&self, moment: Moment) -> String {
        let ahead = i64::from(self.minutes_ahead) * 60_000;
        let minutes = moment.0.saturating_add_signed(ahead) / 60_000 % 1_440;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    fn day(&self, day: Day) -> String {
        day.to_string()
    }
}
