//! One person at the app: a browser, a server of their own, and the words of the journeys.
//!
//! Every server has another port and with it another origin, so what one visit stores no other can see.

use super::engine::in_time;
use super::{Browser, Engine, PATIENCE, Profile, dist, serve};
use anyhow::{Context, Result, bail};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::{fs, ops::Deref, path::Path, time::Instant};
use xtask::server::Server;

/// What every key of the app starts with.
pub const PREFIX: &str = "oxymoron/1/";
/// Where the answer is kept that was given before the app was there.
pub const EARLY: &str = "oxymoron/1/early/A01";
/// Whether the screen is drawn, and not still on its way.
const HERE: &str = "!document.querySelector('main [aria-busy=true]')";
/// The link that leads on, on the first screen and on every step.
pub const NEXT: &str = ".card-foot a.button, .turn a.button:not(.button-quiet)";

/// Opens a browser that remembers nothing on a fresh server, and fails if anything was left on the console at the end.
pub async fn visit(journey: impl AsyncFnOnce(&mut Visit) -> Result<()>) -> Result<()> {
    visit_to(serve()?, journey).await
}

/// The same, to a server of the test's own making.
pub async fn visit_to(server: Server, journey: impl AsyncFnOnce(&mut Visit) -> Result<()>) -> Result<()> {
    visit_in(Browser::fresh().await?, server, journey).await
}

/// The same, with a profile of the test's own making.
pub async fn visit_on(
    profile: Profile,
    server: Server,
    journey: impl AsyncFnOnce(&mut Visit) -> Result<()>,
) -> Result<()> {
    visit_in(Browser::start_on(profile).await?, server, journey).await
}

async fn visit_in(
    browser: Browser,
    server: Server,
    journey: impl AsyncFnOnce(&mut Visit) -> Result<()>,
) -> Result<()> {
    if browser.engine == Engine::Chromium {
        // No dialog opens without a window; files come as downloads, as in the other engines. A test that wants one brings its own.
        browser.before_load("delete window.showSaveFilePicker").await?;
    }
    let page = Some(browser);
    let mut visit = Visit { page, server };
    in_time(async {
        journey(&mut visit).await?;
        visit.quiet().await
    })
    .await?;
    if let Some(browser) = visit.page.take() {
        browser.give_back().await?;
    }
    Ok(())
}

/// A browser at the app.
pub struct Visit {
    page: Option<Browser>,
    /// The host of the app.
    pub server: Server,
}

impl Deref for Visit {
    type Target = Browser;

    #[expect(clippy::expect_used, reason = "only absent while a new one starts")]
    fn deref(&self) -> &Browser {
        self.page.as_ref().expect("a visit has a browser")
    }
}

impl Visit {
    /// Opens the app at a fragment, without waiting for more than the page.
    pub async fn arrive(&self, fragment: &str) -> Result<()> {
        // The same address with another fragment would not load anything.
        self.open_url("about:blank").await?;
        self.open(&self.server, fragment).await
    }

    /// Opens the app at a fragment and waits until it answers.
    pub async fn enter(&self, fragment: &str) -> Result<()> {
        self.arrive(fragment).await?;
        self.alive().await
    }

    /// Waits until the app has taken the page over, and its screen is here.
    pub async fn alive(&self) -> Result<()> {
        self.wait_until(&format!(
            "'alive' in document.documentElement.dataset && document.querySelector('main h1') && {HERE}"
        ))
        .await
    }

    /// Waits until the app has got, or in vain asked for, everything it asks for by itself.
    pub async fn settled(&self) -> Result<()> {
        self.wait_until(
            "((of) => of('later') >= 2 && of('assessment') >= 1 && of('shared') >= 3)((part) => \
             performance.getEntriesByType('resource').filter((it) => it.name.includes(`/${part}-`) && it.responseEnd).length)",
        )
        .await
    }

    /// Waits until everything is kept that the page needs to load without a network, and the worker is at work.
    pub async fn kept(&self) -> Result<()> {
        if self.engine() != Engine::WebKit {
            return self
                .wait_until("navigator.serviceWorker.controller?.state === 'activated'")
                .await;
        }
        // In WebKitGTK 2.50 an object that is made while its worker is installed fast may say "installing" for good. A worker that is not
        // yet activated answers nothing.
        self.wait_until("Boolean(navigator.serviceWorker.controller)")
            .await?;
        self.eval("fetch('./').then((it) => it.text()).then(() => 0)")
            .await
            .map(drop)
    }

    /// Goes to a fragment within the running app.
    pub async fn go(&self, fragment: &str) -> Result<()> {
        self.eval(&format!("void (location.hash = {})", json!(fragment)))
            .await?;
        self.wait_until(&format!(
            "location.hash === {} && document.activeElement === document.querySelector('main h1') && {HERE}",
            json!(fragment)
        ))
        .await
    }

