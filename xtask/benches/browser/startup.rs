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
    let browser = phone(Browser::start().await?, site).await?;
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

/// One load of each, `runs` times.
pub struct StartUp {
    pub app: Vec<Load>,
    still: Vec<Load>,
}

impl StartUp {
    /// Measures, one and the other in turn.
    pub async fn measure(site: &Site, runs: usize) -> Result<Self> {
        let (mut app, mut still) = (Vec::new(), Vec::new());
        for run in 1..=runs {
            eprintln!("    start-up, run {run} of {runs}");
            still.push(
                load(
                    site,
                    &site.still(),
                    json!({ "taps": [[0, "3"]], "until": "stored" }),
                )
                .await?,
            );
            app.push(load(site, &site.app(), json!({ "taps": [[0, "3"]], "until": "alive" })).await?);
        }
        Ok(Self { app, still })
    }

    /// Lines for the table.
    pub fn figures(&self) -> Vec<Figure> {
        type Part = fn(&Load) -> Option<f64>;
        let parts: [(&str, Part); 3] = [
            ("first contentful paint", |load| load.fcp),
            ("first question answerable", |load| load.shown),
            ("its answer in localStorage", |load| load.stored),
        ];
        let mut figures = Vec::new();
        for (name, part) in parts {
            let still = self.still.iter().filter_map(part);
            figures.push(Figure::new(format!("{name}, static page"), still.collect()));
            figures.push(Figure::new(
                format!("{name}, app"),
                self.app.iter().filter_map(part).collect(),
            ));
            let pairs = self.app.iter().zip(&self.still);
            let ratios: Series = pairs
                .filter_map(|(app, still)| Some(part(app)? / part(still)?))
                .collect();
            figures.push(
                Figure::new(format!("{name}, ratio"), ratios)
                    .unit("", 2)
                    .at_most(1.15),
            );
        }
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
