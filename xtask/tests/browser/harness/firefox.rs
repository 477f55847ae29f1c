//! Firefox, through geckodriver.

use super::{
    chromium::pid,
    driver::{Driver, stored_in},
    quirk::Quirk,
};
use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::{fs, path::Path, process::Command};
use xtask::{project::Project, tools};

/// Starts both; see [`Driver::start`].
pub async fn start(home: &Path) -> Result<(Driver, Client)> {
    let mut command = Command::new(tools::geckodriver(&Project::find())?);
    command
        .args(["--port=0", "--websocket-port=0", "--allow-system-access"])
        .env("TMPDIR", home.join("tmp"))
        .env("MOZ_CRASHREPORTER_DISABLE", "1");
    let (mut driver, port) = Driver::listening(&mut command, port).context("geckodriver does not start")?;

    let profile = home.join("data");
    fs::create_dir_all(&profile)?;
    let mut capabilities = json!({
        "moz:firefoxOptions": {
            "binary": tools::firefox()?,
            "args": ["-headless", "-profile", profile],
            "prefs": {
                // A file with such a name is then text, as in every other browser, and scripts can run beside it.
                "devtools.jsonview.enabled": false,
                "browser.download.folderList": 2,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/html,text/markdown,text/calendar,image/svg+xml,image/png",
                "browser.download.alwaysOpenPanel": false,
                "intl.accept_languages": "en-US",
                "ui.prefersReducedMotion": 0,
                // Asked whether a page may keep what it stores, this browser says yes.
                "dom.storageManager.prompt.testing": true,
                "dom.storageManager.prompt.testing.allow": true,
                // A test card for a camera, given to whoever asks.
                "media.navigator.streams.fake": true,
                "media.navigator.permission.disabled": true,
                "datareporting.policy.dataSubmissionEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
            },
        },
        "webSocketUrl": true,
    });
    let quirk = match Quirk::of(home) {
        Some(Quirk::NoSiteData) => Some(("network.cookie.cookieBehavior", json!(2))),
        Some(Quirk::Private) => Some(("browser.privatebrowsing.autostart", json!(true))),
        Some(Quirk::NoWebAssembly) => Some(("javascript.options.wasm", json!(false))),
        Some(Quirk::NoStorage) => Some(("dom.storage.enabled", json!(false))),
        None => None,
    };
    if let Some((preference, value)) = quirk {
        capabilities["moz:firefoxOptions"]["prefs"][preference] = value;
    }
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    let client = ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .context("Firefox does not start")?;
    driver.browser = Some(pid(&client, "moz:processID")?);
    Ok((driver, client))
}

/// The port geckodriver says it listens on.
fn port(line: &str) -> Option<u16> {
    line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse().ok()
}

/// Whether `marker` is in the files of localStorage below `home`.
pub fn stored_on_disk(home: &Path, marker: &str) -> bool {
    let Ok(origins) = fs::read_dir(home.join("data/storage/default")) else {
        return false;
    };
    origins
        .flatten()
        .any(|origin| stored_in(&origin.path().join("ls"), marker))
}
