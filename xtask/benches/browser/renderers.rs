//! What the processes of a browser's pages take of the machine, by Linux's `/proc`.

use crate::harness::Browser;
use anyhow::{Context, Result};
use std::fs;

/// What the kernel counts processor time in, a second.
const TICKS: f64 = 100.0;

/// The processor time of all of them until now, in milliseconds.
pub fn processor(browser: &Browser) -> Result<f64> {
    let mut ticks = 0.0;
    for folder in folders(browser) {
        let stat = fs::read_to_string(format!("{folder}/stat"))?;
        // The name before may contain anything.
        let (_, fields) = stat.rsplit_once(") ").context("a stat without a name")?;
        let times = fields.split(' ').skip(11).take(2);
        ticks += times.filter_map(|time| time.parse::<f64>().ok()).sum::<f64>();
    }
    Ok(ticks * 1000.0 / TICKS)
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
