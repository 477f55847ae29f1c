//! Seconds that pass, and a soft sound when they are over.

use super::js::property;
use crate::domain::calendar::Moment;
use gloo::timers::callback::Interval;
use web_sys::{AudioContext, OscillatorType};

/// Calls once a second until it is dropped.
pub struct Ticking {
    _timer: Interval,
}

impl Ticking {
    /// Starts.
    #[must_use]
    pub fn every_second(tick: impl FnMut() + 'static) -> Self {
        Self {
            _timer: Interval::new(1000, tick),
        }
    }
}

/// The moment.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds since 1970"
)]
#[must_use]
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as u64)
}

/// A soft tone of a second that swells and fades. A page that nobody has touched stays silent: browsers play nothing there, and some complain.
pub fn chime() {
    if was_touched() != Some(false) {
        let _silent = play();
    }
}

/// Whether somebody has pressed anything here; none where the browser does not say.
fn was_touched() -> Option<bool> {
    let activation = property(&web_sys::window()?.navigator(), "userActivation");
    property(&activation, "hasBeenActive").as_bool()
}

fn play() -> Result<(), wasm_bindgen::JsValue> {
    let context = AudioContext::new()?;
    let (tone, loudness) = (context.create_oscillator()?, context.create_gain()?);
    tone.set_type(OscillatorType::Sine);
    tone.frequency().set_value(528.0);
    let (start, gain) = (context.current_time(), loudness.gain());
    gain.set_value_at_time(0.0001, start)?;
    gain.exponential_ramp_to_value_at_time(0.15, start + 0.08)?;
    gain.exponential_ramp_to_value_at_time(0.0001, start + 1.0)?;
    tone.connect_with_audio_node(&loudness)?;
    loudness.connect_with_audio_node(&context.destination())?;
    tone.start()?;
    tone.stop_with_when(start + 1.0)
}

/// Random bytes fit for a key; none where the browser has no secure source.
#[must_use]
pub fn entropy() -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
