//! The processes: one chromedriver and its Chromium.

use super::processes;
use anyhow::{Context, Result};
use axum::http::Method;
use fantoccini::{Client, ClientBuilder, wd::WebDriverCompatibleCommand};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};
use url::{ParseError, Url};
use xtask::tools;

/// What a browser in a test does not do: show a window, ask, update itself, call home.
const FLAGS: [&str; 11] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--lang=en",
    // A machine without a mouse would be taken for a phone: the primary pointer is fine, and it hovers.
    "--blink-settings=primaryPointerType=4,availablePointerTypes=4,primaryHoverType=2,availableHoverTypes=2",
];

/// The file beside a profile that names what its browser records.
pub const RECORDING: &str = "recording";

/// The file beside a profile that its browser's camera shows, over and over.
pub const CAMERA: &str = "camera.y4m";

/// A chromedriver and the browser it started; both end with it.
pub struct Driver {
    process: Child,
    browser: Option<Pid>,
}

impl Driver {
    /// Starts both; what they write goes to `home/data` and `home/tmp`, which a killed browser does not clean up.
    pub async fn start(home: &Path) -> Result<(Self, Client)> {
        let (mut driver, port) = Self::listening(home)?;

        // A killed browser leaves the port of its debugger behind, which chromedriver would take for the new one's.
        let profile = home.join("data");
        drop(fs::remove_file(profile.join("DevToolsActivePort")));
        let mut args: Vec<String> = FLAGS.map(str::to_owned).into();
        args.push(format!("--user-data-dir={}", profile.display()));
        if rustix::process::geteuid().is_root() {
            args.push("--no-sandbox".to_owned());
        }
        let film = home.join(CAMERA);
        if film.is_file() {
            args.push("--use-fake-device-for-media-stream".to_owned());
            args.push("--use-fake-ui-for-media-stream".to_owned());
            args.push(format!("--use-file-for-fake-video-capture={}", film.display()));
        }
        let mut options = json!({ "binary": tools::chromium()?, "args": args });
        if let (Ok(categories), Some(options)) =
            (fs::read_to_string(home.join(RECORDING)), options.as_object_mut())
        {
            options.insert(
                "perfLoggingPrefs".to_owned(),
                json!({ "traceCategories": categories }),
            );
        }
        let capabilities = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .context("Chromium does not start")?;
        let pid = client
            .capabilities()
            .and_then(|found| found.get("goog:processID"))
            .and_then(Value::as_i64);
        let pid = pid
            .and_then(|pid| i32::try_from(pid).ok())
            .context("chromedriver does not tell the browser's pid")?;
        driver.browser = Pid::from_raw(pid);
        Ok((driver, client))
    }

    /// A chromedriver that listens, and where. It takes a free port for one kind of address and then wants the same for the other,
    /// where somebody else may have it: then it ends, and another one takes another port.
    fn listening(home: &Path) -> Result<(Self, u16)> {
        let mut attempts = 5;
        loop {
            let mut process = Command::new(tools::chromedriver()?)
                .arg("--port=0")
                .env("TMPDIR", home.join("tmp"))
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .context("chromedriver does not start")?;
            let stdout = process.stdout.take();
            // From here on, every way out ends the process.
            let driver = Self {
                process,
                browser: None,
            };
            attempts -= 1;
            match port(BufReader::new(stdout.context("chromedriver has no output")?)) {
                Ok(port) => return Ok((driver, port)),
                Err(error) if attempts == 0 => return Err(error),
                Err(_) => {}
            }
        }
    }

    /// The browser and every process that it has started.
    pub fn family(&self) -> Vec<Pid> {
        self.browser.map(processes::family).unwrap_or_default()
    }

    /// Ends both at once, without asking.
    pub fn kill(&mut self) {
        if let Some(browser) = self.browser.take() {
            let family = processes::family(browser);
            for pid in &family {
                let _ = kill_process(*pid, Signal::KILL);
            }
            // A process that lives a moment longer writes into the profile that is about to be used again or removed.
            processes::wait_until_gone(&family);
        }
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The port chromedriver says it listens on.
fn port(output: impl BufRead + Send + 'static) -> Result<u16> {
    let mut lines = output.lines();
    for line in lines.by_ref() {
        let line = line?;
        // The first line repeats the 0 it was told; a later one says what came of it.
        let port = line
            .rsplit_once("started successfully on port ")
            .and_then(|(_, port)| port.trim_end_matches('.').parse().ok());
        if let Some(port) = port {
            // Whatever else it says must not fill the pipe.
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(port);
        }
    }
    anyhow::bail!("chromedriver ended before it listened")
}

/// Whether `marker` is in the files of localStorage below `home`.
pub fn stored_on_disk(home: &Path, marker: &str) -> bool {
    let Ok(folder) = fs::read_dir(home.join("data/Default/Local Storage/leveldb")) else {
        return false;
    };
    let marker = marker.as_bytes();
    folder
        .flatten()
        .filter_map(|entry| fs::read(entry.path()).ok())
        .any(|content| content.windows(marker.len()).any(|window| window == marker))
}

/// A command that WebDriver itself does not have.
#[derive(Debug)]
pub struct Post {
    path: &'static str,
    body: Value,
}

impl Post {
    /// Posts `body` to `path` of the session.
    pub fn new(path: &'static str, body: Value) -> Self {
        Self { path, body }
    }
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