    /// Leaves the page; from now on the app is served from somewhere else, where this browser has stored nothing.
    pub async fn move_house(&mut self) -> Result<()> {
        // A page that still asks for something would complain that its server is gone.
        self.open_url("about:blank").await?;
        self.lose_server()
    }

    /// The server of the open page stops; the next page comes from another one.
    pub fn lose_server(&mut self) -> Result<()> {
        self.server = serve()?;
        Ok(())
    }

    /// Kills the browser with everything it runs, and starts it again on what it had on the disk.
    pub async fn crash(&mut self) -> Result<()> {
        self.quiet().await?;
        if self.engine() == Engine::WebKit {
            // It forgets everything when it ends.
            return self.kill_tab().await;
        }
        self.settle_storage().await?;
        let profile = self.page.take().context("a visit has a browser")?.kill()?;
        self.page = Some(Browser::start_on(profile).await?);
        Ok(())
    }

    /// Fails if the console holds a complaint.
    pub async fn quiet(&self) -> Result<()> {
        let mut complaints = self.complaints().await?;
        // The file of `seed` names no icon, so Chromium asks for this one; our page names its own.
        complaints.retain(|complaint| !complaint.contains("/favicon.ico"));
        // What a test has refused is told some time after the page has felt it.
        let refused = self.server.refused();
        complaints.retain(|complaint| {
            !refused
                .iter()
                .any(|path| complaint.contains(&format!("{path} - Failed to load")))
        });
        if complaints.is_empty() {
            return Ok(());
        }
        bail!("the browser complains: {complaints:#?}")
    }

    /// From the next load on, notes every stream that the page gets from a camera: see [`Self::camera_off`].
    pub async fn watch_camera(&self) -> Result<()> {
        self.before_load(
            "window.streams = []; if (window.MediaDevices) { const ask = MediaDevices.prototype.getUserMedia; \
             MediaDevices.prototype.getUserMedia = async function (wanted) { \
             const stream = await ask.call(this, wanted); streams.push(stream); return stream; }; }",
        )
        .await
    }

    /// Waits until this many streams have come from the camera and all of them have ended.
    pub async fn camera_off(&self, streams: usize) -> Result<()> {
        self.wait_until(&format!(
            "streams.length === {streams} && \
             streams.every((stream) => stream.getTracks().every((track) => track.readyState === 'ended'))"
        ))
        .await
    }

    /// Puts records into localStorage before the app is opened.
    pub async fn seed(&self, records: &[(&str, &str)]) -> Result<()> {
        let file = pack()?;
        self.open_url(&format!("{}{file}", self.server.url())).await?;
        for (key, text) in records {
            self.store(key, text).await?;
        }
        self.server.forget();
        Ok(())
    }

    /// Clicks an option of a question and waits for it to be checked.
    pub async fn choose(&self, question: &str, value: &str) -> Result<()> {
        let input = option(question, value);
        self.click(&format!("label:has({input})")).await?;
        self.wait_until(&format!("document.querySelector({}).checked", json!(input)))
            .await
    }

    /// Clicks an option and waits until the answer is in a record.
    pub async fn answer(&self, question: &str, value: &str) -> Result<()> {
        self.choose(question, value).await?;
        self.wait_for_answer(question, value).await
    }

    /// Waits until some record has this answer, as it is stored.
    pub async fn wait_for_answer(&self, question: &str, stored: &str) -> Result<()> {
        self.wait_until(&format!(
            "Object.entries(localStorage).some(([key, text]) => key.startsWith('{PREFIX}assessment/') && \
             JSON.parse(text).body.answers[{}]?.[0] === {})",
            json!(question),
            json!(stored)
        ))
        .await
    }

    /// Whether an option is checked.
    pub async fn checked(&self, question: &str, value: &str) -> Result<bool> {
        let input = json!(option(question, value));
        let checked = self
            .eval(&format!("document.querySelector({input}).checked"))
            .await?;
        Ok(checked == Value::Bool(true))
    }

    /// Follows a link and waits for the next screen's heading to have the focus.
    pub async fn follow(&self, css: &str) -> Result<()> {
        let before = self.heading().await?;
        self.click(css).await?;
        self.wait_for_heading_after(&before).await
    }

    /// Waits for another heading than `before`, with the focus on it, on a screen that is no longer on its way.
    pub async fn wait_for_heading_after(&self, before: &str) -> Result<()> {
        self.wait_until(&format!(
            "document.querySelector('main h1').textContent !== {} && \
             document.activeElement === document.querySelector('main h1') && {HERE}",
            json!(before)
        ))
        .await
    }

    /// The heading of the screen.
    pub async fn heading(&self) -> Result<String> {
        self.wait_for("main h1").await?;
        self.string("document.querySelector('main h1').textContent").await
    }

    /// The fragment of the address.
    pub async fn fragment(&self) -> Result<String> {
        self.string("location.hash").await
    }

