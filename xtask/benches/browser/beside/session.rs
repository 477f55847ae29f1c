//! Twelve questions answered with real clicks: what the main thread does for an answer, how soon the next question and the result
//! are painted, and what is left in memory then.

use super::{Contender, Each, Row};
use crate::{
    click::{click, trace},
    figures::Series,
    harness::{Browser, NEXT, Profile, option},
    phone::Pace,
    renderers,
    site::Site,
    trace::{CATEGORIES, Work},
};
use anyhow::{Context, Result};
use serde_json::json;
use std::time::Instant;

/// The answers, as somebody gives them who has read the questions.
const LEVELS: [&str; 12] = ["3", "4", "2", "5", "3", "1", "4", "2", "3", "5", "4", "2"];
const RESULT: &str = ".results svg";
/// Notes how many milliseconds after the next click a frame was painted that has what is looked for.
const WATCH: &str = "(() => { delete window.took; addEventListener('click', ({ timeStamp }) => { \
    const look = () => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); \
      port1.onmessage = () => { if (!document.querySelector(SHOWN)) return look(); window.took = performance.now() - timeStamp; }; \
      port2.postMessage(0); }); look(); }, { capture: true, once: true }); })()";

/// What is measured at either pace.
#[derive(Default)]
struct Clicks {
    answer: Each,
    next: Each,
    result: Each,
}

/// Milliseconds, or MB, of every session.
#[derive(Default)]
pub struct Sessions {
    phone: Clicks,
    desk: Clicks,
    memory: Each,
    printed: Each,
    /// What the answers on the slow phone were made of.
    pub works: [Vec<Work>; 3],
}

impl Sessions {
    /// Answers everything twice, in fresh browsers: recording slows down what is clocked.
    pub async fn measure(&mut self, site: &Site, contender: Contender, pace: Pace) -> Result<()> {
        let place = contender as usize;
        let works = answers(site, contender, pace).await?;
        let browser = pace.start(Profile::new()?, site).await?;
        let (turns, result) = turns(&browser, site, contender).await?;
        let clicks = match pace {
            Pace::Phone => &mut self.phone,
            Pace::Desk => &mut self.desk,
        };
        let push = |each: &mut Each, value: f64| {
            each.get_mut(place).context("three contenders")?.push(value);
            anyhow::Ok(())
        };
        let answer: Series = works.iter().map(|work| work.total).collect();
        push(&mut clicks.answer, answer.median())?;
        if !turns.is_empty() {
            push(&mut clicks.next, Series(turns).median())?;
        }
        push(&mut clicks.result, result)?;
        match pace {
            Pace::Phone => self
                .works
                .get_mut(place)
                .context("three contenders")?
                .extend(works),
            Pace::Desk => {
                browser.cdp("HeapProfiler.collectGarbage", json!({})).await?;
                push(&mut self.memory, renderers::memory(&browser)?)?;
                push(&mut self.printed, printed(&browser).await?)?;
            }
        }
        Ok(())
    }

    /// What came of it.
    pub fn rows(&self) -> Vec<Row> {
        let (phone, desk) = (&self.phone, &self.desk);
        vec![
            Row::new("main-thread work of one answer, slow", "ms", &phone.answer)
                .digits(1)
                .of_preact(1.0),
            Row::new("main-thread work of one answer, not slowed", "ms", &desk.answer)
                .digits(1)
                .of_preact(1.0),
            Row::new("next question: click to paint, slow", "ms", &phone.next).of_preact(1.1),
            Row::new("next question: click to paint, not slowed", "ms", &desk.next).of_preact(1.1),
            Row::new("last answer to result painted, slow", "ms", &phone.result).of_static(1.3),
            Row::new("last answer to result painted, not slowed", "ms", &desk.result).of_static(1.3),
            Row::new("renderer memory after the result", "MB", &self.memory).of_static(1.15),
            Row::new("result printed, first page", "ms", &self.printed),
        ]
    }
}

/// The work of every answer, from a trace.
async fn answers(site: &Site, contender: Contender, pace: Pace) -> Result<Vec<Work>> {
    let browser = pace.start(Profile::recording(CATEGORIES)?, site).await?;
    open(&browser, site, contender).await?;
    let mut works = Vec::new();
    for (level, place) in LEVELS.into_iter().zip(1..) {
        trace(&browser).await?;
        click(&browser, &option(&question(place), level)).await?;
        works.extend(trace(&browser).await?.clicks().into_iter().next());
        if contender != Contender::Still && place < LEVELS.len() {
            click(&browser, NEXT).await?;
        }
    }
    Ok(works)
}

/// From the click until the next question is painted, for each that comes alone, and until the result is.
async fn turns(browser: &Browser, site: &Site, contender: Contender) -> Result<(Vec<f64>, f64)> {
    open(browser, site, contender).await?;
    let mut turns = Vec::new();
    for (level, place) in LEVELS.into_iter().zip(1..) {
        let answer = option(&question(place), level);
        match (contender, place < LEVELS.len()) {
            (Contender::Still, true) => click(browser, &answer).await?,
            (Contender::Still, false) => return Ok((turns, painted(browser, &answer, RESULT).await?)),
            (_, true) => {
                click(browser, &answer).await?;
                let next = format!("input[name='{}']", question(place + 1));
                turns.push(painted(browser, NEXT, &next).await?);
            }
            (_, false) => click(browser, &answer).await?,
        }
    }
    Ok((turns, painted(browser, NEXT, RESULT).await?))
}

async fn open(browser: &Browser, site: &Site, contender: Contender) -> Result<()> {
    browser.open_url(&contender.address(site)).await?;
    browser.wait_until(contender.is_kept()).await?;
    browser.wait_until(contender.is_alive()).await
}

fn question(place: usize) -> String {
    format!("A{place:02}")
}

/// Milliseconds from the click to the first frame with what is then looked for.
async fn painted(browser: &Browser, css: &str, shown: &str) -> Result<f64> {
    let watch = WATCH.replace("SHOWN", &json!(shown).to_string());
    browser.eval(&format!("void {watch}")).await?;
    click(browser, css).await?;
    browser.wait_until("window.took").await?;
    browser.eval("window.took").await?.as_f64().context("a time")
}

/// Milliseconds until the first page of what is there is a PDF.
async fn printed(browser: &Browser) -> Result<f64> {
    let start = Instant::now();
    browser
        .cdp("Page.printToPDF", json!({ "pageRanges": "1" }))
        .await?;
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}
