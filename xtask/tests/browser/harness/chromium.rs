//! Chromium, through chromedriver.

use super::driver::{Driver, stored_in};
use super::quirk::Quirk;
use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::Pid;
use serde_json::{Value, json};
use std::{fs, path::Path, process::Command};
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

/// The program beside a profile that is started instead of Chromium.
const SHELL: &str = "shell";

/// Has the profile below `home` used by Chromium without the parts of a window, where there is one. Asked for no address it opens no page, and
/// chromedriver asks for none.
#[cfg(unix)]
pub fn without_a_window(home: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let Some(shell) = tools::headless_shell() else {
        return Ok(());
    };
    let program = home.join(SHELL);
    fs::write(
        &program,
        format!("#!/bin/sh\nexec '{}' \"$@\" data:,\n", shell.display()),
    )?;
    Ok(fs::set_permissions(program, fs::Permissions::from_mode(0o700))?)
}

/// There is one for Linux alone.
#[cfg(not(unix))]
pub fn without_a_window(_: &Path) -> Result<()> {
    Ok(())
}

/// Starts both; see [`Driver::start`].
pub async fn start(home: &Path) -> Result<(Driver, Client)> {
    let (mut driver, port) = listening(home)?;

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
    let quirk = Quirk::of(home);
    match quirk {
        Some(Quirk::Private) => args.push("--incognito".to_owned()),
        Some(Quirk::NoWebAssembly) => args.push("--js-flags=--jitless".to_owned()),
        Some(Quirk::NoSiteData | Quirk::NoStorage) | None => {}
    }
    let shell = home.join(SHELL);
    let binary = if shell.is_file() {
        shell
    } else {
        tools::chromium()?
    };
    let mut options = json!({ "binary": binary, "args": args });
    if let (Some(Quirk::NoSiteData), Some(options)) = (quirk, options.as_object_mut()) {
        const BLOCK: u8 = 2;
        options.insert(
            "prefs".to_owned(),
            json!({ "profile.default_content_setting_values.cookies": BLOCK }),
        );
    }
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
    driver.browser = Some(pid(&client, "goog:processID")?);
    Ok((driver, client))
}

/// A chromedriver that listens, and where. It takes a free port for one kind of address and then wants the same for the other,
/// where somebody else may have it: then it ends, and another one takes another port.
fn listening(home: &Path) -> Result<(Driver, u16)> {
    let mut attempts = 5;
    loop {
        attempts -= 1;
        let mut command = Command::new(tools::chromedriver()?);
        command.arg("--port=0").env("TMPDIR", home.join("tmp"));
        match Driver::listening(&mut command, port).context("chromedriver does not start") {
            Ok(listening) => return Ok(listening),
            Err(error) if attempts == 0 => return Err(error),
            Err(_) => {}
        }
    }
}

/// The port chromedriver says it listens on. Its first line repeats the 0 it was told; a later one says what came of it.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.rsplit_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

/// The process of the browser, as a session's capabilities name it.
pub fn pid(client: &Client, capability: &str) -> Result<Pid> {
    let pid = client
        .capabilities()
        .and_then(|found| found.get(capability))
        .and_then(Value::as_i64);
    pid.and_then(|pid| Pid::from_raw(i32::try_from(pid).ok()?))
        .context("the driver does not tell the browser's pid")
}

/// Whether `marker` is in the files of localStorage below `home`.
pub fn stored_on_disk(home: &Path, marker: &str) -> bool {
    stored_in(&home.join("data/Default/Local Storage/leveldb"), marker)
}
