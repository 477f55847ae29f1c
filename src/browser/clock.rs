//! Seconds that pass, and a soft sound when they are over.

use crate::domain::calendar::Moment;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AudioContext, OscillatorType};

/// Calls once a second until it is dropped.
pub struct Ticking {
    id: Option<i32>,
    _tick: Closure<dyn FnMut()>,
}

impl Ticking {
    /// Starts.
    #[must_use]
    pub fn every_second(tick: impl FnMut() + 'static) -> Self {
        let tick = Closure::new(tick);
        let window = web_sys::window();
        let id = window.and_then(|window| {
            let call = tick.as_ref().unchecked_ref();
            window
                .set_interval_with_callback_and_timeout_and_arguments_0(call, 1000)
                .ok()
        });
        Self { id, _tick: tick }
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.id) {
            window.clear_interval_with_handle(id);
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

/// A soft tone of a second that swells and fades. A browser that plays nothing without being touched first stays silent.
pub fn chime() {
    let _silent = play();
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
