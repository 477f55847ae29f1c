//! Real clicks, and what the main thread did for them.

use crate::{harness::Browser, trace::Trace};
use anyhow::Result;
use serde_json::json;

const FRAMES: &str = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => \
                      setTimeout(done, 100))))";

/// What was recorded since the last call.
pub async fn trace(browser: &Browser) -> Result<Trace> {
    Ok(Trace::new(browser.recorded().await?))
}

/// A click as from a mouse that is already there, and time for its frames.
pub async fn click(browser: &Browser, css: &str) -> Result<()> {
    let place = format!(
        "(() => {{ const found = document.querySelector({}); const box = found.closest('label') ?? found; \
         box.scrollIntoView({{ block: 'center', behavior: 'instant' }}); const at = box.getBoundingClientRect(); \
         return [at.x + at.width / 2, at.y + at.height / 2]; }})()",
        json!(css)
    );
    browser.wait_for(css).await?;
    let [x, y]: [f64; 2] = serde_json::from_value(browser.eval(&place).await?)?;
    browser.eval(FRAMES).await?;
    for (kind, button) in [
        ("mouseMoved", "none"),
        ("mousePressed", "left"),
        ("mouseReleased", "left"),
    ] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": u8::from(button == "left") });
        browser.cdp("Input.dispatchMouseEvent", event).await?;
        browser.eval(FRAMES).await?;
    }
    Ok(())
}
