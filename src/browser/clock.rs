//! Seconds that pass, and a soft sound when they are over.

use super::js::{call, make, method, property};
use crate::domain::calendar::Moment;
use gloo::timers::callback::Interval;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

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

/// Everything by its name: each call that `web_sys` knows would stand in the script that everybody loads first.
fn play() -> Option<()> {
    let context = make("AudioContext", &Array::new())?;
    let nothing = JsValue::UNDEFINED;
    let (tone, loudness) = (
        call(&context, "createOscillator", &nothing)?,
        call(&context, "createGain", &nothing)?,
    );
    Reflect::set(&property(&tone, "frequency"), &"value".into(), &528.0.into()).ok()?;
    let (start, gain) = (
        property(&context, "currentTime").as_f64()?,
        property(&loudness, "gain"),
    );
    for (change, loudness, after) in [
        ("setValueAtTime", 0.0001, 0.0),
        ("exponentialRampToValueAtTime", 0.15, 0.08),
        ("exponentialRampToValueAtTime", 0.0001, 1.0),
    ] {
        let (loudness, at) = (JsValue::from(loudness), JsValue::from(start + after));
        method(&gain, change)?.call2(&gain, &loudness, &at).ok()?;
    }
    call(&tone, "connect", &loudness)?;
    call(&loudness, "connect", &property(&context, "destination"))?;
    call(&tone, "start", &start.into())?;
    call(&tone, "stop", &(start + 1.0).into()).map(drop)
}

/// Random bytes fit for a key; none where the browser has no secure source.
#[must_use]
pub fn entropy() -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
