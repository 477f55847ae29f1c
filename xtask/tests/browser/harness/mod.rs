//! A headless Chromium to drive, and the release app to drive it over.
//!
//! ```ignore
//! let server = serve()?;
//! let page = Browser::start().await?;
//! page.open(&server, "#/").await?;
//! page.click("input[value='3']").await?;
//! page.wait_until("document.title.includes('Result')").await?;
//! ```
//!
//! Every wait is for a condition and gives up after [`PATIENCE`]. A dropped [`Browser`] takes its processes and its
//! profile with it.
#![allow(dead_code, reason = "a kit for the journeys; not every one needs every tool")]

pub mod codes;
mod driver;
mod network;
mod processes;
pub mod records;
mod visit;
pub mod workshops;

pub use network::NetworkRequest;
pub use visit::{EARLY, NEXT, Visit, downloaded, option, visit, visit_on, visit_to};

use anyhow::{Context, Result, anyhow, bail};
use driver::{Driver, Post};
use fantoccini::{Client, Locator, elements::Element, key::Key};
use serde_json::{Value, json};
use std::{
    env, fs,
    path::PathBuf,
    sync::{Mutex, OnceLock, PoisonError},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit};
use xtask::{project::Project, server::Server, tools};

/// How long any wait lasts before it fails.
pub const PATIENCE: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(25);
/// More browsers at once only wait for each other, and then time out.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
/// What axe is asked to check: WCAG 2.0 to 2.2, levels A and AA, and what it calls best practice.
const AXE_TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The built app: `OXYMORON_DIST`, or `dist/` of the workspace.
pub fn dist() -> Result<PathBuf> {
    let dist = env::var_os("OXYMORON_DIST").map_or_else(|| Project::find().dist(), PathBuf::from);
    if !dist.join("index.html").is_file() {
        bail!(
            "there is no app in {}: run cargo xtask build first",
            dist.display()
        );
    }
    Ok(dist)
}

/// The debug build of the app, which counts its renders: `OXYMORON_DEV_DIST`, or where `cargo xtask build --dev` puts it.
pub fn dev_dist() -> Result<PathBuf> {
    let dist = env::var_os("OXYMORON_DEV_DIST").map_or_else(|| Project::find().dev_dist(), PathBuf::from);
    if !dist.join("index.html").is_file() {
        bail!(
            "there is no debug build in {}: run cargo xtask build --dev first",
            dist.display()
        );
    }
    Ok(dist)
}

/// The source of axe, installed on first use.
fn axe() -> Result<&'static str> {
    static SOURCE: OnceLock<String> = OnceLock::new();
    if let Some(source) = SOURCE.get() {
        return Ok(source);
    }
    let project = Project::find();
    tools::ensure_axe(&project)?;
    let source = fs::read_to_string(tools::axe(&project)).context("axe-core is not installed")?;
    Ok(SOURCE.get_or_init(|| source))
}

/// Serves the built app on a free port.
pub fn serve() -> Result<Server> {
    Server::start(dist()?)
}

/// What a browser remembers between two starts; removed from the disk when dropped.
#[derive(Debug)]
pub struct Profile(TempDir);

impl Drop for Profile {
    fn drop(&mut self) {
        // The last processes of a killed browser may still be writing.
        for _ in 0..100 {
            if fs::remove_dir_all(self.0.path()).is_ok() {
                break;
            }
            std::thread::sleep(POLL);
        }
    }
}

impl Profile {
    /// One that remembers nothing.
    pub fn new() -> Result<Self> {
        let profile = Self(tempfile::Builder::new().prefix("oxymoron-browser-").tempdir()?);
        fs::create_dir(profile.0.path().join("tmp"))?;
        Ok(profile)
    }

    /// One that remembers nothing, for a browser that records trace events of these categories: see
    /// [`Browser::recorded`].
    pub fn recording(categories: &str) -> Result<Self> {
        let profile = Self::new()?;
        fs::write(profile.0.path().join(driver::RECORDING), categories)?;
        Ok(profile)
    }
}

impl Profile {
    /// One that remembers nothing, for a browser with a camera that sees these texts as QR codes, one after the other and again
    /// from the start, each for a second. It is given to whoever asks for it.
    pub fn with_camera(texts: &[&str]) -> Result<Self> {
        let profile = Self::new()?;
        fs::write(profile.0.path().join(driver::CAMERA), codes::film(texts)?)?;
        Ok(profile)
    }
}

/// A running Chromium, and its current tab.
pub struct Browser {
    client: Client,
    driver: Driver,
    profile: Option<Profile>,
    events: Mutex<Vec<Value>>,
    _permit: SemaphorePermit<'static>,
}

impl Browser {
    /// Starts one with an empty profile.
    pub async fn start() -> Result<Self> {
        Self::start_on(Profile::new()?).await
    }

