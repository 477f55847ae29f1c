//! Start-up on the slow phone: the app against the static page, in turn; and what keeps the page from answering.

use crate::{
    figures::{Figure, Series},
    harness::Browser,
    phone::{phone, slow_network},
    site::Site,
};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

const PROBE: &str = include_str!("probe.js");
/// Whether the worker of the app is at work.
const KEPT: &str = "navigator.serviceWorker.controller?.state === 'activated'";
/// Longer tasks make a tap wait noticeably; what is above counts as blocking.
const LONG: f64 = 50.0;

/// What the probe saw of one load; milliseconds since the navigation began.
#[derive(Debug, Clone, Deserialize)]
pub struct Load {
    fcp: Option<f64>,
    shown: Option<f64>,
    pub taps: Vec<(f64, String)>,
    stored: Option<f64>,
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
    fn blocking(&self) -> f64 {
        let from = self.shown.unwrap_or_default();
        let tasks = self.long.iter();
        tasks
            .map(|(start, duration)| (start + duration - start.max(from) - LONG).max(0.0))
            .sum()
    }

    fn longest(&self) -> Vec<String> {
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
    load_in(phone(Browser::start().await?, site).await?, url, options).await
}

/// The same in a browser that was here before and was closed since; `kept` holds once it has kept what it keeps.
async fn load_again(site: &Site, url: &str, kept: &str, options: Value) -> Result<Load> {
    let browser = Browser::start().await?;
    browser.open_url(url).await?;
    browser.wait_until(kept).await?;
    let browser = phone(Browser::start_on(browser.close().await?).await?, site).await?;
    // The worker runs since the empty page; somebody who comes back has to start it.
    browser.cdp("ServiceWorker.enable", json!({})).await?;
    browser.cdp("ServiceWorker.stopAllWorkers", json!({})).await?;
    load_in(browser, url, options).await
}

async fn load_in(browser: Browser, url: &str, options: Value) -> Result<Load> {
    browser
        .before_load(&format!(
            "(() => {{ {} }})();",
            PROBE.replace("OPTIONS", &options.to_string())
        ))
        .await?;
    slow_network(&browser).await?;
    browser.open_url(url).await?;
    let seen = browser.eval("window.measured").await?;
    serde_json::from_value(seen).context("the probe told something else than expected")
}

/// A figure of the app, beside the same of the static page, and what the one is of the other.
fn against(
    name: &str,
    app: &[Load],
    still: &[Load],
    target: f64,
    part: fn(&Load) -> Option<f64>,
) -> [Figure; 3] {
    let series = |loads: &[Load]| loads.iter().filter_map(part).collect();
    let pairs = app.iter().zip(still);
    let ratios = pairs
        .filter_map(|(app, still)| Some(part(app)? / part(still)?))
        .collect();
    [
        Figure::new(format!("{name}, static page"), series(still)),
        Figure::new(format!("{name}, app"), series(app)),
        Figure::new(format!("{name}, ratio"), ratios)
            .unit("", 2)
            .at_most(target),
    ]
}

/// One load of each, `runs` times, and one more by somebody who was here before.
pub struct StartUp {
    pub app: Vec<Load>,
    still: Vec<Load>,
    app_again: Vec<Load>,
    still_again: Vec<Load>,
}

impl StartUp {
    /// Measures, one and the other in turn.
    pub async fn measure(site: &Site, runs: usize) -> Result<Self> {
        let mut start_up = Self {
            app: Vec::new(),
            still: Vec::new(),
            app_again: Vec::new(),
            still_again: Vec::new(),
        };
        let (app, still) = (site.app(), site.still());
        let until = |end: &str| json!({ "taps": [[0, "3"]], "until": end });
        for run in 1..=runs {
            eprintln!("    start-up, run {run} of {runs}");
            let loads = &mut start_up;
            loads.still.push(load(site, &still, until("stored")).await?);
            loads.app.push(load(site, &app, until("alive")).await?);
            let again = load_again(
                site,
                &still,
                "document.readyState === 'complete'",
                until("stored"),
            );
            loads.still_again.push(again.await?);
            let again = load_again(site, &app, KEPT, until("alive"));
            loads.app_again.push(again.await?);
        }
        Ok(start_up)
    }

    /// Lines for the table.
    pub fn figures(&self) -> Vec<Figure> {
        let (app, still) = (&self.app, &self.still);
        let mut figures = Vec::new();
        figures.extend(against("first contentful paint", app, still, 1.15, |load| {
            load.fcp
        }));
        figures.extend(against("first question answerable", app, still, 1.15, |load| {
            load.shown
        }));
        figures.extend(against("its answer in localStorage", app, still, 1.15, |load| {
            load.stored
        }));
        let (app, still) = (&self.app_again, &self.still_again);
        figures.extend(against(
            "second visit: first question",
            app,
            still,
            0.25,
            |load| load.shown,
        ));
        figures.extend(against(
            "second visit: its answer in localStorage",
            app,
            still,
            0.25,
            |load| load.stored,
        ));
        figures.push(Figure::new(
            "second visit: app alive",
            self.app_again.iter().filter_map(|load| load.alive).collect(),
        ));
        figures.push(Figure::new(
            "app alive",
            self.app.iter().filter_map(|load| load.alive).collect(),
        ));
        let blocking = self.app.iter().map(Load::blocking).collect();
        figures.push(Figure::new("blocking time after the first question", blocking).at_most(50.0));
        figures
    }

    /// What is worth a sentence beyond the table.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        for (name, loads) in [("static page", &self.still), ("app", &self.app)] {
            let lost = loads.iter().filter(|load| !load.held).count();
            if lost > 0 {
                remarks.push(format!(
                    "the first answer was lost in {lost} of {} loads of the {name}",
                    loads.len()
                ));
            }
        }
        let blocking = self.app.iter().map(Load::blocking).collect::<Series>().median();
        let distance = |load: &&Load| (load.blocking() - blocking).abs();
        if let Some(typical) = self.app.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))) {
            remarks.push("longest tasks after the first question, in the run nearest the median:".to_owned());
            remarks.extend(typical.longest());
        }
        remarks
    }
}
