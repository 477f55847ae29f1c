//! Texts made to be slow, pasted into a facilitator's console: how long they hold the page up.

#[path = "../../../benches/hostile/mod.rs"]
mod texts;

use crate::{
    click::{click, trace},
    collect,
    figures::{Figure, Series},
    harness::{Browser, Profile},
    site::Site,
    trace::CATEGORIES,
};
use anyhow::Result;
use serde_json::json;

/// Pastes the text at the next click, as the keyboard would: nothing of it gets into the field.
const AT_A_CLICK: &str = "(() => { const clipboardData = new DataTransfer(); \
    clipboardData.setData('text/plain', UNIT.repeat(TIMES)); \
    document.addEventListener('click', () => document.querySelector('#paste').dispatchEvent( \
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })), { once: true }); })()";

/// Lines for the table: the longest task for each kind of text, in milliseconds.
pub async fn measure(site: &Site) -> Result<Vec<Figure>> {
    let (record, code) = collect::codes(1)?;
    let mut figures = Vec::new();
    for (name, unit) in texts::units(code.trim()) {
        eprintln!("    5 MB, {name}");
        let times = texts::BYTES.div_ceil(unit.len());
        let browser = Browser::start_on(Profile::recording(CATEGORIES)?).await?;
        collect::open(&browser, site, &record).await?;
        let script = AT_A_CLICK
            .replace("UNIT", &json!(unit).to_string())
            .replace("TIMES", &times.to_string());
        browser.eval(&format!("void {script}")).await?;
        trace(&browser).await?;
        click(&browser, "h1").await?;
        browser
            .wait_until("document.querySelector('.collect-report')")
            .await?;
        let trace = trace(&browser).await?;
        let clocks = [
            ("longest task", trace.tasks()),
            ("  the processor's time of one", trace.processor()),
        ];
        for (clock, tasks) in clocks {
            let longest = tasks.into_iter().fold(0.0, f64::max);
            let figure = Figure::new(format!("{clock}, 5 MB pasted: {name}"), Series(vec![longest]));
            figures.push(figure.unit("ms", 1).at_most(50.0));
        }
    }
    Ok(figures)
}
