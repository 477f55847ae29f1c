//! What the processes of a browser's pages take of the machine, by Linux's `/proc` and by their own account.

use crate::harness::Browser;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use std::fs;

/// Thread that slows the others down.
const THROTTLE: &str = "CPUThrottling";

/// Starts counting what [`processor`] tells of the page's own tasks.
pub async fn count_tasks(browser: &Browser) -> Result<()> {
    let domain = json!({ "timeDomain": "threadTicks" });
    browser.cdp("Performance.enable", domain).await.map(drop)
}

/// The processor time of all of them until now, in milliseconds: that of the tasks of the page's main thread, and that of all other
/// threads. A main thread that is slowed down uses the processor while it has nothing to do as well, which is left out.
pub async fn processor(browser: &Browser) -> Result<f64> {
    let mut nanoseconds = 0.0;
    for folder in folders(browser) {
        let main = folder.rsplit('/').next().unwrap_or_default();
        for thread in fs::read_dir(format!("{folder}/task"))? {
            let thread = thread?;
            let read = |file: &str| fs::read_to_string(thread.path().join(file)).unwrap_or_default();
            if thread.file_name() != main && !read("comm").starts_with(THROTTLE) {
                let stat = read("schedstat");
                let ran = stat.split(' ').next().and_then(|ran| ran.parse::<f64>().ok());
                nanoseconds += ran.unwrap_or_default();
            }
        }
    }
    let answer = browser.cdp("Performance.getMetrics", json!({})).await?;
    let metrics: Vec<Metric> = serde_json::from_value(answer.get("metrics").cloned().unwrap_or_default())?;
    let tasks = metrics.iter().find(|metric| metric.name == "TaskDuration");
    let seconds = tasks.map(|tasks| tasks.value);
    Ok(nanoseconds / 1e6 + seconds.context("no time of tasks")? * 1000.0)
}

#[derive(Deserialize)]
struct Metric {
    name: String,
    value: f64,
}

/// The memory of the largest of them, which has the page, in MB; what it shares with others counts in part.
pub fn memory(browser: &Browser) -> Result<f64> {
    let mut largest: f64 = 0.0;
    for folder in folders(browser) {
        let smaps = fs::read_to_string(format!("{folder}/smaps_rollup"))?;
        let line = smaps.lines().find_map(|line| line.strip_prefix("Pss:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        largest = largest.max(kilobytes.context("no share of the memory")? * 1024.0 / 1e6);
    }
    Ok(largest)
}

fn folders(browser: &Browser) -> Vec<String> {
    let family = browser.family().into_iter();
    let folders = family.map(|pid| format!("/proc/{}", pid.as_raw_nonzero()));
    let is_renderer = |folder: &String| {
        fs::read_to_string(format!("{folder}/cmdline")).is_ok_and(|line| line.contains("--type=renderer"))
    };
    folders.filter(is_renderer).collect()
}
