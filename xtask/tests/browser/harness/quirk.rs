//! A setting that a person or an administrator has made in the browser before it starts.

use super::Profile;
use anyhow::Result;
use std::{fs, path::Path};

/// The file beside a profile that names the setting.
const FILE: &str = "quirk";

/// The setting. Which engine has which: where the engine is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quirk {
    /// No site may keep anything, cookies first.
    NoSiteData,
    /// There is no localStorage.
    NoStorage,
    /// A private window. WebKitGTK's driver knows no other.
    Private,
    /// WebAssembly is switched off.
    NoWebAssembly,
}

impl Quirk {
    const ALL: [(&str, Self); 4] = [
        ("no site data", Self::NoSiteData),
        ("no storage", Self::NoStorage),
        ("private", Self::Private),
        ("no WebAssembly", Self::NoWebAssembly),
    ];

    /// That of the profile below `home`.
    pub(super) fn of(home: &Path) -> Option<Self> {
        let name = fs::read_to_string(home.join(FILE)).ok()?;
        Self::ALL
            .into_iter()
            .find_map(|(known, quirk)| (known == name).then_some(quirk))
    }

    /// A profile that remembers nothing, of a browser with this setting.
    pub fn profile(self) -> Result<Profile> {
        let profile = Profile::new()?;
        if let Some((name, _)) = Self::ALL.into_iter().find(|(_, quirk)| *quirk == self) {
            fs::write(profile.0.path().join(FILE), name)?;
        }
        Ok(profile)
    }
}
