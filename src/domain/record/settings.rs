//! What this device prefers, apart from any assessment.

use super::fields::{Fields, Form, fields};
use super::json::{Value, number, quote, required};
use super::{ReadError, begin, open, parse};

const SCHEMA: u64 = 1;
const KIND: &str = "settings";
const ID: &str = "device";

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in the page's `data-theme` attribute.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Whether the digit keys choose an answer while no text is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DigitKeys {
    /// 1 to 5 and 0 choose.
    #[default]
    On,
    /// Only the arrow keys choose.
    Off,
}

impl DigitKeys {
    const ALL: [Self; 2] = [Self::On, Self::Off];

    const fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
        }
    }
}

/// The settings of this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// Digit keys.
    pub digit_keys: DigitKeys,
}

impl Settings {
    /// What holds before anything was chosen.
    pub const DEFAULT: Self = Self {
        theme: Theme::System,
        digit_keys: DigitKeys::On,
    };
}

fields! {
    Settings {
        "theme": NameOrDefault => theme;
        "digit_keys": NameOrDefault => digit_keys;
    }
}

/// A name in quotes; what is missing was not there to be chosen yet.
struct NameOrDefault;

impl Form<Theme> for NameOrDefault {
    const MAY_BE_MISSING: bool = true;

    fn write(theme: &Theme, out: &mut String) {
        quote(out, theme.name());
    }

    fn read(value: Value<'_, '_>, place: &mut Theme) -> Option<()> {
        let name = value.to_unquoted_string_str().ok()?;
        *place = Theme::ALL.into_iter().find(|theme| theme.name() == name)?;
        Some(())
    }
}

impl Form<DigitKeys> for NameOrDefault {
    const MAY_BE_MISSING: bool = true;

    fn write(keys: &DigitKeys, out: &mut String) {
        quote(out, keys.name());
    }

    fn read(value: Value<'_, '_>, place: &mut DigitKeys) -> Option<()> {
        let name = value.to_unquoted_string_str().ok()?;
        *place = DigitKeys::ALL.into_iter().find(|keys| keys.name() == name)?;
        Some(())
    }
}

/// Writes the settings' record.
#[must_use]
pub fn write_settings(settings: Settings) -> String {
    let mut out = begin(KIND, ID, SCHEMA, 0);
    settings.push(&mut out);
    out.push_str("}}");
    out
}

/// Reads the settings' record.
///
/// # Errors
/// [`ReadError`] for anything but a settings record of this version or an older one.
pub fn read_settings(text: &str) -> Result<Settings, ReadError> {
    let parsed = parse(text)?;
    let record = parsed.value();
    let body = open(record, KIND, ID, SCHEMA)?;
    number::<u32>(required(record, "revision")?).ok_or(ReadError::Damaged)?;
    let mut settings = Settings::DEFAULT;
    settings.fill(body).ok_or(ReadError::Damaged)?;
    Ok(settings)
}
