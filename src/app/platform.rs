//! What the application needs of the world outside; the browser, or a stand-in.

use super::action::Action;
use super::effect::Effect;
use super::text::PluralRule;
use super::update::Inputs;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::{Day, Moment};
use crate::domain::record::Key;

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

    /// How a language counts.
    fn plurals(&self, _language: &str) -> PluralRule {
        PluralRule::default()
    }

    /// Several names in a row, in a language.
    fn list(&self, _language: &str, names: &[String]) -> String {
        names.join(", ")
    }

    /// A moment in a language.
    fn date(&self, language: &str, moment: Moment) -> String;

    /// The time of a moment in a language, as the person's clock shows it.
    fn time(&self, _language: &str, moment: Moment) -> String {
        let minutes = self.minutes_of(moment);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// Minutes since midnight on the person's own clock.
    fn minutes_of(&self, moment: Moment) -> u64 {
        let ahead = i64::from(self.minutes_ahead(moment)) * 60_000;
        moment.0.saturating_add_signed(ahead) / 60_000 % 1_440
    }

    /// A day in a language.
    fn day(&self, language: &str, day: Day) -> String;

    /// How many minutes the person's clock is ahead of UTC at a moment.
    fn minutes_ahead(&self, moment: Moment) -> i32;
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

    fn date(&self, _language: &str, _moment: Moment) -> String {
        String::new()
    }

    fn day(&self, _language: &str, day: Day) -> String {
        day.to_string()
    }

    fn minutes_ahead(&self, _moment: Moment) -> i32 {
        self.minutes_ahead
    }
}
