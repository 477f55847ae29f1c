//! The first visit and the second one: when the first question can be answered, and what that takes.

use super::{Contender, Each, Row};
use crate::{
    harness::{Browser, Profile},
    load::{Load, load_in},
    phone::{Pace, slow_network},
    renderers,
    site::{Sent, Site},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// How long after the beginning of a first visit the processor's time is taken: all of them are done by then.
const WHOLE_VISIT: Duration = Duration::from_secs(12);

/// Milliseconds and bytes of every visit.
#[derive(Default)]
pub struct Visits {
    /// The first loads of the app on the slow phone.
    pub app: Vec<Load>,
    answerable: Each,
    stored: Each,
    stored_at_desk: Each,
    again: Each,
    processor: Each,
    sent: Each,
    waited_for: Each,
}

impl Visits {
    /// One of each, in fresh browsers, one after the other: a second one beside it would take from what it has.
    pub async fn measure(&mut self, site: &Site, contender: Contender) -> Result<()> {
        let push = |each: &mut Each, value: Option<f64>| {
            let series = each.get_mut(contender as usize).context("three contenders")?;
            series.push(value.context("nothing was seen")?);
            anyhow::Ok(())
        };
        let (seen, processor) = first(site, contender).await?;
        push(&mut self.answerable, seen.shown)?;
        push(&mut self.stored, seen.stored)?;
        push(&mut self.processor, Some(processor))?;
        if contender == Contender::App {
            self.app.push(seen);
        }
        push(&mut self.stored_at_desk, at_desk(site, contender).await?.stored)?;
        let (profile, sent) = kept(site, contender).await?;
        push(&mut self.sent, Some(sent.all / 1000.0))?;
        push(&mut self.waited_for, Some(sent.waited_for / 1000.0))?;
        push(&mut self.again, again(site, contender, profile).await?.shown)
    }

    /// What came of it.
    pub fn rows(&self) -> Vec<Row> {
        vec![
            Row::new("first question answerable, slow", "ms", &self.answerable).of_static(1.05),
            Row::new("first answer stored, slow", "ms", &self.stored).of_static(1.05),
            Row::new("first answer stored, not slowed", "ms", &self.stored_at_desk).of_static(1.15),
            Row::new("second visit: first question, slow", "ms", &self.again).of_static(0.25),
            Row::new("processor time of the first visit, slow", "ms", &self.processor).of_preact(1.3),
            Row::new("bytes of the whole first visit", "kB", &self.sent).at_most(300.0),
            Row::new("of them the first load", "kB", &self.waited_for).at_most(140.0),
        ]
    }
}

/// The first question answered as soon as it is there.
pub(super) fn tapped(contender: Contender) -> Value {
    let until = match contender {
        Contender::Still | Contender::Preact => "stored",
        Contender::App => "alive",
    };
    json!({ "taps": [[0, "3"]], "until": until })
}

/// The first visit on the slow phone, and the processor's time of all of it.
async fn first(site: &Site, contender: Contender) -> Result<(Load, f64)> {
    let browser = Pace::Phone.start(Profile::new()?, site).await?;
    slow_network(&browser).await?;
    renderers::count_tasks(&browser).await?;
    let (begun, before) = (Instant::now(), renderers::processor(&browser).await?);
    let seen = load_in(&browser, &contender.address(site), tapped(contender)).await?;
    // Asking whether everything is kept would be work as well.
    sleep_until(begun + WHOLE_VISIT).await;
    let processor = renderers::processor(&browser).await? - before;
    browser.wait_until(contender.is_kept()).await?;
    Ok((seen, processor))
}

async fn at_desk(site: &Site, contender: Contender) -> Result<Load> {
    let browser = Pace::Desk.start(Profile::new()?, site).await?;
    load_in(&browser, &contender.address(site), tapped(contender)).await
}

/// A visit of somebody who only looks; what the browser has kept of it, and what was sent for it.
async fn kept(site: &Site, contender: Contender) -> Result<(Profile, Sent)> {
    let browser = Browser::start().await?;
    site.count();
    browser.open_url(&contender.address(site)).await?;
    browser.wait_until(contender.is_kept()).await?;
    let sent = site.sent()?;
    Ok((browser.close().await?, sent))
}

/// The second visit, on the slow phone.
async fn again(site: &Site, contender: Contender, profile: Profile) -> Result<Load> {
    let browser = Pace::Phone.start(profile, site).await?;
    // The worker runs since the empty page; somebody who comes back has to start it.
    browser.cdp("ServiceWorker.enable", json!({})).await?;
    browser.cdp("ServiceWorker.stopAllWorkers", json!({})).await?;
    slow_network(&browser).await?;
    load_in(&browser, &contender.address(site), tapped(contender)).await
}