    /// Starts one that remembers what `profile` remembers.
    pub async fn start_on(profile: Profile) -> Result<Self> {
        let permit = AT_ONCE.acquire().await?;
        let (driver, client) = Driver::start(profile.0.path()).await?;
        Ok(Self {
            client,
            driver,
            profile: Some(profile),
            events: Mutex::default(),
            _permit: permit,
        })
    }

    /// Kills every process of the browser at once, as a crash or a flat battery would; what is left is its profile.
    ///
    /// Chromium writes localStorage to the disk some time after the page wrote it, which no app can hasten. Call
    /// [`Self::settle_storage`] before, or use [`Self::kill_tab`], where the question is what the app had written.
    pub fn kill(mut self) -> Result<Profile> {
        self.driver.kill();
        self.profile.take().context("a browser without a profile")
    }

    /// Closes the browser as its user would; what it has stored is in its profile.
    pub async fn close(self) -> Result<Profile> {
        let family = self.driver.family();
        // The command may get no answer: its browser is gone.
        drop(tokio::time::timeout(Duration::from_secs(5), self.cdp("Browser.close", json!({}))).await);
        processes::wait_until_gone(&family);
        self.kill()
    }

    /// Kills the tab's process without warning (no `beforeunload`, no `pagehide`) and goes on in a new tab of the same
    /// browser. Everything the page had handed to localStorage by then survives, and nothing else.
    pub async fn kill_tab(&self) -> Result<()> {
        let dying = self.client.window().await?;
        let fresh = self.client.new_window(true).await?.handle;
        self.client.switch_to_window(dying).await?;
        // The command never gets an answer: its page is gone.
        drop(tokio::time::timeout(Duration::from_secs(5), self.cdp("Page.crash", json!({}))).await);
        self.client.switch_to_window(fresh).await?;
        Ok(())
    }

    /// Opens the app at `fragment` (such as `"#/"`, or nothing) and waits for the `load` event.
    pub async fn open(&self, server: &Server, fragment: &str) -> Result<()> {
        self.open_url(&format!("{}{fragment}", server.url())).await
    }

