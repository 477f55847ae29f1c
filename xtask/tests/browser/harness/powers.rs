//! What a browser can do beyond WebDriver, each in its engine's own way: the DevTools protocol, BiDi, and Firefox's own window.

use super::{Browser, Engine, NetworkRequest, PATIENCE, driver::Post, network};
use anyhow::{Context, Result, bail};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use fantoccini::Client;
use rustix::process::Pid;
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    sync::{OnceLock, PoisonError},
    time::Instant,
};
use xtask::{project::Project, tools};

/// What axe is asked to check: WCAG 2.0 to 2.2, levels A and AA, and what it calls best practice.
const AXE_TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// What such a rule finds depends on the colours.
const OF_COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// What axe is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// Everything, and whether a style sheet holds on to one orientation, for which axe loads all of them anew.
    AllAndOrientation,
    All,
    AllButColours,
    OfColours,
}

impl Rules {
    fn options(self) -> Value {
        if self == Self::OfColours {
            return json!({
                "resultTypes": ["violations"], "preload": false, "runOnly": { "type": "rule", "values": OF_COLOURS },
            });
        }
        let off = json!({ "enabled": self != Self::AllButColours });
        json!({
            "resultTypes": ["violations"],
            "preload": self == Self::AllAndOrientation,
            "runOnly": { "type": "tag", "values": AXE_TAGS },
            "rules": {
                // Off unless asked for, although it is level AA of 2.2.
                "target-size": { "enabled": true },
                (OF_COLOURS[0]): off,
                (OF_COLOURS[1]): off,
            },
        })
    }
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

/// What Chromium says of a worker's script where the page that asked for it was left meanwhile. Whether the worker came is seen where a
/// test needs it.
const LEFT_BEHIND: &str = "An unknown error occurred when fetching the script.";

impl Browser {
    /// A command of the Chrome DevTools protocol for the current tab.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        if self.engine != Engine::Chromium {
            bail!("{command} is Chromium's alone, and this is {:?}", self.engine);
        }
        let body = json!({ "cmd": command, "params": parameters });
        Ok(self.client.issue_cmd(Post::new("goog/cdp/execute", body)).await?)
    }

    /// A command of WebDriver BiDi.
    pub(super) async fn bidi(&self, command: &str, parameters: Value) -> Result<Value> {
        let Some(bidi) = &self.bidi else {
            bail!("{command} is BiDi's, which {:?} is not driven by", self.engine)
        };
        bidi.lock().await.command(command, parameters).await
    }

    /// What BiDi calls the current tab.
    pub(super) async fn context(&self) -> Result<String> {
        Ok(self.client.window().await?.into())
    }

    /// Runs statements in Firefox's own window instead of the page.
    pub(super) async fn privileged(&self, statements: &str) -> Result<Value> {
        let context = |name: &str| Post::new("moz/context", json!({ "context": name }));
        self.client.issue_cmd(context("chrome")).await?;
        let result = self.client.execute(statements, Vec::new()).await;
        self.client.issue_cmd(context("content")).await?;
        Ok(result?)
    }

    /// From now on downloads go into `folder`.
    pub(super) async fn firefox_downloads(&self, folder: &Path) -> Result<()> {
        let script = format!(
            "Services.prefs.setStringPref('browser.download.dir', {});",
            json!(folder)
        );
        self.privileged(&script).await.map(drop)
    }

    /// Types a text into whatever has the focus, all of it at once.
    pub async fn insert(&self, text: &str) -> Result<()> {
        if self.engine == Engine::Chromium {
            return self
                .cdp("Input.insertText", json!({ "text": text }))
                .await
                .map(drop);
        }
        self.eval(&format!(
            "void document.execCommand('insertText', false, {})",
            json!(text)
        ))
        .await
        .map(drop)
    }

    /// Lets the browser forget what it keeps of the network by itself. WebKitGTK has no way to be told.
    pub async fn forget_cache(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.cdp("Network.clearBrowserCache", json!({})).await.map(drop),
            Engine::Firefox => self.privileged("Services.cache2.clear();").await.map(drop),
            Engine::WebKit => Ok(()),
        }
    }

    /// The browser that this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Light or dark, as the system's setting would say.
    pub async fn color_scheme(&self, scheme: &str) -> Result<()> {
        if self.engine == Engine::Firefox {
            let number = if scheme == "dark" { 0 } else { 1 };
            let script = format!(
                "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {number});"
            );
            return self.privileged(&script).await.map(drop);
        }
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.cdp("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// The size of the viewport in CSS pixels.
    pub async fn viewport(&self, width: u32, height: u32) -> Result<()> {
        match self.engine {
            Engine::Chromium => {}
            Engine::Firefox => {
                let parameters = json!({
                    "context": self.context().await?, "viewport": { "width": width, "height": height },
                });
                return self
                    .bidi("browsingContext.setViewport", parameters)
                    .await
                    .map(drop);
            }
            Engine::WebKit => return Ok(self.client.set_window_size(width, height).await?),
        }
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics)
            .await
            .map(drop)
    }

    /// Turns the wheel over the middle of the first match, by so many pixels downwards. Chromium alone.
    pub async fn wheel(&self, css: &str, by: i32) -> Result<()> {
        let place = format!(
            "(() => {{ const it = document.querySelector({}); it.scrollIntoView({{ block: 'center' }}); \
             const box = it.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()",
            json!(css)
        );
        let place = self.eval(&place).await?;
        let event = json!({ "type": "mouseWheel", "x": place[0], "y": place[1], "deltaX": 0, "deltaY": by });
        self.cdp("Input.dispatchMouseEvent", event).await.map(drop)
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
        match (&self.bidi, self.engine) {
            (Some(bidi), _) => return bidi.lock().await.complaints().await,
            (None, Engine::WebKit) => return self.faults().await,
            (None, _) => {}
        }
        let text = |entry: &Value| {
            entry
                .get("message")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let loud = |entry: &&Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        let complaints = self.log("browser").await?;
        let texts = complaints.iter().filter(loud).map(text);
        Ok(texts.filter(|text| !text.contains(LEFT_BEHIND)).collect())
    }

    /// The same, once there are at least so many: Firefox tells of what it stopped a little later than it stops it, and tells it once
    /// for the policy in the page and once for that of the host.
    pub async fn complained(&self, least: usize) -> Result<Vec<String>> {
        let start = Instant::now();
        let mut all = Vec::new();
        loop {
            all.extend(self.complaints().await?);
            if all.len() >= least {
                return Ok(all);
            }
            if start.elapsed() > PATIENCE {
                bail!("{least} complaints were to come: {all:#?}");
            }
            self.eval("new Promise((next) => requestAnimationFrame(() => next()))")
                .await?;
        }
    }

    /// What WebKitGTK can tell of complaints: whether the page itself says that it has failed.
    async fn faults(&self) -> Result<Vec<String>> {
        let said = self
            .eval("['failed', 'broken'].filter((it) => it in document.documentElement.dataset)")
            .await?;
        Ok(serde_json::from_value(said)?)
    }

    /// What axe finds wrong with the page as it is: one line for each rule and element.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.axe_of(Rules::AllAndOrientation).await
    }

    /// The same, by these rules alone.
    pub async fn axe_of(&self, rules: Rules) -> Result<Vec<String>> {
        let check = format!(
            "window.axe?.run(document, {}).then((result) => result.violations.flatMap(\
             (rule) => rule.nodes.map((node) => `${{rule.id}}: ${{node.target}} - ${{node.failureSummary}}`)))",
            rules.options()
        );
        let mut found = self.eval(&check).await?;
        if found.is_null() {
            // Half a megabyte, which takes as long to send as a small page to check.
            self.run(&format!("{}\n; window.axe ??= axe;", axe()?)).await?;
            found = self.eval(&check).await?;
        }
        Ok(serde_json::from_value(found)?)
    }

    /// The page on paper of this size, in inches, as PDF.
    pub async fn pdf(&self, width: f64, height: f64) -> Result<Vec<u8>> {
        let printed = match self.engine {
            Engine::Chromium => {
                let paper = json!({
                    "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false, "printBackground": true,
                });
                self.cdp("Page.printToPDF", paper).await?["data"].take()
            }
            Engine::Firefox | Engine::WebKit => {
                const CENTIMETRES: f64 = 2.54;
                let page = json!({ "width": width * CENTIMETRES, "height": height * CENTIMETRES });
                let print = Post::new("print", json!({ "page": page, "background": true }));
                self.client.issue_cmd(print).await?
            }
        };
        Ok(STANDARD.decode(printed.as_str().context("no PDF")?)?)
    }

    /// What stands on each page of paper of this size, without its spaces, which are a matter of places in a PDF.
    pub async fn printed(&self, (width, height): (f64, f64)) -> Result<Vec<String>> {
        let document = lopdf::Document::load_mem(&self.pdf(width, height).await?)?;
        let text = |page: u32| Ok(document.extract_text(&[page])?.split_whitespace().collect());
        document.get_pages().into_keys().map(text).collect()
    }

    /// Draws the page as on another medium, `print`, or as on its own with an empty name; Chromium alone does.
    pub async fn media(&self, medium: &str) -> Result<()> {
        let media = json!({ "media": medium });
        self.cdp("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// What stands on the page and what the browser complains about, for somebody who reads why a wait was in vain.
    pub async fn shows(&self) -> String {
        let page = self
            .eval(
                "JSON.stringify({ address: location.hash, focus: document.activeElement?.outerHTML.slice(0, 120), \
                 hidden: document.visibilityState, root: { ...document.documentElement.dataset }, \
                 fields: [...document.querySelectorAll('input:not([type=radio]), textarea')] \
                 .map((field) => `${field.id}=${field.value.slice(0, 40)}`).join(' '), \
                 words: document.querySelector('main')?.innerText.slice(0, 1500) }, null, 1)",
            )
            .await;
        let page = match &page {
            Ok(page) => page.as_str().unwrap_or_default(),
            Err(error) => &error.to_string(),
        };
        let complaints = self.complaints().await.unwrap_or_default();
        format!("the page shows: {page}\nthe browser says: {complaints:#?}")
    }

    /// A picture of the viewport as PNG.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        Ok(self.client.screenshot().await?)
    }

    /// The processes that the browser consists of.
    pub fn family(&self) -> Vec<Pid> {
        self.driver.family()
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
