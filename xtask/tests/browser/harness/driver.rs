//! The processes: one driver and the browser it started.

use super::{chromium, engine::Engine, firefox, processes, webkit};
use anyhow::{Result, bail};
use axum::http::Method;
use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
};
use tokio::task::block_in_place;
use url::{ParseError, Url};

/// A driver and the browser it started; both end with it, as does the screen where there is one.
pub struct Driver {
    pub(super) process: Child,
    pub(super) browser: Option<Pid>,
    pub(super) screen: Option<Child>,
    /// Ends what is left when the tests have ended, in whatever way.
    guard: Option<Child>,
}

impl Driver {
    /// Starts both; what they write goes to `home/data` and `home/tmp`, which a killed browser does not clean up.
    pub async fn start(engine: Engine, home: &Path) -> Result<(Self, Client)> {
        let (mut driver, client) = match engine {
            Engine::Chromium => chromium::start(home).await,
            Engine::Firefox => firefox::start(home).await,
            Engine::WebKit => webkit::start(home).await,
        }?;
        driver.guard = Some(driver.guarded(home)?);
        Ok((driver, client))
    }

    /// A process that waits until this one has ended, and then ends the others and removes the profile: a browser that waits for
    /// the next test outlives the last one.
    fn guarded(&self, home: &Path) -> Result<Child> {
        const SCRIPT: &str = "home=$1; shift; read -r _; kill -KILL \"$@\"; \
                              for _ in 1 2 3 4 5; do rm -rf \"$home\" && break; sleep 1; done";
        let screen = self.screen.as_ref().map(Child::id);
        let browser = self.browser.map(|pid| pid.as_raw_nonzero().get().to_string());
        let others = [self.process.id()].into_iter().chain(screen);
        let guard = Command::new("sh")
            .args(["-c", SCRIPT, "guard"])
            .arg(home)
            .args(browser)
            .args(others.map(|pid| pid.to_string()))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // What interrupts the tests is not meant for it.
            .process_group(0)
            .spawn()?;
        Ok(guard)
    }

    /// A driver that listens, and where: whatever `port` reads out of one of its lines.
    pub(super) fn listening(command: &mut Command, port: fn(&str) -> Option<u16>) -> Result<(Self, u16)> {
        let mut driver = Self::spawn(command.stdout(Stdio::piped()))?;
        let Some(output) = driver.process.stdout.take() else {
            bail!("the driver has no output")
        };
        let mut lines = BufReader::new(output).lines();
        // The other connections share the thread.
        let port = block_in_place(|| {
            lines
                .by_ref()
                .find_map(|line| line.map(|line| port(&line)).transpose())
        });
        let Some(port) = port else {
            bail!("the driver ended before it listened")
        };
        // Whatever else it says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok((driver, port?))
    }

    /// A driver of which nothing is known yet. From here on, every way out ends it.
    pub(super) fn spawn(command: &mut Command) -> Result<Self> {
        let process = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(Self {
            process,
            browser: None,
            screen: None,
            guard: None,
        })
    }

    /// The browser and every process that it has started.
    pub fn family(&self) -> Vec<Pid> {
        self.browser.map(processes::family).unwrap_or_default()
    }

    /// Ends all of them at once, without asking.
    pub fn kill(&mut self) {
        if let Some(browser) = self.browser.take() {
            let family = processes::family(browser);
            for pid in &family {
                let _ = kill_process(*pid, Signal::KILL);
            }
            // A process that lives a moment longer writes into the profile that is about to be used again or removed.
            processes::wait_until_gone(&family);
        }
        let others = [self.guard.as_mut(), self.screen.as_mut()];
        for process in others.into_iter().flatten().chain([&mut self.process]) {
            drop(process.kill());
            drop(process.wait());
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
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

/// Whether `marker` is in a file directly in `folder`.
pub fn stored_in(folder: &Path, marker: &str) -> bool {
    let Ok(folder) = std::fs::read_dir(folder) else {
        return false;
    };
    let marker = marker.as_bytes();
    folder
        .flatten()
        .filter_map(|entry| std::fs::read(entry.path()).ok())
        .any(|content| content.windows(marker.len()).any(|window| window == marker))
}

/// Whether the browser, and not the page, gave up.
pub fn has_crashed(error: &anyhow::Error) -> bool {
    error.root_cause().to_string().contains("page crash or hang")
}

/// Whether the page went away under a question: Firefox's driver says so, WebKitGTK's only that there was an error.
pub fn has_gone_away(error: &anyhow::Error) -> bool {
    let said = error.root_cause().to_string();
    said.contains("before the unload event") || said.trim_end().ends_with("webdriver returned error:")
}