    /// Opens any address.
    pub async fn open_url(&self, url: &str) -> Result<()> {
        self.client
            .goto(url)
            .await
            .with_context(|| format!("opening {url}"))
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.client.refresh().await?)
    }

    /// Goes to the page before, and waits until it is there.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client.back().await?)
    }

    /// Another tab of the same browser, which becomes the current one. Returns the two handles, old and new.
    pub async fn new_tab(&self) -> Result<(String, String)> {
        let old = self.client.window().await?;
        let new = self.client.new_window(true).await?.handle;
        self.client.switch_to_window(new.clone()).await?;
        Ok((old.into(), new.into()))
    }

    /// Makes the tab with this handle the current one.
    pub async fn switch_to(&self, tab: &str) -> Result<()> {
        let tab = tab
            .to_owned()
            .try_into()
            .map_err(|_| anyhow!("{tab} is no tab"))?;
        Ok(self.client.switch_to_window(tab).await?)
    }

    /// The value of a JavaScript expression in the page; a promise is awaited.
    pub async fn eval(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression});");
        self.client
            .execute(&script, Vec::new())
            .await
            .with_context(|| format!("evaluating {expression}"))
    }

    /// Runs statements in the page, for instance a library; what they declare at top level stays local.
    pub async fn run(&self, statements: &str) -> Result<Value> {
        Ok(self.client.execute(statements, Vec::new()).await?)
    }

    /// From the next load on, runs `script` before any script of the page.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await
        .map(drop)
    }

    /// Waits until an element matches, and returns it.
    pub async fn wait_for(&self, css: &str) -> Result<Element> {
        let wait = self.client.wait().at_most(PATIENCE).every(POLL);
        wait.for_element(Locator::Css(css))
            .await
            .with_context(|| format!("waiting for {css}"))
    }

    /// Waits until a JavaScript expression is true; an expression that throws is not true yet.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        let attempt = format!("(() => {{ try {{ return !!({expression}); }} catch {{ return false; }} }})()");
        let start = Instant::now();
        while self.eval(&attempt).await? != Value::Bool(true) {
            if start.elapsed() > PATIENCE {
                let complaints = self.complaints().await.unwrap_or_default();
                bail!("still not true after {PATIENCE:?}: {expression}\nthe browser says: {complaints:#?}");
            }
            tokio::time::sleep(POLL).await;
        }
        Ok(())
    }

    /// Waits until the text of the first match contains `text`.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        self.wait_until(&format!(
            "document.querySelector({}).innerText.includes({})",
            json!(css),
            json!(text)
        ))
        .await
    }

    /// Waits for the first match and clicks it as a mouse does: scrolled into view, and failing when covered.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.wait_for(css)
            .await?
            .click()
            .await
            .with_context(|| format!("clicking {css}"))
    }

    /// Waits for the first match and types into it.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        self.wait_for(css)
            .await?
            .send_keys(text)
            .await
            .with_context(|| format!("typing into {css}"))
    }

    /// Presses a key in whatever has the focus.
    pub async fn press(&self, key: Key) -> Result<()> {
        let key = char::from(key).to_string();
        Ok(self.client.active_element().await?.send_keys(&key).await?)
    }

    /// The rendered text of the first match.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.wait_for(css).await?.text().await?)
    }

    /// How many elements match.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(css)).await?.len())
    }

    /// A record in localStorage.
    pub async fn stored(&self, key: &str) -> Result<Option<String>> {
        let value = self
            .eval(&format!("localStorage.getItem({})", json!(key)))
            .await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Everything in localStorage, as an object.
    pub async fn storage(&self) -> Result<Value> {
        self.eval("Object.fromEntries(Object.entries(localStorage))")
            .await
    }

    /// Puts a record into localStorage behind the app's back.
    pub async fn store(&self, key: &str, value: &str) -> Result<()> {
        self.eval(&format!("localStorage.setItem({}, {})", json!(key), json!(value)))
            .await
            .map(drop)
    }

    /// Kills the tab and waits until Chromium has written localStorage to the profile, so that [`Self::kill`] can't lose it.
    ///
    /// With the page open Chromium takes its time, a minute more for every write-out before: 60 an hour. It writes at once
    /// when the last page of an origin is gone. A key of the harness stays behind.
    pub async fn settle_storage(&self) -> Result<()> {
        let profile = self.profile.as_ref().context("a browser without a profile")?;
        let marker =
            format!("settled-{:?}", Instant::now()).replace(|c: char| !c.is_ascii_alphanumeric(), "");
        self.store("settled", &marker).await?;
        self.kill_tab().await?;
        let start = Instant::now();
        while !driver::stored_on_disk(profile.0.path(), &marker) {
            if start.elapsed() > PATIENCE {
                bail!("localStorage was not written to the profile within {PATIENCE:?}");
            }
            tokio::time::sleep(POLL * 4).await;
        }
        Ok(())
    }

    /// A command of the Chrome DevTools protocol for the current tab.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        Ok(self.client.issue_cmd(Post::new("goog/cdp/execute", body)).await?)
    }

    /// Light or dark, as the system's setting would say.
    pub async fn color_scheme(&self, scheme: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.cdp("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// The size of the viewport in CSS pixels.
    pub async fn viewport(&self, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics)
            .await
            .map(drop)
    }

    /// Slows the processor down by this factor.
    pub async fn slow_cpu(&self, factor: f64) -> Result<()> {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": factor }))
            .await
            .map(drop)
    }

    /// Every request the browser sent for its pages, to whatever origin, in order.
    pub async fn requests(&self) -> Result<Vec<NetworkRequest>> {
        let entries = self.log("performance").await?;
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        for entry in entries {
            let message = entry.get("message").and_then(Value::as_str).unwrap_or_default();
            if let Some(event) = serde_json::from_str::<Value>(message)?.get_mut("message") {
                events.push(event.take());
            }
        }
        Ok(network::requests(&events))
    }

    /// The trace events since the last call, of a browser on a [`Profile::recording`].
    pub async fn recorded(&self) -> Result<Vec<Value>> {
        let mut recorded = Vec::new();
        // chromedriver may answer before the browser has handed everything over; the next answer then has it.
        for _ in 0..4 {
            let before = recorded.len();
            for entry in self.log("performance").await? {
                let message = entry.get("message").and_then(Value::as_str).unwrap_or_default();
                let mut event = serde_json::from_str::<Value>(message)?;
                if event.pointer("/message/method") == Some(&json!("Tracing.dataCollected")) {
                    recorded.extend(event.pointer_mut("/message/params").map(Value::take));
                }
            }
            if before > 0 && recorded.len() == before {
                break;
            }
        }
        Ok(recorded)
    }

    /// What the browser complained about on its console since the last call: policy violations, failed loads, panics.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let text = |entry: &Value| {
            entry
                .get("message")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let loud = |entry: &&Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        Ok(self.log("browser").await?.iter().filter(loud).map(text).collect())
    }

    /// What axe finds wrong with the page as it is: one line for each rule and element.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.run(&format!(
            "if (!window.axe) {{ {}\n; window.axe = window.axe || axe; }}",
            axe()?
        ))
        .await?;
        let options = json!({
            "resultTypes": ["violations"],
            "runOnly": { "type": "tag", "values": AXE_TAGS },
            // Off unless asked for, although it is level AA of 2.2.
            "rules": { "target-size": { "enabled": true } },
        });
        let found = self
            .eval(&format!(
                "axe.run(document, {options}).then((result) => result.violations.flatMap(\
                 (rule) => rule.nodes.map((node) => `${{rule.id}}: ${{node.target}} - ${{node.failureSummary}}`)))",
            ))
            .await?;
        Ok(serde_json::from_value(found)?)
    }

    /// A picture of the viewport as PNG.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        Ok(self.client.screenshot().await?)
    }

    /// The WebDriver client, for everything else.
    pub fn client(&self) -> &Client {
        &self.client
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let entries = self
            .client
            .issue_cmd(Post::new("se/log", json!({ "type": kind })))
            .await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}
