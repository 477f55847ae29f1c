//! A room of forty at its facilitator's console: what is pasted, and every turn to the next stage, until it is painted.

use crate::{
    click::click,
    collect::{self, codes},
    figures::{Figure, Series},
    harness::Browser,
    site::Site,
};
use anyhow::{Context, Result, bail};

/// People in the room.
const ROOM: u32 = 40;
/// The button that goes on to the next stage, and the one that answers what is asked before.
const ON: &str = ".console-turn .button:not(.button-quiet)";
const CONFIRM: &str = "[data-confirm]";
/// Notes for each click how long it takes until its frame is painted, in milliseconds.
const WATCH: &str = "(() => { window.taken = []; document.addEventListener('click', (event) => requestAnimationFrame(() => \
    setTimeout(() => taken.push(performance.now() - event.timeStamp))), { capture: true }); })()";

/// Lines for the table: milliseconds at full speed.
pub async fn measure(site: &Site, runs: usize) -> Result<Vec<Figure>> {
    let (record, chat) = codes(ROOM)?;
    let (most, last) = chat.trim_end().rsplit_once('\n').context("several codes")?;
    let (mut all, mut one, mut turns) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=runs {
        eprintln!("    a room of {ROOM}, run {run}");
        let browser = Browser::start().await?;
        collect::open(&browser, site, &record).await?;
        browser.eval(WATCH).await?;
        all.push(paste(&browser, most, 39).await?);
        one.push(paste(&browser, last, 40).await?);
        turns.extend(go_through(&browser).await?);
    }
    let figure = |name: &str, values: Vec<f64>| Figure::new(name, Series(values)).unit("ms", 1);
    Ok(vec![
        figure("39 codes pasted, until they are drawn", all),
        figure("one more code pasted, until it is drawn", one).at_most(50.0),
        figure("a turn to the next stage, until it is painted", turns).at_most(60.0),
    ])
}

/// From the click until so many are in.
async fn paste(browser: &Browser, text: &str, count: usize) -> Result<f64> {
    collect::fill(browser, text).await?;
    let in_the_room = format!("{count} of {ROOM} in");
    collect::watch(browser, [".health-figures", &in_the_room]).await?;
    click(browser, ".field:has(#paste) .link").await?;
    browser.wait_until("window.took").await?;
    browser.eval("window.took").await?.as_f64().context("a time")
}

/// Every stage from the vote to the last one.
async fn go_through(browser: &Browser) -> Result<Vec<f64>> {
    let mut turns = Vec::new();
    while browser.count(ON).await? > 0 {
        let mut painted = turn(browser, ON).await?;
        if browser.count(CONFIRM).await? > 0 {
            painted = turn(browser, CONFIRM).await?;
        }
        turns.push(painted);
        if turns.len() > 12 {
            bail!("the stages do not end");
        }
    }
    Ok(turns)
}

async fn turn(browser: &Browser, button: &str) -> Result<f64> {
    browser.eval("void (taken = [])").await?;
    click(browser, button).await?;
    browser.wait_until("taken.length === 1").await?;
    browser.eval("taken[0]").await?.as_f64().context("a time")
}
