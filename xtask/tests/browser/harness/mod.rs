//! A browser to drive that shows no window, and the release app to drive it over. Which browser: see [`engine`].
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

mod bidi;
mod chromium;
pub mod codes;
mod driver;
pub mod engine;
mod firefox;
mod network;
mod powers;
mod processes;
pub mod quirk;
pub mod records;
mod reuse;
mod visit;
mod webkit;
pub mod workshops;

pub use engine::Engine;
#[allow(unused_imports, reason = "the benchmarks have no tests")]
pub(crate) use engine::engines;
pub use network::NetworkRequest;
pub use powers::Rules;
pub use visit::{EARLY, NEXT, Visit, downloaded, option, pack, visit, visit_on, visit_to};

use anyhow::{Context, Result, anyhow, bail};
use bidi::Bidi;
use driver::{Driver, has_gone_away};
use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
    key::Key,
};
use serde_json::{Value, json};
use std::{
    env, fs,
    path::PathBuf,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::sync::SemaphorePermit;
use xtask::{project::Project, server::Server};

/// How long any wait lasts before it fails: more than twice what the slowest machine has taken. What may take how long is for benches to say.
pub const PATIENCE: Duration = Duration::from_secs(45);
/// A4 and Letter: width and height in inches.
pub const PAPERS: [(f64, f64); 2] = [(8.27, 11.69), (8.5, 11.0)];
const POLL: Duration = Duration::from_millis(25);
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
        fs::write(profile.0.path().join(chromium::RECORDING), categories)?;
        Ok(profile)
    }
}

impl Profile {
    /// One that remembers nothing, for a browser with a camera that sees these texts as QR codes, one after the other and again
    /// from the start, each for a second. It is given to whoever asks for it.
    pub fn with_camera(texts: &[&str]) -> Result<Self> {
        Self::with_film(&codes::one_by_one(texts)?)
    }

    /// The same with a film of the test's own.
    pub fn with_film(film: &[u8]) -> Result<Self> {
        let profile = Self::new()?;
        fs::write(profile.0.path().join(chromium::CAMERA), film)?;
        Ok(profile)
    }
}

/// A running browser, and its current tab.
pub struct Browser {
    client: Client,
    driver: Driver,
    engine: Engine,
    bidi: Option<tokio::sync::Mutex<Bidi>>,
    profile: Option<Profile>,
    events: Mutex<Vec<Value>>,
    /// Whether the next test may go on with it; see [`reuse`].
    reusable: AtomicBool,
    permit: Option<SemaphorePermit<'static>>,
}

impl Browser {
    /// Starts one with an empty profile.
    pub async fn start() -> Result<Self> {
        Self::start_on(Profile::new()?).await
    }

    /// Starts one that remembers what `profile` remembers.
    pub async fn start_on(profile: Profile) -> Result<Self> {
        let (engine, permit) = Engine::turn().await?;
        let browser = Self::started(engine, profile).await?;
        Ok(Self { permit, ..browser })
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
        match self.engine {
            Engine::Chromium => {
                drop(
                    tokio::time::timeout(Duration::from_secs(5), self.cdp("Browser.close", json!({}))).await,
                );
                processes::wait_until_gone(&family);
            }
            Engine::Firefox => {
                drop(tokio::time::timeout(Duration::from_secs(10), self.client.clone().close()).await);
                processes::wait_until_gone(&family);
            }
            Engine::WebKit => drop(self.client.clone().close().await),
        }
        self.kill()
    }

