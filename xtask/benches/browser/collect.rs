//! Answer codes pasted into a facilitator's console: from the click until the page says what came in.

use crate::{
    click::{click, trace},
    figures::{Figure, Series},
    harness::{
        Browser, Profile,
        workshops::{code, record, response, workshop},
    },
    site::Site,
    trace::CATEGORIES,
};
use anyhow::{Context, Result};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::json;

/// The list of what came in, and what is in it then.
const CAME_IN: [&str; 2] = [".collect-report", "new answer"];

/// Lines for the table, for pastes of a size that rooms have.
pub async fn measure(site: &Site, runs: usize) -> Result<Vec<Figure>> {
    let pastes = Pastes::measure(site, 1_000, runs).await?;
    let figure = |name: &str, values: Vec<f64>| Figure::new(name, Series(values)).unit("ms", 1);
    Ok(vec![
        figure("1,000 codes pasted, read, stored and drawn", pastes.took).at_most(1000.0),
        figure("  longest task", pastes.longest).at_most(50.0),
    ])
}

/// Wall-clock time, and the longest task of other pastes, in milliseconds.
#[derive(Debug, Default)]
pub struct Pastes {
    pub took: Vec<f64>,
    pub longest: Vec<f64>,
}

impl Pastes {
    /// Pastes so many codes into a fresh browser each time, at full speed.
    pub async fn measure(site: &Site, count: u32, runs: usize) -> Result<Self> {
        let mut pastes = Self::default();
        let (open, text) = codes(count)?;
        for run in 1..=runs {
            eprintln!("    {count} codes, run {run}");
            pastes.took.push(paste(site, &open, &text, Watched::Clock).await?);
            pastes
                .longest
                .push(paste(site, &open, &text, Watched::Tasks).await?);
        }
        Ok(pastes)
    }
}

/// The record of a workshop that is collecting, and a chat with so many codes for it.
pub fn codes(count: u32) -> Result<((String, String), String)> {
    let mut here = workshop(0x5eed << 32, count, &["Leader", "Seller"])?;
    here.apply(Change::WentTo(Stage::Vote), here.created);
    let mut chat = String::new();
    for number in 0..u64::from(count) {
        // Scattered, as random ids are.
        let id = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let line = format!("{:012}", number * 7_919 % 1_000_000_000_000);
        let line = line.replace(['6', '7', '8', '9'], "3");
        chat += &code(&here, 1, &response(&here, id, Some(0), &line)?, number)?;
        chat.push('\n');
    }
    Ok((record(&here), chat))
}

/// The console of a stored workshop.
pub async fn open(browser: &Browser, site: &Site, record: &(String, String)) -> Result<()> {
    browser.open_url(&site.blank()).await?;
    browser.store(&record.0, &record.1).await?;
    let id = record.0.rsplit('/').next().unwrap_or_default();
    browser
        .open_url(&format!("{}#/workshop/{id}", site.app()))
        .await?;
    browser.wait_for("#paste").await.map(drop)
}

/// Puts a text into the field for pasting.
pub async fn fill(browser: &Browser, text: &str) -> Result<()> {
    let script = format!("void (document.querySelector('#paste').value = {})", json!(text));
    browser.eval(&script).await.map(drop)
}

/// Notes as `took` how many milliseconds after the next click some words are in an element. The app hears a click before a listener that
/// is added later, so the button's release stands for it, which has the same time.
pub async fn watch(browser: &Browser, [css, words]: [&str; 2]) -> Result<()> {
    let script = format!(
        "(() => {{ delete window.took; \
         document.addEventListener('mouseup', (event) => {{ window.clicked = event.timeStamp; }}, {{ capture: true, once: true }}); \
         const seen = new MutationObserver(() => {{ \
         if (!document.querySelector({})?.textContent.includes({})) return; \
         seen.disconnect(); window.took = performance.now() - clicked; }}); \
         seen.observe(document.body, {{ childList: true, subtree: true, characterData: true }}); }})()",
        json!(css),
        json!(words)
    );
    browser.eval(&script).await.map(drop)
}

/// What one paste is measured for. Recording each task more than doubles the time, so never both at once.
#[derive(Clone, Copy, PartialEq)]
enum Watched {
    /// From the click to the list, in milliseconds.
    Clock,
    /// The longest task of the main thread, in milliseconds.
    Tasks,
}

async fn paste(site: &Site, record: &(String, String), text: &str, watched: Watched) -> Result<f64> {
    let profile = match watched {
        Watched::Clock => Profile::new()?,
        Watched::Tasks => Profile::recording(CATEGORIES)?,
    };
    let browser = Browser::start_on(profile).await?;
    open(&browser, site, record).await?;
    fill(&browser, text).await?;
    watch(&browser, CAME_IN).await?;
    if watched == Watched::Tasks {
        trace(&browser).await?;
    }
    click(&browser, ".field:has(#paste) .link").await?;
    browser.wait_until("window.took").await?;
    let figure = match watched {
        Watched::Clock => browser.eval("window.took").await?.as_f64().context("a time")?,
        Watched::Tasks => trace(&browser).await?.tasks().into_iter().fold(0.0, f64::max),
    };
    browser.reload().await?;
    browser.wait_for("#paste").await?;
    Ok(figure)
}
