//! What it is measured on, and how busy that is.

use crate::{harness::Browser, phone, site::Site};
use anyhow::{Context, Result};
use std::{fs, thread};

/// One line for the machine, one for how it was slowed down.
pub async fn describe(site: &Site) -> Result<[String; 2]> {
    let cores = thread::available_parallelism()?;
    let memory = proc("meminfo", "MemTotal:").map_or_else(String::new, |kilobytes| {
        format!(", {:.0} GB of memory", kilobytes / 1e6)
    });
    let slow_down = phone::measured_slow_down(site).await?;
    let browser = Browser::start().await?;
    let version = browser
        .client()
        .capabilities()
        .and_then(|found| found.get("browserVersion"));
    let version = version
        .and_then(|version| version.as_str())
        .context("Chromium tells no version")?;
    Ok([
        format!("{cores} cores{memory}; headless Chromium {version}; viewport 360 x 640"),
        format!(
            "slow: processor slowed down {:.0} times (measured: {slow_down:.1}), network {:.2} Mbit/s both ways, {:.0} ms for each request",
            phone::SLOW_DOWN,
            phone::BANDWIDTH / 1e6,
            phone::LATENCY,
        ),
    ])
}

/// How busy the machine was in the last minute: a load beyond its cores makes every figure worse than it is.
pub fn load() -> f64 {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().and_then(|load| load.parse().ok());
    load.unwrap_or(f64::NAN)
}

fn proc(file: &str, field: &str) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{file}")).ok()?;
    let line = text.lines().find(|line| line.starts_with(field))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
