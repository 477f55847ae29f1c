//! The work of one click, and of the results screen, read from a trace of the running app.

use crate::{
    figures::{Figure, Series},
    harness::{Browser, Profile},
    phone::{SLOW_DOWN, phone},
    site::Site,
    trace::{CATEGORIES, Trace, Work},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// The answers given in each area, so that 36 clicks are measured; the last one stands.
const ANSWERS: [&str; 3] = ["2", "4", "3"];
const FRAMES: &str = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => \
                      setTimeout(done, 100))))";
const ALIVE: &str = "'alive' in document.documentElement.dataset && document.querySelector('main h1')";
/// Marks the moment at which the results' heading, and their charts, are in the page.
const WATCH: &str = "(() => { const note = () => { if (!location.hash.startsWith('#/results/')) return; \
    for (const [name, css] of [['drawn-heading', 'main h1'], ['drawn-charts', 'main svg']]) \
      if (document.querySelector(css) && !performance.getEntriesByName(name).length) performance.mark(name); }; \
    performance.clearMarks(); new MutationObserver(note).observe(document.body, { childList: true, subtree: true }); })()";

/// Everything measured on the running app.
#[derive(Default)]
pub struct Running {
    still: Vec<Work>,
    clicks: Vec<Work>,
    full_speed: Attempts,
    slowed: Attempts,
}

/// From the link under the last area to the results.
#[derive(Default)]
struct Attempts {
    /// With code that never ran before.
    first: Vec<Work>,
    /// Once more after that.
    again: Vec<Work>,
}

impl Running {
    /// Answers every area with real clicks; then, in a fresh browser each time, asks for the results.
    pub async fn measure(site: &Site, runs: usize) -> Result<Self> {
        let mut running = Self::default();
        eprintln!("    clicks on the static page");
        running.still = still(site).await?;
        eprintln!("    36 clicks on answers");
        let stored = running.answer(site).await?;
        for run in 1..=runs {
            eprintln!("    results, run {run} of {runs}");
            for (attempts, slow_down) in [(&mut running.full_speed, 1.0), (&mut running.slowed, SLOW_DOWN)] {
                attempts.measure(site, &stored, slow_down).await?;
            }
        }
        Ok(running)
    }

    /// Returns what is stored at the end.
    async fn answer(&mut self, site: &Site) -> Result<Value> {
        let browser = traced(site).await?;
        browser.open_url(&site.app()).await?;
        browser.wait_until(ALIVE).await?;
        click(&browser, "input[name='A01'][value='3']").await?;
        let id = assessment(&browser).await?;
        for area in 1..=12 {
            go(&browser, &format!("#/assess/{id}/A{area:02}")).await?;
            trace(&browser).await?;
            for value in ANSWERS {
                click(&browser, &format!("input[name='A{area:02}'][value='{value}']")).await?;
            }
            self.clicks.extend(trace(&browser).await?.clicks());
        }
        browser.storage().await
    }

    /// Lines for the table.
    pub fn figures(&self) -> Vec<Figure> {
        let of = |works: &[Work], part: fn(&Work) -> f64| works.iter().map(part).collect::<Series>();
        let figure = |name: &str, series: Series| Figure::new(name, series).unit("ms", 1);
        let worst = |works: &[Work]| Series(Vec::from([of(works, |work| work.total).quantile(0.95)]));
        let mut figures = vec![
            figure("the same click, static page", of(&self.still, |work| work.total)),
            figure("work of one click", of(&self.clicks, |work| work.total)).at_most(5.0),
            figure(
                "  95th percentile",
                if self.clicks.is_empty() {
                    Series::default()
                } else {
                    worst(&self.clicks)
                },
            ),
            figure(
                "  by the processor's clock",
                of(&self.clicks, |work| work.processor),
            ),
            figure(
                "  dispatching the event (app)",
                of(&self.clicks, |work| work.dispatch),
            ),
            figure("  style", of(&self.clicks, |work| work.style)),
            figure("  layout", of(&self.clicks, |work| work.layout)),
            figure("  paint and commit", of(&self.clicks, |work| work.paint)),
        ];
        for (speed, attempts) in [("", &self.full_speed), (", slowed down", &self.slowed)] {
            let first = format!("last answer to results, first time{speed}");
            let again = format!("last answer to results, again{speed}");
            figures.extend([
                figure(&first, of(&attempts.first, |work| work.total)).at_most(40.0),
                figure("  waiting included", of(&attempts.first, |work| work.elapsed)),
                figure(&again, of(&attempts.again, |work| work.total)).at_most(40.0),
                figure("  style", of(&attempts.again, |work| work.style)),
                figure("  layout", of(&attempts.again, |work| work.layout)),
                figure("  paint and commit", of(&attempts.again, |work| work.paint)),
            ]);
        }
        figures
    }
}