    /// A JavaScript expression that is a text.
    pub async fn string(&self, expression: &str) -> Result<String> {
        let value = self.eval(expression).await?;
        value
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("{expression} is {value}"))
    }

    /// Answers from the current step to the last one with the same level, and ends at the result.
    pub async fn answer_all(&self, level: &str) -> Result<()> {
        for _ in 0..40 {
            let questions = self
                .eval("[...new Set([...document.querySelectorAll('.question input')].map((it) => it.name))]")
                .await?;
            for question in questions.as_array().into_iter().flatten() {
                self.answer(question.as_str().unwrap_or_default(), level).await?;
            }
            let at_last = self
                .eval(&format!(
                    "document.querySelector({}).hash.startsWith('#/results/')",
                    json!(NEXT)
                ))
                .await?;
            if at_last == Value::Bool(true) {
                return self.to_results(NEXT).await;
            }
            self.follow(NEXT).await?;
        }
        bail!("forty steps and no result")
    }

    /// Follows a link to the result, whatever that shows.
    pub async fn to_results(&self, css: &str) -> Result<()> {
        self.click(css).await?;
        self.wait_until(&format!("location.hash.startsWith('#/results/') && {HERE}"))
            .await
    }

    /// Leaves a date field that has the focus in its year, and waits for what is said of a day that is none.
    pub async fn leaves_no_day(&self, css: &str) -> Result<()> {
        for _ in 0..4 {
            self.press(Key::Tab).await?;
        }
        let sentence = format!("{css} ~ .no-such-day");
        self.wait_until(&format!(
            "document.querySelector({}).checkVisibility()",
            json!(sentence)
        ))
        .await?;
        self.wait_for_text(&sentence, "no such day exists").await
    }

    /// Stores a text as another window would, and tells the page of it.
    pub async fn stored_elsewhere(&self, key: &str, text: &str) -> Result<()> {
        self.run(&format!(
            "localStorage.setItem({0}, {1}); dispatchEvent(new StorageEvent('storage', {{ key: {0}, newValue: {1}, storageArea: localStorage }}));",
            json!(key),
            json!(text)
        ))
        .await
        .map(drop)
    }

    /// Every assessment in localStorage.
    pub async fn records(&self) -> Result<Vec<Value>> {
        let texts = self.storage().await?;
        let ours = texts.as_object().into_iter().flatten();
        ours.filter(|(key, _)| key.starts_with("oxymoron/1/assessment/"))
            .map(|(_, text)| Ok(serde_json::from_str(text.as_str().unwrap_or_default())?))
            .collect()
    }

    /// The only assessment in localStorage.
    pub async fn record(&self) -> Result<Value> {
        let mut records = self.records().await?;
        match (records.pop(), records.is_empty()) {
            (Some(record), true) => Ok(record),
            (_, _) => bail!("{} records instead of one", records.len()),
        }
    }

    /// The keys of ours in localStorage.
    pub async fn keys(&self) -> Result<Vec<String>> {
        let texts = self.storage().await?;
        let mut keys: Vec<String> = texts
            .as_object()
            .into_iter()
            .flat_map(|it| it.keys().cloned())
            .collect();
        keys.retain(|key| key.starts_with("oxymoron/"));
        Ok(keys)
    }

    /// From now on downloads go into `folder`.
    pub async fn download_to(&self, folder: &Path) -> Result<()> {
        if self.engine() == Engine::Firefox {
            return self.firefox_downloads(folder).await;
        }
        let parameters = json!({ "behavior": "allow", "downloadPath": folder });
        self.cdp("Browser.setDownloadBehavior", parameters)
            .await
            .map(drop)
    }
}

/// The name of a file of the app that runs no script.
pub fn pack() -> Result<String> {
    fs::read_dir(dist()?)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .find(|name| name.starts_with("en-") && name.ends_with(".txt"))
        .context("the app has no pack")
}

/// The radio button of an option.
pub fn option(question: &str, value: &str) -> String {
    format!("input[name='{question}'][value='{value}']")
}

/// The content of the file that is downloaded under this name.
pub async fn downloaded(folder: &Path, name: &str) -> Result<String> {
    let start = Instant::now();
    let mut empty = None;
    loop {
        match fs::read_to_string(folder.join(name)) {
            Ok(text) if !text.is_empty() => return Ok(text),
            // For a moment an empty file stands in its place.
            Ok(text) => {
                let since: &mut Instant = empty.get_or_insert_with(Instant::now);
                if since.elapsed() > super::POLL * 40 {
                    return Ok(text);
                }
            }
            Err(_) => {}
        }
        if start.elapsed() > PATIENCE {
            let found: Vec<_> = fs::read_dir(folder)?
                .flatten()
                .map(|entry| entry.file_name())
                .collect();
            bail!("{name} was not downloaded; there are {found:?}");
        }
        tokio::time::sleep(super::POLL).await;
    }
}