    /// Kills the tab's process without warning (no `beforeunload`, no `pagehide`) and goes on in a new tab of the same
    /// browser. Everything the page had handed to localStorage by then survives, and nothing else.
    pub async fn kill_tab(&self) -> Result<()> {
        self.reusable.store(false, Ordering::Relaxed);
        if self.engine == Engine::Firefox {
            // A tab opened before might share the process that dies.
            let pid = self
                .privileged(
                    // geckodriver wants a crash to end the browser.
                    "Services.env.set('MOZ_CRASHREPORTER_SHUTDOWN', ''); \
                     return gBrowser.selectedBrowser.frameLoader.remoteTab.osPid;",
                )
                .await?;
            processes::kill(pid.as_i64().context("the tab has no process")?)?;
            let fresh = self.client.new_window(true).await?.handle;
            return Ok(self.client.switch_to_window(fresh).await?);
        }
        let dying = self.client.window().await?;
        let fresh = self.client.new_window(true).await?.handle;
        if self.engine == Engine::WebKit {
            // Its driver does not outlive a process of its browser: the tab is closed.
            self.client.switch_to_window(dying).await?;
            self.client.close_window().await?;
            return Ok(self.client.switch_to_window(fresh).await?);
        }
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
        if self.engine == Engine::Chromium {
            return Ok(self.client.refresh().await?);
        }
        // Firefox refuses WebDriver's own command when there is no network, and does for a person what it refuses.
        self.eval("void (window.leaving = true, location.reload())")
            .await?;
        self.wait_until("!window.leaving && document.readyState === 'complete'")
            .await
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

    /// What was to come with the next frame has come.
    pub async fn two_frames(&self) -> Result<()> {
        let frames =
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";
        self.eval(frames).await.map(drop)
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
        if self.engine == Engine::Firefox {
            let function = format!("() => {{ {script} }}");
            let parameters = json!({ "functionDeclaration": function, "contexts": [self.context().await?] });
            return self.bidi("script.addPreloadScript", parameters).await.map(drop);
        }
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
        match wait.for_element(Locator::Css(css)).await {
            Ok(element) => Ok(element),
            Err(error) => bail!("waiting for {css}: {error}\n{}", self.shows().await),
        }
    }

    /// Waits until a JavaScript expression is true; an expression that throws is not true yet.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        let attempt = format!("(() => {{ try {{ return !!({expression}); }} catch {{ return false; }} }})()");
        let start = Instant::now();
        loop {
            match self.eval(&attempt).await {
                Ok(Value::Bool(true)) => break,
                Ok(_) => {}
                Err(error) if has_gone_away(&error) => {}
                Err(error) => return Err(error),
            }
            if start.elapsed() > PATIENCE {
                bail!(
                    "still not true after {PATIENCE:?}: {expression}\n{}",
                    self.shows().await
                );
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
        let element = self.wait_for(css).await?;
        if self.engine != Engine::Chromium {
            // WebKitGTK's driver takes the place of an element from before it has scrolled there, and Firefox's scrolls no further than
            // the edge, where a bar may lie over the page.
            self.eval(&format!(
                "document.querySelector({}).scrollIntoView({{ block: 'center', behavior: 'instant' }})",
                json!(css)
            ))
            .await?;
        }
        if self.engine == Engine::WebKit {
            return self.click_that_arrives(css, &element).await;
        }
        match element.click().await {
            // It was drawn anew between the look and the click.
            Err(error) if error.is_stale_element_reference() => self.wait_for(css).await?.click().await,
            done => done,
        }
        .with_context(|| format!("clicking {css}"))
    }

    /// Writes a day into a date field, in the order in which the field of an English browser takes it: month, day, year.
    pub async fn type_day(&self, css: &str, month: u32, day: u32, year: u32) -> Result<()> {
        self.wait_for(css).await?.click().await?;
        self.write_day(month, day, year).await
    }

    /// The same, into the field that has the focus.
    pub async fn write_day(&self, month: u32, day: u32, year: u32) -> Result<()> {
        let text = match self.engine {
            Engine::Chromium => format!("{month:02}{day:02}{year:04}"),
            // Its driver sets the field as a whole.
            Engine::Firefox => format!("{year:04}-{month:02}-{day:02}"),
            // Where the caret is in its field depends on where the click fell.
            Engine::WebKit => {
                let set = format!(
                    "(() => {{ const field = document.activeElement; field.value = '{year:04}-{month:02}-{day:02}'; \
                     for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }})); }})()"
                );
                return self.eval(&set).await.map(drop);
            }
        };
        Ok(self.client.active_element().await?.send_keys(&text).await?)
    }

    /// Pastes a text into the first match, as an event of the page: no test has a clipboard of its own.
    pub async fn paste_into(&self, css: &str, text: &str) -> Result<()> {
        self.eval(&format!(
            "(() => {{ const data = new DataTransfer(); data.setData('text/plain', {text}); \
             const event = new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}); \
             if (!event.clipboardData?.getData('text/plain')) Object.defineProperty(event, 'clipboardData', {{ value: data }}); \
             document.querySelector({css}).dispatchEvent(event); }})()",
            text = json!(text),
            css = json!(css),
        ))
        .await
        .map(drop)
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
        if self.engine == Engine::Firefox {
            // What is sent to a date field as text is taken for the whole of a date.
            let value = char::from(key);
            let keys = KeyActions::new("keys".to_owned())
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
            return Ok(self.client.perform_actions(keys).await?);
        }
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
        self.store(&format!("settled {marker}"), &marker).await?;
        self.kill_tab().await?;
        let start = Instant::now();
        let on_disk = match self.engine {
            Engine::Chromium => chromium::stored_on_disk,
            Engine::Firefox => firefox::stored_on_disk,
            Engine::WebKit => bail!("WebKitGTK forgets everything when it ends"),
        };
        while !on_disk(profile.0.path(), &marker) {
            if start.elapsed() > PATIENCE {
                bail!("localStorage was not written to the profile within {PATIENCE:?}");
            }
            tokio::time::sleep(POLL * 4).await;
        }
        Ok(())
    }
}