impl Attempts {
    /// Answers the last question in a fresh browser and follows the link, twice.
    async fn measure(&mut self, site: &Site, stored: &Value, slow_down: f64) -> Result<()> {
        let browser = traced(site).await?;
        browser.slow_cpu(slow_down).await?;
        for (key, value) in stored.as_object().into_iter().flatten() {
            browser.store(key, value.as_str().unwrap_or_default()).await?;
        }
        let id = assessment(&browser).await?;
        let last = format!("#/assess/{id}/A12");
        browser.open_url(&format!("{}{last}", site.app())).await?;
        browser.wait_until(ALIVE).await?;
        for attempt in [&mut self.first, &mut self.again] {
            // The answer itself, so that the results follow from something that has just changed.
            for value in ["4", "3"] {
                click(&browser, &format!("input[name='A12'][value='{value}']")).await?;
            }
            browser.eval(WATCH).await?;
            trace(&browser).await?;
            click(&browser, &format!(".turn a.button[href='#/results/{id}']")).await?;
            let trace = trace(&browser).await?;
            attempt.push(
                trace
                    .until_mark("drawn-charts")
                    .context("no results with a picture")?,
            );
            go(&browser, &last).await?;
        }
        Ok(())
    }
}

/// The same clicks on the static page, which does nothing but store the answer: what the browser itself needs.
async fn still(site: &Site) -> Result<Vec<Work>> {
    let browser = traced(site).await?;
    browser.open_url(&site.still()).await?;
    trace(&browser).await?;
    for _ in 0..4 {
        for value in ANSWERS {
            click(&browser, &format!("input[name='A01'][value='{value}']")).await?;
        }
    }
    Ok(trace(&browser).await?.clicks())
}

/// The phone, on a fast network, with its main thread recorded.
async fn traced(site: &Site) -> Result<Browser> {
    phone(Browser::start_on(Profile::recording(CATEGORIES)?).await?, site).await
}

/// What was recorded since the last call.
pub async fn trace(browser: &Browser) -> Result<Trace> {
    Ok(Trace::new(browser.recorded().await?))
}

async fn go(browser: &Browser, fragment: &str) -> Result<()> {
    browser
        .eval(&format!("void (location.hash = {})", json!(fragment)))
        .await?;
    let question = fragment.rsplit('/').next().unwrap_or_default();
    browser
        .wait_until(&format!("document.querySelector(\"input[name='{question}']\")"))
        .await?;
    browser.eval(FRAMES).await.map(drop)
}

/// A click as from a mouse that is already there, and time for its frames.
pub async fn click(browser: &Browser, css: &str) -> Result<()> {
    let place = format!(
        "(() => {{ const found = document.querySelector({}); const box = found.closest('label') ?? found; \
         box.scrollIntoView({{ block: 'center', behavior: 'instant' }}); const at = box.getBoundingClientRect(); \
         return [at.x + at.width / 2, at.y + at.height / 2]; }})()",
        json!(css)
    );
    browser.wait_for(css).await?;
    let [x, y]: [f64; 2] = serde_json::from_value(browser.eval(&place).await?)?;
    browser.eval(FRAMES).await?;
    for (kind, button) in [
        ("mouseMoved", "none"),
        ("mousePressed", "left"),
        ("mouseReleased", "left"),
    ] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": u8::from(button == "left") });
        browser.cdp("Input.dispatchMouseEvent", event).await?;
        browser.eval(FRAMES).await?;
    }
    Ok(())
}

/// The id of the one assessment there is.
async fn assessment(browser: &Browser) -> Result<String> {
    let stored = browser.storage().await?;
    let mut keys = stored.as_object().into_iter().flatten().map(|(key, _)| key);
    let id = keys.find_map(|key| key.strip_prefix("oxymoron/1/assessment/"));
    id.map(str::to_owned)
        .context("the first answer started no assessment")
}
