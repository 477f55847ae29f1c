//! The slow phone: a fresh browser with nothing in its cache, its processor and its network slowed down.

use crate::{
    harness::{Browser, Profile},
    site::Site,
};
use anyhow::Result;
use serde_json::json;

/// How many times slower the processor runs.
pub const SLOW_DOWN: f64 = 4.0;
/// Bits in a second, both ways.
pub const BANDWIDTH: f64 = 1_470_000.0;
/// Milliseconds that DevTools adds to each request.
pub const LATENCY: f64 = 562.0;
const LOOP: &str = "(() => { const start = performance.now(); let x = 0; for (let i = 0; i < 5e7; i++) x = (x * 31 + i) | 0; \
     return x === 7 ? 0 : performance.now() - start; })()";

/// How a run is made: on this machine as it is, and slowed down to the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    Desk,
    Phone,
}

impl Pace {
    /// A browser with a phone's viewport. Its tab is on an empty page of `site`, so that starting the tab's process is
    /// no part of what follows.
    pub async fn start(self, profile: Profile, site: &Site) -> Result<Browser> {
        let browser = Browser::start_on(profile).await?;
        browser.viewport(360, 640).await?;
        browser.open_url(&site.blank()).await?;
        if self == Self::Phone {
            browser.slow_cpu(SLOW_DOWN).await?;
        }
        Ok(browser)
    }
}

/// From now on, every request goes over the slow network.
pub async fn slow_network(browser: &Browser) -> Result<()> {
    browser.cdp("Network.enable", json!({})).await?;
    let conditions = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": BANDWIDTH / 8.0,
        "uploadThroughput": BANDWIDTH / 8.0,
    });
    browser
        .cdp("Network.emulateNetworkConditions", conditions)
        .await
        .map(drop)
}

/// How many times slower a page really runs once it has been navigated to.
pub async fn measured_slow_down(site: &Site) -> Result<f64> {
    let browser = Browser::start().await?;
    browser.open_url(&site.blank()).await?;
    // The first round is for the compiler.
    browser.eval(LOOP).await?;
    let full = browser.eval(LOOP).await?.as_f64().unwrap_or_default();
    browser.slow_cpu(SLOW_DOWN).await?;
    browser.open_url(&site.still()).await?;
    browser.eval(LOOP).await?;
    let slow = browser.eval(LOOP).await?.as_f64().unwrap_or_default();
    Ok(slow / full)
}
