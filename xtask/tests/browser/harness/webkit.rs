//! WebKitGTK's own small browser, through WebKitWebDriver, on a screen that nobody sees. It forgets everything when it ends,
//! and its driver has no way to tell what is written on the console.

use super::Browser;
use super::driver::Driver;
use super::quirk::Quirk;
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder, elements::Element};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::Pid;
use serde_json::json;
use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tokio::task::block_in_place;
use xtask::tools;

/// Waits until an element is where it was a frame before.
const LIES_STILL: &str = "(css) => new Promise((done) => { let last; const look = () => { \
     const box = JSON.stringify(document.querySelector(css)?.getBoundingClientRect()); \
     if (box === last || document.hidden) return done(true); \
     last = box; requestAnimationFrame(look); }; look(); })";

/// Starts both, and a screen for them; see [`Driver::start`].
pub async fn start(home: &Path) -> Result<(Driver, Client)> {
    let mut attempts = 5;
    loop {
        attempts -= 1;
        match attempt(home).await {
            Ok(started) => return Ok(started),
            Err(error) if attempts == 0 => return Err(error),
            // Somebody else took the port that had just been free.
            Err(_) => {}
        }
    }
}

async fn attempt(home: &Path) -> Result<(Driver, Client)> {
    // The driver takes no 0 and says nothing of its port.
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let (screen, display) = screen()?;
    let mut command = Command::new(tools::webkit_driver()?);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{display}"))
        .env("TMPDIR", home.join("tmp"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DOWNLOAD_DIR", home.join("downloads"))
        .env("GDK_BACKEND", "x11")
        .env("LANG", "C.UTF-8")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // There is no GPU to paint with: a quarter less time than with one that is made of software.
        .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::null());
    if Quirk::of(home) == Some(Quirk::NoWebAssembly) {
        command.env("JSC_useWasm", "false");
    }
    let mut driver = Driver::spawn(&mut command).context("WebKitWebDriver does not start")?;
    driver.screen = Some(screen);
    driver.browser = Pid::from_raw(i32::try_from(driver.process.id())?);
    let start = Instant::now();
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if start.elapsed() > super::PATIENCE {
            bail!("WebKitWebDriver does not listen");
        }
        tokio::time::sleep(super::POLL).await;
    }
    let mut args = vec!["--automation"];
    if Quirk::of(home) == Some(Quirk::NoStorage) {
        args.push("--enable-html5-local-storage=FALSE");
    }
    let capabilities = json!({
        "webkitgtk:browserOptions": {
            "binary": tools::mini_browser()?,
            "args": args,
        },
    });
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    let client = ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .context("WebKitGTK does not start")?;
    client.set_window_size(1280, 900).await?;
    Ok((driver, client))
}

impl Browser {
    /// Clicks what lies still, and sees to it that the page hears of it: once, on a busy machine, a test waited in vain for what a click
    /// leads to. One that comes out elsewhere is a failure. The driver asks where the element is and clicks there later: on a screen that
    /// had just come and was still being scrolled, that was beside it.
    pub(super) async fn click_that_arrives(&self, css: &str, element: &Element) -> Result<()> {
        const TRIES: usize = 3;
        const LATEST: Duration = Duration::from_secs(6);
        let listen = format!(
            "(() => {{ const it = document.querySelector({}); window.arrived = ''; \
             addEventListener('click', ({{ target }}) => {{ window.arrived = it?.contains(target) ? 'here' : target.outerHTML.slice(0, 120); }}, \
             {{ capture: true, once: true }}); }})()",
            json!(css)
        );
        for _ in 0..TRIES {
            self.eval(&format!("({LIES_STILL})({})", json!(css))).await?;
            self.eval(&listen).await?;
            element.click().await.with_context(|| format!("clicking {css}"))?;
            let start = Instant::now();
            while start.elapsed() < LATEST {
                // A page that has gone away was left by the click.
                let Ok(arrived) = self.eval("window.arrived ?? 'here'").await else {
                    return Ok(());
                };
                match arrived.as_str() {
                    Some("here") | None => return Ok(()),
                    Some("") => tokio::time::sleep(super::POLL).await,
                    Some(elsewhere) => {
                        bail!("the click on {css} came to {elsewhere}\n{}", self.shows().await)
                    }
                }
            }
        }
        bail!("no click on {css} arrives\n{}", self.shows().await)
    }
}

/// A screen of its own, and its number.
fn screen() -> Result<(Child, u32)> {
    let mut screen = Command::new(tools::xvfb()?)
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1400x1000x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb does not start")?;
    let mut number = String::new();
    if let Some(output) = screen.stdout.take() {
        block_in_place(|| BufReader::new(output).read_line(&mut number))?;
    }
    let Ok(display) = number.trim().parse() else {
        drop(screen.kill());
        drop(screen.wait());
        bail!("Xvfb has no screen")
    };
    Ok((screen, display))
}
