//! Which build this page is, and whether it came from a host.

use super::page::document;

/// What the build has written into the page about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Build {
    /// As in `Cargo.toml`.
    pub version: String,
    /// The SHA-256 over the list of its parts, 64 digits.
    pub parts: String,
}

/// Which build this page is; nothing natively.
#[must_use]
pub fn build() -> Option<Build> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let root = document()?.document_element()?;
    Some(Build {
        version: root.get_attribute("data-version")?,
        parts: root.get_attribute("data-parts")?,
    })
}

/// Whether this page is the app in one file: its parts then stand in it. Never natively.
#[must_use]
pub fn is_one_file() -> bool {
    cfg!(target_arch = "wasm32")
        && document().is_some_and(|page| page.get_element_by_id("scan-worker").is_some())
}

/// Whether this page was opened as a file: its address then leads nobody else to it. Never natively.
#[must_use]
pub fn is_a_file() -> bool {
    if !cfg!(target_arch = "wasm32") {
        return false;
    }
    let protocol = web_sys::window().and_then(|window| window.location().protocol().ok());
    protocol.is_some_and(|protocol| protocol == "file:")
}
