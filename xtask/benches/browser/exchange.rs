//! Two hundred assessments out of the browser and into it again, read from a trace of the main thread.

use crate::{
    click::{click, trace},
    figures::{Figure, Series},
    harness::{Browser, Profile, records::with},
    phone::Pace,
    site::Site,
    trace::{CATEGORIES, Trace},
};
use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};
use std::{fs, path::Path, time::Instant};

const COUNT: usize = 200;
const EVERYTHING: &str = "oxymoron-everything.json";

/// Tasks of the main thread, in milliseconds.
#[derive(Debug, Default)]
struct Tasks {
    total: Vec<f64>,
    longest: Vec<f64>,
    out: Vec<f64>,
    inward: Vec<f64>,
}

/// Both paces.
#[derive(Debug, Default)]
pub struct Exchange {
    desk: Tasks,
    phone: Tasks,
    bytes: usize,
}

impl Exchange {
    /// Exports, deletes and imports, in a fresh browser each time.
    pub async fn measure(site: &Site, runs: usize) -> Result<Self> {
        let mut exchange = Self::default();
        for run in 1..=runs {
            eprintln!("    {COUNT} assessments out and in, run {run} of {runs}");
            for pace in [Pace::Desk, Pace::Phone] {
                exchange.run(site, pace).await?;
            }
        }
        Ok(exchange)
    }

    async fn run(&mut self, site: &Site, pace: Pace) -> Result<()> {
        let browser = pace.start(Profile::recording(CATEGORIES)?, site).await?;
        // No dialog opens without a window: the file comes as a download.
        browser.before_load("delete window.showSaveFilePicker").await?;
        // Number 0 is the example, which is stored nowhere.
        for number in 1..=COUNT {
            let id = format!("{number:016x}");
            browser
                .store(&format!("oxymoron/1/assessment/{id}"), &assessment(&id))
                .await?;
        }
        let folder = tempfile::tempdir()?;
        let file = folder.path().join(EVERYTHING);
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder.path() });
        browser.cdp("Browser.setDownloadBehavior", behaviour).await?;
        browser.open_url(&format!("{}#/take", site.app())).await?;
        browser
            .wait_until("document.querySelector('[data-take=everything]')")
            .await?;

        trace(&browser).await?;
        click(&browser, "[data-take=everything]").await?;
        let first = downloaded(&file).await?;
        let out = trace(&browser).await?;

        // Brought in once, so that what is compared was written by this version.
        let before = self.bring_in(&browser, &file).await?.1;
        let (inward, after) = self.bring_in(&browser, &file).await?;
        ensure!(before == after, "what came back is not what had been there");
        self.bytes = first.len();
        let tasks = match pace {
            Pace::Desk => &mut self.desk,
            Pace::Phone => &mut self.phone,
        };
        let (both_out, both_in) = (out.tasks(), inward.tasks());
        let sum = |tasks: &[f64]| tasks.iter().sum::<f64>();
        tasks.out.push(sum(&both_out));
        tasks.inward.push(sum(&both_in));
        tasks.total.push(sum(&both_out) + sum(&both_in));
        tasks
            .longest
            .push(both_out.into_iter().chain(both_in).fold(0.0, f64::max));
        Ok(())
    }

    /// On an empty device, from the choice of the file until everything is stored; and what is stored then.
    async fn bring_in(&self, browser: &Browser, file: &Path) -> Result<(Trace, Value)> {
        browser.eval("void localStorage.clear()").await?;
        browser.reload().await?;
        let input = browser.wait_for("#take-file").await?;
        trace(browser).await?;
        input.send_keys(&file.display().to_string()).await?;
        browser
            .wait_until("document.querySelector('[data-take=confirm]')")
            .await?;
        click(browser, "[data-take=confirm]").await?;
        browser
            .wait_until(&format!(
                "Object.keys(localStorage).filter((key) => key.includes('/assessment/')).length === {COUNT} && \
                 document.querySelector('#in').parentElement.innerText.includes('brought in.')"
            ))
            .await?;
        let trace = trace(browser).await?;
        let mut stored = browser.storage().await?;
        if let Some(stored) = stored.as_object_mut() {
            stored.retain(|key, _| key.contains("/assessment/"));
        }
        Ok((trace, stored))
    }

    /// Lines for the table.
    pub fn figures(&self) -> Vec<Figure> {
        let figure = |name: &str, values: &[f64]| Figure::new(name, Series(values.to_vec())).unit("ms", 1);
        vec![
            figure("200 assessments out and in", &self.desk.total).at_most(300.0),
            figure("  out", &self.desk.out),
            figure("  in", &self.desk.inward),
            figure("  longest task", &self.desk.longest).at_most(50.0),
            figure("  slowed down, out and in", &self.phone.total),
            figure("  slowed down, longest task", &self.phone.longest),
        ]
    }

    /// What is worth a sentence beyond the table.
    pub fn remarks(&self) -> Vec<String> {
        vec![format!(
            "the file with {COUNT} assessments has {} kB; what came back from it was the same, byte by byte",
            self.bytes / 1000
        )]
    }
}

/// A finished full assessment with the know-do check and some notes.
fn assessment(id: &str) -> String {
    let mut answers = Map::new();
    let mut put = |question: String| {
        let place = answers.len() + 1;
        answers.insert(question, json!([(place % 5 + 1).to_string(), place]));
    };
    for area in 1..=12 {
        for part in ["", "a", "b"] {
            put(format!("A{area:02}{part}"));
        }
    }
    for pair in ["K1", "K2", "K3", "K4", "K5", "K7"] {
        put(format!("{pair}k"));
        put(format!("{pair}d"));
    }
    let note = "A case from spring that would convince a sceptical colleague. ".repeat(4);
    with(
        id,
        &json!({ "depth": ["full", 1], "know_do": [true, 1], "subject": [format!("Team {id}"), 1],
                 "answers": answers, "notes": { "A02": [note, 30], "A05": [note, 31], "A11": [note, 32] } }),
    )
}

async fn downloaded(file: &Path) -> Result<String> {
    let start = Instant::now();
    loop {
        if let Some(text) = fs::read_to_string(file).ok().filter(|text| !text.is_empty()) {
            return Ok(text);
        }
        ensure!(
            start.elapsed() < crate::harness::PATIENCE,
            "nothing was downloaded"
        );
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
}
