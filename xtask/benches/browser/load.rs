//! One load of a page, with a tap as soon as its first question is there, and what kept the page from answering.

use crate::{
    harness::{Browser, Profile},
    phone::{Pace, slow_network},
    site::Site,
};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

const PROBE: &str = include_str!("pages/probe.js");
/// Longer tasks make a tap wait noticeably; what is above counts as blocking.
const LONG: f64 = 50.0;

/// What the probe saw of one load; milliseconds since the navigation began.
#[derive(Debug, Clone, Deserialize)]
pub struct Load {
    pub shown: Option<f64>,
    pub taps: Vec<(f64, String)>,
    pub stored: Option<f64>,
    pub alive: Option<f64>,
    pub held: bool,
    long: Vec<(f64, f64)>,
    scripts: Vec<Script>,
}

#[derive(Debug, Clone, Deserialize)]
struct Script {
    start: f64,
    duration: f64,
    forced: f64,
    invoker: String,
    source: String,
    name: String,
}

impl Load {
    /// What of its long tasks is above 50 ms, from the first question on screen on.
    pub fn blocking(&self) -> f64 {
        let from = self.shown.unwrap_or_default();
        let tasks = self.long.iter();
        tasks
            .map(|(start, duration)| (start + duration - start.max(from) - LONG).max(0.0))
            .sum()
    }

    pub fn longest(&self) -> Vec<String> {
        let from = self.shown.unwrap_or_default();
        let mut tasks: Vec<_> = self
            .long
            .iter()
            .filter(|(start, duration)| start + duration > from)
            .collect();
        tasks.sort_by(|a, b| b.1.total_cmp(&a.1));
        let line = |(start, duration): &(f64, f64)| {
            let within = |script: &&Script| script.start >= start - 1.0 && script.start < start + duration;
            let scripts: Vec<String> = self.scripts.iter().filter(within).map(Script::line).collect();
            let scripts = if scripts.is_empty() {
                "no script: parsing, style, layout or compilation".to_owned()
            } else {
                scripts.join("; ")
            };
            format!("{duration:>5.0} ms at {start:.0} ms: {scripts}")
        };
        tasks.into_iter().take(5).map(line).collect()
    }
}

impl Script {
    fn line(&self) -> String {
        let file = self.source.rsplit('/').next().filter(|file| !file.is_empty());
        let mut what = vec![self.invoker.as_str()];
        what.extend(Some(self.name.as_str()).filter(|name| !name.is_empty()));
        what.extend(file.filter(|file| !self.invoker.ends_with(file)));
        let forced = if self.forced >= 1.0 {
            format!(", {:.0} ms of it forced layout", self.forced)
        } else {
            String::new()
        };
        format!("{:.0} ms {}{forced}", self.duration, what.join(" "))
    }
}

/// Loads `url` on a fresh phone over the slow network, tapping as told.
pub async fn load(site: &Site, url: &str, options: Value) -> Result<Load> {
    let browser = Pace::Phone.start(Profile::new()?, site).await?;
    slow_network(&browser).await?;
    load_in(&browser, url, options).await
}

/// Loads `url`, tapping as told.
pub async fn load_in(browser: &Browser, url: &str, options: Value) -> Result<Load> {
    let probe = PROBE.replace("OPTIONS", &options.to_string());
    browser.before_load(&format!("(() => {{ {probe} }})();")).await?;
    browser.open_url(url).await?;
    let seen = browser.eval("window.measured").await?;
    serde_json::from_value(seen).context("the probe told something else than expected")
}
