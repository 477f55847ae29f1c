//! Where this page is.

/// This page's address without a fragment; nothing natively.
#[must_use]
pub fn address() -> String {
    if !cfg!(target_arch = "wasm32") {
        return String::new();
    }
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}
