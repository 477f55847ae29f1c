//! What this device prefers, apart from any assessment.

use super::{Envelope, ReadError, check_header};
use serde::{Deserialize, Serialize};

const SCHEMA: u16 = 1;
const KIND: &str = "settings";
const ID: &str = "device";

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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

/// The settings of this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// The colours.
    #[serde(default)]
    pub theme: Theme,
}

/// Writes the settings' record.
#[must_use]
pub fn write_settings(settings: Settings) -> String {
    let envelope = Envelope {
        schema: SCHEMA,
        kind: KIND.to_owned(),
        id: ID.to_owned(),
        revision: 0,
        body: settings,
    };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// Reads the settings' record.
///
/// # Errors
/// [`ReadError`] for anything but a settings record of this version or an older one.
pub fn read_settings(text: &str) -> Result<Settings, ReadError> {
    check_header(text, KIND, ID, SCHEMA)?;
    let envelope: Envelope<Settings> = serde_json::from_str(text).map_err(|_| ReadError::Damaged)?;
    Ok(envelope.body)
}
