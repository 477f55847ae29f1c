//! The browser as the store sees it.

use super::language::Language;
use super::storage::Records;
use super::{download, sharing, window};
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::platform::{Formatting, Platform};
use crate::app::update::Inputs;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Moment;
use crate::domain::record::Key;
use std::rc::Rc;

/// Clock, randomness, storage and page of this window.
pub struct Browser(pub Rc<Records>);

impl Platform for Browser {
    fn inputs(&self) -> Inputs {
        Inputs {
            now: now(),
            fresh: AssessmentId(u64::from_le_bytes(random())),
            today: window::today(),
            dice: random(),
        }
    }

    fn changed_elsewhere(&self, key: &Key) -> Option<String> {
        self.0.changed(key)
    }

    fn has(&self, key: &Key) -> bool {
        self.0.stored(key).is_some()
    }

    fn perform(&self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::Write(key, text) => {
                let result = self.0.write(&key, text);
                return Some(Action::Wrote(key, result));
            }
            Effect::Quarantine { from, to, text } => {
                if self.0.write(&to, text).is_ok() {
                    self.0.remove(&from);
                }
            }
            Effect::Remove(key) => self.0.remove(&key),
            Effect::Replace(route) => sharing::replace(&route.to_string()),
            Effect::Paint(theme) => window::paint(theme),
            Effect::Download { name, text } => download::hand_over(&name, &text),
        }
        None
    }

    fn formatting(&self, language: &str) -> Rc<dyn Formatting> {
        Rc::new(Language::new(language))
    }

    fn minutes_ahead(&self, moment: Moment) -> i32 {
        window::minutes_ahead(moment)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds since 1970"
)]
fn now() -> Moment {
    Moment(js_sys::Date::now() as u64)
}

/// Secure where the browser offers it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a random number from 0 to 1 times 256"
)]
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if !matches!(drawn, Some(Ok(_))) {
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}
